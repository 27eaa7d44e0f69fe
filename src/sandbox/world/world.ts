import {
  type APIApplicationCommand,
  type APIGuildForumTag,
  type APIMessage,
  type APIOverwrite,
  type APIRole,
  ChannelType,
  type Snowflake,
  type ThreadAutoArchiveDuration,
} from 'discord-api-types/v10'
import { refuse } from '../http/refusals.js'

export interface User {
  id: Snowflake
  username: string
  globalName: string | null
  bot: boolean
  locale: string
}

export interface Member {
  userId: Snowflake
  nick: string | null
  roles: Snowflake[]
  joinedAt: string
}

export interface Guild {
  id: Snowflake
  name: string
  ownerId: Snowflake
  /** Where Discord itself says who joined; null for nowhere. */
  systemChannelId: Snowflake | null
  /** @everyone has the guild's id. */
  roles: Map<Snowflake, APIRole>
  members: Map<Snowflake, Member>
}

export interface ThreadState {
  ownerId: Snowflake
  archived: boolean
  locked: boolean
  archiveAfter: ThreadAutoArchiveDuration
  /** ISO 8601: the last change of `archived`. */
  archiveChangedAt: string
  createdAt: string
  /** Joined members with the time they joined. */
  members: Map<Snowflake, string>
  tags: Snowflake[]
  messageCount: number
}

/** A channel of any kind: guild channel, thread (`thread` is set) or direct messages (`guildId` is null). */
export interface Channel {
  id: Snowflake
  type: ChannelType
  guildId: Snowflake | null
  name: string
  topic: string | null
  parentId: Snowflake | null
  position: number
  nsfw: boolean
  slowmodeSeconds: number
  overwrites: Map<Snowflake, APIOverwrite>
  recipients: Snowflake[]
  lastMessageId: Snowflake | null
  availableTags: APIGuildForumTag[]
  thread: ThreadState | null
}

export interface StoredMessage {
  /** As its author knows it; what others see of it is worked out when they look. */
  message: APIMessage
  guildId: Snowflake | null
  /** The only member who sees it, for an ephemeral message. */
  onlyFor: Snowflake | null
  /** Reactions in the order of the first of each emoji; who gave them. */
  reactions: Map<string, Set<Snowflake>>
}

export interface StoredFile {
  name: string
  type: string
  data: Buffer
}

const THREADS: ReadonlySet<ChannelType> = new Set([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
])
const WITH_MESSAGES: ReadonlySet<ChannelType> = new Set([
  ...THREADS,
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildVoice,
  ChannelType.DM,
  ChannelType.GroupDM,
])

export const isThread = (channel: Channel): channel is Channel & { thread: ThreadState } =>
  THREADS.has(channel.type)
export const holdsMessages = (channel: Channel): boolean => WITH_MESSAGES.has(channel.type)
export const isForum = (channel: Channel): boolean =>
  channel.type === ChannelType.GuildForum || channel.type === ChannelType.GuildMedia

/** Everything that is. Look-ups that must succeed throw Discord's refusal for what is missing. */
export class World {
  readonly users = new Map<Snowflake, User>()
  readonly guilds = new Map<Snowflake, Guild>()
  readonly channels = new Map<Snowflake, Channel>()
  /** Per channel, oldest first (a Map keeps its order). */
  readonly messages = new Map<Snowflake, Map<Snowflake, StoredMessage>>()
  /** Channel of a message. */
  readonly #home = new Map<Snowflake, Snowflake>()
  /** Messages by the nonces that are to keep them from being sent twice. */
  readonly nonces = new Map<string, Snowflake>()
  readonly files = new Map<Snowflake, StoredFile>()
  /** Registered commands by scope: a guild's id, or "global". */
  readonly commands = new Map<Snowflake | 'global', Map<Snowflake, APIApplicationCommand>>()
  /** Users who have installed the application for themselves. */
  readonly installedFor = new Set<Snowflake>()
  readonly botId: Snowflake
  readonly #mostMessages: number

  /** @param mostMessages that a channel keeps */
  constructor(botId: Snowflake, mostMessages: number) {
    this.botId = botId
    this.#mostMessages = mostMessages
  }

  user(id: Snowflake): User {
    const user = this.users.get(id)
    if (!user) throw refuse.unknownUser()
    return user
  }

  guild(id: Snowflake): Guild {
    const guild = this.guilds.get(id)
    if (!guild) throw refuse.unknownGuild()
    return guild
  }

  channel(id: Snowflake): Channel {
    const channel = this.channels.get(id)
    if (!channel) throw refuse.unknownChannel()
    return channel
  }

  member(guildId: Snowflake, userId: Snowflake): Member {
    const member = this.guild(guildId).members.get(userId)
    if (!member) throw refuse.unknownMember()
    return member
  }

  /** The message, in this channel if one is named. */
  message(id: Snowflake, channelId?: Snowflake): StoredMessage {
    const home = this.#home.get(id)
    const stored = home === undefined ? undefined : this.messages.get(home)?.get(id)
    if (!stored || (channelId !== undefined && home !== channelId)) throw refuse.unknownMessage()
    return stored
  }

  findMessage(id: Snowflake): StoredMessage | undefined {
    const home = this.#home.get(id)
    return home === undefined ? undefined : this.messages.get(home)?.get(id)
  }

  keepMessage(stored: StoredMessage): void {
    const { id, channel_id: channelId } = stored.message
    const messages = this.messages.get(channelId) ?? new Map<Snowflake, StoredMessage>()
    this.messages.set(channelId, messages.set(id, stored))
    this.#home.set(id, channelId)
    if (messages.size > this.#mostMessages) this.dropMessage(messages.values().next().value!)
  }

  dropMessage({ message }: StoredMessage): void {
    this.messages.get(message.channel_id)?.delete(message.id)
    this.#home.delete(message.id)
    for (const { id } of message.attachments) this.files.delete(id)
  }

  guildChannels(guildId: Snowflake): Channel[] {
    return [...this.channels.values()].filter((channel) => channel.guildId === guildId)
  }

  threadsOf(guildId: Snowflake): (Channel & { thread: ThreadState })[] {
    return this.guildChannels(guildId).filter(isThread)
  }

  /** The direct messages between two users, if they were ever opened. */
  dm(one: Snowflake, other: Snowflake): Channel | undefined {
    return [...this.channels.values()].find(
      ({ type, recipients }) =>
        type === ChannelType.DM && recipients.includes(one) && recipients.includes(other),
    )
  }

  commandsOf(scope: Snowflake | null): Map<Snowflake, APIApplicationCommand> {
    const key = scope ?? 'global'
    const commands = this.commands.get(key) ?? new Map<Snowflake, APIApplicationCommand>()
    this.commands.set(key, commands)
    return commands
  }
}
