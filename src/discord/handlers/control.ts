/** What is pressed or chosen under an answer. */
import type { ButtonInteraction, MessageComponentInteraction, StringSelectMenuInteraction } from 'discord.js'
import { deferReply, deferUpdate, update } from '../acknowledge.js'
import { answerPage, questionsOfControls } from '../answering.js'
import { renderContext } from '../context.js'
import { askedOf, askerOf, type Control, isShare, readControl, sharedId } from '../controls.js'
import type { Desk } from '../desk.js'
import { Refusal } from '../incoming.js'
import * as limits from '../limits.js'
import { unescaped } from '../markup.js'
import { mayDo } from '../permissions.js'
import { reload, turnReport } from '../reloads.js'
import { instead, type Reply, type Row, renderThanks } from '../reply.js'
import type { Request } from '../serve.js'
import { nameIn, place, quietly, scopeOf, wordsOf } from './interaction.js'

type Used = ButtonInteraction | StringSelectMenuInteraction

export function controlRequest(interaction: MessageComponentInteraction, desk: Desk): Request {
  const control = readControl(interaction.customId)
  if (!control || !(interaction.isButton() || interaction.isStringSelectMenu())) {
    return privately(interaction, desk, 'unknown', () => Promise.reject(new Refusal('oldButton')))
  }
  return requestOf(control, interaction, desk)
}

function requestOf(control: Control, interaction: Used, desk: Desk): Request {
  switch (control.kind) {
    case 'page':
      return pageRequest(control.page, interaction, desk)
    case 'rate':
      return privately(interaction, desk, 'rate', async () => rated(control.useful, interaction, desk))
    case 'context':
      return privately(interaction, desk, 'context', () => opened(interaction, desk))
    case 'trash':
      return deleteRequest(interaction, desk)
    case 'share':
      return shareRequest(interaction, desk)
    case 'report':
      return reportRequest(control, interaction, desk)
    case 'anyway':
      return anywayRequest(interaction, desk)
  }
}

/** A request whose reply only the one sees who used the control. */
function privately(
  interaction: MessageComponentInteraction,
  { patienceMs }: Desk,
  kind: string,
  work: () => Promise<Reply>,
): Request {
  return {
    facts: { by: 'control', kind, ...place(interaction) },
    words: wordsOf(interaction),
    patienceMs,
    acknowledge: () => deferReply(interaction, true),
    work,
    reply: (reply) => interaction.editReply(reply),
    complain: (reply) => interaction.editReply(reply),
    complaintReplaces: true,
  }
}

/** A request that changes the message itself; what went wrong is said beside it. */
function inPlace(interaction: Used, { patienceMs }: Desk, kind: string) {
  return {
    facts: { by: 'control', kind, ...place(interaction) },
    words: wordsOf(interaction),
    patienceMs,
    acknowledge: () => deferUpdate(interaction),
    complain: (reply: Reply) => interaction.followUp(quietly(reply)),
    complaintReplaces: false,
  }
}

/** Whoever asked, and moderators, turn the pages of an answer; others get the page for themselves. */
function pageRequest(page: number, interaction: Used, desk: Desk): Request {
  const ids = idsOf(interaction)
  const owner = askerOf(ids)
  const mine = owner === null || disposesOf(owner, interaction)
  const work = async () => {
    const asked = askedOf(ids)
    if (!asked) throw new Refusal('oldButton')
    const { quoted, archive } = asked
    return answerPage(
      { questions: questionsOfControls(asked, desk.commands), quoted, page, since: archive },
      desk,
      {
        scope: scopeOf(interaction),
        words: wordsOf(interaction),
        asker: owner && mine ? owner : interaction.user.id,
        quiet: owner === null || !mine,
        shareable: interaction.inGuild(),
      },
    )
  }
  if (!mine) return privately(interaction, desk, 'page', work)
  return {
    ...inPlace(interaction, desk, 'page'),
    work,
    reply: (reply) => interaction.editReply(instead(reply)),
  }
}

function deleteRequest(interaction: Used, desk: Desk): Request {
  const owner = askerOf(idsOf(interaction))
  return {
    ...inPlace(interaction, desk, 'delete'),
    async work() {
      if (owner !== null && !disposesOf(owner, interaction)) throw new Refusal('notYours')
      await interaction.deleteReply()
      return null
    },
    reply: async () => {},
  }
}

function disposesOf(owner: string, { user, memberPermissions }: Used): boolean {
  return user.id === owner || mayDo('Manage Messages', memberPermissions?.bitfield ?? null)
}

/** The answer as it stands is sent again for all to see; the private one can't be shared twice. */
function shareRequest(interaction: Used, desk: Desk): Request {
  const words = wordsOf(interaction)
  const rows = rowsOf(interaction)
  return {
    ...inPlace(interaction, desk, 'share'),
    acknowledge: () =>
      update(interaction, {
        components: changed(rows, () => ({ disabled: true, label: words.say('shared') })),
      }),
    work: async () => ({
      content: words.say('sharedBy', { who: `<@${interaction.user.id}>` }),
      embeds: interaction.message.embeds.map((embed) => embed.toJSON()),
      components: changed(rows, (id) => ({ custom_id: sharedId(id), label: words.say('delete') })),
      allowedMentions: { parse: [], repliedUser: false },
    }),
    reply: (reply) => interaction.followUp(reply),
  }
}

function reportRequest(
  { report, page }: Control & { kind: 'report' },
  interaction: Used,
  desk: Desk,
): Request {
  return {
    ...inPlace(interaction, desk, 'report'),
    work: async () => turnReport(desk.reports, report, page, wordsOf(interaction)),
    reply: (reply) => interaction.editReply(instead(reply)),
  }
}

/** The permission is asked for again: who presses need not be who reloaded, nor be allowed to any more. */
function anywayRequest(interaction: Used, desk: Desk): Request {
  const { archive, reports } = desk
  return {
    ...inPlace(interaction, desk, 'anyway'),
    patienceMs: limits.LONGEST_WORK_MS,
    atOnce: true,
    async work() {
      const permission = 'Manage Server'
      if (!mayDo(permission, interaction.memberPermissions?.bitfield ?? null)) {
        throw new Refusal('needsPermission', { command: 'reload', permission })
      }
      return reload({ archive, reports, by: nameIn(interaction), words: wordsOf(interaction) }, true)
    },
    reply: (reply) => interaction.editReply(instead(reply)),
  }
}

function rated(useful: boolean, interaction: Used, { feedback }: Desk): Reply {
  feedback?.rated({
    useful,
    asked: interaction.message.embeds.map(({ title }) => unescaped(title ?? '')),
    server: scopeOf(interaction).server,
    by: interaction.user.id,
    message: interaction.message.id,
  })
  return renderThanks(wordsOf(interaction))
}

async function opened(interaction: Used, { archive }: Desk): Promise<Reply> {
  const [value = ''] = interaction.isStringSelectMenu() ? interaction.values : []
  return renderContext(value, archive, scopeOf(interaction), wordsOf(interaction))
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
