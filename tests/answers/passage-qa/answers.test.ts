import { describe, expect, it } from 'vitest'
import { ask } from '../../../src/answers/commands/ask.js'
import { retrieve } from '../../../src/answers/passage-qa/retrieve.js'
import { rankSentences } from '../../../src/answers/passage-qa/sentences/rank.js'
import { makeArchive } from '../../../src/archive/ingest/build.js'
import { report } from '../../support/report.js'

const { archive } = makeArchive([
  report(
    'Post',
    '2023-05-20',
    'The ferry Aurora capsized off Halden on Friday night. Nineteen passengers were killed and 42 others were injured, the coast guard said.',
    'The captain, Olav Brenne, was arrested on Saturday. Police chief Marit Lund said that he had slept on the bridge.',
    'The port of Halden reopened on Sunday after two days.',
  ),
  report(
    'Herald',
    '2023-05-22',
    'The Aurora was built in Gdansk in 1994. It was owned by Nordline, which was fined $3 million over a leak in 2019.',
    'Dockers in Halden voted for a strike in March. A deal on pay averted a strike of the dockers, the union said.',
    'Transport Minister Eva Dahl resigned on Monday after criticism of the inspections.',
  ),
])
const first = async (question: string) => (await ask(question, archive, { server: null })).findings[0]

describe('/ask in the members’ own words', () => {
  it.each([
    ['how many dead on the ferry', /Nineteen/],
    ['how many passengers got hurt on the aurora', /42 others/],
    ['whos the captain that got nicked', /Olav Brenne/],
    ['who was arrested', /Olav Brenne/],
    ['why did the transport minister step down', /after criticism/],
    ['is the port of halden open', /reopened on Sunday/],
  ])('GIVEN “%s” THEN the sentence that answers comes first', async (question, sentence) => {
    expect((await first(question))?.citations[0]?.snippet).toMatch(sentence)
  })

  it('GIVEN what may be so or not THEN a sentence that says it is not is told from one that only speaks of it', async () => {
    const { asked, result } = await retrieve('did the dockers go on strike', archive, { server: null })
    const refuting = rankSentences(asked, result.hits).filter(({ features }) => features.refuted === 1)
    expect(refuting.map(({ sentence }) => sentence.text)).toEqual([
      'A deal on pay averted a strike of the dockers, the union said.',
    ])
  })

  it('GIVEN a question for a doer THEN the name in bold is no official who speaks of it', async () => {
    for (const question of ['who slept on the bridge', 'who arrested the captain', 'who was arrested']) {
      expect((await first(question))?.text ?? '').not.toMatch(/Lund/)
    }
  })

  it('GIVEN a figure that is asked for THEN what is printed is of its unit', async () => {
    expect((await first('how much was nordline fined'))?.text).toMatch(/\$3 million|Post|Herald/)
    expect((await first('how many passengers were killed'))?.text).not.toMatch(/^(?:42|1994|2019)/)
  })

  it.each(['who is the mayor of Bergen', 'how many trains were cancelled in Poland', 'lol nice one'])(
    'GIVEN “%s”, which nobody tells THEN silence',
    async (question) => {
      expect(await first(question)).toBeUndefined()
    },
  )
})
