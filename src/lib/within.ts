import { setTimeout as delay } from 'node:timers/promises'

/** Something took too long. */
export class TooLate extends Error {
  override readonly name = 'TooLate'
}

/** @throws TooLate where the work takes longer; it goes on unheard */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const patience = new AbortController()
  const late = delay(ms, undefined, { signal: patience.signal, ref: false }).then(() => {
    throw new TooLate(`It took longer than ${ms} ms.`)
  })
  work.catch(() => {})
  late.catch(() => {})
  return Promise.race([work, late]).finally(() => patience.abort())
}
