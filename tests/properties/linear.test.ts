import { beforeAll, describe, expect, test } from 'vitest'
import { followUp, leansOnContext, pageAfter, remarkOn } from '../../src/answers/dialogue/dialogue.js'
import type { Turn } from '../../src/answers/dialogue/turn.js'
import { answer } from '../../src/answers/index.js'
import { QuestionError, questionOf } from '../../src/answers/model/question.js'
import { claimsIn, quotedIn } from '../../src/answers/questions/message.js'
import { questionsIn } from '../../src/answers/questions/plain-words.js'
import type { LiveArchive } from '../../src/archive/contract/archive.js'
import { makeArchive } from '../../src/archive/ingest/build.js'
import { prepare } from '../../src/archive/ingest/prepare.js'
import { articleFile, tidy } from '../../src/articles/drafts/file.js'
import { readDraft } from '../../src/articles/drafts/read.js'
import { parseFeed } from '../../src/articles/feeds/parse.js'
import { isArticle, parseArticle } from '../../src/articles/folder/parse.js'
import type { Article } from '../../src/articles/model/article.js'
import { cleanRow } from '../../src/cli/annotate-clean.js'
import { inEnglish } from '../../src/cli/ask.js'
import { printAnswer } from '../../src/cli/print.js'
import { decide } from '../../src/discord/gateway/mentions.js'
import { plainWords } from '../../src/discord/gateway/option-parsing.js'
import { literal, quote, withExamples } from '../../src/discord/render/markup.js'
import { clean, oneLine, shorten } from '../../src/discord/render/text.js'
import { printable } from '../../src/lib/terminal.js'
import { FLOOD } from '../support/flood.js'
import { type Run, runs } from './runs.js'

/** UTF-16 units. Four times as much text may take four times as long, and not sixteen times. */
const SHORT = 8_000
const LONG = 4 * SHORT
const MOST_RATIO = 8
/** Milliseconds below which the clock tells nothing: the compiler's and the collector's work lies in them. */
const NOISE_MS = 60
const TIMEOUT_MS = 120_000

const SCOPE = { server: null }
const BODY = 'The harbour opened again on Monday 5 January 2022, Ana Belova said.'
const HEAD = `Harbour opens\n\n${BODY}\n\n`

let archive: LiveArchive
beforeAll(() => {
  archive = archiveOf(
    Object.entries(FLOOD)
      .map(([id, text]) => parseArticle(id, text))
      .filter(isArticle),
  )
})

const archiveOf = (articles: readonly Article[]) => makeArchive(articles).archive as unknown as LiveArchive

/** Time of the processor that a piece of work takes: what other processes do in the meantime does not count. */
async function timeOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** The runs on which four times as much takes more than so many times as long, each time that it is tried. */
async function superlinear(work: (text: string) => unknown, some: readonly Run[] = runs): Promise<string[]> {
  const found: string[] = []
  for (const { name, of } of some) {
    const [short, long] = [of(SHORT), of(LONG)]
    for (let tries = 0; ; tries++) {
      const least = await timeOf(() => work(short))
      const most = await timeOf(() => work(long))
      if (most <= MOST_RATIO * least + NOISE_MS) break
      if (tries < 2) continue
      found.push(`${name}: ${Math.round(least)} → ${Math.round(most)} ms`)
      break
    }
  }
  return found
}

const QUESTIONS = [
  '/when harbour',
  '/who-said "the harbour opened"',
  '/quotes Belova',
  '/timeline',
  '/compare harbour',
  '/ask who said that the harbour opened?',
  '/search harbour',
  '/article a.txt',
  '/sources',
].map(questionOf)

const turn: Turn = {
  question: { command: 'when', topic: 'harbour' },
  headlines: ['5 January 2022'],
  snippets: [BODY],
  page: { number: 1, of: 2 },
}

async function answers(text: string): Promise<void> {
  const article = parseArticle('a.txt', `${HEAD}${text}\n\nThe end of it was told on Tuesday.`)
  if (!isArticle(article)) return
  const one = archiveOf([article])
  for (const question of QUESTIONS) printAnswer(inEnglish(await answer(question, one, SCOPE)), false)
}

const html = (inside: string) =>
  `<!doctype html><html><head><title>Harbour opens</title></head><body><article><h1>Harbour opens</h1><p>${BODY}</p>${inside}</article></body></html>`
const page = (inside: string) =>
  readDraft({ bytes: Buffer.from(html(inside)), contentType: 'text/html', url: 'https://a.example/b' })
const inXml = (text: string) => text.replace(/[<&]/g, ' ')
const feed = (inside: string) =>
  parseFeed({
    bytes: Buffer.from(`<?xml version="1.0"?><rss version="2.0"><channel>${inside}</channel></rss>`),
    contentType: 'text/xml',
    url: 'https://a.example/feed',
  })
const draft = (text: string) => ({
  title: text,
  outlet: text,
  published: '2022-01-05',
  modified: null,
  url: null,
  author: text,
  paragraphs: [`${BODY} ${text} ${BODY}`],
})

/** Not all of a page's shapes are of use to all readers; of those that take longest, some stand for all. */
const everyThird = runs.filter((_, at) => at % 3 === 0)

describe.each<[string, (text: string) => unknown, (readonly Run[])?]>([
  ['a file that is parsed', (text) => parseArticle('a.txt', `${HEAD}${text}`)],
  ['the head of a file that is parsed', (text) => parseArticle('a.txt', text)],
  [
    'front matter',
    (text) => parseArticle('a.md', `---\ntitle: "Harbour"\noutlet: ${text}\n---\n\n${BODY}\n`),
  ],
  ['an article that is annotated and analysed', (text) => prepare({ id: 'a.txt', text: `${HEAD}${text}` })],
  ['an archive that is made and asked', answers, everyThird],
  [
    'a file that is read',
    (text) => readDraft({ bytes: Buffer.from(`${HEAD}${text}`), fileName: 'a.txt' }),
    everyThird,
  ],
  ['a page', (text) => page(`<p>${text.replace(/</g, '&lt;')}</p>`), everyThird],
  ['a page whose mark-up it is', page, everyThird],
  ['a draft that is written', (text) => articleFile(tidy(draft(text)))],
  ['a feed', (text) => feed(`<title>x</title><item><title>${inXml(text)}</title></item>`)],
  ['a feed whose mark-up it is', feed],
  ['a line of scraped text', (text) => cleanRow({ id: '1', raw_text: text }), everyThird],
  ['a message', (text) => [claimsIn(text), quotedIn(text), questionsIn(text)]],
  [
    'a mention',
    (content) =>
      decide({
        ...{ author: 'person', system: false, direct: true, mentionsMe: true, repliesToMe: false },
        ...{ content, names: new Map() },
      }),
    everyThird,
  ],
  [
    'words with mark-up',
    (text) => [plainWords(text), literal(text), withExamples(text), quote(text, [], 450)],
  ],
  ['text for a reply', (text) => [clean(text), oneLine(text), shorten(text, 300), printable(text)]],
])('GIVEN %s of one kind of character over and over', (_, work, some) => {
  test(
    'THEN four times as much takes about four times as long',
    async () => {
      expect(await superlinear(work, some)).toEqual([])
    },
    TIMEOUT_MS,
  )
})

describe('GIVEN a question of one kind of character over and over', () => {
  test.each<[string, (text: string) => unknown]>([
    ['plain words', (text) => answer(questionOf(text), archive, SCOPE)],
    ['when', (topic) => answer({ command: 'when', topic }, archive, SCOPE)],
    ['who-said', (words) => answer({ command: 'who-said', words, speaker: words }, archive, SCOPE)],
    ['quotes', (speaker) => answer({ command: 'quotes', speaker, topic: speaker }, archive, SCOPE)],
    ['timeline', (topic) => answer({ command: 'timeline', topic, from: topic, to: topic }, archive, SCOPE)],
    ['compare', (topic) => answer({ command: 'compare', topic }, archive, SCOPE)],
    ['search', (words) => answer({ command: 'search', words, outlet: words, since: words }, archive, SCOPE)],
    ['article', (name) => answer({ command: 'article', name }, archive, SCOPE)],
    ['sources', (outlet) => answer({ command: 'sources', outlet }, archive, SCOPE)],
    ['a word that is being typed', (typed) => archive.suggest({ kind: 'topic', typed, limit: 25 }, SCOPE)],
    [
      'a conversation',
      (words) => {
        const question = followUp([turn], words)
        return [leansOnContext(words), pageAfter([turn], words), remarkOn([turn], words, question)]
      },
    ],
  ])(
    'THEN four times as much takes about four times as long: %s',
    async (_, ask) => {
      const asked = async (text: string) => {
        try {
          await ask(text)
        } catch (error) {
          if (!(error instanceof QuestionError)) throw error
        }
      }
      expect(await superlinear(asked)).toEqual([])
    },
    TIMEOUT_MS,
  )
})
