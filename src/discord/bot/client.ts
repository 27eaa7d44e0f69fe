import {
  Client,
  type ClientOptions,
  DefaultRestOptions,
  GatewayIntentBits,
  Options,
  Partials,
} from 'discord.js'
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

/**
 * A client that asks Discord for as little as it can and pings nobody.
 * @param rest how Discord's API is reached
 */
export function makeClient(rest: NonNullable<ClientOptions['rest']> = {}): Client {
  return new Client({
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
    // Our own pace stands in for that of discord.js, which waits all the same where Discord says "too many".
    rest: { globalRequestsPerSecond: Number.POSITIVE_INFINITY, makeRequest: pacedRequests(), ...rest },
  })
}

/** Requests as discord.js makes them; those that count go at the pace that Discord allows. */
function pacedRequests(): typeof DefaultRestOptions.makeRequest {
  const { makeRequest } = DefaultRestOptions
  const pace = makePace(REQUESTS_PER_SECOND)
  return async (url, init) => {
    if (!repliesToInteraction(url)) await pace()
    return makeRequest(url, init)
  }
}
