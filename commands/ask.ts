import type { Given } from '../src/discord/index.js'
import { type Command, required } from '../src/discord/index.js'

export default {
  definition: {
    name: 'ask',
    description: 'The sentences of the articles that answer a question',
    options: [required('question', 'A question in plain words, such as: How many troops are at the border?')],
  },
  defer: 'public',
  question: (given: Given<'question'>) => ({ command: 'ask', ...given }),
} satisfies Command
