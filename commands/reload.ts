import type { Command } from '../src/discord/bot/command.js'
import { reload } from '../src/discord/moderation/reloads.js'

export default {
  definition: {
    name: 'reload',
    description: 'For moderators: read the articles anew',
  },
  defer: 'private',
  permission: 'Manage Server',
  run: (context) => reload(context),
} satisfies Command
