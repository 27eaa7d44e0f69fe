import { describe, expect, it } from 'vitest'
import { makeArchive } from '../../../src/archive/ingest/build.js'
import { answerInEnglish as answer } from '../../support/english.js'
import { report } from '../../support/report.js'

const { archive } = makeArchive([
  report(
    'Post',
    '2023-04-22',
    'Doctors at the clinic of Selby run a new testing regime. They said on Friday that it had failed because the swabs were too old.',
    'The clinic of Selby is on the harbour, next to the fish market. A testing tent stands in front of it.',
  ),
  report(
    'Herald',
    '2023-05-09',
    'The mayor opened a school in Altona. Parents had waited for it for years.',
    'The bridge of Altona was painted red in spring.',
  ),
])
const ask = (question: string) => answer({ command: 'ask', question }, archive, { server: null })

describe('the sentences that an answer shows', () => {
  it('GIVEN one that refers back to the one before it THEN both are shown, as they stand in the article', async () => {
    const { findings, closest } = await ask('why did the testing regime fail in selby')
    expect([...findings, ...closest][0]?.citations[0]?.snippet).toBe(
      'Doctors at the clinic of Selby run a new testing regime. They said on Friday that it had failed because the swabs were too old.',
    )
  })

  it('GIVEN a question that no article answers THEN the likeliest sentence comes closest, not its passage', async () => {
    const { findings, closest } = await ask('how many children go to the school in altona')
    expect(findings).toEqual([])
    expect(closest[0]?.citations[0]?.snippet).toBe('The mayor opened a school in Altona.')
  })

  it('GIVEN words of which the articles hold next to nothing THEN nothing comes close', async () => {
    expect(await ask('what is the airspeed of an unladen swallow')).toMatchObject({
      findings: [],
      closest: [],
    })
  })
})
