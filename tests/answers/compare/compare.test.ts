import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { figuresIn } from '../../../src/answers/compare/figures.js'
import { questionOf } from '../../../src/answers/model/question.js'
import { makeArchive } from '../../../src/archive/ingest/build.js'
import { parseArticle } from '../../../src/articles/folder/parse.js'
import type { Article } from '../../../src/articles/model/article.js'
import { answerInEnglish as answer } from '../../support/english.js'
import { FLOOD } from '../../support/flood.js'
import { articleFile } from '../../support/folder.js'

const article = (outlet: string, ...paragraphs: string[]) =>
  parseArticle(
    `${outlet}.md`,
    articleFile({ title: `From ${outlet}`, outlet, published: '2023-05-12' }, ...paragraphs),
  ) as Article

const articles = [
  article(
    'Post',
    'More than 12,000 people fled the flood in Lorne.',
    'The flood reached Lorne on May 9.',
    '“The flood will take the valley from us,” Governor Ana Hale said.',
    'The flood cost $3 million.',
  ),
  article(
    'News',
    'An estimated 12,000 residents fled the flood.',
    'The flood reached the town of Lorne on May 9.',
    '“This flood will take the valley away from us,” Governor Ana Hale told reporters.',
    'The flood damage stands at $3 million.',
  ),
  article('Herald', 'Some 15,000 people have fled the flood since May 9.'),
  article('Mirror', 'Nobody was ready for the flood.'),
]
const { archive } = makeArchive(articles)
const ask = (text: string) => answer(questionOf(text), archive, { server: null })

describe('/compare', () => {
  it('GIVEN figures that differ THEN each outlet’s own, with its hedge', async () => {
    const { findings } = await ask('/compare flood')
    const people = findings.find(({ text }) => text.startsWith('people'))
    expect(people?.differs).toBe('Post: More than 12,000; News: An estimated 12,000; Herald: Some 15,000')
    expect(people?.citations.map(({ outlet }) => outlet)).toEqual(['Post', 'News', 'Herald'])
  })

  it('GIVEN the same figure THEN it says that they agree', async () => {
    const { findings } = await ask('/compare flood')
    const cost = findings.find(({ text }) => text.includes('$3 million'))
    expect(cost?.text).toMatch(/2 outlets agree/)
    expect(cost).not.toHaveProperty('differs')
  })

  it('GIVEN the same date of one event THEN it says that they agree', async () => {
    const { findings } = await ask('/compare flood')
    expect(findings.find(({ group }) => group === 'Dates')?.text).toMatch(/^9 May 2023: .*2 outlets agree$/)
  })

  it('GIVEN days within those of another outlet THEN one finding says that they differ', async () => {
    const { archive } = makeArchive([
      article('Post', 'The lake talks in Lorne are planned for May 22 and 23, the mayor said.'),
      article('News', 'The mayor of Lorne said that the lake talks would be held on May 23.'),
    ])
    const { findings } = await answer(questionOf('/compare lake talks'), archive, { server: null })
    const dated = findings.filter(({ group }) => group === 'Dates')
    expect(dated).toHaveLength(1)
    expect(dated[0]?.differs).toMatch(/News: 23 May 2023/)
    expect(dated[0]?.differs).toMatch(/Post: 22–23 May 2023/)
  })

  it('GIVEN another word for what is counted THEN its figure is compared too', async () => {
    const { archive } = makeArchive([
      article('Post', 'Some 9,000 troops stand near Lorne.'),
      article('News', 'About 11,000 soldiers stand near Lorne.'),
    ])
    const { findings } = await answer(questionOf('/compare troops'), archive, { server: null })
    expect(findings[0]?.differs).toBe('Post: Some 9,000; News: About 11,000')
  })

  it('GIVEN two wordings of one utterance THEN both, as a difference', async () => {
    const { findings } = await ask('/compare flood')
    const said = findings.find(({ group }) => group === 'Wording')
    expect(said?.text).toContain('Ana Hale')
    expect(said?.differs).toContain('Post: “The flood will take the valley from us”')
    expect(said?.differs).toContain('News: “This flood will take the valley away from us”')
  })

  it('GIVEN an outlet with nothing to compare THEN its sentence is there all the same', async () => {
    const { findings } = await ask('/compare flood')
    expect(findings.find(({ text }) => text === 'Mirror')?.citations[0]?.snippet).toBe(
      'Nobody was ready for the flood.',
    )
  })

  it('GIVEN one outlet only THEN it says that there is nothing to compare', async () => {
    const one = makeArchive([articles[0]!]).archive
    const given = await answer(questionOf('/compare flood'), one, { server: null })
    expect(given.note).toMatch(/Only Post speaks of this/)
  })

  it('GIVEN a topic no article speaks of THEN it is silent', async () => {
    expect((await ask('/compare volcano')).note).toMatch(/don’t say/)
  })
})

describe('/compare of what is measured', () => {
  const dated = (id: string, outlet: string, published: string, ...paragraphs: string[]) =>
    parseArticle(id, articleFile({ title: `From ${outlet}`, outlet, published }, ...paragraphs)) as Article
  const { archive: told } = makeArchive([
    dated(
      'a.md',
      'Post',
      '2023-05-10',
      'The Lorne quake killed at least 95 people, the mayor said.',
      'Adam Meer, 51, leads the rescue.',
    ),
    dated(
      'b.md',
      'Post',
      '2023-05-12',
      'The death toll of the Lorne quake rose to 140, and 620 were injured.',
    ),
    dated(
      'c.md',
      'News',
      '2023-05-12',
      'Forty-eight horses died in the quake in Lorne, a vet said.',
      'Repairs after the quake will cost $3bn (£2bn).',
    ),
    dated(
      'd.md',
      'Herald',
      '2023-05-14',
      'The quake killed 212 people in Lorne.',
      'Ships carried 9,000 tents.',
      'The state put up $40 million in relief funding for Lorne.',
      'Officials counted 2,300 aid requests in Lorne by Friday.',
      'Inflation in Norland stood at 8.4%, though fuel rose by three quarters of a percentage point and more than 50% in Orsk.',
      'The dam leaks 300 barrels a day.',
    ),
    dated(
      'e.md',
      'Mirror',
      '2023-05-14',
      'In Lorne the quake killed 190 people.',
      'The bill for the quake repairs is $3 billion.',
    ),
  ])
  const compared = async (topic: string) =>
    (await answer(questionOf(`/compare ${topic}`), told, { server: null })).findings

  it('GIVEN a toll that grows THEN the newest first, and what is of one day as a difference', async () => {
    const [first] = await compared('lorne death toll')
    expect(first?.text).toBe('lorne death toll: 212 / 190 ← 140 ← at least 95')
    expect(first?.differs).toBe('Herald: 212; Mirror: 190')
  })

  it('GIVEN a sum in two spellings THEN the outlets agree, and its conversion is no other sum', async () => {
    const findings = await compared('cost of the quake')
    expect(findings.map(({ text }) => text)).toEqual(['cost of the quake: $3 billion – 2 outlets agree'])
  })

  it.each([
    ['how many injured in lorne', 'how many injured in lorne: 620'],
    ['meers age', 'meers age: 51'],
    ['relief funding amounts', 'relief funding amounts: $40 million'],
    ['number of aid requests', 'number of aid requests: 2,300'],
    ['legal fees of the mayor', undefined],
    ['how much leaks per day', 'how much leaks per day: 300 barrels'],
  ])('GIVEN “%s” THEN only what measures it', async (topic, text) => {
    const findings = await compared(topic)
    expect(findings.map((finding) => finding.text)).toEqual(text ? [text] : [])
  })

  it('GIVEN a place that nobody counts the dead of THEN there is no figure', async () => {
    expect(await compared('orsk death toll')).toEqual([])
  })
})

describe('figures', () => {
  it.each([
    ['They moved more than 100,000 Norland troops.', 'more than 100,000', 100_000, 'over', 'troops'],
    ['They moved an estimated 94,300 soldiers north.', 'an estimated 94,300', 94_300, 'about', 'troops'],
    ['It cost up to 2.5 million dollars.', 'up to 2.5 million', 2_500_000, 'under', 'dollars'],
    ['It fell by 12 percent.', '12 percent', 12, null, null],
    ['There were 40 or so.', '40', 40, null, null],
    ['It rose by half a percentage point to 4 percent.', '4 percent', 4, null, null],
  ])('%s → %s', (sentence, text, value, hedge, noun) => {
    expect(figuresIn(sentence, [])[0]).toMatchObject({ text, value, hedge, noun })
  })

  it('GIVEN a number inside a date THEN it is no figure', () => {
    expect(figuresIn('On May 9 they left.', [{ start: 3, end: 8 }])).toEqual([])
  })

  it('GIVEN any text THEN every figure stands in it as written', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...'1 2 0 , . $ % a troops more than some - million'.split(' '), ' '),
        }),
        (text) => {
          for (const figure of figuresIn(text, []))
            expect(text.slice(figure.start, figure.end)).toBe(figure.text)
        },
      ),
    )
  })
})

describe('citations of events', () => {
  it('GIVEN any topic THEN every snippet stands at its offsets in its file, word for word', async () => {
    const files = new Map<string, string>([
      ...Object.entries(FLOOD),
      ...articles.map(({ id, text }) => [id, text] as const),
    ])
    const all = makeArchive([...files].map(([name, text]) => parseArticle(name, text) as Article)).archive
    const words = [...files.values()].join(' ').split(/\s+/)
    const topic = fc.array(fc.constantFrom(...words), { maxLength: 4 }).map((some) => some.join(' '))
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('when', 'timeline', 'compare'), topic, async (command, words) => {
        const given = await answer(questionOf(`/${command} ${words}`), all, { server: null })
        for (const { citations } of [...given.findings, ...given.closest]) {
          expect(citations.length).toBeGreaterThan(0)
          for (const { article, start, end, snippet } of citations)
            expect(files.get(article)?.slice(start, end)).toBe(snippet)
        }
      }),
    )
  })
})
