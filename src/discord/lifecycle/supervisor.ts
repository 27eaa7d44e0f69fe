/**
 * Watches over one shard's connection to Discord. A client that loses it connects anew by itself; one that is silently dead –
 * no heartbeat is acknowledged, a resume is never answered – is replaced; where nothing helps, the bot ends, so that
 * whoever runs it starts it afresh.
 */
import type { Log } from '../../lib/log.js'
import type { Connection } from './connection.js'
import type { End } from './end.js'

export interface Supervision {
  /** Milliseconds between two looks at the connection. Default 15 s. */
  readonly lookMs?: number
  /** So many looks in a row at which nothing happens: the client is replaced. Default 8, two minutes. */
  readonly stuckLooks?: number
  /** So many looks in a row without a sign of life: the bot ends. Default 40, ten minutes. */
  readonly lostLooks?: number
}

export interface Supervisor {
  readonly connection: Connection
  /** Whether the last looks saw a connection that lives. */
  readonly isAlive: boolean
  /** How many clients were replaced. */
  readonly replaced: number
  close(): Promise<void>
}

export interface Supervised {
  readonly log: Log
  /** What is not reached, in a sentence's beginning: `Discord`, or a shard of it. */
  readonly what: string
  readonly shard: number
  /** @throws Error when Discord can't be reached; `temporary` on it is false where trying again won't help */
  connect(): Promise<Connection>
  /** Called when the connection is given up. */
  onEnd(end: End): void
}

/** As often as by default, or more often where the bot is to end sooner. */
export function supervisionFor(giveUpMs: number): Supervision {
  const lookMs = Math.min(DEFAULTS.lookMs, giveUpMs / DEFAULTS.lostLooks)
  return { lookMs, lostLooks: Math.round(giveUpMs / lookMs) }
}

const DEFAULTS = { lookMs: 15_000, stuckLooks: 8, lostLooks: 40 }

/** A few looks may fall between two heartbeats. */
const ALIVE_LOOKS = 4

/** Counts looks rather than time, so that neither a set clock nor a busy thread passes for a dead connection. */
export function supervise(
  first: Connection,
  { log, what, shard, connect, onEnd }: Supervised,
  supervision: Supervision = {},
): Supervisor {
  const { lookMs, stuckLooks, lostLooks } = { ...DEFAULTS, ...supervision }
  let connection = first
  let replaced = 0
  let lost = 0
  let stuck = 0
  let replacing: Promise<void> | null = null
  let closed = false

  const look = () => {
    const pulse = connection.pulse()
    lost = pulse === 'alive' ? 0 : lost + 1
    stuck = pulse === 'stuck' ? stuck + 1 : 0
    if (lost >= lostLooks) return giveUp()
    if (stuck < stuckLooks || replacing) return
    stuck = 0
    log.error(
      { shard, seconds: Math.round((lost * lookMs) / 1000) },
      'no sign of life from Discord, connecting anew',
    )
    replacing = replace().finally(() => {
      replacing = null
    })
  }
  const timer = setInterval(look, lookMs)

  const giveUp = () => {
    clearInterval(timer)
    const seconds = Math.round((lost * lookMs) / 1000)
    onEnd({ reason: `${what} could not be reached for ${seconds} seconds.`, temporary: true })
  }

  /** The old client is deaf before the new one hears, so that nothing is answered twice. */
  const replace = async () => {
    connection.deafen()
    void connection.close().catch((err) => log.debug({ err }, 'the old connection did not close'))
    try {
      const fresh = await connect()
      if (closed) return await fresh.close()
      connection = fresh
      replaced++
      log.info({ shard }, 'connected anew')
    } catch (error) {
      const { message, temporary = true } = error as Error & { temporary?: boolean }
      log.error({ shard, reason: message }, 'Discord could not be reached')
      if (!temporary) onEnd({ reason: message, temporary })
    }
  }

  return {
    get connection() {
      return connection
    },
    get isAlive() {
      return !replacing && lost < ALIVE_LOOKS
    },
    get replaced() {
      return replaced
    },
    async close() {
      closed = true
      clearInterval(timer)
      await connection.close()
    },
  }
}
