import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { passagesOf } from '../src/annotate/annotate.js'
import { documentOf } from '../src/annotate/document.js'
import { answer } from '../src/answers/index.js'
import { openAnswers } from '../src/answers/live.js'
import type { LiveOptions } from '../src/archive/worker/live.js'
import { readArticles } from '../src/articles/folder/read.js'
import { throughput } from './interactions.js'
import { latency, type Measures, residentMegabytes, timed, watchMemory } from './measure.js'
import { type Passage, peers } from './peers.js'
import { askDatabase, fillDatabase } from './postgres.js'

/** What a subject is told, by its parent process. */
export interface Order {
  readonly subject: string
  /** The folder of the articles, and one for what the subject keeps. */
  readonly folder: string
  readonly scratch: string
  readonly questions: readonly string[]
  /** Where the archive is in PostgreSQL. */
  readonly database?: string
}

export interface ArchiveMeasures extends Measures {
  /** From a question to the finished answer of `/ask`. */
  readonly ask: { readonly p50: number; readonly p99: number }
  /** Resident memory at most while a new archive is made beside the old one. */
  readonly reloadPeak: number
}

const SHARED = { server: null }
const SHOWN = 25
/** What passes between a worker's readiness and its rest: suggestions are still being made. */
const REST_MS = 15_000

async function measureArchive({ folder, scratch, questions }: Order): Promise<ArchiveMeasures> {
  const options: LiveOptions = { folder, snapshot: join(scratch, 'archive.snapshot'), hangMs: 120_000 }
  await rm(options.snapshot!, { force: true })
  const peak = watchMemory()
  const built = await timed(() => openAnswers(options))
  const most = peak()
  await built.result.close()
  const loaded = await timed(() => openAnswers(options))
  const archive = loaded.result
  await new Promise((resolve) => setTimeout(resolve, REST_MS))
  const memory = residentMegabytes()
  const search = (words: string) => archive.passages({ words, limit: SHOWN }, SHARED)
  const searched = await timed(() => latency(questions, search))
  const asked = await timed(() =>
    latency(questions, (question) => answer({ command: 'ask', question }, archive, SHARED)),
  )
  const reloadPeak = watchMemory()
  await archive.reload('the benchmark')
  const reloaded = reloadPeak()
  await archive.close()
  return {
    build: built.ms,
    load: loaded.ms,
    ...searched.result,
    ask: asked.result,
    peak: most,
    memory,
    delayBuilding: built.delay,
    delayAnswering: Math.max(searched.delay, asked.delay),
    reloadPeak: reloaded,
  }
}

async function measurePeer({ subject, folder, scratch, questions }: Order): Promise<Measures> {
  const peer = peers[subject]!()
  const passages = await passagesIn(folder)
  const peak = watchMemory()
  const built = await timed(() => peer.build(passages))
  const most = peak()
  const memory = residentMegabytes()
  const searched = await latency(questions, peer.search)
  const load = await peer.reload(scratch)
  return {
    build: built.ms,
    load,
    ...searched,
    peak: most,
    memory,
    delayBuilding: null,
    delayAnswering: null,
  }
}

/** The same passages that the archive has, without its annotations. */
async function passagesIn(folder: string): Promise<Passage[]> {
  const { articles } = await readArticles(folder)
  return articles
    .flatMap((article) =>
      passagesOf(documentOf(article)).map(({ start, end }) => ({
        title: article.title,
        text: article.text.slice(start, end),
      })),
    )
    .map((passage, id) => ({ id, ...passage }))
}

const MEASURES: Readonly<Record<string, (order: Order) => Promise<unknown>>> = {
  archive: measureArchive,
  bot: throughput,
  fill: fillDatabase,
  ask: askDatabase,
}

process.once('message', async (order: Order) => {
  const measure = MEASURES[order.subject] ?? measurePeer
  process.send?.(await measure(order), () => process.exit(0))
})
