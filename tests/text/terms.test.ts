import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Analyzer, foldForPhrases, stripMarks } from '../../src/text/terms.js'

const analyzer = new Analyzer()
const same = (a: string, b: string) => expect(analyzer.distinct(a)).toEqual(analyzer.distinct(b))

describe('index terms', () => {
  it('GIVEN a possessive THEN it is the word', () => {
    same('the minister’s dam', "minister dam's")
  })

  it('GIVEN diacritics THEN they do not matter', () => {
    same('Gdańsk café', 'Gdansk cafe')
  })

  it('GIVEN a number with separators THEN it is the number', () => {
    same('12,000 people', '12000 people')
    same('12k people', '12,000 people')
    expect(analyzer.distinct('1.5 million')).toContain('1.5')
  })

  it('GIVEN an abbreviation, a long form or an adjective of one country THEN they are one term', () => {
    same('U.S. troops', 'US troops')
    same('United States', 'the USA')
    same('British', 'Britain')
    same('Germans', 'Germany')
  })

  it('GIVEN the pronoun “us” THEN it is no country', () => {
    expect(analyzer.distinct('tell us')).toEqual([])
  })

  it('GIVEN a compound THEN its parts are terms, and the whole', () => {
    expect(analyzer.distinct('flood-prone')).toEqual(expect.arrayContaining(analyzer.distinct('flood prone')))
    expect(analyzer.distinct('a build-up')).toContain(analyzer.distinct('buildup')[0])
    expect(analyzer.distinct('an e-mail')).toContain(analyzer.distinct('email')[0])
  })

  it.each([
    ['a cease-fire', 'ceasefire'],
    ['anti-virus', 'antivirus'],
    ['non-proliferation', 'nonproliferation'],
    ['anti‑aircraft', 'antiaircraft'],
    ['24 F-16 fighters', 'F16'],
    ['an S-300 battery', 's300'],
    ['T-72', 'T72'],
    ['Covid-19', 'covid19'],
    ['the G-7', 'G7'],
  ])('GIVEN “%s” THEN it is found by “%s”', (text, asked) => {
    expect(analyzer.distinct(text)).toEqual(expect.arrayContaining(analyzer.distinct(asked)))
  })

  it.each([
    ['recognise', 'recognize'],
    ['organisations', 'organizations'],
    ['analysed', 'analyzed'],
    ['the colours of the harbour', 'the colors of the harbor'],
    ['neighbouring', 'neighboring'],
    ['centres and theatres', 'centers and theaters'],
    ['the defence of an offence', 'the defense of an offense'],
    ['travelled, cancelled', 'traveled, canceled'],
    ['catalogue', 'catalog'],
    ['programmes', 'programs'],
    ['paediatric haemorrhage', 'pediatric hemorrhage'],
    ['grey ploughs', 'gray plows'],
    ['they learnt', 'they learned'],
    ['manoeuvres', 'maneuvers'],
  ])('GIVEN the spellings “%s” and “%s” THEN they are one', (british, american) => same(british, american))

  it.each([
    ['organization', 'organ'],
    ['four', 'for'],
    ['seize', 'seise'],
    ['prize', 'price'],
    ['flour', 'floor'],
    ['hour', 'or'],
    ['promise', 'promiscuous'],
  ])('GIVEN “%s” and “%s” THEN they stay two', (one, other) => {
    expect(analyzer.distinct(`${one} x`)).not.toEqual(analyzer.distinct(`${other} x`))
  })

  it.each(['100,000', '100 000', '100\u00a0000', '100\u202f000', '100.000', "100'000", '100’000', '100k'])(
    'GIVEN the number “%s” THEN it is 100000',
    (number) => same(`${number} troops`, '100000 troops'),
  )

  it('GIVEN numbers side by side, or a fraction THEN none is made of them', () => {
    same('in 2014 300 people', '2014 300 people')
    expect(analyzer.distinct('6.125 per cent')).toContain('6.125')
  })

  it('GIVEN a part of a name in a language that joins words THEN it is found', () => {
    const holds = (text: string, asked: string) =>
      expect(analyzer.distinct(text)).toEqual(expect.arrayContaining(analyzer.distinct(asked)))
    holds('the daily L’Écran said', 'écran')
    holds("at l'Elysée", 'Elysee')
    holds('Giscard d’Estaing', 'Estaing')
    holds('台北市', '台北')
    holds('习近平', '习近平')
    holds('газета «Зеркало недели»', 'зеркало')
  })

  it('GIVEN an irregular form THEN it is its base', () => {
    same('they withdrew, led and lost', 'withdraw lead lose')
    same('women and children', 'woman child')
  })

  it('GIVEN a verb with its particle THEN it is one term, and an empty phrase none', () => {
    same('they turned down the plan', 'reject the plan')
    expect(analyzer.distinct('Where will it take place?')).toEqual([])
  })

  it('GIVEN stop words THEN they are left out, or kept where wording counts', () => {
    expect(analyzer.distinct('the of and')).toEqual([])
    const kept = new Analyzer({ keepStopWords: true }).terms('of the dam')
    expect(kept.map(({ stop }) => stop)).toEqual([true, true, false])
  })

  it('every term says where it stands, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        let last = 0
        for (const { term, start, end } of analyzer.terms(text)) {
          expect(term).not.toBe('')
          expect(term).not.toMatch(/\s/)
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeGreaterThanOrEqual(last)
          expect(end).toBeLessThanOrEqual(text.length)
          last = end
        }
      }),
    )
  })

  it('marks on letters never matter', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zé ]{0,60}$/), (text) => {
        expect(analyzer.distinct(stripMarks(text))).toEqual(analyzer.distinct(text))
      }),
    )
  })
})

describe('folding for phrases', () => {
  it('GIVEN two outlets’ typography THEN one text', () => {
    expect(foldForPhrases('“No  more” – he’s')).toBe(foldForPhrases('"no more" - he\'s'))
  })
})

it('GIVEN a word that is longer than any THEN it gives no term, and those beside it give theirs', () => {
  const found = new Analyzer().terms(`bridge ${'y'.repeat(90_000)} ferries ${'9'.repeat(90_000)}`)
  expect(found.map(({ term }) => term)).toEqual(['bridg', 'ferri'])
})
