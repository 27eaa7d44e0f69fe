import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  type APIApplicationCommand,
  type APIMessage,
  type ChannelType,
  GatewayOpcodes,
  type Snowflake,
} from 'discord-api-types/v10'
import type { Actor } from './actor.js'
import { actor, history, seen } from './actors.js'
import { type Clock, systemClock } from './clock.js'
import type { Core } from './core.js'
import { type Directory, directoryOf } from './directory.js'
import { worldEditor } from './editor.js'
import { EventHub, type SandboxEvents } from './events.js'
import { FaultQueue, type Faults } from './faults.js'
import { Gateway } from './gateway.js'
import { Interactions } from './interactions.js'
import type { RecordedRequest } from './requests.js'
import { Rest } from './rest.js'
import { seed } from './seed.js'
import { snowflakeSource } from './snowflakes.js'
import { viewOf } from './views.js'
import { World } from './world.js'

export type { Actor, CommandOptions, MessageRef, Upload } from './actor.js'
export { NotPossible } from './actor.js'
export { type Clock, type ManualClock, manualClock, systemClock } from './clock.js'
export type { Directory } from './directory.js'
export type { SandboxEvents } from './events.js'
export { type Acknowledgement, type Exchange, NoResponse } from './exchange.js'
export type { Faults, IncomingRequest, RequestMatch, RestFault } from './faults.js'
export type { RecordedRequest, UploadedFile } from './requests.js'

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
}

/** Ids of what is there from the start. */
export interface SeededIds {
  guild: Snowflake
  /** The text channel #general; actors are here by default. */
  general: Snowflake
  /** The text channel #crisis. */
  crisis: Snowflake
  /** The forum #reports, with one post in it. */
  forum: Snowflake
  post: Snowflake
  /** A public thread of #general. */
  thread: Snowflake
  /** The text channel #staff, seen by moderators only: the bot gets 50001 here. */
  staff: Snowflake
  /** The bot's user; the same as the application's id. */
  bot: Snowflake
  /** A plain member. */
  member: Snowflake
  /** A member with Manage Server and Manage Messages, by the role `moderators`. */
  moderator: Snowflake
  /** The owner of the guild. */
  owner: Snowflake
  /** The role of the moderators. */
  moderators: Snowflake
  /** The bot's own role. */
  botRole: Snowflake
}

/** Who would have been notified of a message. */
export interface Ping {
  messageId: Snowflake
  channelId: Snowflake
  authorId: Snowflake
  /** Everybody notified, by name, by role, by reply or by @everyone; never the author. */
  users: Snowflake[]
  roles: Snowflake[]
  everyone: boolean
}

/** An overwrite of permissions; bit fields. */
export interface Overwrite {
  /** A role's id (the guild's id is @everyone) or a user's. */
  id: Snowflake
  allow?: bigint
  deny?: bigint
}

/** Changes to the world. Each reaches the bot as the gateway events that Discord would send. */
export interface WorldEditor {
  /** A new guild with @everyone and #general; the bot joins unless `bot: false`. Gives the ids. */
  addGuild(options: { name: string; ownerId?: Snowflake; bot?: boolean }): {
    guild: Snowflake
    general: Snowflake
  }
  /** The bot leaves, or is thrown out of, the guild. */
  removeBot(guildId: Snowflake): void
  addUser(options: { username: string; globalName?: string; bot?: boolean; locale?: string }): Snowflake
  addMember(guildId: Snowflake, userId: Snowflake, options?: { roles?: Snowflake[]; nick?: string }): void
  removeMember(guildId: Snowflake, userId: Snowflake): void
  addRole(
    guildId: Snowflake,
    options: { name: string; permissions?: bigint; mentionable?: boolean },
  ): Snowflake
  /** Gives the member these roles instead of the present ones. */
  setRoles(guildId: Snowflake, userId: Snowflake, roles: Snowflake[]): void
  addChannel(
    guildId: Snowflake,
    options: {
      name: string
      type?:
        | ChannelType.GuildText
        | ChannelType.GuildForum
        | ChannelType.GuildCategory
        | ChannelType.GuildAnnouncement
        | ChannelType.GuildVoice
      topic?: string
      parentId?: Snowflake
      overwrites?: Overwrite[]
    },
  ): Snowflake
  removeChannel(channelId: Snowflake): void
  /** Sets or replaces one overwrite of a channel. */
  setOverwrite(channelId: Snowflake, overwrite: Overwrite): void
  /** The direct messages between the user and the bot, or with another user (then unseen by the bot). Gives the channel's id. */
  openDm(userId: Snowflake, withUserId?: Snowflake): Snowflake
  /** The user installs the application: its user-installed commands then work wherever the user is. */
  installForUser(userId: Snowflake): void
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
  /** The bot's reply to this message: there already, or the next to come. Rejects after `timeoutMs` (5,000). */
  replyTo(message: APIMessage | Snowflake, timeoutMs?: number): Promise<APIMessage>
  /** The commands in force where this user is, names sorted (guild commands hide global ones of their name). */
  commands(scope?: { guildId?: Snowflake }): APIApplicationCommand[]
  /** Who was notified by each message, oldest first. */
  readonly pings: Ping[]
  /** What the bot requested, oldest first. */
  readonly requests: RecordedRequest[]
  /**
   * The next event of the kind from now on for which `matches` holds; ask before you cause it.
   * Rejects when none comes within `timeoutMs` (5,000) of real time.
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
  const nextId = snowflakeSource(clock)
  const applicationId = nextId()
  const token = options.token ?? madeUpToken(applicationId)
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const hub = new EventHub()
  const world = new World(applicationId, options.keepMessages ?? Number.POSITIVE_INFINITY)
  const core: Core = {
    clock,
    world,
    hub,
    interactions: new Interactions(),
    pings: [],
    origin,
    privilegedIntents,
    nextId,
    dispatch: (event, concern, data) => gateway.dispatch(event, concern, data),
  }
  const gateway = new Gateway(core, server, { token, heartbeatMs })
  const faults = new FaultQueue()
  const rateLimit = options.rateLimit ?? { limit: 1000, windowMs: 1000 }
  const rest = new Rest(core, { token, rateLimit, keepRequests, faults })
  server.on('request', rest.handle)
  const editor = worldEditor(core)
  const ids = seed(core, editor)

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
    dropGateway: ({ resumable = true } = {}) => gateway.drop(1006, !resumable),
    closeGateway: (code) => gateway.drop(code),
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
