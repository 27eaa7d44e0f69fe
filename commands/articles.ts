import { ApplicationCommandOptionType as Option } from 'discord-api-types/v10'
import type { Command } from '../src/discord/index.js'
import { completeArticles, manageArticles, WRITABLE } from '../src/discord/index.js'

export default {
  definition: {
    name: 'articles',
    description: 'For moderators: the articles of this server’s own',
    options: [
      {
        type: Option.Subcommand,
        name: 'add',
        description: 'Add an article: by a link, by a file, or with neither to paste its text',
        options: [
          { type: Option.String, name: 'link', description: 'The address of the page', max_length: 2000 },
          {
            type: Option.Attachment,
            name: 'file',
            description: 'An article as .txt, .md, .html or .pdf',
          },
        ],
      },
      {
        type: Option.Subcommand,
        name: 'edit',
        description: 'Put an article’s title, outlet, date or link right',
        options: [
          {
            type: Option.String,
            name: 'name',
            description: 'Its title',
            required: true,
            autocomplete: true,
            max_length: 400,
          },
        ],
      },
      {
        type: Option.Subcommand,
        name: 'remove',
        description: 'Remove an article',
        options: [
          {
            type: Option.String,
            name: 'name',
            description: 'Its title',
            required: true,
            autocomplete: true,
            max_length: 400,
          },
        ],
      },
      { type: Option.Subcommand, name: 'list', description: 'The articles of this server’s own' },
      {
        type: Option.Subcommand,
        name: 'log',
        description: 'Who added and removed articles, and where that is told',
        options: [
          {
            type: Option.Channel,
            name: 'channel',
            description: 'The channel to tell it in from now on; without it, the log is shown',
            channel_types: [...WRITABLE],
          },
        ],
      },
    ],
  },
  defer: 'private',
  permission: 'Manage Server',
  manage: manageArticles,
  complete: completeArticles,
} satisfies Command
