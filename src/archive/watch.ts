import { watch } from 'node:fs'
import { type LiveArchive, ReloadInProgress, WorseArchive } from './archive.js'
import type { Log } from './live.js'

export interface WatchOptions {
  readonly folder: string
  readonly log: Log
  /** How long the folder must be left alone before it is read, in milliseconds. Default 3 s. */
  readonly quietMs?: number
}

const BY = 'the watch over the folder'

/**
 * Reloads the archive when something has changed in the folder, at any depth. An archive that is worse than the one
 * being served is not taken; the log says so.
 * @throws Error when the folder can't be watched
 */
export function watchArticles(
  archive: LiveArchive,
  { folder, log, quietMs = 3000 }: WatchOptions,
): { close(): void } {
  let timer: NodeJS.Timeout | undefined
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(reload, quietMs)
  }
  const reload = async () => {
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
  const watcher = watch(folder, { recursive: true }, later)
  watcher.on('error', (error) => log.warn({ reason: error.message }, 'the folder is no longer watched'))
  log.info({ folder }, 'watching the folder')
  return {
    close() {
      clearTimeout(timer)
      watcher.close()
    },
  }
}
