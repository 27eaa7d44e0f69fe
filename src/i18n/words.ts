/** The bot's own words in the language of whoever reads them. Articles stay in theirs. */
import { type Calendar, calendarIn, englishCalendar } from './calendar.js'
import type { Message, MessageKey, Note, Value, Values } from './message.js'
import { german } from './words/de.js'
import { type Catalogue, english } from './words/en.js'
import { spanish } from './words/es.js'
import { french } from './words/fr.js'
import { polish } from './words/pl.js'
import { russian } from './words/ru.js'
import { ukrainian } from './words/uk.js'

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
  say(what: MessageKey, values?: Values): string
  /** Messages one behind the other. */
  tell(messages: readonly Message[]): string
  /** Each line of a note. */
  note(note: Note): string
  /** `31 Dec 2021`; what is no day stays as it is. */
  day(date: string): string
  readonly calendar: Calendar
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
  const textOf = (value: Value): string => {
    if (typeof value === 'string') return value
    if (typeof value === 'number') return numbers.format(value)
    if (isList(value)) return value.map(textOf).join(', ')
    return 'day' in value ? calendar.day(value.day, 'day') : tell([value])
  }
  const say = (what: MessageKey, values: Values = {}): string =>
    catalogue[what].replace(SLOT, (_, name: string, forms: string) => {
      const value = values[name] ?? ''
      return forms ? chosen(forms.slice(1).split('|'), countOf(value), plurals) : textOf(value)
    })
  const tell = (messages: readonly Message[]): string =>
    messages.map((one) => ('key' in one ? say(one.key, one.values) : one.text)).join(' ')
  const calendar = language === 'en' ? englishCalendar(say) : calendarIn(locale, say)
  return {
    locale: language,
    say,
    tell,
    note: (note) => note.map(tell).join('\n'),
    day(date) {
      const time = Date.parse(date)
      return Number.isNaN(time) ? date : days.format(time)
    },
    calendar,
  }
}

/** A value, `{n}`, or the forms that go with it, `{n|article|articles}`. */
const SLOT = /\{(\w+)((?:\|[^{}|]*)*)\}/g

const isList = (value: Value): value is readonly Value[] => Array.isArray(value)

const countOf = (value: Value): number =>
  typeof value === 'number' ? value : Number(String(value).replace(/[^\d.]/g, ''))

/** Two forms: one and more. Three, in Slavic languages: one, a few, many. */
function chosen(forms: readonly string[], count: number, plurals: Intl.PluralRules): string {
  const category = plurals.select(count)
  const index = category === 'one' ? 0 : forms.length > 2 && category !== 'few' ? 2 : 1
  return forms[index]!
}
