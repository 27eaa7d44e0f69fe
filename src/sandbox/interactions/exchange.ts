import {
  type APIApplicationCommandOptionChoice,
  type APIMessage,
  type APIModalInteractionResponseCallbackData,
  InteractionResponseType,
  type Snowflake,
} from 'discord-api-types/v10'
import { PATIENCE_MS } from '../core/events.js'

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
 * already happened; it rejects after `timeoutMs` (15,000) of real time, and with `NoResponse` when Discord gave up.
 */
export interface Exchange {
  readonly id: Snowflake
  readonly token: string
  /** "waiting" for the callback, "thinking" after a deferred reply, "answered", or "failed" (not acknowledged in time). */
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

/** An `Exchange` from the sandbox's side, where what happens is entered. */
export class ExchangeLog implements Exchange {
  readonly id: Snowflake
  readonly token: string
  #acknowledgement: Acknowledgement | undefined
  #failure: NoResponse | undefined
  #modal: APIModalInteractionResponseCallbackData | undefined
  #choices: APIApplicationCommandOptionChoice[] | undefined
  /** The answer as it stood when first shown, then after each edit. */
  readonly #versions: APIMessage[] = []
  readonly #followUps: (() => APIMessage | undefined)[] = []
  readonly #waiting = new Set<() => void>()

  constructor(id: Snowflake, token: string) {
    this.id = id
    this.token = token
  }

  get state(): Exchange['state'] {
    if (this.#failure) return 'failed'
    if (!this.#acknowledgement) return 'waiting'
    const deferred = this.#acknowledgement.type === InteractionResponseType.DeferredChannelMessageWithSource
    return deferred && this.#versions.length === 0 ? 'thinking' : 'answered'
  }

  get followUps(): APIMessage[] {
    return this.#followUps.map((read) => read()).filter((message) => message !== undefined)
  }

  acknowledged(timeoutMs?: number): Promise<Acknowledgement> {
    return this.#until('an acknowledgement', () => this.#acknowledgement, timeoutMs)
  }

  response(timeoutMs?: number): Promise<APIMessage> {
    return this.#until('a response', () => this.#versions[0], timeoutMs)
  }

  edited(n = 1, timeoutMs?: number): Promise<APIMessage> {
    return this.#until(`edit ${n} of the response`, () => this.#versions[n], timeoutMs)
  }

  followUp(n = 0, timeoutMs?: number): Promise<APIMessage> {
    return this.#until(`follow-up ${n}`, () => this.#followUps[n]?.(), timeoutMs)
  }

  modal(timeoutMs?: number): Promise<APIModalInteractionResponseCallbackData> {
    return this.#until('a modal', () => this.#modal, timeoutMs)
  }

  choices(timeoutMs?: number): Promise<APIApplicationCommandOptionChoice[]> {
    return this.#until('choices', () => this.#choices, timeoutMs)
  }

  async failure(timeoutMs?: number): Promise<NoResponse> {
    const outcome = await this.#until('a failure', () => this.#acknowledgement, timeoutMs).catch(
      (error) => error,
    )
    if (outcome instanceof NoResponse) return outcome
    throw outcome instanceof Error ? outcome : new Error('the interaction was acknowledged')
  }

  enterAcknowledgement(acknowledgement: Acknowledgement): void {
    this.#acknowledgement = acknowledgement
    this.#tell()
  }

  enterFailure(): void {
    this.#failure = new NoResponse()
    this.#tell()
  }

  /** The answer has been shown or edited. */
  enterVersion(message: APIMessage): void {
    this.#versions.push(message)
    this.#tell()
  }

  enterFollowUp(read: () => APIMessage | undefined): void {
    this.#followUps.push(read)
    this.#tell()
  }

  enterModal(modal: APIModalInteractionResponseCallbackData): void {
    this.#modal = modal
    this.#tell()
  }

  enterChoices(choices: APIApplicationCommandOptionChoice[]): void {
    this.#choices = choices
    this.#tell()
  }

  #tell(): void {
    for (const look of [...this.#waiting]) look()
  }

  #until<T>(what: string, read: () => T | undefined, timeoutMs = PATIENCE_MS): Promise<T> {
    return new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer)
        this.#waiting.delete(look)
      }
      const timer = setTimeout(() => {
        stop()
        reject(new Error(`${what} did not come within ${timeoutMs} ms`))
      }, timeoutMs).unref()
      const look = () => {
        const found = read()
        if (found === undefined && !this.#failure) return
        stop()
        if (found === undefined) reject(this.#failure)
        else resolve(found)
      }
      this.#waiting.add(look)
      look()
    })
  }
}
