import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { answer as answerData } from '../../src/answers/index.js'
import type { Question } from '../../src/answers/model/answer.js'
import type { AnswerInWords } from '../../src/answers/model/in-words.js'
import { questionOf } from '../../src/answers/model/question.js'
import type { Archive } from '../../src/archive/contract/archive.js'
import { makeArchive } from '../../src/archive/ingest/build.js'
import { parseArticle } from '../../src/articles/folder/parse.js'
import type { Article } from '../../src/articles/model/article.js'
import { renderAnswer } from '../../src/discord/render/renderer.js'
import { answerInEnglish as answer } from '../support/english.js'
import { FLOOD } from '../support/flood.js'
import { articleFile } from '../support/folder.js'

const files = new Map(Object.entries(FLOOD))
let archive: Archive

beforeAll(() => {
  const articles = [...files].map(([name, text]) => parseArticle(name, text) as Article)
  archive = makeArchive(articles).archive
})

const ask = (text: string) => answer(questionOf(text), archive, { server: null })
const outlets = ({ findings }: AnswerInWords, index = 0) =>
  findings[index]?.citations.map(({ outlet }) => outlet)

describe('/when', () => {
  it('GIVEN two articles with the same dates THEN one finding cites both', async () => {
    const given = await ask('/when dam')
    expect(given.findings[0]).toMatchObject({
      text: '15–16 May 2023',
      date: { start: '2023-05-15', end: '2023-05-16', grain: 'day' },
    })
    expect(outlets(given)).toEqual(expect.arrayContaining(['River Post', 'Valley News']))
  })

  it('GIVEN a topic no article speaks of THEN there is no finding, and a note says so', async () => {
    const given = await ask('/when volcano')
    expect(given.findings).toEqual([])
    expect(given.note).toMatch(/don’t say/)
  })
})

describe('/who-said', () => {
  it('GIVEN an utterance two outlets print differently THEN one finding names the speaker, with both wordings', async () => {
    const given = await ask('/who-said "drown in promises"')
    expect(given.findings).toHaveLength(1)
    expect(given.findings[0]?.speaker).toMatchObject({ name: 'Ana Belova', confidence: 'explicit' })
    expect(outlets(given)).toEqual(['River Post', 'Valley News'])
  })

  it('GIVEN a headline’s fragment first THEN the whole wordings of two outlets are compared', async () => {
    const strict = (published: string, title: string, outlet: string, ...body: string[]) =>
      parseArticle(`${outlet}.md`, articleFile({ title, outlet, published }, ...body)) as Article
    const { archive: mine } = makeArchive([
      strict(
        '2023-05-19',
        'Belova warned builders of “strict limits” by the river',
        'Post',
        '“If the river rises again we will have strict limits on building,” Ana Belova, the mayor, said on Friday.',
      ),
      strict(
        '2023-05-20',
        'Mayor speaks',
        'Herald',
        '“If the river should rise again there will be strict limits on building,” Ana Belova said.',
      ),
    ])
    const { findings } = await answer({ command: 'who-said', words: '"strict limits"' }, mine, {
      server: null,
    })
    expect(findings).toHaveLength(1)
    expect(findings[0]?.citations[0]?.snippet).toMatch(/^Belova warned/)
    expect(findings[0]?.differs).toBe('Post: “rises … we … have”; Herald: “should rise … there … be”')
  })

  it('GIVEN a slip of the fingers THEN the wording is found all the same', async () => {
    const given = await ask('/who-said "dron in promisses"')
    expect(given.findings[0]?.speaker?.name).toBe('Ana Belova')
  })

  it('GIVEN the wrong speaker THEN nobody said it', async () => {
    const given = await ask('/who-said "drown in promises" speaker:Ivanov')
    expect(given.findings).toEqual([])
    expect(given.note).toMatch(/nobody/i)
  })

  it('GIVEN words nobody said THEN there is no finding, and what comes closest is shown as such', async () => {
    const given = await ask('/who-said "the valley will be rich"')
    expect(given.findings).toEqual([])
    expect(given.note).toMatch(/nobody in the articles said this/i)
  })
})

describe('/quotes', () => {
  describe('GIVEN initials among the speakers’ names', () => {
    const { archive: mine } = makeArchive([
      parseArticle(
        'aid.md',
        articleFile(
          { title: 'Aid', outlet: 'Post', published: '2023-05-20' },
          '“The wells are dry,” the U.N. agency said. “Nobody came,” said Uma Petersen.',
          '“Help is on its way,” said Nikola Ungar. The United Nations said that the roads were closed.',
          '“It is late,” J.D. Orsk said.',
        ),
      ) as Article,
    ])
    const quoted = async (speaker: string) =>
      (await answer({ command: 'quotes', speaker }, mine, { server: null })).findings.map(({ text }) => text)

    it.each([
      ['Nikola', ['“Help is on its way”']],
      ['Uma', ['“Nobody came”']],
      ['J. Orsk', ['“It is late”']],
    ])('THEN %s is nobody’s initial but a person’s name', async (speaker, expected) => {
      expect(await quoted(speaker)).toEqual(expected)
    })

    it.each([['UN'], ['U.N.'], ['the United Nations']])(
      'THEN %s is one body in all its spellings',
      async (speaker) => {
        expect(await quoted(speaker)).toEqual(['“The wells are dry”', 'the roads were closed'])
      },
    )
  })

  it('GIVEN a surname THEN all that the person said, newest first, variants as one', async () => {
    const { findings } = await ask('/quotes Belova')
    expect(findings.map(({ text }) => text)).toEqual([
      '“We will not let this valley drown in promises”',
      '“There will be severe flooding if we wait.”',
    ])
    expect(findings.every(({ speaker }) => speaker?.name === 'Ana Belova')).toBe(true)
  })

  it('GIVEN an office instead of a name, and a topic THEN what its holder said of it', async () => {
    const { findings } = await ask('/quotes "water minister" topic:flooding')
    expect(findings.map(({ text }) => text)).toEqual(['“There will be severe flooding if we wait.”'])
  })

  it('GIVEN somebody who said nothing THEN it says so', async () => {
    expect((await ask('/quotes Nobody')).note).toMatch(/nothing that “Nobody” said/)
  })
})

describe('/ask', () => {
  it('GIVEN a question the articles answer THEN the sentence comes first and the answer is its headline', async () => {
    const given = await ask('/ask How many people live below the dam?')
    expect(given.findings[0]?.text).toMatch(/12,000/)
    expect(given.findings[0]?.citations[0]?.snippet).toMatch(/^About 12,000 people live below the dam/)
  })

  it('GIVEN a question they don’t THEN it is silent', async () => {
    const given = await ask('/ask Which team won the football cup final in Madrid?')
    expect(given.findings).toEqual([])
    expect(given.note).toMatch(/don’t say/)
  })
})

describe('/ask about somebody who is not named', () => {
  it.each(['how old is he?', 'who replaces him?', 'is she still the mayor?', 'where did it hit?'])(
    'GIVEN “%s” THEN it is asked who is meant, and nobody is guessed',
    async (question) => {
      const given = await ask(`/ask ${question}`)
      expect(given.findings).toEqual([])
      expect(given.note).toMatch(/Wh(?:o|at) is meant by/)
    },
  )

  it('GIVEN somebody named in the question itself THEN it is answered as it stands', async () => {
    expect((await ask('/ask did the mayor say that he opens the dam?')).note ?? '').not.toMatch(
      /Who is meant/,
    )
  })
})

describe('/search', () => {
  it('GIVEN a phrase in quotation marks THEN only passages that hold it word for word are found', async () => {
    const given = await ask('/search “the gates of the Lorne dam”')
    expect(given.findings.map(({ citations }) => citations[0]?.outlet)).toEqual(['Valley News'])
  })

  it('GIVEN an outlet and a word to leave out THEN both hold', async () => {
    const given = await ask('/search dam -bridge outlet:"River Post"')
    expect(given.findings.length).toBeGreaterThan(0)
    for (const { citations } of given.findings) {
      expect(citations[0]?.outlet).toBe('River Post')
      expect(citations[0]?.snippet).not.toMatch(/bridge/)
    }
  })

  it('GIVEN days THEN only articles published between them, both included, are searched', async () => {
    const days = async (limits: string) =>
      (await ask(`/search dam ${limits}`)).findings.map(({ citations }) => citations[0]!.published ?? '')
    const all = (await days('')).filter(Boolean).sort()
    const [first] = all
    const last = all.at(-1)
    expect(new Set(await days(`until:${first}`))).toEqual(new Set([first]))
    expect(new Set(await days(`since:${last}`))).toEqual(new Set([last]))
    expect((await days(`since:${first} until:${last}`)).sort()).toEqual(all)
  })

  it('GIVEN words and a phrase THEN what matched is marked in the passage', async () => {
    const given = await ask('/search “Lorne dam” gates')
    expect(given.findings.length).toBeGreaterThan(0)
    for (const { citations } of given.findings) {
      const { snippet, highlights } = citations[0]!
      const marked = highlights.map(([start, end]) => snippet.slice(start, end).toLowerCase())
      expect(marked).toEqual(expect.arrayContaining(['lorne', 'dam']))
    }
  })

  it('GIVEN an impossible date THEN the note says which option and how to write it', async () => {
    const given = await ask('/search dam since:2023-02-30')
    expect(given.findings).toEqual([])
    expect(given.note).toMatch(/since.*2023-02-30.*2021-12-31/)
  })
})

describe('/search within limits', () => {
  it('GIVEN an outlet that there is none of THEN it says so, and shows nothing of others', async () => {
    const given = await ask('/search dam outlet:"Nobody’s Herald"')
    expect([...given.findings, ...given.closest]).toEqual([])
    expect(given.note).toMatch(/No article is from “Nobody’s Herald”/)
  })

  it('GIVEN days without an article THEN it says so, and shows nothing of other days', async () => {
    const given = await ask('/search dam until:1999')
    expect([...given.findings, ...given.closest]).toEqual([])
    expect(given.note).toMatch(/No article is from that time/)
  })

  it('GIVEN the word itself and words that may stand for it THEN passages with the word come first', async () => {
    const filler = (n: number) =>
      articleFile(
        { title: `Drill ${n}`, outlet: `Ledger ${n}`, published: '2023-05-12' },
        'The army sent its forces. Military forces and the army marched, and soldiers sang.',
      )
    const texts = [
      ...[1, 2, 3].map(filler),
      articleFile(
        { title: 'Parade', outlet: 'Post', published: '2023-05-01' },
        'Long after the parade, when the square had been swept and the flags were down, the last of the troops went home.',
      ),
    ]
    const { archive } = makeArchive(texts.map((text, n) => parseArticle(`${n}.md`, text) as Article))
    const { findings } = await answer(questionOf('/search troops'), archive, { server: null })
    expect(findings[0]?.text).toBe('Parade')
    expect(findings.length).toBeGreaterThan(1)
  })
})

describe('/sources and /article', () => {
  it('lists every article, newest first, those without a date last', async () => {
    const { findings } = await ask('/sources')
    expect(findings.map(({ citations }) => citations[0]?.article)).toEqual([
      'valley-news.md',
      'river-post.md',
      'notes.txt',
    ])
  })

  it('GIVEN more articles than anybody looks through THEN the newest are opened alone, and the others counted', async () => {
    const read = new Set<string>()
    const articles = Array.from({ length: 260 }, (_, n) => {
      const day = new Date(Date.UTC(2023, 0, 1 + n)).toISOString().slice(0, 10)
      return parseArticle(
        `${day}.md`,
        `Story ${n}\n\n${day}\n\nThe road to town ${n} was closed.\n`,
      ) as Article
    }).map((one) => {
      const { paragraphs } = one
      return Object.defineProperty({ ...one }, 'paragraphs', { get: () => read.add(one.id) && paragraphs })
    })
    const many = makeArchive(articles as Article[]).archive
    read.clear()
    const { findings, more } = await answer({ command: 'sources' }, many, { server: null })
    expect([findings.length, more, read.size]).toEqual([200, 60, 200])
    expect(findings[0]?.citations[0]?.article).toBe('2023-09-17.md')
    expect(
      renderAnswer(await answerData({ command: 'sources' }, many, { server: null }), { page: 99 }).embed
        .description,
    ).toMatch(/and 60 more/)
  })

  it('gives one article paragraph by paragraph, by a part of its name', async () => {
    const { findings } = await ask('/article notes')
    expect(findings.map(({ citations }) => citations[0]?.snippet)).toEqual([
      'The ridge road is closed. Nobody lives there any more.',
    ])
  })

  it('GIVEN words of a title in another order THEN it is found; of several, they are named', async () => {
    const named = (title: string, id: string) =>
      parseArticle(
        id,
        articleFile({ title, outlet: 'Post', published: '2023-05-12' }, 'Rain fell.'),
      ) as Article
    const { archive } = makeArchive([
      named('Envoys leave the Lorne talks', 'a.md'),
      named('Lorne talks begin', 'b.md'),
    ])
    const open = (name: string) => answer(questionOf(`/article ${name}`), archive, { server: null })
    expect((await open('talks envoys')).query).toBe('Envoys leave the Lorne talks')
    expect((await open('lorne talks')).note).toMatch(
      /Several articles fit “lorne talks”: .*a\.md.*b\.md|b\.md.*a\.md/,
    )
  })

  it('GIVEN a name that fits none THEN the note names some that exist', async () => {
    expect((await ask('/article nothing-of-the-kind')).note).toContain('river-post.md')
  })
})

describe('an archive without articles', () => {
  it('says so', async () => {
    const empty = makeArchive([]).archive
    for (const text of [
      '/when dam',
      '/who-said "dam"',
      '/ask Why?',
      '/search dam',
      '/sources',
      '/article x',
      '/status',
    ]) {
      const given = await answer(questionOf(text), empty, { server: null })
      expect(given.findings, text).toEqual([])
      expect(given.note, text).toMatch(/no articles yet/)
    }
  })
})

describe('bad input', () => {
  it.each([
    ['nothing', ''],
    ['blank', '   '],
    ['emoji only', '🔥🔥🔥'],
    ['marks only', '""'],
    ['mentions only', '<@123456789012345678> @everyone'],
    ['6,000 characters', 'dam '.repeat(1500)],
  ])('GIVEN %s THEN a note says what to do', async (_, text) => {
    for (const command of ['when', 'who-said', 'ask', 'search', 'article']) {
      const given = await ask(`/${command} ${text}`)
      expect(given.findings).toEqual([])
      expect(given.note).toMatch(/for example/i)
    }
  })
})

describe('every answer', () => {
  const words = [...files.values()].join(' ').split(/\s+/)
  const text = fc.oneof(
    fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 }).map((list) => list.join(' ')),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
  )
  const question: fc.Arbitrary<Question> = fc.oneof(
    text.map((topic): Question => ({ command: 'when', topic })),
    fc.tuple(text, fc.option(text, { nil: undefined })).map(
      ([said, speaker]): Question => ({
        command: 'who-said',
        words: said,
        ...(speaker ? { speaker } : {}),
      }),
    ),
    text.map((asked): Question => ({ command: 'ask', question: asked })),
    text.map((searched): Question => ({ command: 'search', words: searched })),
    fc.constant<Question>({ command: 'sources' }),
    fc.constantFrom(...files.keys()).map((name): Question => ({ command: 'article', name })),
  )

  it('cites word for word: the file’s text at the offsets is the snippet, highlights lie within it', async () => {
    await fc.assert(
      fc.asyncProperty(question, async (asked) => {
        const { findings, closest, note } = await answer(asked, archive, { server: null })
        if (findings.length === 0) expect(note).not.toBeNull()
        for (const { citations } of [...findings, ...closest]) {
          expect(citations.length).toBeGreaterThan(0)
          for (const { article, start, end, snippet, highlights } of citations) {
            expect(files.get(article)?.slice(start, end)).toBe(snippet)
            let at = 0
            for (const [from, to] of highlights) {
              expect(from).toBeGreaterThanOrEqual(at)
              expect(to).toBeGreaterThan(from)
              at = to
            }
            expect(at).toBeLessThanOrEqual(snippet.length)
          }
        }
      }),
      { numRuns: 1000 },
    )
  })
})
