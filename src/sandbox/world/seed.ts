import { ChannelType, Locale } from 'discord-api-types/v10'
import { actor } from '../actors/actors.js'
import type { InteractiveCore } from '../interactions/interactions.js'
import { Permission } from './permissions.js'
import type { SeededIds, WorldEditor } from './world-editor.js'

/** A first guild with people, channels, a forum and a thread, before any bot is connected. */
export function seed(core: InteractiveCore, editor: WorldEditor): SeededIds {
  const { world } = core
  const bot = world.botId
  world.users.set(bot, {
    id: bot,
    username: 'Crisis Desk',
    globalName: null,
    bot: true,
    locale: Locale.EnglishUS,
  })
  const owner = editor.addUser({ username: 'olga', globalName: 'Olga' })
  const moderator = editor.addUser({ username: 'mara', globalName: 'Mara' })
  const member = editor.addUser({ username: 'ned', globalName: 'Ned' })
  const { guild, general } = editor.addGuild({ name: 'Crisis Watch', ownerId: owner })
  const botRole = world.member(guild, bot).roles[0]!
  const moderators = editor.addRole(guild, {
    name: 'moderators',
    permissions: Permission.ManageGuild | Permission.ManageMessages | Permission.ManageThreads,
  })
  editor.addMember(guild, moderator, { roles: [moderators] })
  editor.addMember(guild, member)
  const crisis = editor.addChannel(guild, { name: 'crisis', topic: 'What is known, with its source' })
  const forum = editor.addChannel(guild, { name: 'reports', type: ChannelType.GuildForum })
  const staff = editor.addChannel(guild, {
    name: 'staff',
    overwrites: [
      { id: guild, deny: Permission.ViewChannel },
      { id: moderators, allow: Permission.ViewChannel },
    ],
  })
  const thread = actor(core, member, general).startThread('Who said what').id
  const post = actor(core, member, forum).startThread('First report', {
    content: 'Add what you have heard.',
  }).id
  return {
    guild,
    general,
    crisis,
    forum,
    post,
    thread,
    staff,
    bot,
    member,
    moderator,
    owner,
    moderators,
    botRole,
  }
}
