/** What a file in `commands/` exports by default. */
import {
  type APIApplicationCommandStringOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10'
import type { Question } from '../answers/answer.js'
import type { LiveArchive, Scope, SuggestionKind } from '../archive/archive.js'
import type { Words } from '../language/words.js'
import type { Vain } from './feedback.js'
import { OPTION } from './limits.js'
import type { Permission } from './permissions.js'
import type { Reports } from './reloads.js'
import type { Reply } from './reply.js'

export type Command = SlashCommand | MessageCommand
export type SlashCommand = AskingCommand | ActingCommand

interface CommonParts {
  /** As Discord wants it. Its name is the file's name. */
  readonly definition: Definition
  /** Who sees the reply, and so how the command is acknowledged before any work begins. */
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
  /** What a member must be allowed in the server. Discord hides the command from others; it is checked again when it runs. */
  readonly permission?: Permission
  run(context: ActingContext): Promise<Reply>
}

/** A command in the menu of a message (right-click → Apps): it asks about the message's words. */
export interface MessageCommand {
  /** Its name, in small letters and with dashes, is the file's name. */
  readonly definition: { readonly type: ApplicationCommandType.Message; readonly name: string }
  readonly defer: 'private'
  /** What is asked about a message; nothing where it holds nothing to ask about. */
  questions(text: string): readonly Question[]
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
  readonly service: { readonly version: string; readonly startedAt: Date }
  /** What members of the server asked in vain; null for those who may not see it. */
  readonly inVain: (() => Promise<readonly Vain[]>) | null
}

export type Definition = Omit<RESTPostAPIChatInputApplicationCommandsJSONBody, 'options'> & {
  readonly options?: APIApplicationCommandStringOption[]
}

/** The options that were given, tidied: the first are required by the definition, the others are not. */
export type Given<Required extends string, Optional extends string = never> = Readonly<
  Record<Required, string> & Partial<Record<Optional, string>>
>

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

export function acts(command: Command): command is ActingCommand {
  return 'run' in command
}

/** The definition of a command in the menu of a message. */
export function inMessageMenu(name: string): MessageCommand['definition'] {
  return { type: ApplicationCommandType.Message, name }
}
