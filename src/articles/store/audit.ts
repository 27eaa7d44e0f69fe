import { open } from 'node:fs/promises'
import { appendFlushed } from '../../lib/atomic-file.js'

export type ArticleAction = 'add' | 'edit' | 'remove' | 'restore' | 'forget' | 'keep' | 'delete'
/** What is set, and the feeds that are begun and stopped. */
export type SettingAction = 'set' | 'reset' | 'feed' | 'unfeed'
export type AuditAction = ArticleAction | SettingAction

/** One line of the record: who did what to which article or setting, and when. */
export interface AuditEntry {
  /** ISO 8601, UTC. */
  readonly at: string
  /** The id of the member; null for the bot itself. */
  readonly by: string | null
  readonly server: string
  readonly action: AuditAction
  /** The name of its file; null where the action is of a whole server. */
  readonly article: string | null
  /** Which setting, or which feed's site. */
  readonly what?: string
}

/** Bytes that are read of a record at a time. */
const BLOCK = 65_536

/**
 * A record of JSON lines that only grows. An entry is on the disk before what it records is done, so that
 * nothing is ever done unrecorded.
 */
export class AuditLog {
  readonly #path: string
  #endsLine: boolean | null = null

  constructor(path: string) {
    this.#path = path
  }

  async append(entry: AuditEntry): Promise<void> {
    this.#endsLine ??= await endsLine(this.#path)
    // A process that was killed while it wrote may have left half a line.
    const start = this.#endsLine ? '' : '\n'
    this.#endsLine = false
    await appendFlushed(this.#path, `${start}${JSON.stringify(entry)}\n`)
    this.#endsLine = true
  }

  /** The entries since a time, the newest first. Only as much is read as is needed. */
  async *since(time: Date): AsyncGenerator<AuditEntry> {
    const from = time.toISOString()
    for await (const line of linesFromEnd(this.#path)) {
      const entry = entryOf(line)
      if (!entry) continue
      if (entry.at < from) return
      yield entry
    }
  }
}

async function endsLine(path: string): Promise<boolean> {
  for await (const line of linesFromEnd(path)) return line === ''
  return true
}

function entryOf(line: string): AuditEntry | null {
  try {
    const entry = JSON.parse(line) as AuditEntry
    return typeof entry.at === 'string' && typeof entry.server === 'string' ? entry : null
  } catch {
    return null
  }
}

/** The lines of a file, the last first; of a file that ends its last line, an empty one. None where there is no file. */
async function* linesFromEnd(path: string): AsyncGenerator<string> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (!file) return
  try {
    let { size: left } = await file.stat()
    if (left === 0) return
    let rest = Buffer.alloc(0)
    while (left > 0) {
      const length = Math.min(BLOCK, left)
      left -= length
      const block = Buffer.alloc(length)
      await file.read(block, 0, length, left)
      const lines = splitLines(Buffer.concat([block, rest]))
      rest = left > 0 ? lines.shift()! : Buffer.alloc(0)
      for (const line of lines.reverse()) yield line.toString()
    }
  } finally {
    await file.close()
  }
}

function splitLines(bytes: Buffer): Buffer<ArrayBuffer>[] {
  const lines: Buffer<ArrayBuffer>[] = []
  let start = 0
  for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, start)) {
    lines.push(Buffer.from(bytes.subarray(start, end)))
    start = end + 1
  }
  lines.push(Buffer.from(bytes.subarray(start)))
  return lines
}
