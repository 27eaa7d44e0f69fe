/** What the handlers of interactions have in common. */
import { type BaseInteraction, MessageFlags } from 'discord.js'
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

/** The name of whoever did it, as the server shows it. */
export const nameIn = (interaction: BaseInteraction): string =>
  interaction.inCachedGuild() ? interaction.member.displayName : interaction.user.displayName

/** Where it came from, for the log. */
export const place = ({ guildId }: Pick<BaseInteraction, 'guildId'>) => ({ guild: guildId })

export const QUIET = { flags: MessageFlags.Ephemeral } as const

export const quietly = (reply: Reply) => ({ ...reply, ...QUIET })
