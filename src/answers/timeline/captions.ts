import type { Words } from '../../i18n/words.js'
import type { TimelineData, TimelineEvent } from '../model/answer.js'
import { statusIn } from '../model/in-words.js'

/** What the picture says besides the articles' own words, in the language of whoever looks at it. Plain data. */
export interface Captions {
  /** `Timeline: geneva` */
  readonly title: string
  /** `10 of 39 events · as of 31 December 2021` */
  readonly facts: string
  /** Of each event, in their order. */
  readonly events: readonly EventCaptions[]
}

export interface EventCaptions {
  /** `9–10 January 2022` */
  readonly date: string
  /** `planned · 3 sources` */
  readonly facts: string
  /** The year, or the month and year, beside the axis: `Jan 2022`. */
  readonly tick: string
}

export function captionsOf({ topic, asOf, events, total }: TimelineData, words: Words): Captions {
  const counts = { shown: events.length, n: total }
  const facts = [
    words.say(events.length < total ? 'timelineSome' : 'timelineAll', counts),
    asOf && words.say('asOf', { day: words.calendar.day(asOf, 'day') }),
  ]
  return {
    title: topic ? words.say('timelineOf', { topic }) : words.say('timeline'),
    facts: facts.filter(Boolean).join(' · '),
    events: events.map((event) => ({
      date: words.calendar.interval(event),
      facts: [statusIn(event.status, words), words.say('sources', { n: event.sources })]
        .filter(Boolean)
        .join(' · '),
      tick: tickOf(event, words),
    })),
  }
}

function tickOf({ start, end }: TimelineEvent, { locale }: Words): string {
  if (start.endsWith('-01-01') && end.endsWith('-12-31')) return start.slice(0, 4)
  // There is room for the month and the year, and not for the word for "year" that some languages add.
  return new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' })
    .formatToParts(Date.parse(start))
    .filter(({ type }) => type === 'month' || type === 'year')
    .map(({ value }) => value)
    .join(' ')
}
