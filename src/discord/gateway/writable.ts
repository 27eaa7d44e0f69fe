import { type Client, PermissionFlagsBits } from 'discord.js'

const WRITING = [
  PermissionFlagsBits.ViewChannel,
  PermissionFlagsBits.SendMessages,
  PermissionFlagsBits.EmbedLinks,
]

/** Whether the bot may write messages with embeds into the channel of a server. */
export function mayWrite(client: Client<true>, id: string): boolean {
  const channel = client.channels.cache.get(id)
  if (!channel || channel.isDMBased() || !channel.isTextBased()) return false
  return channel.permissionsFor(client.user)?.has(WRITING) ?? false
}
