import type { Command } from '../src/discord/index.js'
import { showPanel } from '../src/discord/index.js'

export default {
  definition: {
    name: 'settings',
    description: 'For moderators: where and how I answer in this server',
    options: [],
  },
  defer: 'private',
  permission: 'Manage Server',
  byRole: false,
  manage: showPanel,
} satisfies Command
