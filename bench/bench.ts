import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { availableParallelism, cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Bench } from 'tinybench'
import { findDates } from '../src/annotate/dates.js'
import { documentOf } from '../src/annotate/document.js'
import { findNames } from '../src/annotate/names.js'
import { findQuotations } from '../src/annotate/quotations.js'
import { readArticles } from '../src/articles/folder/read.js'
import type { Article } from '../src/articles/model/article.js'
import { YOUNG_GENERATION_MB } from '../src/lib/tight-heap.js'
import { corpusArticles } from './corpus.js'
import type { Throughputs } from './interactions.js'
import { scratchFolder } from './load.js'
import type { Measures } from './measure.js'
import { newsArticles } from './news.js'
import { peers } from './peers.js'
import { type AskMeasures, benchDatabase, type DatabaseMeasures, type FillMeasures } from './postgres.js'
import { print, runProgram } from './program.js'
import { questionsFor } from './questions.js'
import type { ArchiveMeasures, Order } from './subject.js'
import { figure, table } from './table.js'

const HELP = `Usage: npm run bench -- [--sizes 1000,10000,100000] [--corpus FILE [--queries FILE]] [--questions 100] [--without-peers] [--without-bot]
                        [--database URL [--keep]]

Measures the archive beside other search engines, each in a process of its own, and prints a table a size.
Needs neither network nor files: without --corpus the articles are made up, the same on every run.

  --sizes N,…      how many passages
  --corpus FILE    real text: one JSON object a line, {"id", "title", "text"}; repeated with other names to the size
  --queries FILE   questions: one JSON object a line, {"id", "text"}; by default queries.jsonl beside the corpus,
                   or parts of the articles' sentences
  --database URL   the archive in PostgreSQL instead: postgres://user@host:port/postgres, a user that may create databases
  --keep           the database of each size is kept as bench_SIZE; where it is there, it is asked as it is
  --questions N    how many different questions are asked of each
`
const SUBJECT = new URL('./subject.js', import.meta.url)
const ANNOTATED_BYTES = 500_000
/** Passages that questions are made of. */
const ASKED_OF = 10_000

const HEADINGS = [
  'subject',
  'build s',
  'load s',
  'query p50 ms',
  'p99 ms',
  'memory MB',
  'peak MB',
  'delay building ms',
  'delay answering ms',
]

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      sizes: { type: 'string', default: '1000,10000,100000' },
      corpus: { type: 'string' },
      queries: { type: 'string' },
      questions: { type: 'string', default: '100' },
      'without-peers': { type: 'boolean', default: false },
      'without-bot': { type: 'boolean', default: false },
      database: { type: 'string' },
      keep: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return print(HELP)
  const [cpu] = cpus()
  print(`Node ${process.version}, ${availableParallelism()} × ${cpu?.model.trim() ?? 'processor'}\n`)
  for (const size of values.sizes.split(',').map(wholeNumber)) {
    if (values.database !== undefined) {
      print(databaseTable(await measureDatabase(values.database, size, values)))
      continue
    }
    await using work = await scratchFolder(undefined)
    const folder = join(work.path, 'articles')
    await writeArticles(folder, size, values.corpus)
    const { articles } = await readArticles(folder)
    const questions = await questionsFor(articles, wholeNumber(values.questions), values)
    print(describe(size, articles, questions.length))
    if (size === wholeNumber(values.sizes.split(',')[0]!)) print(`${await annotatorTable(articles)}\n`)
    const run = <T>(subject: string) => runSubject<T>({ subject, folder, scratch: work.path, questions })
    const archive = await run<ArchiveMeasures>('archive')
    const lines = archiveLines(archive)
    if (!values['without-peers']) {
      for (const peer of Object.keys(peers)) lines.push(measuresLine(peer, await run<Measures>(peer)))
    }
    print(table([HEADINGS, ...lines]))
    print(`While a new archive is made beside the old one: ${figure(archive.reloadPeak)} MB at most.\n`)
    if (!values['without-bot']) print(`${botTable(await run<Throughputs>('bot'))}\n`)
  }
}

/** In a database of its own, filled by one process and asked by another, whose memory is that of one that serves. */
async function measureDatabase(
  server: string,
  size: number,
  values: {
    readonly corpus?: string
    readonly queries?: string
    readonly questions: string
    readonly keep: boolean
  },
): Promise<DatabaseMeasures> {
  await using work = await scratchFolder(undefined)
  await using database = await benchDatabase(server, values.keep ? `bench_${size}` : null)
  const folder = join(work.path, 'articles')
  // Of one that is filled already some articles are enough, to make questions of.
  await writeArticles(folder, database.filled ? Math.min(size, ASKED_OF) : size, values.corpus)
  const { articles } = await readArticles(folder)
  const questions = await questionsFor(articles, wholeNumber(values.questions), values)
  const order = { folder, scratch: work.path, questions, database: database.url }
  const filled = database.filled ?? (await runSubject<FillMeasures>({ ...order, subject: 'fill' }))
  return { ...filled, ...(await runSubject<AskMeasures>({ ...order, subject: 'ask' })) }
}

function databaseTable(measures: DatabaseMeasures): string {
  const { passages, annotateMs, loadMs, publishMs, search, answers, asked, unanswered, memory, peak, bytes } =
    measures
  const perSecond = (ms: number) => figure((1000 * passages) / ms)
  return `${table([
    ['archive in PostgreSQL', ''],
    ['passages', passages.toLocaleString('en')],
    ['annotated, passages a second', perSecond(annotateMs)],
    ['loaded and published, passages a second', perSecond(loadMs + publishMs)],
    ['loaded s; published s', `${figure(loadMs / 1000)}; ${figure(publishMs / 1000)}`],
    ['passages found: p50; p99 ms', `${figure(search.p50)}; ${figure(search.p99)}`],
    ...Object.entries(answers).map(([command, { p50, p99 }]) => [
      `whole answer of /${command}: p50; p99 ms`,
      `${figure(p50)}; ${figure(p99)}`,
    ]),
    ['questions; that could not be answered', `${asked.toLocaleString('en')}; ${unanswered}`],
    ['memory of a process that answers, at the end; at most, MB', `${figure(memory)}; ${figure(peak)}`],
    ['database, MB', figure(bytes / 1e6)],
  ])}\n`
}

function archiveLines(measures: ArchiveMeasures): string[][] {
  const line = measuresLine('Crisis Desk: passages, annotated', measures)
  const { p50, p99 } = measures.ask
  return [line, ['Crisis Desk: whole answer of /ask', '', '', figure(p50), figure(p99), '', '', '', '']]
}

function measuresLine(subject: string, measures: Measures): string[] {
  const { build, load, p50, p99, memory, peak, delayBuilding, delayAnswering } = measures
  const seconds = (ms: number | null) => figure(ms === null ? null : ms / 1000)
  const delays = [delayBuilding, delayAnswering].map((delay) => (delay === null ? 'blocked' : figure(delay)))
  return [subject, seconds(build), seconds(load), ...[p50, p99, memory, peak].map(figure), ...delays]
}

function botTable({ first, again, ok, deferredOk }: Throughputs): string {
  const subjects = {
    'Crisis Desk: /ask, each question for the first time': first,
    'Crisis Desk: /ask, questions that were asked before': again,
    'replies “ok”': ok,
    'defers, then edits in “ok”': deferredOk,
  }
  return table([
    [
      'bot, through discord.js',
      'interactions a second',
      '× “ok”',
      'slowest acknowledged ms',
      'not acknowledged',
      'delay ms',
      'processor ms each',
    ],
    ...Object.entries(subjects).map(([subject, { perSecond, ofOk, slowest, lost, delay, cpu }]) => [
      subject,
      figure(perSecond),
      figure(ofOk),
      figure(slowest),
      lost.toLocaleString('en'),
      figure(delay),
      figure(cpu),
    ]),
  ])
}

/** How much text the annotators read in a second, on this thread. */
async function annotatorTable(articles: readonly Article[]): Promise<string> {
  const documents: { document: ReturnType<typeof documentOf>; published: string | null }[] = []
  let bytes = 0
  for (const article of articles) {
    if (bytes > ANNOTATED_BYTES) break
    bytes += Buffer.byteLength(article.text)
    documents.push({ document: documentOf(article), published: article.published })
  }
  const bench = new Bench({ iterations: 3, time: 0, warmupIterations: 1, warmupTime: 0, throws: true })
  bench.add('annotate quotes, with names', () => {
    for (const { document } of documents) findQuotations(document, findNames(document))
  })
  bench.add('annotate dates', () => {
    for (const { document, published } of documents) findDates(document, published)
  })
  const tasks = await bench.run()
  const speed = ({ result }: (typeof tasks)[number]) =>
    result.state === 'completed' ? figure(bytes / 1000 / result.latency.p50) : '–'
  return table([['annotator', 'MB/s'], ...tasks.map((task) => [task.name, speed(task)])])
}

function describe(size: number, articles: readonly Article[], questions: number): string {
  const megabytes = articles.reduce((total, { text }) => total + Buffer.byteLength(text), 0) / 1e6
  return `${size.toLocaleString('en')} passages: ${articles.length.toLocaleString('en')} articles, ${figure(megabytes)} MB, ${questions} questions`
}

async function writeArticles(folder: string, passages: number, corpus: string | undefined): Promise<void> {
  await mkdir(folder)
  for await (const { name, text } of corpus ? corpusArticles(corpus, passages) : newsArticles(passages)) {
    await writeFile(join(folder, name), text)
  }
}

async function runSubject<T>(order: Order): Promise<T> {
  // As the thread is limited that answers from a database.
  const execArgv = order.subject === 'ask' ? [`--max-semi-space-size=${YOUNG_GENERATION_MB / 3}`] : []
  const child = fork(SUBJECT, { stdio: 'inherit', execArgv })
  child.send(order)
  const [result] = await Promise.race([once(child, 'message'), ended(child, order.subject)])
  await (child.exitCode ?? once(child, 'exit'))
  return result as T
}

async function ended(child: ReturnType<typeof fork>, subject: string): Promise<never> {
  const [code] = await once(child, 'exit')
  throw new Error(`The process that measures ${subject} ended with code ${code}.`)
}

function wholeNumber(text: string): number {
  const number = Number(text)
  if (Number.isInteger(number) && number > 0) return number
  throw new Error(`${text} is not a whole number from 1.`)
}

await runProgram(main)
