import { type ArticleFolder, readFolders, readNamed, type TextFile } from '../../articles/folder/index.js'
import type { Rejection } from '../../articles/model/article.js'
import { OWN, ServerFolders } from '../../articles/store/index.js'
import { Database } from '../../lib/postgres/database.js'
import { keepHeapTight } from '../../lib/tight-heap.js'
import type { Archive, ReloadReport, Scope } from '../contract/archive.js'
import { WorseArchive } from '../contract/archive.js'
import { programVersion, storedFormat } from '../storage/program-version.js'
import type { BuildReport, DatabaseOrder, Progress, Reloaded } from '../worker/protocol.js'
import { PostgresArchive } from './archive.js'
import { beginImport, workOn } from './import.js'
import { type PublishOptions, publish } from './publish.js'

export interface SharedOptions {
  /** Where everybody's articles are read from when they are read anew. */
  readonly folders: readonly ArticleFolder[]
  /** The folder below which each server has its own; null where no server has articles of its own. */
  readonly servers: string | null
  readonly onChange?: (server: string | null, built: BuildReport) => void
  readonly onProgress?: (progress: Progress) => void
}

/**
 * What scopes may ask of a database that processes share, and how new articles come into it. The first process that
 * finds nothing there brings what its folders hold; from then on that is done by a reload, by whichever process.
 */
export class SharedArchives {
  readonly #database: Database
  readonly #options: SharedOptions
  readonly #program = programVersion()
  #archive!: PostgresArchive
  #built!: BuildReport
  /** One after another: what a server adds twice at once is not read twice. */
  #last: Promise<unknown> = Promise.resolve()

  static async open({ url, readUrl }: DatabaseOrder, options: SharedOptions): Promise<SharedArchives> {
    keepHeapTight()
    const database = await Database.open({ url, readUrl })
    try {
      const archives = new SharedArchives(database, options)
      await archives.#open()
      return archives
    } catch (error) {
      await database.close()
      throw error
    }
  }

  /** Brings what folders hold into a database, in the place of what everybody is served there, and asks nothing. */
  static async bring(
    { url, readUrl }: DatabaseOrder,
    { anyway, ...options }: Pick<SharedOptions, 'folders' | 'onProgress'> & { readonly anyway: boolean },
  ): Promise<Reloaded> {
    const database = await Database.open({ url, readUrl })
    try {
      const archives = new SharedArchives(database, { servers: null, ...options })
      return await archives.#reloaded(anyway)
    } finally {
      await database.close()
    }
  }

  private constructor(database: Database, options: SharedOptions) {
    this.#database = database
    this.#options = options
  }

  async #open(): Promise<void> {
    const { rows } = await this.#database.query(`SELECT 1 FROM editions WHERE server = ''`)
    if (rows.length === 0) await this.#publishFolders({ anyway: true })
    await this.#readAnew()
    this.#archive = await PostgresArchive.open(this.#database, {
      program: this.#program,
      onChange: (server) => void this.#changed(server),
    })
    this.#built = await this.#report()
  }

  /** What another version of the program has worked out of articles, and this one can't read, is worked out anew. */
  async #readAnew(): Promise<void> {
    const { rows } = await this.#database.query<{ server: string; rejections: Rejection[] }>(
      'SELECT server, rejections FROM editions WHERE format <> $1 ORDER BY server',
      [storedFormat()],
    )
    for (const { server, rejections } of rows) {
      const { rows: files } = await this.#database.query<TextFile>(
        'SELECT name AS id, text FROM articles WHERE server = $1 AND live ORDER BY name COLLATE "C"',
        [server],
      )
      await this.#publish(server, files, { rejections, anyway: true })
    }
  }

  /** What everybody is served. */
  get built(): BuildReport {
    return this.#built
  }

  warmUp(): Promise<void> {
    return this.#archive.warmUp()
  }

  async of(_scope: Scope): Promise<Archive> {
    return this.#archive
  }

  /** A server's own articles have changed: they are read again. */
  renew(server: string): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#options.servers === null) return
      const folders = new ServerFolders(this.#options.servers)
      const folder = { path: folders.of(server).articles, label: OWN, optional: true }
      const { files, rejections } = await readFolders([folder])
      await this.#publish(server, files, { rejections, anyway: true })
      await this.#archive.refresh(server)
    })
  }

  /** Takes in files that have come into the shared folders, beside what there is. */
  extend(ids: readonly string[]): Promise<boolean> {
    return this.#inTurn(async () => {
      const { files, rejections } = await readNamed(this.#options.folders, ids)
      if (files.length > 0) await this.#publish('', files, { rejections, adding: true, anyway: true })
      await this.#archive.refresh('')
      return true
    })
  }

  reload(anyway: boolean): Promise<Reloaded> {
    return this.#inTurn(async () => {
      const reloaded = await this.#reloaded(anyway)
      if (!reloaded.worse) await this.#archive.refresh('')
      return reloaded
    })
  }

  async close(): Promise<void> {
    await this.#archive.close()
    await this.#database.close()
  }

  async #reloaded(anyway: boolean): Promise<Reloaded> {
    try {
      return { report: await this.#publishFolders({ anyway }), worse: null }
    } catch (error) {
      if (error instanceof WorseArchive) return { report: error.report, worse: error.why }
      throw error
    }
  }

  async #publishFolders(options: Pick<PublishOptions, 'anyway'>): Promise<ReloadReport> {
    const { files, rejections } = await readFolders(this.#options.folders)
    return this.#publish('', files, { rejections, ...options })
  }

  async #publish(server: string, files: readonly TextFile[], options: PublishOptions): Promise<ReloadReport> {
    const started = performance.now()
    const { onProgress = () => {} } = this.#options
    const ref = await beginImport(this.#database, { server, annotator: this.#program }, files)
    await workOn(this.#database, ref, { onProgress: (done) => onProgress({ done, total: files.length }) })
    return publish(this.#database, ref, { started, ...options })
  }

  async #changed(server: string | null): Promise<void> {
    if (!server) this.#built = await this.#report().catch(() => this.#built)
    this.#options.onChange?.(server, this.#built)
  }

  async #report(): Promise<BuildReport> {
    const { rejections, gaps } = await this.#archive.status({ server: null })
    const fingerprints = await this.#archive.fingerprints()
    return { fingerprints, rejections: rejections as Rejection[], gaps, annotated: 0, snapshotProblem: null }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work)
    this.#last = done.catch(() => {})
    return done
  }
}
