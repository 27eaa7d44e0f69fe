import { describe, expect, it } from 'vitest'
import { annotate } from '../../src/annotate/annotate.js'
import type { AnnotatedArticle } from '../../src/annotate/annotations.js'
import { People } from '../../src/archive/people.js'
import type { Article } from '../../src/articles/article.js'
import { parseArticle } from '../../src/articles/parse.js'
import { articleFile } from '../support/folder.js'

const people = (...texts: string[]) =>
  People.in(
    texts.map((text, index) => {
      const facts = { title: `Report ${index}`, outlet: 'Post', published: '2023-05-12' }
      return annotate(parseArticle(`${index}.md`, articleFile(facts, text)) as Article)
    }),
  )

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

  it('GIVEN an office THEN its holder is meant', () => {
    const found = people(
      '“We are ready,” said Water Minister Ana Belova.',
      '“No,” said Ivan Petrenko, the mayor.',
    )
    expect([...found.matching('water minister')]).toEqual(['Ana Belova'])
    expect([...found.matching('belova')]).toEqual(['Ana Belova'])
    expect([...found.matching('Ana Petrenko')]).toEqual([])
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
    expect([...above.matching('water minister')]).toEqual(['Ana Belova'])
    expect([...above.matching('orsk')].sort()).toEqual(['John Orsk', 'Mary Orsk'])
    expect(below.canonical('Belova')).toBe('Belova')
    expect(below.canonical('Orsk')).toBe('John Orsk')
    expect(below.canonical('Zed Quill')).toBeNull()
  })
})

describe('GIVEN a text made of names alone', () => {
  const MANY = 40_000
  const speaker = (name: string) => ({
    ...{ name, role: null, via: null, confidence: 'explicit' as const },
    ...{ start: 0, end: 1 },
  })
  const saying = (names: readonly string[]) =>
    ({
      names: [],
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
