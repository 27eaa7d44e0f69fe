import { join } from 'node:path'
import { namesIn } from './folder.js'

/** Where the things of one server lie. */
export interface ServerPlaces {
  readonly home: string
  readonly articles: string
  readonly bin: string
  /** What was worked out from its articles. Deleted with its home. */
  readonly snapshot: string
  readonly settings: string
  /** What of its feeds was seen, and which of their articles are still to be told of. */
  readonly feeds: string
  readonly untold: string
  /** Which briefs were posted. */
  readonly briefs: string
}

export const isServer = (id: string) => /^\d{1,20}$/.test(id)

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
    return {
      home,
      articles: join(home, 'articles'),
      bin: join(home, 'bin'),
      snapshot: join(home, 'archive.snapshot'),
      settings: join(home, 'settings.json'),
      feeds: join(home, 'feeds.json'),
      untold: join(home, 'untold.json'),
      briefs: join(home, 'briefs.json'),
    }
  }

  async hasArticles(server: string): Promise<boolean> {
    return (await namesIn(this.of(server).articles)).length > 0
  }
}
