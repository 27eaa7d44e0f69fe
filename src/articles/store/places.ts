import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isServer } from '../../state/index.js'
import { isFileName } from './names.js'

/** Where the archive finds the things of one server. */
export interface ServerPlaces {
  readonly articles: string
  /** What was worked out from its articles. Deleted with them. */
  readonly snapshot: string
}

/** The folder below which each server has its own. */
export class ServerFolders {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /** @throws TypeError for what is no server's id */
  of(server: string): ServerPlaces {
    if (!isServer(server)) throw new TypeError('A server is named by its id, a number.')
    const home = join(this.#folder, server)
    return { articles: join(home, 'articles'), snapshot: join(home, 'archive.snapshot') }
  }

  async hasArticles(server: string): Promise<boolean> {
    const names = await readdir(this.of(server).articles).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []
      throw error
    })
    return names.some(isFileName)
  }
}
