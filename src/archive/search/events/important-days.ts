import { readFileSync } from 'node:fs'

/** How many distinct reports mention a day, by when they were published as seen from it, and how they put it. */
export interface DayMentions {
  /** Reports in all, each once. */
  readonly any: number
  /** Published before the day, on it, on the next, in the week after that, and later still. */
  readonly before: number
  readonly same: number
  readonly next: number
  readonly week: number
  readonly later: number
  /** That write the day out ("22 April") instead of mention how far off it is ("on Thursday"). */
  readonly written: number
  /** Of these, the ones that were published more than a week after it. */
  readonly writtenLater: number
}

const KINDS = ['any', 'before', 'same', 'next', 'week', 'later', 'written', 'writtenLater'] as const

const WEIGHTS: DayMentions = JSON.parse(
  readFileSync(new URL('../../../../../data/models/timeline-days.json', import.meta.url), 'utf8'),
).weights

/** How much a day matters beside others of the same topic; only differences count, so it holds for archives of any size. */
export function importanceOf(mentions: DayMentions): number {
  return KINDS.reduce((sum, kind) => sum + WEIGHTS[kind] * Math.log1p(mentions[kind]), 0)
}

/** The mentions of two sets of articles that share no report. */
export function together(a: DayMentions, b: DayMentions): DayMentions {
  return Object.fromEntries(KINDS.map((kind) => [kind, a[kind] + b[kind]])) as unknown as DayMentions
}

/** Counts mentions of days, each report once for each day and kind. */
export class DayCounter {
  readonly #days = new Map<number, Map<number, number>>()

  /**
   * @param day that is mentioned, as days since 1970
   * @param report a number for the report that mentions it
   * @param published when, as days since 1970; null where that is not known
   * @param written whether the day is written out
   */
  add(day: number, report: number, published: number | null, written: boolean): void {
    const reports = this.#days.get(day) ?? new Map<number, number>()
    this.#days.set(day, reports)
    const delay = published === null ? null : published - day
    const late = delay !== null && delay > A_WEEK
    const bits =
      bitOf('any') |
      (delay === null ? 0 : bitOf(kindOf(delay))) |
      (written ? bitOf('written') : 0) |
      (written && late ? bitOf('writtenLater') : 0)
    reports.set(report, (reports.get(report) ?? 0) | bits)
  }

  counts(): Map<number, DayMentions> {
    return new Map(
      [...this.#days].map(([day, reports]) => {
        const all = [...reports.values()]
        const counts = KINDS.map((kind) => [kind, all.filter((bits) => bits & bitOf(kind)).length])
        return [day, Object.fromEntries(counts) as unknown as DayMentions]
      }),
    )
  }
}

const A_WEEK = 7

function kindOf(delay: number): (typeof KINDS)[number] {
  if (delay < 0) return 'before'
  if (delay === 0) return 'same'
  if (delay === 1) return 'next'
  return delay <= A_WEEK ? 'week' : 'later'
}

const bitOf = (kind: (typeof KINDS)[number]) => 1 << KINDS.indexOf(kind)
