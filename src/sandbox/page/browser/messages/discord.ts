import type {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonStyle,
  ChannelType,
  ComponentType,
  MessageFlags,
  MessageType,
  TextInputStyle,
} from 'discord-api-types/v10'

// Discord's numbers. The package that names them is not made for browsers; its types hold these to their meaning.

export const Channel = {
  text: 0 satisfies ChannelType.GuildText,
  dm: 1 satisfies ChannelType.DM,
  announcementThread: 10 satisfies ChannelType.AnnouncementThread,
  publicThread: 11 satisfies ChannelType.PublicThread,
  privateThread: 12 satisfies ChannelType.PrivateThread,
  forum: 15 satisfies ChannelType.GuildForum,
} as const

export const Flag = {
  ephemeral: 64 satisfies MessageFlags.Ephemeral,
  loading: 128 satisfies MessageFlags.Loading,
} as const

export const Message = {
  reply: 19 satisfies MessageType.Reply,
  slashCommand: 20 satisfies MessageType.ChatInputCommand,
  menuCommand: 23 satisfies MessageType.ContextMenuCommand,
} as const

export const Component = {
  row: 1 satisfies ComponentType.ActionRow,
  button: 2 satisfies ComponentType.Button,
  stringSelect: 3 satisfies ComponentType.StringSelect,
  textInput: 4 satisfies ComponentType.TextInput,
  userSelect: 5 satisfies ComponentType.UserSelect,
  roleSelect: 6 satisfies ComponentType.RoleSelect,
  mentionableSelect: 7 satisfies ComponentType.MentionableSelect,
  channelSelect: 8 satisfies ComponentType.ChannelSelect,
  textDisplay: 10 satisfies ComponentType.TextDisplay,
  label: 18 satisfies ComponentType.Label,
} as const

export const Button = {
  link: 5 satisfies ButtonStyle.Link,
  /** Class names by style. */
  classes: { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger' } as Record<number, string>,
} as const

export const PARAGRAPH = 2 satisfies TextInputStyle.Paragraph

export const Command = {
  slash: 1 satisfies ApplicationCommandType.ChatInput,
  onMessage: 3 satisfies ApplicationCommandType.Message,
} as const

export const Option = {
  subcommand: 1 satisfies ApplicationCommandOptionType.Subcommand,
  group: 2 satisfies ApplicationCommandOptionType.SubcommandGroup,
  string: 3 satisfies ApplicationCommandOptionType.String,
  integer: 4 satisfies ApplicationCommandOptionType.Integer,
  boolean: 5 satisfies ApplicationCommandOptionType.Boolean,
  user: 6 satisfies ApplicationCommandOptionType.User,
  channel: 7 satisfies ApplicationCommandOptionType.Channel,
  role: 8 satisfies ApplicationCommandOptionType.Role,
  mentionable: 9 satisfies ApplicationCommandOptionType.Mentionable,
  number: 10 satisfies ApplicationCommandOptionType.Number,
  attachment: 11 satisfies ApplicationCommandOptionType.Attachment,
} as const
