import fc from 'fast-check'
import { expect, test } from 'vitest'
import { choices } from '../../../src/discord/gateway/autocomplete.js'
import { hostile } from '../hostile.js'

test('GIVEN suggestions THEN they are choices in their order', () => {
  expect(choices([{ label: 'Ada Meer · Minister', value: 'Ada Meer' }])).toEqual([
    { name: 'Ada Meer · Minister', value: 'Ada Meer' },
  ])
})

test('GIVEN a quotation that is too long THEN it is shown with an ellipsis and asked for without', () => {
  const value = Array.from({ length: 40 }, (_, i) => `word${i}`).join(' ')
  const [choice] = choices([{ label: value, value }])
  expect(choice!.name).toMatch(/ word\d+…$/)
  expect(value.startsWith(`${choice!.value} `)).toBe(true)
})

test('GIVEN any suggestions THEN there are at most 25, none empty, none twice, none too long', () => {
  const suggestion = fc.record({ label: hostile(10), value: hostile(10) })
  fc.assert(
    fc.property(fc.array(suggestion, { maxLength: 60 }), (given) => {
      const made = choices(given)
      expect(made.length).toBeLessThanOrEqual(25)
      expect(new Set(made.map(({ name }) => name)).size).toBe(made.length)
      for (const { name, value } of made) {
        expect(name.trim().length).toBeGreaterThan(0)
        expect(name.length).toBeLessThanOrEqual(100)
        expect(value.length).toBeGreaterThan(0)
        expect(value.length).toBeLessThanOrEqual(100)
      }
    }),
  )
})
