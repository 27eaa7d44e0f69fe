/** The bot's own words in the language of whoever reads them. Articles stay in theirs. */
import { german } from './words/de.js'
import { english } from './words/en.js'
import { spanish } from './words/es.js'
import { french } from './words/fr.js'
import { polish } from './words/pl.js'
import { russian } from './words/ru.js'
import { ukrainian } from './words/uk.js'

export type Said = keyof typeof english
export type Catalogue = Readonly<Record<Said, string>>
export type Values = Readonly<Record<string, string | number>>

const CATALOGUES: Readonly<Record<string, Catalogue>> = {
  en: english,
  de: german,
  es: spanish,
  fr: french,
  pl: polish,
  ru: russian,
  uk: ukrainian,
}

/** Languages other than English. */
export const LANGUAGES = Object.keys(CATALOGUES).filter((language) => language !== 'en')

export interface Words {
  /** As `Intl` takes it. */
  readonly locale: string
  say(what: Said, values?: Values): string
  /** A note made in English, as far as its sentences are in the catalogue. */
  retold(note: string): string
  /** `31 Dec 2021`; what is no day stays as it is. */
  day(date: string): string
}

const made = new Map<string, Words>()

/** @param locale as Discord gives it (`de`, `es-ES`, `en-GB`); English for languages that there are no words in */
export function wordsFor(locale: string): Words {
  const [language = 'en'] = locale.toLowerCase().split('-')
  const known = Object.hasOwn(CATALOGUES, language) ? language : 'en'
  const words = made.get(known) ?? makeWords(known, CATALOGUES[known]!)
  made.set(known, words)
  return words
}

function makeWords(language: string, catalogue: Catalogue): Words {
  const locale = language === 'en' ? 'en-GB' : language
  const plurals = new Intl.PluralRules(locale)
  const numbers = new Intl.NumberFormat(language)
  const days = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const say = (what: Said, values: Values = {}) => fill(catalogue[what], values, plurals, numbers)
  return {
    locale: language,
    say,
    retold:
      language === 'en'
        ? (note) => note
        : (note) =>
            note
              .split('\n')
              .map((line) => retell(line, say))
              .join('\n'),
    day(date) {
      const time = Date.parse(date)
      return Number.isNaN(time) ? date : days.format(time)
    },
  }
}

/** A value, `{n}`, or the forms that go with it, `{n|article|articles}`. */
const SLOT = /\{(\w+)((?:\|[^{}|]*)*)\}/g

function fill(
  template: string,
  values: Values,
  plurals: Intl.PluralRules,
  numbers: Intl.NumberFormat,
): string {
  return template.replace(SLOT, (_, name: string, forms: string) => {
    const value = values[name] ?? ''
    if (forms) return chosen(forms.slice(1).split('|'), Number(String(value).replace(/[^\d.]/g, '')), plurals)
    return typeof value === 'number' ? numbers.format(value) : value
  })
}

/** Two forms: one and more. Three, in Slavic languages: one, a few, many. */
function chosen(forms: readonly string[], count: number, plurals: Intl.PluralRules): string {
  const category = plurals.select(count)
  const index = category === 'one' ? 0 : forms.length > 2 && category !== 'few' ? 2 : 1
  return forms[index]!
}

interface Recognised {
  readonly what: Said
  readonly pattern: RegExp
}

/** The English sentences that are made elsewhere, the more particular ones first. */
const NOTES: readonly Recognised[] = Object.entries(english)
  .filter(([what]) => what.startsWith('note'))
  .sort(([, a], [, b]) => b.length - a.length)
  .map(([what, template]) => ({ what: what as Said, pattern: recogniser(template) }))

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
  return new RegExp(`^${source}(?=\\s|$)`)
}

/** Sentence by sentence, as long as they are known. */
function retell(line: string, say: Words['say']): string {
  for (const { what, pattern } of NOTES) {
    const match = pattern.exec(line)
    if (!match) continue
    const rest = line.slice(match[0].length).trim()
    return [say(what, match.groups ?? {}), rest && retell(rest, say)].filter(Boolean).join(' ')
  }
  return line
}
