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
import { mayDo, type Permission } from '../../bot/permissions.js'
import type { Services } from '../../bot/services.js'
import type { Responder } from '../../lifecycle/request-lifecycle.js'
import { isOpen, type Where } from '../../moderation/settings/policy.js'
import { DEFAULTS, type Settings } from '../../moderation/settings/settings.js'
import { instead, type Reply } from '../../render/reply.js'
import { replaceAtOnce, replyAtOnce } from '../acknowledge.js'

type Repliable = CommandInteraction | MessageComponentInteraction | ModalSubmitInteraction

/** The server whose articles are asked; only the shared ones where the bot is there by a member's own installation. */
export function scopeOf({ guildId, authorizingIntegrationOwners }: BaseInteraction): Scope {
  const byServer = authorizingIntegrationOwners?.[ApplicationIntegrationType.GuildInstall]
  return { server: byServer === undefined ? null : guildId }
}

/** In the language that the server has chosen, or else that of whoever asks. */
export const wordsOf = (interaction: BaseInteraction, services: Pick<Services, 'library'>): Words =>
  wordsFor(settingsOf(interaction, services).language ?? interaction.locale)

/** What the moderators of the server have set, as far as it was loaded. */
export const settingsOf = ({ guildId }: BaseInteraction, { library }: Pick<Services, 'library'>): Settings =>
  library?.settings.known(guildId) ?? DEFAULTS

/** Whether answers may be shown where it came from; where there is no server they may. */
export const isOpenHere = (interaction: BaseInteraction, services: Pick<Services, 'library'>): boolean =>
  isOpen(settingsOf(interaction, services), whereOf(interaction))

function whereOf({ channel, channelId }: BaseInteraction): Where {
  return { channel: channelId ?? '', parent: channel?.isThread() ? channel.parentId : null }
}

/** Whether whoever does it may: by Discord's permissions, or by the role that the server has named. */
export function permitted(
  permission: Permission,
  interaction: BaseInteraction,
  services: Pick<Services, 'library'>,
): boolean {
  const { moderator } = settingsOf(interaction, services)
  const isNamed = moderator !== null && rolesOf(interaction).includes(moderator)
  return isNamed || mayDo(permission, interaction.memberPermissions?.bitfield ?? null)
}

function rolesOf({ member }: BaseInteraction): readonly string[] {
  if (!member) return []
  return Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()]
}

/** The name of whoever did it, as the server shows it. */
export const nameIn = (interaction: BaseInteraction): string =>
  interaction.inCachedGuild() ? interaction.member.displayName : interaction.user.displayName

/** Where it came from, for the log. */
export const place = ({ guildId }: Pick<BaseInteraction, 'guildId'>) => ({ guild: guildId })

const QUIET = { flags: MessageFlags.Ephemeral } as const

export const quietly = (reply: Reply) => ({ ...reply, ...QUIET })

/**
 * The reply as the very first answer. Discord takes one such alone, so that a complaint can't come beside it; it is
 * seen by whoever asked alone.
 */
export const inOneRequest = (interaction: Repliable, quiet: boolean): Responder => ({
  reply: (reply) => replyAtOnce(interaction, reply, quiet),
  complain: (reply) => replyAtOnce(interaction, reply, true),
  complaintReplaces: true,
})

/** The reply in the place of "is thinking". */
export const inDeferredReply = (interaction: Repliable): Responder => ({
  reply: (reply) => interaction.editReply(reply),
  complain: (reply) => interaction.editReply(reply),
  complaintReplaces: true,
})

/** The reply in the place of the message whose control was used, as the very first answer. */
export const inPlaceAtOnce = (interaction: MessageComponentInteraction): Responder => ({
  ...inOneRequest(interaction, true),
  reply: (reply) => replaceAtOnce(interaction, reply),
})

/** The same when it has been acknowledged; what went wrong is said beside it. */
export const inPlace = (interaction: MessageComponentInteraction | ModalSubmitInteraction): Responder => ({
  reply: (reply) => interaction.editReply(instead(reply)),
  complain: (reply) => interaction.followUp(quietly(reply)),
  complaintReplaces: false,
})
