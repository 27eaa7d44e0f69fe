import { describe, expect, it } from 'vitest'
import { annotate } from '../../../src/annotate/annotate.js'
import type { AnnotatedArticle } from '../../../src/annotate/annotations.js'
import { parseArticle } from '../../../src/articles/folder/parse.js'
import type { Article } from '../../../src/articles/model/article.js'
import { countriesBeside } from '../../../src/knowledge/people/countries.js'
import { People } from '../../../src/knowledge/people/people.js'
import { articleFile } from '../../support/folder.js'

const people = (...texts: string[]) =>
  People.in(
    texts.map((text, index) => {
      const facts = { title: `Report ${index}`, outlet: 'Post', published: '2023-05-12' }
      return annotate(parseArticle(`${index}.md`, articleFile(facts, text)) as Article)
    }),
  )

/** Who of those who speak is meant. */
const meant = (found: People, wanted: string) =>
  found
    .all()
    .map(({ name }) => name)
    .filter(found.meant(wanted).is)

describe('the people of an archive', () => {
  it('GIVEN spellings of one name THEN they are one person, under the commonest full one', () => {
    const found = people(
      '“We are ready,” said Defence Minister Oleksiy Danilenko.',
      '“We are calm,” said Defence Minister Oleksiy Danilenko. “It will pass,” he said.',
      '“We are sure,” Aleksey Danylenko said.',
    )
    expect(found.canonical('Aleksey Danylenko')).toBe('Oleksiy Danilenko')
    expect(found.canonical('Danilenko')).toBe('Oleksiy Danilenko')
    expect(found.all().filter(({ name }) => /Dan/.test(name))).toHaveLength(1)
  })

  it('GIVEN two people of one surname THEN the surname alone is neither', () => {
    const found = people('“We are ready,” said John Orsk.', '“We are calm,” said Mary Orsk.')
    expect(found.canonical('John Orsk')).toBe('John Orsk')
    expect(found.canonical('Orsk')).toBeNull()
  })

  it('GIVEN experts of one article and experts of a body in another THEN they are not the same', () => {
    const found = people('“We are ready,” said CDC researchers.', 'Researchers say the drug works.')
    expect(found.canonical('Researchers')).toBeNull()
  })

  it('GIVEN an office THEN its holder is meant', () => {
    const found = people(
      '“We are ready,” said Water Minister Ana Belova.',
      '“No,” said Ivan Petrenko, the mayor.',
    )
    expect(meant(found, 'water minister')).toEqual(['Ana Belova'])
    expect(meant(found, 'belova')).toEqual(['Ana Belova'])
    expect(meant(found, 'Ana Petrenko')).toEqual([])
  })

  it.each([
    ['US president', ['Ada Moore']],
    ['the U.S. President', ['Ada Moore']],
    ['American president', ['Ada Moore']],
    ['president of the United States', ['Ada Moore']],
    ['French president', ['Luc Arnaud']],
    ["France's president", ['Luc Arnaud']],
    ['president', ['Ada Moore', 'Luc Arnaud']],
    ['vice president', ['Tom Hale']],
    ['former US president', ['Jim Stone']],
    ['defense minister of Norway', ['Kari Lund']],
    ['Norwegian defence minister', ['Kari Lund']],
    ['Norwegian president', []],
    ['president’s spokesman', ['Eve Ward']],
    ['American spokesperson', []],
    ['Luc Arnaud', ['Luc Arnaud']],
  ])('GIVEN %s THEN whoever the articles say holds just that office is meant', (wanted, expected) => {
    const found = people(
      '“We are ready,” said US President Ada Moore. “So am I,” said Vice President Tom Hale.',
      '“No,” said French President Luc Arnaud. “Yes,” said the former US President Jim Stone.',
      '“Maybe,” said Norway’s Kari Lund. “Later,” the president’s spokeswoman, Eve Ward, said.',
      'The defence minister, Kari Lund, is away.',
    )
    expect(meant(found, wanted).sort()).toEqual(expected)
  })

  it('GIVEN the president of a body with a country in its name THEN they are no president of the country', () => {
    const found = people(
      '“Sleep well,” said Eve Ward, the president of the Norwegian Academy of Sleep.',
      '“Sleep more,” said Norwegian President Tom Hale.',
    )
    expect(meant(found, 'Norwegian president')).toEqual(['Tom Hale'])
    expect(found.meant('president').holders.map(({ name }) => name)).toEqual(['Tom Hale', 'Eve Ward'])
  })

  it('GIVEN speakers without a name THEN they are found by what they are called', () => {
    const found = people(
      'A senior US official said that the talks would last. A Kremlin spokesman said that they would not.',
    )
    const { is } = found.meant('an American official')
    expect(is('senior US official')).toBe(true)
    expect(is('Kremlin spokesman')).toBe(false)
    expect(found.meant('Kremlin spokesperson').is('Kremlin spokesman')).toBe(true)
    expect(found.meant('Russian spokesman').is('Kremlin spokesman')).toBe(true)
  })

  it('GIVEN an office that is held without a country THEN whom the country is named with is possible, not meant', () => {
    const found = people(
      '“We are ready,” said President Ada Moore at the White House.',
      'President Ada Moore called America’s allies.',
      '“No,” said Ukrainian President Petro Bily.',
      '“Yes,” said President Ivan Orsk in Moscow.',
    )
    const { is, holders, possible } = found.meant('US president')
    expect(is('Ada Moore')).toBe(false)
    expect(holders).toEqual([])
    expect(possible.map(({ name }) => name)).toEqual(['Ada Moore'])
    expect(found.meant('French president').possible).toEqual([])
  })

  it('GIVEN an office whose holder is named and says nothing THEN nobody else may hold it', () => {
    const reports = people(
      '“We are ready,” said President Ada Moore of her call with Ukrainian President Petro Bily.',
    )
    for (const found of [reports, People.of(reports.records())]) {
      const { holders, possible } = found.meant('Ukrainian president')
      expect([...holders, ...possible]).toEqual([])
      expect(found.all().map(({ name }) => name)).toEqual(['Ada Moore'])
    }
  })

  it('GIVEN an office that passed from one to another THEN its last holder comes first', () => {
    const report = (published: string, text: string) =>
      annotate(
        parseArticle(
          `${published}.md`,
          articleFile({ title: 'Report', outlet: 'Post', published }, text),
        ) as Article,
      )
    const found = People.in([
      report('2023-01-10', '“Wait,” said Finance Minister Ana Belova. “No,” she said. “Never,” Belova said.'),
      report('2023-06-10', '“We go,” said Finance Minister Zed Quill.'),
    ])
    expect(found.meant('finance minister').holders).toEqual([
      { name: 'Zed Quill', role: 'Finance Minister', latest: '2023-06-10' },
      { name: 'Ana Belova', role: 'Finance Minister', latest: '2023-01-10' },
    ])
  })

  it('GIVEN people laid on others THEN they share whom both know, and the others learn nothing of it', () => {
    const below = People.of(
      people('“We are ready,” said John Orsk.', '“Wait,” said Water Minister Belova.').records(),
    )
    const own = people('“We go,” said Ana Belova.', '“Stay,” said Mary Orsk.', '“So be it,” said Zed Quill.')
    const above = People.of(own.records(), below)
    expect(above.canonical('Belova')).toBe('Ana Belova')
    expect(above.canonical('Orsk')).toBeNull()
    expect(above.canonical('John Orsk')).toBe('John Orsk')
    const names = ['Ana Belova', 'John Orsk', 'Mary Orsk', 'Zed Quill']
    expect(names.filter(above.meant('water minister').is)).toEqual(['Ana Belova'])
    expect(names.filter(above.meant('orsk').is)).toEqual(['John Orsk', 'Mary Orsk'])
    expect(below.canonical('Belova')).toBe('Belova')
    expect(below.canonical('Orsk')).toBe('John Orsk')
    expect(below.canonical('Zed Quill')).toBeNull()
  })
})

it('GIVEN a paragraph that lists people and countries by the hundred THEN it tells nobody’s country', () => {
  const names = Array.from(
    { length: 60 },
    (_, n) => `Ana ${'ABCDEFGHIJ'[n % 10]}${'abcdef'[Math.floor(n / 10)]}rsk`,
  )
  const countries =
    'France Germany Spain Italy Poland Norway Sweden Finland Denmark Austria Hungary Greece Ireland'
  const article = (text: string) =>
    annotate(
      parseArticle(
        'list.md',
        articleFile({ title: 'List', outlet: 'Post', published: '2023-05-12' }, text),
      ) as Article,
    )
  const beside = (text: string) => [...countriesBeside(article(text))].length
  expect(beside(`Ana Belova met them in ${countries.split(' ').slice(0, 3).join(', ')}.`)).toBe(3)
  expect(beside(`${names.join(', ')} came from ${countries.split(' ').join(', ')}.`)).toBe(0)
})

describe('GIVEN a text made of names alone', () => {
  const MANY = 40_000
  const speaker = (name: string) => ({
    ...{ name, role: null, via: null, confidence: 'explicit' as const },
    ...{ start: 0, end: 1 },
  })
  const saying = (names: readonly string[]) =>
    ({
      article: { text: '', published: null },
      names: [],
      sentences: [],
      quotations: names.map((name) => ({ speaker: speaker(name) })),
    }) as unknown as AnnotatedArticle
  /** Names of six letters that look unlike each other. */
  const other = (n: number) =>
    [...(26 ** 5 + ((n * 1_299_709) % 26 ** 5)).toString(26)]
      .map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26)))
      .join('')

  it.each([
    ['tens of thousands of surnames that begin alike', (n: number) => `Anna Be${other(n)}`],
    ['tens of thousands of people of one surname', (n: number) => `${other(n).toUpperCase()} Berg`],
  ])('of %s THEN each is compared with few others, and others get their turn meanwhile', (_, nameOf) => {
    const names = Array.from({ length: MANY }, (_, n) => nameOf(n))
    const reading = People.found([saying(names)])
    let steps = 0
    let step = reading.next()
    while (!step.done) {
      steps++
      step = reading.next()
    }
    expect(steps).toBeGreaterThan(MANY)
    const people = step.value
    for (const name of names) people.canonical(name)
    expect(people.all().reduce((sum, { quotations }) => sum + quotations, 0)).toBe(MANY)
  })
})
