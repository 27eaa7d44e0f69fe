import { createCanvas } from '@napi-rs/canvas'
import {
  AttachmentBuilder,
  type AutocompleteInteraction,
  type ButtonInteraction,
  ButtonStyle,
  type ChatInputCommandInteraction,
  Client,
  ComponentType,
  EmbedBuilder,
  Events,
  GatewayIntentBits,
  type Interaction,
  type InteractionReplyOptions,
  MessageFlags,
  ApplicationCommandOptionType as Option,
  TextInputStyle,
} from 'discord.js'
import type { Sandbox } from '../../src/sandbox/sandbox.js'

const COMMANDS = [
  {
    name: 'find',
    description: 'Passages about a topic',
    options: [
      {
        type: Option.String as const,
        name: 'topic',
        description: 'What',
        required: true,
        autocomplete: true,
      },
      { type: Option.Boolean as const, name: 'private', description: 'Only you see the answer' },
      { type: Option.User as const, name: 'who', description: 'Whose words' },
    ],
  },
  { name: 'picture', description: 'A picture with a file beside it' },
  { name: 'dialogue', description: 'Asks a question back' },
  { name: 'slow', description: 'Never answers' },
  { name: 'reload', description: 'Reads the articles anew', defaultMemberPermissions: 32n },
  {
    name: 'articles',
    description: 'The articles',
    options: [
      {
        type: Option.Subcommand as const,
        name: 'add',
        description: 'Adds an article',
        options: [
          { type: Option.Attachment as const, name: 'file', description: 'The article', required: true },
        ],
      },
    ],
  },
  { type: 3 as const, name: 'Find sources' },
]

const TOPICS = ['Harbour strike', 'Harbour tolls', 'Bridge repairs']

/** A bot that has one of everything that the page must show. */
export async function startBot(sandbox: Sandbox): Promise<Client<true>> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    rest: { api: sandbox.api },
  })
  client.on(Events.Error, () => {})
  client.on(Events.InteractionCreate, (interaction) => void answer(interaction))
  client.on(Events.MessageCreate, async (message) => {
    if (message.author.bot || !message.mentions.has(client.user!)) return
    await message.channel.sendTyping()
    await message.reply(`You said: ${message.content.replace(/<@\d+>/, '').trim()}`)
  })
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve))
  await client.login(sandbox.token)
  const logged = await ready
  await logged.application.commands.set(COMMANDS)
  return logged
}

async function answer(interaction: Interaction): Promise<unknown> {
  if (interaction.isAutocomplete()) return complete(interaction)
  if (interaction.isChatInputCommand()) return run(interaction)
  if (interaction.isMessageContextMenuCommand())
    return interaction.reply({
      content: `Sources for: ${interaction.targetMessage.content}`,
      flags: MessageFlags.Ephemeral,
    })
  if (interaction.isStringSelectMenu())
    return interaction.reply({
      content: `Context of ${interaction.values.join()}`,
      flags: MessageFlags.Ephemeral,
    })
  if (interaction.isModalSubmit())
    return interaction.reply(`Because ${interaction.fields.getTextInputValue('why')}`)
  if (interaction.isButton()) return press(interaction)
  return undefined
}

function complete(interaction: AutocompleteInteraction): Promise<unknown> {
  const typed = interaction.options.getFocused().toLowerCase()
  const fitting = TOPICS.filter((topic) => topic.toLowerCase().includes(typed))
  return interaction.respond(fitting.map((topic) => ({ name: topic, value: topic.toLowerCase() })))
}

async function run(interaction: ChatInputCommandInteraction): Promise<unknown> {
  switch (interaction.commandName) {
    case 'find': {
      const isPrivate = interaction.options.getBoolean('private') === true
      await interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {})
      return interaction.editReply(page(interaction.options.getString('topic', true), 1) as never)
    }
    case 'picture':
      return interaction.reply({
        embeds: [new EmbedBuilder().setTitle('A picture').setImage('attachment://picture.png')],
        files: [
          new AttachmentBuilder(drawing(), { name: 'picture.png', description: 'Events in order' }),
          new AttachmentBuilder(drawing(), { name: 'attached.png', description: 'The same, attached' }),
          new AttachmentBuilder(Buffer.from('words'), { name: 'words.txt' }),
        ],
      })
    case 'dialogue':
      return interaction.showModal({
        title: 'What was wrong?',
        customId: 'wrong',
        components: [
          {
            type: ComponentType.ActionRow,
            components: [
              {
                type: ComponentType.TextInput,
                customId: 'why',
                label: 'Why?',
                style: TextInputStyle.Paragraph,
                required: true,
              },
            ],
          },
        ],
      })
    case 'articles':
      return interaction.reply(`Added ${interaction.options.getAttachment('file', true).name}`)
    case 'reload':
      return interaction.reply('Read anew')
    default:
      return undefined
  }
}

function press(interaction: ButtonInteraction): Promise<unknown> {
  const [kind, topic = '', number = '1'] = interaction.customId.split(':')
  if (kind === 'delete') return interaction.deferUpdate().then(() => interaction.deleteReply())
  return interaction.update(page(topic, Number(number)) as never)
}

/** A page of an answer with every kind of mark-up, a select and buttons. */
function page(topic: string, number: number): InteractionReplyOptions {
  const embed = new EmbedBuilder()
    .setColor(0x2f7a9a)
    .setTitle(`Passages about ${topic}`)
    .setURL('https://example.org/search')
    .setDescription(
      [
        `**1. Page ${number}** of *two*, \`as it stands\``,
        `> The **${topic}** goes on, the council said <t:1642000000:D>.`,
        'The Gazette · [“A long night”](https://example.org/night) · ¶3',
      ].join('\n'),
    )
    .addFields(
      { name: 'Ledger', value: 'nothing', inline: true },
      { name: 'Gazette', value: '3', inline: true },
    )
    .setFooter({ text: `2 articles · page ${number} of 2` })
  const button = (label: string, customId: string, style: ButtonStyle, disabled = false) => ({
    type: ComponentType.Button as const,
    label,
    customId,
    style,
    disabled,
  })
  return {
    embeds: [embed],
    components: [
      {
        type: ComponentType.ActionRow,
        components: [
          {
            type: ComponentType.StringSelect,
            customId: 'context',
            placeholder: 'Open in context',
            options: [
              { label: 'A long night', value: 'night', description: 'The Gazette, ¶3' },
              { label: 'Tolls again', value: 'tolls', description: 'The Ledger, ¶8' },
            ],
          },
        ],
      },
      {
        type: ComponentType.ActionRow,
        components: [
          button('Back', `page:${topic}:${number - 1}`, ButtonStyle.Secondary, number === 1),
          button('Next', `page:${topic}:${number + 1}`, ButtonStyle.Primary, number === 2),
          button('Delete', 'delete', ButtonStyle.Danger),
        ],
      },
    ],
  }
}

function drawing(): Buffer {
  const canvas = createCanvas(600, 240)
  const context = canvas.getContext('2d')
  context.fillStyle = '#20304a'
  context.fillRect(0, 0, 600, 240)
  context.fillStyle = '#ffd166'
  for (let at = 60; at < 600; at += 120) context.fillRect(at, 110, 20, 20)
  return canvas.toBuffer('image/png')
}
