import type { Command } from '../src/discord/command.js'
import { renderReload } from '../src/discord/reports.js'

export default {
  definition: {
    name: 'reload',
    description: 'For moderators: read the articles anew',
  },
  defer: 'private',
  permission: 'Manage Server',
  run: async ({ archive, by, words }) => renderReload(await archive.reload(by), words),
} satisfies Command
