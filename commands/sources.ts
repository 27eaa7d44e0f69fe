import { type Command, type Given, optional } from '../src/discord/bot/command.js'

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
