import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clean, oneLine, shorten } from '../../../src/discord/render/text.js'
import { hostile } from '../hostile.js'

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

describe('shortening', () => {
  test.each([
    ['short enough', 20, 'short enough'],
    ['cut after a whole word', 14, 'cut after a…'],
    ['Donaudampfschifffahrt', 10, 'Donaudamp…'],
    ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 15, '👩‍👩‍👧‍👦…'],
    ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 5, '…'],
  ])('GIVEN %j and %i THEN it is %j', (text, length, short) => {
    expect(shorten(text, length)).toBe(short)
  })

  test('GIVEN any text THEN it is short enough and no character is broken', () => {
    fc.assert(
      fc.property(hostile(), fc.integer({ min: 1, max: 80 }), (raw, length) => {
        const text = clean(raw)
        const short = shorten(text, length)
        expect(short.length).toBeLessThanOrEqual(Math.max(length, 1))
        if (short === text) return
        const kept = short.slice(0, -1)
        const ends = [...graphemes.segment(text)].map(({ index, segment }) => index + segment.length)
        const trimmed = new Set([0, ...ends].map((end) => text.slice(0, end).trimEnd()))
        expect(trimmed.has(kept)).toBe(true)
      }),
    )
  })
})

describe('cleaning', () => {
  test.each([
    ['a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['\ud83d broken', '\ufffd broken'],
    ['\u202eturned\u2066', 'turned'],
    [`z${'\u0301'.repeat(50)}`, `z${'\u0301'.repeat(6)}`],
  ])('GIVEN %j THEN it is %j', (text, cleaned) => {
    expect(clean(text)).toBe(cleaned)
  })

  test('GIVEN lines THEN one line is left', () => {
    expect(oneLine('  a\n\n b\tc ')).toBe('a b c')
  })
})
