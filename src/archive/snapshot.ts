import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * What was worked out from articles, kept on disk so that it need not be worked out again. The file has a line
 * for each entry: a digest of the rest of the line, the entry's key, its value as JSON. The first entry tells
 * what program made the file. A line whose digest is wrong is no entry, so damage costs what it hits.
 */
export interface Entry {
  readonly key: string
  readonly json: string
}

const HEADER = 'crisis-desk-snapshot'
const FORMAT = 1
const DIGEST_DIGITS = 16
const CHUNK_BYTES = 1 << 20
const LINE_FEED = 0x0a

/**
 * The entries of a snapshot that this version of the program made; none when there is no such file.
 * @param version what the values depend on beside their keys
 * @throws when the file is there and can't be read
 */
export async function* readSnapshot(path: string, version: string): AsyncGenerator<Entry> {
  let first = true
  for await (const line of linesOf(path)) {
    const entry = entryOf(line)
    if (first && !(entry?.key === HEADER && entry.json === headerOf(version))) return
    if (!first && entry) yield entry
    first = false
  }
}

/**
 * Replaces a snapshot by one with these entries. Whoever ends the process meanwhile leaves the old one whole.
 * @throws when the disk is full or the folder can't be written; nothing is left behind
 */
export async function writeSnapshot(
  path: string,
  version: string,
  entries: AsyncIterable<Entry>,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  // One name for all: what a killed process left is written over. Should two write at once, digests tell.
  const temporary = `${path}.tmp`
  try {
    const file = await open(temporary, 'w')
    try {
      await writeEntry(file, { key: HEADER, json: headerOf(version) })
      for await (const entry of entries) await writeEntry(file, entry)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

const headerOf = (version: string) => JSON.stringify({ format: FORMAT, version })

async function writeEntry(file: FileHandle, { key, json }: Entry): Promise<void> {
  const rest = Buffer.from(`${key} ${json}\n`)
  await file.writeFile(Buffer.concat([Buffer.from(`${digest(rest.subarray(0, -1))} `), rest]))
}

function entryOf(line: Buffer): Entry | null {
  const rest = line.subarray(DIGEST_DIGITS + 1)
  const keyEnd = rest.indexOf(' ')
  if (keyEnd < 0 || line.toString('latin1', 0, DIGEST_DIGITS) !== digest(rest)) return null
  return { key: rest.toString('utf8', 0, keyEnd), json: rest.toString('utf8', keyEnd + 1) }
}

const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex').slice(0, DIGEST_DIGITS)

async function* linesOf(path: string): AsyncGenerator<Buffer> {
  let parts: Buffer[] = []
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
      let start = 0
      for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
        yield Buffer.concat([...parts, chunk.subarray(start, end)])
        parts = []
        start = end + 1
      }
      parts.push(chunk.subarray(start))
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}
