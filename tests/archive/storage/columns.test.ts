import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Column, decodeColumns, encodeColumns } from '../../../src/archive/storage/columns.js'
import { Strings } from '../../../src/archive/storage/strings.js'

const size = { maxLength: 20 }
const column: fc.Arbitrary<Column> = fc.oneof(
  fc.uint8Array(size),
  fc.uint16Array(size),
  fc.uint32Array(size),
  fc.int32Array(size),
)
const name = fc.stringMatching(/^[a-z]{1,6}$/)
const tree = fc.dictionary(name, fc.oneof(column, fc.dictionary(name, column, { minKeys: 1 })))

describe('columns', () => {
  it('GIVEN columns of any kind, one within another THEN they are read back as they were', () => {
    fc.assert(
      fc.property(tree, fc.nat(9), (written, offset) => {
        const bytes = encodeColumns(written)
        // Wherever in memory they come to lie.
        const memory = new Uint8Array(offset + bytes.length)
        memory.set(bytes, offset)
        expect(decodeColumns(memory.subarray(offset))).toEqual({ ...written })
      }),
    )
  })
})

describe('strings in one buffer', () => {
  const text = fc.oneof(
    fc.string(),
    fc.array(fc.nat(0xffff), { maxLength: 6 }).map((units) => String.fromCharCode(...units)),
  )

  it('are what they were, by their places', () => {
    fc.assert(
      fc.property(fc.array(text), (texts) => {
        const strings = new Strings(Strings.columns(texts))
        expect([...strings]).toEqual(texts)
        expect(strings.size).toBe(texts.length)
      }),
    )
  })

  it('GIVEN them in order THEN each is found, and nothing else', () => {
    fc.assert(
      fc.property(fc.uniqueArray(text), text, (texts, other) => {
        const sorted = [...texts].sort()
        const strings = new Strings(Strings.columns(sorted))
        for (const [place, one] of sorted.entries()) expect(strings.find(one)).toBe(place)
        expect(strings.find(other)).toBe(sorted.indexOf(other))
      }),
    )
  })
})
