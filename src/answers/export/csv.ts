import { stringify } from 'csv-stringify/sync'
import { shortName } from '../../articles/model/short-name.js'
import { wordsFor } from '../../i18n/words.js'
import type { Answer, Citation, Finding } from '../model/answer.js'
import { differsIn } from '../model/in-words.js'

/** A table is the same in every language. */
const ENGLISH = wordsFor('en')

type Cell = string | number | null | undefined
type Column = readonly [name: string, of: (finding: Finding, citation: Citation, number: number) => Cell]

/** Where it stands, the same for every kind of answer. `article` is what `/article` takes. */
const SOURCE: readonly Column[] = [
  ['outlet', (_, { outlet }) => outlet],
  ['title', (_, { title }) => title],
  ['published', (_, { published }) => published],
  ['published_basis', (_, { published, publishedBasis }) => publishedBasis ?? (published ? 'given' : null)],
  ['url', (_, { url }) => url],
  ['article', (_, { article }) => shortName(article)],
  ['paragraph', (_, { paragraph }) => paragraph],
  ['snippet', (_, { snippet }) => snippet],
]

const NUMBER: Column = ['finding', (_, __, number) => number]

const COLUMNS = {
  timeline: [
    NUMBER,
    ['start', ({ date, partialDate }) => date?.start ?? partialStart(partialDate)],
    ['end', ({ date, partialDate }) => date?.end ?? partialEnd(partialDate)],
    ['precision', ({ date }) => date?.grain],
    ['approximate', ({ date }) => (date ? String(date.approximate) : null)],
    ['event', ({ text }) => text],
    ['status', ({ status }) => status],
    ['differs', (finding) => differsIn(finding, ENGLISH)],
    ...SOURCE,
  ],
  quotes: [
    NUMBER,
    ['speaker', ({ speaker }) => speaker?.name],
    ['role', ({ speaker }) => speaker?.role],
    ['reported_by', ({ speaker }) => speaker?.via],
    ['speaker_basis', ({ speaker }) => speaker?.confidence],
    ['statement', ({ text }) => text],
    ['reported', (_, { reported }) => reported],
    ...SOURCE,
  ],
  sources: SOURCE,
} as const satisfies Partial<Record<Answer['command'], readonly Column[]>>

/** `01-09`, of a day without its year; a sign before it would look like a formula. */
const withoutYear = (day: string) => day.replace(/^--/, '')
const partialStart = (date: Finding['partialDate']) =>
  date && 'start' in date ? withoutYear(date.start) : null
const partialEnd = (date: Finding['partialDate']) => (date && 'end' in date ? withoutYear(date.end) : null)

export const hasTable = (command: string): command is keyof typeof COLUMNS => Object.hasOwn(COLUMNS, command)

/**
 * The findings of an answer as a table, a row for each citation, with a head of names that stay the same in every
 * language. RFC 4180 with a byte order mark, as spreadsheets need one to read it as UTF-8. What a spreadsheet would
 * take for a formula (`=`, `+`, `-`, `@` first) gets an apostrophe before it: articles are written by anybody.
 * @returns null for an answer that is no list
 */
export function csvOf({
  command,
  findings,
}: Answer): { readonly text: string; readonly rows: number } | null {
  if (!hasTable(command)) return null
  const columns: readonly Column[] = COLUMNS[command]
  const rows = findings.flatMap((finding, index) =>
    finding.citations.map((citation) => columns.map(([, of]) => cell(of(finding, citation, index + 1)))),
  )
  const text = stringify([columns.map(([name]) => name), ...rows], {
    bom: true,
    record_delimiter: '\r\n',
    escape_formulas: true,
  })
  return { text, rows: rows.length }
}

/** On one line, without white space around it, behind which a formula could hide. */
const cell = (value: Cell) => (typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : (value ?? ''))
