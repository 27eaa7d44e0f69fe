import { GatewayDispatchEvents as Events, type Snowflake } from 'discord-api-types/v10'
import { type Core, timestamp } from '../core/core.js'
import { memberPayload } from './payloads.js'
import type { Member } from './world.js'

/** Takes a user into a guild. */
export function addMember(
  core: Core,
  guildId: Snowflake,
  userId: Snowflake,
  given: Partial<Member> = {},
): void {
  const { world } = core
  const member: Member = { userId, nick: null, roles: [], joinedAt: timestamp(core), ...given }
  world.user(userId)
  world.guild(guildId).members.set(userId, member)
  core.dispatch(Events.GuildMemberAdd, { guildId }, () => ({
    ...memberPayload(world, member),
    guild_id: guildId,
  }))
}

export function removeMember(core: Core, guildId: Snowflake, userId: Snowflake): void {
  const { world } = core
  const member = world.member(guildId, userId)
  const { user } = memberPayload(world, member)
  core.dispatch(Events.GuildMemberRemove, { guildId }, () => ({ user, guild_id: guildId }))
  world.guild(guildId).members.delete(userId)
}

/** Gives a member these roles instead of the present ones. */
export function setRoles(core: Core, guildId: Snowflake, userId: Snowflake, roles: Snowflake[]): void {
  const { world } = core
  const member = world.member(guildId, userId)
  member.roles = [...roles]
  core.dispatch(Events.GuildMemberUpdate, { guildId, own: userId === world.botId }, () => ({
    ...memberPayload(world, member),
    guild_id: guildId,
  }))
}
