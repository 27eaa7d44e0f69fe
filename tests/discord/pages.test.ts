import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as limits from '../../src/discord/limits.js'
import { type Asked, pageButtons, readTurn, stamp } from '../../src/discord/pages.js'

const asked: Asked = { command: 'when', given: { topic: 'geneva' }, archive: 'abcdefgh' }

function buttons(of: Asked, page: number, pages: number) {
  return pageButtons(of, page, pages)?.components.map((button) => {
    if (!('custom_id' in button)) throw new Error('a button without an id')
    return button
  })
}

const idsOf = (of: Asked, page: number, pages: number) =>
  buttons(of, page, pages)?.map(({ custom_id }) => custom_id) ?? []

describe('the buttons of a page', () => {
  test('GIVEN the first of three pages THEN only further ones can be pressed', () => {
    expect(buttons(asked, 0, 3)?.map(({ label, disabled }) => [label, disabled])).toEqual([
      ['«', true],
      ['‹', true],
      ['1 / 3', true],
      ['›', false],
      ['»', false],
    ])
  })

  test('GIVEN a page in the middle THEN each button leads to its page', () => {
    const ids = idsOf(asked, 2, 5)
    expect(ids.map((id) => readTurn(id, ids)?.page)).toEqual([0, 1, 2, 3, 4])
  })

  test('GIVEN a question that fits no row THEN there are no buttons', () => {
    expect(pageButtons({ ...asked, given: { topic: 'x'.repeat(2 * limits.QUESTION) } }, 0, 3)).toBeNull()
  })

  test('GIVEN any question of the greatest length THEN it survives the buttons, and ids keep their limit', () => {
    const text = (most: number) => fc.string({ unit: 'grapheme', minLength: 1, maxLength: most })
    const given = fc
      .record(
        { words: text(300), outlet: text(60), since: text(10), until: text(10) },
        { requiredKeys: ['words'] },
      )
      .filter((options) => Object.values(options).join('').length <= limits.QUESTION)
    fc.assert(
      fc.property(given, fc.nat(8), (options, page) => {
        const question = { ...asked, command: 'search', given: options }
        const ids = idsOf(question, page, 9)
        expect(new Set(ids).size).toBe(5)
        for (const id of ids) {
          expect(id.length).toBeLessThanOrEqual(limits.CUSTOM_ID)
          expect(id).toBe(id.trim())
          expect(id).not.toMatch(/\p{Cs}/u)
        }
        expect(readTurn(ids[2]!, ids)).toEqual({ page, asked: question })
      }),
    )
  })
})

describe('a pressed button', () => {
  const ids = idsOf({ ...asked, given: { topic: 'geneva talks' } }, 0, 3)

  test.each([
    ['an id of something else', 'vote:up', ids],
    ['a page that is no number', 'page:3:x:;', ids],
    ['ids of which one is missing', ids[3]!, ids.slice(1)],
    [
      'ids in another order',
      ids[3]!,
      [...idsOf({ ...asked, given: { topic: 'y'.repeat(200) } }, 0, 3)].reverse(),
    ],
    ['lengths that do not add up', 'page:0:1:v|when|topic=9|geneva;', ['page:0:1:v|when|topic=9|geneva;']],
    ['no ids at all', ids[3]!, []],
  ])('GIVEN %s THEN it asks for nothing', (_, pressed, all) => {
    expect(readTurn(pressed, all)).toBeNull()
  })

  test('GIVEN any ids THEN reading them never throws', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (pressed, all) => {
        readTurn(
          pressed,
          all.map((part, i) => `page:${i}:0:${part};`),
        )
        readTurn(`page:0:1:${pressed};`, all)
      }),
    )
  })
})

test('GIVEN two versions of an archive THEN their stamps differ and are short', () => {
  expect(stamp('a')).not.toBe(stamp('b'))
  expect(stamp('a'.repeat(500))).toMatch(/^[\w-]{8}$/)
})
