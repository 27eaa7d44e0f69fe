import { isAbsolute, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gapMessages } from '../../articles/model/gaps.js'
import { message } from '../../i18n/message.js'
import { wordsFor } from '../../i18n/words.js'
import { boundedMap } from '../../lib/bounded.js'
import {
  type Archive,
  ArchiveUnavailable,
  type ArchiveVitals,
  type LiveArchive,
  ReloadInProgress,
  type ReloadReport,
  type Scope,
  WorseArchive,
} from '../contract/archive.js'
import { changesBetween } from '../ingest/changes.js'
import { whyWorse } from '../ingest/reload-guard.js'
import { ArchiveWorker, StandsStill } from './archive-worker.js'
import type { BuildReport, DatabaseOrder, Question, Reloaded, WorkerOrder } from './protocol.js'

/** The part of a logger that is needed here; pino's fits. */
export interface Log {
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
}

export interface LiveOptions {
  readonly folder: string
  /** A folder of more articles for everybody, which feeds brought. It may be missing. */
  readonly feeds?: string | null
  /** The folder below which each server has its own, see `ServerStore`. Null, the default: no server has any. */
  readonly servers?: string | null
  /**
   * A file that keeps what is worked out from the articles, so that the next start and the
   * next reload work out what has changed alone. Null, the default, keeps nothing;
   * a file within the folder is not used.
   */
  readonly snapshot?: string | null
  /** The database that processes share, which then holds the archive. Null, the default: it is in the worker's memory. */
  readonly database?: DatabaseOrder | null
  readonly log?: Log
  /** How long the worker may be silent while it holds a question before it is replaced. Default 10 s. */
  readonly hangMs?: number
  /** How long it may be silent while it builds an archive before the file it stands over is left out. Default 60 s. */
  readonly buildHangMs?: number
  /** How long a question waits for a worker that is being replaced. Default 8 s. */
  readonly patienceMs?: number
  /** The most memory that the worker's objects may take, in megabytes. Default 1500; null: as much as Node gives a thread. */
  readonly memoryMb?: number | null
  /** The worker's program: one that offers more, or, in tests, one that fails. */
  readonly entry?: URL
}

const ENTRY = new URL('./worker.js', import.meta.url)
/**
 * Of which 100,000 passages take half while they are indexed. With more to spare V8 would let garbage lie, and take
 * half as much again.
 */
const MEMORY_MB = 1500
const SILENT: Log = { info() {}, warn() {}, error() {} }
/** Stands before the ids of what feeds brought. */
export const FEEDS = 'feeds'
const FIRST_RETRY_MS = 200
/** Servers of which it is known that nothing has changed for them. */
const MOST_EDITIONS = 10_000
/** Servers whose own articles are read before a new archive serves. */
const MOST_READY = 50
const LONGEST_RETRY_MS = 30_000

/** Where the project keeps its snapshot. */
export const PROJECT_SNAPSHOT = fileURLToPath(new URL('../../../../var/archive.snapshot', import.meta.url))

/** A live archive whose thread offers more than the door. */
export interface HostedArchive extends LiveArchive {
  /**
   * Asks one of the `Services` of the thread.
   * @throws ArchiveUnavailable when the thread could not answer this time
   */
  service<T>(name: string, ...args: readonly [...unknown[], Scope]): Promise<T>
  /** Stands for all that a scope may see: another object whenever that may have changed. */
  readonly edition: (scope: Scope) => object
}

/**
 * Opens a folder of articles: reads, annotates and indexes it in a worker thread, and serves it from there.
 * @throws when the folder is missing or can't be read
 */
export async function openArchive(options: LiveOptions): Promise<HostedArchive> {
  const archive = new WorkerArchive(options)
  await archive.open()
  return archive
}

class WorkerArchive implements HostedArchive {
  readonly #order: WorkerOrder
  readonly #log: Log
  readonly #hangMs: number
  readonly #buildHangMs: number
  readonly #patienceMs: number
  readonly #memoryMb: number | null
  readonly #entry: URL
  #serving: Promise<ArchiveWorker> = Promise.reject(
    new ArchiveUnavailable([{ text: 'The archive is not open.' }]),
  )
  #reload: { readonly by: string; readonly since: Date } | null = null
  /** Built by a reload, and not serving yet. */
  #coming: ArchiveWorker | null = null
  /** The articles that the archive was not built of, but extended by. */
  readonly #recent = new Set<string>()
  readonly #askedLast = new Set<string>()
  readonly #editions = boundedMap<string | null, object>(MOST_EDITIONS)
  #closed = false
  #built: { readonly report: BuildReport; readonly at: number } | null = null
  readonly #counts = { reloads: 0, refused: 0, restarts: 0 }

  constructor({
    folder,
    feeds = null,
    servers = null,
    snapshot = null,
    database = null,
    log = SILENT,
    hangMs = 10_000,
    buildHangMs = 60_000,
    patienceMs = 8_000,
    memoryMb = MEMORY_MB,
    entry = ENTRY,
  }: LiveOptions) {
    this.#log = log
    const among = snapshot !== null && isInside(folder, snapshot)
    if (among) log.warn({ reason: `${snapshot} lies among the articles` }, NO_SNAPSHOT)
    this.#order = {
      folders: [
        {
          path: folder,
          label: null,
          optional: false,
          except: [feeds, servers].filter((path) => path !== null),
        },
        ...(feeds === null ? [] : [{ path: feeds, label: FEEDS, optional: true }]),
      ],
      servers,
      snapshot: among ? null : snapshot,
      database,
    }
    this.#hangMs = hangMs
    this.#buildHangMs = buildHangMs
    this.#patienceMs = patienceMs
    this.#memoryMb = memoryMb
    this.#entry = entry
    this.#serving.catch(() => {})
  }

  async open(): Promise<void> {
    const worker = await this.#start()
    this.#serve(Promise.resolve(worker))
    this.#report(worker.built)
  }

  status: Archive['status'] = (scope) => this.#ask('status', scope)
  articles: Archive['articles'] = (filter, scope) => this.#ask('articles', filter, scope)
  article: Archive['article'] = (name, scope) => this.#ask('article', name, scope)
  passages: Archive['passages'] = (query, scope) => this.#ask('passages', query, scope)
  events: Archive['events'] = (query, scope) => this.#ask('events', query, scope)
  quotations: Archive['quotations'] = (query, scope) => this.#ask('quotations', query, scope)
  suggest: Archive['suggest'] = (query, scope) => this.#ask('suggest', query, scope)

  async service<T>(name: string, ...args: readonly [...unknown[], Scope]): Promise<T> {
    this.#noteAsker(args.at(-1) as Scope)
    const worker = await this.#current()
    return (await worker.call(name, args)) as T
  }

  edition = (scope: Scope): object => {
    this.#noteAsker(scope)
    const known = this.#editions.get(scope.server)
    if (known) return known
    const fresh = {}
    this.#editions.set(scope.server, fresh)
    return fresh
  }

  async renew(server: string): Promise<void> {
    // The next archive may have read the server's articles already.
    const coming = this.#coming?.call('renew', [server]).catch(() => {})
    const worker = await this.#current()
    await Promise.all([worker.call('renew', [server]), coming])
    this.#editions.delete(server)
  }

  async extend(ids: readonly string[]): Promise<boolean> {
    // The next archive may have listed its folders already.
    const coming = this.#coming?.call('extend', [ids]).catch(() => {})
    const worker = await this.#current()
    const [taken] = await Promise.all([worker.call('extend', [ids]) as Promise<boolean>, coming])
    if (!taken) return false
    for (const id of ids) this.#recent.add(id)
    this.#editions.clear()
    return true
  }

  async reload(by: string, { anyway = false } = {}): Promise<ReloadReport> {
    if (this.#reload) throw new ReloadInProgress(this.#reload.by, this.#reload.since)
    this.#reload = { by, since: new Date() }
    const started = performance.now()
    try {
      const old = await this.#current()
      if (this.#order.database) return await this.#reloadShared(old, by, anyway)
      const fresh = await this.#start()
      const ms = Math.round(performance.now() - started)
      const { fingerprints, rejections, gaps } = fresh.built
      const report = {
        ...changesBetween(old.built.fingerprints, fingerprints),
        rejected: rejections,
        gaps,
        ms,
      }
      const worse = whyWorse(old.built, fresh.built)
      if (worse && !anyway) {
        this.#counts.refused++
        void fresh.end()
        this.#log.warn({ by, why: worse, ...counts(report) }, 'reload refused, the old archive is kept')
        throw new WorseArchive(worse, report)
      }
      this.#coming = fresh
      await this.#extendBy(fresh)
      await this.#readServers(fresh)
      if (fresh.ended)
        throw new Error(`The new archive’s thread ended (${fresh.ended}). The old one goes on.`)
      this.#serve(Promise.resolve(fresh))
      void old.retire()
      this.#counts.reloads++
      this.#report(fresh.built)
      this.#log.info({ by, ...counts(report) }, 'archive reloaded')
      return report
    } finally {
      this.#reload = null
      this.#coming = null
    }
  }

  /** What every process serves is read anew; the thread goes on. */
  async #reloadShared(worker: ArchiveWorker, by: string, anyway: boolean): Promise<ReloadReport> {
    const { report, worse } = (await worker.call('reload', [anyway])) as Reloaded
    if (worse) {
      this.#counts.refused++
      this.#log.warn({ by, why: worse, ...counts(report) }, 'reload refused, the old archive is kept')
      throw new WorseArchive(worse, report)
    }
    this.#counts.reloads++
    this.#editions.clear()
    this.#log.info({ by, ...counts(report) }, 'archive reloaded')
    return report
  }

  vitals(): ArchiveVitals {
    const { report, at } = this.#built ?? {}
    return {
      articles: report ? Object.keys(report.fingerprints).length : 0,
      rejected: report?.rejections.length ?? 0,
      ageMs: at === undefined ? 0 : performance.now() - at,
      reloading: this.#reload,
      ...this.#counts,
    }
  }

  /** What came while a new archive was built goes on being found. */
  async #extendBy(fresh: ArchiveWorker): Promise<void> {
    for (const id of this.#recent) if (id in fresh.built.fingerprints) this.#recent.delete(id)
    if (this.#recent.size > 0) await fresh.call('extend', [[...this.#recent]]).catch(() => {})
  }

  /** The servers that asked last find their own articles ready in a new archive. */
  async #readServers(fresh: ArchiveWorker): Promise<void> {
    for (const server of this.#askedLast) await fresh.call('renew', [server]).catch(() => {})
  }

  #noteAsker({ server }: Scope): void {
    if (server === null) return
    this.#askedLast.delete(server)
    this.#askedLast.add(server)
    if (this.#askedLast.size > MOST_READY) this.#askedLast.delete(this.#askedLast.values().next().value!)
  }

  /** From now on it answers from this one. */
  #serve(worker: Promise<ArchiveWorker>): void {
    this.#serving = worker
    this.#editions.clear()
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#editions.clear()
    await this.#serving.then((worker) => worker.end()).catch(() => {})
  }

  #ask<T>(question: Question, ...args: [unknown, Scope] | [Scope]): Promise<T> {
    return this.service(question, ...args)
  }

  /** The worker that serves now; where it is being replaced, the next one, if that is soon enough. */
  async #current(): Promise<ArchiveWorker> {
    let timer: NodeJS.Timeout | undefined
    const impatience = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new ArchiveUnavailable(RESTARTING)), this.#patienceMs)
    })
    return Promise.race([this.#serving, impatience]).finally(() => clearTimeout(timer))
  }

  /** Starts a thread; where it stands still over a file, another that leaves that one out. */
  async #start(): Promise<ArchiveWorker> {
    const stuck: string[] = []
    for (;;) {
      try {
        return await this.#startWithout(stuck)
      } catch (error) {
        if (!(error instanceof StandsStill) || stuck.includes(error.file) || this.#closed) throw error
        this.#log.error({ file: error.file }, 'an article takes too long to read and is left out')
        stuck.push(error.file)
      }
    }
  }

  #startWithout(stuck: readonly string[]): Promise<ArchiveWorker> {
    const started: Promise<ArchiveWorker> = ArchiveWorker.start({
      entry: this.#entry,
      order: { ...this.#order, stuck },
      hangMs: this.#hangMs,
      buildHangMs: this.#buildHangMs,
      memoryMb: this.#memoryMb,
      onProgress: ({ done, total }) => this.#log.info({ done, total }, 'annotating articles'),
      onProblem: (problem) => {
        this.#editions.delete(problem.server)
        this.#log.warn({ ...problem }, 'a server’s own articles can’t be read')
      },
      onChange: (server, built) => {
        if (server) this.#editions.delete(server)
        else this.#editions.clear()
        this.#note(built)
      },
      onDeath: (reason) => void this.#replace(started, reason),
    })
    return started
  }

  async #replace(dead: Promise<ArchiveWorker>, reason: string): Promise<void> {
    const serves = (await this.#serving) === (await dead)
    if (this.#closed || !serves) return
    this.#counts.restarts++
    this.#log.error({ reason }, 'the archive’s worker stopped; starting another')
    const restarted = this.#restart()
    this.#serve(restarted)
    // A reload may have been quicker.
    void restarted.then((worker) => (this.#serving === restarted ? undefined : worker.end())).catch(() => {})
  }

  async #restart(): Promise<ArchiveWorker> {
    for (let wait = FIRST_RETRY_MS; ; wait = Math.min(wait * 2, LONGEST_RETRY_MS)) {
      try {
        const worker = await this.#start()
        this.#note(worker.built)
        this.#log.info({}, 'the archive’s worker serves again')
        return worker
      } catch (error) {
        this.#log.error({ reason: String(error), retryMs: wait }, 'the archive could not be rebuilt')
        await new Promise((resolve) => setTimeout(resolve, wait).unref())
        if (this.#closed) throw new ArchiveUnavailable(RESTARTING)
      }
    }
  }

  #note(report: BuildReport): void {
    this.#built = { report, at: performance.now() }
  }

  #report(report: BuildReport): void {
    const { fingerprints, rejections, gaps, annotated, snapshotProblem } = report
    this.#note(report)
    for (const { reason, remedy, ...place } of rejections) {
      const { tell } = wordsFor('en')
      this.#log.warn({ ...place, reason: tell([reason]), remedy: tell([remedy]) }, 'article rejected')
    }
    for (const gap of gapMessages(gaps)) this.#log.info({}, wordsFor('en').tell([gap]))
    if (snapshotProblem !== null) this.#log.warn({ reason: snapshotProblem }, NO_SNAPSHOT)
    this.#log.info({ articles: Object.keys(fingerprints).length, annotated }, 'archive built')
  }
}

const NO_SNAPSHOT = 'the snapshot could not be kept, so the next start has to annotate all articles again'

const RESTARTING = [message('noteRestarting')]

function isInside(folder: string, file: string): boolean {
  const way = relative(folder, file)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

function counts({ added, removed, changed, unchanged, rejected, ms }: ReloadReport) {
  return {
    added: added.length,
    removed: removed.length,
    changed: changed.length,
    unchanged,
    rejected: rejected.length,
    ms,
  }
}
