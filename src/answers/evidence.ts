import type { Excerpt, PassageHit } from '../archive/archive.js'
import { questions as english } from '../language/en/questions.js'
import type { AnswerType } from '../language/language.js'
import { type Asked, asksScene, coverage, nameTerms, shareOf, standsFor, termsOf } from './asked.js'
import { SENTENCE } from './coefficients.js'
import { akinShare, openingShare, togetherness, verbatimShare, wordPairs } from './likeness.js'
import { answerSpan, type SpanCandidate } from './span.js'
import { weigh } from './weigh.js'

/** A sentence that may answer, the span of it that does, and how much speaks for it. */
export interface Evidence {
  readonly hit: PassageHit
  readonly sentence: Excerpt
  readonly span: SpanCandidate | null
  readonly features: Features
  readonly score: number
}

/** What speaks for a sentence; all between 0 and 1. */
export interface Features {
  /** The share of the question's weight that the sentence holds. */
  readonly sentence: number
  /** The same for it with the sentences beside it and the title. */
  readonly around: number
  /** The same for its passage, with the passages beside it and the title. */
  readonly passage: number
  /** The passage's score beside that of the best passage. */
  readonly rank: number
  /** How near each other the question's terms stand, and how many pairs of its words stand here as they are. */
  readonly together: number
  readonly verbatim: number
  /** The share of the question's weight in its first words, and that of words only akin to the question's. */
  readonly opening: number
  readonly akin: number
  /** What the sentence before it adds to the share it holds. */
  readonly previous: number
  /** The same, where it begins by pointing back ("This", "They"). */
  readonly carried: number
  /** How near its span stands to the question's terms. */
  readonly near: number
  /** How sure the span is. */
  readonly clear: number
  /** How far it is from holding a person, place, reason or quotation where one is asked for. */
  readonly missing: number
  /** The same for a date, a figure or the scene of something. */
  readonly absent: number
  /** Whether it holds the question's term beside which the answer would stand. */
  readonly relation: number
  /** The share of the question's terms that it holds in the question's order. */
  readonly order: number
  /** The share of the weight of the question's names that it holds with the title and the sentence before. */
  readonly names: number
  /** Whether it holds the noun that tells what is asked for ("team" of "which team"), 0 where there is none. */
  readonly focus: number
  /** Whether it is the first of its passage. */
  readonly first: number
  /** The logarithm of its number of terms. */
  readonly length: number
}

/** How many sentences are looked at for the answer itself: reading a sentence costs far more than weighing it. */
const READ_FOR_SPANS = 16
/** The score of a span that is as likely as not to be the best. */
const SURE = 4
/** Types of answer that are told by their form, for sure or by what names are known. */
const VALUES: ReadonlySet<AnswerType> = new Set(['date', 'duration', 'number', 'money', 'percentage'])
const NAMES: ReadonlySet<AnswerType> = new Set(['person', 'organisation', 'place', 'reason', 'quotation'])
/** It brings the length of a long sentence to about 1. */
const LONG_SENTENCE = 4

/** The sentences of the passages, the likeliest answer first. */
export function weighSentences(asked: Asked, hits: readonly PassageHit[]): Evidence[] {
  const top = hits[0]?.score || 1
  const pairs = wordPairs(asked.text)
  const named = nameTerms(asked.text).filter((term) => asked.worth.has(term))
  return hits
    .flatMap((hit) => weighPassage(asked, hit, top, pairs, named))
    .filter(({ sentence }) => !asks(sentence.text))
    .sort(byScore)
    .slice(0, READ_FOR_SPANS)
    .map((evidence) => withSpan(asked, evidence))
    .sort(byScore)
}

/** Whether a sentence is a question: none in an article is the answer to one. */
export const asks = (sentence: string): boolean => /\?[”"’'»)\]\s]*$/.test(sentence)

const byScore = (a: Evidence, b: Evidence) => b.score - a.score

function weighPassage(
  asked: Asked,
  hit: PassageHit,
  top: number,
  pairs: ReadonlySet<string>,
  named: readonly string[],
): Evidence[] {
  const passage = shareOf(Object.entries(hit.matched), asked)
  const title = termsOf(hit.article.title).map(({ term }) => term)
  const sequences = hit.sentences.map(({ text }) => termsOf(text).map(({ term }) => term))
  return hit.sentences.map((sentence, i): Evidence => {
    const own = sequences[i]!
    const stems = own.map((term) => standsFor(term, asked)?.stem ?? term)
    const { before: left, behind: right } = asked.gap
    const before = sequences[i - 1] ?? []
    const held = coverage(own, asked)
    const previous = coverage([...own, ...before], asked) - held
    const features: Features = {
      sentence: held,
      around: coverage([...title, ...own, ...before, ...(sequences[i + 1] ?? [])], asked),
      passage,
      rank: hit.score / top,
      together: togetherness(asked, stems),
      verbatim: verbatimShare(pairs, sentence.text),
      opening: openingShare(asked, stems),
      akin: akinShare(asked, own),
      previous,
      carried: pointsBack(sentence.text) ? previous : 0,
      near: 0,
      clear: 0,
      missing: 0,
      absent: 0,
      order: longestOrder(asked.terms, stems) / Math.max(1, asked.terms.length),
      names: nameShare(asked, named, [...title, ...before, ...own]),
      focus: Number(asked.focus !== null && stems.includes(asked.focus)),
      first: Number(i === 0),
      relation: Number([left, right].some((term) => term !== null && stems.includes(term))),
      length: Math.log(1 + own.length) / LONG_SENTENCE,
    }
    return { hit, sentence, span: null, features, score: weigh(features, SENTENCE) }
  })
}

function nameShare(asked: Asked, named: readonly string[], terms: readonly string[]): number {
  const held = new Set(terms)
  let all = 0
  let found = 0
  for (const term of named) {
    const worth = asked.worth.get(term) ?? 0
    all += worth
    if (held.has(term)) found += worth
  }
  return all > 0 ? found / all : 0
}

/** The length of the longest common subsequence. */
function longestOrder(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0)
  for (const term of a) {
    const next = [0]
    for (let j = 0; j < b.length; j++)
      next.push(b[j] === term ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!))
    row = next
  }
  return row[b.length]!
}

function withSpan(asked: Asked, evidence: Evidence): Evidence {
  const span = answerSpan(asked, evidence.hit, evidence.sentence)
  const { near, fit } = span?.features ?? { near: 0, fit: 0 }
  const features = {
    ...evidence.features,
    near,
    clear: span ? span.score / (SURE + Math.abs(span.score)) : 0,
    missing: NAMES.has(asked.type) || asked.identity ? 1 - fit : 0,
    absent: VALUES.has(asked.type) || asksScene(asked) ? 1 - fit : 0,
  }
  return { ...evidence, span, features, score: weigh(features, SENTENCE) }
}

/** How many words into a sentence a word that points back still speaks of the sentence before. */
const OPENING = 2

function pointsBack(sentence: string): boolean {
  const opening = sentence.split(' ', OPENING).map((word) => word.toLowerCase().replace(/[^\p{L}]/gu, ''))
  return opening.some((word) => english.backReferences.has(word))
}
