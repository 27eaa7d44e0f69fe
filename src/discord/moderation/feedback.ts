/**
 * What helps the moderators to see what their articles lack: questions that found nothing, and ratings of answers. Kept
 * in a file to which lines are added; a full one becomes the one before, and what that held goes, as does what is old. It
 * holds no names, and no ids but those of messages in which something was asked for all to see, only hashes with a salt
 * that stays beside the file, so that a server's lines can be told from another's, and a member can have theirs deleted.
 */
import { createHash, randomBytes } from 'node:crypto'
import { appendFile, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { writeAtomically } from '../../lib/atomic-file.js'
import type { Log } from '../../lib/log.js'
import { makeCooldown } from '../lifecycle/cooldown.js'

export interface Feedback {
  /** A question that found nothing. @param by the id of whoever asked; @param where it was asked for all to see */
  inVain(asked: string, server: string | null, by?: string | null, where?: Asked | null): void
  rated(rating: Rating): void
  /** Why somebody did not find an answer useful. */
  explained(rating: Pick<Rating, 'server' | 'by' | 'message'>, why: string): void
  /** All that was asked in vain in this server, as far as it is kept, most often first; without what was dismissed. */
  unanswered(server: string): Promise<readonly Unanswered[]>
  /** Takes questions off the list, until they are asked again. */
  dismiss(server: string, asked: readonly string[]): Promise<void>
  /** What was asked in vain in this server of late, most often first. */
  recentlyInVain(server: string): Promise<readonly Vain[]>
  /** How many of the lines are of this member, in whatever server. */
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
export interface Asked {
  readonly channel: string
  readonly message: string
}

export interface Vain {
  readonly asked: string
  readonly times: number
}

export interface Unanswered extends Vain {
  /** The day on which it was asked last, YYYY-MM-DD. */
  readonly last: string
  /** Where it was asked last for all to see; null where it never was. */
  readonly where: Asked | null
}

const FILE = 'feedback.jsonl'
const FULL = 'feedback.before.jsonl'
/** Bytes. Years of a busy server, and nothing beside the articles. */
const LARGEST = 5_000_000
const SALT = 'feedback.salt'
const SALT_BYTES = 24
/** Lines that are older are deleted, once a day. */
export const FEEDBACK_DAYS = 180
const DAY_MS = 86_400_000
/** Characters of a salt. One that is shorter is what a full disk left of it: hashes with it could be guessed. */
const SHORTEST_SALT = 32
/** Of one member: so many ratings at once, then one in this time. */
const RATINGS_AT_ONCE = 20
const RATING_EVERY_MS = 30_000
/** Lines that wait for a slow disk; further ones are dropped. */
const MOST_WAITING = 1_000
/** How much of the end of the file is read for what was asked of late, in bytes. */
const READ = 256 * 1024
const MOST_SHOWN = 10
const MOST_LISTED = 200

/**
 * @param folder is made when it is first needed
 * @param log is told once when nothing can be written; nobody else is
 * @param largest bytes of a full file
 * @param now in milliseconds
 */
export function openFeedback(
  folder: string,
  log: Log,
  largest = LARGEST,
  now: () => number = Date.now,
): Feedback {
  const at = () => new Date(now()).toISOString()
  let trimmed = Number.NEGATIVE_INFINITY
  const pace = makeCooldown(RATING_EVERY_MS, undefined, RATINGS_AT_ONCE)
  let waiting = 0
  let salt: Promise<string> | null = null
  let writing = Promise.resolve()
  let complained = false
  const hash = async (...parts: (string | null)[]) => {
    salt ??= readSalt(folder)
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
    const oldest = new Date(now() - FEEDBACK_DAYS * DAY_MS).toISOString()
    await withoutLines(folder, (line) => writtenAt(line) < oldest)
  }
  const write = (make: () => Promise<object>) => {
    if (waiting >= MOST_WAITING) return
    waiting++
    writing = writing
      .then(trim)
      .then(async () => append(folder, `${JSON.stringify(await make())}\n`, largest))
      .catch((err) => {
        salt = null
        if (!complained) log.warn({ err, folder }, 'feedback can’t be kept')
        complained = true
      })
      .finally(() => waiting--)
  }
  const unanswered = async (server: string) => {
    await writing
    const wanted = await hash(server)
    const kept = [await endOf(join(folder, FULL)), await endOf(join(folder, FILE))].join('\n')
    return counted(kept, wanted)
  }
  return {
    inVain: (asked, server, by = null, where = null) =>
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
    async recentlyInVain(server) {
      const all = await unanswered(server)
      return all.slice(0, MOST_SHOWN).map(({ asked, times }) => ({ asked, times }))
    },
    async countOf(member) {
      await writing
      const isTheirs = isOf(await hash(member))
      const files = await Promise.all(FILES.map((name) => linesIn(join(folder, name))))
      return files.flat().filter(isTheirs).length
    },
    forget(member) {
      const forgetting = writing.then(async () => withoutLines(folder, isOf(await hash(member))))
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

/** Whether a line is of a member. Not parsed: there may be many, and few of one. */
const isOf = (member: string) => (line: string) => line.includes(`"member":"${member}"`)

/** When a line was written, as far as can be seen; one that is broken is as old as can be. */
const writtenAt = (line: string) => /^\{"at":"([^"]{10,30})"/.exec(line)?.[1] ?? ''

const FILES = [FULL, FILE]

async function linesIn(path: string): Promise<string[]> {
  const text = await readFile(path, 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return text.split('\n').filter(Boolean)
}

/** Deletes lines of both files. @returns how many there were */
async function withoutLines(folder: string, goes: (line: string) => boolean): Promise<number> {
  let gone = 0
  for (const path of FILES.map((name) => join(folder, name))) {
    const lines = await linesIn(path)
    const left = lines.filter((line) => !goes(line))
    if (left.length === lines.length) continue
    gone += lines.length - left.length
    if (left.length === 0) await rm(path, { force: true })
    else await writeAtomically(path, `${left.join('\n')}\n`)
  }
  return gone
}

async function append(folder: string, line: string, largest: number): Promise<void> {
  const file = join(folder, FILE)
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  )
  if (size > 0 && size + Buffer.byteLength(line) > largest) await rename(file, join(folder, FULL))
  await appendFile(file, line)
}

/** @throws Error when there is one that is none */
async function readSalt(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  const file = join(folder, SALT)
  const known = await readFile(file, 'utf8').catch((error) => {
    if (error.code !== 'ENOENT') throw error
    return null
  })
  if (known === null) {
    const fresh = randomBytes(SALT_BYTES).toString('base64url')
    await writeAtomically(file, fresh)
    return fresh
  }
  if (known.trim().length < SHORTEST_SALT) {
    throw new Error(`${file} holds no salt, as a full disk may have left it. Remove it, and ${FILE} with it.`)
  }
  return known
}

async function endOf(path: string): Promise<string> {
  const file = await open(path, 'r').catch((error) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (!file) return ''
  try {
    const { size } = await file.stat()
    const start = Math.max(0, size - READ)
    const buffer = Buffer.alloc(size - start)
    await file.read(buffer, 0, buffer.length, start)
    return buffer.toString('utf8')
  } finally {
    await file.close()
  }
}

/** The questions of a server, most often asked first; a line that can't be read is passed over. */
function counted(lines: string, server: string): Unanswered[] {
  const found = new Map<string, Unanswered>()
  for (const line of lines.split('\n')) {
    const { at, kind, asked, server: of, where } = parsed(line)
    if (of !== server || typeof asked !== 'string') continue
    if (kind === 'dismissed') found.delete(asked)
    if (kind !== 'in vain') continue
    const before = found.get(asked)
    found.set(asked, {
      asked,
      times: (before?.times ?? 0) + 1,
      last: String(at).slice(0, 10),
      where: readAsked(where) ?? before?.where ?? null,
    })
  }
  return [...found.values()]
    .reverse()
    .sort((a, b) => b.times - a.times)
    .slice(0, MOST_LISTED)
}

function readAsked(where: unknown): Asked | null {
  const { channel, message } = (where ?? {}) as Partial<Asked>
  return isId(channel) && isId(message) ? { channel, message } : null
}

const isId = (id: unknown): id is string => typeof id === 'string' && /^\d{1,20}$/.test(id)

function parsed(line: string): Record<string, unknown> {
  try {
    return JSON.parse(line) ?? {}
  } catch {
    return {}
  }
}
