import type { APIEmbed } from 'discord-api-types/v10'
import { outletOf } from '../../answers/compare/index.js'
import type { Answer, Citation, FindingSpeaker } from '../../answers/model/answer.js'
import { type AnswerInWords, type FindingInWords, inWords, statusIn } from '../../answers/model/in-words.js'
import { shortName } from '../../articles/model/short-name.js'
import { type Words, wordsFor } from '../../i18n/words.js'
import { memoize } from '../lifecycle/memoize.js'
import * as limits from './limits.js'
import { link, literal, quote, withExamples } from './markup.js'
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
  /** The most findings of a page. */
  readonly each?: number
  /**
   * Every finding with its snippets and sources, as **Show sources** opens them. Otherwise the first finding of a page
   * stands with one snippet, and each further one is a line, so that an answer fits on the first screen of a phone.
   */
  readonly full?: boolean
  /** The page that holds this finding, from 0, instead of a page by its number. */
  readonly holding?: number
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
  /** Whether snippets or sources of what it shows are left out. */
  readonly cut: boolean
  /** The first finding of each page. */
  readonly starts: readonly number[]
  /** The citations that are shown, each with the number of its finding. */
  readonly citations: readonly (readonly [string, Citation])[]
}

/** A piece of a page that is not parted. */
interface Block {
  readonly text: string
  readonly isFinding: boolean
  readonly isLine?: boolean
  /** Whether a snippet or source of it is left out. */
  readonly cut: boolean
  readonly citations: readonly (readonly [string, Citation])[]
}

/** One page of an answer: the question as the title, then numbered findings with their snippets and sources. */
export const renderAnswer = memoize(makePage, ({ words, ...plain }: PageOptions = {}) =>
  JSON.stringify([plain, words?.locale]),
)

function makePage(answer: Answer, options: PageOptions = {}): AnswerPage {
  const {
    page = 0,
    titleRoom = limits.EMBED_TITLE,
    room = limits.PAGE,
    full = false,
    holding,
    each = full ? limits.FINDINGS : mostOn(answer),
    turns = true,
    words = wordsFor('en'),
  } = options
  const told = inWords(answer, words)
  const blocks = blocksOf(told, {
    room: room - LEFT_OUT,
    words,
    each,
    full,
    quotes: isQuoting(told),
    single: told.findings.length === 1,
  })
  const all = paginate(blocks, room - LEFT_OUT, each)
  const pages = turns ? all : all.slice(0, 1)
  const left = answer.findings.length + (answer.more ?? 0) - countIn(pages)
  if (left > 0)
    pages.at(-1)!.push(plain(literal(words.say(turns ? 'moreFindings' : 'moreAlone', { n: left }))))
  const starts = pages.map((_, index) => countIn(pages.slice(0, index)))
  const wanted = holding === undefined ? page : starts.findLastIndex((start) => start <= holding)
  const at = Math.min(Math.max(0, wanted), pages.length - 1)
  const body = together(pages[at]!) || literal(words.say('silent'))
  return {
    embed: {
      title: escapeTo(oneLine(options.title ?? title(answer)), Math.min(titleRoom, limits.EMBED_TITLE)),
      description: body,
      color: answer.findings.length > 0 ? COLOURS.answered : COLOURS.silent,
      ...footer(answer, at, pages.length, words),
    },
    page: at,
    pages: pages.length,
    findings: [starts[at]!, countIn(pages.slice(0, at + 1))],
    cut: pages[at]!.some(({ cut }) => cut),
    starts,
    citations: pages[at]!.flatMap(({ citations }) => citations),
  }
}

/** Blocks one below the other; lines that follow one another stand close. */
const together = (blocks: readonly Block[]): string =>
  blocks
    .map(({ text, isLine }, at) => (at === 0 ? '' : isLine && blocks[at - 1]!.isLine ? '\n' : '\n\n') + text)
    .join('')

const countIn = (pages: readonly (readonly Block[])[]) =>
  pages.flat().filter(({ isFinding }) => isFinding).length

/** Articles by their titles, rather than what they say. */
const isList = ({ command }: Pick<Answer, 'command'>) => command === 'sources'
/** One article, whose paragraphs all have the same source. */
const isText = ({ command }: Pick<Answer, 'command'>) => command === 'article'

/** Sentences that may answer: the title of their article is no answer. */
const isQuoting = ({ command }: Pick<Answer, 'command'>) => command === 'ask'

/** Passages by their beginnings, under a line that counts them. */
const isSearch = ({ command }: Pick<Answer, 'command'>) => command === 'search'

/** Groups with headings of their own, and with outlets that differ. */
const isComparison = ({ command }: Pick<Answer, 'command'>) => command === 'compare'

/** A line for each, so that one screen tells of all. */
const isBrief = ({ command }: Pick<Answer, 'command'>) => command === 'brief'

function mostOn(answer: Answer): number {
  if (isList(answer)) return limits.TITLES_A_PAGE
  if (isText(answer)) return limits.PARAGRAPHS_A_PAGE
  if (answer.command === 'quotes') return limits.QUOTATIONS_A_PAGE
  if (isBrief(answer)) return limits.BRIEF_A_PAGE
  if (isSearch(answer)) return limits.PASSAGES_A_PAGE
  return answer.attachment ? limits.FINDINGS_UNDER_PICTURE : limits.FINDINGS_A_PAGE
}

/** Room for the line that counts the findings left out. */
const LEFT_OUT = 80

const plain = (text: string): Block => ({ text, isFinding: false, cut: false, citations: [] })

function blocksOf(answer: AnswerInWords, shown: Shown): Block[] {
  const { note, findings, closest } = answer
  if (isText(answer) && findings.length > 0) return textBlocks(findings, shown)
  const one = (finding: FindingInWords, at: number, number: number | null, heading: string | null = null) =>
    shown.full || (at % shown.each === 0 && !isList(answer) && !isBrief(answer))
      ? renderFinding(finding, number, shown, heading)
      : renderLine(
          finding,
          number,
          {
            ...shown,
            titles: isList(answer),
            brief: isBrief(answer),
            short: isSearch(answer) || isComparison(answer),
            dated: !isComparison(answer),
          },
          heading,
        )
  return [
    ...(note ? paragraphs(note, shown.room) : []),
    ...findings.slice(0, limits.FINDINGS).map((finding, i, all) => {
      const heading = finding.group === all[i - 1]?.group ? null : (finding.group ?? null)
      return one(finding, i, i + 1, heading)
    }),
    ...closest.map((finding, i) => one(finding, i, null)),
  ]
}

/** An article: where it is from, once, and its paragraphs, each by its beginning unless all of it is wanted. */
function textBlocks(findings: readonly FindingInWords[], { words, full }: Shown): Block[] {
  const [first] = findings[0]!.citations
  const { outlet, title, url, article } = first!
  const head = [
    outlet && escapeTo(oneLine(outlet), limits.OUTLET),
    link(`“${shorten(oneLine(title), full ? limits.ARTICLE_TITLE : limits.TITLE_FIRST)}”`, url),
    publishedOf(first!, words),
    `\`${shortName(article)}\``,
  ]
  const length = full ? limits.CONTEXT : limits.PARAGRAPH
  const paragraphs = findings.slice(0, limits.FINDINGS).map((finding, i) => {
    const [citation] = finding.citations
    const text = `**¶${citation!.paragraph}** ${escapeTo(oneLine(citation!.snippet), length)}`
    return { ...blockOf(text, i + 1, [citation!], !full && citation!.snippet.length > length), isLine: !full }
  })
  return [plain(head.filter(Boolean).join(' · ')), ...paragraphs]
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

interface Shown extends Required<Pick<PageOptions, 'room' | 'words' | 'each' | 'full'>> {
  /** Whether a finding whose headline is but the title of its article stands without one. */
  readonly quotes: boolean
  /** Whether there is but one finding. */
  readonly single: boolean
}

/** @param number null for what only comes closest; @param heading of the group that it begins */
function renderFinding(
  finding: FindingInWords,
  number: number | null,
  { room, words, full, quotes, single }: Shown,
  heading: string | null = null,
): Block {
  const look = { length: full ? limits.HEADLINE : limits.HEADLINE_FIRST, strong: true }
  const titled = finding.text === finding.citations[0]?.title
  const head =
    quotes && titled
      ? number === null || single
        ? []
        : [`**${number}.**`]
      : [headline(finding, number, words, look)]
  const block = [...groupLine(heading), ...head]
  if (finding.differs) {
    block.push(
      `**${literal(words.say('sourcesDiffer'))}** ${escapeTo(oneLine(finding.differs), full ? limits.DIFFERS : limits.DIFFERS_FIRST)}`,
    )
  }
  let length = block.join('\n').length
  const first = finding.differs && heading ? limits.SNIPPET_BESIDE_DIFFERS : limits.SNIPPET_FIRST
  const alone = full ? limits.SNIPPET_ALONE : first
  const most = Math.min(full && finding.citations.length > 1 ? limits.SNIPPET : alone, room / 2)
  const shown: Citation[] = []
  for (const citation of finding.citations.slice(0, full ? limits.CITATIONS : 1)) {
    const text = renderCitation(citation, most, words, {
      titled: !quotes && finding.text === citation.title,
      title: full ? limits.ARTICLE_TITLE : limits.TITLE_FIRST,
    })
    if (length + text.length + 1 + MORE > room) break
    block.push(text)
    length += text.length + 1
    shown.push(citation)
  }
  // Where sources differ, it is told who they are.
  const others = full || finding.differs ? null : otherOutlets(finding.citations, words)
  if (others) block.push(others)
  const more = finding.citations.length - shown.length
  if (more > 0 && full) block.push(literal(words.say('moreCitations', { n: more })))
  const counted = reportsOf(finding.citations, words)
  if (counted) block.push(counted)
  const cited = full ? shown : finding.citations.slice(0, limits.CITATIONS)
  const cut = more > 0 || shown.some(({ snippet }) => snippet.length > most)
  return blockOf(block.join('\n'), number, cited, cut)
}

const blockOf = (text: string, number: number | null, cited: readonly Citation[], cut = true): Block => ({
  text,
  isFinding: number !== null,
  cut,
  citations: cited.map((citation) => [number === null ? '≈' : String(number), citation]),
})

const groupLine = (heading: string | null): string[] =>
  heading ? [`▸ ${escapeTo(oneLine(heading), limits.HEADLINE)}`] : []

/** A further finding on one line: `**2.** **13 January 2022** (in 13 days) · Outlet · 31 Dec 2021`. */
function renderLine(
  finding: FindingInWords,
  number: number | null,
  {
    words,
    titles,
    brief,
    short,
    dated,
  }: Shown & {
    readonly titles: boolean
    readonly brief: boolean
    readonly short: boolean
    /** Whether the day of its article stands behind what has no date of its own. */
    readonly dated: boolean
  },
  heading: string | null = null,
): Block {
  const [first] = finding.citations
  // A title or an outlet as its headline says nothing of what is told there.
  const titled = !titles && first !== undefined && [first.title, outletOf(first)].includes(finding.text)
  const { speaker } = finding
  const said = {
    ...finding,
    ...(titled && { text: first.snippet }),
    // There is room for who says so at second hand, not for everybody’s office.
    ...(speaker && { speaker: { ...speaker, role: null } }),
  }
  const line = [
    headline(said, number, words, {
      length: lineLength(finding, { titles, brief, short }),
      strong: !titled,
      // The heading above it tells whether it is planned.
      bare: brief,
    }),
    first && link(shorten(oneLine(outletOf(first)), limits.OUTLET / 2), first.url),
    // A dated finding says when; others by the day of their article.
    dated && first && !finding.date && publishedOf(first, words),
  ]
  const text = [...groupLine(heading), line.filter(Boolean).join(' · ')].join('\n')
  return { ...blockOf(text, number, first ? [first] : []), isLine: true }
}

/** A summary of the news has more lines than other answers, so they are short. */
function lineLength(
  { date, speaker }: FindingInWords,
  { titles, brief, short }: { readonly titles: boolean; readonly brief: boolean; readonly short: boolean },
): number {
  if (titles) return limits.TITLE_LISTED
  if (brief && !date) return limits.LINE_STATEMENT
  return brief || short || speaker?.via ? limits.LINE_REPORTED : limits.LINE
}

/** `Also: Reuters, BBC`: which outlets say so besides the one that is quoted; null where none does. */
function otherOutlets([first, ...others]: readonly Citation[], words: Words): string | null {
  const names = [...new Set(others.flatMap(({ outlet }) => outlet ?? []))].filter(
    (name) => name !== first?.outlet,
  )
  if (names.length === 0) return null
  const listed = names.slice(0, MOST_NAMED).map((name) => shorten(oneLine(name), limits.OUTLET / 2))
  const rest = names.length - listed.length
  return literal(words.say('alsoIn', { names: listed.join(', ') + (rest > 0 ? ` +${rest}` : '') }))
}

const MOST_NAMED = 3

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

interface HeadlineLook {
  readonly length: number
  readonly strong: boolean
  /** Without how far off it is, and whether it is planned. */
  readonly bare?: boolean
}

function headline(
  finding: FindingInWords,
  number: number | null,
  words: Words,
  { length, strong, bare = false }: HeadlineLook,
): string {
  const text = escapeTo(oneLine(finding.text), length) || '…'
  const line = number === null ? `≈ ${text}` : `**${number}.** ${strong ? `**${text}**` : text}`
  return (
    line + (bare ? '' : besideDate(finding, words)) + (finding.speaker ? about(finding.speaker, words) : '')
  )
}

/** ` (in 9 days, planned)` */
function besideDate({ when, status }: FindingInWords, words: Words): string {
  const parts = [when, status && statusIn(status, words)].filter(Boolean)
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

interface SourceLook {
  /** Whether the title stands above already. */
  readonly titled: boolean
  /** The most characters of the title. */
  readonly title: number
}

function renderCitation(citation: Citation, length: number, words: Words, look: SourceLook): string {
  return `${quote(citation.snippet, citation.highlights, length)}\n${source(citation, words, look)}`
}

/** `Outlet · “Title” · 31 Dec 2021 · ¶9`. */
function source(citation: Citation, words: Words, { titled, title: room }: SourceLook): string {
  const { outlet, title, url, paragraph, reported, superseded } = citation
  const withoutTitle = titled && outlet
  return [
    outlet &&
      (withoutTitle
        ? link(shorten(oneLine(outlet), limits.OUTLET), url)
        : escapeTo(oneLine(outlet), limits.OUTLET)),
    withoutTitle ? null : link(`“${shorten(oneLine(title), room)}”`, url),
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
