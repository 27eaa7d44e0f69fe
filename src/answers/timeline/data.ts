import type { EventStatus } from '../../annotate/annotations.js'
import type { CalendarDate } from '../../articles/article.js'

/** What a timeline picture is drawn from. */
export interface TimelineData {
  readonly kind: 'timeline'
  /** The topic; null for everything. */
  readonly topic: string | null
  readonly asOf: CalendarDate | null
  /** In order of their dates. */
  readonly events: readonly TimelineEvent[]
  /** How many events there are in all; the picture shows the most prominent. */
  readonly total: number
}

export interface TimelineEvent {
  readonly start: CalendarDate
  readonly end: CalendarDate
  /** The date in words: `9–10 January 2022`. */
  readonly date: string
  readonly label: string
  readonly status: EventStatus
  /** How many outlets tell of it. */
  readonly sources: number
}
