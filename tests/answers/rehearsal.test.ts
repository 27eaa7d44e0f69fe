import { describe, expect, it } from 'vitest'
import { rehearse } from '../../src/answers/rehearsal.js'
import type { Archive, PassageQuery } from '../../src/archive/contract/archive.js'
import { buildArchive } from '../../src/archive/ingest/build.js'
import { FLOOD } from '../support/flood.js'
import { articleFolder } from '../support/folder.js'

/** The archive of the flood as if it had so many passages, and what it was asked for. */
async function archiveOf(passages: number): Promise<{ archive: Archive; asked: PassageQuery[] }> {
  await using folder = await articleFolder(FLOOD)
  const { archive: flood } = await buildArchive(folder.path)
  const asked: PassageQuery[] = []
  const archive: Archive = {
    status: async () => ({ ...(await flood.status()), passages }),
    articles: (query) => flood.articles(query),
    article: (name) => flood.article(name),
    passages: (query) => {
      asked.push(query)
      return flood.passages(query)
    },
    events: (query) => flood.events(query),
    quotations: (query) => flood.quotations(query),
    suggest: (query) => flood.suggest(query),
  }
  return { archive, asked }
}

describe('rehearsal of an archive', () => {
  it('GIVEN a large archive THEN it is asked about its own headlines', async () => {
    const { archive, asked } = await archiveOf(100_000)
    await rehearse(archive)
    expect(asked.map(({ words }) => words).join('\n')).toContain('Lorne dam')
  })

  it('GIVEN a small one THEN it is asked nothing', async () => {
    const { archive, asked } = await archiveOf(9)
    await rehearse(archive)
    expect(asked).toEqual([])
  })
})
