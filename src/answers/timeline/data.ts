import type { CalendarDate } from '../../articles/model/article.js'
import type { FindingDate, FindingStatus } from '../model/answer.js'

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

export interface TimelineEvent extends FindingDate {
  readonly label: string
  readonly status: FindingStatus
  /** How many outlets tell of it. */
  readonly sources: number
}

/** How many events an answer gives where nobody says how many. */
export const USUAL_EVENTS = 12
