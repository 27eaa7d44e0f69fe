import type { Excerpt, PassageHit } from '../archive/archive.js'
import type { Span } from '../articles/article.js'
import { questions as english } from '../language/en/questions.js'
import type { AnswerType } from '../language/language.js'
import { stemsOf } from './citation.js'

const NUMBER = /\p{N}[\p{N},.]*\p{N}|\p{N}|\p{L}+/gu

/** The part of a sentence that is of the kind the question asks for, and is not in the question itself. */
export function answerSpan(
  type: AnswerType,
  question: string,
  { dates, names, quotations }: PassageHit,
  sentence: Excerpt,
): Span | null {
  const asked = new Set(stemsOf(question))
  const fresh = ({ start, end }: Span) =>
    !stemsOf(sentence.text.slice(start - sentence.start, end - sentence.start)).every((stem) =>
      asked.has(stem),
    )
  const here = <T extends Span>(spans: readonly T[]) =>
    spans.filter(({ start, end }) => start >= sentence.start && end <= sentence.end).filter(fresh)
  switch (type) {
    case 'date':
      return nearest(here(dates.filter(({ interval }) => interval)), asked, sentence)
    case 'duration':
      return nearest(here(dates.filter((date) => date.type === 'DURATION')), asked, sentence)
    case 'number':
      return nearest(here(numbers(sentence)), asked, sentence)
    case 'person':
      return nearest(
        here(names.filter(({ kind }) => kind === 'person' || kind === 'organisation')),
        asked,
        sentence,
      )
    case 'place':
      return nearest(here(names.filter(({ kind }) => kind === 'place')), asked, sentence)
    case 'quotation':
      return here(quotations)[0] ?? null
    case 'reason':
    case 'other':
      return null
  }
}

/** The candidate that stands nearest to a word of the question. */
function nearest(candidates: readonly Span[], asked: ReadonlySet<string>, sentence: Excerpt): Span | null {
  if (candidates.length < 2) return candidates[0] ?? null
  const words = [...sentence.text.matchAll(/[\p{L}\p{N}]+/gu)]
    .filter(([word]) => stemsOf(word).some((stem) => asked.has(stem)))
    .map((match) => sentence.start + match.index)
  const gap = ({ start, end }: Span) =>
    Math.min(...words.map((at) => (at < start ? start - at : Math.max(0, at - end))), Number.MAX_SAFE_INTEGER)
  return candidates.reduce((best, candidate) => (gap(candidate) < gap(best) ? candidate : best))
}

/** Runs of digits and number words: `100,000`, `two million`. */
function numbers(sentence: Excerpt): Span[] {
  const spans: { start: number; end: number }[] = []
  for (const match of sentence.text.matchAll(NUMBER)) {
    const word = match[0].toLowerCase()
    if (!/^\p{N}/u.test(word) && !english.numberWords.has(word)) continue
    const start = sentence.start + match.index
    const last = spans.at(-1)
    if (last && /^[\s-]?$/.test(sentence.text.slice(last.end - sentence.start, match.index))) {
      last.end = start + match[0].length
    } else {
      spans.push({ start, end: start + match[0].length })
    }
  }
  return spans
}
