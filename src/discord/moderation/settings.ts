/** What a server's moderators have set: where changes are told, and which topics are followed. */
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { ServerFolders } from '../../articles/store/places.js'
import { orRefuse } from '../../articles/store/refusals.js'
import { writeAtomically } from '../../lib/atomic-file.js'

const id = z.string().regex(/^\d{1,20}$/)
const settings = z.object({
  /** Where it is told who added and removed articles; null for nowhere. */
  log: id.nullable().default(null),
  follows: z.array(z.object({ topic: z.string(), channel: id })).default([]),
})

export type Settings = Readonly<z.infer<typeof settings>>
export type Follow = Settings['follows'][number]

const NONE: Settings = settings.parse({})

/** The settings of servers, a file in the folder of each, so that they go where its articles go. */
export class ServerSettings {
  readonly #folders: ServerFolders
  #last: Promise<unknown> = Promise.resolve()

  constructor(folder: string) {
    this.#folders = new ServerFolders(folder)
  }

  /** What was never set, or can't be read, is as if it were not set. */
  async of(server: string): Promise<Settings> {
    return this.#read(server).catch(() => NONE)
  }

  /**
   * One change after another, so that none is lost.
   * @throws StoreError where they can't be read or written: what is only unreadable now must not be written over
   */
  change(server: string, change: (settings: Settings) => Settings): Promise<Settings> {
    const done = this.#last.then(() =>
      orRefuse(async () => {
        const changed = change(await this.#read(server))
        await writeAtomically(this.#folders.of(server).settings, JSON.stringify(changed))
        return changed
      }),
    )
    this.#last = done.catch(() => {})
    return done
  }

  /** @throws what the disk says; what is there and makes no sense is as if it were not */
  async #read(server: string): Promise<Settings> {
    const text = await readFile(this.#folders.of(server).settings, 'utf8').catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null
        throw error
      },
    )
    try {
      return text === null ? NONE : settings.parse(JSON.parse(text))
    } catch {
      return NONE
    }
  }
}
