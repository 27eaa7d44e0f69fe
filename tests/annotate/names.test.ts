import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentOfText } from '../../src/annotate/document.js'
import { findNames } from '../../src/annotate/names.js'

const namesOf = (text: string) => findNames(documentOfText(text))
const listed = (text: string) => namesOf(text).map(({ name, kind }) => `${name} (${kind})`)
const roleOf = (text: string, name: string) => namesOf(text).find((one) => one.name === name)?.role

describe('names', () => {
  it.each([
    ['a person by first name', 'Yesterday Anna Berg arrived.', ['Anna Berg (person)']],
    ['a person by title', 'They met President Vallo in the palace.', ['Vallo (person)']],
    ['an initial', 'They met John Q. Holm at noon.', ['John Q. Holm (person)']],
    ['particles', 'They met Ursula van der Berg at noon.', ['Ursula van der Berg (person)']],
    [
      'an organisation by its noun',
      'It was sent to the Harbour Workers Union.',
      ['Harbour Workers Union (organisation)'],
    ],
    ['an acronym', 'It was sent to the OECD.', ['OECD (organisation)']],
    ['a known body', 'The letter reached the White House.', ['White House (organisation)']],
    ['a place', 'They met in Geneva and in New Zealand.', ['Geneva (place)', 'New Zealand (place)']],
    ['a sentence without names', 'However, the talks went on. Nobody left.', []],
    ['days and months', 'The talks start on Monday in January.', []],
    ['an assembly', 'It went to the General Assembly.', ['General Assembly (organisation)']],
    ['a firm of two parts', 'He runs Lind & Holm now.', ['Lind & Holm (organisation)']],
  ])('GIVEN %s THEN it is found with its kind', (_, text, expected) => {
    expect(listed(text)).toEqual(expected)
  })

  it('GIVEN a common word at the start of a sentence THEN it is no part of the name after it', () => {
    expect(listed('Meanwhile Anna Berg left.')).toEqual(['Anna Berg (person)'])
  })

  it('GIVEN a headline in capitals THEN only names known from the text count', () => {
    const text = 'Berg Warns Of Long Winter As Talks Fail\nAnna Berg spoke in Oslo.'
    expect(listed(text)).toEqual(['Anna Berg (person)', 'Anna Berg (person)', 'Oslo (place)'])
  })

  it('GIVEN a surname THEN it is followed to the full name, before and after', () => {
    const text = 'Mr Holm left early. The mayor, Tom Holm, was tired. Holm slept.'
    expect(namesOf(text).map(({ name }) => name)).toEqual(['Tom Holm', 'Tom Holm', 'Tom Holm'])
  })

  it('GIVEN two people of one surname THEN the honorific tells them apart', () => {
    const text = 'Anna Holm met Tom Holm. Mrs Holm spoke first. Mr Holm followed.'
    expect(namesOf(text).map(({ name }) => name)).toEqual(['Anna Holm', 'Tom Holm', 'Anna Holm', 'Tom Holm'])
  })

  it('GIVEN two surnames side by side under a picture THEN they are nobody’s full name', () => {
    const text = 'Holm Berg\nTom Holm met Anna Berg in Oslo. Berg smiled.'
    expect(namesOf(text).at(-1)!.name).toBe('Anna Berg')
  })

  it.each([
    ['a title before', 'They met Foreign Minister Anna Berg in Oslo.', 'Foreign Minister'],
    ['a title with its department', 'They met Secretary of State Anna Berg in Oslo.', 'Secretary of State'],
    ['a description before', 'They met former trade adviser Anna Berg in Oslo.', 'former trade adviser'],
    ['an apposition after', 'Anna Berg, the mayor of Oslo, was there.', 'mayor of Oslo'],
    [
      'an apposition with now',
      'Anna Berg, now a fellow at an institute, was there.',
      'fellow at an institute',
    ],
    ['an apposition before', 'The party’s chief strategist, Anna Berg, was there.', 'chief strategist'],
    ['an apposition under somebody', 'The president’s adviser, Anna Berg, left.', 'president’s adviser'],
    ['an apposition under a country', 'Norway’s trade minister, Anna Berg, left.', 'Norway’s trade minister'],
    ['a plural in the title', 'The foreign affairs adviser, Anna Berg, left.', 'foreign affairs adviser'],
    ['an apposition with a place', 'The Danish envoy in Oslo, Anna Berg, left.', 'Danish envoy in Oslo'],
    ['a fuller title later', 'Minister Anna Berg left. Trade Minister Anna Berg is back.', 'Trade Minister'],
    ['no role', 'Anna Berg, who was tired, went home.', null],
  ])('GIVEN %s THEN the role is what the text says', (_, text, role) => {
    expect(roleOf(text, 'Anna Berg') ?? null).toBe(role)
  })

  it('GIVEN a role at one mention THEN it holds for every mention', () => {
    const text = 'They met Foreign Minister Anna Berg in Oslo. Berg smiled.'
    expect(namesOf(text).at(-1)).toMatchObject({ name: 'Anna Berg', role: 'Foreign Minister' })
  })

  it('GIVEN anything THEN names are in order, apart, and within the text', () => {
    const words = fc.constantFrom(
      'Anna',
      'Berg',
      'van',
      'of',
      'the',
      'President',
      'Mr',
      '.',
      ',',
      "'s",
      'US',
      '\n',
      'É',
      'ß',
      '😀',
    )
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words, { maxLength: 60 }).map((list) => list.join(' ')),
    )
    fc.assert(
      fc.property(texts, (text) => {
        let last = 0
        for (const { start, end, name } of namesOf(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(name).not.toBe('')
          last = end
        }
      }),
      { numRuns: 300 },
    )
  })

  it.each(['Berg ', 'Anna Berg ', 'B. ', 'Mr ', 'President ', 'A', 'of The '])(
    'GIVEN a megabyte of "%s" THEN it is read in linear time',
    (unit) => {
      expect(Array.isArray(namesOf(unit.repeat(Math.ceil(1_000_000 / unit.length))))).toBe(true)
    },
  )

  it('GIVEN many people of one surname THEN it is read in linear time', () => {
    const letters = 'abcdefghij'
    const firstName = (i: number) => `K${[...String(i)].map((digit) => letters[Number(digit)]).join('')}`
    const text = Array.from(
      { length: 40_000 },
      (_, i) => `We met ${firstName(i)} Berg today and Berg left.`,
    ).join('\n')
    expect(namesOf(text).length).toBeGreaterThan(40_000)
  })
})

describe('whom a calling introduces', () => {
  it.each([
    ['a party', 'It is late, Labour MP Anna Holmberg said.', 'Anna Holmberg', 'Labour MP'],
    ['a town and an office', 'Oslo Alderman Paul C. Bergdahl said so.', 'Paul C. Bergdahl', 'Oslo Alderman'],
    ['a band', 'Former Marlow Paul Bergdahl said so.', 'Paul Bergdahl', 'Former Marlow'],
    [
      'a see',
      'It is late, Archbishop of Marlow Paul Bergdahl said.',
      'Paul Bergdahl',
      'Archbishop of Marlow',
    ],
  ])('GIVEN %s before a name THEN it is the role, and the name stands alone', (_, text, name, role) => {
    expect(roleOf(text, name)).toBe(role)
  })

  it('GIVEN a verb of speech before its subject THEN it is no part of the name', () => {
    expect(namesOf('Wrote Bergdahl on his page: “It is late.”').map(({ name }) => name)).toEqual(['Bergdahl'])
  })

  it('GIVEN a firm that is called by a possessive THEN the name has it', () => {
    expect(listed("Lindholm's said the claim was late.")).toEqual(["Lindholm's (organisation)"])
  })

  it('GIVEN a flight of an airline THEN the airline is not called by it', () => {
    expect(namesOf('NorAir Flight NA803 is late. NorAir has confirmed it.').map(({ name }) => name)).toEqual([
      'NorAir Flight NA803',
      'NorAir',
    ])
  })
})
