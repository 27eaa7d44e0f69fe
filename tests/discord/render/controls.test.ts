import {
  type APIButtonComponentWithCustomId,
  type APIStringSelectComponent,
  ComponentType,
} from 'discord-api-types/v10'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AskedQuestion,
  askedOf,
  askerOf,
  type ComponentState,
  controls,
  readControl,
  sharedId,
  stamp,
  type UnderAnswer,
} from '../../../src/discord/render/controls.js'
import * as limits from '../../../src/discord/render/limits.js'
import { wordsFor } from '../../../src/i18n/words.js'

const ASKER = '900000000000000001'
const one = (command: string, given: AskedQuestion['given'], quoted = false): ComponentState => ({
  questions: [{ command, given }],
  quoted,
  archive: 'abcdefgh',
})
const asked = one('when', { topic: 'geneva' })
const choice = { label: '1. Harbour Wire', value: '1-2-abcd:harbour-wire.md' }
const under = (change: Partial<UnderAnswer> = {}): UnderAnswer => ({
  page: 0,
  pages: 3,
  sources: null,
  asked,
  asker: ASKER,
  quiet: false,
  shareable: true,
  rateable: true,
  downloadable: false,
  citations: [choice],
  ...change,
})

function partsOf(of: UnderAnswer) {
  const parts = controls(of, wordsFor('en'))!.flatMap(({ components }) => components)
  return parts as (APIButtonComponentWithCustomId | APIStringSelectComponent)[]
}
const buttonsOf = (of: UnderAnswer) =>
  partsOf(of).filter((part) => part.type === ComponentType.Button) as APIButtonComponentWithCustomId[]
const namesOf = (of: UnderAnswer) => buttonsOf(of).map(({ label, emoji }) => label ?? emoji?.name)
const idsOf = (of: UnderAnswer) => partsOf(of).map(({ custom_id }) => custom_id)

describe('what stands under an answer', () => {
  test.each([
    ['an answer of several pages', {}, ['‹', '›', '👍', '👎', 'Delete']],
    ['an answer of one page', { pages: 1 }, ['👍', '👎', 'Delete']],
    ['one to take along', { pages: 1, downloadable: true }, ['👍', '👎', '📥', 'Delete']],
    ['sources to open', { pages: 1, sources: { from: 0 } }, ['Show sources', '👍', '👎', 'Delete']],
    [
      'sources to open and pages to turn',
      { sources: { from: 5 } },
      ['Show sources', '‹', '›', '👍', '👎', 'Delete'],
    ],
    [
      'open sources of several pages',
      { pages: 2, quiet: true, sources: { before: null, after: 3 } },
      ['‹', '›', '👍', '👎', 'Share with channel'],
    ],
    [
      'open sources of one page',
      { pages: 1, quiet: true, sources: { before: null, after: null } },
      ['👍', '👎', 'Share with channel'],
    ],
    ['a private answer', { quiet: true }, ['‹', '›', '👍', '👎', 'Share with channel']],
    ['a private answer in direct messages', { quiet: true, shareable: false }, ['‹', '›', '👍', '👎']],
    ['no ratings', { rateable: false, pages: 1 }, ['Delete']],
    ['a question that can’t be asked again', { asked: null }, ['👍', '👎', 'Delete']],
  ] as [string, Partial<UnderAnswer>, string[]][])(
    'GIVEN %s THEN the buttons are those of it',
    (_, change, names) => {
      expect(namesOf(under(change))).toEqual(names)
    },
  )

  test('GIVEN citations THEN they are a menu above the buttons, otherwise there is none', () => {
    const [menu, buttons] = controls(under(), wordsFor('en'))!
    expect(menu!.components).toMatchObject([{ type: ComponentType.StringSelect, options: [choice] }])
    expect(buttons!.components).toHaveLength(5)
    expect(controls(under({ citations: [] }), wordsFor('en'))).toHaveLength(1)
  })

  test('GIVEN questions that fit into no ids THEN there are no controls to turn pages with', () => {
    const long = one('when', { topic: 'x'.repeat(800) })
    expect(controls(under({ asked: long }), wordsFor('en'))).toBeNull()
    expect(controls(under({ asked: long, pages: 1 }), wordsFor('en'))).toHaveLength(2)
  })

  test('GIVEN nothing that can be done THEN there is nothing', () => {
    const nothing = { quiet: true, shareable: false, rateable: false, citations: [], pages: 1 }
    expect(controls(under(nothing), wordsFor('en'))).toEqual([])
  })

  test('GIVEN the first and the last page THEN only the other way can be pressed', () => {
    const turnable = (page: number) =>
      buttonsOf(under({ page }))
        .slice(0, 2)
        .map(({ disabled }) => !disabled)
    expect([turnable(0), turnable(1), turnable(2)]).toEqual([
      [false, true],
      [true, true],
      [true, false],
    ])
  })

  test('GIVEN any question of the greatest length THEN it survives the ids, and these keep their limit', () => {
    const text = (most: number) => fc.string({ unit: 'grapheme', minLength: 1, maxLength: most })
    const given = fc
      .record(
        { words: text(300), outlet: text(60), since: text(10), until: text(10) },
        { requiredKeys: ['words'] },
      )
      .filter((options) => Object.values(options).join('').length <= limits.QUESTION)
    fc.assert(
      fc.property(given, fc.nat(8), fc.boolean(), (options, page, quiet) => {
        const question = one('search', options)
        const ids = idsOf(under({ asked: question, page, pages: 9, quiet }))
        expect(new Set(ids).size).toBe(6)
        for (const id of ids) {
          expect(id.length).toBeLessThanOrEqual(limits.CUSTOM_ID)
          expect(id).toBe(id.trim())
          expect(id).not.toMatch(/\p{Cs}/u)
        }
        expect(askedOf(ids)).toEqual(question)
        expect(askedOf(ids.map(sharedId))).toEqual(question)
        expect(askerOf(ids)).toBe(quiet ? null : ASKER)
        expect(askerOf(ids.map(sharedId))).toBe(ASKER)
      }),
    )
  })

  test('GIVEN several questions, or the words of a message THEN they survive the ids too', () => {
    const question = fc.record({
      command: fc.constantFrom('when', 'who-said', 'ask'),
      given: fc.dictionary(
        fc.constantFrom('words', 'speaker'),
        fc.string({ unit: 'grapheme', maxLength: 40 }),
      ),
    })
    fc.assert(
      fc.property(fc.array(question, { minLength: 1, maxLength: 3 }), fc.boolean(), (questions, quoted) => {
        const several = { questions, quoted, archive: 'abcdefgh' }
        expect(askedOf(idsOf(under({ asked: several })))).toEqual(several)
      }),
    )
  })
})

describe('what is used', () => {
  test('GIVEN each control THEN it is known what it does', () => {
    expect(idsOf(under({ page: 1 })).map(readControl)).toEqual([
      { kind: 'context' },
      { kind: 'page', page: 0 },
      { kind: 'page', page: 2 },
      { kind: 'rate', useful: true },
      { kind: 'rate', useful: false },
      { kind: 'trash' },
    ])
    expect(readControl(idsOf(under({ quiet: true })).at(-1)!)).toEqual({ kind: 'share' })
  })

  test.each(['vote:up', 'page:x:;', 'rate:maybe:;', 'trash::;', 'share;', ''])(
    'GIVEN %j THEN it does nothing',
    (id) => expect(readControl(id)).toBeNull(),
  )

  const ids = idsOf(under({ asked: one('when', { topic: 'y'.repeat(200) }) }))
  test.each([
    ['one is missing', ids.slice(2)],
    ['they are in another order', [...ids].reverse()],
    ['lengths do not add up', ['context:v|when|topic=9|geneva;']],
    ['questions and lengths do not match', ['context:v|when+ask|topic=6|geneva;']],
    ['there are none', []],
  ])('GIVEN that %s THEN they ask for nothing', (_, all) => expect(askedOf(all)).toBeNull())

  test('GIVEN any ids THEN reading them never throws', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (parts) => {
        askedOf(parts.map((part) => `context:${part};`))
        for (const part of parts) readControl(part)
      }),
    )
  })
})

test('GIVEN two versions of an archive THEN their stamps differ and are short', () => {
  expect(stamp('a')).not.toBe(stamp('b'))
  expect(stamp('a'.repeat(500))).toMatch(/^[\w-]{8}$/)
})
