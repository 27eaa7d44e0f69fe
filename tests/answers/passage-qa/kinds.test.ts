import { describe, expect, it } from 'vitest'
import { rankSentences, retrieve } from '../../../src/answers/passage-qa/index.js'
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

describe('/ask, of a toll that grows', () => {
  const { archive } = makeArchive([
    report('Post', '2023-06-01', 'The flood in Norland killed 41 people in the valley, the governor said.'),
    report(
      'Herald',
      '2023-06-04',
      'The flood in Norland killed 63 people in the valley, the governor said on Sunday.',
    ),
    report('Mirror', '2023-06-04', 'Rescuers said that 66 people had been killed by the flood in Norland.'),
  ])

  it('THEN the newest figure comes first, and what sources of that day say otherwise beside it', async () => {
    const question = 'how many people did the flood in norland kill?'
    const { findings } = await answer({ command: 'ask', question }, archive, { server: null })
    expect(findings[0]?.citations[0]?.published).toBe('2023-06-04')
    expect(findings[0]?.text).toMatch(/^6[36]/)
    expect(findings[0]?.differs).toMatch(/Herald.*63 people|Mirror.*66 people/)
  })
})

describe('what is told of somebody', () => {
  /** The likeliest answer in the only sentence of a report, and how it is told. */
  async function told(question: string, sentence: string) {
    const { archive } = makeArchive([
      report('Post', '2023-05-10', 'The harbour was quiet on Friday.', sentence),
    ])
    const { asked, result } = await retrieve(question, archive, { server: null })
    const evidence = rankSentences(asked, result.hits).find((one) => one.sentence.text === sentence)
    const from = evidence?.sentence.start ?? 0
    const span = evidence?.span ?? null
    return { text: span && sentence.slice(span.start - from, span.end - from), features: span?.features }
  }

  it.each([
    ['what is gulls real name', 'Ann Marn, 44, known online as “Gull”, was freed on Monday.', 'Ann Marn'],
    ['whats gulls real name', 'Gull, whose real name is Ann Marn, was freed on Monday.', 'Ann Marn'],
  ])('GIVEN “%s” and “%s” THEN “%s” is said outright', async (question, sentence, name) => {
    const { text, features } = await told(question, sentence)
    expect(text).toBe(name)
    expect(features?.said).toBe(1)
  })

  it('GIVEN the age of somebody else in the sentence THEN it fits less than their own', async () => {
    const other = await told(
      'how old is ann marn',
      'Lars Berg, 51, who is married to Ann Marn, owns the ferry.',
    )
    const own = await told(
      'how old is ann marn',
      'Ann Marn, 47, who is married to Lars Berg, owns the ferry.',
    )
    expect(own.text).toBe('47')
    expect(other.features?.fit ?? 0).toBeLessThan(own.features!.fit!)
  })

  it('GIVEN whose picture it is THEN the name in front of the agency is no answer', async () => {
    const { text } = await told(
      'who shot the ferry captain',
      'Lars Berg/Nordfoto The ferry captain, who was shot in May.',
    )
    expect(text ?? '').not.toMatch(/Berg/)
  })
})
