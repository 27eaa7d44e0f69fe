import type { Given } from '../src/discord/index.js'
import { type Command, optional, required } from '../src/discord/index.js'

export default {
  definition: {
    name: 'quotes',
    description: 'What one person is reported to have said, newest first',
    options: [
      required('speaker', 'A name or an office, such as: Lavrov, or: US president'),
      optional('topic', 'Only what was said about this'),
    ],
  },
  defer: 'public',
  suggest: { speaker: 'speaker', topic: 'topic' },
  question: (given: Given<'speaker', 'topic'>) => ({ command: 'quotes', ...given }),
} satisfies Command
