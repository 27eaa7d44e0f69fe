import type { MessageKey } from '../../i18n/message.js'
import { type Words, wordsFor } from '../../i18n/words.js'
import type { Answer, Difference, Finding, FindingDay, FindingStatus, Heading } from './answer.js'

/** A finding in a language: as it is shown, and as `desk ask --json` prints it. */
export interface FindingInWords extends Omit<Finding, 'heading' | 'distance' | 'differs'> {
  /** The whole headline: `9 January 2022: talks in Geneva – 3 outlets agree`. */
  readonly text: string
  /** The heading it stands under, where findings are grouped. */
  readonly group?: string
  /** How far the date is from the answer's `asOf`: "in 9 days", "3 years ago". */
  readonly when?: string
  /** Present where sources disagree: who says what. */
  readonly differs?: string
}

/** An answer in a language. Nothing of it is to be put in words any more, but for statuses and dates of articles. */
export interface AnswerInWords extends Omit<Answer, 'findings' | 'closest' | 'note'> {
  readonly findings: readonly FindingInWords[]
  readonly closest: readonly FindingInWords[]
  readonly note: string | null
}

export function inWords(answer: Answer, words: Words): AnswerInWords {
  return {
    ...answer,
    findings: answer.findings.map((finding) => findingInWords(finding, words)),
    closest: answer.closest.map((finding) => findingInWords(finding, words)),
    note: answer.note && words.note(answer.note),
  }
}

export function findingInWords(finding: Finding, words: Words): FindingInWords {
  const { heading, text: _, dated: __, duration: ___, agreeing: ____, distance, differs, ...rest } = finding
  return {
    ...(heading && { group: headingIn(heading, words) }),
    text: headlineOf(finding, words),
    ...rest,
    ...(distance && { when: words.calendar.distance(distance) }),
    ...(differs && { differs: differsIn(finding, words)! }),
  }
}

/** The headline of a finding, whole. */
export function headlineOf(finding: Finding, words: Words = wordsFor('en')): string {
  const { text, dated, date, partialDate, duration, agreeing } = finding
  const first = duration
    ? words.calendar.duration(duration)
    : dated && (date || partialDate)
      ? dayIn({ date, partialDate }, words)
      : ''
  const told = [first, text].filter(Boolean).join(': ') || words.say('sourceUnclear')
  return agreeing ? `${told} – ${words.say('noteAgree', { n: agreeing })}` : told
}

const dayIn = ({ date, partialDate }: FindingDay, { calendar }: Words): string =>
  date ? calendar.interval(date) : partialDate ? calendar.unanchored(partialDate) : ''

const headingIn = (heading: Heading, words: Words): string =>
  'day' in heading ? words.calendar.day(heading.day, heading.unit) : words.tell([heading])

/** `Harbour Wire: 9 January 2022; Dawn: 10 January 2022`; null where sources agree. */
export const differsIn = ({ differs }: Finding, words: Words): string | null =>
  differs ? differs.map((one) => differenceIn(one, words)).join('; ') : null

const differenceIn = ({ source, says }: Difference, { calendar }: Words): string =>
  `${source}: ${typeof says === 'string' ? says : calendar.interval(says)}`

/** What has become of an event; null where that goes without saying. */
export function statusIn(status: FindingStatus, words: Words): string | null {
  const key = STATUS[status]
  return key && words.say(key)
}

const STATUS = {
  past: null,
  happening: 'noteHappening',
  planned: 'notePlanned',
  'was planned': 'noteWasPlanned',
  cancelled: 'noteCancelled',
  hypothetical: 'noteHypothetical',
} as const satisfies Readonly<Record<FindingStatus, MessageKey | null>>
