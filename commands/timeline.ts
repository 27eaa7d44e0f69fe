import type { Given } from '../src/discord/index.js'
import { type Command, optional } from '../src/discord/index.js'

export default {
  definition: {
    name: 'timeline',
    description: 'What happened and what is to happen, in order, with a picture',
    options: [
      optional('topic', 'A place, a person or an event, such as: geneva talks; without it, everything'),
      optional('from', 'Only events from then on, such as: 2021-12-31, 2021-12 or 2021'),
      optional('to', 'Only events until then, such as: 2022-01-10, 2022-01 or 2022'),
      optional('most', 'How many events, the most important ones, such as: 20; otherwise twelve'),
    ],
  },
  defer: 'public',
  suggest: { topic: 'topic' },
  question: (given: Given<never, 'topic' | 'from' | 'to' | 'most'>) => ({ command: 'timeline', ...given }),
} satisfies Command
