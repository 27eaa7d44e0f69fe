import type { Command } from '../src/discord/command.js'

export default {
  definition: {
    name: 'help',
    description: 'What can be asked, and how',
  },
  defer: 'private',
  question: () => ({ command: 'help' }),
} satisfies Command
