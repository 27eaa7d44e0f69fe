import type { ChannelType, Snowflake } from 'discord-api-types/v10'

/** Ids of what is there from the start. */
export interface SeededIds {
  guild: Snowflake
  /** The text channel #general; actors are here by default. */
  general: Snowflake
  /** The text channel #crisis. */
  crisis: Snowflake
  /** The forum #reports, with one post in it. */
  forum: Snowflake
  post: Snowflake
  /** A public thread of #general. */
  thread: Snowflake
  /** The text channel #staff, seen by moderators only: the bot gets 50001 here. */
  staff: Snowflake
  /** The bot's user; the same as the application's id. */
  bot: Snowflake
  /** A plain member. */
  member: Snowflake
  /** A member with Manage Server and Manage Messages, by the role `moderators`. */
  moderator: Snowflake
  /** The owner of the guild. */
  owner: Snowflake
  /** The role of the moderators. */
  moderators: Snowflake
  /** The bot's own role. */
  botRole: Snowflake
}

/** An overwrite of permissions; bit fields. */
export interface Overwrite {
  /** A role's id (the guild's id is @everyone) or a user's. */
  id: Snowflake
  allow?: bigint
  deny?: bigint
}

/** Changes to the world. Each reaches the bot as the gateway events that Discord would send. */
export interface WorldEditor {
  /** A new guild with @everyone and #general; the bot joins unless `bot: false`. Gives the ids. */
  addGuild(options: {
    name: string
    ownerId?: Snowflake
    bot?: boolean
    /** The name of a channel where newcomers are greeted. */
    system?: string
    /** A permission that @everyone has not in #general. */
    denied?: bigint
  }): {
    guild: Snowflake
    general: Snowflake
    system: Snowflake | null
  }
  /** The bot leaves, or is thrown out of, the guild. */
  removeBot(guildId: Snowflake): void
  addUser(options: { username: string; globalName?: string; bot?: boolean; locale?: string }): Snowflake
  addMember(guildId: Snowflake, userId: Snowflake, options?: { roles?: Snowflake[]; nick?: string }): void
  removeMember(guildId: Snowflake, userId: Snowflake): void
  addRole(
    guildId: Snowflake,
    options: { name: string; permissions?: bigint; mentionable?: boolean },
  ): Snowflake
  /** Gives the member these roles instead of the present ones. */
  setRoles(guildId: Snowflake, userId: Snowflake, roles: Snowflake[]): void
  addChannel(
    guildId: Snowflake,
    options: {
      name: string
      type?:
        | ChannelType.GuildText
        | ChannelType.GuildForum
        | ChannelType.GuildCategory
        | ChannelType.GuildAnnouncement
        | ChannelType.GuildVoice
      topic?: string
      parentId?: Snowflake
      overwrites?: Overwrite[]
    },
  ): Snowflake
  removeChannel(channelId: Snowflake): void
  /** Sets or replaces one overwrite of a channel. */
  setOverwrite(channelId: Snowflake, overwrite: Overwrite): void
  /** The direct messages between the user and the bot, or with another user (then unseen by the bot). Gives the channel's id. */
  openDm(userId: Snowflake, withUserId?: Snowflake): Snowflake
  /** The user installs the application: its user-installed commands then work wherever the user is. */
  installForUser(userId: Snowflake): void
}
