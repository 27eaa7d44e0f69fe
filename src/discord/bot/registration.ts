/** Commands as Discord has them, and how to make them what they should be with as few writes as possible. */
import { type REST, Routes } from 'discord.js'
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord-api-types/v10'
import type { CommandCatalogue, OptionTexts } from '../../i18n/commands.js'
import { localisations } from '../../i18n/commands.js'
import { wordsFor } from '../../i18n/words.js'
import { asks, type Command, type MessageCommand, type SlashCommand } from './command.js'
import type { Commands } from './loader.js'
import { PERMISSIONS } from './permissions.js'

type SlashBody = RESTPostAPIChatInputApplicationCommandsJSONBody
type Body = SlashBody | RESTPostAPIContextMenuApplicationCommandsJSONBody

/** `null` is global: every server, direct messages, and wherever a member uses an app of their own. */
export type Place = { readonly guildId: string | null }

/** What is sent to Discord for a command, completed by what follows from its other parts. */
export function registered(command: Command, place: Place): Body {
  const everywhere = place.guildId === null ? reach(command) : {}
  return 'questions' in command ? { ...inMenu(command), ...everywhere } : { ...slash(command), ...everywhere }
}

function inMenu({ definition }: MessageCommand): RESTPostAPIContextMenuApplicationCommandsJSONBody {
  return { ...definition, ...localisations(({ commands }) => commands[definition.name]) }
}

function slash(command: SlashCommand): SlashBody {
  const { options: _, ...rest } = command.definition
  const options = optionsOf(command)
  return {
    type: ApplicationCommandType.ChatInput,
    ...rest,
    ...localisations(({ commands }) => commands[rest.name]),
    ...(options.length > 0 && { options }),
    ...('permission' in command &&
      command.permission && { default_member_permissions: String(PERMISSIONS[command.permission]) }),
  }
}

/** Where a global command can be used; a server's command has no such fields. What needs a permission needs a server. */
function reach(command: Command): Pick<Body, 'contexts' | 'integration_types'> {
  const { GuildInstall, UserInstall } = ApplicationIntegrationType
  const { Guild, BotDM, PrivateChannel } = InteractionContextType
  return 'permission' in command && command.permission
    ? { integration_types: [GuildInstall], contexts: [Guild] }
    : { integration_types: [GuildInstall, UserInstall], contexts: [Guild, BotDM, PrivateChannel] }
}

export const PRIVATE = 'private'

function optionsOf(command: SlashCommand): APIApplicationCommandOption[] {
  const { name, options = [] } = command.definition
  const localised = withTexts(options, (catalogue) => catalogue.commands[name]?.options)
  if (!asks(command)) return localised
  const completed = localised.map((option) =>
    command.suggest?.[option.name] ? { ...option, autocomplete: true as const } : option,
  ) as APIApplicationCommandOption[]
  return command.defer === 'private' ? completed : [...completed, privateOption()]
}

type Texts = (catalogue: CommandCatalogue) => Readonly<Record<string, OptionTexts>> | undefined

/** The options with their texts in other languages, and those of subcommands with theirs. */
function withTexts(
  options: readonly APIApplicationCommandOption[],
  texts: Texts,
): APIApplicationCommandOption[] {
  return options.map((option) => {
    const own = { ...option, ...localisations((catalogue) => texts(catalogue)?.[option.name]) }
    if (!('options' in option) || !option.options) return own as APIApplicationCommandOption
    const within: Texts = (catalogue) => texts(catalogue)?.[option.name]?.options
    return { ...own, options: withTexts(option.options, within) } as APIApplicationCommandOption
  })
}

function privateOption(): APIApplicationCommandBasicOption {
  return {
    type: ApplicationCommandOptionType.Boolean,
    name: PRIVATE,
    description: wordsFor('en').say('private'),
    ...localisations((catalogue) => catalogue.private),
  }
}

/** Whether Discord's commands are the wanted ones already, in whatever order and with whatever fields it added. */
export function isSame(wanted: readonly Body[], existing: readonly object[], { guildId }: Place): boolean {
  const compared = guildId === null ? [...COMPARED, ...REACH] : COMPARED
  const form = (commands: readonly object[]) =>
    JSON.stringify(commands.map((command) => normal(command, new Set(compared))).sort())
  return form(wanted) === form(existing)
}

const REACH = ['contexts', 'integration_types']
const COMPARED = [
  ...['type', 'name', 'name_localizations', 'description', 'description_localizations', 'options'],
  ...['default_member_permissions', 'nsfw', 'required', 'autocomplete'],
  ...['choices', 'value', 'min_length', 'max_length', 'min_value', 'max_value', 'channel_types'],
]

/** One text for all that says the same: the compared fields in order, those that are empty left out. */
function normal(command: object, compared: ReadonlySet<string>): string {
  return JSON.stringify(command, (key, value) => {
    if (Array.isArray(value)) return REACH.includes(key) ? [...value].sort() : value
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value)
      .filter(([name, inner]) => (compared.has(name) || key.endsWith('_localizations')) && !isEmpty(inner))
      .sort(([a], [b]) => (a < b ? -1 : 1))
    return Object.fromEntries(entries)
  })
}

function isEmpty(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    value === false ||
    value === '' ||
    (Array.isArray(value) && !value.length)
  )
}

export interface Registration {
  /** Places whose commands were written. */
  readonly written: readonly Place[]
  readonly unchanged: readonly Place[]
  /** Servers that were not looked at for commands of their own, since there are too many. */
  readonly skipped: number
  /** Places that could not be cleared of commands, with the error. */
  readonly failed: readonly { readonly place: Place; readonly error: unknown }[]
}

/** Each is asked for, and a bot may ask for so much. One in more servers is past being tried out in one of them. */
const MOST_CLEARED = 250

/**
 * Makes the commands of the place the wanted ones, and clears every other place, or else a member would see
 * each command twice.
 * @param guilds the servers that the bot is in; where they are many, none is cleared
 * @throws DiscordAPIError when the commands of the place can't be read or written
 */
export async function register(
  rest: REST,
  applicationId: string,
  commands: Commands,
  place: Place,
  guilds: readonly string[],
): Promise<Registration> {
  const wanted = [...commands.values()].map((command) => registered(command, place))
  const skipped = guilds.length > MOST_CLEARED ? guilds.length : 0
  const others = [null, ...(skipped ? [] : guilds)].filter((guildId) => guildId !== place.guildId)
  const outcome = {
    skipped,
    written: [] as Place[],
    unchanged: [] as Place[],
    failed: [] as { place: Place; error: unknown }[],
  }
  const note = (at: Place, wrote: boolean) => (wrote ? outcome.written : outcome.unchanged).push(at)
  note(place, await write(rest, applicationId, place, wanted))
  for (const guildId of others) {
    try {
      note({ guildId }, await write(rest, applicationId, { guildId }, []))
    } catch (error) {
      outcome.failed.push({ place: { guildId }, error })
    }
  }
  return outcome
}

/** Discord leaves them out otherwise. */
const WITH_LOCALISATIONS = new URLSearchParams({ with_localizations: 'true' })

/** @returns whether anything had to be written */
async function write(
  rest: REST,
  applicationId: string,
  { guildId }: Place,
  wanted: Body[],
): Promise<boolean> {
  const route =
    guildId === null
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId)
  const existing = (await rest.get(route, { query: WITH_LOCALISATIONS })) as object[]
  if (isSame(wanted, existing, { guildId })) return false
  await rest.put(route, { body: wanted })
  return true
}
