/**
 * Briefs that are posted by a timetable, each once. What is to be posted is on the disk before it is sent, and that it
 * was is afterwards; where a process ends in between, the next one looks whether it stands in the channel.
 */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { DiscordAPIError } from 'discord.js'
import { z } from 'zod'
import { ServerFolders, type ServerStore } from '../../../articles/store/index.js'
import { writeAtomically } from '../../../lib/atomic-file.js'
import type { Log } from '../../../lib/log.js'
import type { Reply } from '../../render/reply.js'
import type { ServerSettings, Settings } from '../settings/settings.js'
import { type Slot, slotDue, type Timetable } from './brief-slots.js'

/** What is later than that, since the bot did not run, is no news: the next one tells of it. */
const LATEST_MS = 12 * 3_600_000
/** For so long Discord knows a message again by its nonce. */
const NONCE_MS = 2 * 60_000
const LOOK_MS = 20_000
/** Slots that are remembered; a clock that jumps about may come back to them. */
const MOST_SLOTS = 100

const slots = z.array(
  z.object({
    key: z.string(),
    /** When it was begun, in milliseconds. */
    at: z.number(),
    /** Whether nothing is left to be done for it. */
    done: z.boolean(),
  }),
)
type Slots = z.infer<typeof slots>

/** How briefs are made and posted. */
export interface BriefMeans {
  /** Null where there is nothing new, and nothing is to be said then. */
  make(server: string, brief: Settings['brief'], since: string): Promise<Reply | null>
  /** @throws DiscordAPIError */
  post(channel: string, reply: Reply, once: string): Promise<void>
  /** Whether a message of the bot's with this moment on it stands in the channel; null where that can't be seen. */
  stands(channel: string, moment: string): Promise<boolean | null>
  /** Tells the moderators that it may not be posted. */
  refused(server: string, brief: Settings['brief']): Promise<void>
}

export interface BriefTiming {
  readonly lookMs?: number
  readonly now?: () => number
}

export interface BriefOptions extends BriefTiming {
  readonly folder: string
  readonly library: { readonly store: ServerStore; readonly settings: ServerSettings; readonly log: Log }
}

export class Briefs {
  readonly #options: BriefOptions
  readonly #folders: ServerFolders
  readonly #now: () => number
  readonly #servers = new Set<string>()
  #means: BriefMeans | null = null
  #stopped = new AbortController()
  #running: Promise<void> = Promise.resolve()
  #last: Promise<unknown> = Promise.resolve()

  constructor(options: BriefOptions) {
    this.#options = options
    this.#folders = new ServerFolders(options.folder)
    this.#now = options.now ?? Date.now
  }

  start(means: BriefMeans): void {
    this.#means = means
    this.#stopped = new AbortController()
    this.#running = this.#run(this.#stopped.signal)
  }

  async stop(): Promise<void> {
    this.#stopped.abort()
    await this.#running
    await this.#last
    this.#means = null
  }

  /** The timetable of a server was changed: what is due by it already is not posted any more. */
  changed(server: string): Promise<void> {
    return this.#inTurn(async () => {
      const { brief } = await this.#options.library.settings.of(server)
      if (!isOn(brief)) {
        this.#servers.delete(server)
        return
      }
      this.#servers.add(server)
      const known = await this.#read(server)
      const { key } = slotDue(brief, this.#now())
      if (!known.some((one) => one.key === key)) await this.#write(server, known, { key, done: true })
    })
  }

  /** Posts what is due. */
  async look(): Promise<void> {
    const { library } = this.#options
    for (const server of [...this.#servers]) {
      if (this.#stopped.signal.aborted) return
      await this.#inTurn(() => this.#lookAt(server)).catch((err) =>
        library.log.warn({ guild: server, reason: String(err) }, 'the brief can’t be posted now'),
      )
    }
  }

  async #run(signal: AbortSignal): Promise<void> {
    const { library, lookMs = LOOK_MS } = this.#options
    for (const server of await library.store.servers().catch(() => [])) {
      if (isOn((await library.settings.load(server)).brief)) this.#servers.add(server)
    }
    while (!signal.aborted) {
      await this.look()
      await delay(lookMs, undefined, { signal, ref: false }).catch(() => {})
    }
  }

  async #lookAt(server: string): Promise<void> {
    const { library } = this.#options
    const { brief } = await library.settings.load(server)
    const means = this.#means
    if (!means || !isOn(brief) || (await library.store.isForgotten(server))) return
    const slot = slotDue(brief, this.#now())
    const known = await this.#read(server)
    const begun = known.find(({ key }) => key === slot.key)
    if (begun?.done) return
    const done = () => this.#write(server, known, { key: slot.key, done: true })
    if (!begun && this.#now() - slot.at > LATEST_MS) return done()
    const moment = new Date(slot.at).toISOString()
    if (begun) {
      const stands = await means.stands(brief.channel, moment)
      // Where it can't be looked, it is said once at most rather than once at least.
      if (stands || (stands === null && Math.abs(this.#now() - begun.at) > NONCE_MS)) return done()
    }
    const reply = await means.make(server, brief, slot.before)
    if (!reply) return done()
    if (!begun) await this.#write(server, known, { key: slot.key, done: false })
    try {
      await means.post(brief.channel, stamped(reply, moment), onceFor(server, slot))
    } catch (error) {
      if (!(error instanceof DiscordAPIError) || error.status >= 500) throw error
      library.log.warn(
        { guild: server, channel: brief.channel, reason: String(error) },
        'the brief is not taken',
      )
      await means.refused(server, brief)
    }
    return done()
  }

  async #read(server: string): Promise<Slots> {
    const text = await readFile(this.#folders.of(server).briefs, 'utf8').catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return '[]'
        throw error
      },
    )
    const found = slots.safeParse(parsed(text))
    return found.success ? found.data : []
  }

  async #write(server: string, known: Slots, { key, done }: { key: string; done: boolean }): Promise<void> {
    const others = known.filter((one) => one.key !== key)
    const kept = [...others, { key, at: this.#now(), done }].slice(-MOST_SLOTS)
    await writeAtomically(this.#folders.of(server).briefs, JSON.stringify(kept))
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work)
    this.#last = done.catch(() => {})
    return done
  }
}

type On = Settings['brief'] & Timetable & { readonly channel: string }

const isOn = (brief: Settings['brief']): brief is On => brief.every !== 'off' && brief.channel !== null

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** With the moment when it was due, by which it is known again. */
function stamped(reply: Reply, timestamp: string): Reply {
  const [first, ...others] = reply.embeds
  return { ...reply, embeds: [{ ...first, timestamp }, ...others] }
}

const onceFor = (server: string, { key }: Slot) =>
  createHash('sha256').update(`${server} ${key}`).digest('base64url').slice(0, 25)
