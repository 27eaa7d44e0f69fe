import type { Given } from '../src/discord/index.js'
import { type Command, required } from '../src/discord/index.js'

export default {
  definition: {
    name: 'compare',
    description: 'What each outlet says of a topic, side by side: dates, figures, wording',
    options: [required('topic', 'A place, a person or a thing, such as: troops')],
  },
  defer: 'public',
  suggest: { topic: 'topic' },
  question: (given: Given<'topic'>) => ({ command: 'compare', ...given }),
} satisfies Command
