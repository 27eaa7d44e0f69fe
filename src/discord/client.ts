import { Client, type ClientOptions, GatewayIntentBits, Options, Partials } from 'discord.js'

/** Enough for commands and for being mentioned; none of them is privileged. */
const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages]

/**
 * A client that asks Discord for as little as it can and pings nobody.
 * @param rest how Discord's API is reached
 */
export function makeClient(rest: NonNullable<ClientOptions['rest']> = {}): Client {
  return new Client({
    intents: INTENTS,
    // Without it, the first direct message of a person is not seen.
    partials: [Partials.Channel],
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
