import { Client, type ClientOptions, GatewayIntentBits, Options, Partials } from 'discord.js'
import { Agent } from 'undici'

/** Enough for commands and for being mentioned; none of them is privileged. */
const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages]

/**
 * Discord takes 50 requests a second of a bot, but does not count replies to interactions among them; discord.js does,
 * and would let members wait. Where Discord does say "too many", discord.js waits as it is told.
 */
const REQUESTS_PER_SECOND = 500

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
    rest: { globalRequestsPerSecond: REQUESTS_PER_SECOND, ...rest },
  })
}
