import {
  Client,
  type ClientOptions,
  DefaultRestOptions,
  GatewayIntentBits,
  Options,
  Partials,
  SimpleShardingStrategy,
} from 'discord.js'
import type { APIGatewayBotInfo } from 'discord-api-types/v10'
import { Agent } from 'undici'
import { makePace, REQUESTS_PER_SECOND, repliesToInteraction } from '../lifecycle/request-rate.js'

/** Enough for commands and for being mentioned; none of them is privileged. */
const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages]

/**
 * Connections to Discord. As many at once as there are members to be answered would cost more time than they save: each
 * begins with several round trips before anybody is acknowledged.
 */
const CONNECTIONS = 40

export const makeAgent = () => new Agent({ connections: CONNECTIONS, connect: { timeout: 30_000 } })

export type RestSettings = NonNullable<ClientOptions['rest']>

/** One shard, of so many. */
export interface Shard {
  readonly id: number
  readonly total: number
  /** How the gateway is reached, as whoever has other shards knows it; by default it is asked. */
  gateway?(): Promise<APIGatewayBotInfo>
  /** Waits until it may begin a session; of so many groups of shards one each may at a time. */
  turn?(groups: number, signal: AbortSignal): Promise<void>
}

/**
 * A client that asks Discord for as little as it can and pings nobody.
 * @param rest how Discord's API is reached, see `paced`
 */
export function makeClient(rest: RestSettings = {}, { id, total, gateway, turn }: Shard = ALONE): Client {
  return new Client({
    shards: [id],
    shardCount: total,
    ws: {
      ...(gateway && {
        buildStrategy(manager) {
          manager.fetchGatewayInformation = gateway
          return new SimpleShardingStrategy(manager)
        },
      }),
      ...(turn && {
        async buildIdentifyThrottler(manager) {
          const { session_start_limit: limit } = await manager.fetchGatewayInformation()
          return { waitForIdentify: (_, signal) => turn(limit.max_concurrency, signal) }
        },
      }),
    },
    intents: INTENTS,
    // Without these, neither the first direct message of a person is seen, nor what becomes of older messages.
    partials: [Partials.Channel, Partials.Message],
    allowedMentions: { parse: [], repliedUser: false },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      ...{
        MessageManager: 0,
        ReactionManager: 0,
        PresenceManager: 0,
        VoiceStateManager: 0,
        UserManager: 100,
      },
      GuildMemberManager: { maxSize: 100, keepOverLimit: (member) => member.id === member.client.user.id },
    }),
    rest,
  })
}

const ALONE = { id: 0, total: 1 }

/**
 * Requests as discord.js makes them; those that count go at the pace that Discord allows. Our own pace stands in for that
 * of discord.js, which waits all the same where Discord says "too many".
 * @param rest its `globalRequestsPerSecond` is what all processes may request together
 * @param share of what the bot may request in all that this process may; all processes may 1 together
 */
export function paced(rest: RestSettings, share = 1): RestSettings {
  const { makeRequest = DefaultRestOptions.makeRequest, globalRequestsPerSecond = REQUESTS_PER_SECOND } = rest
  const pace = makePace(Math.max(1, Math.floor(globalRequestsPerSecond * share)))
  return {
    ...rest,
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    async makeRequest(url, init) {
      if (!repliesToInteraction(url)) await pace()
      return makeRequest(url, init)
    },
  }
}
