import type { Given } from '../src/discord/index.js'
import { type Command, required } from '../src/discord/index.js'

export default {
  definition: {
    name: 'when',
    description: 'When something happened or is to happen, with the sentences that say so',
    options: [required('topic', 'A place, a person or an event, such as: geneva talks')],
  },
  defer: 'public',
  suggest: { topic: 'topic' },
  question: (given: Given<'topic'>) => ({ command: 'when', ...given }),
} satisfies Command
