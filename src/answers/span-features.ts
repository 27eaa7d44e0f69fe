import type { Token } from '../annotate/names/tokens.js'
import type { Excerpt, PassageHit } from '../archive/archive.js'
import type { Term } from '../archive/terms.js'
import { questions as english } from '../language/en/questions.js'
import { type Asked, shareOf, standsFor, termsOf } from './asked.js'
import type { Typed } from './candidates.js'
import { tokensOf } from './phrases.js'

/** What speaks for a part of a sentence being the answer; most are between 0 and 1. */
export interface SpanFeatures {
  /** 1 where it is of the very kind that is asked for, less for what may pass for it. */
  readonly fit: number
  /** The share of its terms that are not in the question. */
  readonly fresh: number
  /** How near it stands to the question's terms, by their worth. */
  readonly near: number
  /** The same with every term worth the same. */
  readonly close: number
  /** The same of those terms alone that stand where the rest of the question would: behind a subject, before an object. */
  readonly toward: number
  /** The share of the question's weight between the same two marks. */
  readonly segment: number
  /** Whether none of its kind stands nearer to the question's terms. */
  readonly nearest: number
  /** How near it stands to the term beside which the answer would stand in a statement. */
  readonly gap: number
  /** The same, where it stands on the right side of it. */
  readonly side: number
  /** Whether nothing but words stands between it and the nearest term of the question. */
  readonly clause: number
  /** Whether a comma alone parts it from that term: "the adviser, Ana Belova". */
  readonly apposed: number
  /** Whether what is asked for is its head ("the home team"), or stands right beside it. */
  readonly head: number
  readonly beside: number
  /** Whether it stands behind a word that names or defines, in quotation marks, with a capital, in brackets. */
  readonly naming: number
  /** The same where the question asks for a name. */
  readonly named: number
  readonly quoted: number
  readonly capital: number
  readonly bracket: number
  /** Whether it is cut out of a longer name. */
  readonly fragment: number
  /** Whether it ends with an adjective, and whether it has a term at all ("others"). */
  readonly adjective: number
  readonly empty: number
  /** Whether it begins with a verb's form ("titled", "fighting"). */
  readonly participle: number
  /** Whether it is as singular or plural as what is asked for. */
  readonly agrees: number
  /** The logarithm of its number of terms; how many phrases it joins; whether it is a list where several are asked for. */
  readonly length: number
  readonly parts: number
  readonly lists: number
  /** Whether it begins the sentence. */
  readonly first: number
  /** Whether it only goes before a noun ("the HARBOUR master"), owns one ("the HARBOUR's master"), or is cut before "of". */
  readonly modifier: number
  readonly owner: number
  readonly truncated: number
  /** Whether another preposition than the question's own goes before it, or "a". */
  readonly oblique: number
  readonly indefinite: number
  /** Whether its last word says little: "example", "order". */
  readonly generic: number
  /** How many phrases "of" joins in it. */
  readonly ofs: number
  /** Whether a verb follows it, where the subject is asked for, or else goes before it. */
  readonly verb: number
  /** How often its terms stand elsewhere in the passage and the title. */
  readonly topical: number
  /** Whether a word stands before it that brings in what is asked for: a place, a time, the question's own "on". */
  readonly introduced: number
  readonly preposition: number
  /** Whether the words of the measure that is asked for stand beside it. */
  readonly measured: number
  /** Whether it is a date, where no date is asked for. */
  readonly dated: number
}

/** A sentence as its spans are weighed in it. */
export interface SpanContext {
  readonly text: string
  readonly terms: readonly Term[]
  /** Those that stand for one of the question's, with their places among all. */
  readonly held: readonly Held[]
  readonly tokens: readonly Token[]
  /** Where the marks stand that part what is said from what is said beside it. */
  readonly marks: readonly number[]
  /** How often each term stands in the passage and the title. */
  readonly topic: ReadonlyMap<string, number>
}

interface Held {
  readonly at: number
  readonly term: Term
  /** The question's term, and how much this one counts for it. */
  readonly stem: string
  readonly share: number
}

export function contextOf(asked: Asked, hit: PassageHit, { text }: Excerpt): SpanContext {
  const terms = termsOf(text)
  return {
    text,
    terms,
    held: terms.flatMap((term, at) => {
      const found = standsFor(term.term, asked)
      return found ? [{ at, term, ...found }] : []
    }),
    tokens: tokensOf(text),
    marks: [...text.matchAll(/[,;:()“”"–—]/g)].map(({ index }) => index),
    topic: topicOf(hit),
  }
}

const topics = new WeakMap<PassageHit, ReadonlyMap<string, number>>()

/** Counted once for all sentences of a passage. */
function topicOf(hit: PassageHit): ReadonlyMap<string, number> {
  const known = topics.get(hit)
  if (known) return known
  const topic = new Map<string, number>()
  for (const { term } of [...termsOf(hit.article.title), ...termsOf(hit.passage.text)]) {
    topic.set(term, (topic.get(term) ?? 0) + 1)
  }
  topics.set(hit, topic)
  return topic
}

/** Content words between two places at which nearness has halved. */
const HALF = 4
const nearness = (gap: number) => HALF / (HALF + gap)

/** All but what depends on the other candidates. */
export function featuresOf(
  asked: Asked,
  candidate: Typed,
  context: SpanContext,
): Omit<SpanFeatures, 'nearest'> {
  return {
    fit: candidate.fit,
    dated: candidate.dated ?? 0,
    ...placeOf(asked, candidate, context),
    ...formOf(asked, candidate, context),
    ...surroundingsOf(asked, candidate, context),
  }
}

type Place = 'near' | 'close' | 'toward' | 'segment' | 'gap' | 'side' | 'clause' | 'apposed'

/** How it stands to the question's terms. */
function placeOf(
  asked: Asked,
  { start, end }: Typed,
  { text, terms, held, marks }: SpanContext,
): Pick<SpanFeatures, Place> {
  const from = terms.findIndex((term) => term.end > start)
  const first = from < 0 ? terms.length : from
  const inside = terms.filter((term) => term.start < end && term.end > start).length
  const last = Math.max(first, first + inside - 1)
  const distances = new Map<string, { gap: number; after: boolean }>()
  let nearest: { gap: number; term: Term } | null = null
  for (const { at, term, stem } of held) {
    if (at >= first && at <= last && inside > 0) continue
    const after = at < first
    const gap = after ? first - at : at - last
    if (gap < (distances.get(stem)?.gap ?? Number.POSITIVE_INFINITY)) distances.set(stem, { gap, after })
    if (!nearest || gap < nearest.gap) nearest = { gap, term }
  }
  let near = 0
  let close = 0
  let toward = 0
  for (const [term, { gap, after }] of distances) {
    if (after !== asked.subject) toward += (asked.worth.get(term) ?? 0) * nearness(gap)
    near += (asked.worth.get(term) ?? 0) * nearness(gap)
    close += nearness(gap)
  }
  const { before, behind } = asked.gap
  const left = before === null ? undefined : distances.get(before)
  const right = behind === null ? undefined : distances.get(behind)
  const between = nearest
    ? text.slice(Math.min(end, nearest.term.end), Math.max(start, nearest.term.start))
    : ','
  return {
    near: near / asked.total,
    close: close / Math.max(1, asked.worth.size),
    toward: toward / asked.total,
    segment: shareBetween(
      held,
      marks.findLast((mark) => mark < start) ?? -1,
      marks.find((mark) => mark >= end) ?? text.length,
      asked,
    ),
    gap: Math.max(left ? nearness(left.gap) : 0, right ? nearness(right.gap) : 0),
    side: Math.max(left?.after ? nearness(left.gap) : 0, right && !right.after ? nearness(right.gap) : 0),
    clause: Number(!/[;:()“”"–—]|,(?!\s*(?:who|which|that)\b)/.test(between)),
    apposed: Number(nearest !== null && /^,\s*(?:(?:an?|the)\s)?$/i.test(between)),
  }
}

/** The share of the question's weight between two places. */
function shareBetween(held: readonly Held[], start: number, end: number, asked: Asked): number {
  const shares = new Map<string, number>()
  for (const { term, stem, share } of held) {
    if (term.start >= start && term.end <= end) shares.set(stem, Math.max(share, shares.get(stem) ?? 0))
  }
  return shareOf(shares, asked)
}

type Form =
  | 'fresh'
  | 'head'
  | 'quoted'
  | 'capital'
  | 'adjective'
  | 'empty'
  | 'participle'
  | 'agrees'
  | 'length'
  | 'parts'
  | 'ofs'
  | 'generic'
  | 'lists'
  | 'topical'

/** What it is by itself. */
function formOf(
  asked: Asked,
  { start, end, parts = 1, ofs = 0, list = false }: Typed,
  { text, terms, tokens, topic }: SpanContext,
): Pick<SpanFeatures, Form> {
  const inside = terms.filter((term) => term.start < end && term.end > start).map(({ term }) => term)
  const head = inside.at(-1)
  const opening = tokens.find((token) => token.end > start)
  const last = tokens.findLast((token) => token.end <= end)
  const several = list || last?.tag === 'S' || /[^s]s$/.test(last?.lower ?? '')
  return {
    fresh: inside.length === 0 ? 1 : inside.filter((term) => !asked.worth.has(term)).length / inside.length,
    head: Number(head !== undefined && head === asked.focus),
    quoted: Number(/[“"‘']\s*$/.test(text.slice(Math.max(0, start - 2), start))),
    capital: Number(/^\p{Lu}/u.test(text.slice(start, end))),
    adjective: Number(last?.tag === 'J'),
    empty: Number(inside.length === 0),
    participle: Number(opening?.tag === 'E' || opening?.tag === 'G'),
    agrees: Number(asked.focus !== null && several === asked.plural),
    length: Math.log(Math.max(1, inside.length)),
    parts: parts - 1 - ofs,
    ofs,
    generic: Number(english.genericNouns.has(last?.lower ?? '') || english.emptyNouns.has(last?.lower ?? '')),
    lists: Number(asked.plural && list),
    topical:
      Math.min(MOST_REPEATS, Math.max(0, ...inside.map((term) => (topic.get(term) ?? 1) - 1))) / MOST_REPEATS,
  }
}

const MOST_REPEATS = 3

type Surroundings =
  | 'beside'
  | 'naming'
  | 'named'
  | 'bracket'
  | 'fragment'
  | 'first'
  | 'verb'
  | 'introduced'
  | 'preposition'
  | 'measured'
  | 'modifier'
  | 'owner'
  | 'truncated'
  | 'oblique'
  | 'indefinite'

/** What stands right beside it. */
function surroundingsOf(
  asked: Asked,
  { start, end }: Typed,
  { text, terms, tokens }: SpanContext,
): Pick<SpanFeatures, Surroundings> {
  const termBefore = terms.findLast((term) => term.end <= start)?.term
  const termBehind = terms.find((term) => term.start >= end)?.term
  const firstAt = tokens.findIndex((token) => token.end > start)
  const behindAt = tokens.findIndex((token) => token.start >= end)
  const behind = behindAt < 0 ? undefined : tokens[behindAt]
  const before = tokens[firstAt - 1]
  // "Signed the old treaty": what goes before the phrase as a whole.
  let leadAt = firstAt - 1
  while (leadAt >= 0 && 'TOR'.includes(tokens[leadAt]!.tag)) leadAt--
  const lead = tokens[leadAt]
  const next = behindAt < 0 ? undefined : tokens.slice(behindAt).find(({ tag }) => tag !== 'R')
  const word = lastWord(text.slice(0, start))
  const around = tokens.slice(Math.max(0, firstAt - MEASURED), behindAt < 0 ? undefined : behindAt + MEASURED)
  const capital = (token: Token | undefined) => token?.kind === 'capital' && token.start > 0
  return {
    beside: Number(asked.focus !== null && (termBefore === asked.focus || termBehind === asked.focus)),
    naming: Number(english.namingCues.has(lead?.lower ?? '')),
    named: Number(asked.named && english.namingCues.has(lead?.lower ?? '')),
    bracket: Number(before?.text === '('),
    fragment: Number(
      (capital(before) && tokens[firstAt]?.kind === 'capital') ||
        (capital(behind) && behindAt > 0 && tokens[behindAt - 1]!.kind === 'capital'),
    ),
    first: Number(start === 0),
    verb: Number(VERBS.has((asked.subject ? next : lead)?.tag ?? '.')),
    introduced: Number(english.introductions[asked.type]?.has(word) ?? false),
    preposition: Number(asked.preposition !== null && lead?.lower === asked.preposition),
    modifier: Number(behind !== undefined && behind.start - end <= 1 && MODIFIED.has(behind.tag)),
    owner: Number(/^['’]s?\b|^['’]\s/.test(text.slice(end))),
    truncated: Number(behind?.lower === 'of'),
    oblique: Number(english.prepositions.has(lead?.lower ?? '') && lead?.lower !== asked.preposition),
    indefinite: Number(before?.lower === 'a' || before?.lower === 'an'),
    measured: Number(around.some(({ lower }) => lower.split('-').some((part) => asked.measure.has(part)))),
  }
}

/** How many words beside a figure are looked at for its measure. */
const MEASURED = 2

function lastWord(text: string): string {
  return /(?<!\p{L})(\p{L}+)[^\p{L}\w]*$/u.exec(text.slice(-20))?.[1]?.toLowerCase() ?? ''
}

const MODIFIED = new Set<string>(['N', 'S', 'P'])
const VERBS = new Set<string>(['V', 'Z', 'D', 'E', 'G', 'B', 'M'])
