/** One login to Discord: a client, what it logs, and how it ends. */
import { type Client, type ClientOptions, DiscordAPIError, Events, Status } from 'discord.js'
import type { Log } from '../../lib/log.js'
import { makeClient } from '../bot/client.js'

/** Why the bot ends by itself. */
export interface End {
  readonly reason: string
  /** Whether another start may help: nothing is wrong that a person has to put right. */
  readonly temporary: boolean
}

/** The bot can't start as things are; the message says why and what to do. */
export class StartError extends Error implements End {
  override readonly name = 'StartError'
  readonly temporary: boolean

  constructor(message: string, { temporary = false } = {}) {
    super(message)
    this.temporary = temporary
  }

  get reason(): string {
    return this.message
  }
}

export interface ConnectOptions {
  readonly token: string
  readonly log: Log
  /** How Discord's API is reached. */
  readonly rest: NonNullable<ClientOptions['rest']>
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

/** @throws StartError when Discord refuses the token or can't be reached */
export async function connect(options: ConnectOptions): Promise<Connection> {
  const { token, log, rest, listeners, onEnd } = options
  const client = makeClient(rest)
  for (const [event, listener] of listeners) client.on(event, listener as () => void)
  watch(client, log)
  client.once(Events.ShardDisconnect, ({ code }) =>
    onEnd({ reason: `Discord closed the connection for good (${code}).`, temporary: false }),
  )
  client.once(Events.Invalidated, () =>
    onEnd({ reason: 'Discord ended the session for good.', temporary: true }),
  )
  const pulse = pulseOf(client)
  const close = async () => {
    // Closing on purpose is reported like a connection that is lost.
    client.removeAllListeners(Events.ShardReconnecting)
    client.removeAllListeners(Events.ShardDisconnect)
    client.removeAllListeners(Events.Invalidated)
    await client.destroy()
  }
  try {
    await logIn(client, token)
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
function pulseOf(client: Client): () => Pulse {
  let events = 0
  let attempts = 0
  const known = { signs: '', attempts: 0 }
  client.on(Events.Raw, () => events++)
  client.on(Events.ShardReconnecting, () => attempts++)
  return () => {
    const shards = [...client.ws.shards.values()]
    const connected = shards.length > 0 && shards.every(({ status }) => status === Status.Ready)
    const signs = [events, ...shards.map(({ lastPingTimestamp }) => lastPingTimestamp)].join()
    const pulse =
      connected && signs !== known.signs ? 'alive' : attempts !== known.attempts ? 'trying' : 'stuck'
    Object.assign(known, { signs, attempts })
    return pulse
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

async function logIn(client: Client, token: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StartError(TOO_LATE, { temporary: true })), READY_MS)
  })
  const ready = new Promise<unknown>((resolve) => client.once(Events.ClientReady, resolve))
  const login = client.login(token).then(
    () => ready,
    (error: unknown) => Promise.reject(loginError(error)),
  )
  await Promise.race([login, late]).finally(() => clearTimeout(timer))
}

const TOO_LATE =
  'Discord did not let the bot in within 45 seconds. Look at https://discordstatus.com and start again.'

function loginError(error: unknown): StartError {
  const { code, message } = error as { code?: unknown; message?: string }
  if (code === 'TokenInvalid' || (error instanceof DiscordAPIError && error.status === 401)) {
    return new StartError(
      'Discord refused the token. Check DISCORD_TOKEN, or reset the token on the Bot page of https://discord.com/developers/applications and copy the new one.',
    )
  }
  return new StartError(
    `Discord could not be reached (${typeof code === 'string' ? code : message}). Check the network of this machine and start again.`,
    { temporary: true },
  )
}
