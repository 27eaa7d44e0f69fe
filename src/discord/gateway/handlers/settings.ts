/** The panel of `/settings` as it is used. */
import type { MessageComponentInteraction, ModalSubmitInteraction } from 'discord.js'
import type { Services } from '../../bot/services.js'
import type { Request } from '../../lifecycle/request-lifecycle.js'
import { briefForm } from '../../moderation/briefs/brief-panel.js'
import { readPanelUse, usePanel } from '../../moderation/settings/settings-panel.js'
import { deferUpdate, showForm } from '../acknowledge.js'
import { inPlace, place, settingsOf, wordsOf } from './interaction.js'
import { channelOf, moderatorOf } from './manage.js'

/** Null for what is no control of the panel. The permission is asked for anew: it may have been taken back. */
export function settingsRequest(
  interaction: MessageComponentInteraction | ModalSubmitInteraction,
  services: Services,
): Request | null {
  const use = readPanelUse(interaction.customId)
  if (!use) return null
  const values = !interaction.isModalSubmit() && interaction.isAnySelectMenu() ? interaction.values : []
  const typedIn = (field: string) =>
    interaction.isModalSubmit() && interaction.fields.fields.has(field)
      ? interaction.fields.getTextInputValue(field)
      : ''
  const request: Request = {
    facts: { by: 'press', kind: `settings ${use.kind}`, ...place(interaction) },
    words: wordsOf(interaction, services),
    patienceMs: services.patienceMs,
    urgent: true,
    acknowledge: () => deferUpdate(interaction),
    work: async () =>
      usePanel(
        use,
        values,
        moderatorOf(interaction, services, OWN),
        (id) => channelOf(interaction.client, id),
        typedIn,
      ),
    atOnce: null,
    later: inPlace(interaction),
  }
  if (use.kind !== 'form' || interaction.isModalSubmit()) return request
  return { ...request, ...opening(interaction, services) }
}

/** Opens the form, which has to be the very first answer; where it can't be, that is said instead. */
function opening(interaction: MessageComponentInteraction, services: Services): Partial<Request> {
  try {
    const { words } = moderatorOf(interaction, services, OWN)
    const { brief } = settingsOf(interaction, services)
    return { acknowledge: () => showForm(interaction, briefForm(brief, words)), work: async () => null }
  } catch (error) {
    return { work: () => Promise.reject(error) }
  }
}

/** Nobody names the role of moderators by that role itself. */
const OWN = { permission: 'Manage Server', command: 'settings', byRole: false } as const
