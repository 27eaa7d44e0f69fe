import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentOfText } from '../../src/annotate/document.js'

const sentencesOf = (text: string) =>
  documentOfText(text).sentences.map(({ start, end }) => text.slice(start, end))

describe('sentences', () => {
  it.each([
    ['stops', 'It rained. We left.', ['It rained.', 'We left.']],
    [
      'other ends',
      'Why? Nobody knew! It rained … We left.',
      ['Why?', 'Nobody knew!', 'It rained …', 'We left.'],
    ],
    [
      'titles',
      'They met Mr. Holm and Gen. Berg. It rained.',
      ['They met Mr. Holm and Gen. Berg.', 'It rained.'],
    ],
    ['initials', 'They met J. Q. Holm.', ['They met J. Q. Holm.']],
    [
      'abbreviated countries',
      'The U.S. Army left. The U.S. The others stayed.',
      ['The U.S. Army left.', 'The U.S.', 'The others stayed.'],
    ],
    ['numbers', 'It cost 3.50 in all. We paid.', ['It cost 3.50 in all.', 'We paid.']],
    ['closing marks', '“It rained.” We left.', ['“It rained.”', 'We left.']],
    [
      'an attribution after a mark',
      '“Why?” he asked. “Go!” she said.',
      ['“Why?” he asked.', '“Go!” she said.'],
    ],
  ])('GIVEN %s THEN sentences end where they end', (_, text, expected) => {
    expect(sentencesOf(text)).toEqual(expected)
  })

  it('GIVEN lines THEN each is a paragraph, and no sentence runs over its end', () => {
    const document = documentOfText('One line\n\n  Another. And more  \n')
    expect(document.paragraphs).toHaveLength(2)
    expect(document.sentences.map(({ paragraph }) => paragraph)).toEqual([0, 1, 1])
  })

  it('GIVEN anything THEN sentences are in order and lie within their paragraphs', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { paragraphs, sentences } = documentOfText(text)
        let last = 0
        for (const { start, end, paragraph } of sentences) {
          expect(start).toBeGreaterThanOrEqual(Math.max(last, paragraphs[paragraph]!.start))
          expect(end).toBeLessThanOrEqual(paragraphs[paragraph]!.end)
          last = end
        }
      }),
      { numRuns: 300 },
    )
  })
})
