import { calendarDate } from '../dating/calendar-date.js'
import { MAX_TITLE } from '../folder/frontmatter.js'
import type { Draft } from './draft.js'

/** Characters of a name, and of an address. */
const LONGEST_NAME = 200
const LONGEST_URL = 2_000
/** Characters of a value that are looked at. */
const LOOKED_AT = 4_000

/**
 * The file of a draft: Markdown with YAML front matter that `parseArticle` takes. Its paragraphs are those of the
 * draft, which `tidy` has made lines where it was read; a person may have changed its facts since, so these are tidied.
 * A draft without a title or a text makes a file that is refused.
 */
export function articleFile({ paragraphs, ...draft }: Draft): string {
  const { unclearDate: _, outletBasis: __, ...facts } = tidyFacts(draft)
  const fields = Object.entries(facts).flatMap(([name, value]) =>
    value === null ? [] : [`${name}: ${quoted(value)}`],
  )
  return `${['---', ...fields, '---', '', paragraphs.join('\n\n')].join('\n')}\n`
}

/** A draft as a file can hold it: one line to a value, no control characters, no facts that are none. */
export function tidy({ paragraphs, ...facts }: Draft): Draft {
  return { ...tidyFacts(facts), paragraphs: paragraphs.map(oneLine).filter((line) => line !== '') }
}

type Facts = Omit<Draft, 'paragraphs'>

function tidyFacts(draft: Facts): Facts {
  const line = (value: string, most: number) => shorten(oneLine(value.slice(0, LOOKED_AT)), most)
  const name = (value: string | null) => (value === null ? null : line(value, LONGEST_NAME) || null)
  const published = isDay(draft.published) ? draft.published : null
  const { basis, unclearDate, outletBasis } = draft
  return {
    title: line(draft.title, MAX_TITLE),
    outlet: name(draft.outlet),
    published,
    ...(published !== null && basis && basis !== 'given' && { basis }),
    ...(published === null && unclearDate && { unclearDate: line(unclearDate, LONGEST_NAME) }),
    ...(outletBasis && { outletBasis }),
    modified: instant(draft.modified),
    url: webAddress(draft.url),
    author: name(draft.author),
  }
}

/** Takes no room, and would end a line or a file's being text. Lone halves of characters can't be written. */
const UNPRINTABLE = /[\p{Cc}\s]+|\p{Cs}/gu
const AROUND = /^[\s\p{Cf}]+|(?<![\s\p{Cf}])[\s\p{Cf}]+$/gu

const oneLine = (text: string) => text.replace(UNPRINTABLE, ' ').replace(/ {2,}/g, ' ').replace(AROUND, '')

/** Cut between words where there are any, and never within a character. */
function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most - 1)
  const space = cut.lastIndexOf(' ')
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\uD800-\uDBFF]$|(?<!\s)\s+$/, '')}…`
}

function isDay(day: string | null): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? '')
  return parts !== null && calendarDate(Number(parts[1]), Number(parts[2]), Number(parts[3])) !== null
}

function instant(value: string | null): string | null {
  const time = value === null ? Number.NaN : Date.parse(value)
  // Years of more than four digits are no dates of news, and have another form.
  return time >= 0 && time < Date.UTC(10_000, 0) ? new Date(time).toISOString() : null
}

function webAddress(link: string | null): string | null {
  if (link === null || !URL.canParse(link)) return null
  const url = new URL(link)
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return null
  return url.href.length <= LONGEST_URL ? url.href : null
}

/** A value as YAML. It stands as it is between quotation marks where that can be, so that it can be cited. */
function quoted(value: string): string {
  if (!/["\\]/.test(value)) return `"${value}"`
  return value.includes("'") ? JSON.stringify(value) : `'${value}'`
}
