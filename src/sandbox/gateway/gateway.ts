import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import {
  type APIUnavailableGuild,
  GatewayCloseCodes as Close,
  GatewayDispatchEvents as Events,
  type GatewayIdentifyData,
  type GatewayRequestGuildMembersData,
  type GatewayResumeData,
  type GatewaySendPayload,
  GatewayIntentBits as Intent,
  GatewayOpcodes as Op,
} from 'discord-api-types/v10'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Concern, Core, Dispatch, DispatchData } from '../core/core.js'
import { guildCreatePayload, memberPayload, userPayload } from '../world/payloads.js'
import { canSee } from '../world/permissions.js'
import { applicationFlags, areKnown, isWanted, PRIVILEGED } from './intents.js'
import { isOfShard, isShard, SessionStarts, type Shard, type ShardingRules } from './sharding.js'

const TEXT = { binary: false }
/** Events that a session keeps for a resume. */
const REPLAY = 5000
/** Milliseconds for which a session without a connection can be resumed. */
const SESSION_LIFE = 3 * 60_000
/** Bytes of what a client may send at once. */
const LONGEST_PAYLOAD = 4096

interface Session {
  id: string
  intents: number
  shard: Shard
  sequence: number
  /** The latest events as sent, for a resume; as bytes, which are not copied about while they are kept. */
  sent: { sequence: number; frame: Buffer }[]
  socket: WebSocket | null
}

export interface GatewayOptions {
  readonly token: string
  /** Milliseconds between the heartbeats that the bot is asked for. */
  readonly heartbeatMs: number
  readonly sharding: ShardingRules
}

/** Discord's side of the bot's gateway connections. */
export class Gateway {
  readonly #core: Core
  readonly #options: GatewayOptions
  readonly #server: WebSocketServer
  readonly #sessions = new Map<string, Session>()
  readonly starts: SessionStarts
  #delayMs = 0
  readonly #held: { socket: WebSocket | null; frame: Buffer; leavesAt: number }[] = []
  #waiting: (() => void) | undefined
  repeats = false
  ignoresHeartbeats: Those = false
  ignoresResumes = false
  #silent: Those = false

  constructor(core: Core, server: Server, options: GatewayOptions) {
    this.#core = core
    this.#options = options
    this.starts = new SessionStarts(options.sharding)
    this.#server = new WebSocketServer({ server, path: '/gateway' })
    this.#server.on('connection', (socket) => this.#welcome(socket))
  }

  get online(): boolean {
    return this.#live().length > 0
  }

  /** The shards that have a living connection. */
  get shards(): Shard[] {
    return this.#live().map(({ shard }) => shard)
  }

  readonly dispatch: Dispatch = (event, concern, data) => {
    if (!this.#mayKnow(concern)) return
    for (const session of this.#sessions.values()) {
      const wanted = concern.own || isWanted(event, concern.guildId === null, session.intents)
      if (!wanted || !isOfShard(concern.guildId, session.shard)) continue
      const readsContent = (session.intents & Intent.MessageContent) !== 0
      this.#send(session, event, data(readsContent))
      if (this.repeats) this.#send(session, event, data(readsContent))
    }
  }

  /** Ends the connections of all shards or one; with `forget` the sessions too. Code 1006 cuts without a word. */
  drop(code: number, forget = false, shard?: number): void {
    for (const session of this.#live()) {
      if (shard !== undefined && session.shard[0] !== shard) continue
      if (forget) this.#sessions.delete(session.id)
      if (code === 1006) session.socket?.terminate()
      else session.socket?.close(code)
    }
  }

  /** Tells every connected session: operation 7 (reconnect) or 9 (invalid session). */
  tell(op: Op.Reconnect | Op.InvalidSession, resumable: boolean): void {
    for (const session of this.#live()) {
      const { socket } = session
      const isOver = op === Op.InvalidSession
      if (isOver) session.socket = null
      if (isOver && !resumable) this.#sessions.delete(session.id)
      socket?.send(JSON.stringify({ op, d: isOver ? resumable : null, s: null, t: null }))
    }
  }

  /**
   * Connections that are silent neither hear nor speak; TCP keeps them open. Of one shard it is known only since it has
   * identified; a new connection of its is silent from then on.
   */
  silence(silent: Those): void {
    if (this.#silent === silent) return
    this.#silent = silent
    if (silent === false) {
      for (const socket of this.#server.clients) if (socket.isPaused) socket.terminate()
    } else if (silent === true) for (const socket of this.#server.clients) socket.pause()
    else for (const { shard, socket } of this.#sessions.values()) if (shard[0] === silent) socket?.pause()
  }

  set delayMs(ms: number) {
    this.#delayMs = ms
  }

  close(): Promise<void> {
    for (const socket of this.#server.clients) socket.terminate()
    return new Promise((resolve) => this.#server.close(() => resolve()))
  }

  #live(): Session[] {
    return [...this.#sessions.values()].filter(({ socket }) => socket?.readyState === 1)
  }

  /** Events of guilds the bot is not in, or of channels it does not see, are kept from it. Interactions always arrive. */
  #mayKnow({ guildId, channelId }: Concern): boolean {
    const { world } = this.#core
    const channel = channelId === undefined ? undefined : world.channels.get(channelId)
    if (channel) return canSee(world, channel, world.botId)
    return guildId === null || channelId === undefined || world.guild(guildId).members.has(world.botId)
  }

  #send<E extends Events>(session: Session, event: E, data: DispatchData<E>): void {
    const sequence = ++session.sequence
    const frame = Buffer.from(JSON.stringify({ op: Op.Dispatch, t: event, s: sequence, d: data }))
    session.sent.push({ sequence, frame })
    if (session.sent.length > REPLAY) session.sent.shift()
    this.#held.push({ socket: session.socket, frame, leavesAt: this.#core.clock.now() + this.#delayMs })
    this.#release()
  }

  /** Sends what is due. A frame waits for those before it, so that none overtakes another. */
  #release(): void {
    const { clock } = this.#core
    for (let first = this.#held[0]; first; first = this.#held[0]) {
      const wait = first.leavesAt - clock.now()
      if (wait > 0) {
        this.#waiting ??= clock.after(wait, () => {
          this.#waiting = undefined
          this.#release()
        })
        return
      }
      this.#held.shift()
      if (first.socket?.readyState === 1 && !first.socket.isPaused) first.socket.send(first.frame, TEXT)
    }
  }

  #welcome(socket: WebSocket): void {
    let session: Session | undefined
    socket.on('error', () => socket.terminate())
    if (this.#silent === true) {
      socket.pause()
      return
    }
    const say = (op: Op, d: unknown) => socket.send(JSON.stringify({ op, d, s: null, t: null }))
    socket.on('close', (code) => {
      this.#core.hub.emit('disconnected', { sessionId: session?.id ?? null, code })
      if (session?.socket !== socket) return
      session.socket = null
      if (code === 1000 || code === 1001) this.#sessions.delete(session.id)
      else this.#forgetLater(session)
    })
    socket.on('message', (raw: Buffer) => {
      const message = raw.length <= LONGEST_PAYLOAD ? parse(String(raw)) : undefined
      if (!message) return socket.close(Close.DecodeError)
      switch (message.op) {
        case Op.Heartbeat:
          if (!meant(this.ignoresHeartbeats, session)) say(Op.HeartbeatAck, null)
          return
        case Op.Identify:
          if (session?.socket === socket) return socket.close(Close.AlreadyAuthenticated)
          session = this.#identify(socket, message.d)
          if (meant(this.#silent, session)) socket.pause()
          return
        case Op.Resume:
          if (session?.socket === socket) return socket.close(Close.AlreadyAuthenticated)
          if (this.ignoresResumes) return
          session = this.#resume(socket, message.d)
          if (meant(this.#silent, session)) socket.pause()
          if (!session && socket.readyState === 1) say(Op.InvalidSession, false)
          return
        case Op.RequestGuildMembers:
          if (!session) return socket.close(Close.NotAuthenticated)
          return this.#sendMembers(session, message.d)
        case Op.PresenceUpdate:
        case Op.VoiceStateUpdate:
          return session ? undefined : socket.close(Close.NotAuthenticated)
        default:
          return socket.close(Close.UnknownOpcode)
      }
    })
    say(Op.Hello, { heartbeat_interval: this.#options.heartbeatMs })
  }

  #identify(socket: WebSocket, data: GatewayIdentifyData): Session | undefined {
    const { world, privilegedIntents, hub, origin } = this.#core
    if (!this.#isToken(data.token)) return void socket.close(Close.AuthenticationFailed)
    if (!areKnown(data.intents)) return void socket.close(Close.InvalidIntents)
    if (data.intents & PRIVILEGED & ~privilegedIntents) return void socket.close(Close.DisallowedIntents)
    const shard = data.shard ?? [0, 1]
    if (!isShard(shard, this.#options.sharding)) return void socket.close(Close.InvalidShard)
    const guilds = [...world.guilds.values()].filter(
      (guild) => guild.members.has(world.botId) && isOfShard(guild.id, shard),
    )
    if (guilds.length > this.#options.sharding.guildsAShard) return void socket.close(Close.ShardingRequired)
    const start = this.starts.take(shard)
    if (start === 'spent') {
      // Discord gives the bot another token then, and ends all that it has.
      this.drop(Close.AuthenticationFailed, true)
      return void socket.close(Close.AuthenticationFailed)
    }
    hub.emit('identify', { shard, tooSoon: start === 'too soon' })
    if (start === 'too soon') {
      socket.send(JSON.stringify({ op: Op.InvalidSession, d: false, s: null, t: null }))
      return undefined
    }
    const session: Session = {
      id: randomBytes(16).toString('hex'),
      intents: data.intents,
      shard,
      sequence: 0,
      sent: [],
      socket,
    }
    this.#sessions.set(session.id, session)
    this.#send(session, Events.Ready, {
      v: 10,
      user: { ...userPayload(world.user(world.botId)), verified: true, mfa_enabled: false },
      guilds: guilds.map(({ id }): APIUnavailableGuild => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: gatewayUrl(origin),
      shard: [...shard],
      application: {
        id: world.botId,
        flags: applicationFlags(privilegedIntents),
        flags_new: String(applicationFlags(privilegedIntents)),
      },
    })
    if (isWanted(Events.GuildCreate, false, session.intents))
      for (const guild of guilds) this.#send(session, Events.GuildCreate, guildCreatePayload(world, guild))
    hub.emit('ready', { sessionId: session.id, intents: session.intents, shard })
    return session
  }

  /** The session taken up again with all it missed, in order; undefined where that cannot be. */
  #resume(socket: WebSocket, data: GatewayResumeData): Session | undefined {
    if (!this.#isToken(data.token)) return void socket.close(Close.AuthenticationFailed)
    const session = this.#sessions.get(data.session_id)
    if (!session) return undefined
    if (data.seq > session.sequence) return void socket.close(Close.InvalidSeq)
    const missed = session.sent.filter(({ sequence }) => sequence > data.seq)
    if (missed.length < session.sequence - data.seq) return undefined
    if (session.socket !== socket) session.socket?.terminate()
    session.socket = socket
    for (const { frame } of missed) socket.send(frame, TEXT)
    this.#send(session, Events.Resumed, null as never)
    this.#core.hub.emit('resumed', { sessionId: session.id, replayed: missed.length })
    return session
  }

  #sendMembers(session: Session, data: GatewayRequestGuildMembersData): void {
    const { world } = this.#core
    const guild = world.guilds.get(data.guild_id)
    if (!guild?.members.has(world.botId)) return
    const all = [...guild.members.values()]
    const asked = 'user_ids' in data && data.user_ids !== undefined ? [data.user_ids].flat() : undefined
    const query = 'query' in data ? (data.query ?? '').toLowerCase() : ''
    if (!asked && query === '' && !(session.intents & Intent.GuildMembers)) {
      session.socket?.close(Close.DisallowedIntents)
      return
    }
    const limit = ('limit' in data && data.limit) || all.length
    const members = asked
      ? all.filter(({ userId }) => asked.includes(userId))
      : all
          .filter(({ userId, nick }) => (nick ?? world.user(userId).username).toLowerCase().startsWith(query))
          .slice(0, limit)
    this.#send(session, Events.GuildMembersChunk, {
      guild_id: guild.id,
      members: members.map((member) => memberPayload(world, member)),
      chunk_index: 0,
      chunk_count: 1,
      ...(asked && { not_found: asked.filter((id) => !guild.members.has(id)) }),
      ...(data.nonce !== undefined && { nonce: data.nonce }),
    })
  }

  #forgetLater(session: Session): void {
    this.#core.clock.after(SESSION_LIFE, () => {
      if (session.socket === null) this.#sessions.delete(session.id)
    })
  }

  #isToken(token: unknown): boolean {
    if (this.starts.isSpent) return false
    return typeof token === 'string' && token.replace(/^Bot /, '') === this.#options.token
  }
}

export const gatewayUrl = (origin: string): string => `${origin.replace(/^http/, 'ws')}/gateway`

/** All, none, or those of one shard. */
export type Those = boolean | number

const meant = (those: Those, session: Session | undefined): boolean =>
  those === true || (those !== false && session?.shard[0] === those)

function parse(raw: string): GatewaySendPayload | undefined {
  try {
    return JSON.parse(raw)
  } catch {
    return undefined
  }
}
