import {
  type APIOverwrite,
  ChannelType,
  GatewayDispatchEvents as Events,
  OverwriteType,
  type Snowflake,
} from 'discord-api-types/v10'
import { type Core, type DispatchData, timestamp } from '../core/core.js'
import { channelPayload, memberPayload } from './payloads.js'
import { type Channel, isThread } from './world.js'

export type NewChannel = Pick<Channel, 'name' | 'guildId'> & Partial<Channel>

/** A channel with what is not given left empty; it is not in the world yet. */
const blankChannel = (core: Core, given: NewChannel): Channel => ({
  id: core.nextId(),
  type: ChannelType.GuildText,
  topic: null,
  parentId: null,
  position: 0,
  nsfw: false,
  slowmodeSeconds: 0,
  overwrites: new Map(),
  recipients: [],
  lastMessageId: null,
  availableTags: [],
  thread: null,
  ...given,
})

export function createChannel(core: Core, given: NewChannel & { guildId: Snowflake }): Channel {
  const position = core.world.guildChannels(given.guildId).filter((channel) => !isThread(channel)).length
  const channel = blankChannel(core, { position, ...given })
  core.world.channels.set(channel.id, channel)
  tell(core, Events.ChannelCreate, channel)
  return channel
}

/** Changes a guild channel and tells the bot. */
export function updateChannel(core: Core, channel: Channel, changes: Partial<Channel>): void {
  Object.assign(channel, changes)
  tell(core, isThread(channel) ? Events.ThreadUpdate : Events.ChannelUpdate, channel)
}

export function setOverwrite(core: Core, channel: Channel, id: Snowflake, allow: bigint, deny: bigint): void {
  const isRole = core.world.guild(channel.guildId!).roles.has(id)
  const overwrite: APIOverwrite = {
    id,
    type: isRole ? OverwriteType.Role : OverwriteType.Member,
    allow: String(allow),
    deny: String(deny),
  }
  updateChannel(core, channel, { overwrites: new Map(channel.overwrites).set(id, overwrite) })
}

/** Takes a channel away with its messages and threads. */
export function deleteChannel(core: Core, channel: Channel): void {
  const { world } = core
  const threads = [...world.channels.values()].filter(
    ({ thread, parentId }) => thread && parentId === channel.id,
  )
  for (const gone of [...threads, channel]) {
    for (const stored of [...(world.messages.get(gone.id)?.values() ?? [])]) world.dropMessage(stored)
    if (gone === channel) tellDeleted(core, gone)
    world.channels.delete(gone.id)
  }
}

function tellDeleted(core: Core, channel: Channel): void {
  if (!isThread(channel)) {
    tell(core, Events.ChannelDelete, channel)
    return
  }
  core.dispatch(Events.ThreadDelete, { guildId: channel.guildId, channelId: channel.id }, () => ({
    id: channel.id,
    guild_id: channel.guildId!,
    parent_id: channel.parentId!,
    type: channel.type,
  }))
}

/** The direct messages of two users, opened if need be. */
export function openDm(core: Core, userId: Snowflake, otherId: Snowflake): Channel {
  const known = core.world.dm(userId, otherId)
  if (known) return known
  const channel = blankChannel(core, {
    type: ChannelType.DM,
    guildId: null,
    name: '',
    recipients: [userId, otherId],
  })
  core.world.channels.set(channel.id, channel)
  return channel
}

/** Shows that somebody is writing. */
export function startTyping(core: Core, channel: Channel, userId: Snowflake): void {
  const { world, hub } = core
  core.dispatch(Events.TypingStart, { guildId: channel.guildId, channelId: channel.id }, () => ({
    channel_id: channel.id,
    user_id: userId,
    timestamp: Math.floor(Date.parse(timestamp(core)) / 1000),
    ...(channel.guildId !== null && {
      guild_id: channel.guildId,
      member: memberPayload(world, world.member(channel.guildId, userId)),
    }),
  }))
  hub.emit('typing', { channelId: channel.id, userId })
}

function tell(
  core: Core,
  event: Events.ChannelCreate | Events.ChannelUpdate | Events.ChannelDelete | Events.ThreadUpdate,
  channel: Channel,
): void {
  core.dispatch(
    event,
    { guildId: channel.guildId, channelId: channel.id },
    () => channelPayload(core.world, channel) as DispatchData<typeof event> as never,
  )
}
