import { type FSWatcher, statSync, watch } from 'node:fs'
import { type LiveArchive, ReloadInProgress, WorseArchive } from '../contract/archive.js'
import type { Log } from '../worker/live.js'

export interface WatchOptions {
  readonly folder: string
  readonly log: Log
  /** How long the folder must be left alone before it is read, in milliseconds. Default 3 s. */
  readonly quietMs?: number
  /** How often it is looked whether the folder is still the one that is watched, in milliseconds. Default 30 s. */
  readonly checkMs?: number
}

const BY = 'the watch over the folder'
/** A folder that is never left alone is read after so many times `quietMs`. */
const LONGEST_WAIT = 20

/**
 * Reloads the archive when something has changed in the folder, at any depth. An archive that is worse than the one
 * being served is not taken; the log says so. Should another folder be put in its place, that one is watched.
 * @throws Error when the folder can't be watched
 */
export function watchArticles(
  archive: LiveArchive,
  { folder, log, quietMs = 3000, checkMs = 30_000 }: WatchOptions,
): { close(): void } {
  let timer: NodeJS.Timeout | undefined
  /** When the first change was seen that has not been read. */
  let since: number | null = null
  const later = () => {
    const now = performance.now()
    since ??= now
    clearTimeout(timer)
    timer = setTimeout(reload, Math.min(quietMs, since + LONGEST_WAIT * quietMs - now))
  }
  const reload = async () => {
    since = null
    try {
      await archive.reload(BY)
    } catch (error) {
      if (error instanceof ReloadInProgress) return later()
      const what =
        error instanceof WorseArchive
          ? 'the changed folder would make a worse archive, so the old one is kept; /reload to use it anyway'
          : 'the changed folder could not be read, so the old archive is kept'
      log.warn({ reason: (error as Error).message }, what)
    }
  }
  const watched = new WatchedFolder(folder, later, log)
  log.info({ folder }, 'watching the folder')
  const checking = setInterval(() => watched.check(), checkMs).unref()
  return {
    close() {
      clearTimeout(timer)
      clearInterval(checking)
      watched.close()
    },
  }
}

/** A watch over whatever folder stands under a path. The system's own goes with the folder that it began with. */
class WatchedFolder {
  readonly #path: string
  readonly #onChange: () => void
  readonly #log: Log
  #watcher: FSWatcher | null = null
  #id: string | null = null

  /** @throws Error when the folder can't be watched */
  constructor(path: string, onChange: () => void, log: Log) {
    this.#path = path
    this.#onChange = onChange
    this.#log = log
    this.#begin()
  }

  /** Begins anew where another folder stands there, or the watch was lost. */
  check(): void {
    try {
      if (this.#watcher && idOf(this.#path) === this.#id) return
      this.#watcher?.close()
      this.#begin()
      this.#log.info({ folder: this.#path }, 'watching the folder that stands in its place')
      this.#onChange()
    } catch (error) {
      this.#lose(error as Error)
    }
  }

  close(): void {
    this.#watcher?.close()
  }

  #begin(): void {
    this.#id = idOf(this.#path)
    this.#watcher = watch(this.#path, { recursive: true }, this.#onChange)
    this.#watcher.on('error', (error) => this.#lose(error))
  }

  #lose({ message }: Error): void {
    if (this.#watcher) {
      this.#log.warn({ reason: message }, 'the folder is not watched until it is there again')
    }
    this.#watcher?.close()
    this.#watcher = null
  }
}

/** @throws Error where there is none */
function idOf(path: string): string {
  const { dev, ino } = statSync(path)
  return `${dev}/${ino}`
}
