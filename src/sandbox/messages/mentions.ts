import { AllowedMentionsTypes, type APIAllowedMentions, type Snowflake } from 'discord-api-types/v10'
import { channelPermissions, Permission } from '../world/permissions.js'
import type { Channel, World } from '../world/world.js'

/** What a message's text mentions, and who is notified of it. */
export interface Mentions {
  users: Snowflake[]
  roles: Snowflake[]
  everyone: boolean
  /** Every user notified, never the author. */
  notified: Snowflake[]
}

/** Code is shown as it is written: nothing in it is a mention. */
const CODE = /```[\s\S]*?```|`[^`\n]+`/g

/**
 * Mentions of `content` in this channel, cut down to what `allowed` permits (all of them when it is absent).
 * @param repliedTo author of the message that is replied to
 */
export function mentionsOf(
  world: World,
  channel: Channel,
  authorId: Snowflake,
  content: string,
  allowed: APIAllowedMentions | null | undefined,
  repliedTo?: Snowflake,
): Mentions {
  const text = content.replace(CODE, ' ')
  const guild = channel.guildId === null ? undefined : world.guild(channel.guildId)
  const named = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map((match) => match[1]!))]

  const permitted = (kind: AllowedMentionsTypes, ids: Snowflake[]) => {
    const list = kind === AllowedMentionsTypes.User ? allowed?.users : allowed?.roles
    if (!allowed || allowed.parse?.includes(kind)) return ids
    return ids.filter((id) => list?.includes(id))
  }

  const users = named(/<@!?(\d{1,20})>/g).filter((id) => world.users.has(id))
  const mayMentionAll = (channelPermissions(world, channel, authorId) & Permission.MentionEveryone) !== 0n
  const roles = permitted(
    AllowedMentionsTypes.Role,
    named(/<@&(\d{1,20})>/g).filter((id) => guild?.roles.has(id) && id !== guild.id),
  )
  const everyone =
    guild !== undefined &&
    mayMentionAll &&
    (!allowed || allowed.parse?.includes(AllowedMentionsTypes.Everyone) === true) &&
    /@(everyone|here)\b/.test(text)
  const pingable = roles.filter((id) => mayMentionAll || guild?.roles.get(id)?.mentionable)
  const pingReplied = allowed ? allowed.replied_user === true : true
  const replied = repliedTo !== undefined && pingReplied ? [repliedTo] : []

  const members = guild ? [...guild.members.values()] : []
  const byRole = members.filter((member) => member.roles.some((id) => pingable.includes(id)))
  const notified = new Set([
    ...permitted(AllowedMentionsTypes.User, users),
    ...replied,
    ...(everyone ? members : byRole).map((member) => member.userId),
  ])
  notified.delete(authorId)
  return {
    users: [...new Set([...users, ...replied])],
    roles,
    everyone,
    notified: [...notified].filter((id) => (guild ? guild.members.has(id) : channel.recipients.includes(id))),
  }
}
