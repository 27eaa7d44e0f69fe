import type { Readable, Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { message } from '../../i18n/message.js'
import { FetchError } from './problems.js'

const DECODERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

export const ACCEPTED_CODINGS = 'gzip, deflate, br'

/**
 * All bytes of an answer, decompressed. Both what is sent and what comes out is counted as it flows, so that
 * neither an endless answer nor a small one that unpacks to gigabytes takes more than `maxBytes` of memory.
 * @throws FetchError of the problems `size` and `broken`; what the stream itself throws
 */
export async function readBody(body: Readable, coding: string, maxBytes: number): Promise<Uint8Array> {
  const name = coding.trim().toLowerCase()
  if (name === '' || name === 'identity') return collect(body, maxBytes)
  const decoder = DECODERS[name]?.()
  if (!decoder) {
    discard(body)
    throw new FetchError('broken', [message('notePacked')])
  }
  let sent = 0
  body.on('data', (chunk: Uint8Array) => {
    sent += chunk.length
    if (sent > maxBytes) decoder.destroy(tooLarge(maxBytes))
  })
  body.on('error', (error) => decoder.destroy(error))
  body.pipe(decoder)
  try {
    return await collect(decoder, maxBytes)
  } finally {
    discard(body)
  }
}

/** Ends an answer that is of no use, so that nothing more of it is sent. */
export function discard(body: Readable): void {
  body.on('error', () => {})
  body.destroy()
}

async function collect(stream: Readable, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  // Leaving the loop destroys the stream, and with it the connection.
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    length += chunk.length
    if (length > maxBytes) throw tooLarge(maxBytes)
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

export function tooLarge(maxBytes: number): FetchError {
  const megabytes = Math.max(1, Math.round(maxBytes / 1e6)).toLocaleString('en')
  return new FetchError('size', [message('notePageTooLarge', { n: megabytes })])
}
