import type { Span } from '../../../articles/model/article.js'
import { isLetterOrDigit, unitTest } from '../../../text/characters.js'
import type { Document } from '../../annotations.js'
import { titleAbove } from '../../names/tokens.js'

/** What stands between a pair of quotation marks. */
export interface Quoted extends Span {
  /** Where the opening mark starts and the closing mark ends: `start..end` lies between them. */
  readonly open: number
  readonly close: number
  readonly paragraph: number
  /** False when the closing mark is missing. */
  readonly closed: boolean
  /** Whether the words end in a stop or a comma, as those do that an attribution follows. */
  readonly stopped: boolean
  /** True when it carries on the quotation that the paragraph before left open. */
  readonly continues: boolean
}

/** Whether one word in marks stands within a name: 'Raymond “Buddy” Clarke'. */
export const isNickname = (text: string, { open, close, start, end }: Quoted): boolean =>
  end - start <= LONGEST_NICKNAME &&
  /^\p{Lu}[\p{L}.-]+$/u.test(text.slice(start, end)) &&
  /(?:^|[^\p{L}])\p{Lu}[\p{L}.]*\s$/u.test(text.slice(Math.max(0, open - LONGEST_NICKNAME), open)) &&
  /^\s\p{Lu}/u.test(text.slice(close, close + 3))

const LONGEST_NICKNAME = 20

type Family = 'double' | 'single'

interface Mark {
  readonly at: number
  readonly width: number
  readonly family: Family
  readonly role: 'open' | 'close' | 'either'
  /** A closing mark that may as well be the apostrophe of a plural ("the farmers' word"). */
  readonly weak: boolean
}

/**
 * Everything that stands in quotation marks, in order, never overlapping; marks inside marks belong to the
 * outer ones. A mark left open ends with its paragraph: that is how a quotation over several paragraphs is
 * printed, and the best guess where the closing mark is missing.
 */
export function findQuoted(document: Document): Quoted[] {
  const title = titleAbove(document)
  const spans = title ? [title, ...document.paragraphs] : document.paragraphs
  const offset = title ? 1 : 0
  const marks = spans.map((span) => findMarks(document.text, span))
  let before: Quoted | undefined
  return spans.flatMap((span, index) => {
    const paragraph = index - offset
    const goesOn = before?.closed === false && before.paragraph === paragraph - 1
    const quoted =
      goesOn && isWithin(marks, index)
        ? [wholeOf(document.text, span, paragraph)]
        : pair(document.text, span, paragraph, goesOn, marks[index]!)
    before = quoted.at(-1)
    return quoted
  })
}

/** How many paragraphs without a mark a quotation may run through before it is closed. */
const MOST_UNMARKED = 3

const doubleOf = (marks: readonly Mark[]) => marks.find(({ family }) => family === 'double')

/** Whether a paragraph has no mark, in a quotation that is closed in one below before any is opened. */
function isWithin(marks: readonly (readonly Mark[])[], index: number): boolean {
  for (let i = index; i < marks.length && i <= index + MOST_UNMARKED; i++) {
    const first = doubleOf(marks[i]!)
    if (first) return i > index && first.role === 'close'
  }
  return false
}

const wholeOf = (text: string, { start, end }: Span, paragraph: number): Quoted => ({
  start,
  end,
  open: start,
  close: end,
  paragraph,
  closed: false,
  stopped: STOPPED.test(text.slice(Math.max(start, end - 3), end)),
  continues: true,
})

function pair(
  text: string,
  span: Span,
  paragraph: number,
  goesOn: boolean,
  marks: readonly Mark[],
): Quoted[] {
  const quoted: Quoted[] = []
  let open: Mark | undefined
  let depth = 0
  const push = (from: Mark, end: number, width: number) => {
    const start = from.at + from.width
    if (!hasWord(text, start, end)) return
    const continues = quoted.length === 0 && from.at === span.start && goesOn
    const closed = width > 0
    const stopped = STOPPED.test(text.slice(Math.max(start, end - 3), end))
    quoted.push({ start, end, open: from.at, close: end + width, paragraph, closed, stopped, continues })
  }
  // A quotation over several paragraphs may be closed in one that does not open it anew.
  const first = doubleOf(marks)
  if (goesOn && first?.role === 'close' && first.at > span.start) {
    open = { at: span.start, width: 0, family: 'double', role: 'open', weak: false }
    depth = 1
  }
  marks.forEach((mark, i) => {
    if (!open) {
      if (mark.role === 'close') return
      if (mark.family === 'single' && !closesLater(marks, i)) return
      open = mark
      depth = 1
    } else if (mark.family === open.family) {
      if (mark.role === 'open') depth++
      else if (!mark.weak || !closesBetter(marks, i)) {
        depth = mark.role === 'either' ? 0 : depth - 1
        if (depth > 0) return
        push(open, mark.at, mark.width)
        open = undefined
      }
    }
  })
  if (open) leftOpen(marks, open, span, push)
  return quoted
}

/** A quotation that opens again inside itself, and never closes, lacked its closing mark before. */
function leftOpen(
  marks: readonly Mark[],
  open: Mark,
  span: Span,
  push: (from: Mark, end: number, width: number) => void,
): void {
  let from = open
  let depth = 0
  for (const mark of marks) {
    if (mark.at < open.at || mark.family !== open.family) continue
    if (mark.role === 'open') {
      if (depth > 0) push(from, mark.at, 0)
      from = mark
      depth = 1
    } else if (depth > 0) {
      push(from, mark.at, mark.width)
      depth = 0
    }
  }
  if (depth > 0) push(from, span.end, 0)
}

/** How many marks ahead a single mark may find its partner: an apostrophe is no quotation. */
const SINGLE_REACH = 12

/** Whether a closing mark that is no apostrophe follows before another quotation opens. */
function closesBetter(marks: readonly Mark[], from: number): boolean {
  for (let i = from + 1; i < marks.length && i <= from + SINGLE_REACH; i++) {
    const mark = marks[i]!
    if (mark.family !== 'single') continue
    if (mark.role === 'open') return false
    if (!mark.weak) return true
  }
  return false
}

function closesLater(marks: readonly Mark[], from: number): boolean {
  for (let i = from + 1; i < marks.length && i <= from + SINGLE_REACH; i++) {
    const mark = marks[i]!
    if (mark.family === 'single' && mark.role === 'close') return true
  }
  return false
}

const hasWord = (text: string, start: number, end: number) =>
  (start < end && isLetterOrDigit(text.charCodeAt(start))) ||
  /[\p{L}\p{N}]/u.test(text.slice(start, Math.min(end, start + 200)))

function findMarks(text: string, span: Span): Mark[] {
  const marks: Mark[] = []
  let end = span.start
  for (const { index } of text.slice(span.start, span.end).matchAll(QUOTATION_MARK)) {
    const at = span.start + index
    const mark = at < end ? null : markAt(text, at, text.charCodeAt(at), span)
    if (!mark) continue
    marks.push(mark)
    end = at + mark.width
  }
  return marks
}

/** Straight marks and backticks, « and », and the curly ones. */
const QUOTATION_MARK = /["'`«»\u2018-\u201e]/g

function markAt(text: string, at: number, code: number, span: Span): Mark | null {
  const next = at + 1 < span.end ? text.charCodeAt(at + 1) : 0
  const doubled = (code === 0x27 || code === 0x60 || code === 0x2018 || code === 0x2019) && next === code
  const width = doubled ? 2 : 1
  if (
    code === 0x22 ||
    code === 0x201c ||
    code === 0x201d ||
    code === 0x201e ||
    code === 0xab ||
    code === 0xbb ||
    doubled
  ) {
    return { at, width, family: 'double', role: doubleRole(text, at, width, code, span), weak: false }
  }
  if (code !== 0x27 && code !== 0x2018 && code !== 0x2019) return null
  const before = at > span.start ? text.charCodeAt(at - 1) : SPACE
  const after = next || SPACE
  const opens = opensAfter(before) && isLetterOrDigit(after)
  if (code === 0x2018 || (code === 0x27 && opens))
    return opens ? { at, width, family: 'single', role: 'open', weak: false } : null
  if (!endsWord(before) || isLetterOrDigit(after)) return null
  const weak = before === LETTER_S && /^\s\p{Ll}/u.test(text.slice(at + 1, at + 4))
  return { at, width, family: 'single', role: 'close', weak }
}

const SPACE = 0x20
const STOPPED = /[,.!?…—–-]\s?$/
const LETTER_S = 0x73
const opensAfter = unitTest(/[\s([{—–\-"“‘:/]/u)
const endsWord = unitTest(/[\p{L}\p{N}.,!?…]/u)
const isPrinted = unitTest(/\S/u)
const isBlank = unitTest(/\s/u)
const closesBefore = unitTest(/[\s.,;:!?)\]]/)

/** Curly marks say which side they are; a straight one opens before a word and closes after one. */
function doubleRole(text: string, at: number, width: number, code: number, span: Span): Mark['role'] {
  const before = at > span.start ? text.charCodeAt(at - 1) : SPACE
  const after = at + width < span.end ? text.charCodeAt(at + width) : SPACE
  const opens = opensAfter(before) && isPrinted(after)
  const closes = isPrinted(before) && !isLetterOrDigit(after)
  // Set apart on both sides, as tokenised text has them, a straight mark tells by its turn alone.
  if ((code === 0x22 || width === 2) && isBlank(before) && isBlank(after)) return 'either'
  // Nothing opens before a stop or a space: there, outlets have printed the wrong one of the pair.
  if (closesBefore(after) && code !== 0x201e) return 'close'
  if (code === 0x201c || code === 0xab || code === 0x201e)
    return !opens && closes && endsWord(before) ? 'close' : 'open'
  // A closing mark that stands like an opening one ("… talks, ”she said") is read by what is open.
  if (code === 0x201d || code === 0xbb) return opens && !closes ? 'either' : 'close'
  if (opens && !closes) return 'open'
  if (closes && !opens) return 'close'
  return 'either'
}
