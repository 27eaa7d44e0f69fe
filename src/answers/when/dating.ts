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
import { wordsOf } from './event-words.js'
import type { SentenceWords } from './sentence-words.js'

/** A date, and how surely it is the event's, 0 to 1. */
export interface Dating {
  readonly date: DateMention
  readonly belongs: number
}

/** What a date counts by where it hangs in the sentence, seen from what happened. */
const BELONGS = {
  /** On the predicate itself, or within the noun of the event. */
  own: 1,
  /** On the clause that the noun of the event, or its infinitive, stands in. */
  clause: 0.9,
  /** On the clause beside it, whose subject it may share; on the one that it is "-ing" to. */
  beside: 0.6,
  /** On a clause above: "on Friday they learnt that he had died". */
  above: 0.45,
  /** On a verb of saying above: the day of the report. */
  report: 0.3,
  /** Elsewhere in the sentence. */
  elsewhere: 0.35,
} as const

/** The dates of a sentence, each with how surely it is that of a predicate, the surest first. */
export function datingsOf(
  sentence: Excerpt,
  dates: readonly DateMention[],
  { syntax, start: from }: SentenceWords,
  predicate: number,
): Dating[] {
  return dates
    .filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
    .flatMap((date) => {
      // Beside the place, it tells when the article was written.
      const at = sentence.start + from
      if (date.start < at) return []
      const words = wordsWithin(syntax, date.start - at, date.end - at)
      if (!date.interval || !words) return []
      const head = headWithin(syntax, words)
      return [{ date, belongs: belongs(syntax, head, predicate) }]
    })
    .sort((a, b) => b.belongs - a.belongs)
}

function belongs(syntax: SentenceSyntax, date: number, predicate: number): number {
  const above = predicateAbove(syntax, date)
  if (above === predicate) return BELONGS.own
  if (isWithin(syntax, date, predicate) && !isPredicate(syntax, predicate)) return BELONGS.own
  const isNoun = !isPredicate(syntax, predicate)
  const clause = isNoun ? predicateAbove(syntax, predicate) : predicate
  if (above === clause) return isNoun ? ofNoun(syntax, date, predicate, clause) : BELONGS.own
  if (above < 0) return BELONGS.clause
  // "Is due to resign on Friday", "began to flow": one happening in two verbs.
  if (isOneWith(syntax, clause, above)) return isSaying(syntax, above) ? BELONGS.report : BELONGS.clause
  // "On 3 May, when the dam burst": what the date's own clause tells.
  if (whenBetween(syntax, date, predicate)) return BELONGS.clause
  if (isWithin(syntax, clause, above)) {
    if (isSaying(syntax, above)) return BELONGS.report
    return isBeside(syntax, clause, above) ? BELONGS.beside : BELONGS.above
  }
  return BELONGS.elsewhere
}

/** Prepositions before what happens at the time of its clause ("killed IN an attack"). */
const DURING = /^(?:in|during|at|by|with)$/

/** How surely the date of a clause is that of a noun in it. */
function ofNoun(syntax: SentenceSyntax, date: number, noun: number, clause: number): number {
  // "Summoned for talks on Friday": the date stands beside the noun, whatever it hangs on.
  const first = subtree(syntax, date).first
  const last = subtree(syntax, noun).last
  if (first === last + 1 || (noun < first && first - last <= 2 && date > noun)) return BELONGS.beside + 0.15
  if (isSaying(syntax, clause)) return BELONGS.report
  let top = noun
  while (syntax.head[top] !== clause && syntax.head[top]! >= 0) top = syntax.head[top]!
  const label = syntax.label[top]
  if (top !== noun) return BELONGS.elsewhere
  if (label === LABEL.nsubj || label === LABEL.nsubjpass || label === LABEL.dobj) return BELONGS.clause
  return DURING.test(prepositionOf(syntax, top)) ? BELONGS.clause : BELONGS.report
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
