import { ApplicationCommandOptionType as Option } from 'discord-api-types/v10'
import type { Command } from '../src/discord/index.js'
import { completeFollows, manageFollows, WRITABLE } from '../src/discord/index.js'

const topic = (description: string) => ({
  type: Option.String as const,
  name: 'topic',
  description,
  required: true,
  autocomplete: true as const,
  max_length: 100,
})
const channel = (description: string) => ({
  type: Option.Channel as const,
  name: 'channel',
  description,
  channel_types: [...WRITABLE],
})

export default {
  definition: {
    name: 'follow',
    description: 'For moderators: tell of new articles about a topic',
    options: [
      {
        type: Option.Subcommand,
        name: 'topic',
        description: 'Follow a topic',
        options: [
          topic('A place, a person or a thing'),
          channel('Where new articles are told of; here otherwise'),
          { type: Option.Role, name: 'role', description: 'A role to ping' },
        ],
      },
      { type: Option.Subcommand, name: 'list', description: 'The topics that are followed' },
      {
        type: Option.Subcommand,
        name: 'stop',
        description: 'Stop following a topic',
        options: [topic('The topic'), channel('Only in this channel')],
      },
    ],
  },
  defer: 'private',
  permission: 'Manage Server',
  manage: manageFollows,
  complete: completeFollows,
} satisfies Command
