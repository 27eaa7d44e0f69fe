import type { Given } from '../src/discord/index.js'
import { type Command, optional } from '../src/discord/index.js'

export default {
  definition: {
    name: 'brief',
    description: 'What is new: main events, figures that have grown, new statements, what is planned',
    options: [
      optional('topic', 'A place, a person or an event, such as: geneva talks; without it, everything'),
      optional('since', 'From which day on, such as: 2022-01-03 or last week; otherwise the last seven days'),
    ],
  },
  defer: 'public',
  suggest: { topic: 'topic' },
  question: (given: Given<never, 'topic' | 'since'>) => ({ command: 'brief', ...given }),
} satisfies Command
