import type { EventHit, EventReport } from '../../archive/contract/archive.js'
import { whenQuestions as english } from '../../language/en/dates/events.js'
import {
  child,
  children,
  headWithin,
  isPredicate,
  isVerb,
  isWithin,
  LABEL,
  predicateOf,
  type SentenceSyntax,
  sentenceSyntax,
  subtree,
  TAG,
  wordsWithin,
} from '../../text/syntax/index.js'
import { wordsOf } from '../passage-qa/question/lexicon.js'
import { datelineEnd } from '../when/date-link.js'

/** A label of more characters is hardly read, and one of fewer words tells nothing. */
const LONGEST = 110
const LEAST_WORDS = 4
/** Of one event no more sentences are read. */
const MOST_READ = 6
/** What a clause counts that only tells of a saying, and one that has an object or is in the passive. */
const SAYING = -0.5
const COMPLETE = 0.3
/** A name for a subject. */
const NAMED = 0.2

/**
 * What is written beside the day of an event: the clause that tells best of it; where none can stand by itself, the
 * event's own line, or the headline of an article of that day, whichever is a sentence and no page furniture.
 */
export function eventLabel({ label, interval, reports }: EventHit): string {
  const told = reports.filter(({ date }) => date.interval?.start === interval?.start)
  const clause = clauseLabel(told)
  if (clause) return clause
  const own = withoutDate(withoutStamp(label))
  const isClean = !english.furniture.test(own)
  if (isClean && isSentence(own)) return own
  const titles = told
    .filter(({ article: { published } }) => published !== null && isJustAfter(published, interval!.end))
    .map(({ article }) => article.title)
    .filter((title) => isLabel(title) && !english.furniture.test(title))
  const headline = titles.find(isSentence) ?? (isClean ? undefined : titles[0])
  if (headline) return headline
  if (isClean) return own
  return told.map(({ article }) => withoutStamp(article.title)).find(isLabel) ?? own
}

const isLabel = (text: string) => text.length <= LONGEST && text.split(' ').length >= LEAST_WORDS

/** An article tells in its headline of what was up to so many days before. */
const JUST_AFTER = 2
const DAY = 86_400_000

function isJustAfter(published: string, day: string): boolean {
  const days = (Date.parse(published) - Date.parse(day)) / DAY
  return days >= 0 && days <= JUST_AFTER
}

/** "8 October 2011 The doctor tells …": the day that a line of a chronology begins with. */
const LEADING_DATE =
  /^(?:\d{1,2} \p{Lu}\p{L}{2,9}|\p{Lu}\p{L}{2,9}\.? \d{1,2},) \d{4}[\s:,–—-]{1,3}(?=\p{L})/u

const STAMP = /\blast updated(?: at)?\b/i
const STAMPED =
  /^[\s,]{0,3}(?:\d{1,2}[:.]\d\d )?(?:(?:GMT|BST|UK|EDT|EST),? )?(?:\p{L}{3,6}day,? )?(?:\d{1,2} \p{L}{3,9} \d{4} )?(?:\d{1,2}[:.]\d\d )?(?:(?:GMT|BST|UK|EDT|EST) )?(?:Help )?/u

/** What stands behind "Page last updated at 10:39 GMT, Wednesday, 28 September 2011 11:39 UK". */
function withoutStamp(line: string): string {
  const stamp = STAMP.exec(line)
  return stamp ? line.slice(stamp.index + stamp[0].length).replace(STAMPED, '') : line
}

const withoutDate = (label: string) => label.replace(LEADING_DATE, '')

/** Whether a line has a verb with a subject. */
function isSentence(line: string): boolean {
  const syntax = sentenceSyntax(line)
  return syntax.words.some(
    (_, i) => isVerb(syntax, i) && child(syntax, i, LABEL.nsubj, LABEL.nsubjpass) >= 0 && !line.endsWith('…'),
  )
}

/** The whole clause – who, what, whom, where – that tells best of an event; null where no sentence has one. */
function clauseLabel(reports: readonly EventReport[]): string | null {
  let best: { readonly label: string; readonly worth: number } | null = null
  for (const report of reports.slice(0, MOST_READ)) {
    const found = labelIn(report)
    if (found && (!best || found.worth > best.worth)) best = found
  }
  return best?.label ?? null
}

function labelIn({ sentence, date, match }: EventReport): { label: string; worth: number } | null {
  if (english.furniture.test(sentence.text)) return null
  const start = datelineEnd(sentence.text)
  const text = sentence.text.slice(start)
  const syntax = sentenceSyntax(text)
  const from = sentence.start + start
  const words = wordsWithin(syntax, date.start - from, date.end - from)
  if (!words || date.start < from) return null
  const head = headWithin(syntax, words)
  const predicate = predicateOf(syntax, head)
  if (predicate < 0 || !isVerb(syntax, predicate)) return null
  // "He named September 11 five times": what is about a day can't be read without it.
  if (syntax.label[head] === LABEL.dobj || syntax.label[head] === LABEL.conj) return null
  if (children(syntax, head).some((i) => syntax.label[i] === LABEL.conj)) return null
  const subject = child(syntax, predicate, LABEL.nsubj, LABEL.nsubjpass)
  if (subject < 0 || subject > predicate || !isNoun(syntax, subject)) return null
  const label = withoutDate(textOf(text, syntax, predicate, subject, words) ?? '')
  if (!label || label.length > LONGEST || label.split(' ').length < LEAST_WORDS) return null
  const isSaying = wordsOf(syntax.words[predicate]!).some(({ term }) => english.saying.has(term))
  const isComplete = child(syntax, predicate, LABEL.dobj, LABEL.nsubjpass, LABEL.nmod) >= 0
  const worth =
    match +
    (isSaying ? SAYING : 0) +
    (isComplete ? COMPLETE : 0) +
    (syntax.tag[subject] === TAG.NNP ? NAMED : 0)
  return { label, worth }
}

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
  if (syntax.tag[date.last + 1] !== TAG.POS && !isInNoun(syntax, date)) leave(before, date.last)
  const kept: number[] = []
  for (let i = first; i <= last; i++) if (!left.has(i)) kept.push(i)
  return fitted(text, syntax, predicate, kept)
}

/** "The Friday talks": a date inside a noun phrase stays. */
function isInNoun(syntax: SentenceSyntax, { last }: { readonly last: number }): boolean {
  return last + 1 < syntax.words.length && isNoun(syntax, last + 1) && syntax.head[last] === last + 1
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
    if (line.length <= LONGEST) return isWhole(syntax, predicate, kept) ? line : null
    const at = kept.findLast((i) => i > predicate && isLoose(syntax, i, predicate))
    if (at === undefined) return null
    const { first } = subtree(syntax, at)
    const shorter = kept.filter((i) => i < first)
    if (shorter.length === kept.length) return null
    kept = shorter
  }
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
const isLoose = (syntax: SentenceSyntax, word: number, predicate: number) =>
  LOOSE.has(syntax.label[word]!) && isWithin(syntax, word, predicate)

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
