import {
  type APIApplication,
  type APIChannel,
  type APIGuild,
  type APIPartialGuild,
  type APIRole,
  type APIThreadChannel,
  type APIUser,
  ApplicationIntegrationType,
  type ChannelFlags,
  ChannelType,
  type GatewayGuildCreateDispatchData,
  GuildDefaultMessageNotifications,
  GuildExplicitContentFilter,
  type GuildMemberFlags,
  GuildMFALevel,
  GuildNSFWLevel,
  GuildPremiumTier,
  type GuildSystemChannelFlags,
  GuildVerificationLevel,
  Locale,
  type RoleFlags,
  type Snowflake,
  type ThreadMemberFlags,
  type UserFlags,
} from 'discord-api-types/v10'
import {
  type Channel,
  type Guild,
  isThread,
  type Member,
  type ThreadState,
  type User,
  type World,
} from './world.js'

export const userPayload = (user: User): APIUser => ({
  id: user.id,
  username: user.username,
  discriminator: user.bot ? '0001' : '0',
  global_name: user.globalName,
  avatar: null,
  banner: null,
  accent_color: null,
  avatar_decoration_data: null,
  collectibles: null,
  primary_guild: null,
  public_flags: 0 as UserFlags,
  flags: 0 as UserFlags,
  ...(user.bot && { bot: true }),
})

/** The member without the user, as events about messages carry it. */
export const memberFields = (member: Member) => ({
  nick: member.nick,
  avatar: null,
  banner: null,
  roles: [...member.roles],
  joined_at: member.joinedAt,
  premium_since: null,
  communication_disabled_until: null,
  flags: 0 as GuildMemberFlags,
  pending: false,
  deaf: false,
  mute: false,
})

export const memberPayload = (world: World, member: Member) => ({
  ...memberFields(member),
  user: userPayload(world.user(member.userId)),
})

export const newRole = (id: Snowflake, name: string, permissions: bigint, position: number): APIRole => ({
  id,
  name,
  permissions: String(permissions),
  position,
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  managed: false,
  mentionable: false,
  icon: null,
  unicode_emoji: null,
  flags: 0 as RoleFlags,
})

const threadPayload = (channel: Channel, thread: ThreadState, viewer: Snowflake): APIThreadChannel => {
  const joined = thread.members.get(viewer)
  return {
    id: channel.id,
    type: channel.type as APIThreadChannel['type'],
    guild_id: channel.guildId!,
    parent_id: channel.parentId!,
    name: channel.name,
    owner_id: thread.ownerId,
    last_message_id: channel.lastMessageId,
    rate_limit_per_user: channel.slowmodeSeconds,
    flags: 0 as ChannelFlags,
    message_count: thread.messageCount,
    total_message_sent: thread.messageCount,
    member_count: thread.members.size,
    applied_tags: [...thread.tags],
    thread_metadata: {
      archived: thread.archived,
      locked: thread.locked,
      auto_archive_duration: thread.archiveAfter,
      archive_timestamp: thread.archiveChangedAt,
      create_timestamp: thread.createdAt,
      ...(channel.type === ChannelType.PrivateThread && { invitable: true }),
    },
    ...(joined && {
      member: { id: channel.id, user_id: viewer, join_timestamp: joined, flags: 0 as ThreadMemberFlags },
    }),
  }
}

/** The channel as `viewer` gets it: threads say whether the viewer has joined, direct messages name the others. */
export function channelPayload(world: World, channel: Channel, viewer: Snowflake = world.botId): APIChannel {
  if (isThread(channel)) return threadPayload(channel, channel.thread, viewer) as APIChannel
  if (channel.guildId === null)
    return {
      id: channel.id,
      type: ChannelType.DM,
      name: null,
      flags: 0 as ChannelFlags,
      last_message_id: channel.lastMessageId,
      recipients: channel.recipients.filter((id) => id !== viewer).map((id) => userPayload(world.user(id))),
    }
  return {
    id: channel.id,
    type: channel.type,
    guild_id: channel.guildId,
    name: channel.name,
    position: channel.position,
    permission_overwrites: [...channel.overwrites.values()],
    parent_id: channel.parentId,
    nsfw: channel.nsfw,
    flags: 0 as ChannelFlags,
    ...(channel.type !== ChannelType.GuildCategory && {
      topic: channel.topic,
      last_message_id: channel.lastMessageId,
      rate_limit_per_user: channel.slowmodeSeconds,
    }),
    ...((channel.type === ChannelType.GuildForum || channel.type === ChannelType.GuildMedia) && {
      available_tags: channel.availableTags,
      default_reaction_emoji: null,
      default_sort_order: null,
      default_forum_layout: 0,
    }),
  } as APIChannel
}

export const partialGuildPayload = (guild: Guild): APIPartialGuild => ({
  id: guild.id,
  name: guild.name,
  icon: null,
  splash: null,
  banner: null,
  description: null,
  features: [],
})

export const guildPayload = (
  guild: Guild,
): APIGuild & Record<'home_header', null> & Record<'nsfw', boolean> => ({
  id: guild.id,
  name: guild.name,
  owner_id: guild.ownerId,
  icon: null,
  description: null,
  splash: null,
  discovery_splash: null,
  home_header: null,
  banner: null,
  features: [],
  application_id: null,
  region: 'deprecated',
  afk_channel_id: null,
  afk_timeout: 300,
  system_channel_id: guild.systemChannelId,
  system_channel_flags: 0 as GuildSystemChannelFlags,
  widget_enabled: false,
  widget_channel_id: null,
  verification_level: GuildVerificationLevel.None,
  default_message_notifications: GuildDefaultMessageNotifications.OnlyMentions,
  explicit_content_filter: GuildExplicitContentFilter.Disabled,
  mfa_level: GuildMFALevel.None,
  max_presences: null,
  max_members: 500_000,
  max_video_channel_users: 25,
  max_stage_video_channel_users: 50,
  vanity_url_code: null,
  premium_tier: GuildPremiumTier.None,
  premium_subscription_count: 0,
  premium_progress_bar_enabled: false,
  preferred_locale: Locale.EnglishUS,
  rules_channel_id: null,
  public_updates_channel_id: null,
  safety_alerts_channel_id: null,
  nsfw: false,
  nsfw_level: GuildNSFWLevel.Default,
  hub_type: null,
  incidents_data: null,
  roles: [...guild.roles.values()],
  emojis: [],
  stickers: [],
})

export function guildCreatePayload(world: World, guild: Guild): GatewayGuildCreateDispatchData {
  const payloads = (channels: Channel[]) => channels.map((channel) => channelPayload(world, channel))
  const bot = guild.members.get(world.botId)
  return {
    ...guildPayload(guild),
    joined_at: bot?.joinedAt ?? '',
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    members: bot ? [memberPayload(world, bot)] : [],
    channels: payloads(
      world.guildChannels(guild.id).filter((channel) => !isThread(channel)),
    ) as GatewayGuildCreateDispatchData['channels'],
    threads: payloads(
      world.threadsOf(guild.id).filter(({ thread }) => !thread.archived),
    ) as GatewayGuildCreateDispatchData['threads'],
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  }
}

/** The bot's own application, as its owner sees it. */
export function applicationPayload(world: World, flags: number) {
  const bot = world.user(world.botId)
  const guilds = [...world.guilds.values()].filter((guild) => guild.members.has(bot.id))
  const owner = world.user(guilds[0]?.ownerId ?? bot.id)
  const install = { oauth2_install_params: { scopes: ['applications.commands'], permissions: '0' } }
  return {
    id: bot.id,
    name: bot.username,
    icon: null,
    description: '',
    type: null,
    summary: '',
    bot: userPayload(bot),
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags,
    flags_new: String(flags),
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    owner: userPayload(owner),
    approximate_guild_count: guilds.length,
    approximate_user_install_count: world.installedFor.size,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    team: null,
    eligible_oauth2_scopes: [],
    integration_types_config: {
      [ApplicationIntegrationType.GuildInstall]: install,
      [ApplicationIntegrationType.UserInstall]: install,
    },
  } as APIApplication & Record<string, unknown>
}
