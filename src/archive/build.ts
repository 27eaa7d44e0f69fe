import { createHash } from 'node:crypto'
import type { Article, Rejection } from '../articles/article.js'
import {
  type ArticleFolder,
  fingerprint,
  inOrder,
  readFolders,
  type TextFile,
  withoutDuplicates,
} from '../articles/read.js'
import { type Grouping, groupAll } from './grouping.js'
import { inListOrder } from './list-order.js'
import { MemoryArchive } from './memory.js'
import { decode, isPrepared, type Prepared, type PreparedArticle, prepareArticle } from './prepare.js'
import { prepareAll } from './prepare-all.js'
import { programVersion } from './program-version.js'
import { Layer } from './scopes/layer.js'
import { type Entry, readSnapshot, writeSnapshot } from './snapshot.js'
import type { BuildReport, Fingerprints, Progress } from './worker-protocol.js'

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
}

/**
 * Reads folders of articles and makes an archive of them on this thread, with the help of others to annotate.
 * What a snapshot holds of unchanged files is taken from there.
 * @param folders one by its path, or several
 * @throws when a folder is missing or can't be read; a file that can't be is a rejection
 */
export async function buildArchive(
  folders: string | readonly ArticleFolder[],
  { snapshot = null, onProgress = () => {}, background = null }: BuildOptions = {},
): Promise<Built> {
  const started = performance.now()
  const { files, rejections } = await readFolders(
    typeof folders === 'string' ? [{ path: folders, label: null, optional: false }] : folders,
  )
  const preparation = new Preparation(files, background, onProgress)
  const snapshotProblem = snapshot ? await preparation.useSnapshot(snapshot) : null
  const { articles, grouping, rejected } = await preparation.finish()
  return {
    ...assemble(articles, grouping, inOrder([...rejections, ...rejected]), started, background),
    annotated: preparation.annotated,
    snapshotProblem,
  }
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
  return assemble(prepared, groupAll(prepared), [], started, background)
}

function assemble(
  articles: readonly PreparedArticle[],
  grouping: Grouping,
  rejections: readonly Rejection[],
  started: number,
  background: Layer | null,
) {
  const fingerprints = fingerprintsOf(articles)
  const facts = {
    version: versionOf(fingerprints),
    builtAt: new Date().toISOString(),
    buildMs: Math.round(performance.now() - started),
    rejections,
  }
  const layer = new Layer(articles, grouping, facts, background)
  return { archive: new MemoryArchive(layer), layer, fingerprints, rejections }
}

/** The articles of the layers, by their prints. */
function printsIn(background: Layer | null): Map<string, string> {
  const prepared = background?.all.flatMap(({ prepared }) => prepared) ?? []
  return new Map(prepared.map(({ print, article }) => [print, article.id]))
}

/** The files of a folder on their way to being articles of an archive, by a snapshot or by the annotators. */
class Preparation {
  readonly #files: ReadonlyMap<string, TextFile>
  readonly #prepared = new Map<string, Prepared>()
  readonly #onProgress: (progress: Progress) => void
  #grouping: { readonly key: string; readonly value: Grouping } | null = null
  readonly #known: ReadonlyMap<string, string>
  #annotated = 0

  constructor(
    files: readonly TextFile[],
    background: Layer | null,
    onProgress: (progress: Progress) => void,
  ) {
    this.#files = new Map(files.map((file) => [keyOf(file), file]))
    this.#known = printsIn(background)
    this.#onProgress = onProgress
  }

  get annotated(): number {
    return this.#annotated
  }

  /**
   * Takes from a snapshot what it has, and replaces it where it does not fit.
   * @returns what went wrong with the file, if anything: it is a help, not a need
   */
  async useSnapshot(path: string): Promise<string | null> {
    try {
      const version = programVersion()
      let others = 0
      for await (const { key, json } of readSnapshot(path, version)) {
        const file = this.#files.get(key)
        if (file) this.#prepared.set(key, decode(json, file))
        else if (key.startsWith(GROUPING)) this.#grouping = { key, value: JSON.parse(json) as Grouping }
        else others++
      }
      if (others > 0 || this.#missing().length > 0 || this.#grouping?.key !== this.#groupingKey()) {
        await writeSnapshot(path, version, this.#entries(readSnapshot(path, version)))
      }
      return null
    } catch (error) {
      return (error as Error).message
    }
  }

  /** Works out whatever is still missing. */
  async finish() {
    for await (const _ of this.#annotate());
    return { ...this.#articles(), grouping: this.#groupingOf() }
  }

  async *#entries(known: AsyncIterable<Entry>): AsyncGenerator<Entry> {
    for await (const entry of known) if (this.#files.has(entry.key)) yield entry
    yield* this.#annotate()
    yield { key: this.#groupingKey(), json: JSON.stringify(this.#groupingOf()) }
  }

  async *#annotate(): AsyncGenerator<Entry> {
    const missing = this.#missing()
    for await (const { file, json } of prepareAll(missing)) {
      const key = keyOf(file)
      this.#prepared.set(key, decode(json, file))
      this.#annotated++
      this.#onProgress({ done: this.#annotated, total: missing.length })
      yield { key, json }
    }
  }

  #missing(): TextFile[] {
    return [...this.#files].filter(([key]) => !this.#prepared.has(key)).map(([, file]) => file)
  }

  #articles(): { articles: PreparedArticle[]; rejected: Rejection[] } {
    const all = [...this.#files.keys()].flatMap((key) => this.#prepared.get(key) ?? [])
    const { kept, duplicates } = withoutDuplicates(all.filter(isPrepared), this.#known)
    const rejected = all.flatMap((prepared) => (isPrepared(prepared) ? [] : [prepared]))
    return { articles: inListOrder(kept), rejected: [...rejected, ...duplicates] }
  }

  #groupingOf(): Grouping {
    const key = this.#groupingKey()
    if (this.#grouping?.key !== key) {
      this.#grouping = { key, value: groupAll(this.#articles().articles) }
    }
    return this.#grouping.value
  }

  #groupingKey(): string {
    return `${GROUPING}${versionOf(fingerprintsOf(this.#articles().articles))}`
  }
}

const GROUPING = 'grouping/'

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
