import {
  type APIRole,
  ChannelType,
  PermissionFlagsBits as Permission,
  type Snowflake,
} from 'discord-api-types/v10'
import { refuse } from '../http/refusals.js'
import { type Channel, type Guild, isThread, type World } from './world.js'

export { PermissionFlagsBits as Permission } from 'discord-api-types/v10'

const ALL = Object.values(Permission).reduce((all, bit) => all | bit, 0n)

/** What both sides may do in direct messages. */
const IN_DM =
  Permission.ViewChannel |
  Permission.SendMessages |
  Permission.ReadMessageHistory |
  Permission.EmbedLinks |
  Permission.AttachFiles |
  Permission.AddReactions |
  Permission.UseExternalEmojis |
  Permission.UseApplicationCommands |
  Permission.MentionEveryone

/** @everyone of a new guild. */
export const DEFAULT_PERMISSIONS =
  Permission.ViewChannel |
  Permission.SendMessages |
  Permission.SendMessagesInThreads |
  Permission.CreatePublicThreads |
  Permission.CreatePrivateThreads |
  Permission.EmbedLinks |
  Permission.AttachFiles |
  Permission.AddReactions |
  Permission.UseExternalEmojis |
  Permission.ReadMessageHistory |
  Permission.UseApplicationCommands |
  Permission.UseExternalApps |
  Permission.ChangeNickname

/** The member's permissions in the guild before channels change them; 0 for someone who is not there. */
export function guildPermissions(guild: Guild, userId: Snowflake): bigint {
  const member = guild.members.get(userId)
  if (!member) return 0n
  if (guild.ownerId === userId) return ALL
  const roles = [guild.id, ...member.roles]
    .map((id) => guild.roles.get(id))
    .filter((role): role is APIRole => !!role)
  const granted = roles.reduce((bits, role) => bits | BigInt(role.permissions), 0n)
  return granted & Permission.Administrator ? ALL : granted
}

/** The user's permissions in the channel, by Discord's documented algorithm; a thread follows its parent's overwrites. */
export function channelPermissions(world: World, channel: Channel, userId: Snowflake): bigint {
  if (channel.guildId === null) return channel.recipients.includes(userId) ? IN_DM : 0n
  const guild = world.guild(channel.guildId)
  const base = guildPermissions(guild, userId)
  if (base === ALL || base === 0n) return base
  const { overwrites } = isThread(channel) && channel.parentId ? world.channel(channel.parentId) : channel
  const member = guild.members.get(userId)!
  const apply = (bits: bigint, ids: Snowflake[]) => {
    const found = ids.map((id) => overwrites.get(id)).filter((overwrite) => overwrite !== undefined)
    const deny = found.reduce((all, overwrite) => all | BigInt(overwrite.deny), 0n)
    const allow = found.reduce((all, overwrite) => all | BigInt(overwrite.allow), 0n)
    return (bits & ~deny) | allow
  }
  const bits = apply(apply(apply(base, [guild.id]), member.roles), [userId])
  if (!(bits & Permission.ViewChannel)) return 0n
  if (channel.type === ChannelType.PrivateThread && !channel.thread?.members.has(userId))
    return bits & Permission.ManageThreads ? bits : 0n
  return bits
}

export const canSee = (world: World, channel: Channel, userId: Snowflake): boolean =>
  (channelPermissions(world, channel, userId) & Permission.ViewChannel) !== 0n

/** Whether the user may send messages here: threads have a permission of their own. */
export function canSend(world: World, channel: Channel, userId: Snowflake): boolean {
  const needed = isThread(channel) ? Permission.SendMessagesInThreads : Permission.SendMessages
  return (channelPermissions(world, channel, userId) & needed) !== 0n
}

/** @throws Refusal 50001 where the user does not see the channel, 50013 where any of `needed` is missing. */
export function requirePermission(world: World, channel: Channel, userId: Snowflake, needed = 0n): void {
  const held = channelPermissions(world, channel, userId)
  if (!(held & Permission.ViewChannel)) throw refuse.missingAccess()
  if ((held & needed) !== needed) throw refuse.missingPermissions()
}

/** @throws Refusal 50001 where the user is not in the guild, 50013 where any of `needed` is missing. */
export function requireGuildPermission(guild: Guild, userId: Snowflake, needed = 0n): void {
  if (!guild.members.has(userId)) throw refuse.missingAccess()
  if ((guildPermissions(guild, userId) & needed) !== needed) throw refuse.missingPermissions()
}
