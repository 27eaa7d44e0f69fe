import { type APIChannel, ChannelType, type Snowflake } from 'discord-api-types/v10'
import type { Sandbox } from '../sandbox.js'
import type { Person, View } from './shared/protocol.js'

/** What the visitor can be. */
export const partsOf = ({ ids }: Sandbox): ReadonlyMap<Snowflake, string> =>
  new Map([
    [ids.member, 'member'],
    [ids.moderator, 'moderator'],
    [ids.owner, 'owner'],
  ])

/** All that this person sees in this place, or in #general where the place is not to be seen. */
export function viewFor(sandbox: Sandbox, me: Snowflake, wanted: Snowflake | null): View {
  const { ids } = sandbox
  const dm = sandbox.world.openDm(me)
  const { guilds, channels, users } = sandbox.directory(me)
  const guild = guilds.find(({ id }) => id === ids.guild) ?? { id: ids.guild, name: '', roles: [] }
  const here = channels.filter(
    (channel) => channel.id === dm || ('guild_id' in channel && channel.guild_id === ids.guild),
  )
  const place = here.some(({ id, type }) => id === wanted && holdsMessages(type)) ? wanted! : ids.general
  const actor = sandbox.as(me, { channel: place })
  const parts = partsOf(sandbox)
  return {
    me,
    bot: ids.bot,
    online: sandbox.online,
    guild: {
      id: guild.id,
      name: guild.name,
      roles: guild.roles.filter(({ id }) => id !== guild.id).map(({ id, name }) => ({ id, name })),
    },
    people: users.map(
      ({ id, username, global_name, bot }): Person => ({
        id,
        name: global_name ?? username,
        username,
        avatar: `/avatars/${id}.svg`,
        bot: bot === true,
        part: parts.get(id) ?? null,
      }),
    ),
    channels: inOrder(here),
    place,
    messages: actor.messages(),
    commands: actor.commands(),
  }
}

const holdsMessages = (type: ChannelType): boolean =>
  type !== ChannelType.GuildForum && type !== ChannelType.GuildMedia && type !== ChannelType.GuildCategory

/** Channels by their position, each with its threads after it; direct messages last. */
function inOrder(channels: readonly APIChannel[]): APIChannel[] {
  const parentOf = (channel: APIChannel) => ('parent_id' in channel ? channel.parent_id : undefined)
  const top = channels
    .filter((channel) => !channels.some(({ id }) => id === parentOf(channel)))
    .sort((a, b) => positionOf(a) - positionOf(b))
  return top.flatMap((channel) => [channel, ...channels.filter((child) => parentOf(child) === channel.id)])
}

const positionOf = (channel: APIChannel): number =>
  channel.type === ChannelType.DM ? Number.POSITIVE_INFINITY : 'position' in channel ? channel.position : 0
