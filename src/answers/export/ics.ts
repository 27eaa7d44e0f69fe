import { createHash } from 'node:crypto'
import ical, { ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import type { Answer, Citation, Finding, FindingDate } from '../model/answer.js'

/** What is of a month or a year has no day that a calendar could show. */
const GRAINS: ReadonlySet<string> = new Set(['instant', 'day', 'week'])
const DAY = 86_400_000

/**
 * The events of an answer that have their days, as a calendar (RFC 5545): whole days, with the sentence and its source
 * in the description. The same event has the same id whenever it is made, so that it is not there twice.
 * @returns null for an answer without any
 */
export function icsOf({ findings, asOf }: Answer): { readonly text: string; readonly events: number } | null {
  const events = findings.filter(hasDays)
  if (events.length === 0) return null
  const calendar = ical({ name: 'Crisis Desk', prodId: { company: 'crisis-desk', product: 'timeline' } })
  for (const finding of events) {
    const { date, citations } = finding
    const [first] = citations
    calendar.createEvent({
      id: idOf(finding),
      // What is not known is not made up: the calendar is as old as the newest article.
      stamp: new Date(asOf ?? date.end),
      start: new Date(date.start),
      end: new Date(Date.parse(date.end) + DAY),
      allDay: true,
      summary: oneLine(finding.text),
      description: citations.map(sourceOf).join('\n\n'),
      // Nobody is busy because of the news.
      transparency: ICalEventTransparency.TRANSPARENT,
      ...(STATUS[finding.status ?? ''] && { status: STATUS[finding.status ?? '']! }),
      ...(first?.url && { url: first.url }),
    })
  }
  return { text: calendar.toString(), events: events.length }
}

const STATUS: Readonly<Record<string, ICalEventStatus>> = {
  past: ICalEventStatus.CONFIRMED,
  planned: ICalEventStatus.TENTATIVE,
  'was planned': ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
}

type Dated = Finding & { readonly date: FindingDate }

function hasDays(finding: Finding): finding is Dated {
  const { date } = finding
  return date !== undefined && !date.approximate && GRAINS.has(date.grain)
}

function idOf({ date, citations: [first] }: Dated): string {
  const told = `${date.start}/${date.end} ${first?.article}:${first?.start}`
  return `${createHash('sha256').update(told).digest('hex').slice(0, 24)}@crisis-desk`
}

const sourceOf = ({ snippet, outlet, title, published, url }: Citation) =>
  [`“${oneLine(snippet)}”`, [outlet, `“${oneLine(title)}”`, published, url].filter(Boolean).join(' · ')].join(
    '\n',
  )

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
