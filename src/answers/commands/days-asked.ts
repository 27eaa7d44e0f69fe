/** Days as people name them: "January", "12 Dec", "last week". */
import { findDates } from '../../annotate/dates.js'
import { documentOfText } from '../../annotate/document.js'
import type { Archive, Scope } from '../../archive/contract/archive.js'
import type { CalendarDate } from '../../articles/model/article.js'
import { dayOf } from '../model/query.js'

/**
 * The first or last day that a text can mean: `2021`, `2021-12`, `2021-12-31`, or words.
 * @param asOf the day from which words such as "December" or "last week" are seen; null for none
 */
export function dayAsked(text: string, edge: 'first' | 'last', asOf: CalendarDate | null): string | null {
  const day = dayOf(text, edge)
  if (day || !/\p{L}/u.test(text)) return day
  const named = capitalised(text)
  const interval = [named, `in ${named}`]
    .map((one) => findDates(documentOfText(one), asOf)[0]?.interval)
    .find(Boolean)
  return interval ? (edge === 'first' ? interval.start : interval.end) : null
}

/** The newest article's day, from which words such as "January" are seen; null where all is given in figures. */
export async function seenFrom(
  texts: readonly (string | undefined)[],
  archive: Archive,
  scope: Scope,
): Promise<CalendarDate | null> {
  return texts.some((text) => /\p{L}/u.test(text ?? '')) ? (await archive.status(scope)).newest : null
}

/** Months and weekdays are known by their capitals. */
const capitalised = (text: string) =>
  text.replace(/\p{L}{3,}/gu, (word) => word[0]!.toUpperCase() + word.slice(1))
