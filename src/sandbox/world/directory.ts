import type { APIChannel, APIRole, APIUser, Snowflake } from 'discord-api-types/v10'
import type { Core } from '../core/core.js'
import { channelPayload, userPayload } from './payloads.js'
import { canSee } from './permissions.js'

/** What a user's client lists: where the user can go, and who is there. */
export interface Directory {
  guilds: { id: Snowflake; name: string; members: Snowflake[]; roles: APIRole[] }[]
  /** Channels, threads and direct messages that the user sees; threads name their parent. */
  channels: APIChannel[]
  users: APIUser[]
}

export function directoryOf({ world }: Core, userId: Snowflake): Directory {
  const guilds = [...world.guilds.values()].filter(({ members }) => members.has(userId))
  return {
    guilds: guilds.map(({ id, name, members, roles }) => ({
      id,
      name,
      members: [...members.keys()],
      roles: [...roles.values()],
    })),
    channels: [...world.channels.values()]
      .filter((channel) => canSee(world, channel, userId))
      .map((channel) => channelPayload(world, channel, userId)),
    users: [...world.users.values()].map(userPayload),
  }
}
