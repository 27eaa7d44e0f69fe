import { ChannelType, type Snowflake, type ThreadAutoArchiveDuration } from 'discord-api-types/v10'
import type { Core } from '../../core/core.js'
import { checkMessage } from '../../interactions/checks/message.js'
import { checkForm, type Field } from '../../interactions/form.js'
import { createMessage, type MessageBody } from '../../messages/messages.js'
import { createThread, joinThread, leaveThread, type Thread, threadView } from '../../messages/threads.js'
import { canSee, Permission, requireGuildPermission } from '../../world/permissions.js'
import { botViewer, viewOf } from '../../world/views.js'
import { isForum, isThread } from '../../world/world.js'
import { refuse } from '../refusals.js'
import { type Call, on, Reply, type Route } from '../router.js'
import { channelOf, messageOf } from './messages.js'

interface ThreadBody {
  name: string
  type?: ChannelType.PublicThread | ChannelType.PrivateThread | ChannelType.AnnouncementThread
  auto_archive_duration?: ThreadAutoArchiveDuration
  rate_limit_per_user?: number
  applied_tags?: Snowflake[]
  message?: MessageBody
}

function checkThread(form: Field, inForum = false): void {
  form.get('name').text({ min: 1, max: 100, required: true })
  form.get('auto_archive_duration').oneOf([60, 1440, 4320, 10_080])
  form.get('rate_limit_per_user').integer({ min: 0, max: 21_600 })
  if (inForum && form.get('message').present(true)) checkMessage(form.get('message'))
}

const optionsOf = ({ world }: Core, body: ThreadBody) => ({
  name: body.name,
  ownerId: world.botId,
  ...(body.auto_archive_duration !== undefined && { archiveAfter: body.auto_archive_duration }),
  ...(body.rate_limit_per_user !== undefined && { slowmodeSeconds: body.rate_limit_per_user }),
  ...(body.applied_tags !== undefined && { tags: body.applied_tags }),
})

function createFromMessage(core: Core, call: Call<ThreadBody>) {
  const from = messageOf(core, call)
  const parent = channelOf(core, call, Permission.CreatePublicThreads)
  if (parent.type !== ChannelType.GuildText && parent.type !== ChannelType.GuildAnnouncement)
    throw refuse.wrongChannelType()
  checkForm(call.body, (form) => checkThread(form))
  return new Reply(201, threadView(core, createThread(core, parent, { ...optionsOf(core, call.body), from })))
}

function create(core: Core, call: Call<ThreadBody>) {
  const parent = channelOf(core, call)
  if (isForum(parent)) return createPost(core, call)
  if (parent.type !== ChannelType.GuildText && parent.type !== ChannelType.GuildAnnouncement)
    throw refuse.wrongChannelType()
  const type = call.body.type ?? ChannelType.PrivateThread
  channelOf(
    core,
    call,
    type === ChannelType.PrivateThread ? Permission.CreatePrivateThreads : Permission.CreatePublicThreads,
  )
  checkForm(call.body, (form) => checkThread(form))
  return new Reply(201, threadView(core, createThread(core, parent, { ...optionsOf(core, call.body), type })))
}

/** A post of a forum: the thread and its first message, which has the thread's id. */
function createPost(core: Core, call: Call<ThreadBody>) {
  const parent = channelOf(core, call, Permission.SendMessages)
  checkForm(call.body, (form) => checkThread(form, true))
  const thread = createThread(core, parent, optionsOf(core, call.body))
  const first = createMessage(core, {
    channel: thread,
    authorId: core.world.botId,
    body: call.body.message!,
    files: call.files,
    id: thread.id,
  })
  return new Reply(201, { ...threadView(core, thread), message: viewOf(core, first, botViewer(core)) })
}

function threadOf(core: Core, call: Call): Thread {
  const channel = channelOf(core, call)
  if (!isThread(channel)) throw refuse.wrongChannelType()
  return channel
}

const memberOf = (thread: Thread, userId: Snowflake) => {
  const joined = thread.thread.members.get(userId)
  if (joined === undefined) throw refuse.unknownMember()
  return { id: thread.id, user_id: userId, join_timestamp: joined, flags: 0 }
}

/** Threads of a channel or guild with the bot's membership in them, newest first. */
function listing(core: Core, threads: Thread[], limit = Number.POSITIVE_INFINITY) {
  const { botId } = core.world
  const newest = threads.sort((a, b) => Number(BigInt(b.id) - BigInt(a.id)))
  const page = newest.slice(0, limit)
  return {
    threads: page.map((thread) => threadView(core, thread)),
    members: page.filter(({ thread }) => thread.members.has(botId)).map((thread) => memberOf(thread, botId)),
    has_more: newest.length > page.length,
  }
}

const archived = (isPrivate: boolean) => (core: Core, call: Call) => {
  const parent = channelOf(
    core,
    call,
    Permission.ReadMessageHistory | (isPrivate ? Permission.ManageThreads : 0n),
  )
  if (parent.guildId === null) throw refuse.notInDm()
  const { before, limit } = call.query
  const found = core.world
    .threadsOf(parent.guildId)
    .filter(
      ({ parentId, type, thread }) =>
        parentId === parent.id &&
        thread.archived &&
        (type === ChannelType.PrivateThread) === isPrivate &&
        (before === undefined || Date.parse(thread.archiveChangedAt) < Date.parse(before)),
    )
  return listing(core, found, limit === undefined ? 50 : Number(limit))
}

export const THREAD_ROUTES: Route[] = [
  ...on('/channels/{channel_id}/messages/{message_id}/threads', { POST: createFromMessage }),
  ...on('/channels/{channel_id}/threads', { POST: create }),
  ...on('/channels/{channel_id}/threads/archived/public', { GET: archived(false) }),
  ...on('/channels/{channel_id}/threads/archived/private', { GET: archived(true) }),
  ...on('/channels/{channel_id}/thread-members', {
    GET: (core, call) => {
      const thread = threadOf(core, call)
      return [...thread.thread.members.keys()].map((userId) => memberOf(thread, userId))
    },
  }),
  ...on('/channels/{channel_id}/thread-members/@me', {
    PUT: (core, call) => joinThread(core, threadOf(core, call), core.world.botId),
    DELETE: (core, call) => leaveThread(core, threadOf(core, call), core.world.botId),
  }),
  ...on('/channels/{channel_id}/thread-members/{user_id}', {
    GET: (core, call) => memberOf(threadOf(core, call), call.params.user_id!),
    PUT: (core, call) => joinThread(core, threadOf(core, call), core.world.user(call.params.user_id!).id),
    DELETE: (core, call) => {
      channelOf(core, call, Permission.ManageThreads)
      leaveThread(core, threadOf(core, call), call.params.user_id!)
    },
  }),
  ...on('/guilds/{guild_id}/threads/active', {
    GET: (core, { params }) => {
      const { world } = core
      requireGuildPermission(world.guild(params.guild_id!), world.botId)
      const open = world
        .threadsOf(params.guild_id!)
        .filter((thread) => !thread.thread.archived && canSee(world, thread, world.botId))
      return listing(core, open)
    },
  }),
]
