import { DiscordAPIError, type REST, Routes } from 'discord.js'
import type { APIMessage } from 'discord-api-types/v10'

/** Discord's API as the bot sees it. No client: what is posted may be for a server whose shard another process has. */
export interface DiscordApi {
  readonly rest: REST
  /** The bot's own id. */
  readonly self: string
}

/** The bot's last messages in a channel; null where they can't be seen. */
export async function recentOf(
  { rest, self }: DiscordApi,
  channel: string,
): Promise<readonly APIMessage[] | null> {
  try {
    const query = new URLSearchParams({ limit: '50' })
    const messages = (await rest.get(Routes.channelMessages(channel), { query })) as APIMessage[]
    return messages.filter(({ author }) => author.id === self)
  } catch (error) {
    if (error instanceof DiscordAPIError) return null
    throw error
  }
}
