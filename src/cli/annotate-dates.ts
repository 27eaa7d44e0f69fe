import type { DateMention } from '../annotate/annotations.js'
import { findTimexes } from '../annotate/dates.js'
import { documentOfText } from '../annotate/document.js'

export interface DatesInput {
  readonly id: string | number
  readonly text: string
  /** `YYYY-MM-DD`, with or without a time of day. */
  readonly reference_date: string | null
}

export interface DatesRow {
  readonly id: string | number
  readonly timexes: readonly Pick<DateMention, 'start' | 'end' | 'text' | 'type' | 'value'>[]
}

/** One line of `desk annotate dates`: every expression of time with its TIMEX3 type and value. */
export function datesRow({ id, text, reference_date }: DatesInput): DatesRow {
  const timexes = findTimexes(documentOfText(text), reference_date).map(
    ({ start, end, text, type, value }) => ({
      start,
      end,
      text,
      type,
      value,
    }),
  )
  return { id, timexes }
}
