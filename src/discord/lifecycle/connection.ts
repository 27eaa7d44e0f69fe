/** One login to Discord: a client of one shard, what it logs, and how it ends. */
import { type Client, Events, Status } from 'discord.js'
import type { APIGatewayBotInfo } from 'discord-api-types/v10'
import type { Log } from '../../lib/log.js'
import { makeClient, type RestSettings } from '../bot/client.js'
import { closedForGood, type End, loginError, StartError } from './end.js'
import type { IdentifyTurns } from './identify-turns.js'

export interface ConnectOptions {
  readonly token: string
  readonly log: Log
  /** How Discord's API is reached. */
  readonly rest: RestSettings
  /** Which shard it is, and of how many. */
  readonly id: number
  readonly total: number
  /** See `Shards`. */
  readonly recommended?: boolean
  readonly turns: IdentifyTurns
  readonly gateway?: () => Promise<APIGatewayBotInfo>
  /** What is called for the client's events, by their names. */
  readonly listeners: Listeners
  /** Called when Discord ends the session for good. */
  readonly onEnd: (end: End) => void
}

export type Listeners = readonly (readonly [event: string, listener: (...args: never[]) => void])[]

/**
 * `alive`: connected, and there was a sign of life. `trying`: not connected, and discord.js connects anew.
 * `stuck`: neither; nothing happens.
 */
export type Pulse = 'alive' | 'trying' | 'stuck'

export interface Connection {
  readonly client: Client<true>
  /** What happened since this was last asked. */
  pulse(): Pulse
  /** Calls the listeners no more. */
  deafen(): void
  /** Logs out. */
  close(): Promise<void>
}

const READY_MS = 45_000

/** @throws StartError when Discord refuses the token or the shard, or can't be reached */
export async function connect(options: ConnectOptions): Promise<Connection> {
  const { token, log, rest, id, total, recommended = false, turns, gateway, listeners, onEnd } = options
  const patience = new Patience(READY_MS)
  const client = makeClient(rest, {
    id,
    total,
    ...(gateway && { gateway }),
    turn: (groups, signal) => patience.except(() => turns.take(id % groups, signal)),
  })
  for (const [event, listener] of listeners) client.on(event, listener as () => void)
  watch(client, log)
  client.once(Events.ShardDisconnect, ({ code }) => {
    const end = closedForGood(code, recommended)
    patience.end(new StartError(end.reason, end))
    onEnd(end)
  })
  client.once(Events.Invalidated, () =>
    onEnd({ reason: 'Discord ended the session for good.', temporary: true }),
  )
  const pulse = pulseOf(client, patience)
  const close = async () => {
    // Closing on purpose is reported like a connection that is lost.
    client.removeAllListeners(Events.ShardReconnecting)
    client.removeAllListeners(Events.ShardDisconnect)
    client.removeAllListeners(Events.Invalidated)
    await client.destroy()
  }
  try {
    await logIn(client, token, patience)
  } catch (error) {
    // Discord may be slow to agree to the end.
    void close().catch(() => {})
    throw error
  }
  return {
    client: client as Client<true>,
    pulse,
    deafen() {
      for (const [event, listener] of listeners) client.off(event, listener as () => void)
    },
    close,
  }
}

/** Discord acknowledges a heartbeat every 41 seconds, whatever else it has to say. */
function pulseOf(client: Client, patience: Patience): () => Pulse {
  let events = 0
  let attempts = 0
  const known = { signs: '', attempts: 0 }
  client.on(Events.Raw, () => events++)
  client.on(Events.ShardReconnecting, () => attempts++)
  return () => {
    const [shard] = client.ws.shards.values()
    const signs = `${events},${shard?.lastPingTimestamp}`
    const isAlive = shard?.status === Status.Ready && signs !== known.signs
    const isTrying = attempts !== known.attempts || patience.isPaused
    Object.assign(known, { signs, attempts })
    return isAlive ? 'alive' : isTrying ? 'trying' : 'stuck'
  }
}

/** Time that is given for something, but for what is waited for in between. */
class Patience {
  readonly #ms: number
  #timer: NodeJS.Timeout | undefined
  #waits = 0
  #reject: (reason: StartError) => void = () => {}
  /** Rejects when there was not enough, or when it was ended. */
  readonly over = new Promise<never>((_, reject) => {
    this.#reject = reject
  })

  constructor(ms: number) {
    this.#ms = ms
    this.over.catch(() => {})
  }

  get isPaused(): boolean {
    return this.#waits > 0
  }

  start(): void {
    this.#timer = setTimeout(() => this.end(new StartError(TOO_LATE, { temporary: true })), this.#ms)
  }

  async except(wait: () => Promise<void>): Promise<void> {
    const wasRunning = this.#timer !== undefined
    this.stop()
    this.#waits++
    try {
      await wait()
    } finally {
      this.#waits--
      if (wasRunning) this.start()
    }
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  end(reason: StartError): void {
    this.stop()
    this.#reject(reason)
  }
}

function watch(client: Client, log: Log): void {
  const lost = new Set<number>()
  client.on(Events.Error, (err) => log.error({ err }, 'client error'))
  client.on(Events.Warn, (warning) => log.warn(warning))
  client.on(Events.ShardError, (err, shard) => log.warn({ err, shard }, 'connection error'))
  client.on(Events.ShardReconnecting, (shard) => {
    // Every attempt that fails is reported as another loss.
    if (!lost.has(shard)) log.warn({ shard }, 'connection lost, reconnecting')
    lost.add(shard)
  })
  client.on(Events.ShardReady, (shard) => {
    if (lost.delete(shard)) log.info({ shard }, 'connected anew')
  })
  client.on(Events.ShardResume, (shard, replayed) => {
    lost.delete(shard)
    log.info({ shard, replayed }, 'connection resumed')
  })
}

async function logIn(client: Client, token: string, patience: Patience): Promise<void> {
  const ready = new Promise<unknown>((resolve) => client.once(Events.ClientReady, resolve))
  patience.start()
  const login = client.login(token).then(
    () => ready,
    (error: unknown) => Promise.reject(loginError(error)),
  )
  await Promise.race([patience.over, login]).finally(() => patience.stop())
}

const TOO_LATE =
  'Discord did not let the bot in within 45 seconds. Look at https://discordstatus.com and start again.'
