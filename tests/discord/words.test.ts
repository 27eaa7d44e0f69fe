import { describe, expect, test } from 'vitest'
import { lineOf, type Message, type MessageKey, message } from '../../src/i18n/message.js'
import { english } from '../../src/i18n/words/en.js'
import { LANGUAGES, wordsFor } from '../../src/i18n/words.js'

const slots = (template: string) =>
  [...new Set([...template.matchAll(/\{(\w+)/g)].map(([, name]) => name))].sort()

/** One value for each slot: words, or a number where a form goes with it. */
const valuesFor = (template: string, count: number) =>
  Object.fromEntries(
    slots(template).map((name) => [name, new RegExp(`\\{${name}\\|`).test(template) ? count : name!]),
  )

describe.each(LANGUAGES)('the words in %s', (language) => {
  const words = wordsFor(language)

  test.each(Object.entries(english))('GIVEN “%s” THEN it is there with the same values', (what, template) => {
    const said = words.say(what as MessageKey, valuesFor(template, 5))
    expect(said).not.toMatch(/[{}|]|undefined/)
    for (const name of slots(template)) {
      const needed = String(valuesFor(template, 5)[name!])
      if (needed !== '5' || /\{\w+\}/.test(template)) expect(said).toContain(needed)
    }
    expect(words.say(what as MessageKey, valuesFor(template, 1))).not.toMatch(/undefined/)
  })

  test('GIVEN a note THEN its sentences are in the language, with their values', () => {
    const note = lineOf(
      message('noteNothingSaidAbout', { speaker: 'Meer', topic: 'rain' }),
      message('noteDidYouMean', { name: 'Ada Meer' }),
    )
    const told = words.note(note)
    expect(told).not.toContain('The articles')
    expect(told).not.toContain('Did you mean')
    expect(told).toMatch(/Meer[\s\S]*rain[\s\S]*Ada Meer/)
  })

  test.each<[string, Message]>([
    ['holders of an office', message('noteHolders', { n: 3, asked: 'bürgermeister' })],
    ['an office without its country', message('noteUntold', { asked: 'x', names: ['Ada Meer (“x”)'] })],
    ['somebody not reported', message('noteNobodyCalled', { speaker: 'Meer' })],
  ])('GIVEN %s THEN nothing of it stays English but its values', (_, one) => {
    expect(words.tell([one])).not.toMatch(
      /\b(?:calls?|called|whoever|country|nobody|closest|reported|people)\b/i,
    )
  })
})

describe('dates', () => {
  const { calendar } = wordsFor('de')
  const interval = (start: string, end: string, approximate = false) =>
    calendar.interval({ start, end, grain: 'day', approximate }).replace(/\s/g, ' ')

  test.each([
    ['2022-01-09', '2022-01-09', '9. Januar 2022'],
    ['2022-01-09', '2022-01-10', '9.–10. Januar 2022'],
    ['2022-01-01', '2022-01-31', 'Januar 2022'],
    ['2021-12-01', '2022-02-28', 'Dezember 2021 – Februar 2022'],
    ['2014-01-01', '2014-12-31', '2014'],
    ['2014-01-01', '2016-12-31', '2014–2016'],
  ])('GIVEN %s to %s THEN it is %s in German', (start, end, told) => {
    expect(interval(start, end)).toBe(told)
    expect(interval(start, end, true)).toBe(`etwa ${told}`)
  })

  test.each([
    ['day', '2022-01-09', '2022-01-09', '9 January 2022'],
    ['day', '2022-01-09', '2022-01-10', '9–10 January 2022'],
    ['day', '2022-01-30', '2022-02-02', '30 January – 2 February 2022'],
    ['day', '2021-12-30', '2022-01-02', '30 December 2021 – 2 January 2022'],
    ['week', '2021-12-20', '2021-12-26', 'week of 20 December 2021'],
    ['month', '2021-06-01', '2021-06-30', 'June 2021'],
    ['month', '2021-06-01', '2021-08-31', 'June–August 2021'],
    ['month', '2021-12-01', '2022-02-28', 'December 2021 – February 2022'],
    ['year', '2014-01-01', '2014-12-31', '2014'],
    ['year', '2014-01-01', '2016-12-31', '2014–2016'],
    ['decade', '2010-01-01', '2019-12-31', 'the 2010s'],
  ])('GIVEN the %s %s to %s THEN it is %s in English', (grain, start, end, told) => {
    const english = wordsFor('en').calendar
    expect(english.interval({ start, end, grain, approximate: false })).toBe(told)
    expect(english.interval({ start, end, grain, approximate: true })).toBe(`about ${told}`)
  })

  test.each([
    [{ start: '--01-09', end: '--01-10' }, '9–10 January, year not stated'],
    [{ start: '--01', end: '--02' }, 'January–February, year not stated'],
    [{ start: '--12-30', end: '--01-02' }, '30 December – 2 January, year not stated'],
    [{ weekday: 5 }, 'a Friday, the article has no date'],
    [{ words: 'last week' }, '“last week”, the article has no date'],
  ])('GIVEN %j without its year THEN it is %s', (date, told) => {
    expect(wordsFor('en').calendar.unanchored(date)).toBe(told)
  })

  test.each([
    [{ count: 9, unit: 'day' }, 'in 9 days', 'in 9 Tagen'],
    [{ count: -3, unit: 'week' }, '3 weeks ago', 'vor 3 Wochen'],
    [{ count: -1, unit: 'month' }, 'last month', 'letzten Monat'],
    [{ count: 1, unit: 'week', counted: true }, 'in 1 week', 'in 1 Woche'],
    [{ count: 1, unit: 'year' }, 'next year', 'nächstes Jahr'],
    [{ count: 1, unit: 'day' }, 'tomorrow', 'morgen'],
    [{ count: 0, unit: 'day' }, 'today', 'heute'],
    [{ count: 0, unit: 'week' }, 'this week', 'diese Woche'],
    [{ count: 0, unit: 'second' }, 'now', 'jetzt'],
  ] as const)('GIVEN the distance %j THEN it is %s, %s', (distance, inEnglish, inGerman) => {
    expect(wordsFor('en').calendar.distance(distance)).toBe(inEnglish)
    expect(calendar.distance(distance)).toBe(inGerman)
  })

  test('GIVEN headings and durations THEN they are in the language', () => {
    expect(['day', 'month', 'year'].map((unit) => calendar.day('2022-01-09', unit as 'day'))).toEqual([
      '9. Januar 2022',
      'Januar 2022',
      '2022',
    ])
    expect(wordsFor('en').calendar.duration({ count: 50, unit: 'minute' })).toBe('50 minutes')
    expect(calendar.duration({ count: 1, unit: 'week' })).toBe('1 Woche')
  })

  test('GIVEN a note with days in it THEN these are in the language too', () => {
    const span = { first: { day: '2022-01-09' }, last: { day: '2022-03-03' } }
    expect(wordsFor('de').tell([message('notePublished', span)])).toBe(
      'Erschienen 9. Januar 2022 bis 3. März 2022',
    )
  })
})

describe('forms that go with a number', () => {
  test.each([
    ['en', ['1 article', '2 articles', '5 articles']],
    ['uk', ['1 стаття', '2 статті', '5 статей', '21 стаття', '22 статті', '111 статей']],
    ['ru', ['1 статья', '3 статьи', '11 статей', '101 статья']],
    ['pl', ['1 artykuł', '2 artykuły', '5 artykułów', '21 artykułów', '22 artykuły']],
    ['fr', ['1 article', '2 articles']],
  ])('GIVEN %s THEN they are right', (language, forms) => {
    const words = wordsFor(language)
    expect(forms.map((form) => words.say('articles', { n: Number.parseInt(form, 10) }))).toEqual(forms)
  })
})

test.each([
  ['de', 'de'],
  ['es-ES', 'es'],
  ['es-419', 'es'],
  ['en-GB', 'en'],
  ['ja', 'en'],
  ['', 'en'],
  ['__proto__', 'en'],
])('GIVEN Discord’s locale %s THEN the words are in %s', (locale, language) => {
  expect(wordsFor(locale).locale).toBe(language)
})
