import type { DateMention } from '../../annotate/annotations.js'
import type { Excerpt } from '../../archive/contract/archive.js'
import { whenQuestions as english } from '../../language/en/dates/events.js'
import {
  headWithin,
  isPredicate,
  isWithin,
  LABEL,
  prepositionOf,
  type SentenceSyntax,
  subtree,
  TAG,
  wordsWithin,
} from '../../text/syntax/index.js'
import type { FindingDate } from '../model/answer.js'
import { wordsOf } from '../passage-qa/question/lexicon.js'

/**
 * Where a date hangs in its sentence, seen from what happened:
 * - `own`: on the predicate itself, or within the noun of the event;
 * - `clause`: on the clause that the noun of the event, or its infinitive, stands in;
 * - `beside`: on the clause beside it, whose subject it may share; on the one that it is "-ing" to;
 * - `above`: on a clause above: "on Friday they learnt that he had died";
 * - `report`: on a verb of saying above: the day of the report;
 * - `elsewhere` in the sentence.
 */
export type DateLink = 'own' | 'clause' | 'beside' | 'above' | 'report' | 'elsewhere'

/** A date of a sentence, how it hangs together with what happened, and how many words stand between. */
export interface LinkedDate {
  readonly date: DateMention
  readonly link: DateLink
  readonly distance: number
  /** The word of the date that the rest of it hangs on. */
  readonly head: number
  /** How many words stand between it and the predicate on the way up the tree: 0 where it hangs on the predicate. */
  readonly depth: number
  /** "AFTER 20 April", "UNTIL Friday": the date bounds what happens. */
  readonly bound: boolean
  /** The word before the date, in lower case: "since", "until". */
  readonly before: string
  /** "SINCE 2008": it only tells how far back is looked; "the worst since 2008" tells nothing of that year. */
  readonly since: 'superlative' | 'plain' | null
}

/** "ORSK, May 3 (Harbour Wire) – ", "LONDON (Reuters) - ": where and when it was written. */
const DATELINE = /^\p{Lu}{3}[^–—−()]{0,60}(?:\([^()]{1,40}\)\s*)?[–—−-]{1,2}\s+(?=[\p{Lu}“"])/u

const STAMP_BEFORE =
  /\b(?:last updated|updated|published|posted|modified)(?: at| on)?:?\W{0,3}(?:\d{1,2}[:.]\d\d\W{0,3}(?:GMT|BST|EDT|EST|UK)?\W{0,3})?$/i
const STAMP_BEHIND = /^[,;]?\s{0,2}\d{1,2}[:.]\d\d(?:\s{0,2}[ap]\.?m\b\.?)?\s{0,2}(?:[A-Z]{1,3}T|UTC)\b/
/** Behind a date with its year, a time of day alone is enough. */
const STAMP_BEHIND_YEAR = /^[,;]?\s{0,2}\d{1,2}[:.]\d\d\s{0,2}[ap]\.?m\b/i

/** "Page last updated at 10:31 GMT, Friday 8 May", "Friday 8 May 2009 18.57 BST": when a page was written. */
function isStamp({ start, text }: Excerpt, date: DateMention): boolean {
  const before = text.slice(Math.max(0, date.start - start - 40), date.start - start)
  const behind = text.slice(date.end - start, date.end - start + 24)
  if (STAMP_BEFORE.test(before) || STAMP_BEHIND.test(behind)) return true
  return /\d{4}$/.test(date.text) && STAMP_BEHIND_YEAR.test(behind)
}

/** Where what a sentence says begins, behind where and when it was written. */
export const datelineEnd = (text: string): number => DATELINE.exec(text)?.[0].length ?? 0

/** The dates of a sentence that stand for days, seen from a predicate; not those of its dateline. */
export function datesLinkedTo(
  sentence: Excerpt,
  dates: readonly DateMention[],
  syntax: SentenceSyntax,
  predicate: number,
): LinkedDate[] {
  const from = sentence.start + datelineEnd(sentence.text)
  return dates.flatMap((date) => {
    if (!date.interval || date.start < from || date.end > sentence.end) return []
    if (isStamp(sentence, date)) return []
    const words = wordsWithin(syntax, date.start - sentence.start, date.end - sentence.start)
    if (!words) return []
    const head = headWithin(syntax, words)
    const distance = Math.min(Math.abs(words.first - predicate), Math.abs(words.last - predicate))
    return [
      {
        date,
        link: linkOf(syntax, head, predicate),
        distance,
        head,
        depth: depthOf(syntax, head),
        bound: isBound(syntax, head, predicate),
        before: (syntax.words[words.first - 1] ?? '').toLowerCase(),
        since: sinceOf(syntax, words.first),
      },
    ]
  })
}

/** How many nouns stand between a date and its predicate: "weeks after the 20 April explosion". */
function depthOf(syntax: SentenceSyntax, date: number): number {
  let depth = 0
  for (let at = syntax.head[date]!; at >= 0 && !isPredicate(syntax, at); at = syntax.head[at]!) depth++
  return depth
}

const BOUNDING = /^(?:after|before|since|until|till|by|from|ahead|following|beyond)$/

/** Whether a date, or the noun that it belongs to, only bounds what is told; "after the 3 May BLAST" is of that day. */
function isBound(syntax: SentenceSyntax, date: number, event: number): boolean {
  for (let at = date; at >= 0 && at !== event && !isPredicate(syntax, at); at = syntax.head[at]!)
    if (BOUNDING.test(prepositionOf(syntax, at))) return true
  return false
}

/** "The first", "the largest": what is so since a day did not happen on it. */
const SUPERLATIVE = /^(?:first|only|most|least|worst|best|\p{L}{2,}est)$/iu

function sinceOf({ words }: SentenceSyntax, first: number): LinkedDate['since'] {
  if (!/^since$/i.test(words[first - 1] ?? '')) return null
  return words.slice(0, first).some((word) => SUPERLATIVE.test(word)) ? 'superlative' : 'plain'
}

function linkOf(syntax: SentenceSyntax, date: number, predicate: number): DateLink {
  const above = predicateAbove(syntax, date)
  if (above === predicate) return 'own'
  if (isWithin(syntax, date, predicate) && !isPredicate(syntax, predicate)) return 'own'
  const isNoun = !isPredicate(syntax, predicate)
  const clause = isNoun ? predicateAbove(syntax, predicate) : predicate
  if (above === clause) return isNoun ? ofNoun(syntax, date, predicate, clause) : 'own'
  if (above < 0) return 'clause'
  // "Is due to resign on Friday", "began to flow": one happening in two verbs.
  if (isOneWith(syntax, clause, above)) return isSaying(syntax, above) ? 'report' : 'clause'
  // "On 3 May, when the dam burst": what the date's own clause tells.
  if (whenBetween(syntax, date, predicate)) return 'clause'
  if (isWithin(syntax, clause, above)) {
    if (isSaying(syntax, above)) return 'report'
    return isBeside(syntax, clause, above) ? 'beside' : 'above'
  }
  return 'elsewhere'
}

/** Prepositions before what happens at the time of its clause ("killed IN an attack"). */
const DURING = /^(?:in|during|at|by|with)$/

/** How surely the date of a clause is that of a noun in it. */
function ofNoun(syntax: SentenceSyntax, date: number, noun: number, clause: number): DateLink {
  // "Summoned for talks on Friday": the date stands beside the noun, whatever it hangs on.
  const first = subtree(syntax, date).first
  const last = subtree(syntax, noun).last
  if (first === last + 1 || (noun < first && first - last <= 2 && date > noun)) return 'beside'
  if (isSaying(syntax, clause)) return 'report'
  let top = noun
  while (syntax.head[top] !== clause && syntax.head[top]! >= 0) top = syntax.head[top]!
  const label = syntax.label[top]
  if (top !== noun) return 'elsewhere'
  if (label === LABEL.nsubj || label === LABEL.nsubjpass || label === LABEL.dobj) return 'clause'
  return DURING.test(prepositionOf(syntax, top)) ? 'clause' : 'report'
}

/** The nearest word above that is a predicate or a noun of an event with words of its own. */
function predicateAbove(syntax: SentenceSyntax, word: number): number {
  for (let at = syntax.head[word]!; at >= 0; at = syntax.head[at]!) if (isPredicate(syntax, at)) return at
  return -1
}

/** "They died on Monday WHEN it fell": whether the one "when" of a sentence stands between a date and a predicate. */
function whenBetween({ words }: SentenceSyntax, date: number, predicate: number): boolean {
  const at = words.findIndex((word) => /^when$/i.test(word))
  return at > 0 && date < at === at < predicate && words.findLastIndex((word) => /^when$/i.test(word)) === at
}

/** "He was shot and died", "fell, killing nine". */
function isBeside(syntax: SentenceSyntax, lower: number, above: number): boolean {
  const label = syntax.label[lower]
  if (syntax.head[lower] !== above) return false
  return label === LABEL.conj || (label === LABEL.advcl && syntax.tag[lower] === TAG.VBG)
}

function isOneWith(syntax: SentenceSyntax, a: number, b: number): boolean {
  const [low, high] = isWithin(syntax, a, b) ? [a, b] : [b, a]
  for (let at = low; at >= 0; at = syntax.head[at]!) {
    if (at === high) return true
    if (syntax.label[at] !== LABEL.xcomp) return false
  }
  return false
}

const isSaying = (syntax: SentenceSyntax, word: number) =>
  word >= 0 && wordsOf(syntax.words[word]!).some(({ term }) => english.saying.has(term))

/** The day of an article for what its lead tells without a date: it happened then, or shortly before. */
export function dayOfArticle(published: string): FindingDate {
  return { start: published, end: published, grain: 'day', approximate: true }
}
