import { isMap, isScalar, parseDocument, type Scalar } from 'yaml'
import { message } from '../../i18n/message.js'
import { lineNumber } from '../clean/lines.js'
import { calendarDate } from '../dating/calendar-date.js'
import type { CalendarDate, PublishedBasis, Rejection, Span } from '../model/article.js'

/** Characters. More is no list of a few fields. */
export const MAX_FRONT_MATTER = 8_192
/** Marks of lists and maps. The parser goes down a level for each, and a stack that ends there may end the process. */
const MOST_MARKS = 200
const MARKS = /[[{]|(?:^|\s)[-?:&!*]|:(?=\s|$)/gm
/** Characters. More is a paragraph, not a headline. */
export const MAX_TITLE = 400

export interface FrontMatter {
  readonly title: string
  /** Where the title stands in the text, when it stands there word for word. */
  readonly titleSpan: Span | null
  readonly outlet: string | null
  readonly published: CalendarDate | null
  /** How the day of publication is known, where whoever wrote the file had to infer it ("inferred: caption"). */
  readonly basis: PublishedBasis | null
  readonly url: string | null
  readonly author: string | null
  /** When this version was made, as an instant (ISO 8601, UTC). What is none is passed over. */
  readonly modified: string | null
  /** The offset at which the body begins. */
  readonly bodyStart: number
}

/** What is wrong with a text, before its file's name is known. */
export type Problem = Omit<Rejection, 'file'>

export const isProblem = (result: object): result is Problem => 'reason' in result

const OPENING = /^\p{Cf}?(?:[ \t]*[\r\n])*---[ \t]*(?:\r\n|\n|\r|$)/u
const CLOSING = /(?<=^|[\r\n])(?:---|\.\.\.)[ \t]*(?=\r|\n|$)/

/** The YAML front matter at the head of a text; null when the text has none. */
export function readFrontMatter(text: string): FrontMatter | Problem | null {
  const opening = OPENING.exec(text.slice(0, MAX_FRONT_MATTER))
  if (!opening) return null
  const start = opening[0].length
  const head = text.slice(start, start + MAX_FRONT_MATTER)
  const closing = CLOSING.exec(head)
  if (!closing) {
    return {
      line: lineNumber(text, opening[0].indexOf('---')),
      reason: message('noteFrontOpen', { n: MAX_FRONT_MATTER }),
      remedy: message('noteFrontClose'),
    }
  }
  const yaml = head.slice(0, closing.index)
  if ((yaml.match(MARKS) ?? []).length > MOST_MARKS) {
    return {
      line: lineNumber(text, start),
      reason: message('noteListsInLists'),
      remedy: message('noteFieldALine'),
    }
  }
  const fields = readFields(text, start, yaml)
  if (isProblem(fields)) return fields
  return checkFields(text, start, fields, start + closing.index + closing[0].length)
}

interface Field {
  readonly value: string
  /** In the text, with the quotation marks. */
  readonly span: Span
}

type Fields = Map<string, Field | Problem>

function readFields(text: string, start: number, yaml: string): Fields | Problem {
  // As long as before, so that offsets hold: the parser knows no lone carriage return.
  const document = parseDocument(yaml.replace(/\r(?!\n)/g, '\n'), { prettyErrors: false })
  const broken = document.errors[0]
  if (broken) {
    return {
      line: lineNumber(text, start + broken.pos[0]),
      reason: message('noteYaml', { cause: broken.message.replace(/\.$/, '') }),
      remedy: message('noteColons'),
    }
  }
  const fields: Fields = new Map()
  if (!isMap(document.contents)) return fields
  for (const { key, value } of document.contents.items) {
    if (!isScalar(key)) continue
    const name = String(key.value)
    fields.set(
      name,
      isScalar(value) ? fieldOf(value, start) : notText(text, start, name, key.range?.[0] ?? 0),
    )
  }
  return fields
}

function fieldOf(scalar: Scalar, start: number): Field {
  const [from = 0, to = 0] = scalar.range ?? []
  // A number is taken as it is written: a headline may be "2022".
  const value = typeof scalar.value === 'string' ? scalar.value : scalar.value === null ? '' : scalar.source
  return {
    value: (value ?? '').replace(/\s+/g, ' ').trim(),
    span: { start: start + from, end: start + to },
  }
}

function notText(text: string, start: number, field: string, at: number): Problem {
  return {
    line: lineNumber(text, start + at),
    field,
    reason: message('noteFieldNoText', { field }),
    remedy: message('noteOneValue', { field }),
  }
}

function checkFields(text: string, start: number, fields: Fields, bodyStart: number): FrontMatter | Problem {
  const wanted = ['title', 'outlet', 'published', 'basis', 'url', 'author', 'modified'] as const
  const values: Partial<Record<(typeof wanted)[number], Field>> = {}
  for (const name of wanted) {
    const field = fields.get(name)
    if (field === undefined) continue
    if (isProblem(field)) return field
    const wrong = field.value === '' ? null : CHECKS[name]?.(field.value)
    if (wrong) return { line: lineNumber(text, field.span.start), field: name, ...wrong }
    if (field.value !== '') values[name] = field
  }
  const { title, outlet, published, basis, url, author, modified } = values
  if (!title) {
    return {
      line: lineNumber(text, fields.has('title') ? spanOf(fields.get('title')) : start),
      field: 'title',
      reason: message('noteNoTitle'),
      remedy: message('noteAddTitle'),
    }
  }
  return {
    title: title.value,
    titleSpan: findWithin(text, title),
    outlet: outlet?.value ?? null,
    published: published?.value.slice(0, 10) ?? null,
    basis: basisOf(basis?.value),
    url: url?.value ?? null,
    author: author?.value ?? null,
    modified: instantOf(modified?.value),
    bodyStart,
  }
}

/** What is none is passed over: anybody may have a field of this name. */
const basisOf = (value = '') =>
  /^(?:printed|inferred: [\p{L}\p{N} ]{1,40})$/u.test(value) ? (value as PublishedBasis) : null

function instantOf(value: string | undefined): string | null {
  const time = Date.parse(value ?? '')
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}

type Wrong = Pick<Problem, 'reason' | 'remedy'>

const CHECKS: Partial<Record<string, (value: string) => Wrong | null>> = {
  title: (value) =>
    value.length <= MAX_TITLE
      ? null
      : {
          reason: message('noteTitleLong', { n: value.length, most: MAX_TITLE }),
          remedy: message('noteShortenTitle'),
        },
  published: (value) => {
    const parts = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}[\d:.]*\s*(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(value)
    const remedy = message('noteWriteDay')
    if (!parts) return { reason: message('noteNoDate', { value: shorten(value) }), remedy }
    const day = calendarDate(Number(parts[1]), Number(parts[2]), Number(parts[3]))
    return day ? null : { reason: message('noteNoDay', { day: value.slice(0, 10) }), remedy }
  },
  url: (value) =>
    /^https?:\/\/[^\s/]/i.test(value) && URL.canParse(value)
      ? null
      : {
          reason: message('noteNotAnAddress', { value: shorten(value) }),
          remedy: message('noteWholeAddress'),
        },
}

const shorten = (value: string) => (value.length > 60 ? `${value.slice(0, 60)}…` : value)

const spanOf = (field: Field | Problem | undefined) => (field && !isProblem(field) ? field.span.start : 0)

function findWithin(text: string, { value, span }: Field): Span | null {
  const at = text.slice(span.start, span.end).indexOf(value)
  return at < 0 ? null : { start: span.start + at, end: span.start + at + value.length }
}
