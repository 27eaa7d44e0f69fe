/** The panel of `/settings` as it is used. */
import type { MessageComponentInteraction } from 'discord.js'
import type { Desk } from '../../bot/services.js'
import type { Request } from '../../lifecycle/request-lifecycle.js'
import { readPanelUse, usePanel } from '../../moderation/settings-panel.js'
import { deferUpdate } from '../acknowledge.js'
import { inPlace, place, wordsOf } from './interaction.js'
import { channelOf, moderatorOf } from './manage.js'

/** Null for what is no control of the panel. The permission is asked for anew: it may have been taken back. */
export function settingsRequest(interaction: MessageComponentInteraction, desk: Desk): Request | null {
  const use = readPanelUse(interaction.customId)
  if (!use) return null
  const values = interaction.isAnySelectMenu() ? interaction.values : []
  return {
    facts: { by: 'press', kind: `settings ${use.kind}`, ...place(interaction) },
    words: wordsOf(interaction, desk),
    patienceMs: desk.patienceMs,
    urgent: true,
    acknowledge: () => deferUpdate(interaction),
    work: async () =>
      usePanel(use, values, moderatorOf(interaction, desk, OWN), (id) => channelOf(interaction.client, id)),
    atOnce: null,
    later: inPlace(interaction),
  }
}

/** Nobody names the role of moderators by that role itself. */
const OWN = { permission: 'Manage Server', command: 'settings', byRole: false } as const
