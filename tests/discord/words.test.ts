import { describe, expect, test } from 'vitest'
import { answer } from '../../src/answers/index.js'
import type { Answer, Question } from '../../src/answers/model/answer.js'
import { openArchive } from '../../src/archive/worker/live.js'
import { ENGLISH, LANGUAGES, type Said, wordsFor } from '../../src/i18n/words.js'
import { FLOOD } from '../support/flood.js'
import { articleFolder } from '../support/folder.js'
import { memoryLog } from './memory-log.js'

const slots = (template: string) =>
  [...new Set([...template.matchAll(/\{(\w+)/g)].map(([, name]) => name))].sort()

/** One value for each slot: words, or a number where a form goes with it. */
const valuesFor = (template: string, count: number) =>
  Object.fromEntries(
    slots(template).map((name) => [name, new RegExp(`\\{${name}\\|`).test(template) ? count : name!]),
  )

describe.each(LANGUAGES)('the words in %s', (language) => {
  const words = wordsFor(language)

  test.each(Object.entries(ENGLISH))('GIVEN “%s” THEN it is there with the same values', (what, template) => {
    const said = words.say(what as Said, valuesFor(template, 5))
    expect(said).not.toMatch(/[{}|]|undefined/)
    for (const name of slots(template)) {
      const needed = String(valuesFor(template, 5)[name!])
      if (needed !== '5' || /\{\w+\}/.test(template)) expect(said).toContain(needed)
    }
    expect(words.say(what as Said, valuesFor(template, 1))).not.toMatch(/undefined/)
  })

  test('GIVEN a note made in English THEN it is told in the language, with its values', () => {
    const note = 'The articles report nothing that “Meer” said about “rain”. Did you mean Ada Meer?'
    const retold = words.retold(note)
    expect(retold).not.toContain('The articles')
    expect(retold).not.toContain('Did you mean')
    expect(retold).toMatch(/Meer[\s\S]*rain[\s\S]*Ada Meer/)
  })

  test.each([
    ['The articles call 3 people “mayor”; whoever was called so last comes first.'],
    [
      'No article calls anybody “rain minister” by name; without the country, there are: Ada Meer (“Minister”).',
    ],
    ['Nobody called “Meer” is reported to have said this. The closest are:'],
  ])('GIVEN “%s” THEN nothing of it stays English but its values', (note) => {
    expect(words.retold(note)).not.toMatch(
      /\b(?:calls?|called|whoever|country|nobody|closest|reported|people)\b/i,
    )
  })
})

describe('dates made in English', () => {
  const { retoldDates } = wordsFor('de')
  const span = (start: string, end: string, approximate = false) =>
    retoldDates.date('…', { start, end, approximate })

  test.each([
    ['2022-01-09', '2022-01-09', '9. Januar 2022'],
    ['2022-01-09', '2022-01-10', '9.–10. Januar 2022'],
    ['2022-01-01', '2022-01-31', 'Januar 2022'],
    ['2021-12-01', '2022-02-28', 'Dezember 2021 – Februar 2022'],
    ['2014-01-01', '2014-12-31', '2014'],
    ['2014-01-01', '2016-12-31', '2014–2016'],
  ])('GIVEN %s to %s THEN it is %s', (start, end, told) => {
    expect(span(start, end).replace(/\s/g, ' ')).toBe(told)
    expect(span(start, end, true).replace(/\s/g, ' ')).toBe(`etwa ${told}`)
  })

  test.each([
    ['in 9 days', 'in 9 Tagen'],
    ['3 weeks ago', 'vor 3 Wochen'],
    ['last month', 'letzten Monat'],
    ['next year', 'nächstes Jahr'],
    ['tomorrow', 'morgen'],
    ['now', 'jetzt'],
    ['in due course', 'in due course'],
  ])('GIVEN %s THEN it is %s', (english, told) => expect(retoldDates.distance(english)).toBe(told))

  test.each([
    ['9 January 2022', '9. Januar 2022'],
    ['January 2022', 'Januar 2022'],
    ['2022', '2022'],
    ['Figures', 'Figures'],
  ])('GIVEN the heading %s THEN it is %s', (english, told) =>
    expect(retoldDates.heading(english, '2022-01-09')).toBe(told),
  )

  test('GIVEN English THEN they stay as they are', () => {
    const same = wordsFor('en-GB').retoldDates
    expect(same.date('9–10 January', { start: '2022-01-09', end: '2022-01-10', approximate: false })).toBe(
      '9–10 January',
    )
    expect([same.distance('in 9 days'), same.heading('January 2022', '2022-01-09')]).toEqual([
      'in 9 days',
      'January 2022',
    ])
  })

  test('GIVEN a note with days in it THEN these are in the language too', () => {
    expect(wordsFor('de').retold('Published 9 January 2022 to 3 March 2022')).toBe(
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

test('GIVEN what answers say of themselves THEN every sentence of it is in the catalogue', async () => {
  await using folder = await articleFolder(FLOOD)
  const archive = await openArchive({ folder: folder.path, log: memoryLog().log })
  const questions: Question[] = [
    { command: 'when', topic: 'volcano' },
    { command: 'when', topic: '…' },
    { command: 'when', topic: 'x'.repeat(600) },
    { command: 'who-said', words: 'green cheese' },
    { command: 'who-said', words: 'promises of flooding' },
    { command: 'quotes', speaker: 'Nobody' },
    { command: 'quotes', speaker: 'Belowa', topic: 'cheese' },
    { command: 'ask', question: 'Who is the king of Spain?' },
    { command: 'search', words: '-gas' },
    { command: 'search', words: 'volcano', outlet: 'Nowhere' },
    { command: 'search', words: 'dam', since: 'yesterday' },
    { command: 'search', words: 'dam', since: '2024', until: '2023' },
    { command: 'timeline', from: '2030', to: '2031' },
    { command: 'timeline', from: '2030' },
    { command: 'timeline', to: '1990' },
    { command: 'timeline', topic: 'dam', from: '2030', to: '2031' },
    { command: 'timeline', topic: 'dam', from: '2030' },
    { command: 'timeline', topic: 'dam', to: '1990' },
    { command: 'timeline', from: 'yesterday' },
    { command: 'timeline', from: '2024', to: '2023' },
    { command: 'timeline', from: '1000', to: '2023' },
    { command: 'compare', topic: 'ridge road' },
    { command: 'sources', outlet: 'Nowhere' },
    { command: 'article', name: 'nothing' },
  ]
  const answers: Answer[] = await Promise.all(
    questions.map((question) => answer(question, archive, { server: null })),
  )
  const german = wordsFor('de')
  const untold = answers
    .flatMap(({ note }) => (note ?? '').split('\n'))
    .filter((line) => line && german.retold(line) === line)
  await archive.close()
  expect(untold).toEqual([])
})
