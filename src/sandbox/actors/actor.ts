import type { APIApplicationCommand, APIMessage, APIThreadChannel, Snowflake } from 'discord-api-types/v10'
import type { Exchange } from '../interactions/exchange.js'

/** A file that a user attaches. */
export interface Upload {
  name: string
  data: Buffer | string
  /** Media type; guessed from the name by default. */
  type?: string
}

/** Options by name. Users, roles, channels and mentionables are given by id, attachments as an upload. */
export type CommandOptions = Record<string, string | number | boolean | Upload>

/** A message, or its id. */
export type MessageRef = APIMessage | Snowflake

/**
 * Discord's client refused: the command is unknown or hidden from this user, a button is disabled or not
 * there, a required option is missing, or the user may not do this in the channel. Nothing reached the bot.
 */
export class NotPossible extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'NotPossible'
  }
}

/**
 * A user at work in one channel, with that user's permissions there.
 * Everything acts at once and reaches the bot over the gateway; impossible acts throw `NotPossible`.
 */
export interface Actor {
  readonly userId: Snowflake
  readonly channelId: Snowflake
  /** The commands that this user is offered here. */
  commands(): APIApplicationCommand[]
  /** Runs a slash command: `command('when', { topic: 'geneva' })`, subcommands as `'articles add'`. */
  command(name: string, options?: CommandOptions): Exchange
  /** Asks for the choices of the option `focused`, with what has been typed so far in `options`. */
  autocomplete(name: string, options: CommandOptions, focused: string): Exchange
  /** Runs a command of the context menu of a message, or of a user if `target` is a user's id. */
  contextMenu(name: string, target: MessageRef): Exchange
  click(message: MessageRef, customId: string): Exchange
  /** Chooses in a select menu: values of a string select, or ids. */
  select(message: MessageRef, customId: string, values: string[]): Exchange
  /** Sends the dialogue that `opened` has brought up, with its fields by `custom_id`. */
  submitModal(opened: Exchange, fields: Record<string, string | string[]>): Promise<Exchange>
  send(
    content: string,
    options?: { replyTo?: MessageRef; pingReplied?: boolean; attachments?: Upload[] },
  ): APIMessage
  edit(message: MessageRef, content: string): APIMessage
  delete(message: MessageRef): void
  /** Adds a reaction: a Unicode emoji, or `name:id`. */
  react(message: MessageRef, emoji: string): void
  unreact(message: MessageRef, emoji: string): void
  type(): void
  /** Starts a thread in this channel, from a message if given; in a forum `content` is the post's first message. */
  startThread(name: string, options?: { message?: MessageRef; content?: string }): APIThreadChannel
  /** What this user sees in the channel, oldest first, own ephemeral messages included. */
  messages(): APIMessage[]
}
