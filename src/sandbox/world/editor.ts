import { ChannelType, GatewayDispatchEvents as Events, Locale, type Snowflake } from 'discord-api-types/v10'
import type { Core } from '../core/core.js'
import { createChannel, deleteChannel, openDm, setOverwrite } from './channels.js'
import { addMember, removeMember, setRoles } from './members.js'
import { guildCreatePayload, newRole } from './payloads.js'
import { DEFAULT_PERMISSIONS } from './permissions.js'
import type { Guild } from './world.js'
import type { WorldEditor } from './world-editor.js'

/** The editor of a sandbox's world. */
export function worldEditor(core: Core): WorldEditor {
  const { world } = core
  const editor: WorldEditor = {
    addGuild({ name, ownerId, bot = true, system, denied = 0n }) {
      const id = core.nextGuildId()
      const owner = ownerId ?? editor.addUser({ username: `owner-of-${id}` })
      const guild: Guild = {
        id,
        name,
        ownerId: owner,
        systemChannelId: null,
        roles: new Map(),
        members: new Map(),
      }
      guild.roles.set(id, newRole(id, '@everyone', DEFAULT_PERMISSIONS, 0))
      world.guilds.set(id, guild)
      addMember(core, id, owner)
      if (bot) {
        const role = {
          ...newRole(core.nextId(), world.user(world.botId).username, DEFAULT_PERMISSIONS, 1),
          managed: true,
          tags: { bot_id: world.botId },
        }
        guild.roles.set(role.id, role)
      }
      const overwrites = new Map([[id, { id, type: 0, allow: '0', deny: String(denied) }]])
      const general = createChannel(core, {
        guildId: id,
        name: 'general',
        ...(denied !== 0n && { overwrites }),
      }).id
      if (system !== undefined) guild.systemChannelId = createChannel(core, { guildId: id, name: system }).id
      if (bot) {
        addMember(core, id, world.botId, { roles: [...guild.roles.keys()].filter((role) => role !== id) })
        core.dispatch(Events.GuildCreate, { guildId: id }, () => guildCreatePayload(world, guild))
      }
      return { guild: id, general, system: guild.systemChannelId }
    },
    removeBot(guildId) {
      core.dispatch(Events.GuildDelete, { guildId }, () => ({ id: guildId }))
      world.guild(guildId).members.delete(world.botId)
    },
    addUser({ username, globalName = null, bot = false, locale = Locale.EnglishUS }) {
      const id = core.nextId()
      world.users.set(id, { id, username, globalName, bot, locale })
      return id
    },
    addMember: (guildId, userId, options = {}) => addMember(core, guildId, userId, options),
    removeMember: (guildId, userId) => removeMember(core, guildId, userId),
    addRole(guildId, { name, permissions = 0n, mentionable = false }) {
      const { roles } = world.guild(guildId)
      const role = { ...newRole(core.nextId(), name, permissions, roles.size), mentionable }
      roles.set(role.id, role)
      core.dispatch(Events.GuildRoleCreate, { guildId }, () => ({ guild_id: guildId, role }))
      return role.id
    },
    setRoles: (guildId, userId, roles) => setRoles(core, guildId, userId, roles),
    addChannel(
      guildId,
      { name, type = ChannelType.GuildText, topic = null, parentId = null, overwrites = [] },
    ) {
      const { roles } = world.guild(guildId)
      const entries = overwrites.map(({ id, allow = 0n, deny = 0n }) => {
        const overwrite = { id, type: roles.has(id) ? 0 : 1, allow: String(allow), deny: String(deny) }
        return [id, overwrite] as const
      })
      return createChannel(core, { guildId, name, type, topic, parentId, overwrites: new Map(entries) }).id
    },
    removeChannel: (channelId) => deleteChannel(core, world.channel(channelId)),
    setOverwrite: (channelId, { id, allow = 0n, deny = 0n }) =>
      setOverwrite(core, world.channel(channelId), id, allow, deny),
    openDm: (userId: Snowflake, withUserId = world.botId) => openDm(core, userId, withUserId).id,
    installForUser: (userId) => void world.installedFor.add(userId),
  }
  return editor
}
