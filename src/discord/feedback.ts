/**
 * What helps the moderators to see what their articles lack: questions that found nothing, and ratings of answers. Kept
 * in a file to which lines are only ever added. It holds no names and no ids, only hashes with a salt that stays beside
 * the file, so that a server's lines can be told from another's.
 */
import { createHash, randomBytes } from 'node:crypto'
import { appendFile, mkdir, open, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Log } from '../log.js'

export interface Feedback {
  /** A question that found nothing. */
  inVain(asked: string, server: string | null): void
  rated(rating: Rating): void
  /** What was asked in vain in this server of late, most often first. */
  recentlyInVain(server: string): Promise<readonly Vain[]>
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

export interface Vain {
  readonly asked: string
  readonly times: number
}

const FILE = 'feedback.jsonl'
const SALT = 'feedback.salt'
/** How much of the end of the file is read for what was asked of late, in bytes. */
const READ = 256 * 1024
const MOST_SHOWN = 10

/**
 * @param folder is made when it is first needed
 * @param log is told once when nothing can be written; nobody else is
 */
export function openFeedback(folder: string, log: Log): Feedback {
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
  const write = (make: () => Promise<object>) => {
    writing = writing
      .then(async () => appendFile(join(folder, FILE), `${JSON.stringify(await make())}\n`))
      .catch((err) => {
        salt = null
        if (!complained) log.warn({ err, folder }, 'feedback can’t be kept')
        complained = true
      })
  }
  return {
    inVain: (asked, server) =>
      write(async () => ({ at: now(), kind: 'in vain', asked, server: server && (await hash(server)) })),
    rated: ({ useful, asked, server, by, message }) =>
      write(async () => ({
        at: now(),
        kind: 'rating',
        useful,
        asked,
        server: server && (await hash(server)),
        by: await hash(by, message),
      })),
    async recentlyInVain(server) {
      await writing
      const wanted = await hash(server)
      return counted(await endOf(join(folder, FILE)), wanted)
    },
    idle: () => writing,
  }
}

const now = () => new Date().toISOString()

async function readSalt(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  const file = join(folder, SALT)
  await writeFile(file, randomBytes(24).toString('base64url'), { flag: 'wx', mode: 0o600 }).catch((error) => {
    if (error.code !== 'EEXIST') throw error
  })
  return readFile(file, 'utf8')
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
function counted(lines: string, server: string): Vain[] {
  const times = new Map<string, number>()
  for (const line of lines.split('\n')) {
    const { kind, asked, server: where } = parsed(line)
    if (kind === 'in vain' && where === server && typeof asked === 'string')
      times.set(asked, (times.get(asked) ?? 0) + 1)
  }
  return [...times]
    .map(([asked, count]) => ({ asked, times: count }))
    .reverse()
    .sort((a, b) => b.times - a.times)
    .slice(0, MOST_SHOWN)
}

function parsed(line: string): Record<string, unknown> {
  try {
    return JSON.parse(line) ?? {}
  } catch {
    return {}
  }
}
