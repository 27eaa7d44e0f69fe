import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inverseFrequency, saturated } from '../../src/retrieval/bm25.js'
import { MiniSearchRetriever } from '../../src/retrieval/minisearch/retriever.js'
import { TermIndex, type UnitTerms } from '../../src/retrieval/minisearch/term-index.js'
import type { QueryTerm, Retriever } from '../../src/retrieval/port.js'
import { describePostgres, type TestDatabase, testDatabase } from '../support/postgres.js'
import { inPostgres } from '../support/postgres-units.js'

const FIELDS = ['title', 'text'] as const
type Field = (typeof FIELDS)[number]
type Article = { readonly title: readonly string[]; readonly passages: readonly (readonly string[])[] }
type Passages = Retriever<Field>

/** The units of articles as the port defines them: one behind the other, the title with the first. */
function unitsOf(articles: readonly Article[]): UnitTerms<Field>[] {
  return articles
    .flatMap(({ title, passages }, group) =>
      passages.map((text, at) => ({ group, fields: { title: at === 0 ? title : [], text } })),
    )
    .map((unit, id) => ({ id, ...unit }))
}

function indexOf(articles: readonly Article[]): TermIndex<Field> {
  const index = new TermIndex(FIELDS)
  for (const unit of unitsOf(articles)) index.add(unit)
  return index
}

const retriever = (index: TermIndex<Field>, base: MiniSearchRetriever<Field> | null = null) =>
  new MiniSearchRetriever(index, { groupField: 'title', base })

interface Engine {
  readonly open: (articles: readonly Article[]) => Passages | Promise<Passages>
  /** How many cases each property is tried on: fewer where each takes long. */
  readonly numRuns?: number
}

/** Every way in which the same articles may come to lie behind the port. */
const IN_MEMORY: Readonly<Record<string, Engine['open']>> = {
  'an index that was just made': (articles) => retriever(indexOf(articles)),
  'one that was kept and read again': (articles) =>
    retriever(TermIndex.load(FIELDS, indexOf(articles).columns())),
  'one that was read, and added to': (articles) => {
    const units = unitsOf(articles)
    const half = articles.slice(0, articles.length >> 1)
    const index = TermIndex.load(FIELDS, indexOf(half).columns())
    const passages = retriever(index)
    for (const unit of units.slice(index.size)) index.add(unit)
    return passages
  },
  'one from which others were discarded': (articles) => {
    const index = indexOf(articles)
    const others: UnitTerms<Field>[] = [0, 1, 2].map((at) => ({
      id: index.size + at,
      group: articles.length,
      fields: { title: ['dam'], text: ['river', 'levee', 'gate'] },
    }))
    for (const unit of others) index.add(unit)
    const passages = retriever(index)
    for (const { id } of others) index.discard(id)
    return passages
  },
}

const word = fc.constantFrom('dam', 'gate', 'flood', 'river', 'minister', 'harbour')
const article = fc.record({
  title: fc.array(word, { maxLength: 3 }),
  passages: fc.array(fc.array(word, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 4 }),
})
const articles = fc.array(article, { minLength: 1, maxLength: 6 })
const query = fc.uniqueArray(word, { minLength: 1, maxLength: 4 }).map(([first, ...others]): QueryTerm[] => [
  {
    weight: 1.5,
    terms: new Map([[first!, 1], ...others.slice(1).map((one): [string, number] => [one, 0.5])]),
  },
  ...others.slice(0, 1).map((one) => ({ weight: 0.75, terms: new Map([[one, 1]]) })),
])

const occurrences = (terms: readonly string[], { terms: counted }: QueryTerm) =>
  terms.reduce((sum, term) => sum + (counted.get(term) ?? 0), 0)
const countsOf = (text: readonly string[], asked: readonly QueryTerm[]) =>
  asked.map((one) => occurrences(text, one))
const holdsAny = (terms: readonly string[], asked: readonly QueryTerm[]) =>
  asked.some((one) => occurrences(terms, one) > 0)

/** What every engine does. */
function keepsTheContract({ open, numRuns }: Engine): void {
  const runs = numRuns === undefined ? {} : { numRuns }
  it('counts units, groups, lengths and the units and groups that hold a term', async () => {
    await fc.assert(
      fc.asyncProperty(articles, word, async (all, term) => {
        const engine = await open(all)
        const statistics = await engine.statistics([term, 'volcano'])
        const passages = all.flatMap((one) => one.passages)
        expect(statistics).toMatchObject({
          units: passages.length,
          groups: all.length,
          lengths: { title: all.flatMap(({ title }) => title).length, text: passages.flat().length },
        })
        expect(statistics.frequencies.get(term)).toEqual({
          units: passages.filter((text) => text.includes(term)).length,
          groups: all.filter(({ title, passages }) => [...title, ...passages.flat()].includes(term)).length,
        })
        expect(statistics.frequencies.get('volcano')).toEqual({ units: 0, groups: 0 })
      }),
      runs,
    )
  })

  it('finds the units that hold any of the terms, and the first one for its title, each once', async () => {
    await fc.assert(
      fc.asyncProperty(articles, query, async (all, terms) => {
        const passages = await open(all)
        const { best, total } = await passages.candidates({
          terms,
          statistics: await passages.statistics([]),
          filter: {},
          limit: 100,
        })
        const expected = unitsOf(all).filter(
          ({ fields }) => holdsAny(fields.text, terms) || holdsAny(fields.title, terms),
        )
        expect(best.map(({ id, group }) => ({ id, group })).sort((a, b) => a.id - b.id)).toEqual(
          expected.map(({ id, group }) => ({ id, group })),
        )
        expect(total).toBe(expected.length)
      }),
      runs,
    )
  })

  it('finds the best first, by BM25 of their text and of their title', async () => {
    await fc.assert(
      fc.asyncProperty(articles, query, fc.integer({ min: 1, max: 5 }), async (all, terms, limit) => {
        const passages = await open(all)
        const statistics = await passages.statistics([])
        const { best } = await passages.candidates({ terms, statistics, filter: {}, limit })
        const bm25 = (text: readonly string[], average: number) =>
          terms.reduce(
            (sum, one) => sum + one.weight * saturated(occurrences(text, one), text.length, average),
            0,
          )
        const { lengths, units, groups } = statistics
        const scores = unitsOf(all)
          .filter(({ fields }) => holdsAny(fields.text, terms) || holdsAny(fields.title, terms))
          .map(({ group, fields }) => {
            return bm25(fields.text, lengths.text / units) + bm25(all[group]!.title, lengths.title / groups)
          })
          .sort((a, b) => b - a)
        const found = best.map(({ id, group }) => {
          const { text } = unitsOf(all)[id]!.fields
          return bm25(text, lengths.text / units) + bm25(all[group]!.title, lengths.title / groups)
        })
        expect(found).toHaveLength(Math.min(limit, scores.length))
        for (const [at, score] of found.entries()) expect(score).toBeCloseTo(scores[at]!)
      }),
      runs,
    )
  })

  it('tells how often units, and whole articles, hold the terms, each for its share', async () => {
    await fc.assert(
      fc.asyncProperty(articles, query, async (all, terms) => {
        const passages = await open(all)
        const units = unitsOf(all)
        const held = await passages.units([...units.map(({ id }) => id), -1, 1000], terms)
        expect(held.ids).toEqual(units.map(({ id }) => id))
        expect(held.groups).toEqual(units.map(({ group }) => group))
        const whole = await passages.groups([...all.keys()], terms)
        expect(whole.ids).toEqual([...all.keys()])
        for (const field of FIELDS) {
          const texts = units.map(({ fields }) => fields[field])
          expect(Array.from(held.lengths[field])).toEqual(texts.map(({ length }) => length))
          expect(Array.from(held.counts[field])).toEqual(texts.flatMap((text) => countsOf(text, terms)))
          const articles = all.map(({ title, passages }) => (field === 'title' ? title : passages.flat()))
          expect(Array.from(whole.lengths[field])).toEqual(articles.map(({ length }) => length))
          expect(Array.from(whole.counts[field])).toEqual(articles.flatMap((text) => countsOf(text, terms)))
        }
      }),
      runs,
    )
  })

  it('GIVEN a filter THEN only what it lets through is found and counted', async () => {
    await fc.assert(
      fc.asyncProperty(articles, query, word, async (all, terms, held) => {
        const passages = await open(all)
        const filter = {
          holding: [held],
          inGroup: (group: number) => group > 0,
          accepts: (id: number) => id % 2 === 0,
        }
        const statistics = await passages.statistics([])
        const { best, total } = await passages.candidates({ terms, statistics, filter, limit: 100 })
        const expected = unitsOf(all).filter(
          ({ id, group, fields }) =>
            (holdsAny(fields.text, terms) || holdsAny(fields.title, terms)) &&
            group > 0 &&
            id % 2 === 0 &&
            fields.text.includes(held),
        )
        expect(best.map(({ id }) => id).sort((a, b) => a - b)).toEqual(expected.map(({ id }) => id))
        expect(total).toBe(expected.length)
      }),
      runs,
    )
  })

  it('GIVEN a misspelled term THEN those near in spelling are told, with how many units hold them', async () => {
    const passages = await open([{ title: [], passages: [['minister'], ['harbour', 'minister']] }])
    expect(await passages.similarTerms('ministre', 2)).toEqual([{ term: 'minister', edits: 2, frequency: 2 }])
    expect(await passages.similarTerms('volcano', 2)).toEqual([])
  })
}

describe.each(Object.entries(IN_MEMORY))('the retrieval port over %s', (_, open) => {
  keepsTheContract({ open })
})

describePostgres('the retrieval port over PostgreSQL', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase()
  })
  afterAll(async () => {
    await database[Symbol.asyncDispose]()
  })
  keepsTheContract({ open: (articles) => inPostgres(database.database, articles), numRuns: 15 })
})

describe('an index over another', () => {
  it('GIVEN articles in two indexes THEN the upper one tells of both, and finds its own', async () => {
    await fc.assert(
      fc.asyncProperty(articles, articles, query, async (below, above, terms) => {
        const top = retriever(indexOf(above), retriever(indexOf(below)))
        const asked = terms.flatMap((one) => [...one.terms.keys()])
        const whole = await retriever(indexOf([...below, ...above])).statistics(asked)
        const statistics = await top.statistics(asked)
        expect(statistics).toEqual(whole)
        const { best } = await top.candidates({ terms, statistics, filter: {}, limit: 100 })
        expect(best.every(({ id }) => id < unitsOf(above).length)).toBe(true)
      }),
    )
  })
})

describe('what stays MiniSearch', () => {
  it('GIVEN an index that was kept THEN it is searched, discarded from and swept by MiniSearch itself', async () => {
    const all = [
      {
        title: ['flood'],
        passages: [
          ['river', 'dam', 'dam'],
          ['gate', 'river'],
        ],
      },
      { title: ['minister'], passages: [['harbour', 'minister']] },
    ]
    const index = TermIndex.load(FIELDS, indexOf(all).columns())
    expect(index.search('river').map(({ id }) => id)).toEqual([1, 0])
    expect(index.search('minis', { prefix: true }).map(({ id }) => id)).toEqual([2])
    expect(index.search('harbuor', { fuzzy: 2 }).map(({ id }) => id)).toEqual([2])
    index.discard(0)
    await index.vacuum()
    expect(index.search('dam')).toEqual([])
    expect(index.search('river').map(({ id }) => id)).toEqual([1])
    expect(index.termCount).toBe(4)
  })

  it('GIVEN BM25 THEN a term is worth less the more units hold it', () => {
    expect(inverseFrequency(1, 100)).toBeGreaterThan(inverseFrequency(10, 100))
  })
})
