import { describe, expect, it } from 'vitest'
import { questionOf } from '../../../src/answers/model/question.js'
import { makeArchive } from '../../../src/archive/ingest/build.js'
import { parseArticle } from '../../../src/articles/folder/parse.js'
import type { Article } from '../../../src/articles/model/article.js'
import { answerInEnglish as answer } from '../../support/english.js'
import { articleFile } from '../../support/folder.js'

/** What is answered from articles, a day of May 2023 each. */
const ask = (question: string, ...texts: string[]) => {
  const articles = texts.map((text, index) => {
    const facts = { title: `Report ${index}`, outlet: 'Post', published: `2023-05-${10 + index}` }
    return parseArticle(`${index}.md`, articleFile(facts, text)) as Article
  })
  return answer(questionOf(question), makeArchive(articles).archive, { server: null })
}

const PRESIDENTS = [
  '“We are ready for the talks,” said US President Ada Moore.',
  '“The treaty is worth more than its paper,” French President Luc Arnaud said.',
  'A senior US official said that the talks would last a week.',
]

describe('/quotes by office', () => {
  it.each([
    ['US president', 'Ada Moore'],
    ['the American president', 'Ada Moore'],
    ['French president', 'Luc Arnaud'],
    ['US official', 'senior US official'],
  ])('GIVEN %s THEN whoever is called so speaks', async (asked, speaker) => {
    const { findings, note } = await ask(`/quotes ${asked}`, ...PRESIDENTS)
    expect(findings.map((finding) => finding.speaker?.name)).toEqual([speaker])
    expect(findings[0]?.group).toBeUndefined()
    expect(note).toBeNull()
  })

  it('GIVEN an office that several hold THEN each stands by themselves, the one named last first', async () => {
    const { findings, note } = await ask('/quotes president', ...PRESIDENTS)
    expect(findings.map(({ group }) => group)).toEqual([
      'Luc Arnaud – French President',
      'Ada Moore – US President',
    ])
    expect(note).toMatch(/2 people/)
  })

  it('GIVEN an office that nobody is said to hold for that country THEN it is no finding, but comes closest', async () => {
    const { findings, closest, note } = await ask(
      '/quotes US president',
      '“We are ready for the talks,” President Ada Moore said at the White House.',
    )
    expect(findings).toEqual([])
    expect(closest.map((finding) => finding.speaker?.name)).toEqual(['Ada Moore'])
    expect(note).toMatch(/without the country, there are: Ada Moore \(“President”\)\./)
  })
})

describe('/who-said by office', () => {
  it('GIVEN words and an office THEN only its holder is looked at', async () => {
    const { findings } = await ask('/who-said "talks" speaker:"American president"', ...PRESIDENTS)
    expect(findings.map((finding) => finding.speaker?.name)).toEqual(['Ada Moore'])
  })

  it('GIVEN somebody who did not say it THEN who did is only shown as closest', async () => {
    const { findings, closest, note } = await ask(
      '/who-said "worth more than its paper" speaker:"US president"',
      ...PRESIDENTS,
    )
    expect(findings).toEqual([])
    expect(closest.map((finding) => finding.speaker?.name)).toEqual(['Luc Arnaud'])
    expect(note).toMatch(/nobody called “US president”/i)
  })
})

describe('the findings of /quotes', () => {
  const headlines = async (...texts: string[]) =>
    (await ask('/quotes Berg', ...texts)).findings.map(({ text }) => text)

  it('GIVEN a statement parted by its attribution THEN it is one finding', async () => {
    const { findings } = await ask(
      '/quotes Berg',
      'The road to the coast, Anna Berg said, would open in May.',
    )
    expect(findings.map(({ text }) => text)).toEqual(['The road to the coast … would open in May'])
    expect(findings[0]!.citations).toHaveLength(1)
  })

  it('GIVEN several words in marks of one statement THEN it is one finding, with all of the statement', async () => {
    const text = 'Anna Berg warned that the dam was “old” and would become “a danger to the valley” in May.'
    expect(await headlines(text)).toEqual([
      'the dam was “old” and would become “a danger to the valley” in May',
    ])
  })

  it('GIVEN words that are no clause THEN their verb stands with them', async () => {
    expect(await headlines('Anna Berg warned of a flood in the valley.')).toEqual([
      'warned of a flood in the valley',
    ])
  })

  it('GIVEN a sentence that is parted in marks THEN its parts stand together', async () => {
    expect(await headlines('“If they come,” Anna Berg warned, “we will meet them.”')).toEqual([
      '“If they come” … “we will meet them.”',
    ])
  })
})

describe('/quotes with a topic', () => {
  const REPORTS = [
    '“The pipeline stays shut,” said Energy Minister Ada Moore.',
    'The harbour was blocked again. “We will not wait for ever,” said Ada Moore.',
    '“Nobody was executed,” Justice Minister Tom Lund said. “The jails are calm.”',
  ]
  const said = async (question: string) => {
    const { query, findings } = await ask(question, ...REPORTS)
    return { query, first: findings[0]?.text ?? null, count: findings.length }
  }

  it.each([
    ['/quotes moore pipeline', 'Moore: pipeline'],
    ['/quotes Ada Moore on the pipeline', 'Ada Moore: pipeline'],
    ['/quotes pipeline moore', 'moore: pipeline'],
    ['/quotes moore: pipeline', 'moore: pipeline'],
    ['/quotes energy minister pipeline', 'energy minister: pipeline'],
  ])('GIVEN %s THEN the name and the topic are told apart', async (question, query) => {
    const answered = await said(question)
    expect(answered.query.toLowerCase()).toBe(query.toLowerCase())
    expect(answered.first).toBe('“The pipeline stays shut”')
  })

  it('GIVEN a topic that only the paragraph names THEN what was said there is found', async () => {
    expect(await said('/quotes Moore topic:harbour')).toMatchObject({
      first: '“We will not wait for ever”',
      count: 1,
    })
  })

  it('GIVEN a topic in other words THEN what says the same is found', async () => {
    expect(await said('/quotes Lund topic:"put to death"')).toMatchObject({ first: '“Nobody was executed”' })
  })

  it('GIVEN a topic that nobody spoke of THEN nothing is found', async () => {
    expect(await said('/quotes moore vaccines')).toMatchObject({ first: null })
  })

  it('GIVEN a topic that a mark says as well (“share”: “%”) THEN not every statement is on it', async () => {
    const texts = ['“The road will open in May,” said Anna Berg.', 'The share of closed roads fell.']
    expect((await ask('/quotes Berg topic:share', ...texts)).findings).toEqual([])
  })
})
