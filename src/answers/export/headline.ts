import type { Finding } from '../model/answer.js'
import { intervalText, partialText } from '../model/calendar-text.js'

/** What a dated finding tells of, without its date: `9–10 January 2022: Talks in Geneva` is `Talks in Geneva`. */
export function headlineAlone({ text, date, partialDate }: Finding): string {
  const dated = date ? intervalText(date) : partialDate ? partialText(partialDate) : ''
  return dated !== '' && text.startsWith(`${dated}: `) ? text.slice(dated.length + 2) : text
}
