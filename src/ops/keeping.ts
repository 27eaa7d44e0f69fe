/** Where a process keeps what lasts: in files of its own, or in a database that it shares with others. */
import { join } from 'node:path'
import type { LiveArchive } from '../archive/contract/archive.js'
import type { Log } from '../lib/log.js'
import { Database, isUnavailable } from '../lib/postgres/database.js'
import { type Duty, FileState, PostgresDuty, PostgresState, SoleDuty, type State } from '../state/index.js'
import { feedArticles } from './feeds.js'
import { folderOfOwn, LocalCopies, overCopies } from './local-copies.js'

export interface Keeping {
  readonly state: State
  /** What one process does for all. */
  readonly duty: Duty
  /** Where the archive reads servers' own articles, and what feeds brought. */
  readonly servers: string
  readonly feeds: string
  /** Null where it is kept in files. */
  readonly database: Database | null
  /** The archive over those folders, which are what they should be whenever it reads them. */
  over<T extends LiveArchive>(archive: T): T
  close(): Promise<void>
}

/** @param kept the folder for all that is kept, such as `var` */
export function keepInFiles(kept: string, servers: string): Keeping {
  const feeds = join(kept, 'feeds')
  return {
    state: new FileState({ servers, feeds, feedback: kept }),
    duty: new SoleDuty(),
    servers,
    feeds: feedArticles(feeds),
    database: null,
    over: (archive) => archive,
    async close() {},
  }
}

/**
 * @param kept the folder for what can be had again
 * @throws Unreachable, or SchemaMismatch where the database is of a newer program
 */
export async function keepInDatabase(url: string, kept: string, log: Log): Promise<Keeping> {
  const database = await Database.open({ url, log }).catch((error) => {
    throw isUnavailable(error) ? new Unreachable(error) : error
  })
  try {
    const state = await PostgresState.open(database)
    const folder = await folderOfOwn(join(kept, 'copies'))
    const copies = new LocalCopies(state, folder.path)
    const duty = new PostgresDuty({ database, log })
    return {
      ...{ state, duty, database },
      servers: copies.servers,
      feeds: copies.feeds,
      over: (archive) => overCopies(archive, copies, { state, database, duty, log }),
      async close() {
        await duty.close()
        await state.close()
        await database.close()
        await folder.close()
      },
    }
  } catch (error) {
    await database.close()
    throw error
  }
}

class Unreachable extends Error {
  override readonly name = 'Unreachable'
  /** Another start may help. */
  readonly temporary = true

  constructor(cause: Error) {
    super(`The database of DATABASE_URL can’t be reached: ${cause.message || 'no answer'}.`, { cause })
  }
}
