/** What became of requests, counted for the operator. */
import type { Metrics } from '../../lib/metrics.js'

export type Outcome = 'answered' | 'refused' | 'late' | 'unavailable' | 'not taken' | 'failed'

export interface Meter {
  acknowledged(ms: number): void
  /** @param by what it came by, such as a command */
  dealtWith(by: string, outcome: Outcome, ms: number): void
}

const SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 20]

export function makeMeter(metrics: Metrics): Meter {
  const requests = metrics.counter('crisis_desk_requests_total', 'What was asked, by what became of it.')
  const acknowledged = metrics.histogram(
    'crisis_desk_acknowledge_seconds',
    'From the arrival of a request to its acknowledgement.',
    SECONDS,
  )
  const answered = metrics.histogram(
    'crisis_desk_answer_seconds',
    'From the arrival of a request to its answer.',
    SECONDS,
  )
  return {
    acknowledged: (ms) => acknowledged(ms / 1000),
    dealtWith(by, outcome, ms) {
      requests({ by, outcome })
      if (outcome === 'answered') answered(ms / 1000)
    },
  }
}
