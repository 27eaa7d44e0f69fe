/** What the handlers of interactions have in common. */
import { type BaseInteraction, DiscordAPIError, MessageFlags, RESTJSONErrorCodes } from 'discord.js'
import { ApplicationIntegrationType } from 'discord-api-types/v10'
import type { Scope } from '../../archive/archive.js'
import { type Words, wordsFor } from '../../language/words.js'
import type { Reply } from '../reply.js'

/** The server whose articles are asked; only the shared ones where the bot is there by a member's own installation. */
export function scopeOf({ guildId, authorizingIntegrationOwners }: BaseInteraction): Scope {
  const byServer = authorizingIntegrationOwners?.[ApplicationIntegrationType.GuildInstall]
  return { server: byServer === undefined ? null : guildId }
}

export const wordsOf = ({ locale }: BaseInteraction): Words => wordsFor(locale)

/** Where and how old: an interaction that is 3 s old when it arrives can't be answered any more. */
export function place({ guildId, createdTimestamp }: Pick<BaseInteraction, 'guildId' | 'createdTimestamp'>) {
  return { guild: guildId, ageMs: Date.now() - createdTimestamp }
}

/**
 * Defers. Where the connection broke before Discord said yes, asks again: "already acknowledged" is then a
 * yes, and whoever waits is not left waiting.
 */
export async function surely(
  interaction: { deferred: boolean },
  defer: () => Promise<unknown>,
): Promise<void> {
  try {
    await defer()
  } catch (error) {
    if (error instanceof DiscordAPIError) throw error
    await defer().catch((again) => {
      if (again.code !== RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged) throw again
      interaction.deferred = true
    })
  }
}

export const QUIET = { flags: MessageFlags.Ephemeral } as const

export const quietly = (reply: Reply) => ({ ...reply, ...QUIET })
