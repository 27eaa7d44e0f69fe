import { ApplicationCommandOptionType as Option } from 'discord-api-types/v10'
import type { Command } from '../src/discord/index.js'
import { completeFeeds, manageFeeds } from '../src/discord/index.js'

export default {
  definition: {
    name: 'feeds',
    description: 'For moderators: feeds that bring articles of this server’s own',
    options: [
      {
        type: Option.Subcommand,
        name: 'add',
        description: 'Look at a feed, and follow it',
        options: [
          {
            type: Option.String,
            name: 'link',
            description: 'The address of an RSS, Atom or JSON feed',
            required: true,
            max_length: 2000,
          },
        ],
      },
      {
        type: Option.Subcommand,
        name: 'list',
        description: 'The feeds of this server, and how they are doing',
      },
      {
        type: Option.Subcommand,
        name: 'stop',
        description: 'Follow a feed no more; its articles stay',
        options: [
          {
            type: Option.String,
            name: 'name',
            description: 'Its title or its site',
            required: true,
            autocomplete: true,
            max_length: 200,
          },
        ],
      },
    ],
  },
  defer: 'private',
  permission: 'Manage Server',
  manage: manageFeeds,
  complete: completeFeeds,
} satisfies Command
