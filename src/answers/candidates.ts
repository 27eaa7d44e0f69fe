import type { Token } from '../annotate/names/tokens.js'
import type { Excerpt, PassageHit } from '../archive/archive.js'
import type { Span } from '../articles/article.js'
import type { AnswerType } from '../language/language.js'
import type { Asked } from './asked.js'
import { nounPhrases, numbers, quoted, reasons, years } from './phrases.js'

/** A part of a sentence that may be the answer by its kind. Offsets are into the sentence. */
export interface Typed extends Span {
  /** 1 where it is of the very kind that is asked for, less for what may pass for it. */
  readonly fit: number
  readonly parts?: number
  readonly list?: boolean
}

const typed = (spans: readonly Span[], fit: number): Typed[] => spans.map((span) => ({ ...span, fit }))

/** What a sentence holds of a kind. Offsets are into the sentence. */
export function ofKind(
  asked: Pick<Asked, 'type' | 'focus'>,
  { dates, names, quotations }: PassageHit,
  sentence: Excerpt,
  tokens: readonly Token[],
): Typed[] {
  const here = <T extends Span>(spans: readonly T[]) =>
    spans
      .filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
      .map((span) => ({ ...span, start: span.start - sentence.start, end: span.end - sentence.start }))
  const named = (...kinds: string[]) => here(names).filter(({ kind }) => kinds.includes(kind))
  const inDate = ({ start, end }: Span) => dated.some((date) => date.start <= start && end <= date.end)
  const dated = here(dates).filter(({ type }) => type !== 'DURATION')
  switch (asked.type) {
    case 'date': {
      const year = asked.focus === 'year'
      return [
        ...typed(
          dated.filter(({ type }) => type !== 'SET'),
          year ? 0.3 : 1,
        ),
        ...typed(years(sentence.text), year ? 1 : 0.5),
      ]
    }
    case 'duration':
      return [
        ...typed(
          here(dates).filter((date) => date.type === 'DURATION'),
          1,
        ),
        ...typed(numbers(tokens), 0.5),
      ]
    case 'number':
    case 'money':
    case 'percentage': {
      const marks = MARKS[asked.type]
      return numbers(tokens).map((span) => ({
        ...span,
        fit: inDate(span) ? 0 : marks && !marks.test(sentence.text.slice(span.start, span.end)) ? 0.5 : 1,
      }))
    }
    case 'person':
      return [
        ...typed(named('person', 'organisation'), 1),
        ...typed(named('other', 'place'), 0.5),
        ...typed(nounPhrases(tokens), 0),
      ]
    case 'place':
      return [
        ...typed(named('place'), 1),
        ...typed(named('other', 'organisation', 'person'), 0.5),
        ...typed(nounPhrases(tokens), 0),
      ]
    case 'quotation':
      return [...typed(here(quotations), 1), ...typed(nounPhrases(tokens), 0.2)]
    case 'reason':
      return [...typed(reasons(sentence.text), 1), ...typed(nounPhrases(tokens), 0.3)]
    case 'thing':
      return [
        ...typed([...named('other', 'organisation', 'person', 'place'), ...quoted(sentence.text)], 1),
        ...typed(nounPhrases(tokens), 0),
      ]
    case 'other':
      return []
  }
}

const MARKS: Partial<Record<AnswerType, RegExp>> = {
  money: /\p{Sc}|[^\p{N}\s,.%]\s*$/u,
  percentage: /%|per ?cent/i,
}
