/** The findings of an answer as files, to be taken along into a spreadsheet or a calendar. */
import { csvOf, icsOf } from '../../answers/export/index.js'
import type { Answer } from '../../answers/model/answer.js'
import type { Words } from '../../i18n/words.js'
import * as limits from './limits.js'
import { COLOURS, escapeTo, type Reply, renderNotice, reply } from './reply.js'

export function renderDownload(answer: Answer, words: Words): Reply {
  const table = csvOf(answer)
  if (!table || table.rows === 0) return renderNotice(words.say('silent'))
  const calendar = answer.command === 'timeline' ? icsOf(answer) : null
  const lines = [
    words.say('downloadTable', { n: table.rows }),
    ...(calendar ? [words.say('downloadCalendar', { n: calendar.events })] : []),
    ...(answer.more ? [words.say('moreFindings', { n: answer.more })] : []),
  ]
  const file = (name: string, text: string, description: string) => ({
    name,
    attachment: Buffer.from(text),
    description,
  })
  return {
    ...reply([{ description: escapeTo(lines.join('\n'), limits.PAGE), color: COLOURS.done }]),
    files: [
      file(`${answer.command}.csv`, table.text, lines[0]!),
      ...(calendar ? [file(`${answer.command}.ics`, calendar.text, lines[1]!)] : []),
    ],
  }
}
