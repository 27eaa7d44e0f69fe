/** What a file in `commands/` exports by default. */
import {
  type APIApplicationCommandStringOption,
  ApplicationCommandOptionType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10'
import type { Question } from '../answers/answer.js'
import type { LiveArchive, Scope, SuggestionKind } from '../archive/archive.js'
import { OPTION } from './limits.js'
import type { Permission } from './permissions.js'
import type { Reply } from './renderer.js'

export type Command = AskingCommand | ActingCommand

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

/** A command that does something. */
export interface ActingCommand extends CommonParts {
  /** What a member must be allowed in the server. Discord hides the command from others; it is checked again when it runs. */
  readonly permission?: Permission
  run(context: ActingContext): Promise<Reply>
}

export interface ActingContext {
  readonly archive: LiveArchive
  readonly scope: Scope
  /** The name of whoever ran it, as the server shows it. */
  readonly by: string
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
