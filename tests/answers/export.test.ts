import { describe, expect, test } from 'vitest'
import { csvOf } from '../../src/answers/export/csv.js'
import { icsOf } from '../../src/answers/export/ics.js'
import type { Finding } from '../../src/answers/model/answer.js'
import { answerOf, citation, finding } from '../discord/answers.js'

const talks: Partial<Finding> = {
  text: 'Talks, then dinner',
  dated: true,
  date: { start: '2022-01-09', end: '2022-01-10', grain: 'day', approximate: false },
  status: 'planned',
}
const month: Partial<Finding> = {
  text: 'A decision',
  dated: true,
  date: { start: '2022-03-01', end: '2022-03-31', grain: 'month', approximate: false },
}
const timeline = (...findings: Partial<Finding>[]) =>
  answerOf({ command: 'timeline', findings: findings.map(finding) })

const rowsOf = (text: string) => text.replace(/^\ufeff/, '').split('\r\n')

describe('GIVEN a timeline WHEN it is taken along as a table', () => {
  test('THEN there is a row for each citation, with the days, the event and where it stands', () => {
    const two = { citations: [citation(), citation({ outlet: 'Coast Mail', paragraph: 2 })] }
    const { text, rows } = csvOf(timeline({ ...talks, ...two }, month))!
    expect(rows).toBe(3)
    const [head, first, second] = rowsOf(text)
    expect(head).toMatch(/^finding,start,end,precision,approximate,event,status,differs,outlet,/)
    expect(first).toMatch(
      /^1,2022-01-09,2022-01-10,day,false,"Talks, then dinner",planned,,Harbour Wire,.*,9,Delegations meet/,
    )
    expect(second).toContain(',Coast Mail,')
  })

  test('THEN a day without a year stays without', () => {
    const yearless: Partial<Finding> = {
      text: 'Talks',
      dated: true,
      partialDate: { start: '--01-09', end: '--01-09', grain: 'day' },
    }
    expect(rowsOf(csvOf(timeline(yearless))!.text)[1]).toMatch(/^1,01-09,01-09,,,Talks,/)
  })

  test.each([
    '=HYPERLINK("http://evil.example")',
    '+1+1',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    ' \n=1',
    '\u00a0=1',
    '＝1+1',
  ])('THEN the words %j of an article are no formula to a spreadsheet', (snippet) => {
    const { text } = csvOf(
      timeline({ ...talks, citations: [citation({ snippet, title: snippet, outlet: snippet })] }),
    )!
    const cells = rowsOf(text)[1]!.match(/(?<=^|,)(?:"(?:[^"]|"")*"|[^,]*)/g)!
    for (const cell of cells) expect(cell.replace(/^"/, '')).not.toMatch(/^\s*[=+@\-＝]/)
  })
})

test('GIVEN quotations WHEN they are taken along THEN each row tells who said it and how that is known', () => {
  const said: Partial<Finding> = {
    text: '“We are ready”',
    speaker: { name: 'Mira Solheim', role: 'mayor', via: null, confidence: 'explicit' },
    citations: [citation({ reported: 'direct' })],
  }
  const { text } = csvOf(answerOf({ command: 'quotes', findings: [finding(said)] }))!
  expect(rowsOf(text)[1]).toMatch(/^1,Mira Solheim,mayor,,explicit,“We are ready”,direct,Harbour Wire,/)
})

test('GIVEN an answer that is no list THEN there is no table', () => {
  expect(csvOf(answerOf({ command: 'ask' }))).toBeNull()
})

describe('GIVEN a timeline WHEN it is taken along as a calendar', () => {
  const linesOf = (text: string) => text.replace(/\r\n[ \t]/g, '').split('\r\n')

  test('THEN what has its days is an event of whole days, what is only planned is tentative, and a month is left out', () => {
    const { text, events } = icsOf(timeline(talks, month))!
    expect(events).toBe(1)
    expect(linesOf(text)).toEqual(
      expect.arrayContaining([
        'DTSTART;VALUE=DATE:20220109',
        'DTEND;VALUE=DATE:20220111',
        'SUMMARY:Talks\\, then dinner',
        'STATUS:TENTATIVE',
      ]),
    )
  })

  test('THEN it is the same each time, so that no event is there twice', () => {
    expect(icsOf(timeline(talks))).toEqual(icsOf(timeline(talks)))
  })

  test('THEN no words of an article begin a line of their own', () => {
    const snippet = 'One.\r\nEND:VEVENT\r\nBEGIN:VEVENT\nSUMMARY:Two'
    const { text } = icsOf(timeline({ ...talks, citations: [citation({ snippet, title: snippet })] }))!
    expect(linesOf(text).filter((line) => line.startsWith('BEGIN:VEVENT'))).toHaveLength(1)
    expect(linesOf(text).filter((line) => line.startsWith('SUMMARY:'))).toEqual([
      'SUMMARY:Talks\\, then dinner',
    ])
  })

  test('THEN no line has more than 75 bytes', () => {
    const title = 'Переговоры о безопасности в Женеве '.repeat(6)
    const { text } = icsOf(timeline({ ...talks, citations: [citation({ title, snippet: title })] }))!
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  })

  test('GIVEN nothing that has its days THEN there is none', () => {
    expect(icsOf(timeline(month))).toBeNull()
  })
})
