/** What a server's moderators have set: where and how the bot answers, where changes are told, which topics are followed. */
import { z } from 'zod'
import { orRefuse } from '../../../articles/store/index.js'
import { LANGUAGES } from '../../../i18n/words.js'
import { boundedMap } from '../../../lib/bounded.js'
import { within } from '../../../lib/within.js'
import type { Changes, State } from '../../../state/index.js'
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

const UNREAD: Settings = { ...DEFAULTS, private: true }

/** What was read of a server, and until when that is taken for granted, by the clock that never jumps. */
interface Read {
  readonly settings: Settings
  readonly until: number
}

type Alongside = (before: Settings, after: Settings, changes: Changes) => Promise<void>

/** How long what was read is taken for granted where others may change it and it can't be told. */
const SHARED_MS = 30_000
/** How long an interaction waits for what may have changed, and for what was never read: it must be acknowledged soon. */
const SOON_MS = 200
const FIRST_MS = 600

/** The settings of servers, among what else is kept of each, so that they go where its articles go. */
export class ServerSettings {
  readonly #state: State
  readonly #alongside: Alongside
  /** What has been read: each request asks for it. A server without settings takes no room. */
  readonly #known = new Map<string, Read>()
  readonly #unset = boundedMap<string, number>(MOST_UNSET)

  /** @param alongside what is changed with settings, together or not at all */
  constructor(state: State, alongside: Alongside = async () => {}) {
    this.#state = state
    this.#alongside = alongside
    state.onChange((change) => {
      if (change === null) this.#doubtAll()
      else if (change.kind === 'settings' && change.owner !== null && !change.own) this.forget(change.owner)
    })
  }

  /** What was never set, or can't be read, is as if it were not set. */
  async of(server: string): Promise<Settings> {
    return this.read(server).catch(() => this.known(server))
  }

  /** The same, read once, and again when somebody else has changed it. */
  async load(server: string): Promise<Settings> {
    const now = performance.now()
    const until = this.#known.get(server)?.until ?? this.#unset.get(server)
    if (until !== undefined && until > now) return this.known(server)
    const read = await this.read(server).catch(() => null)
    if (read === null) return this.known(server)
    // A change may have been quicker.
    if ((this.#known.get(server)?.until ?? 0) <= now) this.#keep(server, read)
    return this.known(server)
  }

  /**
   * The same, for whoever can't wait for as long as a database may take: what is not read by then is as it was before.
   * Of a server of which nothing was ever read, answers are shown to whoever asks alone.
   */
  async loadSoon(server: string): Promise<Settings> {
    const loading = this.load(server)
    await within(this.#isRead(server) ? SOON_MS : FIRST_MS, loading).catch(() => {})
    if (!this.#isRead(server)) this.#known.set(server, { settings: UNREAD, until: 0 })
    return this.known(server)
  }

  #isRead(server: string): boolean {
    return this.#known.has(server) || this.#unset.has(server)
  }

  /** What has been loaded; defaults for what has not, and where there is no server. */
  known(server: string | null): Settings {
    return (server !== null && this.#known.get(server)?.settings) || DEFAULTS
  }

  /** Whatever is known of a server may not be so any more. */
  forget(server: string): void {
    const known = this.#known.get(server)
    // Who has asked for it already, and goes by what is known, must not find nothing set.
    if (known) this.#known.set(server, { ...known, until: 0 })
    this.#unset.delete(server)
  }

  #doubtAll(): void {
    for (const server of this.#known.keys()) this.forget(server)
    this.#unset.clear()
  }

  #keep(server: string, settings: Settings): void {
    const until = this.#state.isShared ? performance.now() + SHARED_MS : Number.POSITIVE_INFINITY
    if (settings === DEFAULTS) {
      this.#known.delete(server)
      this.#unset.set(server, until)
    } else {
      this.#unset.delete(server)
      this.#known.set(server, { settings, until })
    }
  }

  /**
   * One change after another, so that none is lost.
   * @throws StoreError where they can't be read or written: what is only unreadable now must not be written over
   */
  change(server: string, change: (settings: Settings) => Settings): Promise<Settings> {
    return orRefuse(async () => {
      const changed = await this.#state.change(server, async (changes) => {
        const before = settingsIn(await changes.read('settings'))
        const after = change(before)
        await this.#alongside(before, after, changes)
        changes.write('settings', JSON.stringify(after))
        return after
      })
      this.#keep(server, changed)
      return changed
    })
  }

  /**
   * For what must not be left undone where they can't be read now.
   * @throws what keeps it says
   */
  async read(server: string): Promise<Settings> {
    return settingsIn(await this.#state.read(server, 'settings'))
  }
}

/** What is there and makes no sense is as if it were not. */
function settingsIn(text: string | null): Settings {
  try {
    return text === null ? DEFAULTS : settings.parse(JSON.parse(text))
  } catch {
    return DEFAULTS
  }
}
