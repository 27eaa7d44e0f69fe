import { dateLines } from '../../language/en/dates/date-lines.js'
import { boilerplate as english } from '../../language/en/text/boilerplate.js'
import type { BoilerplateData } from '../../language/language.js'
import { boundedUnits } from '../../text/units.js'
import { isOutlet } from '../dating/outlet.js'
import type { Span } from '../model/article.js'
import { bareWords, factsOf, type LineFacts } from './line-facts.js'
import { linesOf, paragraphsOf } from './lines.js'

/**
 * The paragraphs of an article's body: the text from an offset on, without the lines that the page around
 * the article left in it.
 */
export function bodyOf(text: string, from: number, title: string, data: BoilerplateData = english): Span[] {
  const paragraphs = paragraphsOf(text, linesOf(text, from))
    .map((one) => unglued(text, one, data))
    .flatMap((one) => boundedUnits(text, one))
  const texts = paragraphs.map(({ start, end }) => text.slice(start, end))
  const kept = articleLines(texts, title, data)
  return paragraphs
    .filter((_, i) => kept[i] && bareWords(texts[i]!) !== '')
    .map(({ start, end }) => ({ start, end }))
}

/**
 * Which lines of a page belong to its article. Each rule sees the page as it came, so their order is of no
 * matter, and each looks at a line a fixed number of times.
 * @param title the headline, where it is known: lines that repeat it are left out. Where it is not, it is
 *   looked for among the lines above the first sentence.
 */
export function articleLines(
  lines: readonly string[],
  title: string | null,
  data: BoilerplateData = english,
): boolean[] {
  const page = readPage(lines, title, data)
  const kept = lines.map(() => true)
  for (const rule of RULES) for (const i of rule(page)) kept[i] = false
  return kept
}

/** Which lines are of a layer that asks for consent to cookies and the like. */
export function isConsent(lines: readonly string[], data: BoilerplateData): boolean[] {
  const layer = new Set(consentLayers(readPage(lines, null, data)))
  return lines.map((_, i) => layer.has(i))
}

interface Page {
  readonly lines: readonly LineFacts[]
  /** The index of the first sentence of the body, and of the last; -1 where there is none. */
  readonly first: number
  readonly last: number
  /** The words of the headline, where it is known. */
  readonly headline: string | null
  readonly data: BoilerplateData
}

/** The lines that a rule takes for boilerplate, by index. */
type Rule = (page: Page) => Iterable<number>

/** What stands above an article is at most this share of a page. */
const HEAD_SHARE = 0.4
/** Links below a heading such as "Related articles". */
const LONGEST_LINK_LIST = 15
/** An invitation that stands below a paragraph as long as this is below the article. Characters. */
const FULL_PARAGRAPH = 100
/** Words of a heading in capitals; a line of more is a link to another article. */
const LONGEST_CAPITALS = 6
/** Words of an invitation; a line of more tells how to do a thing. */
const LONGEST_INVITATION = 8
/** Words that name what a picture shows, above its caption. */
const LONGEST_SLUG = 4
/** Lines that name an author below a heading that says so. */
const MOST_OF_AN_AUTHOR = 3

function readPage(lines: readonly string[], title: string | null, data: BoilerplateData): Page {
  const facts = lines.map((line) => factsOf(line, data))
  return {
    lines: facts,
    first: facts.findIndex((line, i) => isBody(line) && facts[i + 1]?.credit !== 'alone'),
    last: facts.findLastIndex(isBody),
    headline: title === null ? null : bareWords(title),
    data,
  }
}

const isBody = (line: LineFacts) => line.prose && !line.notice && line.credit === null

const RULES: readonly Rule[] = [
  where((line) => line.notice),
  where((line) => line.credit !== null),
  where(({ dateLine }) => dateLine === 'published' || dateLine === 'bare' || dateLine === 'updated'),
  where(({ dateLine, text }) => dateLine === 'dateline' && /[–—-]$/.test(text)),
  // The running head of a printed page: "THE POST            8 May 2023".
  where(({ dateLine, text }) => (dateLine === 'byline' || dateLine === 'named') && /\S {4,}\S/.test(text)),
  agoTeasers,
  where((line, { headline }) => line.words === headline),
  aboveTheBody,
  aroundPictures,
  consentLayers,
  barMenus,
  linkLists,
  labelledLinks,
  linksBelowTheBody,
  windowsBelowTheBody,
  linksInCapitals,
  teasers,
  belowInvitations,
  comments,
  authors,
  biographies,
]

function where(test: (line: LineFacts, page: Page) => boolean): Rule {
  return function* (page) {
    for (const [i, line] of page.lines.entries()) if (test(line, page)) yield i
  }
}

/** A place in capitals, with its country or state, on a line of its own above the first sentence. */
const DATELINE = /^\p{Lu}[\p{Lu} .'’-]{1,30}, \p{Lu}[\p{Lu}. ]{1,30}[—–-]?$/u

/** Above the first sentence: menus; and where the headline is unknown all that is no sentence, it among them. */
function* aboveTheBody({ lines, first, headline }: Page) {
  const head = lines.slice(0, Math.max(0, first))
  if (length(head) > HEAD_SHARE * length(lines)) return
  for (const [i, line] of head.entries()) {
    const dateline = i === first - 1 && DATELINE.test(line.text)
    const sentence = isBody(line) || line.ended || dateline
    const stamp = line.dateLine !== null && line.dateLine !== 'dateline'
    if (
      line.menu ||
      stamp ||
      isOutlet(line.text, dateLines) ||
      lines[i + 1]?.credit === 'alone' ||
      (headline === null && !sentence)
    )
      yield i
  }
}

/** Captions without a credit of their own, and the names above captions of what they show. */
function* aroundPictures({ lines }: Page) {
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1]
    if (lines[i - 1]?.captionLabel || (next?.credit === 'alone' && !line.prose)) yield i
    const slug =
      line.wordCount <= LONGEST_SLUG && line.words.split(' ').every((word) => next?.words.includes(word))
    if (next?.credit === 'captioned' && slug) yield i
  }
}

/** Subjects of a layer that asks for consent: a line has so many, or so many beside one that has. */
const CONSENT = { sure: 2, beside: 1 }
/** Words of a button beside such a line. */
const LONGEST_LABEL = 3

/**
 * Layers that ask for consent, whatever their maker: a line that speaks to the visitor of two of their subjects,
 * and what stands beside it and is of one, or a button or a heading of such a layer.
 */
function* consentLayers({ lines }: Page) {
  const sure = [...lines.keys()].filter((i) => lines[i]!.consent >= CONSENT.sure)
  const isBeside = (line: LineFacts | undefined) =>
    line !== undefined &&
    (line.consent >= CONSENT.sure ||
      (line.prose
        ? line.consent >= CONSENT.beside
        : line.consentLabel || line.consentTopics > 0 || line.wordCount <= LONGEST_LABEL))
  const layer = new Set<number>()
  for (const i of sure) {
    layer.add(i)
    for (const step of [-1, 1]) for (let at = i + step; isBeside(lines[at]); at += step) layer.add(at)
  }
  yield* layer
}

/** Titles of other articles, each with how long ago it was put on the site beside or below it. */
function* agoTeasers({ lines }: Page) {
  const ago = [...lines.keys()].filter((i) => lines[i]!.ago && !lines[i]!.prose)
  if (ago.length < 2) return
  for (const i of ago) {
    yield i
    const above = lines[i - 1]
    if (lines[i]!.notice && above && !above.prose) yield i - 1
  }
}

/** "Home | News | Sport": a menu on one line. */
function* barMenus({ lines }: Page) {
  for (const [i, { text, ended }] of lines.entries()) {
    // A row of a table begins with a bar.
    if (ended || text.length > LONGEST_MENU || text.startsWith('|')) continue
    const parts = text
      .split(/[|•·]/)
      .map((part) => part.trim())
      .filter(Boolean)
    if (parts.length > 2 && parts.every((part) => part.split(' ').length <= LONGEST_ITEM)) yield i
  }
}

/** Characters of a menu on one line, and words of an item. */
const LONGEST_MENU = 160
const LONGEST_ITEM = 3

/** A heading such as "Related articles", and what stands below it up to the next full sentence. */
function* linkLists({ lines }: Page) {
  let left = 0
  for (const [i, line] of lines.entries()) {
    if (line.linkHeading) left = LONGEST_LINK_LIST + 1
    else if (isParagraph(line)) left = 0
    if (left-- > 0) yield i
  }
}

/** "More on the strike:Trains stand still for a third day": a link that is set into the text, its label glued to its title. */
function* labelledLinks({ lines }: Page) {
  for (const [i, { text }] of lines.entries())
    if (text.length <= LONGEST_LINK && LABELLED_LINK.test(text) && !STOPPED.test(text.slice(-3))) yield i
}

/** Characters. */
const LONGEST_LINK = 220
const LABELLED_LINK = /^[^.:]{1,100}[\p{L}\d?!’'”"]:["“‘'’]?\p{Lu}/u
const STOPPED = /[.!…]["”’']?$/

/** Titles of other articles end in no full stop, or are short. */
function isParagraph({ text, prose, ended }: LineFacts): boolean {
  return prose && (text.length > 200 || (ended && (text.length > 60 || /\.["”’)]*$/.test(text))))
}

/** Below the last sentence: nothing but titles of other articles. */
function* linksBelowTheBody({ lines, last }: Page) {
  const tail = lines.slice(last + 1)
  if (last < 0 || tail.length < 2 || !tail.every((line) => line.notice || line.titleCase)) return
  for (let i = last + 1; i < lines.length; i++) yield i
}

/** Below the last sentence: titles of windows, with the name of a site or a series beside a bar. */
function* windowsBelowTheBody({ lines, last }: Page) {
  const titles = [...lines.keys()].filter((i) => i > last && isWindow(lines[i]!))
  if (last >= 0 && titles.length > 1) yield* titles
}

const isWindow = ({ text, ended, wordCount }: LineFacts) => !ended && wordCount > 4 && / \| \S/.test(text)

/** A page that is all in capitals has no other way to write. */
function* linksInCapitals({ lines }: Page) {
  if (2 * lines.filter((line) => line.capitals).length > lines.length) return
  for (const [i, line] of lines.entries()) {
    if (line.capitals && line.wordCount > LONGEST_CAPITALS && !line.ended) yield i
  }
}

/** Other articles' titles and beginnings by turns, each beginning cut off. */
function* teasers({ lines }: Page) {
  const isTeaser = (i: number) => lines[i]?.cutOff && lines[i - 1]?.prose === false
  for (const i of lines.keys()) {
    if (isTeaser(i) && (isTeaser(i - 2) || isTeaser(i + 2))) yield* [i - 1, i]
  }
}

/** What is no sentence below an invitation to subscribe or to follow, when the article is over. */
function* belowInvitations({ lines, data }: Page) {
  const over = lines.findLastIndex((line) => isBody(line) && line.text.length > FULL_PARAGRAPH)
  let invited = false
  for (let i = over + 1; i < lines.length && over >= 0; i++) {
    const line = lines[i]!
    invited ||=
      line.wordCount <= LONGEST_INVITATION &&
      data.invitations.some((invitation) => invitation.test(line.words))
    if (invited && !line.prose) yield i
  }
}

/** The readers' comments, when most of the page stands above them, to its end. */
function* comments({ lines, data }: Page) {
  const half = length(lines.filter(isBody)) / 2
  let read = 0
  let over = false
  for (const [i, line] of lines.entries()) {
    over ||= read >= half && (data.commentHeadings.has(line.words) || isCounted(lines, i, data))
    if (over) yield i
    if (isBody(line)) read += line.text.length
  }
}

/** "3 comments", above what looks like comments. */
const isCounted = (
  lines: readonly LineFacts[],
  i: number,
  { commentCounts, commentMarks }: BoilerplateData,
) =>
  commentCounts.test(lines[i]!.words) &&
  lines.slice(i + 1, i + 1 + NEAR_COMMENTS).some(({ words }) => commentMarks.test(words))

/** Lines below such a heading. */
const NEAR_COMMENTS = 6

/** Names and addresses of authors, where they are announced: nothing of an article stands between these. */
function* authors({ lines, data }: Page) {
  for (const [i, { words }] of lines.entries()) {
    if (!data.authorHeadings.has(words)) continue
    for (let below = i + 1; below <= i + MOST_OF_AN_AUTHOR && isName(lines[below]); below++) yield below
  }
}

const isName = (line: LineFacts | undefined) =>
  line !== undefined && line.wordCount > 0 && line.wordCount <= LONGEST_SLUG && !line.ended

/** Below the last sentence of the body: who the author is, and the author's name above that. */
function* biographies({ lines }: Page) {
  const end = lines.findLastIndex((line) => isBody(line) && !line.biography)
  for (let i = end + 1; i < lines.length; i++) {
    if (!lines[i]!.biography) continue
    yield i
    const above = lines[i - 1]
    if (above && above.wordCount > 1 && lines[i]!.words.startsWith(above.words)) yield i - 1
  }
}

const length = (lines: readonly LineFacts[]) => lines.reduce((sum, line) => sum + line.text.length, 0)

/** A paragraph without the date line or the credit that a scraper has glued to its first or last sentence. */
function unglued(text: string, { start, end }: Span, data: BoilerplateData): Span {
  const head = data.gluedStamp.exec(text.slice(start, Math.min(end, start + LONGEST_STAMP)))?.[0].length ?? 0
  const tailFrom = Math.max(start + head, end - LONGEST_STAMP)
  // Shorter ones are captions with their credit.
  const long = end - start > SHORTEST_GLUED
  const tail = long ? data.gluedCredit.exec(text.slice(tailFrom, end)) : null
  return { start: start + head, end: tail ? tailFrom + tail.index + 1 : end }
}

/** Characters of what is glued to a paragraph. */
const LONGEST_STAMP = 160
/** Characters of a paragraph that a credit is glued to. */
const SHORTEST_GLUED = 180
