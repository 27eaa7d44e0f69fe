import { createHash } from 'node:crypto'
import { type FileHandle, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * What was worked out from articles, kept on disk so that it need not be worked out again. The file begins with a
 * table of its entries: its length in bytes, four of them, its digest, and the table as JSON. The values follow, each
 * at a multiple of eight bytes. A value whose digest is wrong is no entry, so damage costs what it hits; a table
 * whose digest is wrong costs all.
 */
export interface SnapshotEntry {
  readonly key: string
  readonly bytes: Uint8Array
}

interface Table {
  readonly format: number
  readonly version: string
  /** Of each entry its key, its digest, where its value begins behind the table, and how many bytes it has. */
  readonly entries: readonly (readonly [key: string, digest: string, start: number, length: number])[]
}

const FORMAT = 2
const LENGTH_BYTES = 4
const DIGEST_BYTES = 12
const HEAD_BYTES = LENGTH_BYTES + DIGEST_BYTES
const ALIGNMENT = 8

/**
 * The values of a snapshot that this version of the program made, by their keys; none when there is no such file.
 * All are views of one piece of memory.
 * @param version what the values depend on beside their keys
 * @throws when the file is there and can't be read
 */
export async function readSnapshot(path: string, version: string): Promise<Map<string, Uint8Array>> {
  const file = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return Buffer.alloc(0)
    throw error
  })
  const table = tableOf(file)
  const found = new Map<string, Uint8Array>()
  if (table?.format !== FORMAT || table.version !== version) return found
  const first = aligned(HEAD_BYTES + file.readUInt32LE(0))
  for (const [key, expected, start, length] of table.entries) {
    const bytes = file.subarray(first + start, first + start + length)
    if (bytes.length === length && digest(bytes) === expected) found.set(key, bytes)
  }
  return found
}

/**
 * Replaces a snapshot by one with these entries. Whoever ends the process meanwhile leaves the old one whole.
 * @throws when the disk is full or the folder can't be written; nothing is left behind
 */
export async function writeSnapshot(
  path: string,
  version: string,
  entries: readonly SnapshotEntry[],
): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  // One name for all: what a killed process left is written over. Should two write at once, digests tell.
  const temporary = `${path}.tmp`
  try {
    const file = await open(temporary, 'w')
    try {
      await writeAligned(file, headOf(version, entries))
      for (const { bytes } of entries) await writeAligned(file, bytes)
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

function headOf(version: string, entries: readonly SnapshotEntry[]): Buffer {
  let start = 0
  const table: Table = {
    format: FORMAT,
    version,
    entries: entries.map(({ key, bytes }) => {
      const place = [key, digest(bytes), start, bytes.length] as const
      start += aligned(bytes.length)
      return place
    }),
  }
  const json = Buffer.from(JSON.stringify(table))
  const length = Buffer.alloc(LENGTH_BYTES)
  length.writeUInt32LE(json.length)
  return Buffer.concat([length, Buffer.from(digest(json), 'latin1'), json])
}

function tableOf(file: Buffer): Table | null {
  if (file.length < HEAD_BYTES) return null
  const json = file.subarray(HEAD_BYTES, HEAD_BYTES + file.readUInt32LE(0))
  if (file.toString('latin1', LENGTH_BYTES, HEAD_BYTES) !== digest(json)) return null
  return JSON.parse(json.toString()) as Table
}

async function writeAligned(file: FileHandle, bytes: Uint8Array): Promise<void> {
  await file.writeFile(bytes)
  const padding = aligned(bytes.length) - bytes.length
  if (padding > 0) await file.writeFile(Buffer.alloc(padding))
}

const aligned = (size: number) => Math.ceil(size / ALIGNMENT) * ALIGNMENT

/** As many characters as `DIGEST_BYTES`. */
const digest = (bytes: Uint8Array) =>
  createHash('sha256').update(bytes).digest('base64').slice(0, DIGEST_BYTES)
