import type { APIEmbed } from 'discord-api-types/v10'
import type { Answer, Citation, Finding, FindingSpeaker } from '../answers/answer.js'
import { intervalText, partialText } from '../answers/calendar-text.js'
import { type Words, wordsFor } from '../language/words.js'
import * as limits from './limits.js'
import { link, literal, quote, withExamples } from './markup.js'
import { once } from './once.js'
import { COLOURS, escapeTo } from './reply.js'
import { oneLine, shorten, shortenTo } from './text.js'

export interface PageOptions {
  /** From 0; the last one stands for all that are higher. */
  readonly page?: number
  /** The question as it would be typed; by default as the answer has it. */
  readonly title?: string
  /** The most characters of the title. */
  readonly titleRoom?: number
  /** The most characters of a page's text. */
  readonly room?: number
  /** The most findings of a page: for one answer of several. */
  readonly each?: number
  /** Whether pages can be turned; where not, the first one says what is left out. Default true. */
  readonly turns?: boolean
  readonly words?: Words
}

/** One page of an answer, and what it cites. */
export interface AnswerPage {
  readonly embed: APIEmbed
  readonly page: number
  readonly pages: number
  /** The findings that are shown, of all of the answer: from the first to before the last. */
  readonly findings: readonly [from: number, to: number]
  /** The citations that are shown, each with the number of its finding. */
  readonly citations: readonly (readonly [string, Citation])[]
}

/** A piece of a page that is not parted. */
interface Block {
  readonly text: string
  readonly isFinding: boolean
  readonly citations: readonly (readonly [string, Citation])[]
}

/** One page of an answer: the question as the title, then numbered findings with their snippets and sources. */
export const renderAnswer = once(makePage, ({ words, ...plain }: PageOptions = {}) =>
  JSON.stringify([plain, words?.locale]),
)

function makePage(answer: Answer, options: PageOptions = {}): AnswerPage {
  const {
    page = 0,
    titleRoom = limits.EMBED_TITLE,
    room = limits.PAGE,
    each = limits.FINDINGS,
    turns = true,
    words = wordsFor('en'),
  } = options
  const blocks = blocksOf(answer, { room: room - LEFT_OUT, words })
  const all = paginate(blocks, room - LEFT_OUT, each)
  const pages = turns ? all : all.slice(0, 1)
  const left = answer.findings.length + (answer.more ?? 0) - countIn(pages)
  if (left > 0)
    pages.at(-1)!.push(plain(literal(words.say(turns ? 'moreFindings' : 'moreAlone', { n: left }))))
  const at = Math.min(Math.max(0, page), pages.length - 1)
  const body = pages[at]!.map(({ text }) => text).join('\n\n') || literal(words.say('silent'))
  return {
    embed: {
      title: escapeTo(oneLine(options.title ?? title(answer)), Math.min(titleRoom, limits.EMBED_TITLE)),
      description: body,
      color: answer.findings.length > 0 ? COLOURS.answered : COLOURS.silent,
      ...footer(answer, at, pages.length, words),
    },
    page: at,
    pages: pages.length,
    findings: [countIn(pages.slice(0, at)), countIn(pages.slice(0, at + 1))],
    citations: pages[at]!.flatMap(({ citations }) => citations),
  }
}

const countIn = (pages: readonly (readonly Block[])[]) =>
  pages.flat().filter(({ isFinding }) => isFinding).length

/** Room for the line that counts the findings left out. */
const LEFT_OUT = 80

const plain = (text: string): Block => ({ text, isFinding: false, citations: [] })

function blocksOf({ note, findings, closest }: Answer, shown: Shown): Block[] {
  return [
    ...(note ? paragraphs(shown.words.retold(note), shown.room) : []),
    ...findings.slice(0, limits.FINDINGS).map((finding, i, all) => {
      const heading = finding.group === all[i - 1]?.group ? null : (finding.group ?? null)
      return renderFinding(finding, i + 1, shown, heading)
    }),
    ...closest.map((finding) => renderFinding(finding, null, shown)),
  ]
}

/** Blocks put together to pages in order, with so many findings at most. At least one page. */
function paginate(blocks: readonly Block[], room: number, each: number): Block[][] {
  const pages: Block[][] = [[]]
  let length = 0
  let findings = 0
  for (const block of blocks) {
    const fits = length + block.text.length + 2 <= room && (!block.isFinding || findings < each)
    if (pages.at(-1)!.length > 0 && !fits) {
      pages.push([])
      length = 0
      findings = 0
    }
    pages.at(-1)!.push(block)
    length += block.text.length + 2
    findings += block.isFinding ? 1 : 0
  }
  return pages
}

function paragraphs(note: string, room: number): Block[] {
  return note
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim())
    .map((paragraph) => {
      const short = shortenTo(paragraph.trim(), (start) => withExamples(start).length <= room)
      return plain(withExamples(short))
    })
}

interface Shown {
  readonly room: number
  readonly words: Words
}

/** @param number null for what only comes closest; @param heading of the group that it begins */
function renderFinding(
  finding: Finding,
  number: number | null,
  { room, words }: Shown,
  heading: string | null = null,
): Block {
  const group = heading ? [`▸ ${escapeTo(oneLine(headingOf(heading, finding, words)), limits.HEADLINE)}`] : []
  const block = [...group, headline(finding, number, words)]
  if (finding.differs) {
    block.push(
      `**${literal(words.say('sourcesDiffer'))}** ${escapeTo(oneLine(finding.differs), limits.DIFFERS)}`,
    )
  }
  let length = block.join('\n').length
  const most = Math.min(finding.citations.length > 1 ? limits.SNIPPET : limits.SNIPPET_ALONE, room / 2)
  const shown: Citation[] = []
  for (const citation of finding.citations.slice(0, limits.CITATIONS)) {
    const text = renderCitation(citation, most, words, finding.text === citation.title)
    if (length + text.length + 1 + MORE > room) break
    block.push(text)
    length += text.length + 1
    shown.push(citation)
  }
  const more = finding.citations.length - shown.length
  if (more > 0) block.push(literal(words.say('moreCitations', { n: more })))
  const counted = reportsOf(finding.citations, words)
  if (counted) block.push(counted)
  const label = number === null ? '≈' : String(number)
  return {
    text: block.join('\n'),
    isFinding: number !== null,
    citations: shown.map((citation) => [label, citation]),
  }
}

/** Room for the lines that count the citations left out, and the reports. */
const MORE = 120

/** `3 outlets, 1 report`, where fewer reported than printed it. */
function reportsOf(citations: readonly Citation[], words: Words): string | null {
  const count = (key: (citation: Citation) => string) => new Set(citations.map(key)).size
  const reports = count(({ report, article }) => report ?? article)
  if (reports === count(({ article }) => article)) return null
  const outlets = count(({ outlet, article }) => outlet ?? article)
  return literal(words.say('reports', { outlets, n: reports }))
}

function headline(finding: Finding, number: number | null, words: Words): string {
  const text = escapeTo(oneLine(textOf(finding, words)), limits.HEADLINE) || '…'
  const line = number === null ? `≈ ${text}` : `**${number}.** **${text}**`
  return line + besideDate(finding, words) + (finding.speaker ? about(finding.speaker, words) : '')
}

/** A headline that is a date, or begins with one, has it in the reader's words; so has what agrees at its end. */
function textOf({ text, date, partialDate }: Finding, words: Words): string {
  const english = date ? intervalText(date) : partialDate ? partialText(partialDate) : ''
  const dated = english !== '' && (text === english || text.startsWith(`${english}:`))
  const [told, agreeing] = (dated ? text.slice(english.length) : text).split(AGREEING)
  const { retoldDates } = words
  const retold =
    dated && date
      ? retoldDates.date(english, date)
      : dated && partialDate
        ? retoldDates.partial(english, partialDate)
        : ''
  return `${retold}${told}${agreeing ? ` – ${words.retold(agreeing)}` : ''}`
}

const AGREEING = / – (?=\d+ outlets agree$)/

function headingOf(heading: string, { date }: Finding, words: Words): string {
  const dated = date ? words.retoldDates.heading(heading, date.start) : heading
  return dated === heading ? words.retold(heading) : dated
}

/** ` (in 9 days, planned)` */
function besideDate({ when, status }: Finding, words: Words): string {
  const parts = [
    when && words.retoldDates.distance(when),
    status && status !== 'past' && words.retold(status),
  ].filter(Boolean)
  return parts.length > 0 ? ` (${literal(parts.join(', '))})` : ''
}

function about({ role, via, confidence }: FindingSpeaker, words: Words): string {
  const parts = [
    role && oneLine(role),
    via && words.say('reportedBy', { name: oneLine(via) }),
    confidence === 'unclear' && words.say('notNamed'),
  ].filter((part) => typeof part === 'string' && part !== '')
  return parts.map((part) => ` · ${escapeTo(part as string, limits.ROLE)}`).join('')
}

/** @param titled whether the title stands above already */
function renderCitation(citation: Citation, length: number, words: Words, titled: boolean): string {
  return `${quote(citation.snippet, citation.highlights, length)}\n${source(citation, words, titled)}`
}

/** `Outlet · “Title” · 31 Dec 2021 · ¶9`. */
function source(citation: Citation, words: Words, titled: boolean): string {
  const { outlet, title, url, paragraph, reported, superseded } = citation
  const withoutTitle = titled && outlet
  return [
    outlet &&
      (withoutTitle
        ? link(shorten(oneLine(outlet), limits.OUTLET), url)
        : escapeTo(oneLine(outlet), limits.OUTLET)),
    withoutTitle ? null : link(`“${shorten(oneLine(title), limits.ARTICLE_TITLE)}”`, url),
    publishedOf(citation, words),
    paragraph > 0 ? `¶${paragraph}` : words.say('headline'),
    reported === 'indirect' ? words.say('notVerbatim') : null,
    superseded ? words.say('superseded') : null,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** The day of an article, and whether it is given or only inferred. */
function publishedOf({ published, publishedBasis }: Citation, words: Words): string {
  if (!published) return words.say(publishedBasis ? 'inferredYear' : 'undated')
  const day = dayOf(published, words)
  return publishedBasis ? words.say('inferredDay', { day }) : day
}

/** A day; what an article gives for one but is none, made harmless. */
function dayOf(published: string, words: Words): string {
  const day = words.day(published)
  return day === published ? escapeTo(oneLine(published), limits.ROLE) : day
}

function footer(
  { articles, asOf }: Answer,
  page: number,
  pages: number,
  words: Words,
): Pick<APIEmbed, 'footer'> {
  const parts = [
    articles > 0 && words.say('articles', { n: articles }),
    asOf && words.say('asOf', { day: words.day(asOf) }),
    pages > 1 && words.say('page', { page: page + 1, pages }),
  ].filter(Boolean)
  return parts.length > 0 ? { footer: { text: parts.join(' · ') } } : {}
}

/** The question, as it would be asked again. Those without words have their command for a query. */
function title({ command, query }: Answer): string {
  return query === command ? `/${command}` : `/${command} ${query}`
}
