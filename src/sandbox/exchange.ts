import type {
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIModalInteractionResponseCallbackData,
  InteractionResponseType,
  Snowflake,
} from 'discord-api-types/v10'

/** The bot's acknowledgement of an interaction. */
export interface Acknowledgement {
  type: InteractionResponseType
  /** Milliseconds from the interaction to the callback, by the sandbox's clock. */
  afterMs: number
  /** Same in real time, with fractions. */
  realMs: number
}

/** "The application did not respond": no acknowledgement came in time. */
export class NoResponse extends Error {
  constructor() {
    super('The application did not respond')
    this.name = 'NoResponse'
  }
}

/**
 * An interaction as its user follows it. Each method waits for what it names, or gives at once what has
 * already happened; it rejects after `timeoutMs` (5,000) of real time, and with `NoResponse` when Discord gave up.
 */
export interface Exchange {
  readonly id: Snowflake
  readonly token: string
  /** "waiting" for the callback, "thinking" after a deferral, "answered", or "failed" (not acknowledged in time). */
  readonly state: 'waiting' | 'thinking' | 'answered' | 'failed'
  acknowledged(timeoutMs?: number): Promise<Acknowledgement>
  /** The answer with content: the reply, the filled-in deferred reply, or the message the component belongs to, as updated. */
  response(timeoutMs?: number): Promise<APIMessage>
  /** The answer at its `n`th edit (1 is the first after it was shown; filling a deferred reply is no edit). */
  edited(n?: number, timeoutMs?: number): Promise<APIMessage>
  /** The `n`th follow-up message (0 is the first). */
  followUp(n?: number, timeoutMs?: number): Promise<APIMessage>
  /** All follow-ups so far, as they stand now. */
  readonly followUps: APIMessage[]
  /** The dialogue that the bot opened. */
  modal(timeoutMs?: number): Promise<APIModalInteractionResponseCallbackData>
  /** The choices for an autocomplete interaction. */
  choices(timeoutMs?: number): Promise<APIApplicationCommandOptionChoice[]>
  /** Resolves with the error shown to the user when the bot does not acknowledge; rejects if it does. */
  failure(timeoutMs?: number): Promise<NoResponse>
}
