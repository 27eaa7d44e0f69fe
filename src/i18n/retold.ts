import type { MessageKey } from './message.js'
import { english } from './words/en.js'
import type { Words } from './words.js'

/** What is wrong with an article or a page, as it is told in English, as far as its sentences are in the catalogue. */
export function retold(note: string, words: Words): string {
  if (words.locale === 'en') return note
  return note
    .split('\n')
    .map((line) => retell(line, words))
    .join('\n')
}

interface Recognised {
  readonly what: MessageKey
  readonly pattern: RegExp
}

/** The English sentences that are made elsewhere, the more particular ones first. */
const NOTES: readonly Recognised[] = Object.entries(english)
  .filter(([what]) => what.startsWith('note'))
  .sort(([, a], [, b]) => b.length - a.length)
  .map(([what, template]) => ({ what: what as MessageKey, pattern: recogniser(template) }))

function recogniser(template: string): RegExp {
  const seen = new Set<string>()
  const source = template
    .split(/(\{\w+(?:\|[^{}|]*)*\})/)
    .map((part) => {
      const [, name, forms] = /^\{(\w+)((?:\|[^{}|]*)*)\}$/.exec(part) ?? []
      if (!name) return part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
      if (forms || seen.has(name)) return forms ? `(?:${forms.slice(1)})` : `\\k<${name}>`
      seen.add(name)
      return `(?<${name}>.{1,600}?)`
    })
    .join('')
  // A value at the end goes on to the end of the line.
  return new RegExp(`^${source}${/\{\w+\}$/.test(template) ? '$' : '(?=\\s|$)'}`)
}

/** Sentence by sentence, as long as they are known. */
function retell(line: string, means: Means): string {
  for (const { what, pattern } of NOTES) {
    const match = pattern.exec(line)
    if (!match) continue
    const values = Object.entries(match.groups ?? {}).map(([name, value]) => [name, day(value, means)])
    const rest = line.slice(match[0].length).trim()
    return [means.say(what, Object.fromEntries(values)), rest && retell(rest, means)]
      .filter(Boolean)
      .join(' ')
  }
  return line
}

interface Means {
  readonly say: Words['say']
  readonly calendar: Words['calendar']
}

/** `31 December 2021` among the values of a note; anything else stays as it is. */
function day(value: string, { calendar }: Means): string {
  const time = /^\d{1,2} [A-Z][a-z]+ \d{4}$/.test(value) ? Date.parse(`${value} UTC`) : Number.NaN
  if (Number.isNaN(time)) return value
  const date = new Date(time).toISOString().slice(0, 10)
  return calendar.day(date, 'day')
}
