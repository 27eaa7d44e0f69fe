/**
 * What helps the moderators to see what their articles lack: questions that found nothing, and ratings of answers. Kept
 * in a record to which entries are added; what is old goes, and the oldest when there are very many. It holds no names,
 * and no ids but those of messages in which something was asked for all to see, only hashes with a salt that is kept
 * beside it, so that a server's entries can be told from another's, and a member can have theirs deleted.
 */
import { createHash, randomBytes } from 'node:crypto'
import type { Log } from '../../lib/log.js'
import type { LogEntry, State } from '../../state/index.js'
import { makeCooldown } from '../lifecycle/cooldown.js'

export interface Feedback {
  /** A question that found nothing. @param by the id of whoever asked; @param where it was asked for all to see */
  noteUnanswered(asked: string, server: string | null, by?: string | null, where?: MessagePlace | null): void
  rated(rating: Rating): void
  /** Why somebody did not find an answer useful. */
  explained(rating: Pick<Rating, 'server' | 'by' | 'message'>, why: string): void
  /** All that was asked in vain in this server, as far as it is kept, most often first; without what was dismissed. */
  unanswered(server: string): Promise<readonly Unanswered[]>
  /** Takes questions off the list, until they are asked again. */
  dismiss(server: string, asked: readonly string[]): Promise<void>
  /** What was asked in vain in this server of late, most often first. */
  recentlyUnanswered(server: string): Promise<readonly UnansweredCount[]>
  /** How many of the entries are of this member, in whatever server. */
  countOf(member: string): Promise<number>
  /** Deletes them. @returns how many there were */
  forget(member: string): Promise<number>
  /** Resolves when all is written. */
  idle(): Promise<void>
}

export interface Rating {
  readonly useful: boolean
  /** What was asked, as the answer's titles have it. */
  readonly asked: readonly string[]
  readonly server: string | null
  /** Who rated which message: one such pair counts once. */
  readonly by: string
  readonly message: string
}

/** The message in which something was asked. */
export interface MessagePlace {
  readonly channel: string
  readonly message: string
}

export interface UnansweredCount {
  readonly asked: string
  readonly times: number
}

export interface Unanswered extends UnansweredCount {
  /** The day on which it was asked last, YYYY-MM-DD. */
  readonly last: string
  /** Where it was asked last for all to see; null where it never was. */
  readonly where: MessagePlace | null
}

const SALT_BYTES = 24
/** Entries that are older are deleted, once a day. */
export const FEEDBACK_DAYS = 180
const DAY_MS = 86_400_000
/** Characters of a salt. One that is shorter is what a full disk left of it: hashes with it could be guessed. */
const SHORTEST_SALT = 32
/** Of one member: so many ratings at once, then one in this time. */
const RATINGS_AT_ONCE = 20
const RATING_EVERY_MS = 30_000
/** Lines that wait for a slow disk; further ones are dropped. */
const MOST_WAITING = 1_000
/** Entries of a server that are read, the newest. */
const MOST_READ = 2_000
const MOST_SHOWN = 10
const MOST_LISTED = 200

/**
 * @param log is told once when nothing can be written; nobody else is
 * @param now in milliseconds
 */
export function openFeedback(state: State, log: Log, now: () => number = Date.now): Feedback {
  const at = () => new Date(now()).toISOString()
  let trimmed = Number.NEGATIVE_INFINITY
  const pace = makeCooldown(RATING_EVERY_MS, undefined, RATINGS_AT_ONCE)
  let waiting = 0
  let salt: Promise<string> | null = null
  let writing = Promise.resolve()
  let complained = false
  const hash = async (...parts: (string | null)[]) => {
    salt ??= readSalt(state).catch((error) => {
      salt = null
      throw error
    })
    return createHash('sha256')
      .update([await salt, ...parts].join('|'))
      .digest('base64url')
      .slice(0, 16)
  }
  const ofMember = async (member: string | null) => (member === null ? {} : { member: await hash(member) })
  /** Deletes what is older than it may be, where that was not looked at for a day. */
  const trim = async () => {
    if (now() - trimmed < DAY_MS) return
    trimmed = now()
    await state.strike('feedback', { before: new Date(now() - FEEDBACK_DAYS * DAY_MS).toISOString() })
  }
  const write = (make: () => Promise<LogEntry>) => {
    if (waiting >= MOST_WAITING) return
    waiting++
    writing = writing
      .then(trim)
      .then(async () => state.append('feedback', await make()))
      .catch((err) => {
        if (!complained) log.warn({ err }, 'feedback can’t be kept')
        complained = true
      })
      .finally(() => waiting--)
  }
  const unanswered = async (server: string) => {
    await writing
    const entries: FeedbackEntry[] = []
    for await (const entry of state.entries('feedback', { server: await hash(server) })) {
      entries.push(entry)
      if (entries.length === MOST_READ) break
    }
    return counted(entries.reverse())
  }
  return {
    noteUnanswered: (asked, server, by = null, where = null) =>
      write(async () => ({
        at: at(),
        kind: 'in vain',
        asked,
        server: server && (await hash(server)),
        ...(await ofMember(by)),
        ...(where && { where }),
      })),
    rated({ useful, asked, server, by, message }) {
      if (pace.take(by) > 0) return
      write(async () => ({
        at: at(),
        kind: 'rating',
        useful,
        asked,
        server: server && (await hash(server)),
        by: await hash(by, message),
        ...(await ofMember(by)),
      }))
    },
    explained({ server, by, message }, why) {
      if (pace.take(by) > 0) return
      write(async () => ({
        at: at(),
        kind: 'why',
        why,
        server: server && (await hash(server)),
        by: await hash(by, message),
        ...(await ofMember(by)),
      }))
    },
    unanswered,
    async dismiss(server, asked) {
      for (const one of asked) {
        write(async () => ({ at: at(), kind: 'dismissed', asked: one, server: await hash(server) }))
      }
      await writing
    },
    async recentlyUnanswered(server) {
      const all = await unanswered(server)
      return all.slice(0, MOST_SHOWN).map(({ asked, times }) => ({ asked, times }))
    },
    async countOf(member) {
      await writing
      return state.count('feedback', await hash(member))
    },
    forget(member) {
      const forgetting = writing.then(async () => state.strike('feedback', { member: await hash(member) }))
      // What is written next waits for it, whether it went well or not.
      writing = forgetting.then(
        () => {},
        () => {},
      )
      return forgetting
    },
    idle: () => writing,
  }
}

/** @throws Error when there is one that is none */
function readSalt(state: State): Promise<string> {
  return state.change(null, async (changes) => {
    const known = await changes.read('salt')
    if (known === null) {
      const fresh = randomBytes(SALT_BYTES).toString('base64url')
      changes.write('salt', fresh)
      return fresh
    }
    if (known.trim().length < SHORTEST_SALT) {
      throw new Error(
        'What is kept as the salt of feedback is none, as a full disk may have left it. Remove it, and the feedback with it.',
      )
    }
    return known
  })
}

/** As it was written, perhaps by another version of the program. */
interface FeedbackEntry extends LogEntry {
  readonly kind?: unknown
  readonly asked?: unknown
  readonly where?: unknown
}

/** The questions of a server, most often asked first. @param entries of it, the oldest first */
function counted(entries: readonly FeedbackEntry[]): Unanswered[] {
  const found = new Map<string, Unanswered>()
  for (const { at, kind, asked, where } of entries) {
    if (typeof asked !== 'string') continue
    if (kind === 'dismissed') found.delete(asked)
    if (kind !== 'in vain') continue
    const before = found.get(asked)
    found.set(asked, {
      asked,
      times: (before?.times ?? 0) + 1,
      last: at.slice(0, 10),
      where: readPlace(where) ?? before?.where ?? null,
    })
  }
  return [...found.values()]
    .reverse()
    .sort((a, b) => b.times - a.times)
    .slice(0, MOST_LISTED)
}

function readPlace(where: unknown): MessagePlace | null {
  const { channel, message } = (where ?? {}) as Partial<MessagePlace>
  return isId(channel) && isId(message) ? { channel, message } : null
}

const isId = (id: unknown): id is string => typeof id === 'string' && /^\d{1,20}$/.test(id)
