/** What is pressed or chosen under an answer. */

import type { ButtonInteraction, MessageComponentInteraction, StringSelectMenuInteraction } from 'discord.js'
import { answer } from '../../../answers/index.js'
import type { Services } from '../../bot/services.js'
import { answerPage, questionsOfControls, type Wanted } from '../../lifecycle/answering.js'
import type { Request } from '../../lifecycle/request-lifecycle.js'
import { isForget, renderForgotten } from '../../moderation/privacy.js'
import { reload, turnReport } from '../../moderation/reloads.js'
import {
  chosenOf,
  readUnansweredUse,
  readWhy,
  renderUnanswered,
  renderWhy,
  type UnansweredUse,
  type Why,
} from '../../moderation/unanswered.js'
import { renderContext } from '../../render/context.js'
import {
  areSources,
  askedOf,
  askerOf,
  type Control,
  isShare,
  readControl,
  sharedId,
} from '../../render/controls.js'
import { renderDownload } from '../../render/download.js'
import * as limits from '../../render/limits.js'
import { unescaped } from '../../render/markup.js'
import { type Reply, type Row, renderThanks } from '../../render/reply.js'
import { deferReply, deferUpdate, update } from '../acknowledge.js'
import { lacksPermission, Refusal } from '../refusal.js'
import {
  inDeferredReply,
  inOneRequest,
  inPlace,
  inPlaceAtOnce,
  isOpenHere,
  nameIn,
  permitted,
  place,
  scopeOf,
  wordsOf,
} from './interaction.js'

type Used = ButtonInteraction | StringSelectMenuInteraction

export function controlRequest(interaction: MessageComponentInteraction, services: Services): Request {
  const list = readUnansweredUse(interaction.customId)
  if (list) return unansweredRequest(list, interaction, services)
  if (isForget(interaction.customId)) return forgetRequest(interaction, services)
  const why = readWhy(interaction.customId)
  if (why) return privately(interaction, services, 'why', async () => explained(why, interaction, services))
  const control = readControl(interaction.customId)
  if (!control || !(interaction.isButton() || interaction.isStringSelectMenu())) {
    return privately(interaction, services, 'unknown', () => Promise.reject(new Refusal('oldButton')))
  }
  return requestOf(control, interaction, services)
}

function requestOf(control: Control, interaction: Used, services: Services): Request {
  switch (control.kind) {
    case 'page':
      return pageRequest({ page: control.page }, interaction, services)
    case 'sources':
      return pageRequest({ sourcesFrom: control.finding }, interaction, services)
    case 'rate':
      return privately(interaction, services, 'rate', async () =>
        rated(control.useful, interaction, services),
      )
    case 'context':
      return privately(interaction, services, 'context', () => opened(interaction, services))
    case 'download':
      return privately(interaction, services, 'download', () => downloaded(interaction, services))
    case 'trash':
      return deleteRequest(interaction, services)
    case 'share':
      return shareRequest(interaction, services)
    case 'report':
      return reportRequest(control, interaction, services)
    case 'anyway':
      return anywayRequest(interaction, services)
  }
}

/** A request whose reply only the one sees who used the control. */
function privately(
  interaction: MessageComponentInteraction,
  services: Services,
  kind: string,
  work: () => Promise<Reply>,
): Request {
  return {
    facts: { by: 'control', kind, ...place(interaction) },
    words: wordsOf(interaction, services),
    patienceMs: services.patienceMs,
    acknowledge: () => deferReply(interaction, true),
    work,
    atOnce: inOneRequest(interaction, true),
    later: inDeferredReply(interaction),
  }
}

/** A request that changes the message itself; what went wrong is said beside it. */
function changing(
  interaction: Used,
  services: Services,
  kind: string,
  work: () => Promise<Reply | null>,
): Request {
  return {
    facts: { by: 'control', kind, ...place(interaction) },
    words: wordsOf(interaction, services),
    patienceMs: services.patienceMs,
    acknowledge: () => deferUpdate(interaction),
    work,
    atOnce: inPlaceAtOnce(interaction),
    later: inPlace(interaction),
  }
}

/**
 * Whoever asked, and moderators, turn the pages of an answer; others get the page for themselves. Sources are opened
 * for whoever wants to see them, and their pages turned there.
 */
function pageRequest(
  shown: Pick<Wanted, 'page' | 'sourcesFrom'>,
  interaction: Used,
  services: Services,
): Request {
  const ids = idsOf(interaction)
  const owner = askerOf(ids)
  const opening = shown.sourcesFrom !== undefined && !areSources(ids)
  const mine = !opening && (owner === null || disposesOf(owner, interaction, services))
  const work = async () => {
    const asked = askedOf(ids)
    if (!asked) throw new Refusal('oldButton')
    const { quoted, archive } = asked
    return answerPage(
      { questions: questionsOfControls(asked, services.commands), quoted, ...shown, since: archive },
      services,
      {
        scope: scopeOf(interaction),
        words: wordsOf(interaction, services),
        asker: owner && mine ? owner : interaction.user.id,
        quiet: owner === null || !mine,
        shareable: interaction.inGuild() && isOpenHere(interaction, services),
      },
    )
  }
  return (mine ? changing : privately)(interaction, services, 'page', work)
}

function deleteRequest(interaction: Used, services: Services): Request {
  const owner = askerOf(idsOf(interaction))
  if (owner !== null && !disposesOf(owner, interaction, services)) {
    return privately(interaction, services, 'delete', () => Promise.reject(new Refusal('notYours')))
  }
  const work = async () => {
    await interaction.deleteReply()
    return null
  }
  return { ...changing(interaction, services, 'delete', work), atOnce: null }
}

function disposesOf(owner: string, interaction: Used, services: Services): boolean {
  return interaction.user.id === owner || permitted('Manage Messages', interaction, services)
}

/** The answer as it stands is sent again for all to see; the private one can't be shared twice. */
function shareRequest(interaction: Used, services: Services): Request {
  if (!isOpenHere(interaction, services)) {
    return privately(interaction, services, 'share', () => Promise.reject(new Refusal('closedHere')))
  }
  const words = wordsOf(interaction, services)
  const rows = rowsOf(interaction)
  const work = async (): Promise<Reply> => ({
    content: words.say('sharedBy', { who: `<@${interaction.user.id}>` }),
    embeds: interaction.message.embeds.map((embed) => embed.toJSON()),
    components: changed(rows, (id) => ({ custom_id: sharedId(id), label: words.say('delete') })),
    allowedMentions: { parse: [], repliedUser: false },
  })
  return {
    ...changing(interaction, services, 'share', work),
    acknowledge: () =>
      update(interaction, {
        components: changed(rows, () => ({ disabled: true, label: words.say('shared') })),
      }),
    atOnce: null,
    later: { ...inPlace(interaction), reply: (reply) => interaction.followUp(reply) },
  }
}

function reportRequest(
  { report, page }: Control & { kind: 'report' },
  interaction: Used,
  services: Services,
): Request {
  const work = async () => turnReport(services.reports, report, page, wordsOf(interaction, services))
  return changing(interaction, services, 'report', work)
}

/** The permission is asked for again: who presses need not be who reloaded, nor be allowed to any more. */
function anywayRequest(interaction: Used, services: Services): Request {
  const { archive, reports } = services
  const permission = 'Manage Server'
  if (!permitted(permission, interaction, services)) {
    const why = lacksPermission('reload', permission)
    return privately(interaction, services, 'anyway', () => Promise.reject(why))
  }
  const { server } = scopeOf(interaction)
  const seconds = server ? services.actions.take(server) : 0
  if (seconds > 0) {
    const why = new Refusal('cooldown', { n: seconds })
    return privately(interaction, services, 'anyway', () => Promise.reject(why))
  }
  const work = () =>
    reload({ archive, reports, by: nameIn(interaction), words: wordsOf(interaction, services) }, true)
  return {
    ...changing(interaction, services, 'anyway', work),
    patienceMs: limits.LONGEST_WORK_MS,
    urgent: true,
    atOnce: null,
  }
}

function rated(useful: boolean, interaction: Used, services: Services): Reply {
  services.feedback?.rated({
    useful,
    asked: interaction.message.embeds.map(({ title }) => unescaped(title ?? '')),
    server: scopeOf(interaction).server,
    by: interaction.user.id,
    message: interaction.message.id,
  })
  const words = wordsOf(interaction, services)
  return useful ? renderThanks(true, words) : renderWhy(interaction.message.id, words)
}

function explained(
  { reason, message }: Why,
  interaction: MessageComponentInteraction,
  services: Services,
): Reply {
  const { server } = scopeOf(interaction)
  services.feedback?.explained({ server, by: interaction.user.id, message }, reason)
  return renderThanks(false, wordsOf(interaction, services))
}

/** The list of what was asked in vain, in the place of the page before it. */
function unansweredRequest(
  { kind, page }: UnansweredUse,
  interaction: MessageComponentInteraction,
  services: Services,
): Request {
  const words = wordsOf(interaction, services)
  const work = async () => {
    const { server } = scopeOf(interaction)
    const { feedback } = services
    const may =
      permitted('Manage Messages', interaction, services) || permitted('Manage Server', interaction, services)
    if (!may) throw lacksPermission('status', 'Manage Messages')
    if (server === null || !feedback) throw new Refusal('oldButton')
    const all = await feedback.unanswered(server)
    const values = kind === 'dismiss' && interaction.isStringSelectMenu() ? interaction.values : []
    const gone = values.flatMap((value) => chosenOf(all, value)?.asked ?? [])
    if (gone.length > 0) await feedback.dismiss(server, gone)
    const left = gone.length > 0 ? await feedback.unanswered(server) : all
    return renderUnanswered(left, page, server, words)
  }
  return {
    facts: { by: 'control', kind: `unanswered ${kind}`, ...place(interaction) },
    words,
    patienceMs: services.patienceMs,
    acknowledge: () => deferUpdate(interaction),
    work,
    atOnce: null,
    later: inPlace(interaction),
  }
}

/** What is kept of whoever presses it is deleted; what they have moderated is not theirs alone. */
function forgetRequest(interaction: MessageComponentInteraction, services: Services): Request {
  const words = wordsOf(interaction, services)
  return {
    facts: { by: 'control', kind: 'forget', ...place(interaction) },
    words,
    patienceMs: services.patienceMs,
    acknowledge: () => deferUpdate(interaction),
    work: async () => renderForgotten((await services.feedback?.forget(interaction.user.id)) ?? 0, words),
    atOnce: null,
    later: inPlace(interaction),
  }
}

/** The findings as they are now, as files, for whoever wants them. */
async function downloaded(interaction: Used, services: Services): Promise<Reply> {
  const asked = askedOf(idsOf(interaction))
  const [question] = asked ? questionsOfControls(asked, services.commands) : []
  if (!question) throw new Refusal('oldButton')
  return renderDownload(
    await answer(question, services.archive, scopeOf(interaction)),
    wordsOf(interaction, services),
  )
}

async function opened(interaction: Used, services: Services): Promise<Reply> {
  const [value = ''] = interaction.isStringSelectMenu() ? interaction.values : []
  return renderContext(value, services.archive, scopeOf(interaction), wordsOf(interaction, services))
}

function rowsOf({ message }: Used): Row[] {
  return message.components.map((row) => row.toJSON() as Row)
}

/** The ids of all controls of the message, in order. */
function idsOf(interaction: Used): string[] {
  return rowsOf(interaction).flatMap(({ components = [] }) =>
    components.map((part) => ('custom_id' in part ? part.custom_id : '')),
  )
}

/** The rows with the button that shares changed. */
function changed(rows: readonly Row[], change: (id: string) => object): Row[] {
  return rows.map((row) => ({
    ...row,
    components: row.components.map((part) =>
      'custom_id' in part && isShare(part.custom_id) ? { ...part, ...change(part.custom_id) } : part,
    ) as typeof row.components,
  }))
}
