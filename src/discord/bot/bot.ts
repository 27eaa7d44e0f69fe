import { readFileSync } from 'node:fs'
import {
  type Client,
  DiscordAPIError,
  Events,
  type Guild,
  REST,
  RESTJSONErrorCodes,
  Routes,
} from 'discord.js'
import type { Agent } from 'undici'
import type { LiveArchive } from '../../archive/contract/archive.js'
import type { FeedStatus } from '../../articles/feeds/index.js'
import { wordsFor } from '../../i18n/words.js'
import { boundedMap } from '../../lib/bounded.js'
import type { Log } from '../../lib/log.js'
import { type Metrics, makeMetrics } from '../../lib/metrics.js'
import { type Duty, SoleDuty, type Work } from '../../state/index.js'
import { makeDiscordClock } from '../gateway/discord-clock.js'
import { type Dispatcher, makeDispatcher } from '../gateway/dispatcher.js'
import { makeOwnAnswers } from '../gateway/own-answers.js'
import { connect, type Listeners } from '../lifecycle/connection.js'
import { makeCooldown } from '../lifecycle/cooldown.js'
import { type End, StartError } from '../lifecycle/end.js'
import { identifyTurns, type ReserveTurn } from '../lifecycle/identify-turns.js'
import { makeMeter } from '../lifecycle/meter.js'
import { makeWorkload } from '../lifecycle/scheduler.js'
import { connectShards, type ShardGroup, type ShardVitals } from '../lifecycle/shard-group.js'
import { gatewayInfo, hasServer, ONE_SHARD, type Shards, shardOf, shardRanges } from '../lifecycle/shards.js'
import type { Supervision } from '../lifecycle/supervisor.js'
import type { Library } from '../moderation/articles/library.js'
import { briefMeans } from '../moderation/briefs/brief-means.js'
import type { Feedback } from '../moderation/feedback.js'
import { Announcer, type AnnouncerOptions } from '../moderation/feeds/announcements.js'
import type { FeedNews } from '../moderation/feeds/server-feeds.js'
import { SEND_MS } from '../moderation/once.js'
import { type DiscordApi, recentOf } from '../moderation/recent.js'
import { makeReports } from '../moderation/reloads.js'
import { tellModerators } from '../moderation/settings/log-channel.js'
import { Welcome } from '../moderation/settings/welcome.js'
import { asSent, type Reply } from '../render/reply.js'
import { makeAgent, paced, type RestSettings } from './client.js'
import type { Announce, Post } from './command.js'
import { type Commands, loadCommands } from './loader.js'
import { type Registration, register } from './registration.js'
import type { Services } from './services.js'

export type { End } from '../lifecycle/end.js'

export interface BotOptions {
  readonly token: string
  readonly archive: LiveArchive
  /** The folder of the compiled commands. */
  readonly commandsFolder: string
  readonly log: Log
  /** Where the commands are registered; everywhere by default. */
  readonly guildId?: string | null
  /** How long somebody waits for an answer before being told that it takes too long. Default 20 s. */
  readonly answerTimeoutMs?: number
  /**
   * How long somebody waits for an answer before being told that it is on its way. Default 250 ms: most answers are
   * quicker, and need but one request and no "is thinking" that flashes up; and of the second within which everybody
   * is to hear something enough is left for others' turns and for the way.
   */
  readonly soonMs?: number
  /** How long until a member who asks many questions at once may ask another; 0: nobody waits. Default 4 s. */
  readonly cooldownMs?: number
  /** Where questions asked in vain and ratings are kept; null, the default: nowhere. */
  readonly feedback?: Feedback | null
  /** How Discord's API is reached. */
  readonly rest?: RestSettings
  /** Which servers' events this process hears; all by default. */
  readonly shards?: Shards
  /** Who gives turns to log in where several processes have shards; by default each does by itself. */
  readonly reserveTurn?: ReserveTurn
  readonly supervision?: Supervision
  /** The articles that servers' moderators add; null, the default: they can't. */
  readonly library?: Library | null
  /** Whether servers that invite the bot are told what it does. Default: yes, where there is a library. */
  readonly greets?: boolean
  /** Whether this process is the one that asks feeds and posts briefs; by default it is. */
  readonly duty?: Duty
  /** How the feeds are doing. */
  readonly feeds?: (() => Promise<readonly FeedStatus[]>) | null
  /** Where requests are counted; nowhere by default. */
  readonly metrics?: Metrics
}

/** How the bot is doing. */
export interface BotVitals {
  /** Whether Discord's gateway gives signs of life to every shard. */
  readonly connected: boolean
  /** Clients that were silently dead and replaced. */
  readonly replaced: number
  /** Requests that wait to be acknowledged or answered. */
  readonly waiting: number
  /** Of how many there are in all, those of this process. */
  readonly shards: number
  readonly shard: readonly ShardVitals[]
}

export interface Bot {
  /** Resolves when the bot can't go on: Discord ended the session for good, or can't be reached any more. */
  readonly ended: Promise<End>
  vitals(): BotVitals
  /** Takes no more requests, finishes those under way (for at most 5 seconds), and logs out. */
  close(): Promise<void>
  /** Tells of new articles where their topics are followed. Never rejects. */
  readonly announce: Announce
}

const FINISH_MS = 5000

/**
 * Logs in, registers the commands where they differ, and answers from then on. Of several processes the one with the
 * first shard registers the commands.
 * @throws CommandError when a file of the folder is not a valid command
 * @throws StartError when Discord refuses the token or can't be reached, or a permission is missing
 */
export async function startBot(options: BotOptions): Promise<Bot> {
  const { log, token, library = null, greets = true, shards = ONE_SHARD, supervision } = options
  const commands = await loadCommands(options.commandsFolder)
  const agent = makeAgent()
  const restSettings = paced({ agent, ...options.rest }, shards.ids.length / shards.total)
  // Other than a client's it depends on no shard: it reaches the servers of all.
  const rest = new REST(restSettings).setToken(token)
  const post: Post = (channel, reply, once) => postTo(rest, channel, reply, once)
  let self: string | null = null
  const recent = async (channel: string) => (self === null ? null : recentOf({ rest, self }, channel))
  const services = servicesOf(options, commands, { post, recent })
  const dispatcher = makeDispatcher(services)
  const welcome = library && greets ? new Welcome({ library, post, log }) : null
  const { promise: ended, resolve: onEnd } = withResolvers<End>()
  const { total, recommended = false } = shards
  const turns = identifyTurns(options.reserveTurn)
  const gateway = gatewayInfo(rest)
  const listeners = listenersOf(dispatcher, library, welcome)
  const connectOne = async (id: number) => {
    const connection = await connect({
      ...{ token, log, rest: restSettings, id, total, recommended, turns, gateway, listeners, onEnd },
    })
    const { client } = connection
    void welcome?.greet([...client.guilds.cache.values()], client)
    return connection
  }
  const connectAnew = async (id: number) => {
    const connection = await connectOne(id)
    void library?.present(serversOf([connection.client]), (server) => shardOf(server, total) === id)
    return connection
  }
  let group: ShardGroup | null = null
  try {
    group = await connectShards({
      ...{ shards, log, supervision, onEnd },
      connect: (id) => (group ? connectAnew(id) : connectOne(id)),
    })
    const { clients } = group
    const { user, application } = clients[0]!
    const servers = serversOf(clients)
    void library?.present(servers, (server) => hasServer(shards, server))
    log.info({ user: user.tag, guilds: servers.size, shards: inAll(shards) }, 'logged in')
    if (shards.ids.includes(0)) {
      report(await registerAll(rest, application.id, commands, options.guildId ?? null, [...servers]), log)
    } else log.info('commands are registered by the process with the first shard')
    self = user.id
    const duties = dutiesOf(library, services, { rest, self })
    const leave = await (options.duty ?? new SoleDuty()).during(duties)
    return botOf(group, { options, dispatcher, services, agent, ended, shards, leave })
  } catch (error) {
    await group?.close()
    await agent.destroy()
    throw error
  }
}

interface Running {
  readonly options: BotOptions
  readonly dispatcher: Dispatcher
  readonly services: Services
  readonly agent: Agent
  readonly ended: Promise<End>
  readonly shards: Shards
  /** Gives up what this process does for all servers. */
  leave(): Promise<void>
}

function botOf(
  group: ShardGroup,
  { options, dispatcher, services, agent, ended, shards, leave }: Running,
): Bot {
  return {
    ended,
    announce: services.announce,
    vitals() {
      const shard = group.vitals()
      return {
        connected: shard.every(({ connected }) => connected),
        replaced: shard.reduce((sum, { replaced }) => sum + replaced, 0),
        waiting: services.workload.waiting,
        shards: shards.total,
        shard,
      }
    },
    async close() {
      group.deafen()
      await dispatcher.idle(FINISH_MS)
      await leave()
      await options.feedback?.idle()
      await group.close()
      await agent.destroy()
    },
  }
}

const serversOf = (clients: readonly Client[]) =>
  new Set(clients.flatMap(({ guilds }) => [...guilds.cache.keys()]))

const inAll = ({ ids, total }: Shards) => `${shardRanges(ids)} of ${total}`

/** What one process does for all servers. */
function dutiesOf(library: Library | null, services: Services, api: DiscordApi): Work {
  return {
    begin() {
      library?.feeds.start(newsOfFeeds(library, services))
      library?.briefs.start(briefMeans(library, services, api))
    },
    async end() {
      await Promise.all([library?.feeds.stop(), library?.briefs.stop()])
    },
  }
}

/** How servers are told of their own feeds. */
function newsOfFeeds(library: Library, { announce, post }: Services): FeedNews {
  return {
    announce,
    async trouble(server, feed, reason) {
      const { language } = await library.settings.load(server)
      const told = wordsFor(language ?? 'en').tell(reason)
      await tellModerators(library, post, server, 'feedsTrouble', { title: feed, reason: told })
    },
  }
}

function listenersOf(dispatcher: Dispatcher, library: Library | null, welcome: Welcome | null): Listeners {
  return [
    [Events.InteractionCreate, dispatcher.interaction],
    [Events.MessageCreate, dispatcher.message],
    [Events.MessageUpdate, dispatcher.edit],
    [Events.MessageDelete, dispatcher.delete],
    [
      Events.GuildCreate,
      (guild: Guild) => {
        void library?.joined(guild.id)
        if (guild.client.isReady()) void welcome?.greet([guild], guild.client)
      },
    ],
    [
      Events.GuildDelete,
      ({ id }: Guild) => {
        void library?.left(id)
        void welcome?.left(id)
      },
    ],
  ]
}

function withResolvers<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {}
  const promise = new Promise<T>((keep) => {
    resolve = keep
  })
  return { promise, resolve }
}

function servicesOf(
  options: BotOptions,
  commands: Commands,
  { post, recent }: Pick<AnnouncerOptions, 'post' | 'recent'>,
): Services {
  const { archive, log, answerTimeoutMs = 20_000, soonMs = 250, cooldownMs = 4000, feedback = null } = options
  const { library = null, feeds = null, shards = ONE_SHARD } = options
  const announcer = library && new Announcer({ library, post, recent })
  return {
    library,
    feeds,
    post,
    announce: async (ids, server) => announcer?.announce(ids, server) ?? true,
    commands,
    archive,
    log,
    feedback,
    patienceMs: answerTimeoutMs,
    soonMs,
    cooldown: makeCooldown(cooldownMs),
    actions: makeCooldown(ACTION_EVERY_MS, undefined, ACTIONS_AT_ONCE),
    discordClock: makeDiscordClock(),
    service: { version: VERSION, startedAt: new Date(), shards },
    workload: makeWorkload(),
    answers: makeOwnAnswers(),
    reports: makeReports(),
    meter: makeMeter(options.metrics ?? makeMetrics()),
    complained: boundedMap(COMPLAINTS),
  }
}

/** Sends by the channel's id alone: whichever shard has its server, Discord decides whether the bot may. */
async function postTo(rest: REST, channel: string, reply: Reply, once?: string): Promise<void> {
  const { body, files } = asSent(reply)
  const nonce = once === undefined ? {} : { nonce: once, enforce_nonce: true }
  await rest.post(Routes.channelMessages(channel), {
    body: { ...body, ...nonce },
    files,
    // After that another process may see to it.
    ...(once !== undefined && { signal: AbortSignal.timeout(SEND_MS) }),
  })
}

/** Of one server: so many at once, then one in this time. The archive is everybody's, and so is the work of a reload. */
const ACTIONS_AT_ONCE = 10
const ACTION_EVERY_MS = 60_000

/** Complaints that are remembered so as not to be repeated. */
const COMPLAINTS = 2000

/** The version of the program, from its package file. */
export const VERSION: string = JSON.parse(
  readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8'),
).version

async function registerAll(
  rest: REST,
  application: string,
  commands: Commands,
  guildId: string | null,
  servers: readonly string[],
) {
  try {
    return await register(rest, application, commands, { guildId }, servers)
  } catch (error) {
    throw registrationError(error, guildId)
  }
}

function registrationError(error: unknown, guildId: string | null): unknown {
  if (!(error instanceof DiscordAPIError)) return error
  const noAccess =
    error.code === RESTJSONErrorCodes.MissingAccess || error.code === RESTJSONErrorCodes.UnknownGuild
  return new StartError(
    noAccess && guildId
      ? `The bot may not have commands in the server ${guildId}. Invite it there with the scopes "bot" and "applications.commands", or correct DISCORD_GUILD_ID.`
      : `Discord refused the commands: ${error.message}`,
  )
}

function report({ written, unchanged, failed, skipped }: Registration, log: Log): void {
  const name = ({ guildId }: { guildId: string | null }) => guildId ?? 'global'
  log.info({ written: written.map(name), unchanged: unchanged.length, skipped }, 'commands registered')
  for (const { place, error } of failed) {
    log.warn({ place: name(place), reason: (error as Error).message }, 'old commands could not be removed')
  }
}
