import { describe, expect, it } from 'vitest'
import { makeArchive } from '../../../src/archive/ingest/build.js'
import { answerInEnglish as answer } from '../../support/english.js'
import { report } from '../../support/report.js'

const { archive } = makeArchive([
  report(
    'Post',
    '2023-04-22',
    'A drilling platform exploded off Norland on Thursday. Eleven workers were killed, the coast guard said, and seventeen were hurt.',
    'Gov. Pat Oakes ordered ships to the coast. The oil slick is 40 miles wide.',
  ),
  report(
    'Herald',
    '2023-05-09',
    'Volunteers found 517 birds dead and 440 covered in oil on the beaches of Norland.',
    'The importer pays the new tariff on steel, not the country that it comes from.',
    'Westmark Attorney General Phil Rice sued the owner of the platform. Eastmark Attorney General Rob Lund said he would wait.',
  ),
  report(
    'Mirror',
    '2023-05-14',
    'Police chief Steve Rudd said that Karim Dost was charged with the attack on the market in Selby, in which bombs were thrown.',
    'Altona got 11 inches of rain over the weekend, and Bexley got 10 inches.',
    'The airport of Selby was closed on Monday after the storm and reopened on Thursday.',
  ),
  report(
    'Ledger',
    '2023-05-20',
    'The emirate was the first state to recognize the rebel council, on 28 March.',
    'Ida Hayes said on 19 May that the well was effectively dead.',
  ),
])
const ask = async (question: string) => {
  const { findings } = await answer({ command: 'ask', question }, archive, { server: null })
  return findings
}

describe('/ask, by the kinds of what may go wrong', () => {
  it.each([
    ['how many dead?', /Eleven/, /440|517|seventeen/],
    ['who pays the tariff', /importer/i, /country/],
    ['who is the attorney general of eastmark', /Rob Lund/, /Phil Rice/],
    ['who did the attack', /Karim Dost/, /Rudd/],
    ['how much rain fell in altona', /11 inches/, /10 inches/],
  ])(
    'GIVEN “%s” THEN its sentence comes first, and nothing wrong is printed',
    async (question, right, wrong) => {
      const [first] = await ask(question)
      expect(first?.citations[0]?.snippet).toMatch(right)
      expect(first?.text).not.toMatch(wrong)
    },
  )

  it.each([
    ['is the airport of selby open', /reopened on Thursday/],
    ['when did the emirate recognise the council', /28 March/],
  ])('GIVEN “%s” THEN the sentence that says it comes first', async (question, sentence) => {
    expect((await ask(question))[0]?.citations[0]?.snippet).toMatch(sentence)
  })

  it('GIVEN an office whose state is not told THEN whoever is called so comes closest, and nobody is printed', async () => {
    const question = 'who is the governor of norland'
    const { findings, closest } = await answer({ command: 'ask', question }, archive, { server: null })
    expect(findings).toEqual([])
    expect(closest[0]?.citations[0]?.snippet).toMatch(/^Gov\. Pat Oakes/)
  })

  it('GIVEN what was called dead is a thing THEN nobody is said to have died', async () => {
    expect(
      await answer({ command: 'when', topic: 'did hayes die' } as never, archive, { server: null }),
    ).toMatchObject({ findings: [] })
  })
})
