import type { APIOverwrite, Snowflake } from 'discord-api-types/v10'
import type { Core } from '../../core/core.js'
import { checkForm, type Field } from '../../interactions/form.js'
import { updateThread } from '../../messages/threads.js'
import {
  createChannel,
  deleteChannel,
  setOverwrite,
  startTyping,
  updateChannel,
} from '../../world/channels.js'
import { channelPayload } from '../../world/payloads.js'
import { canSend, Permission, requireGuildPermission } from '../../world/permissions.js'
import { type Channel, isThread, type ThreadState } from '../../world/world.js'
import { refuse } from '../refusals.js'
import { type Call, on, Reply, type Route } from '../router.js'
import { channelOf } from './messages.js'

interface ChannelChanges {
  name?: string
  topic?: string | null
  position?: number
  parent_id?: Snowflake | null
  nsfw?: boolean
  rate_limit_per_user?: number
  permission_overwrites?: APIOverwrite[]
  archived?: boolean
  locked?: boolean
  auto_archive_duration?: ThreadState['archiveAfter']
  applied_tags?: Snowflake[]
}

function checkChannel(form: Field, isNew = false): void {
  form.get('name').text({ min: 1, max: 100, required: isNew })
  form.get('topic').text({ max: 1024 })
  form.get('rate_limit_per_user').integer({ min: 0, max: 21_600 })
  form.get('auto_archive_duration').oneOf([60, 1440, 4320, 10_080])
}

const given = <T extends object>(changes: T): Partial<T> =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<T>

const plainChanges = (body: ChannelChanges) =>
  given({
    name: body.name,
    topic: body.topic,
    position: body.position,
    parentId: body.parent_id,
    nsfw: body.nsfw,
    slowmodeSeconds: body.rate_limit_per_user,
    overwrites:
      body.permission_overwrites &&
      new Map(body.permission_overwrites.map((overwrite) => [overwrite.id, overwrite])),
  }) as Partial<Channel>

function change(core: Core, call: Call<ChannelChanges>) {
  const channel = channelOf(core, call)
  if (channel.guildId === null) throw refuse.notInDm()
  checkForm(call.body, (form) => checkChannel(form))
  if (isThread(channel)) {
    const own = channel.thread.ownerId === core.world.botId && call.body.locked === undefined
    channelOf(core, call, own ? 0n : Permission.ManageThreads)
    const {
      name,
      rate_limit_per_user,
      archived,
      locked,
      auto_archive_duration: archiveAfter,
      applied_tags: tags,
    } = call.body
    Object.assign(
      channel,
      plainChanges({
        ...(name !== undefined && { name }),
        ...(rate_limit_per_user !== undefined && { rate_limit_per_user }),
      }),
    )
    updateThread(core, channel, given({ archived, locked, archiveAfter, tags }) as Partial<ThreadState>)
  } else {
    channelOf(core, call, Permission.ManageChannels)
    updateChannel(core, channel, plainChanges(call.body))
  }
  return channelPayload(core.world, channel)
}

function remove(core: Core, call: Call) {
  const channel = channelOf(core, call)
  const payload = channelPayload(core.world, channel)
  if (channel.guildId === null) return payload
  channelOf(core, call, isThread(channel) ? Permission.ManageThreads : Permission.ManageChannels)
  deleteChannel(core, channel)
  return payload
}

function type(core: Core, call: Call): void {
  const channel = channelOf(core, call)
  if (!canSend(core.world, channel, core.world.botId)) throw refuse.missingPermissions()
  startTyping(core, channel, core.world.botId)
}

function create(core: Core, call: Call<ChannelChanges & { name: string; type?: Channel['type'] }>) {
  const guild = core.world.guild(call.params.guild_id!)
  requireGuildPermission(guild, core.world.botId, Permission.ManageChannels)
  checkForm(call.body, (form) => checkChannel(form, true))
  const { name, type = 0 } = call.body
  const channel = createChannel(core, { ...plainChanges(call.body), name, type, guildId: guild.id })
  return new Reply(201, channelPayload(core.world, channel))
}

function overwrite(core: Core, call: Call<{ allow?: string; deny?: string }>): void {
  const channel = channelOf(core, call, Permission.ManageRoles)
  setOverwrite(
    core,
    channel,
    call.params.overwrite_id!,
    BigInt(call.body.allow ?? 0),
    BigInt(call.body.deny ?? 0),
  )
}

export const CHANNEL_ROUTES: Route[] = [
  ...on('/channels/{channel_id}', {
    GET: (core, call) => channelPayload(core.world, channelOf(core, call)),
    PATCH: change,
    DELETE: remove,
  }),
  ...on('/channels/{channel_id}/typing', { POST: type }),
  ...on('/channels/{channel_id}/permissions/{overwrite_id}', { PUT: overwrite }),
  ...on('/guilds/{guild_id}/channels', {
    GET: ({ world }, { params }) => {
      requireGuildPermission(world.guild(params.guild_id!), world.botId)
      return world
        .guildChannels(params.guild_id!)
        .filter((channel) => !isThread(channel))
        .map((channel) => channelPayload(world, channel))
    },
    POST: create,
  }),
]
