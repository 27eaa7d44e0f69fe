/**
 * The shards of this process, a client for each: one that is ready answers while others still wait for their turn to log
 * in, and one that is silently dead is replaced without the others' noticing.
 */
import type { Client } from 'discord.js'
import type { Log } from '../../lib/log.js'
import type { Connection } from './connection.js'
import type { End } from './end.js'
import type { Shards } from './shards.js'
import { type Supervision, type Supervisor, supervise } from './supervisor.js'

export interface ShardVitals {
  readonly id: number
  /** Whether the gateway gives signs of life. */
  readonly connected: boolean
  /** Clients that were silently dead and replaced. */
  readonly replaced: number
  readonly servers: number
  /** Milliseconds until the last heartbeat was acknowledged; null where none was yet. */
  readonly ping: number | null
}

export interface ShardGroup {
  /** Those that are connected at the moment, or were last, in the order of their shards. */
  readonly clients: readonly Client<true>[]
  vitals(): readonly ShardVitals[]
  /** Takes no more requests. */
  deafen(): void
  /** Logs out. */
  close(): Promise<void>
}

export interface ShardGroupOptions {
  readonly shards: Shards
  readonly log: Log
  readonly supervision?: Supervision | undefined
  /** @throws Error when Discord can't be reached; `temporary` on it is false where trying again won't help */
  connect(id: number): Promise<Connection>
  /** Called when a shard can't be had. */
  onEnd(end: End): void
}

/** @throws StartError when one can't log in; the others are logged out then */
export async function connectShards(options: ShardGroupOptions): Promise<ShardGroup> {
  const { shards, connect } = options
  const connecting = shards.ids.map((id) => connect(id))
  try {
    const connections = await Promise.all(connecting)
    return groupOf(
      connections.map((first, index) => watched(first, shards.ids[index]!, options)),
      shards,
    )
  } catch (error) {
    for (const one of connecting) {
      void one
        .then((connection) => connection.close())
        // Some other one failed, too.
        .catch(() => {})
    }
    throw error
  }
}

function watched(first: Connection, id: number, options: ShardGroupOptions): Supervisor {
  const { shards, log, connect, onEnd, supervision } = options
  const what = shards.total === 1 ? 'Discord' : `Shard ${id} of ${shards.total} of Discord’s gateway`
  return supervise(first, { log, what, shard: id, connect: () => connect(id), onEnd }, supervision)
}

function groupOf(supervisors: readonly Supervisor[], { ids }: Shards): ShardGroup {
  return {
    get clients() {
      return supervisors.map(({ connection }) => connection.client)
    },
    vitals: () =>
      supervisors.map(({ connection: { client }, isAlive, replaced }, index) => ({
        id: ids[index]!,
        connected: isAlive,
        replaced,
        servers: client.guilds.cache.size,
        ping: client.ws.ping >= 0 ? client.ws.ping : null,
      })),
    deafen() {
      for (const { connection } of supervisors) connection.deafen()
    },
    async close() {
      await Promise.all(supervisors.map((supervisor) => supervisor.close()))
    },
  }
}
