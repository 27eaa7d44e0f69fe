import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { jsonLine, printable } from '../lib/terminal.js'
import type { Io } from './usage.js'

/**
 * Reads one JSON object a line and writes one a line, holding one at a time. A line that is broken is
 * reported with its number and skipped.
 * @returns how many lines were skipped
 */
export async function mapRows(
  row: (input: Record<string, unknown>) => object | Promise<object>,
  { input, output, errors }: Io,
): Promise<number> {
  let number = 0
  let skipped = 0
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++
    if (line.trim() === '') continue
    try {
      await write(output, `${jsonLine(await row(parseRow(line)))}\n`)
    } catch (error) {
      skipped++
      errors.write(
        `line ${number} skipped: ${printable(String(error instanceof Error ? error.message : error))}\n`,
      )
    }
  }
  return skipped
}

/** Every row of a file. @throws Error naming the file and the line that is broken */
export async function readRows(file: string): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = []
  let number = 0
  const stream = createReadStream(file, 'utf8')
  for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++
    if (line.trim() === '') continue
    try {
      rows.push(parseRow(line))
    } catch (error) {
      throw new Error(`${file}, line ${number}: ${error instanceof Error ? error.message : error}`)
    }
  }
  return rows
}

function parseRow(line: string): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    throw new Error('not a JSON object. Write one object a line.')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error('not a JSON object. Write one object a line.')
  }
  return value as Record<string, unknown>
}

/** A field that must be a string. @throws Error naming it */
export function stringField(row: Record<string, unknown>, name: string): string {
  const value = row[name]
  if (typeof value !== 'string') throw new Error(`“${name}” must be a string.`)
  return value
}

/** The row's id, kept as it is. @throws Error when it is missing */
export function idField(row: Record<string, unknown>): string | number {
  const { id } = row
  if (typeof id !== 'string' && typeof id !== 'number') throw new Error('“id” must be a string or a number.')
  return id
}

/** Writes, and waits when the reader is slower. */
export async function write(output: NodeJS.WritableStream, text: string): Promise<void> {
  if (output.write(text)) return
  await new Promise((resolve) => output.once('drain', resolve))
}
