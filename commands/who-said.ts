import type { Given } from '../src/discord/index.js'
import { type Command, optional, required } from '../src/discord/index.js'

export default {
  definition: {
    name: 'who-said',
    description: 'Who said these words, and how each outlet printed them',
    options: [
      required('words', 'The words as you remember them, such as: severe sanctions'),
      optional('speaker', 'Only what this person said'),
    ],
  },
  defer: 'public',
  suggest: { words: 'quotation', speaker: 'speaker' },
  question: (given: Given<'words', 'speaker'>) => ({ command: 'who-said', ...given }),
} satisfies Command
