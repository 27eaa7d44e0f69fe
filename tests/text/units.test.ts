import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentOfText } from '../../src/annotate/document.js'
import { parseArticle } from '../../src/articles/folder/parse.js'
import {
  boundedUnits,
  LONGEST_PARAGRAPH,
  LONGEST_RUN,
  LONGEST_SENTENCE,
  parted,
} from '../../src/text/units.js'

const whole = (text: string) => ({ start: 0, end: text.length })
const unitsOf = (text: string) =>
  boundedUnits(text, whole(text)).map(({ start, end }) => text.slice(start, end))

describe('GIVEN a paragraph', () => {
  it('of ordinary length THEN it stays whole', () => {
    const text = 'The harbour opened again on Monday. '.repeat(40).trim()
    expect(unitsOf(text)).toEqual([text])
  })

  it('with a run that no word is as long as THEN what stands around it is kept, and the run left out', () => {
    expect(unitsOf(`The harbour ${'9'.repeat(LONGEST_RUN + 1)} opened.`)).toEqual(['The harbour', 'opened.'])
    expect(unitsOf(`The harbour${' '.repeat(LONGEST_RUN + 1)}opened.`)).toEqual(['The harbour', 'opened.'])
    expect(unitsOf(`The harbour ${'\u200b'.repeat(90_000)} opened.`)).toEqual(['The harbour', 'opened.'])
  })

  it('with a link as long as a run may be THEN it stays whole', () => {
    const text = `See https://${'a'.repeat(LONGEST_RUN - 8)} for more.`
    expect(unitsOf(text)).toEqual([text])
  })

  it('of a script without spaces THEN its commas and stops part its runs', () => {
    const text = '港口在星期一重新开放，渡轮又开始航行。'.repeat(30)
    expect(unitsOf(text)).toEqual([text])
  })

  it('that is very long THEN it is parted behind sentences', () => {
    const sentence = 'The harbour opened again on Monday, and ferries left for the islands.'
    const units = unitsOf(`${sentence} `.repeat(300).trim())
    expect(units.length).toBeGreaterThan(3)
    for (const unit of units) expect(unit.length).toBeLessThanOrEqual(LONGEST_PARAGRAPH)
    expect(units.join(' ')).toBe(`${sentence} `.repeat(300).trim())
    for (const unit of units) expect(unit.endsWith('islands.')).toBe(true)
  })

  it('THEN its sentences keep to their bound, and no character is cut in two', () => {
    const { text, sentences } = documentOfText('🚢 ferry '.repeat(2_000))
    expect(sentences.length).toBeGreaterThan(5)
    for (const { start, end } of sentences) {
      expect(end - start).toBeLessThanOrEqual(LONGEST_SENTENCE)
      expect(text.slice(start, end)).not.toMatch(/\p{Cs}/u)
    }
  })
})

const piece = fc.constantFrom(
  'a',
  '9',
  ' ',
  '\u200b',
  '.',
  '。',
  '🚢',
  'word ',
  'x'.repeat(300),
  ' '.repeat(300),
  '. ',
)

describe('GIVEN anything', () => {
  it('THEN units are in order, keep to the bounds, and leave out nothing but long runs and blanks', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.integer({ min: 300, max: 900 }), (pieces, most) => {
        const text = pieces.join('')
        let at = 0
        for (const unit of boundedUnits(text, whole(text)).flatMap((one) => parted(text, one, most))) {
          expect(unit.start).toBeGreaterThanOrEqual(at)
          expect(unit.end).toBeGreaterThanOrEqual(unit.start)
          expect(unit.end - unit.start).toBeLessThanOrEqual(most)
          const left = text.slice(at, unit.start)
          expect(left.trim() === '' || left.trim().length > LONGEST_RUN).toBe(true)
          at = unit.end
        }
      }),
    )
  })
})

describe('GIVEN an article with a run of 90,000 digits', () => {
  const run = '9'.repeat(90_000)
  const text = `Harbour opens\n\nThe harbour opened on Monday. ${run} Ferries left for the islands on Tuesday.\n`

  it('THEN its text holds the run, and its paragraphs what stands around it', () => {
    const article = parseArticle('a.txt', text)
    if ('reason' in article) throw new Error('rejected')
    expect(article.text).toBe(text)
    expect(article.paragraphs.map(({ start, end }) => text.slice(start, end))).toEqual([
      'The harbour opened on Monday.',
      'Ferries left for the islands on Tuesday.',
    ])
  })
})
