import {
  type APIThreadChannel,
  ChannelType,
  GatewayDispatchEvents as Events,
  MessageFlags,
  type Snowflake,
  ThreadAutoArchiveDuration,
  type ThreadChannelType,
  type ThreadMemberFlags,
} from 'discord-api-types/v10'
import { type Core, timestamp } from '../core/core.js'
import { refuse } from '../http/refusals.js'
import { channelPayload } from '../world/payloads.js'
import type { Channel, StoredMessage, ThreadState } from '../world/world.js'

export type Thread = Channel & { thread: ThreadState }

export interface NewThread {
  name: string
  ownerId: Snowflake
  type?: ThreadChannelType
  /** A thread made from a message has the message's id. */
  from?: StoredMessage
  archiveAfter?: ThreadAutoArchiveDuration
  slowmodeSeconds?: number
  tags?: Snowflake[]
}

/** @throws Refusal 160004 when the message has a thread already. */
export function createThread(core: Core, parent: Channel, options: NewThread): Thread {
  const id = options.from?.message.id ?? core.nextId()
  if (core.world.channels.has(id)) throw refuse.threadExists()
  const now = timestamp(core)
  const thread: Thread = {
    id,
    type:
      options.type ??
      (parent.type === ChannelType.GuildAnnouncement
        ? ChannelType.AnnouncementThread
        : ChannelType.PublicThread),
    guildId: parent.guildId,
    name: options.name,
    topic: null,
    parentId: parent.id,
    position: 0,
    nsfw: parent.nsfw,
    slowmodeSeconds: options.slowmodeSeconds ?? 0,
    overwrites: new Map(),
    recipients: [],
    lastMessageId: null,
    availableTags: [],
    thread: {
      ownerId: options.ownerId,
      archived: false,
      locked: false,
      archiveAfter: options.archiveAfter ?? ThreadAutoArchiveDuration.OneDay,
      archiveChangedAt: now,
      createdAt: now,
      members: new Map([[options.ownerId, now]]),
      tags: options.tags ?? [],
      messageCount: 0,
    },
  }
  core.world.channels.set(id, thread)
  if (options.from) options.from.message.flags = (options.from.message.flags ?? 0) | MessageFlags.HasThread
  const payload = threadView(core, thread)
  core.dispatch(Events.ThreadCreate, concern(thread), () => ({ ...payload, newly_created: true }))
  core.hub.emit('thread', payload)
  return thread
}

/** Takes a user into the thread, if not in it yet. */
export function joinThread(core: Core, thread: Thread, userId: Snowflake): void {
  const { members } = thread.thread
  if (members.has(userId) || !core.world.guild(thread.guildId!).members.has(userId)) return
  const joined = timestamp(core)
  members.set(userId, joined)
  core.dispatch(Events.ThreadMembersUpdate, concern(thread), () => ({
    id: thread.id,
    guild_id: thread.guildId!,
    member_count: members.size,
    added_members: [
      { id: thread.id, user_id: userId, join_timestamp: joined, flags: 0 as ThreadMemberFlags },
    ],
  }))
}

export function leaveThread(core: Core, thread: Thread, userId: Snowflake): void {
  const { members } = thread.thread
  if (!members.delete(userId)) return
  core.dispatch(Events.ThreadMembersUpdate, concern(thread), () => ({
    id: thread.id,
    guild_id: thread.guildId!,
    member_count: members.size,
    removed_member_ids: [userId],
  }))
}

/** Writing into an archived thread opens it again, unless it is locked. */
export function reviveThread(core: Core, thread: Thread): void {
  if (!thread.thread.archived) return
  if (thread.thread.locked) throw refuse.threadArchived()
  updateThread(core, thread, { archived: false })
}

export function updateThread(core: Core, thread: Thread, changes: Partial<ThreadState>): void {
  const turned = changes.archived !== undefined && changes.archived !== thread.thread.archived
  Object.assign(thread.thread, changes, turned && { archiveChangedAt: timestamp(core) })
  core.dispatch(Events.ThreadUpdate, concern(thread), () => threadView(core, thread))
}

export const threadView = (core: Core, thread: Thread): APIThreadChannel =>
  channelPayload(core.world, thread) as APIThreadChannel

const concern = (thread: Thread) => ({ guildId: thread.guildId, channelId: thread.id })
