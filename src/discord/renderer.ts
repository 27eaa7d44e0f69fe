import type { APIActionRowComponent, APIButtonComponent, APIEmbed } from 'discord-api-types/v10'
import type { Answer, Citation, Finding, FindingSpeaker } from '../answers/answer.js'
import type { ReloadReport } from '../archive/archive.js'
import type { CalendarDate, Rejection } from '../articles/article.js'
import * as limits from './limits.js'
import { link, literal, quote, withExamples } from './markup.js'
import { oneLine, shorten, shortenTo } from './text.js'

export type ButtonRow = APIActionRowComponent<APIButtonComponent>

/** A message as it is sent. It never pings anybody. */
export interface Reply {
  readonly content?: string
  readonly embeds: APIEmbed[]
  readonly components: ButtonRow[]
  readonly allowedMentions: { readonly parse: []; readonly repliedUser: false }
}

const COLOURS = { answered: 0x2f6f8f, silent: 0x8a8f98, done: 0x3f8f5f, trouble: 0xb0483a }

export interface PageOptions {
  /** From 0; the last one stands for all that are higher. */
  readonly page?: number
  /** Said above the findings, such as that the archive has changed. */
  readonly notice?: string | null
  /** The buttons that turn the pages, where there are several. */
  readonly buttons?: (page: number, pages: number) => ButtonRow | null
}

/** One page of an answer: the question as the title, then numbered findings with their snippets and sources. */
export function renderAnswer(answer: Answer, { page = 0, notice = null, buttons }: PageOptions = {}): Reply {
  const pages = paginate([
    ...(answer.note ? paragraphs(answer.note) : []),
    ...answer.findings.slice(0, limits.FINDINGS).map((finding, i) => renderFinding(finding, `${i + 1}.`)),
    ...leftOut(answer.findings.length - limits.FINDINGS),
    ...answer.closest.map((finding) => renderFinding(finding, null)),
  ])
  const at = Math.min(Math.max(0, page), pages.length - 1)
  const body = pages[at] || 'The articles say nothing about this.'
  const row = pages.length > 1 ? buttons?.(at, pages.length) : null
  return reply(
    {
      title: title(answer),
      description: notice ? `${literal(notice)}\n\n${body}` : body,
      color: answer.findings.length > 0 ? COLOURS.answered : COLOURS.silent,
      ...footer(answer, at, pages.length),
    },
    row ? [row] : [],
  )
}

function leftOut(count: number): string[] {
  return count > 0 ? [`… and ${count.toLocaleString('en')} more. Ask more narrowly to see them.`] : []
}

/** Blocks of text, put together to pages in order. At least one page. */
function paginate(blocks: readonly string[]): string[] {
  const pages: string[] = []
  for (const block of blocks) {
    const last = pages.at(-1)
    if (last !== undefined && last.length + block.length + 2 <= limits.PAGE) {
      pages[pages.length - 1] = `${last}\n\n${block}`
    } else pages.push(block)
  }
  return pages.length > 0 ? pages : ['']
}

function paragraphs(note: string): string[] {
  return note
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim())
    .map((paragraph) => {
      const short = shortenTo(paragraph.trim(), (start) => withExamples(start).length <= limits.PAGE)
      return withExamples(short)
    })
}

/** The text escaped, and shortened so that it is at most `length` long with its escapes. */
function escapeTo(text: string, length: number): string {
  return literal(shortenTo(text, (start) => literal(start).length <= length))
}

/** @param number null for what only comes closest */
function renderFinding(finding: Finding, number: string | null): string {
  const block = [headline(finding, number)]
  if (finding.differs) block.push(`**Sources differ:** ${escapeTo(oneLine(finding.differs), limits.DIFFERS)}`)
  let length = block.join('\n').length
  let shown = 0
  for (const citation of finding.citations.slice(0, limits.CITATIONS)) {
    const text = renderCitation(
      citation,
      finding.citations.length > 1 ? limits.SNIPPET : limits.SNIPPET_ALONE,
    )
    if (length + text.length + 1 + MORE > limits.PAGE) break
    block.push(text)
    length += text.length + 1
    shown++
  }
  const more = finding.citations.length - shown
  if (more > 0) block.push(`and ${more} more ${more === 1 ? 'citation' : 'citations'}`)
  return block.join('\n')
}

/** Room for the line that counts the citations left out. */
const MORE = 40

function headline(finding: Finding, number: string | null): string {
  const text = escapeTo(oneLine(finding.text), limits.HEADLINE) || '…'
  const line = number === null ? `≈ ${text}` : `**${number}** **${text}**`
  return line + (finding.speaker ? about(finding.speaker) : '')
}

function about({ role, via, confidence }: FindingSpeaker): string {
  const parts = [
    role && oneLine(role),
    via && `as reported by ${oneLine(via)}`,
    confidence === 'unclear' && 'not named by the article',
  ].filter((part) => typeof part === 'string' && part !== '')
  return parts.map((part) => ` · ${escapeTo(part as string, limits.ROLE)}`).join('')
}

function renderCitation(citation: Citation, length: number): string {
  return `${quote(citation.snippet, citation.highlights, length)}\n${source(citation)}`
}

/** `Outlet · “Title” · 31 Dec 2021 · ¶9`. */
function source({ outlet, title, published, url, paragraph, reported }: Citation): string {
  return [
    outlet && escapeTo(oneLine(outlet), limits.OUTLET),
    link(`“${shorten(oneLine(title), limits.ARTICLE_TITLE)}”`, url),
    published ? dayOf(published) : 'undated',
    paragraph > 0 ? `¶${paragraph}` : 'headline',
    reported === 'indirect' ? 'not word for word' : null,
  ]
    .filter(Boolean)
    .join(' · ')
}

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

/** `31 Dec 2021`. */
function dayOf(date: CalendarDate): string {
  const time = Date.parse(date)
  return Number.isNaN(time) ? escapeTo(oneLine(date), limits.ROLE) : DAY.format(time)
}

function footer({ articles, asOf }: Answer, page: number, pages: number): Pick<APIEmbed, 'footer'> {
  const parts = [
    articles > 0 && `${articles} ${articles === 1 ? 'article' : 'articles'}`,
    asOf && `as of ${dayOf(asOf)}`,
    pages > 1 && `page ${page + 1} of ${pages}`,
  ].filter(Boolean)
  return parts.length > 0 ? { footer: { text: parts.join(' · ') } } : {}
}

/** The question, as it would be asked again. Those without words have their command for a query. */
function title({ command, query }: Answer): string {
  const asked = query === command ? `/${command}` : `/${command} ${query}`
  return escapeTo(oneLine(asked), limits.EMBED_TITLE)
}

/** What a reload did. */
export function renderReload({ added, removed, changed, unchanged, rejected, ms }: ReloadReport): Reply {
  const counts = [
    `+${added.length} added`,
    `−${removed.length} removed`,
    `~${changed.length} changed`,
    `=${unchanged} unchanged`,
    `✗${rejected.length} rejected`,
  ].join(' · ')
  const lists = [
    ...listed(added, (file) => `+ ${file}`),
    ...listed(removed, (file) => `− ${file}`),
    ...listed(changed, (file) => `~ ${file}`),
    ...listed(rejected, rejection),
  ]
  const shown = paginate([
    literal(counts),
    ...lists.map((line) => escapeTo(oneLine(line), limits.DIFFERS)),
  ])[0]!
  return reply({
    title: 'Articles reloaded',
    description: shown.replaceAll('\n\n', '\n'),
    color: rejected.length > 0 ? COLOURS.trouble : COLOURS.done,
    footer: { text: `in ${(ms / 1000).toFixed(1)} s` },
  })
}

function listed<T>(items: readonly T[], line: (item: T) => string): string[] {
  const more = items.length - limits.REPORTED_FILES
  return [...items.slice(0, limits.REPORTED_FILES).map(line), ...(more > 0 ? [`… and ${more} more`] : [])]
}

function rejection({ file, line, field, reason, remedy }: Rejection): string {
  const place = [file, line !== undefined && `line ${line}`, field].filter(Boolean).join(', ')
  return `✗ ${place}: ${reason} ${remedy}`
}

/** A plain word to whoever asked: why this can't be answered, or that something failed. */
export function renderNotice(text: string): Reply {
  return reply({ description: escapeTo(text, limits.PAGE), color: COLOURS.trouble })
}

function reply(embed: APIEmbed, components: ButtonRow[] = []): Reply {
  return { embeds: [embed], components, allowedMentions: { parse: [], repliedUser: false } }
}
