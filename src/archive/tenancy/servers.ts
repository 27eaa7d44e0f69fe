import { type ArticleFolder, readNamed } from '../../articles/folder/index.js'
import { OWN, ServerFolders } from '../../articles/store/index.js'
import type { Archive, Scope } from '../contract/archive.js'
import { buildArchive, extendArchive } from '../ingest/build.js'
import type { MemoryArchive } from '../memory.js'
import type { Layer } from './layer.js'

/** UTF-16 units of text; a layer takes some ten bytes for each. */
const MOST_TEXT = 10_000_000
const MOST_SERVERS = 10_000
/**
 * Bytes that may be worked out of one server's articles. The 10 MB of text that a server may have come to 8 MB if it
 * is ordinary news, and to ten times as much if it is made of dates alone; what a server's questions and changes cost
 * grows with it.
 */
const MOST_WORKED_OUT = 12_000_000
/** Articles that may come before the archive is built anew: what each costs grows with them. */
const MOST_RECENT = 100
/** What can't be read is not tried again with every question. */
const RETRY_MS = 30_000

export interface ServerArchivesOptions {
  readonly shared: Shared
  /** The folders that its articles come from. */
  readonly folders?: readonly ArticleFolder[]
  /** The folder below which each server has its own; null where no server has articles of its own. */
  readonly folder: string | null
  /** Told why a server's own articles can't be read. */
  readonly onProblem: (problem: { readonly server: string; readonly reason: string }) => void
}

interface Shared {
  readonly archive: MemoryArchive
  readonly layer: Layer
}

interface Known {
  readonly archive: Archive
  readonly text: number
}

/**
 * What each server may ask: the shared articles, with its own on them if it has any. A server's own are read when
 * it first asks, and kept until others asked for more than fits; no index ever holds those of two servers.
 */
export class ServerArchives {
  /** What was built, and what it is with the articles that have come since. */
  readonly #built: Shared
  #shared: Shared
  readonly #sharedFolders: readonly ArticleFolder[]
  readonly #folders: ServerFolders | null
  readonly #onProblem: ServerArchivesOptions['onProblem']
  /** Those asked last come last. */
  readonly #known = new Map<string, Known>()
  /** Those whose articles could not be read, and when they may be tried again. */
  readonly #failed = new Map<string, number>()
  readonly #building = new Map<string, Promise<Archive>>()
  /** Those whose turn to be read has not come: they are read once, however often they are to be. */
  readonly #queued = new Map<string, Promise<Archive>>()
  /** One is built after another, so that others' questions get their turn. */
  #last: Promise<unknown> = Promise.resolve()

  constructor({ shared, folders = [], folder, onProblem }: ServerArchivesOptions) {
    this.#built = shared
    this.#shared = shared
    this.#sharedFolders = folders
    this.#folders = folder === null ? null : new ServerFolders(folder)
    this.#onProblem = onProblem
  }

  /** What a scope may see. */
  async of({ server }: Scope): Promise<Archive> {
    if (server === null || !this.#folders) return this.#shared.archive
    const known = this.#known.get(server)
    if (!known) {
      if ((this.#failed.get(server) ?? 0) > performance.now()) return this.#shared.archive
      return this.#building.get(server) ?? this.#build(server)
    }
    this.#known.delete(server)
    this.#known.set(server, known)
    return known.archive
  }

  /** A server's own articles have changed: they are read again. What they were is asked meanwhile. */
  async renew(server: string): Promise<void> {
    if (this.#folders) await this.#build(server)
  }

  /**
   * Takes in files that have come into the shared folders since, on what was built. A server's own articles are laid
   * on them when it asks next.
   * @returns whether that could be done: not for articles that have changed, nor for very many, which take a build
   * @throws ArticlesFolderError where a folder can't be read
   */
  async extend(ids: readonly string[]): Promise<boolean> {
    const extended = this.#last.then(() => this.#extend(ids))
    this.#last = extended.catch(() => {})
    return extended
  }

  async #extend(ids: readonly string[]): Promise<boolean> {
    const { layer: base } = this.#built
    const recent = this.#shared.layer === base ? [] : this.#shared.layer.prepared
    if (recent.length + ids.length > MOST_RECENT) return false
    const { files } = await readNamed(this.#sharedFolders, ids)
    const extended = files.length > 0 ? await extendArchive(base, recent, files) : null
    if (!extended) return false
    this.#shared = extended
    this.#known.clear()
    return true
  }

  /** @throws never: where a server's own articles can't be read, the shared ones are still there */
  #build(server: string): Promise<Archive> {
    const queued = this.#queued.get(server)
    if (queued) return queued
    const built = this.#last.then(() => {
      this.#queued.delete(server)
      return this.#read(server)
    })
    this.#queued.set(server, built)
    this.#last = built
    this.#building.set(server, built)
    void built.then(() => {
      if (this.#building.get(server) === built) this.#building.delete(server)
    })
    return built
  }

  async #read(server: string): Promise<Archive> {
    const { archive: shared, layer: background } = this.#shared
    try {
      const { articles, snapshot } = this.#folders!.of(server)
      if (!(await this.#folders!.hasArticles(server))) {
        this.#keep(server, { archive: shared, text: 0 })
        return shared
      }
      const folder = { path: articles, label: OWN, optional: true }
      const { archive, layer, snapshotProblem } = await buildArchive([folder], {
        background,
        snapshot,
        answering: true,
        mostBytes: MOST_WORKED_OUT,
      })
      if (snapshotProblem !== null) this.#onProblem({ server, reason: snapshotProblem })
      const text = layer.prepared.reduce((sum, { article }) => sum + article.text.length, 0)
      this.#keep(server, { archive, text })
      return archive
    } catch (error) {
      this.#known.delete(server)
      this.#failed.set(server, performance.now() + RETRY_MS)
      this.#onProblem({ server, reason: error instanceof Error ? error.message : String(error) })
      return shared
    }
  }

  #keep(server: string, known: Known): void {
    this.#failed.delete(server)
    this.#known.delete(server)
    this.#known.set(server, known)
    let text = [...this.#known.values()].reduce((sum, one) => sum + one.text, 0)
    for (const [other, one] of this.#known) {
      if (other === server || (text <= MOST_TEXT && this.#known.size <= MOST_SERVERS)) return
      this.#known.delete(other)
      text -= one.text
    }
  }
}
