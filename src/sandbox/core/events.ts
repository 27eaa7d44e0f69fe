import type { APIApplicationCommand, APIMessage, APIThreadChannel, Snowflake } from 'discord-api-types/v10'
import type { RecordedRequest } from '../http/requests.js'

/** How long is waited for what is to come, in real time, unless said otherwise: long enough for a busy machine. */
export const PATIENCE_MS = 15_000

/** What happens in the sandbox, as a test may wait for it. Messages are shown with their whole content. */
export interface SandboxEvents {
  /** A message was sent, by anybody; ephemeral ones too (`flags` has 64). */
  message: APIMessage
  edit: APIMessage
  delete: { id: Snowflake; channelId: Snowflake }
  reaction: { messageId: Snowflake; channelId: Snowflake; userId: Snowflake; emoji: string; added: boolean }
  typing: { channelId: Snowflake; userId: Snowflake }
  thread: APIThreadChannel
  /** The bot made a REST request and has been answered. */
  request: RecordedRequest
  /** The bot registered, changed or deleted commands: all that stand now in this scope (null: global). */
  commands: { guildId: Snowflake | null; commands: APIApplicationCommand[] }
  /** The bot logged in to the gateway with a new session. */
  ready: { sessionId: string; intents: number; shard: readonly [id: number, count: number] }
  /** The bot asked for a new session; too soon after another one, it gets none. */
  identify: { shard: readonly [id: number, count: number]; tooSoon: boolean }
  /** The bot took up an old session; `replayed` events were sent again. */
  resumed: { sessionId: string; replayed: number }
  /** A gateway connection ended, with its close code. */
  disconnected: { sessionId: string | null; code: number }
}

type Listener<K extends keyof SandboxEvents> = (event: SandboxEvents[K]) => void

/** Nothing of what was waited for came in time. */
export class NothingCame extends Error {
  override readonly name = 'NothingCame'
}

/** Events inside the sandbox, and promises for the next one. */
export class EventHub {
  readonly #listeners = new Map<keyof SandboxEvents, Set<Listener<never>>>()

  emit<K extends keyof SandboxEvents>(kind: K, event: SandboxEvents[K]): void {
    for (const listener of [...(this.#listeners.get(kind) ?? [])] as Listener<K>[]) listener(event)
  }

  /** Calls `listener` for every event of the kind; the returned function ends that. */
  on<K extends keyof SandboxEvents>(kind: K, listener: Listener<K>): () => void {
    const listeners = this.#listeners.get(kind) ?? new Set()
    this.#listeners.set(kind, listeners.add(listener))
    return () => listeners.delete(listener)
  }

  /**
   * The next event from now on that `matches`.
   * @throws NothingCame when none comes within `timeoutMs` of real time.
   */
  next<K extends keyof SandboxEvents>(
    kind: K,
    matches: (event: SandboxEvents[K]) => boolean = () => true,
    timeoutMs = PATIENCE_MS,
  ): Promise<SandboxEvents[K]> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        stop()
        reject(new NothingCame(`no ${kind} event of the wanted kind came within ${timeoutMs} ms`))
      }, timeoutMs).unref()
      const stop = this.on(kind, (event) => {
        if (!matches(event)) return
        stop()
        clearTimeout(timer)
        resolve(event)
      })
    })
  }
}
