import type { HolidayRule, TimeUnit } from '../../language/language.js'
import type { CalendarUnit, Period } from '../calendar.js'

/** Where a relative expression counts from: the published date, or the date told of last. */
export type Anchor = 'now' | 'told'

/** A year in figures, or so many years from this one ("last year") or from the one told of ("that year"). */
export type YearReference = number | { readonly by: number; readonly anchor: Anchor }

/** What the words of an expression of time say, before anything is known of where they stand. */
export type Expression =
  /** Complete in itself: "9 January 2022", "2014", "the 1970s". */
  | { readonly kind: 'fixed'; readonly period: Period }
  /** "January 9", "last May", "June last year". */
  | {
      readonly kind: 'calendar'
      readonly month: number
      readonly day: number | null
      readonly year: YearReference | null
      /** "last" -1, "this" 0, "next" 1. */
      readonly relation: number | null
    }
  /** "Friday", "last Friday", "Friday of last week" (the week then is so many weeks from this one). */
  | {
      readonly kind: 'weekday'
      readonly weekday: number
      readonly relation: number | null
      readonly week: { readonly by: number; readonly anchor: Anchor } | null
      /** "Thursday 26th": the day of the month. */
      readonly day?: number
      /** "a week on Friday" 1, "two Sundays ago" -2: so many weeks from the next, or back to the one before the last. */
      readonly weeks?: number
    }
  /** "the third quarter", "winter 1994", "the first half of last year". */
  | {
      readonly kind: 'part'
      readonly unit: 'quarter' | 'half' | 'season'
      readonly number: number
      readonly year: YearReference | null
      readonly relation: number | null
    }
  /** "last week", "this year", "the following month"; `bare`: "the week". */
  | {
      readonly kind: 'relative'
      readonly unit: CalendarUnit
      readonly by: number
      readonly anchor: Anchor
      readonly bare?: boolean
    }
  /** "two weeks ago", "a day earlier", "two days after Christmas". */
  | {
      readonly kind: 'offset'
      readonly amount: Amount
      readonly direction: -1 | 1
      readonly anchor: Anchor | Expression
    }
  /** "50 minutes"; with a window "the past two weeks" (-1), "the next two years" (1). */
  | { readonly kind: 'duration'; readonly amount: Amount; readonly window: -1 | 1 | null }
  /** "the latest quarter", "the year-ago period": the quarter told of last, or the last that is over. */
  | {
      readonly kind: 'reported'
      readonly noun: 'quarter' | 'period' | null
      readonly number: number | null
      readonly year: YearReference | null
    }
  /** "in two weeks": a day ahead, or how long something takes, as the clause looks ahead or not. */
  | { readonly kind: 'within'; readonly amount: Amount }
  /** "twice a week". */
  | { readonly kind: 'rate'; readonly amount: Amount }
  /** "the first nine months of 1989", "the last week of May": so many units from the start or the end. */
  | {
      readonly kind: 'slice'
      readonly unit: TimeUnit
      readonly count: number
      /** Which unit, from 1 on, or from -1 back; the slice starts or ends there. */
      readonly nth: number
      readonly of: Expression
    }
  /** "the week of March 6", "the year of …". */
  | { readonly kind: 'around'; readonly unit: CalendarUnit; readonly of: Expression }
  | {
      readonly kind: 'holiday'
      readonly rule: HolidayRule
      readonly year: YearReference | null
    }
  /** "Friday night", "10 p.m. Wednesday", "midnight in Moscow". `clock` is TIMEX3's, without the `T`: "22:00", "NI". */
  | {
      readonly kind: 'time'
      readonly clock: string
      readonly of: Expression | null
      readonly midnight: boolean
    }
  | { readonly kind: 'set'; readonly value: string }
  | { readonly kind: 'reference'; readonly value: 'PRESENT_REF' | 'PAST_REF' | 'FUTURE_REF' }
  /** "early 2022", "the end of the year", "about 1990". */
  | { readonly kind: 'modified'; readonly edge: 'start' | 'mid' | 'end' | null; readonly of: Expression }

/** So many of a unit; null where the text does not tell ("several years", "weeks"). */
export interface Amount {
  readonly count: number | null
  readonly unit: TimeUnit
  /** A smaller part: "two years and three months". */
  readonly rest?: Amount
}

/** A stretch of tokens understood: `next` is the first token after it. */
export interface Found<T> {
  readonly value: T
  readonly next: number
}

export const found = <T>(value: T, next: number): Found<T> => ({ value, next })
