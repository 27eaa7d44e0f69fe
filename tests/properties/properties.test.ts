import { isUtf8 } from 'node:buffer'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answer } from '../../src/answers/index.js'
import { QuestionError, questionOf } from '../../src/answers/model/question.js'
import type { LiveArchive } from '../../src/archive/contract/archive.js'
import { makeArchive } from '../../src/archive/ingest/build.js'
import { parseFeed } from '../../src/articles/feeds/parse.js'
import { isArticle, parseArticle } from '../../src/articles/folder/parse.js'
import { type Commands, loadCommands } from '../../src/discord/bot/loader.js'
import type { Asker } from '../../src/discord/bot/services.js'
import { Refusal } from '../../src/discord/gateway/refusal.js'
import { answerPage, questionsOfControls } from '../../src/discord/lifecycle/answering.js'
import { renderContext } from '../../src/discord/render/context.js'
import { askedOf, askerOf, readControl } from '../../src/discord/render/controls.js'
import { wordsFor } from '../../src/i18n/words.js'
import { hostile } from '../discord/hostile.js'
import { memoryLog } from '../discord/memory-log.js'
import { COMMANDS } from '../e2e/desk.js'
import { refusalInEnglish } from '../support/english.js'
import { FLOOD } from '../support/flood.js'
import { articleFile } from '../support/folder.js'
import { checkCitations, checkReply } from './sound.js'

const RUNS = { numRuns: 10_000 }
const TIMEOUT_MS = 300_000
const ARTICLES_AT_ONCE = 10
const SHARED = { server: null }

let commands: Commands
const rejections: unknown[] = []
const note = (reason: unknown) => rejections.push(reason)
beforeAll(async () => {
  commands = await loadCommands(COMMANDS)
  process.on('unhandledRejection', note)
})
afterAll(() => {
  process.off('unhandledRejection', note)
  expect(rejections).toEqual([])
})

const asker: Asker = { scope: SHARED, words: wordsFor('en'), asker: '1', quiet: false, shareable: true }
const { log } = memoryLog({ level: 'silent' })

function archiveOf(files: Readonly<Record<string, string>>): LiveArchive {
  const articles = Object.entries(files).map(([name, text]) => parseArticle(name, text))
  return makeArchive(articles.filter(isArticle)).archive as unknown as LiveArchive
}

const desk = (archive: LiveArchive) => ({ archive, commands, log, feedback: null })

/** Words that mean something to the bot, among any others. */
const WORDS =
  'when who said what quotes compare search /when /who-said /ask /article /sources lorne dam gates Belova River Post “drown in promises” 15 May 2023 - -flood "severe flooding" ? how many people live below and in Orsk since: outlet:'.split(
    ' ',
  )
const words = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...WORDS) }, hostile(3)), { maxLength: 10 })
  .map((parts) => parts.join(' ').slice(0, 400))

describe('whatever comes in', () => {
  test(
    'GIVEN any text as a question THEN there is a reply that Discord takes, that pings nobody, and whose citations stand in the articles',
    async () => {
      const archive = archiveOf(FLOOD)
      await fc.assert(
        fc.asyncProperty(words, fc.nat(3), async (text, page) => {
          const question = askable(text)
          if (!question) return
          checkCitations(await answer(question, archive, SHARED), FLOOD)
          checkReply(await answerPage({ questions: [question], page }, desk(archive), asker))
        }),
        RUNS,
      )
    },
    TIMEOUT_MS,
  )

  test(
    'GIVEN any bytes as an article THEN it is one or is rejected, and what is cited stands in it',
    async () => {
      const piece = fc.oneof(
        fc.constantFrom(
          '---\n',
          'title: x\n',
          'published: 2023-05-12\n',
          'outlet: "<@1>"\n',
          'url: http://',
          '# ',
        ),
        fc.constantFrom('“We will open the gates,” Ana Belova said on Friday.', '\n\n', ' gates ', '15 May '),
        hostile(4),
      )
      const bytes = fc.oneof(
        {
          weight: 4,
          arbitrary: fc.array(piece, { maxLength: 8 }).map((parts) => Buffer.from(parts.join(''))),
        },
        { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((raw) => Buffer.from(raw)) },
      )
      const questions = [
        '/search gates',
        '/when gates',
        '/who-said open the gates',
        '/sources',
        '/article 3',
      ].map(questionOf)
      let next = 0
      // An archive takes longer to make than an article, so several go into one.
      const several = fc.array(bytes, { minLength: ARTICLES_AT_ONCE, maxLength: ARTICLES_AT_ONCE })
      await fc.assert(
        fc.asyncProperty(several, async (raw) => {
          const texts = raw.map((one) => (isUtf8(one) ? one.toString('utf8') : ''))
          const files = Object.fromEntries(texts.map((text, i) => [`${i}.md`, text]))
          const archive = archiveOf(files)
          const question = questions[next++ % questions.length]!
          checkCitations(await answer(question, archive, SHARED), files)
          checkReply(await answerPage({ questions: [question] }, desk(archive), asker))
        }),
        { numRuns: RUNS.numRuns / ARTICLES_AT_ONCE },
      )
    },
    TIMEOUT_MS,
  )

  test(
    'GIVEN any ids of controls THEN they are read or refused, and what they ask is answered soundly',
    async () => {
      const archive = archiveOf(FLOOD)
      const part = fc.oneof(
        fc.constantFrom(
          'page:',
          'rate:',
          'trash:',
          'share:',
          'context:',
          'reload:',
          'yes:',
          '1:',
          '0:',
          ';',
          '|',
          '=',
          ',',
        ),
        fc.constantFrom(
          'anyway;',
          'stamp|when|topic=5|lorne',
          'x|search|words=5|gates',
          '0-40-abcd:',
          'river-post.md',
        ),
        fc.string({ maxLength: 8 }),
        hostile(1),
      )
      const id = fc.array(part, { maxLength: 6 }).map((parts) => parts.join('').slice(0, 100))
      await fc.assert(
        fc.asyncProperty(fc.array(id, { minLength: 1, maxLength: 4 }), fc.nat(200), async (ids, page) => {
          for (const one of ids) readControl(one)
          askerOf(ids)
          await refusedOr(async () => {
            const asked = askedOf(ids)
            if (!asked) return
            const questions = questionsOfControls(asked, commands)
            checkReply(await answerPage({ questions, page, since: 'old' }, desk(archive), asker))
          })
          await refusedOr(async () => checkReply(await renderContext(ids[0]!, archive, SHARED, asker.words)))
        }),
        RUNS,
      )
    },
    TIMEOUT_MS,
  )

  test(
    'GIVEN any feed THEN it has items that lead to the web, or is refused with a sentence',
    () => {
      const piece = fc.oneof(
        fc.constantFrom(
          '<rss version="2.0"><channel>',
          '<item>',
          '</item>',
          '</channel></rss>',
          '<link>',
          '</link>',
        ),
        fc.constantFrom(
          '<title>',
          '</title>',
          '<feed xmlns="http://www.w3.org/2005/Atom">',
          '<entry>',
          '</entry>',
          '</feed>',
        ),
        fc.constantFrom(
          'https://news.example/1',
          'file:///etc/passwd',
          'javascript:alert(1)',
          'http://169.254.169.254/',
        ),
        fc.constantFrom(
          '<!DOCTYPE x [<!ENTITY a "b">]>',
          '&a;',
          '<![CDATA[',
          ']]>',
          '<link href="',
          '"/>',
          '<pubDate>',
        ),
        fc.constantFrom(
          '{"version":"https://jsonfeed.org/version/1","items":[',
          '{"url":"',
          '"}',
          ']}',
          '__proto__',
        ),
        hostile(2),
      )
      const bytes = fc.oneof(
        {
          weight: 5,
          arbitrary: fc.array(piece, { maxLength: 16 }).map((parts) => Buffer.from(parts.join(''))),
        },
        { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }).map((raw) => Buffer.from(raw)) },
      )
      const type = fc.constantFrom(
        'application/rss+xml',
        'application/atom+xml',
        'application/feed+json',
        'text/html',
      )
      fc.assert(
        fc.property(bytes, type, (raw, contentType) => {
          const feed = parseFeed({ bytes: raw, contentType, url: 'https://news.example/feed' })
          if ('reason' in feed) {
            expect(refusalInEnglish(feed).remedy).toMatch(/\.$/)
            return
          }
          for (const item of feed.items) expect(item.url).toMatch(/^https?:\/\//)
        }),
        RUNS,
      )
    },
    TIMEOUT_MS,
  )
})

function askable(text: string) {
  try {
    return questionOf(text)
  } catch (error) {
    if (error instanceof QuestionError) return null
    throw error
  }
}

async function refusedOr(work: () => Promise<void>): Promise<void> {
  await work().catch((error) => {
    if (!(error instanceof Refusal || error instanceof QuestionError)) throw error
  })
}

test('GIVEN a reply that pings, or a citation that is made up THEN the checks see it', async () => {
  const archive = archiveOf({
    'a.md': articleFile(
      { title: 'Gates', outlet: 'Post', published: '2023-05-12' },
      'The gates were opened.',
    ),
  })
  const found = await answer(questionOf('/search gates'), archive, SHARED)
  const reply = await answerPage({ questions: [questionOf('/search gates')] }, desk(archive), asker)
  checkReply(reply)
  const [embed] = reply.embeds
  for (const description of ['<@1>', '# big', '<https://example.org>', 'a'.repeat(5000), '\ud83d']) {
    expect(() => checkReply({ ...reply, embeds: [{ ...embed, description }] })).toThrow()
  }
  expect(() => checkCitations(found, { 'a.md': 'Something else.' })).toThrow(/not in a\.md/)
})
