import type { Words } from '../../i18n/words.js'
import type { TimelineData } from '../model/answer.js'
import { captionsOf } from './captions.js'

/** Discord's limit for alternative text is 1,024 characters. */
const LONGEST = 1000
const LONGEST_TITLE = 200

/** What the picture shows, for those who can't see it: every event it has room for, in order. */
export function describeTimeline(data: TimelineData, words: Words): string {
  const { title, facts, events } = captionsOf(data, words)
  let text = `${Array.from(title).slice(0, LONGEST_TITLE).join('')}, ${facts}.`
  for (const [at, { date, facts }] of events.entries()) {
    const next = ` ${date}: ${data.events[at]!.label.replace(/\.$/, '')} (${facts}).`
    if (text.length + next.length > LONGEST) return `${text} …`
    text += next
  }
  return text
}
