import { describe, expect, it } from 'vitest'
import type { QueryTerm } from '../../src/archive/contract/archive.js'
import { DocumentRanking } from '../../src/archive/search/document-ranking.js'
import { harbourArchive } from '../support/harbour.js'

const archive = harbourArchive()
const passages = (words: string, limit = 10) => archive.passages({ words, limit }, { server: null })

describe('passages', () => {
  it('GIVEN the words of one passage THEN it comes first', async () => {
    const { hits } = await passages('Which ferries were cancelled?')
    expect(hits[0]?.passage.text).toMatch(/^Ferries/)
  })

  it('GIVEN a word that only the title holds THEN its article is found', async () => {
    expect((await passages('walkout')).hits[0]?.article.id).toBe('port.md')
  })

  it('GIVEN a related word THEN it counts, for less than the word itself', async () => {
    const { hits } = await passages('firm')
    expect(hits[0]?.passage.text).toMatch(/company/)
    const [share] = Object.values(hits[0]!.matched)
    expect(share).toBeGreaterThan(0)
    expect(share).toBeLessThan(1)
  })

  it('GIVEN a name that is spelled otherwise THEN it is found, and named as unknown', async () => {
    const { hits, unknown } = await passages('Tjernow')
    expect(unknown).toEqual([{ word: 'Tjernow', nearest: 'Tjernov' }])
    expect(hits[0]?.passage.text).toMatch(/Tjernov/)
  })

  it('GIVEN words that no article holds THEN nothing is found, and what they are worth is told', async () => {
    const { hits, total, weights } = await passages('volcano')
    expect({ hits, total }).toEqual({ hits: [], total: 0 })
    expect(Object.keys(weights)).toEqual(['volcano'])
  })

  it('GIVEN no words THEN nothing is found', async () => {
    expect((await passages('')).hits).toEqual([])
  })

  it('GIVEN a limit THEN no more than that, the best first, and all are counted', async () => {
    const { hits, total } = await passages('dockers', 1)
    expect(hits).toHaveLength(1)
    expect(total).toBeGreaterThan(1)
    const scores = (await passages('dockers union ferries')).hits.map(({ score }) => score)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
  })
})

describe('documents', () => {
  it('are ranked by themselves with their best passage', async () => {
    const ranking = new DocumentRanking([
      { id: 1, title: '', text: 'A long talk of ships. Ships and weather.\nMore of the weather.' },
      { id: 'two', title: 'Dockers walk out', text: 'Nobody came.' },
      { id: 3, title: '', text: 'Nothing of the kind.' },
    ])
    expect(await ranking.rank('dockers', 10)).toEqual(['two'])
    expect((await ranking.rank('ships', 10))[0]).toBe(1)
    expect(await ranking.rank('ships dockers', 1)).toHaveLength(1)
    expect(await ranking.rank('', 5)).toEqual([])
  })
})

describe('passages by terms that are given', () => {
  const asked = (terms: readonly QueryTerm[], limit = 10) =>
    archive.passages({ words: '', terms, limit }, { server: null })

  it('GIVEN a term that stands for another THEN it is counted as that one, for its share', async () => {
    const { hits, weights, related } = await asked([{ term: 'volcano', synonyms: { docker: 0.5 } }])
    expect(hits[0]?.matched).toEqual({ volcano: 0.5 })
    expect(Object.keys(weights)).toEqual(['volcano'])
    expect(related).toEqual({ docker: { stem: 'volcano', share: 0.5 } })
  })

  it('GIVEN a weight THEN the scores grow with it', async () => {
    const [plain, twice] = await Promise.all(
      [1, 2].map((weight) => asked([{ term: 'docker', synonyms: {}, weight }])),
    )
    expect(twice!.hits[0]!.score).toBeCloseTo(2 * plain!.hits[0]!.score)
  })

  it('tell how many passages hold each of the terms, of how many', async () => {
    const { size, total, frequencies } = await asked([{ term: 'docker', synonyms: { volcano: 0.5 } }])
    const { passages } = await archive.status({ server: null })
    expect(size).toBe(passages)
    expect(frequencies.volcano).toBe(0)
    expect(frequencies.docker).toBeGreaterThan(0)
    expect(frequencies.docker).toBeLessThanOrEqual(total)
  })
})
