import type { Given } from '../src/discord/index.js'
import { type Command, optional } from '../src/discord/index.js'

export default {
  definition: {
    name: 'sources',
    description: 'The articles that answers are taken from',
    options: [optional('outlet', 'Only articles of this outlet')],
  },
  defer: 'public',
  suggest: { outlet: 'outlet' },
  question: (given: Given<never, 'outlet'>) => ({ command: 'sources', ...given }),
} satisfies Command
