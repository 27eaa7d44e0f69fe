import { describe, expect, it } from 'vitest'
import { synonymClasses } from '../../src/language/en/synonyms/index.js'

describe('GIVEN the classes of words that stand for one another', () => {
  it('THEN each has a name of its own and something to stand for', () => {
    const names = synonymClasses.map(({ name }) => name)
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
    const empty = synonymClasses.filter(({ same, near }) => same.length + near.length === 0)
    expect(empty.map(({ name }) => name)).toEqual([])
  })

  it('THEN no class lists a member twice, and every member is lower case', () => {
    for (const { name, same, near, everyday } of synonymClasses) {
      const members = [...same, ...near, ...everyday]
      expect([name, members.filter((member, at) => members.indexOf(member) !== at)]).toEqual([name, []])
      expect([name, members.filter((member) => member !== member.toLowerCase() || member === '')]).toEqual([
        name,
        [],
      ])
    }
  })

  it.each([
    ['banged up', 'prison'],
    ['squaddie', 'soldier'],
    ['chopper', 'helicopter'],
    ['step down', 'quit'],
    ['boss', 'chief executive'],
    ['dosh', 'cash'],
    ['toll', 'killed'],
  ])('THEN "%s" is looked up where "%s" stands', (asked, written) => {
    const stem = (word: string) => word.replace(/ed$/, '')
    const together = synonymClasses.filter(
      ({ same, near, everyday }) =>
        [...same, ...near, ...everyday].includes(asked) &&
        [...same, ...near].some((member) => stem(member) === stem(written)),
    )
    expect(together.length).toBeGreaterThan(0)
  })
})
