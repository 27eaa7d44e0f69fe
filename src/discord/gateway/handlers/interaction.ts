/** What the handlers of interactions have in common. */
import {
  type BaseInteraction,
  type CommandInteraction,
  type MessageComponentInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js'
import { ApplicationIntegrationType } from 'discord-api-types/v10'
import type { Scope } from '../../../archive/contract/archive.js'
import { type Words, wordsFor } from '../../../i18n/words.js'
import type { Voice } from '../../lifecycle/request-lifecycle.js'
import { instead, type Reply } from '../../render/reply.js'
import { replaceAtOnce, replyAtOnce } from '../acknowledge.js'

type Repliable = CommandInteraction | MessageComponentInteraction | ModalSubmitInteraction

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

/**
 * The reply as the very first answer. Discord takes one such alone, so that a complaint can't come beside it; it is
 * seen by whoever asked alone.
 */
export const inOneRequest = (interaction: Repliable, quiet: boolean): Voice => ({
  reply: (reply) => replyAtOnce(interaction, reply, quiet),
  complain: (reply) => replyAtOnce(interaction, reply, true),
  complaintReplaces: true,
})

/** The reply in the place of "is thinking". */
export const inDeferredReply = (interaction: Repliable): Voice => ({
  reply: (reply) => interaction.editReply(reply),
  complain: (reply) => interaction.editReply(reply),
  complaintReplaces: true,
})

/** The reply in the place of the message whose control was used, as the very first answer. */
export const inPlaceAtOnce = (interaction: MessageComponentInteraction): Voice => ({
  ...inOneRequest(interaction, true),
  reply: (reply) => replaceAtOnce(interaction, reply),
})

/** The same when it has been acknowledged; what went wrong is said beside it. */
export const inPlace = (interaction: MessageComponentInteraction | ModalSubmitInteraction): Voice => ({
  reply: (reply) => interaction.editReply(instead(reply)),
  complain: (reply) => interaction.followUp(quietly(reply)),
  complaintReplaces: false,
})
