/** Briefs that are posted by a timetable, each once. */
import { createHash } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { DiscordAPIError } from 'discord.js'
import type { ServerStore } from '../../../articles/store/index.js'
import type { Log } from '../../../lib/log.js'
import type { Changes, State } from '../../../state/index.js'
import type { Reply } from '../../render/reply.js'
import { claimsIn, Once } from '../once.js'
import type { ServerSettings, Settings } from '../settings/settings.js'
import { type Slot, slotDue, type Timetable } from './brief-slots.js'

/** What is later than that, since the bot did not run, is no news: the next one tells of it. */
const LATEST_MS = 12 * 3_600_000
const LOOK_MS = 20_000
/** Slots that are remembered; a clock that jumps about may come back to them. */
const MOST_SLOTS = 100

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
  readonly library: {
    readonly state: State
    readonly store: ServerStore
    readonly settings: ServerSettings
    readonly log: Log
  }
}

export class Briefs {
  readonly #options: BriefOptions
  readonly #once: Once
  readonly #now: () => number
  readonly #servers = new Set<string>()
  #means: BriefMeans | null = null
  #stopped = new AbortController()
  #running: Promise<void> = Promise.resolve()
  #last: Promise<unknown> = Promise.resolve()

  constructor(options: BriefOptions) {
    this.#options = options
    this.#now = options.now ?? Date.now
    const { state, log } = options.library
    this.#once = new Once({ state, kind: 'briefs', most: MOST_SLOTS, now: this.#now })
    state.onChange((change) => {
      if (this.#means === null || change?.own) return
      if (change !== null && (change.kind !== 'settings' || change.owner === null)) return
      void (change === null ? this.#noteAll() : this.#note(change.owner!)).catch((err) =>
        log.warn({ reason: String(err) }, 'timetables of briefs can’t be read'),
      )
    })
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

  /** The timetable of a server was changed. */
  changed(server: string): Promise<void> {
    return this.#inTurn(() => this.#note(server))
  }

  /** With a change of a timetable: what is due by it already is not posted any more. */
  async order(before: Settings['brief'], brief: Settings['brief'], changes: Changes): Promise<void> {
    if (!isOn(brief) || JSON.stringify(before) === JSON.stringify(brief)) return
    const known = claimsIn(await changes.read('briefs'))
    const { key } = slotDue(brief, this.#now())
    if (known.some((one) => one.key === key)) return
    changes.write('briefs', JSON.stringify([...known, { key, at: this.#now(), done: true }]))
  }

  async #note(server: string): Promise<void> {
    if (isOn((await this.#options.library.settings.of(server)).brief)) this.#servers.add(server)
    else this.#servers.delete(server)
  }

  async #noteAll(): Promise<void> {
    for (const server of await this.#options.library.store.servers()) await this.#note(server)
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
    let isNoted = false
    while (!signal.aborted) {
      if (!isNoted)
        isNoted = await this.#noteAll().then(
          () => true,
          (err) => {
            library.log.warn({ reason: String(err) }, 'timetables of briefs can’t be read')
            return false
          },
        )
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
    const { key } = slot
    const begun = (await this.#once.known(server)).find((one) => one.key === key)
    if (begun?.done) return
    if (!begun && this.#now() - slot.at > LATEST_MS) return this.#once.settle(server, key)
    const moment = new Date(slot.at).toISOString()
    const reply = await means.make(server, brief, slot.before)
    if (!reply) return this.#once.settle(server, key)
    try {
      await this.#once.post(server, {
        choose: () => ({ key }),
        send: () => means.post(brief.channel, stamped(reply, moment), onceFor(server, slot)),
        stands: () => means.stands(brief.channel, moment),
      })
    } catch (error) {
      if (!(error instanceof DiscordAPIError) || error.status >= 500) throw error
      library.log.warn(
        { guild: server, channel: brief.channel, reason: String(error) },
        'the brief is not taken',
      )
      await means.refused(server, brief)
      await this.#once.settle(server, key)
    }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work)
    this.#last = done.catch(() => {})
    return done
  }
}

type On = Settings['brief'] & Timetable & { readonly channel: string }

const isOn = (brief: Settings['brief']): brief is On => brief.every !== 'off' && brief.channel !== null

/** With the moment when it was due, by which it is known again. */
function stamped(reply: Reply, timestamp: string): Reply {
  const [first, ...others] = reply.embeds
  return { ...reply, embeds: [{ ...first, timestamp }, ...others] }
}

const onceFor = (server: string, { key }: Slot) =>
  createHash('sha256').update(`${server} ${key}`).digest('base64url').slice(0, 25)
