import type { EventReport } from '../../archive/contract/archive.js'
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
import { wordsOf } from '../passage-qa/lexicon.js'
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

/** The whole clause – who, what, whom, where – that tells best of an event; null where no sentence has one. */
export function clauseLabel(reports: readonly EventReport[]): string | null {
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
  const subject = child(syntax, predicate, LABEL.nsubj, LABEL.nsubjpass)
  if (subject < 0 || subject > predicate || !isNoun(syntax, subject)) return null
  const label = textOf(text, syntax, predicate, subject, words)
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
