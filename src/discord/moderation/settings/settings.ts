/** What a server's moderators have set: where and how the bot answers, where changes are told, which topics are followed. */
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { orRefuse, ServerFolders } from '../../../articles/store/index.js'
import { LANGUAGES } from '../../../i18n/words.js'
import { writeAtomically } from '../../../lib/atomic-file.js'
import { boundedMap } from '../../../lib/bounded.js'
import { zoneName } from '../briefs/brief-slots.js'

/** Servers without settings that are remembered as such. */
const MOST_UNSET = 100_000

const id = z.string().regex(/^\d{1,20}$/)

/** The brief that is posted by itself, where `every` and `channel` say so. */
const brief = z.object({
  every: z.enum(['off', 'day', '1', '2', '3', '4', '5', '6', '7']).default('off'),
  hour: z.number().int().min(0).max(23).default(8),
  zone: zoneName.default('UTC'),
  channel: id.nullable().default(null),
  /** Null: everything. */
  topic: z.string().nullable().default(null),
  /** Whether nothing is posted where there is nothing new. */
  quiet: z.boolean().default(true),
  /** Who set it: they are told where it can't be posted and there is no log channel. */
  by: id.nullable().default(null),
})

/** What the panel of `/settings` sets. What a file of an earlier version lacks is as if it were not set. */
const panel = {
  /** Which channels answers are shown in: all, only those chosen, or all but those. A thread is where its channel is. */
  where: z.enum(['all', 'only', 'never']).default('all'),
  channels: z.array(id).default([]),
  /** Where a message that mentions the bot is answered. */
  mentions: z.enum(['everywhere', 'threads', 'never']).default('everywhere'),
  /** Forums whose posts are answered by their titles, without a mention. */
  forums: z.array(id).default([]),
  /** Whether answers to commands are seen by whoever asked alone, unless they say otherwise. */
  private: z.boolean().default(false),
  /** Null: everybody's own. */
  language: z
    .enum(['en', ...LANGUAGES])
    .nullable()
    .default(null),
  /** Where it is told who added and removed articles; null for nowhere. */
  log: id.nullable().default(null),
  /** A role whose members may do what moderators may, apart from settings; null for none. */
  moderator: id.nullable().default(null),
  brief: brief.default(() => brief.parse({})),
}

const settings = z.object({
  ...panel,
  /** Feeds of its own. An address may hold a key, so it is shown to nobody. */
  feeds: z.array(z.object({ url: z.string(), title: z.string().nullable() })).default([]),
  follows: z.array(z.object({ topic: z.string(), channel: id, role: id.optional() })).default([]),
})

export type Settings = Readonly<z.infer<typeof settings>>
export type Follow = Settings['follows'][number]

/** A server whose moderators have set nothing. */
export const DEFAULTS: Settings = settings.parse({})

/** What the panel sets, as it is where nothing is set. */
export const PANEL_DEFAULTS: Pick<Settings, keyof typeof panel> = z.object(panel).parse({})

/** The settings of servers, a file in the folder of each, so that they go where its articles go. */
export class ServerSettings {
  readonly #folders: ServerFolders
  #last: Promise<unknown> = Promise.resolve()
  /** What has been read: each request asks for it. A server without a file takes no room. */
  readonly #known = new Map<string, Settings>()
  readonly #unset = boundedMap<string, true>(MOST_UNSET)

  constructor(folder: string) {
    this.#folders = new ServerFolders(folder)
  }

  /** What was never set, or can't be read, is as if it were not set. */
  async of(server: string): Promise<Settings> {
    return this.#read(server).catch(() => DEFAULTS)
  }

  /** The same, read once: nobody else writes the file while the bot runs. */
  async load(server: string): Promise<Settings> {
    if (this.#known.has(server) || this.#unset.has(server)) return this.known(server)
    const read = await this.#read(server).catch(() => null)
    if (read === null) return DEFAULTS
    // A change may have been quicker.
    if (!this.#known.has(server)) this.#keep(server, read)
    return this.known(server)
  }

  /** What has been loaded; defaults for what has not, and where there is no server. */
  known(server: string | null): Settings {
    return (server !== null && this.#known.get(server)) || DEFAULTS
  }

  /** Whatever is known of a server may not be so any more. */
  forget(server: string): void {
    this.#known.delete(server)
    this.#unset.delete(server)
  }

  #keep(server: string, read: Settings): void {
    if (read === DEFAULTS) this.#unset.set(server, true)
    else {
      this.#unset.delete(server)
      this.#known.set(server, read)
    }
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
        this.#keep(server, changed)
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
      return text === null ? DEFAULTS : settings.parse(JSON.parse(text))
    } catch {
      return DEFAULTS
    }
  }
}
