/** The bot's own words in the language of whoever reads them. Articles stay in theirs. */
import { german as germanAdding } from './adding/de.js'
import { english as englishAdding } from './adding/en.js'
import { spanish as spanishAdding } from './adding/es.js'
import { french as frenchAdding } from './adding/fr.js'
import { polish as polishAdding } from './adding/pl.js'
import { russian as russianAdding } from './adding/ru.js'
import { ukrainian as ukrainianAdding } from './adding/uk.js'
import { type Calendar, calendarIn, type Span } from './calendar.js'
import { german as germanManaging } from './managing/de.js'
import { english as englishManaging } from './managing/en.js'
import { spanish as spanishManaging } from './managing/es.js'
import { french as frenchManaging } from './managing/fr.js'
import { polish as polishManaging } from './managing/pl.js'
import { russian as russianManaging } from './managing/ru.js'
import { ukrainian as ukrainianManaging } from './managing/uk.js'
import { german } from './words/de.js'
import { english } from './words/en.js'
import { spanish } from './words/es.js'
import { french } from './words/fr.js'
import { polish } from './words/pl.js'
import { russian } from './words/ru.js'
import { ukrainian } from './words/uk.js'

/** All that is said, in English. */
export const ENGLISH = { ...english, ...englishAdding, ...englishManaging }

export type Said = keyof typeof ENGLISH
export type Values = Readonly<Record<string, string | number>>

const CATALOGUES: Readonly<Record<string, Readonly<Record<Said, string>>>> = {
  en: ENGLISH,
  de: { ...german, ...germanAdding, ...germanManaging },
  es: { ...spanish, ...spanishAdding, ...spanishManaging },
  fr: { ...french, ...frenchAdding, ...frenchManaging },
  pl: { ...polish, ...polishAdding, ...polishManaging },
  ru: { ...russian, ...russianAdding, ...russianManaging },
  uk: { ...ukrainian, ...ukrainianAdding, ...ukrainianManaging },
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
  /** Dates, headings and distances made in English, as far as they are of a kind that is known. */
  readonly retoldDates: RetoldDates
}

export interface RetoldDates extends Pick<Calendar, 'heading' | 'distance'> {
  /** `9–10 January 2022`, `about 2014` */
  date(english: string, span: Span & { readonly approximate: boolean }): string
  /** `9–10 January, year not stated`, of `--01-09` to `--01-10`; a weekday of an unknown week; words. */
  partial(english: string, date: Span | { readonly weekday: number } | { readonly words: string }): string
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

function makeWords(language: string, catalogue: Readonly<Record<Said, string>>): Words {
  const locale = language === 'en' ? 'en-GB' : language
  const plurals = new Intl.PluralRules(locale)
  const numbers = new Intl.NumberFormat(language)
  const days = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const calendar = calendarIn(locale)
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
              .map((line) => retell(line, { say, calendar }))
              .join('\n'),
    day(date) {
      const time = Date.parse(date)
      return Number.isNaN(time) ? date : days.format(time)
    },
    retoldDates: language === 'en' ? ENGLISH_DATES : retoldDates(calendar, say),
  }
}

const ENGLISH_DATES: RetoldDates = {
  date: (english) => english,
  partial: (english) => english,
  heading: (english) => english,
  distance: (english) => english,
}

function retoldDates(calendar: Calendar, say: Words['say']): RetoldDates {
  return {
    heading: calendar.heading,
    distance: calendar.distance,
    date(_, { approximate, ...span }) {
      const date = calendar.span(span)
      return approximate ? say('about', { date }) : date
    },
    partial(_, date) {
      if ('weekday' in date) return say('someWeekday', { day: calendar.weekday(date.weekday) })
      if ('words' in date) return say('unanchored', { words: date.words })
      return say('yearless', { date: calendar.yearless(date) })
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
const NOTES: readonly Recognised[] = Object.entries(ENGLISH)
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
  readonly calendar: Calendar
}

/** `31 December 2021` among the values of a note; anything else stays as it is. */
function day(value: string, { calendar }: Means): string {
  const time = /^\d{1,2} [A-Z][a-z]+ \d{4}$/.test(value) ? Date.parse(`${value} UTC`) : Number.NaN
  if (Number.isNaN(time)) return value
  const date = new Date(time).toISOString().slice(0, 10)
  return calendar.span({ start: date, end: date })
}
