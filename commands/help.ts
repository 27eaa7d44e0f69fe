import type { Command } from '../src/discord/index.js'
import { renderHelp } from '../src/discord/index.js'

export default {
  definition: {
    name: 'help',
    description: 'What can be asked, and how',
  },
  defer: 'private',
  run: async ({ commands, words, moderates }) => renderHelp(commands, words, moderates),
} satisfies Command
