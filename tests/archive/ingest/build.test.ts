import { expect, it } from 'vitest'
import { buildArchive } from '../../../src/archive/ingest/build.js'
import { articleFile, articleFolder } from '../../support/folder.js'

/** More articles than are kept unpacked at a time. */
const MANY = 200
/** Surnames that no spelling leads from one to another. */
const surname = (n: number) =>
  `B${'aeiou'[n % 5]}${'lmnrst'[Math.floor(n / 5) % 6]}${'kdgp'[Math.floor(n / 30) % 4]}${'aeiou'[Math.floor(n / 120)]}v`

it('GIVEN more articles than are kept unpacked THEN what each quotes is found', async () => {
  const files = Array.from({ length: MANY }, (_, n): [string, string] => [
    `${n}.md`,
    articleFile(
      { title: `Report ${n}`, outlet: 'Post', published: '2023-05-12' },
      `“Gate number ${n} is closed,” said Anna ${surname(n)} in Orsk.`,
    ),
  ])
  await using folder = await articleFolder(Object.fromEntries(files))
  const { archive } = await buildArchive(folder.path)
  for (const n of [0, 1, MANY / 2, MANY - 1]) {
    const { hits } = await archive.quotations({ words: '', speaker: `Anna ${surname(n)}`, limit: MANY })
    expect(hits.flatMap(({ wordings }) => wordings).map(({ said }) => said.text)).toContain(
      `Gate number ${n} is closed,`,
    )
  }
})
