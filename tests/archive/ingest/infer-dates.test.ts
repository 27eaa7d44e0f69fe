import { describe, expect, test } from 'vitest'
import { buildArchive } from '../../../src/archive/ingest/build.js'
import { articleFile, articleFolder } from '../../support/folder.js'

const QUAKE = [
  'HALDEN, Feb. 7 (Coast Radio) – A strong quake struck the old town of Halden early on Tuesday, killing at least 41 people and shutting the airport, officials said.',
  'Interior Minister Ada Quist said the search in the old town would go on through the night, and asked the army for tents and field kitchens.',
]
const PASTED = `Quake kills dozens in old town\n\n${QUAKE.join('\n\n')}\n`
const report = (published: string, more = '') =>
  articleFile(
    { title: 'Strong quake kills 41 in Halden', outlet: 'Harbour Wire', published },
    'At least 41 people were killed when a strong quake struck the old town of Halden early on Tuesday, officials said, and the airport was shut.',
    `The search in the old town goes on through the night, said Interior Minister Ada Quist, who asked the army for tents and kitchens.${more}`,
  )
const other = (published: string) =>
  articleFile(
    { title: 'Ferries stop as ice closes the sound', outlet: 'Coast Mail', published },
    'The ferries between Lorne and the outer islands stopped after ice closed the sound, the harbour master said, and nobody knows when they will run.',
  )

async function dayOf(files: Record<string, string>) {
  await using folder = await articleFolder({ 'pasted.txt': PASTED, ...files })
  const { archive, gaps } = await buildArchive(folder.path)
  const found = (await archive.article('pasted.txt'))!
  return { published: found.published, basis: found.publishedBasis, undated: gaps.undated }
}

describe('GIVEN an article whose dateline has no year', () => {
  test('WHEN a dated one near that day tells of the same THEN the year is that one’s, and it is told from where', async () => {
    expect(await dayOf({ 'wire.md': report('2023-02-08'), 'mail.md': other('2021-02-07') })).toEqual({
      published: '2023-02-07',
      basis: 'inferred: same event as Harbour Wire',
      undated: 0,
    })
  })

  test.each([
    ['only others are near that day', { 'mail.md': other('2021-02-07') }],
    ['it tells of the same on another day of the year', { 'wire.md': report('2023-05-08') }],
    [
      'two years have such a one',
      { 'wire.md': report('2023-02-08'), 'old.md': report('2019-02-07', ' Schools stay shut.') },
    ],
  ])('WHEN %s THEN it has none', async (_, files) => {
    expect(await dayOf(files)).toMatchObject({ published: null, undated: 1 })
  })
})
