import {
  ApplicationFlags,
  GatewayDispatchEvents as Events,
  GatewayIntentBits as Intent,
} from 'discord-api-types/v10'

/** Which intent brings an event of a guild. Events not named here need none. */
const OF_GUILDS: Partial<Record<Events, number>> = {
  [Events.GuildCreate]: Intent.Guilds,
  [Events.GuildUpdate]: Intent.Guilds,
  [Events.GuildDelete]: Intent.Guilds,
  [Events.GuildRoleCreate]: Intent.Guilds,
  [Events.GuildRoleUpdate]: Intent.Guilds,
  [Events.GuildRoleDelete]: Intent.Guilds,
  [Events.ChannelCreate]: Intent.Guilds,
  [Events.ChannelUpdate]: Intent.Guilds,
  [Events.ChannelDelete]: Intent.Guilds,
  [Events.ThreadCreate]: Intent.Guilds,
  [Events.ThreadUpdate]: Intent.Guilds,
  [Events.ThreadDelete]: Intent.Guilds,
  [Events.ThreadMembersUpdate]: Intent.Guilds | Intent.GuildMembers,
  [Events.GuildMemberAdd]: Intent.GuildMembers,
  [Events.GuildMemberUpdate]: Intent.GuildMembers,
  [Events.GuildMemberRemove]: Intent.GuildMembers,
  [Events.MessageCreate]: Intent.GuildMessages,
  [Events.MessageUpdate]: Intent.GuildMessages,
  [Events.MessageDelete]: Intent.GuildMessages,
  [Events.MessageDeleteBulk]: Intent.GuildMessages,
  [Events.MessageReactionAdd]: Intent.GuildMessageReactions,
  [Events.MessageReactionRemove]: Intent.GuildMessageReactions,
  [Events.MessageReactionRemoveAll]: Intent.GuildMessageReactions,
  [Events.MessageReactionRemoveEmoji]: Intent.GuildMessageReactions,
  [Events.TypingStart]: Intent.GuildMessageTyping,
}

/** The same for direct messages. */
const OF_DIRECT_MESSAGES: Partial<Record<Events, number>> = {
  [Events.MessageCreate]: Intent.DirectMessages,
  [Events.MessageUpdate]: Intent.DirectMessages,
  [Events.MessageDelete]: Intent.DirectMessages,
  [Events.MessageReactionAdd]: Intent.DirectMessageReactions,
  [Events.MessageReactionRemove]: Intent.DirectMessageReactions,
  [Events.MessageReactionRemoveAll]: Intent.DirectMessageReactions,
  [Events.MessageReactionRemoveEmoji]: Intent.DirectMessageReactions,
  [Events.TypingStart]: Intent.DirectMessageTyping,
}

export const PRIVILEGED = Intent.GuildMembers | Intent.GuildPresences | Intent.MessageContent

const KNOWN = Object.values(Intent).reduce<number>(
  (all, bit) => (typeof bit === 'number' ? all | bit : all),
  0,
)

export const areKnown = (intents: number): boolean => Number.isInteger(intents) && (intents & ~KNOWN) === 0

/** Whether a session with these intents is told of the event. */
export function isWanted(event: Events, direct: boolean, intents: number): boolean {
  const needed = (direct ? OF_DIRECT_MESSAGES : OF_GUILDS)[event]
  return needed === undefined || (intents & needed) !== 0
}

/** The application's flags tell which privileged intents it was granted. */
export const applicationFlags = (intents: number): number =>
  (intents & Intent.GuildMembers ? ApplicationFlags.GatewayGuildMembersLimited : 0) |
  (intents & Intent.GuildPresences ? ApplicationFlags.GatewayPresenceLimited : 0) |
  (intents & Intent.MessageContent ? ApplicationFlags.GatewayMessageContentLimited : 0)
