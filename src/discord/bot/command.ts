/** What a file in `commands/` exports by default. */
import {
  type APIApplicationCommandStringOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10'
import type { Question } from '../../answers/model/answer.js'
import type { LiveArchive, Scope, Suggestion, SuggestionKind } from '../../archive/contract/archive.js'
import type { FeedStatus } from '../../articles/feeds/index.js'
import type { Words } from '../../i18n/words.js'
import type { Shards } from '../lifecycle/shards.js'
import type { Library } from '../moderation/articles/library.js'
import type { UnansweredCount } from '../moderation/feedback.js'
import type { Reports } from '../moderation/reloads.js'
import { OPTION } from '../render/limits.js'
import type { Reply } from '../render/reply.js'
import type { Given, GivenChannel, GivenFile, GivenRole } from './given.js'
import type { Permission } from './permissions.js'

export type Command = SlashCommand | MessageCommand
export type SlashCommand = AskingCommand | ActingCommand | ManagingCommand

interface CommonParts {
  /** As Discord wants it. Its name is the file's name. */
  readonly definition: Definition
  /** Who sees the reply, and so the acknowledgement where the reply takes a while. */
  readonly defer: 'public' | 'private'
}

/** A command that asks a question of the articles. It gets a `private` option of its own accord. */
export interface AskingCommand extends CommonParts {
  /** Which options are completed while one types, and with what. */
  readonly suggest?: Readonly<Record<string, SuggestionKind>>
  question(given: Given<string>): Question
}

/** A command that does something, or tells of the bot itself. */
export interface ActingCommand extends CommonParts {
  /**
   * What a member must be allowed in the server. Discord hides the command from others; it is checked again when it
   * runs. A command that changes something has one, and does not begin before Discord has taken the acknowledgement.
   */
  readonly permission?: Permission
  run(context: ActingContext): Promise<Reply>
}

/** A command of actions on what belongs to a server, such as its own articles. Each is a subcommand; of one alone there is none. */
export interface ManagingCommand extends Omit<CommonParts, 'definition'> {
  readonly definition: ManagingDefinition
  readonly permission: Permission
  /** False where the role that a server has named for its moderators does not do. */
  readonly byRole?: false
  readonly defer: 'private'
  manage(context: ManagingContext): Promise<Reply>
  /** What can be picked for an option while it is being typed; it is cut to Discord's limits afterwards. */
  complete?(context: CompletingContext): Promise<readonly Suggestion[]>
}

/** A command in the menu of a message (right-click → Apps): it asks about the message's words. */
export interface MessageCommand {
  /** Its name, in small letters and with dashes, is the file's name. */
  readonly definition: { readonly type: ApplicationCommandType.Message; readonly name: string }
  readonly defer: 'private'
  /** What is asked about a message; nothing where it holds nothing to ask about. */
  questions(text: string): readonly Question[]
}

/** The bot itself. */
export interface Service {
  readonly version: string
  readonly startedAt: Date
  /** Those of this process. */
  readonly shards: Shards
}

export interface ActingContext {
  readonly archive: LiveArchive
  readonly scope: Scope
  /** The name of whoever ran it, as the server shows it. */
  readonly by: string
  /** In the language of whoever ran it. */
  readonly words: Words
  readonly commands: ReadonlyMap<string, Command>
  readonly reports: Reports
  /** The bot that runs it. */
  readonly service: Service
  /** Whether whoever runs it may do what moderators may. */
  readonly moderates: boolean
  /** What members of the server asked in vain; null for those who may not see it. */
  readonly unanswered: (() => Promise<readonly UnansweredCount[]>) | null
  /** How the feeds are doing; null where there are none, and for those who may not see it. */
  readonly feeds: (() => Promise<readonly FeedStatus[]>) | null
  /** Whether ratings and questions asked in vain are kept. */
  readonly keepsFeedback: boolean
  /** How many of them are of whoever runs it; null where others see the reply, too, and where none are kept. */
  readonly keptOfMine: (() => Promise<number>) | null
}

/** What a managing command works on, and for whom. */
export interface ManagingContext {
  readonly library: Library
  /** The id of the server. */
  readonly server: string
  /** The id of whoever ran it. */
  readonly by: string
  readonly words: Words
  /** The language of their own, as Discord gives it. */
  readonly locale: string
  /** The subcommand; empty for a command without any. */
  readonly action: string
  /** As they were typed. */
  readonly given: Given<never, string>
  readonly file: GivenFile | null
  /** Null where none was given. */
  readonly channel: GivenChannel | null
  /** Null where none was given. */
  readonly role: GivenRole | null
  /** Where it was run. */
  readonly here: GivenChannel
  /** Tells of new articles of the server where their topics are followed. */
  readonly announce: Announce
  /** Writes a message into a channel of the server. */
  readonly post: Post
}

export interface CompletingContext extends Pick<ManagingContext, 'library' | 'server' | 'words' | 'action'> {
  readonly option: string
  readonly typed: string
}

/**
 * @param ids of articles that the archive has by now
 * @param server whose own they are; null for everybody's
 * @returns whether all were told that can be; false where it may go better later
 */
export type Announce = (ids: readonly string[], server: string | null) => Promise<boolean>

/**
 * @param once what is sent again within minutes under the same, of 25 characters at most, is not there twice
 * @throws DiscordAPIError when the message can't be sent
 */
export type Post = (channel: string, reply: Reply, once?: string) => Promise<void>

export type ManagingDefinition = Omit<RESTPostAPIChatInputApplicationCommandsJSONBody, 'options'> & {
  readonly options: APIApplicationCommandSubcommandOption[]
}

export type Definition = Omit<RESTPostAPIChatInputApplicationCommandsJSONBody, 'options'> & {
  readonly options?: APIApplicationCommandStringOption[]
}

/** An option that must be given. */
export function required(name: string, description: string): APIApplicationCommandStringOption {
  return { ...optional(name, description), required: true }
}

/** An option that may be left out. */
export function optional(name: string, description: string): APIApplicationCommandStringOption {
  return { type: ApplicationCommandOptionType.String, name, description, max_length: OPTION }
}

export function asks(command: Command): command is AskingCommand {
  return 'question' in command
}

export function manages(command: Command): command is ManagingCommand {
  return 'manage' in command
}

export function acts(command: Command): command is ActingCommand {
  return 'run' in command
}

/** The definition of a command in the menu of a message. */
export function inMessageMenu(name: string): MessageCommand['definition'] {
  return { type: ApplicationCommandType.Message, name }
}
