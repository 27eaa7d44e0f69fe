import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  type APIApplicationCommand,
  type APIMessage,
  GatewayOpcodes,
  type Snowflake,
} from 'discord-api-types/v10'
import type { Actor } from './actors/actor.js'
import { actor, history, seen } from './actors/actors.js'
import { type Clock, systemClock } from './core/clock.js'
import type { Ping } from './core/core.js'
import { EventHub, type SandboxEvents } from './core/events.js'
import { snowflakeSource } from './core/snowflakes.js'
import { Gateway } from './gateway/gateway.js'
import { LENIENT, type Shard, type ShardingRules } from './gateway/sharding.js'
import { FaultQueue, type Faults } from './http/faults.js'
import type { RecordedRequest } from './http/requests.js'
import { Rest } from './http/rest.js'
import { Interactions, type InteractiveCore } from './interactions/interactions.js'
import { type Directory, directoryOf } from './world/directory.js'
import { worldEditor } from './world/editor.js'
import { restoreWorld, type SavedWorld, saveWorld } from './world/saved.js'
import { seed } from './world/seed.js'
import { viewOf } from './world/views.js'
import { World } from './world/world.js'
import type { SeededIds, WorldEditor } from './world/world-editor.js'

export type { Actor, CommandOptions, MessageRef, Upload } from './actors/actor.js'
export { NotPossible } from './actors/actor.js'
export { type Clock, type ManualClock, manualClock, systemClock } from './core/clock.js'
export type { Ping } from './core/core.js'
export type { SandboxEvents } from './core/events.js'
export { IDENTIFY_MS, type Shard, type ShardingRules, shardOf } from './gateway/sharding.js'
export type { Faults, IncomingRequest, RequestMatch, RestFault } from './http/faults.js'
export type { RecordedRequest, UploadedFile } from './http/requests.js'
export { type Acknowledgement, type Exchange, NoResponse } from './interactions/exchange.js'
export type { Directory } from './world/directory.js'
export type { Overwrite, SeededIds, WorldEditor } from './world/world-editor.js'

export interface SandboxOptions {
  /** 0, the default, takes any free port. The server listens on 127.0.0.1 only. */
  port?: number
  /** The bot's token; any other is refused. A well-formed one by default. */
  token?: string
  /** Time of the expiries (3 seconds, 15 minutes), ids and time stamps. Rate limits keep real time, as clients do. */
  clock?: Clock
  /** Privileged gateway intents that the application was granted (a bit field); none by default. */
  privilegedIntents?: number
  /** Size of each rate-limit bucket; 1,000 requests a second by default. */
  rateLimit?: { limit: number; windowMs: number }
  /** How many requests are kept in `requests`; 10,000 by default. */
  keepRequests?: number
  /** How many messages a channel keeps; all by default. */
  keepMessages?: number
  /** Milliseconds between the heartbeats that the bot is asked for; 41,250 by default, as Discord has it. */
  heartbeatMs?: number
  /** What is asked of bots with shards; by default little, see `LENIENT`. */
  sharding?: Partial<ShardingRules>
  /** The world of a sandbox before this one; a new one by default. */
  saved?: SavedWorld | null
}

/** A small Discord on this machine, with a world of its own. */
export interface Sandbox {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string
  /** For `new Client({ rest: { api } })`. */
  readonly api: string
  readonly token: string
  readonly applicationId: Snowflake
  readonly clock: Clock
  readonly ids: SeededIds
  readonly world: WorldEditor
  readonly faults: Faults
  /** A user in a channel, #general by default. Use a DM channel of `world.openDm` for direct messages. */
  as(userId: Snowflake, options?: { channel?: Snowflake }): Actor
  /** The channel's messages, oldest first: all of them, or what one user (or the bot) sees. */
  messages(channelId: Snowflake, asUser?: Snowflake): APIMessage[]
  /** The message as it stands now, ephemeral or not; or as one user sees it, if that user does. */
  message(id: Snowflake, asUser?: Snowflake): APIMessage | undefined
  /** The places and people that a user knows of. */
  directory(asUser: Snowflake): Directory
  /** The bot's reply to this message: there already, or the next to come. Rejects after `timeoutMs` (15,000). */
  replyTo(message: APIMessage | Snowflake, timeoutMs?: number): Promise<APIMessage>
  /** The commands in force where this user is, names sorted (guild commands hide global ones of their name). */
  commands(scope?: { guildId?: Snowflake }): APIApplicationCommand[]
  /** Who was notified by each message, oldest first. */
  readonly pings: Ping[]
  /** What the bot requested, oldest first. */
  readonly requests: RecordedRequest[]
  /**
   * The next event of the kind from now on for which `matches` holds; ask before you cause it.
   * Rejects when none comes within `timeoutMs` (15,000) of real time.
   */
  next<K extends keyof SandboxEvents>(
    kind: K,
    matches?: (event: SandboxEvents[K]) => boolean,
    timeoutMs?: number,
  ): Promise<SandboxEvents[K]>
  /** Calls `listener` for every event of the kind; the returned function ends that. */
  on<K extends keyof SandboxEvents>(kind: K, listener: (event: SandboxEvents[K]) => void): () => void
  /** Whether the bot has a gateway session with a living connection. */
  readonly online: boolean
  /** The shards that have a session with a living connection. */
  readonly shards: readonly Shard[]
  /** The world as bytes, for `saved` of a sandbox to come (`readWorld`). */
  save(): Buffer
  /** Ends all connections and the server. Whatever still waits for an interaction is called off. */
  close(): Promise<void>
}

/**
 * Starts a sandbox on 127.0.0.1.
 * @throws Error when the port is taken.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const {
    port = 0,
    clock = systemClock,
    privilegedIntents = 0,
    keepRequests = 10_000,
    heartbeatMs = 41_250,
  } = options
  const { next: nextId, nextMoment: nextGuildId } = snowflakeSource(clock)
  const sharding = { ...LENIENT, ...options.sharding }
  const { saved = null } = options
  const applicationId = saved?.ids.bot ?? nextId()
  const token = options.token ?? saved?.token ?? madeUpToken(applicationId)
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const hub = new EventHub()
  const world = new World(applicationId, options.keepMessages ?? Number.POSITIVE_INFINITY)
  const core: InteractiveCore = {
    clock,
    world,
    hub,
    interactions: new Interactions(),
    pings: [],
    origin,
    privilegedIntents,
    nextId,
    nextGuildId,
    gatewayLimits: () => ({ shards: sharding.shards, session_start_limit: gateway.starts.limit() }),
    dispatch: (event, concern, data) => gateway.dispatch(event, concern, data),
  }
  const gateway = new Gateway(core, server, { token, heartbeatMs, sharding })
  const faults = new FaultQueue()
  const rateLimit = options.rateLimit ?? { limit: 1000, windowMs: 1000 }
  const rest = new Rest(core, { token, rateLimit, keepRequests, faults })
  server.on('request', rest.handle)
  const editor = worldEditor(core)
  const ids = saved ? restoreWorld(world, saved, origin) : seed(core, editor)

  const reply = (to: Snowflake) => (message: APIMessage) =>
    message.author.id === applicationId && message.message_reference?.message_id === to
  const view = (id: Snowflake, viewer = world.botId) => {
    const stored = world.findMessage(id)
    return stored && viewOf(core, stored, { userId: viewer, readsContent: true })
  }
  return {
    url: origin,
    api: `${origin}/api`,
    token,
    applicationId,
    clock,
    ids,
    world: editor,
    faults: faultSwitches(faults, gateway),
    pings: core.pings,
    requests: rest.requests,
    as: (userId, { channel = ids.general } = {}) => actor(core, userId, channel),
    messages: (channelId, asUser) =>
      asUser === undefined
        ? [...(world.messages.get(channelId)?.keys() ?? [])].map((id) => view(id)!)
        : history(core, channelId, asUser),
    message: (id, asUser) => (asUser === undefined ? view(id) : seen(core, id, asUser)),
    directory: (asUser) => directoryOf(core, asUser),
    async replyTo(message, timeoutMs) {
      const to = typeof message === 'string' ? message : message.id
      const { channel_id: channelId } = world.message(to).message
      const there = history(core, channelId, applicationId).find(reply(to))
      return there ?? hub.next('message', reply(to), timeoutMs)
    },
    commands({ guildId } = {}) {
      const own = guildId === undefined ? [] : [...world.commandsOf(guildId).values()]
      const global = [...world.commandsOf(null).values()].filter(
        ({ name, type }) => !own.some((command) => command.name === name && command.type === type),
      )
      return [...own, ...global].sort((a, b) => a.name.localeCompare(b.name))
    },
    next: (kind, matches, timeoutMs) => hub.next(kind, matches, timeoutMs),
    on: (kind, listener) => hub.on(kind, listener),
    get online() {
      return gateway.online
    },
    get shards() {
      return gateway.shards
    },
    save: () => saveWorld(world, { token, origin, ids }),
    async close() {
      await gateway.close()
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

/** Shaped like Discord's: clients read the application's id from the first part. */
const madeUpToken = (applicationId: Snowflake): string =>
  [Buffer.from(applicationId).toString('base64url'), 'c2FuZA', randomBytes(20).toString('base64url')].join(
    '.',
  )

function faultSwitches(faults: FaultQueue, gateway: Gateway): Faults {
  return {
    next: (match, fault, times = 1) => faults.add(match, fault, times),
    clear() {
      faults.clear()
      gateway.delayMs = 0
      gateway.repeats = false
      gateway.ignoresHeartbeats = false
      gateway.ignoresResumes = false
      gateway.silence(false)
    },
    dropGateway: ({ resumable = true, shard } = {}) => gateway.drop(1006, !resumable, shard),
    closeGateway: (code, shard) => gateway.drop(code, false, shard),
    invalidSession: ({ resumable = false } = {}) => gateway.tell(GatewayOpcodes.InvalidSession, resumable),
    requestReconnect: () => gateway.tell(GatewayOpcodes.Reconnect, true),
    delayGateway(ms) {
      gateway.delayMs = ms
    },
    repeatEvents(repeat) {
      gateway.repeats = repeat
    },
    ignoreHeartbeats(ignore) {
      gateway.ignoresHeartbeats = ignore
    },
    ignoreResumes(ignore) {
      gateway.ignoresResumes = ignore
    },
    silenceGateway: (silent) => gateway.silence(silent),
  }
}
