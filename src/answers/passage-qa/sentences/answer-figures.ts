import type { Excerpt, PassageHit } from '../../../archive/contract/archive.js'
import { figureWords } from '../../../language/en/questions/figure-words.js'
import { lexicon } from '../../../language/en/words/lexicon.js'
import { isEvent, isRole, type TextWord, wordsOf } from '../question/lexicon.js'
import { tokensOf } from '../question/phrases.js'
import { type AnalyzedQuestion, best, type Part } from '../question/question.js'
import type { Match } from '../question/understood.js'
import { type Figure, figuresOf } from './figures.js'

export interface RatedFigure extends Figure {
  /** How well its unit and what it counts fit what is asked for, 0 to 1. */
  readonly fit: number
  /** How near it stands to the question's words, by their weight, 0 to 1. */
  readonly near: number
  readonly score: number
  /** How well what it counts is what is asked for, and is of those asked for: 0 to 1; 0 where none is named. */
  readonly noun: number
  readonly which: number
  /** Whether people are asked for and something else is counted. */
  readonly isOfOther: boolean
}

const HALF = 5
const UNNAMED = 0.6
const OTHER = 0.2
const PEOPLE = 0.85
/** What a count loses that is not told to be of those asked for: "twelve sailors" where Greek ones are. */
const WHICH = 0.35

/** The figures of a sentence that may answer, best first. */
export function ratedFigures(
  asked: AnalyzedQuestion,
  hit: PassageHit,
  sentence: Excerpt,
  words: readonly TextWord[],
  matches: readonly Match[],
): RatedFigure[] {
  const { figure: wanted } = asked
  if (!wanted) return []
  const dates = hit.dates
    .filter(({ start, end, type }) => start >= sentence.start && end <= sentence.end && type !== 'DURATION')
    .map(({ start, end }) => ({ start: start - sentence.start, end: end - sentence.start }))
  const figures = figuresOf(sentence.text, tokensOf(sentence.text), dates)
  return figures
    .map((figure) => {
      const unit = wanted.units[figure.unit] ?? 0
      const { fit: counted, ...count } =
        figure.unit === 'age' ? ageFit(asked, figure, sentence.text) : countFit(asked, figure)
      const fit = unit * counted
      const near = nearness(asked, figure, words, matches)
      return { ...figure, fit, near, score: 2 * fit + near, ...count }
    })
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.score - a.score)
}

interface CountFit {
  readonly fit: number
  readonly noun: number
  readonly which: number
  readonly isOfOther: boolean
}

function countFit({ figure, matcher, parts }: AnalyzedQuestion, { unit, counted }: Figure): CountFit {
  const other = { noun: 0, which: 0, isOfOther: false }
  if (unit !== 'count' || !figure) return { fit: 1, ...other }
  // "How many dead": what befell them is no noun that is counted.
  const nouns = figure.counted.filter((i) => !isEventful(parts[i]!))
  if (nouns.length > 0) {
    if (counted.length === 0) return { fit: UNNAMED, ...other }
    const held = best(matcher.matches(wordsOf(counted.join(' '))), parts.length)
    const noun = Math.max(...nouns.map((i) => held[i]!))
    const which = Math.min(1, ...figure.modifiers.map((i) => held[i]!))
    if (noun > 0.5) return { fit: noun * (1 - WHICH * (1 - which)), noun, which, isOfOther: false }
    const isAlike = countsPeople(counted) && nouns.some((i) => isPeople(parts[i]!))
    return { fit: isAlike ? 0.45 : OTHER, ...other }
  }
  if (counted.length === 0) return { fit: UNNAMED, ...other }
  const person = countsPeople(counted)
  return {
    fit: person ? PEOPLE : OTHER + 0.1,
    noun: Number(person),
    which: 0,
    isOfOther: !person && figure.counted.length === 0,
  }
}

/** "Eleven workers", "eleven dead"; no "517 birds dead". */
function countsPeople(counted: readonly string[]): boolean {
  const { people, states } = figureWords
  if (counted.some((word) => people.has(word) && !states.has(word))) return true
  return (
    counted.some((word) => states.has(word)) && !counted.some((word) => lexicon().get(word)?.startsWith('S'))
  )
}

/** How many words from an age whose it is may be told: "31-year-old ferry PILOT Ann BERG", "BERG, 31". */
const HOLDER = 5
const OTHERS_AGE = 0.25
const LOOK_BACK = 60

/** Whether an age is told of somebody else than whom the question names: "Berg, 51, who is married to Ann Marn". */
function ageFit(
  { matcher, parts, measure }: AnalyzedQuestion,
  { start, end }: Figure,
  text: string,
): CountFit {
  const none = { noun: 0, which: 0, isOfOther: false }
  const named = parts.flatMap(({ word }, i) => (measure.has(word) ? [] : [i]))
  if (named.length === 0) return { fit: 1, ...none }
  const behind = /^[^,.;:()]*/.exec(text.slice(end).replace(/^[\s-]?years?[\s-]olds?/i, ' '))![0]
  const isAttribute =
    /^[\s-]?years?[\s-]old\b(?! ?[,.;:)]|$)/i.test(text.slice(end)) || /old$/i.test(text.slice(start, end))
  const before = text
    .slice(Math.max(0, start - LOOK_BACK), start)
    .split(/[;:()]/)
    .at(-1)!
    .replace(/\baged $/, '')
  const near = isAttribute ? wordsOf(behind).slice(0, HOLDER) : wordsOf(before).slice(-HOLDER)
  const held = best(matcher.matches(near), parts.length)
  const noun = Math.max(...named.map((i) => held[i]!))
  return { fit: noun > 0.5 ? 1 : OTHERS_AGE, ...none, noun }
}

const isPeople = ({ classes, word }: Part) =>
  figureWords.people.has(word) || [...classes].some(([of, value]) => value === 1 && isRole(of))

const isEventful = ({ classes }: Part) => [...classes].some(([of, value]) => value === 1 && isEvent(of))

function nearness(
  { parts }: AnalyzedQuestion,
  { start, end }: Figure,
  words: readonly TextWord[],
  matches: readonly Match[],
): number {
  const first = words.findIndex((word) => word.end > start)
  let last = first
  while (last + 1 < words.length && words[last + 1]!.start < end) last++
  const held = new Float64Array(parts.length)
  for (const { part, value, from, to } of matches) {
    const gap = from > last ? from - last : first > to - 1 ? first - (to - 1) : 0
    held[part] = Math.max(held[part]!, (value * HALF) / (HALF + gap))
  }
  return parts.reduce((sum, { share }, i) => sum + share * held[i]!, 0)
}
