import type { EventHit, EventReport } from '../../archive/contract/archive.js'
import { whenQuestions as whenWords } from '../../language/en/dates/events.js'
import { timelineLabels as english } from '../../language/en/dates/labels.js'
import {
  child,
  children,
  headWithin,
  isPredicate,
  isVerb,
  isWithin,
  LABEL,
  predicateOf,
  prepositionOf,
  type SentenceSyntax,
  sentenceSyntax,
  subtree,
  TAG,
  wordsWithin,
} from '../../text/syntax/index.js'
import { wordsOf } from '../passage-qa/question/lexicon.js'
import { datelineEnd } from '../when/date-link.js'
import { statusOf } from '../when/event-status.js'
import { beginning, isClause, isPlain, isReadable, LONGEST, leadLength, readablePart } from './readable.js'

/** Of one event no more sentences are read. */
const MOST_READ = 6
/** What a clause counts that only tells of a saying, and one that has an object or is in the passive. */
const SAYING = -0.5
const COMPLETE = 0.3
/** What only tells what is to come, or may, beside what tells that it came. */
const TO_COME = -0.7
/** "3 May 2023: the dam breaks": an entry of a chronology is about nothing else; the stamp of a page is of its report. */
const ENTRY = 0.35
const STAMPED = -0.3
/** A name for a subject. */
const NAMED = 0.2
/** A sentence that is short enough as it stands. */
const WHOLE = -0.1
/** What came after the day, or before it. */
const ON_OTHER_DAY = -0.8
/** What is worth this much beside the match is not looked for any longer. */
const ENOUGH = 0.4

export interface EventLabel {
  readonly label: string
  /** Whether it can be read by itself; otherwise it is only the beginning of what tells of the event. */
  readonly isReadable: boolean
  /** Whether it tells as a fact, in the past tense, what came about. */
  readonly isOver: boolean
}

/**
 * What is written beside the day of an event: the clause that tells best of it; where none can stand by itself, the
 * headline of an article of that day or the event's own line; at last the beginning of a sentence that tells of it.
 */
export function eventLabel(hit: EventHit): EventLabel {
  const { interval, reports } = hit
  const told = reports.filter(({ date }) => date.interval?.start === interval?.start)
  const clause = clauseLabel(told)
  if (clause) return readable(clause)
  const headline = told
    .filter(({ article: { published } }) => published !== null && isJustAfter(published, interval!.end))
    .map(({ article }) => article.title)
    .find(isReadable)
  if (headline) return readable(headline)
  const own = hit.label.slice(leadLength(hit.label)).trim()
  if (told.some(({ sentence }) => isUncut(own, sentence.text)) && isReadable(own)) return readable(own)
  return { label: beginningOf(told) ?? hit.label, isReadable: false, isOver: false }
}

function readable(label: string): EventLabel {
  const syntax = sentenceSyntax(label)
  const root = syntax.words.findIndex((_, i) => syntax.head[i]! < 0)
  const isPast =
    root >= 0 && [root, ...children(syntax, root)].some((i) => syntax.tag[i] === TAG.VBD && i <= root)
  const isPlan = syntax.words.some((word, i) => whenWords.meaning.has(word) && syntax.words[i + 1] === 'to')
  return { label, isReadable: true, isOver: isPast && !isPlan && statusOf(syntax, root) === 'fact' }
}

/** Whether words stand in a sentence side by side, and end where something ends in it. */
function isUncut(words: string, sentence: string): boolean {
  const at = sentence.indexOf(words)
  return at >= 0 && /^\s?(?:[.,;:!?–—]|$)/.test(sentence.slice(at + words.length))
}

/** The beginning of the sentence that tells of an event with the least of what is no sentence. */
function beginningOf(told: readonly EventReport[]): string | null {
  const texts = told
    .slice(0, MOST_READ)
    .map(({ sentence: { text } }) => text.slice(leadLength(text)).trim())
    .filter((text) => text.includes(' '))
  const text = texts.find((one) => !english.furniture.test(one) && /^\p{Lu}/u.test(one)) ?? texts[0]
  return text === undefined ? null : beginning(text)
}

/** An article tells in its headline of what was up to so many days before. */
const JUST_AFTER = 2
const DAY = 86_400_000

function isJustAfter(published: string, day: string): boolean {
  const days = (Date.parse(published) - Date.parse(day)) / DAY
  return days >= 0 && days <= JUST_AFTER
}

/** The clause – who, what, whom, where – that tells best of an event, or a short sentence; null where none has one. */
function clauseLabel(reports: readonly EventReport[]): string | null {
  let best: { readonly label: string; readonly worth: number } | null = null
  for (const report of reports.slice(0, MOST_READ)) {
    const found = labelIn(report)
    if (found && (!best || found.worth > best.worth)) best = found
    if (best && best.worth >= report.match + ENOUGH) break
  }
  return best?.label ?? null
}

function labelIn({ sentence, date, match }: EventReport): { label: string; worth: number } | null {
  const dateline = datelineEnd(sentence.text)
  const start = dateline + leadLength(sentence.text.slice(dateline))
  const text = sentence.text.slice(start)
  const from = sentence.start + start
  if (date.start < from) return date.end <= from ? entryIn(text, sentence.text.slice(0, start), match) : null
  const other = english.onOtherDay.test(text.slice(0, date.start - from)) ? ON_OTHER_DAY : 0
  const told = clauseIn(text, date.start - from, date.end - from)
  if (told) return { label: told.label, worth: match + told.worth + other }
  // "On Tuesday, the council met": the day stands beside the label.
  const opens = date.start - from <= LONGEST_OPENING && /^, /.test(text.slice(date.end - from))
  const rest = opens ? text.slice(date.end - from + 2) : text
  const part = readablePart(rest.slice(0, 1).toUpperCase() + rest.slice(1), opens ? 0 : date.end - from)
  return part === null ? null : { label: part, worth: match + WHOLE + other + toCome(part) }
}

/** What stands behind the date that opens a line. */
function entryIn(text: string, lead: string, match: number): { label: string; worth: number } | null {
  const part = readablePart(text.slice(0, 1).toUpperCase() + text.slice(1), 0)
  if (part === null) return null
  const isStamp = /\d[:.]\d\d/.test(lead)
  return { label: part, worth: match + (isStamp ? STAMPED : ENTRY) + toCome(part) }
}

/** What it counts that a sentence only tells of what is to come. */
function toCome(sentence: string): number {
  const syntax = sentenceSyntax(sentence)
  const root = syntax.words.findIndex((_, i) => syntax.head[i]! < 0)
  return root >= 0 && statusOf(syntax, root) !== 'fact' ? TO_COME : 0
}

/** The clause that a date belongs to, where it is whole, and what it is worth beside its match with the topic. */
function clauseIn(text: string, start: number, end: number): { label: string; worth: number } | null {
  const syntax = sentenceSyntax(text)
  const words = wordsWithin(syntax, start, end)
  if (!words) return null
  const head = headWithin(syntax, words)
  const predicate = predicateOf(syntax, head)
  if (predicate < 0 || !isVerb(syntax, predicate)) return null
  // "He named September 11 five times": what is about a day can't be read without it.
  if (syntax.label[head] === LABEL.dobj || syntax.label[head] === LABEL.conj) return null
  if (children(syntax, head).some((i) => syntax.label[i] === LABEL.conj)) return null
  // Without its "if" a condition reads as a fact.
  const mark = child(syntax, predicate, LABEL.mark)
  if (mark >= 0 && /^(?:if|unless|whether|provided)$/i.test(syntax.words[mark]!)) return null
  if (mark > 0 && /^long$/i.test(syntax.words[mark - 1]!)) return null
  const subject = child(syntax, predicate, LABEL.nsubj, LABEL.nsubjpass)
  if (subject < 0 || subject > predicate || !isNoun(syntax, subject)) return null
  if (lacksObject(syntax, predicate, subject)) return null
  const label = textOf(text, syntax, predicate, subject, words)
  if (label === null) return null
  const isSaying = wordsOf(syntax.words[predicate]!).some(({ term }) => english.saying.has(term))
  const isComplete = child(syntax, predicate, LABEL.dobj, LABEL.nsubjpass, LABEL.nmod) >= 0
  const worth =
    (isSaying ? SAYING : 0) +
    (isComplete ? COMPLETE : 0) +
    (syntax.tag[subject] === TAG.NNP ? NAMED : 0) +
    (statusOf(syntax, predicate) === 'fact' ? 0 : TO_COME)
  return { label, worth }
}

/** "The plan [that] Hale praised": the noun that it is told of is what the verb has for an object. */
function lacksObject(syntax: SentenceSyntax, predicate: number, subject: number): boolean {
  if (syntax.label[predicate] !== LABEL['acl:relcl'] && syntax.label[predicate] !== LABEL.acl) return false
  const { first } = subtree(syntax, subject)
  const isOfPlace = first > 0 && syntax.tag[first - 1] === TAG.WRB
  return !isOfPlace && child(syntax, predicate, LABEL.dobj, LABEL.ccomp, LABEL.nsubjpass, LABEL.cop) < 0
}

/** "On Tuesday, ": what stands before a date that opens a sentence is no longer. */
const LONGEST_OPENING = 6

const NOUNS = new Set<number>([TAG.NN, TAG.NNS, TAG.NNP, TAG.NNPS])
const isNoun = (syntax: SentenceSyntax, word: number) => NOUNS.has(syntax.tag[word]!)

const RELATIVES = new Set<number>([TAG.WP, TAG.WP$, TAG.WDT])

/** Parts of a clause that tell of something else. */
const BESIDE = new Set<number>([LABEL.advcl, LABEL.parataxis, LABEL.discourse, LABEL.mark])

/** The words of a clause from its subject on, without its date and what else hangs on it; in full where there is room. */
function textOf(
  text: string,
  syntax: SentenceSyntax,
  predicate: number,
  subject: number,
  date: { readonly first: number; readonly last: number },
): string | null {
  const { first } = subtree(syntax, subject)
  if (RELATIVES.has(syntax.tag[first]!)) return null
  // "[Ann and] Ida have backed it": half of a subject.
  if (first > 0 && syntax.tag[first - 1] === TAG.CC) return null
  const { last } = subtree(syntax, predicate)
  const left = new Set<number>()
  const leave = (from: number, to: number) => {
    for (let i = from; i <= to; i++) left.add(i)
  }
  for (const i of children(syntax, predicate)) {
    const isClause = syntax.label[i] === LABEL.conj && isPredicate(syntax, i)
    if (!BESIDE.has(syntax.label[i]!) && !isClause) continue
    const part = subtree(syntax, i)
    // A hole in the midst of a label can't be read over.
    if (part.first < predicate && part.first > first) return null
    if (part.first > predicate) leave(part.first, last)
    else leave(part.first, part.last)
  }
  // "On Friday": the date with the preposition before it, where it stands by itself.
  const before = date.first > 0 && syntax.tag[date.first - 1] === TAG.IN ? date.first - 1 : date.first
  const isBounding = english.bounding.has(syntax.words[before]!.toLowerCase())
  if (syntax.tag[date.last + 1] !== TAG.POS && !isInNoun(syntax, date) && !isBounding)
    leave(before, date.last)
  const kept: number[] = []
  for (let i = first; i <= last; i++) if (!left.has(i)) kept.push(i)
  return fitted(text, syntax, predicate, kept)
}

/** "The Friday talks", "a quiet New Year's Eve": a date inside a noun phrase, or with words of its own, stays. */
function isInNoun(syntax: SentenceSyntax, { first, last }: { first: number; last: number }): boolean {
  if (last + 1 < syntax.words.length && isNoun(syntax, last + 1) && syntax.head[last] === last + 1)
    return true
  const before = syntax.tag[first - 1]
  return before === TAG.JJ || before === TAG.DT || before === TAG.PRP$ || before === TAG.POS
}

/** Shortened by the phrases at its end that it can stand without, until it can be read. */
function fitted(
  text: string,
  syntax: SentenceSyntax,
  predicate: number,
  words: readonly number[],
): string | null {
  let kept = words
  for (;;) {
    const line = written(text, syntax, kept)
    if (line.length <= LONGEST)
      return isWhole(syntax, predicate, kept) &&
        !isBeforeVerb(syntax, kept) &&
        isPlain(line) &&
        isClause(syntax, predicate, kept)
        ? line
        : null
    const at = kept.findLast((i) => i > predicate && isLoose(syntax, i, predicate))
    if (at === undefined) return null
    const { first } = subtree(syntax, clauseBeside(syntax, at, predicate))
    const shorter = kept.filter((i) => i < first)
    if (shorter.length === kept.length) return null
    kept = shorter
  }
}

/** "…, painting others AS WEAK": the clause beside the predicate's that a phrase stands in, without which it says nothing. */
function clauseBeside(syntax: SentenceSyntax, phrase: number, predicate: number): number {
  const head = syntax.head[phrase]!
  const isBeside =
    head !== predicate && isVerb(syntax, head) && BESIDE_LABELS.has(syntax.label[head]!) && head > predicate
  return isBeside ? head : phrase
}

const BESIDE_LABELS = new Set<number>([LABEL.advcl, LABEL.acl, LABEL['acl:relcl']])

/** "Hale thought the figures [of the bank] WERE wrong": cut off between a subject and its verb. */
function isBeforeVerb({ tag }: SentenceSyntax, kept: readonly number[]): boolean {
  const next = tag[kept.at(-1)! + 1]
  return next === TAG.VBD || next === TAG.VBZ || next === TAG.VBP || next === TAG.MD
}

/** What no clause ends with: "would", "and", "of the". */
const HANGING = new Set<number>(
  (['CC', 'IN', 'TO', 'DT', 'MD', 'PRP$', 'WDT', 'WP', 'WRB', 'POS'] as const).map((tag) => TAG[tag]),
)
/** What a verb can't do without. */
const NEEDED = new Set<number>([LABEL.dobj, LABEL.xcomp, LABEL.ccomp, LABEL.cop])

function isWhole(syntax: SentenceSyntax, predicate: number, kept: readonly number[]): boolean {
  const words = kept.filter((i) => /[\p{L}\p{N}]/u.test(syntax.words[i]!))
  const last = words.at(-1)
  if (last === undefined || HANGING.has(syntax.tag[last]!)) return false
  const all = new Set(kept)
  return children(syntax, predicate).every((i) => !NEEDED.has(syntax.label[i]!) || all.has(i))
}

/** A phrase or clause that something is told with besides: "in the town", "killing nine", "who came". */
const LOOSE = new Set<number>([LABEL.nmod, LABEL.acl, LABEL['acl:relcl'], LABEL.appos])
function isLoose(syntax: SentenceSyntax, word: number, predicate: number): boolean {
  if (!LOOSE.has(syntax.label[word]!) || !isWithin(syntax, word, predicate)) return false
  // "Was announced AS the host", "they were based ON counts".
  const head = syntax.head[word]!
  return !(isVerb(syntax, head) && english.completing.has(prepositionOf(syntax, word)) && word > head)
}

function written(text: string, { starts, ends }: SentenceSyntax, words: readonly number[]): string {
  let line = ''
  for (const [at, word] of words.entries()) {
    const goesOn = at > 0 && words[at - 1] === word - 1
    const between = goesOn ? text.slice(ends[word - 1], starts[word]) : at > 0 ? ' ' : ''
    line += between + text.slice(starts[word], ends[word])
  }
  const tidy = line
    .replace(/\s+/g, ' ')
    .replace(/ ([,.;:])/g, '$1')
    .replace(/,[,.]+/g, ',')
    .replace(/[\s,;:.–—-]{1,8}$/, '')
    .trim()
  return tidy.slice(0, 1).toUpperCase() + tidy.slice(1)
}
