import type { Command } from '../src/discord/command.js'

export default {
  definition: {
    name: 'status',
    description: 'How many articles there are, how new they are, and how the bot is doing',
  },
  defer: 'public',
  question: () => ({ command: 'status' }),
} satisfies Command
