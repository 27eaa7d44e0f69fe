import { ChannelType } from 'discord-api-types/v10'

/** The kinds of channels that messages can be written into without more ado. */
export const WRITABLE = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
] as const
