import type { Snowflake } from 'discord-api-types/v10'
import type { Core } from '../../core/core.js'
import { checkForm } from '../../interactions/form.js'
import { setRoles } from '../../world/members.js'
import { guildPayload, memberPayload } from '../../world/payloads.js'
import { Permission, requireGuildPermission } from '../../world/permissions.js'
import type { Guild } from '../../world/world.js'
import { refuse } from '../refusals.js'
import { type Call, on, type Route } from '../router.js'

/** The guild of the path, where the bot must be a member with these permissions. */
function guildOf({ world }: Core, { params }: Call, needed = 0n): Guild {
  const guild = world.guild(params.guild_id!)
  requireGuildPermission(guild, world.botId, needed)
  return guild
}

function membersPage(core: Core, call: Call) {
  const guild = guildOf(core, call)
  checkForm(call.query, (form) => void form.get('limit').integer({ min: 1, max: 1000 }))
  const { after = '0', limit = '1' } = call.query
  return [...guild.members.values()]
    .filter(({ userId }) => BigInt(userId) > BigInt(after))
    .sort((a, b) => Number(BigInt(a.userId) - BigInt(b.userId)))
    .slice(0, Number(limit))
    .map((member) => memberPayload(core.world, member))
}

function searchMembers(core: Core, call: Call) {
  const { world } = core
  checkForm(call.query, (form) => {
    form.get('query').text({ min: 1, max: 100, required: true })
    form.get('limit').integer({ min: 1, max: 1000 })
  })
  const query = call.query.query!.toLowerCase()
  return [...guildOf(core, call).members.values()]
    .filter(({ userId, nick }) =>
      [nick ?? '', world.user(userId).username].some((name) => name.toLowerCase().startsWith(query)),
    )
    .slice(0, Number(call.query.limit ?? 1))
    .map((member) => memberPayload(world, member))
}

const changeRole = (add: boolean) => (core: Core, call: Call) => {
  const guild = guildOf(core, call, Permission.ManageRoles)
  const roleId = call.params.role_id as Snowflake
  if (!guild.roles.has(roleId)) throw refuse.unknownRole()
  const { userId, roles } = core.world.member(guild.id, call.params.user_id!)
  const others = roles.filter((id) => id !== roleId)
  setRoles(core, guild.id, userId, add ? [...others, roleId] : others)
}

export const GUILD_ROUTES: Route[] = [
  ...on('/guilds/{guild_id}', {
    GET: (core, call) => {
      const guild = guildOf(core, call)
      const counts = {
        approximate_member_count: guild.members.size,
        approximate_presence_count: guild.members.size,
      }
      return { ...guildPayload(guild), ...(call.query.with_counts === 'true' && counts) }
    },
  }),
  ...on('/guilds/{guild_id}/roles', { GET: (core, call) => [...guildOf(core, call).roles.values()] }),
  ...on('/guilds/{guild_id}/roles/{role_id}', {
    GET: (core, call) => {
      const role = guildOf(core, call).roles.get(call.params.role_id!)
      if (!role) throw refuse.unknownRole()
      return role
    },
  }),
  ...on('/guilds/{guild_id}/members', { GET: membersPage }),
  ...on('/guilds/{guild_id}/members/search', { GET: searchMembers }),
  ...on('/guilds/{guild_id}/members/{user_id}', {
    GET: (core, call) =>
      memberPayload(core.world, core.world.member(guildOf(core, call).id, call.params.user_id!)),
  }),
  ...on('/guilds/{guild_id}/members/{user_id}/roles/{role_id}', {
    PUT: changeRole(true),
    DELETE: changeRole(false),
  }),
]
