import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runToEnd } from '../../src/lib/cooperative-tasks.js'
import { CompactSearch } from '../../src/retrieval/index.js'

interface Entry {
  readonly id: number
  readonly label: string
  readonly also: string
}

const WORDS = ['harbour', 'harbours', 'arbour', 'mayor', 'mayoral', 'strike', 'striker', 'bridge'] as const
const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 4 }).map((words) => words.join(' '))
const entries = fc
  .array(fc.record({ label: text, also: text }), { minLength: 1, maxLength: 12 })
  .map((all) => all.map((entry, id): Entry => ({ id, ...entry })))

const indexOf = (all: readonly Entry[]) => {
  const index = new CompactSearch<Entry>({ fields: ['label', 'also'] })
  index.addAll(all)
  return index
}

describe('a search that is made smaller', () => {
  it('GIVEN any entries and words THEN it finds the same with the same scores', () => {
    fc.assert(
      fc.property(entries, text, fc.boolean(), (all, typed, prefix) => {
        const index = indexOf(all)
        const options = { prefix, fuzzy: 0.2 }
        const before = index.search(typed, options)
        runToEnd(index.compact())
        expect(index.search(typed, options)).toEqual(before)
        expect(index.documentCount).toBe(all.length)
      }),
    )
  })

  it('GIVEN one that is discarded THEN it is found no more', () => {
    const index = indexOf([
      { id: 0, label: 'harbour master', also: '' },
      { id: 1, label: 'harbour strike', also: 'mayor' },
    ])
    runToEnd(index.compact())
    index.discard(0)
    expect(index.search('harbour').map(({ id }) => id)).toEqual([1])
    expect(index.has(0)).toBe(false)
  })
})
