import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundedMap } from '../../src/lib/bounded.js'

describe('a bounded map', () => {
  it('GIVEN anything done to it THEN it holds what was set last, and no more than its size', () => {
    const key = fc.integer({ min: 0, max: 9 })
    const deed = fc.oneof(
      fc.record({ set: key }),
      fc.record({ delete: key }),
      fc.record({ clear: fc.constant(true) }),
    )
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.array(deed, { maxLength: 60 }), (size, deeds) => {
        const map = boundedMap<number, number>(size)
        let expected: number[] = []
        for (const [n, one] of deeds.entries()) {
          if ('set' in one) {
            map.set(one.set, n)
            expected = [...expected.filter((other) => other !== one.set), one.set].slice(-size)
          } else if ('delete' in one) {
            map.delete(one.delete)
            expected = expected.filter((other) => other !== one.delete)
          } else {
            map.clear()
            expected = []
          }
          expect([...map.keys()]).toEqual(expected)
        }
      }),
    )
  })

  it('GIVEN entries that take more or less THEN it holds the last ones that have place together, one at least', () => {
    const weights = fc.array(fc.record({ key: fc.integer({ min: 0, max: 9 }), weight: fc.nat(12) }), {
      maxLength: 60,
    })
    fc.assert(
      fc.property(weights, (all) => {
        const map = boundedMap<number, { readonly weight: number }>(10, ({ weight }) => weight)
        let expected: { readonly key: number; readonly weight: number }[] = []
        for (const one of all) {
          map.set(one.key, one)
          expected = [...expected.filter(({ key }) => key !== one.key), one]
          while (expected.length > 1 && expected.reduce((sum, { weight }) => sum + weight, 0) > 10)
            expected.shift()
          expect([...map.values()]).toEqual(expected)
        }
      }),
    )
  })
})
