import { appendFile, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { appendFlushed, writeAtomically } from '../lib/atomic-file.js'
import { passes } from './buffered-changes.js'
import { type LogEntry, type LogFilter, type Struck, Turns } from './state.js'

export interface FileLogOptions {
  readonly path: string
  /** A full file, by its bytes, becomes this one, and what that held goes. Without it, it only grows. */
  readonly full?: { readonly bytes: number; readonly path: string }
  /** How much of the end of a file is read, in bytes. All by default. */
  readonly window?: number
  /** Whether an entry is on the disk when it has been appended. */
  readonly flushed: boolean
}

/** Bytes that are read at a time. */
const BLOCK = 65_536

/** Lines of JSON in a file, each of which begins with its time. What is no entry is passed over. */
export class FileLog {
  readonly #options: FileLogOptions
  readonly #turns = new Turns<null>()
  #endsLine: boolean | null = null

  constructor(options: FileLogOptions) {
    this.#options = options
  }

  append(entry: LogEntry): Promise<void> {
    return this.#turns.take(null, async () => {
      const line = `${JSON.stringify(entry)}\n`
      await this.#makeRoom(Buffer.byteLength(line))
      const { path, flushed } = this.#options
      this.#endsLine ??= await endsLine(path)
      // A process that was killed while it wrote may have left half a line.
      const start = this.#endsLine ? '' : '\n'
      this.#endsLine = false
      if (flushed) await appendFlushed(path, start + line)
      else {
        await mkdir(dirname(path), { recursive: true })
        await appendFile(path, start + line)
      }
      this.#endsLine = true
    })
  }

  /** The newest first. Ends at the first that is older than is asked for. */
  async *entries(filter: LogFilter = {}): AsyncGenerator<LogEntry> {
    const { path, full, window } = this.#options
    for (const one of [path, ...(full ? [full.path] : [])]) {
      for await (const line of linesFromEnd(one, filter.all ? undefined : window)) {
        const entry = entryOf(line)
        if (!entry) continue
        if (filter.since !== undefined && entry.at < filter.since) return
        if (passes(entry, filter)) yield entry
      }
    }
  }

  async count(member: string): Promise<number> {
    const files = await Promise.all(this.#paths().map(linesIn))
    return files.flat().filter(isOf(member)).length
  }

  /** Deletes entries; of those from before a time also what is none. @returns how many there were */
  strike(struck: Struck): Promise<number> {
    const goes = 'member' in struck ? isOf(struck.member) : (line: string) => writtenAt(line) < struck.before
    return this.#turns.take(null, async () => {
      let gone = 0
      for (const path of this.#paths()) {
        const lines = await linesIn(path)
        const left = lines.filter((line) => !goes(line))
        if (left.length === lines.length) continue
        gone += lines.length - left.length
        if (left.length === 0) await rm(path, { force: true })
        else await writeAtomically(path, `${left.join('\n')}\n`)
        this.#endsLine = null
      }
      return gone
    })
  }

  #paths(): string[] {
    const { path, full } = this.#options
    return [...(full ? [full.path] : []), path]
  }

  async #makeRoom(needed: number): Promise<void> {
    const { path, full } = this.#options
    if (!full) return
    const size = await stat(path).then(
      (found) => found.size,
      () => 0,
    )
    if (size === 0 || size + needed <= full.bytes) return
    await rename(path, full.path)
    this.#endsLine = true
  }
}

/** Whether a line is of a member. Not parsed: there may be many, and few of one. */
const isOf = (member: string) => (line: string) => line.includes(`"member":${JSON.stringify(member)}`)

/** When a line was written, as far as can be seen; one that is broken is as old as can be. */
const writtenAt = (line: string) => /^\{"at":"([^"]{10,30})"/.exec(line)?.[1] ?? ''

async function linesIn(path: string): Promise<string[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return text.split('\n').filter(Boolean)
}

async function endsLine(path: string): Promise<boolean> {
  for await (const line of linesFromEnd(path)) return line === ''
  return true
}

function entryOf(line: string): LogEntry | null {
  try {
    const entry = JSON.parse(line) as LogEntry
    return typeof entry.at === 'string' ? entry : null
  } catch {
    return null
  }
}

/**
 * The lines of a file, the last first; of a file that ends its last line, an empty one. None where there is no file.
 * @param window of the end of it, in bytes; the first line of that may be half a one
 */
async function* linesFromEnd(path: string, window = Number.POSITIVE_INFINITY): AsyncGenerator<string> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (!file) return
  try {
    let { size: left } = await file.stat()
    if (left === 0) return
    const least = Math.max(0, left - window)
    let rest = Buffer.alloc(0)
    while (left > least) {
      const length = Math.min(BLOCK, left - least)
      left -= length
      const block = Buffer.alloc(length)
      await file.read(block, 0, length, left)
      const lines = splitLines(Buffer.concat([block, rest]))
      rest = left > least ? lines.shift()! : Buffer.alloc(0)
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
