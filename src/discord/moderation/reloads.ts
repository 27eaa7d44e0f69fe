/** Reloads, and what is told of them. */
import { randomBytes } from 'node:crypto'
import { ButtonStyle, ComponentType } from 'discord-api-types/v10'
import { type LiveArchive, type ReloadReport, WorseArchive } from '../../archive/contract/archive.js'
import type { Rejection } from '../../articles/model/article.js'
import { gapMessages } from '../../articles/model/gaps.js'
import type { Words } from '../../i18n/words.js'
import { boundedMap } from '../../lib/bounded.js'
import { Refusal } from '../gateway/refusal.js'
import * as limits from '../render/limits.js'
import { literal } from '../render/markup.js'
import { COLOURS, escapeTo, type Reply, type Row, reply } from '../render/reply.js'
import { oneLine } from '../render/text.js'

/** Reports whose pages can be turned, by what their buttons call them. */
export type Reports = Map<string, ReloadReport>

export const makeReports = (): Reports => boundedMap(KEPT)

const KEPT = 20

interface Means {
  readonly archive: LiveArchive
  readonly reports: Reports
  /** The name of whoever asked for it. */
  readonly by: string
  readonly words: Words
}

/**
 * Reloads the archive. One that would be worse is shown, and can be had by a button.
 * @throws ReloadInProgress when one is under way
 */
export async function reload({ archive, reports, by, words }: Means, anyway = false): Promise<Reply> {
  try {
    return keep(await archive.reload(by, { anyway }), reports, words)
  } catch (error) {
    if (error instanceof WorseArchive) return renderWorse(error, words)
    throw error
  }
}

function keep(report: ReloadReport, reports: Reports, words: Words): Reply {
  const name = randomBytes(6).toString('base64url')
  reports.set(name, report)
  return renderReload(report, words, { name })
}

/** @throws Refusal when the report is no longer kept */
export function turnReport(reports: Reports, name: string, page: number, words: Words): Reply {
  const report = reports.get(name)
  if (!report) throw new Refusal('reloadOld')
  return renderReload(report, words, { name, page })
}

/** A page of what a reload did: the counts, what was rejected and why, then every file. */
export function renderReload(
  report: ReloadReport,
  words: Words,
  { name, page = 0 }: { readonly name?: string; readonly page?: number } = {},
): Reply {
  const { rejected, ms } = report
  const pages = pagesOf(report, words)
  const at = Math.min(page, pages.length - 1)
  const footer = [
    words.say('reloadTime', { seconds: (ms / 1000).toFixed(1) }),
    ...(pages.length > 1 ? [words.say('page', { page: at + 1, pages: pages.length })] : []),
  ]
  const embed = {
    title: words.say('reloadTitle'),
    description: pages[at]!,
    color: rejected.length > 0 ? COLOURS.trouble : COLOURS.done,
    footer: { text: footer.join(' · ') },
  }
  return reply([embed], name !== undefined && pages.length > 1 ? [turning(name, at, pages.length)] : [])
}

/** What a reload would have done, and why it was not done. */
function renderWorse({ why, report }: WorseArchive, words: Words): Reply {
  const said = {
    empty: 'reloadWorseEmpty',
    gone: 'reloadWorseGone',
    rejected: 'reloadWorseRejected',
  } as const
  const head = `**${literal(words.say(said[why]))}**\n${literal(words.say('reloadKept'))}\n\n`
  const embed = {
    title: words.say('reloadTitle'),
    description: head + pagesOf(report, words, limits.PAGE - head.length)[0]!,
    color: COLOURS.trouble,
  }
  const anyway = {
    type: ComponentType.Button,
    style: ButtonStyle.Danger,
    custom_id: 'reload:anyway;',
    label: words.say('reloadAnyway'),
  } as const
  return reply([embed], [{ type: ComponentType.ActionRow, components: [anyway] }])
}

function pagesOf(report: ReloadReport, words: Words, room: number = limits.PAGE): string[] {
  const { added, removed, changed, unchanged, rejected, gaps } = report
  const counts = words.say('reloadCounts', {
    added: added.length,
    removed: removed.length,
    changed: changed.length,
    unchanged,
    rejected: rejected.length,
  })
  const lines = [
    ...rejected.map((one) => rejection(one, words)),
    ...gapMessages(gaps).map((gap) => `✎ ${words.tell([gap])}`),
    ...added.map((file) => `+ ${file}`),
    ...removed.map((file) => `− ${file}`),
    ...changed.map((file) => `~ ${file}`),
  ]
  const more = lines.length - limits.REPORTED_FILES
  const shown = lines.slice(0, limits.REPORTED_FILES)
  if (more > 0) shown.push(words.say('reloadMore', { n: more }))
  const pages = [literal(counts)]
  for (const line of shown) {
    const text = escapeTo(oneLine(line), limits.DIFFERS)
    const last = pages.at(-1)!
    if (last.length + text.length + 1 <= room) pages[pages.length - 1] = `${last}\n${text}`
    else pages.push(text)
  }
  return pages
}

function rejection({ file, line, field, reason, remedy }: Rejection, words: Words): string {
  const place = [file, line !== undefined && `line ${line}`, field].filter(Boolean).join(', ')
  return `✗ ${place}: ${words.tell([reason, remedy])}`
}

function turning(name: string, page: number, pages: number): Row {
  const button = (label: string, to: number) => ({
    type: ComponentType.Button as const,
    style: ButtonStyle.Secondary as const,
    custom_id: `reload:${name}:${Math.max(0, to)};`,
    label,
    disabled: to < 0 || to >= pages,
  })
  return { type: ComponentType.ActionRow, components: [button('‹', page - 1), button('›', page + 1)] }
}
