import type { TimelineData } from './data.js'

/** Discord's limit for alternative text is 1,024 characters. */
const LONGEST = 1000

/** What the picture shows, for those who can't see it: every event it has room for, in order. */
export function describeTimeline({ topic, events, total }: TimelineData): string {
  const count = `${events.length}${events.length < total ? ` of ${total}` : ''} event${total === 1 ? '' : 's'}`
  let text = `Timeline${topic ? ` of ${topic}` : ''}, ${count}.`
  for (const { date, label, status, sources } of events) {
    const next = ` ${date}: ${label.replace(/\.$/, '')} (${status}, ${sources} source${sources === 1 ? '' : 's'}).`
    if (text.length + next.length > LONGEST) return `${text} …`
    text += next
  }
  return text
}
