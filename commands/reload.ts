import type { Command } from '../src/discord/index.js'
import { reload } from '../src/discord/index.js'

export default {
  definition: {
    name: 'reload',
    description: 'For moderators: read the articles anew',
  },
  defer: 'private',
  permission: 'Manage Server',
  run: (context) => reload(context),
} satisfies Command
