import { createHash } from 'node:crypto'
import { deserialize, serialize } from 'node:v8'
import {
  type ArticleFolder,
  fingerprint,
  inOrder,
  readFolders,
  type TextFile,
  withoutDuplicates,
} from '../../articles/folder/index.js'
import type { Article, Rejection } from '../../articles/model/article.js'
import { gapsOf } from '../../articles/model/gaps.js'
import { message } from '../../i18n/message.js'
import { type CooperativeTask, runCooperatively, runToEnd } from '../../lib/cooperative-tasks.js'
import { MemoryArchive } from '../memory.js'
import { type ArchiveColumns, columnsOf } from '../search/archive-columns.js'
import type { PreparedArticle } from '../storage/prepared-article.js'
import { programVersion } from '../storage/program-version.js'
import { readSnapshot, writeSnapshot } from '../storage/snapshot.js'
import { Layer } from '../tenancy/layer.js'
import type { BuildReport, Fingerprints, Progress } from '../worker/protocol.js'
import { inferDays } from './infer-dates.js'
import { inListOrder } from './list-order.js'
import { decode, encode, isPrepared, type Prepared, prepareArticle } from './prepare.js'
import { type PrepareOptions, prepareAll, TOO_LONG } from './prepare-all.js'

export interface Built extends BuildReport {
  readonly archive: MemoryArchive
  readonly layer: Layer
}

export interface BuildOptions {
  /** The file that keeps what is worked out; null keeps nothing. */
  readonly snapshot?: string | null
  readonly onProgress?: (progress: Progress) => void
  /** What the articles lie on; those that it holds already are left out. */
  readonly background?: Layer | null
  /** Whether others ask this thread meanwhile. */
  readonly answering?: boolean
  /** Called before this thread itself works out what one file holds, with its id; with null when all are done. */
  readonly onFile?: (id: string | null) => void
  /** Ids of files over which a thread has stood still: they are rejected. */
  readonly stuck?: readonly string[]
  /** The bytes that may be worked out of the files, see `withinRoom`. Without end by default. */
  readonly mostBytes?: number
}

/**
 * Reads folders of articles and makes an archive of them on this thread, with the help of others to annotate.
 * What a snapshot holds of unchanged files is taken from there.
 * @param folders one by its path, or several
 * @throws when a folder is missing or can't be read; a file that can't be is a rejection
 */
export async function buildArchive(
  folders: string | readonly ArticleFolder[],
  options: BuildOptions = {},
): Promise<Built> {
  const { snapshot = null, background = null, answering = false } = options
  const { onProgress = () => {}, onFile = () => {} } = options
  const started = performance.now()
  const { files, rejections } = await readFolders(
    typeof folders === 'string' ? [{ path: folders, label: null, optional: false }] : folders,
  )
  const known = await Known.read(snapshot, files)
  known.reject(options.stuck ?? [])
  const annotated = await known.complete(onProgress, { answering, onFile })
  onFile(null)
  const { within, beyond } = withinRoom(files, known, options.mostBytes ?? Number.POSITIVE_INFINITY)
  const prepared = within.map((file) => decode(known.of(file), file))
  const { articles: own, rejected } = articlesOf(prepared, background)
  const articles = await runCooperatively(withInferredDays(own, background))
  const columns = await known.columns(articles)
  const snapshotProblem = await known.keep()
  const all = inOrder([...rejections, ...rejected, ...beyond])
  const assembled = await runCooperatively(assemble(articles, columns, all, started, background))
  const gaps = gapsOf(articles.map(({ article }) => article))
  return { ...assembled, gaps, annotated, snapshotProblem }
}

/**
 * Lays articles that have come since on an archive: they are annotated, and nothing else is worked out anew.
 * @param recent those that lie on it already, which go on doing so
 * @returns null where one of them is held already: what has changed takes a build
 */
export async function extendArchive(
  base: Layer,
  recent: readonly PreparedArticle[],
  files: readonly TextFile[],
): Promise<Pick<Built, 'archive' | 'layer'> | null> {
  const started = performance.now()
  const held = new Set([...base.prepared, ...recent].map(({ article }) => article.id))
  if (files.some(({ id }) => held.has(id))) return null
  const prepared: Prepared[] = [...recent]
  for await (const { file, bytes } of prepareAll(files, { answering: true }))
    prepared.push(decode(bytes, file))
  const { articles, rejected } = articlesOf(prepared, base)
  const columns = await runCooperatively(columnsOf(articles))
  return runCooperatively(assemble(articles, columns, rejected, started, base))
}

/**
 * Makes an archive of articles that are already read.
 * @param background what they lie on
 */
export function makeArchive(
  articles: readonly Article[],
  background: Layer | null = null,
): Pick<Built, 'archive' | 'layer'> {
  const started = performance.now()
  const prepared = inListOrder(articles.map(prepareArticle))
  return runToEnd(assemble(prepared, runToEnd(columnsOf(prepared)), [], started, background))
}

function* assemble(
  articles: readonly PreparedArticle[],
  columns: ArchiveColumns,
  rejections: readonly Rejection[],
  started: number,
  background: Layer | null,
): CooperativeTask<Pick<Built, 'archive' | 'layer' | 'fingerprints' | 'rejections'>> {
  const fingerprints = fingerprintsOf(articles)
  const facts = {
    version: versionOf(fingerprints),
    builtAt: new Date().toISOString(),
    buildMs: Math.round(performance.now() - started),
    rejections,
  }
  const layer = yield* Layer.of(articles, columns, facts, background)
  return { archive: yield* MemoryArchive.of(layer), layer, fingerprints, rejections }
}

/** What was read from bytes without arrays that are views of them, as half of the bytes are of no more use then. */
function withOwnArrays<T>(read: T, bytes: Uint8Array): T {
  if (ArrayBuffer.isView(read)) {
    if (read.buffer !== bytes.buffer) return read
    return (Buffer.isBuffer(read) ? Buffer.from(read) : (read as unknown as Uint8Array).slice()) as T
  }
  if (read === null || typeof read !== 'object' || Object.getPrototypeOf(read) !== Object.prototype)
    return read
  return Object.fromEntries(
    Object.entries(read).map(([name, value]) => [name, withOwnArrays(value, bytes)]),
  ) as T
}

/** What is worked out from files, by a snapshot or anew. */
class Known {
  readonly #path: string | null
  readonly #keys: ReadonlyMap<TextFile, string>
  /** What the snapshot holds, and why it can't be read. */
  readonly #kept: ReadonlyMap<string, Uint8Array>
  readonly #problem: string | null
  /** The preparation of each file, and the columns of the archive, by their keys. */
  readonly #entries = new Map<string, Uint8Array>()

  /** @param path of the snapshot; null for none */
  static async read(path: string | null, files: readonly TextFile[]): Promise<Known> {
    if (path === null) return new Known(null, files, new Map(), null)
    try {
      return new Known(path, files, await readSnapshot(path, programVersion()), null)
    } catch (error) {
      return new Known(path, files, new Map(), (error as Error).message)
    }
  }

  private constructor(
    path: string | null,
    files: readonly TextFile[],
    kept: ReadonlyMap<string, Uint8Array>,
    problem: string | null,
  ) {
    this.#path = path
    this.#problem = problem
    this.#kept = kept
    this.#keys = new Map(files.map((file) => [file, keyOf(file)]))
    const known = [...this.#keys.values()].filter((key) => kept.has(key))
    // Copied, so that the rest of the snapshot leaves the memory. (A `Buffer` has another `slice`.)
    for (const key of known) this.#entries.set(key, new Uint8Array(kept.get(key)!))
  }

  /** Takes it that these hold no article, which is kept like all else that is known of them. */
  reject(ids: readonly string[]): void {
    for (const [{ id }, key] of this.#keys) {
      if (ids.includes(id)) this.#entries.set(key, encode({ file: id, ...TOO_LONG }))
    }
  }

  /** Works out what is missing of single files. @returns of how many it was */
  async complete(onProgress: (progress: Progress) => void, options: PrepareOptions): Promise<number> {
    const missing = [...this.#keys].filter(([, key]) => !this.#entries.has(key)).map(([file]) => file)
    const total = missing.length
    let done = 0
    for await (const { file, bytes } of prepareAll(missing, options)) {
      this.#entries.set(this.#keys.get(file)!, bytes)
      onProgress({ done: ++done, total })
    }
    return total
  }

  of(file: TextFile): Uint8Array {
    return this.#entries.get(this.#keys.get(file)!)!
  }

  /** @param articles those that the files hold, in the order of the list */
  async columns(articles: readonly PreparedArticle[]): Promise<ArchiveColumns> {
    if (this.#path === null) return runCooperatively(columnsOf(articles))
    // Days that are inferred hang on other articles, too, which need not be of these files.
    const inferred = articles.map(({ article }) => `${article.id} ${article.publishedBasis}`).join('\n')
    const key = `columns/${versionOf({ ...fingerprintsOf(articles), inferred: fingerprint(inferred) })}`
    const bytes = this.#kept.get(key) ?? serialize(await runCooperatively(columnsOf(articles)))
    this.#entries.set(key, bytes)
    return withOwnArrays(deserialize(bytes) as ArchiveColumns, bytes)
  }

  /**
   * Writes the snapshot where it has changed.
   * @returns what went wrong with it, if anything: it is a help, not a need
   */
  async keep(): Promise<string | null> {
    if (this.#path === null || this.#problem !== null) return this.#problem
    const entries = [...this.#entries].map(([key, bytes]) => ({ key, bytes }))
    if (entries.length === this.#kept.size && entries.every(({ key }) => this.#kept.has(key))) return null
    try {
      await writeSnapshot(this.#path, programVersion(), entries)
      return null
    } catch (error) {
      return (error as Error).message
    }
  }
}

/** Why an article is left out that there is no room for. */
export const NO_ROOM = {
  reason: message('noteNoRoom'),
  remedy: message('noteNoRoomRemedy'),
} as const

/**
 * The files for whose dates, names and quotations there is room. Those that hold the most are left out first, so
 * that a list of a hundred thousand days costs no other article its place.
 */
function withinRoom(
  files: readonly TextFile[],
  known: Known,
  most: number,
): { within: readonly TextFile[]; beyond: readonly Rejection[] } {
  const total = files.reduce((sum, file) => sum + known.of(file).length, 0)
  if (total <= most) return { within: files, beyond: [] }
  let left = most
  const fitting = new Set<TextFile>()
  for (const file of files.toSorted((a, b) => known.of(a).length - known.of(b).length)) {
    left -= known.of(file).length
    if (left < 0) break
    fitting.add(file)
  }
  return {
    within: files.filter((file) => fitting.has(file)),
    beyond: files.filter((file) => !fitting.has(file)).map(({ id }) => ({ file: id, ...NO_ROOM })),
  }
}

/** The articles among some preparations that the background does not hold, and why the others are left out. */
function articlesOf(
  all: readonly Prepared[],
  background: Layer | null,
): { articles: PreparedArticle[]; rejected: Rejection[] } {
  const { kept, duplicates } = withoutDuplicates(
    all.filter(isPrepared),
    background?.all.flatMap(({ prepared }) => prepared),
  )
  const rejected = all.flatMap((prepared) => (isPrepared(prepared) ? [] : [prepared]))
  return { articles: inListOrder(kept), rejected: [...rejected, ...duplicates] }
}

/** Those whose day only others tell are prepared anew: what they tell of weekdays hangs on it. */
function* withInferredDays(
  own: readonly PreparedArticle[],
  background: Layer | null,
): CooperativeTask<PreparedArticle[]> {
  if (own.every(({ article }) => article.unclearDate === undefined)) return [...own]
  const others = background?.all.flatMap(({ prepared }) => prepared) ?? []
  const days = yield* inferDays(
    [...own, ...others].map(({ article, terms }) => ({
      published: article.published,
      unclearDate: article.unclearDate,
      terms: terms.distinct,
      name: article.outlet ?? `“${article.title}”`,
    })),
  )
  const inferred = own.map((prepared, place) => {
    const day = days[place]
    if (!day) return prepared
    const { unclearDate: _, ...article } = prepared.article
    return prepareArticle({ ...article, published: day.published, publishedBasis: day.basis })
  })
  return inListOrder(inferred)
}

/** What the preparation of a file depends on, beside the program. */
const keyOf = ({ id, text }: TextFile) => `${fingerprint(text)}/${encodeURIComponent(id)}`

function fingerprintsOf(articles: readonly PreparedArticle[]): Fingerprints {
  return Object.fromEntries(articles.map(({ article, fingerprint }) => [article.id, fingerprint]))
}

/** Twelve hexadecimal digits that stand for these articles with these texts. */
function versionOf(fingerprints: Fingerprints): string {
  const sorted = Object.entries(fingerprints).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex').slice(0, 12)
}
