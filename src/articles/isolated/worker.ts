import { parentPort } from 'node:worker_threads'
import { type Job, OUT_OF_BYTES } from './isolated.js'

/** Bytes of all byte arrays that one file may take, the ones given back included. */
const MOST_BYTES = 128_000_000

/**
 * Ends the thread when the byte arrays made in it exceed a limit. What a PDF unpacks to is kept in such arrays,
 * and a thread's limit of memory does not count them. An error would not do: readers go on after errors.
 * @returns what begins the count anew, for the next file
 */
function limitByteArrays(most: number): () => void {
  let left = most
  globalThis.Uint8Array = new Proxy(Uint8Array, {
    construct(target, args, newTarget) {
      if (typeof args[0] === 'number') left -= args[0]
      if (left < 0) process.exit(OUT_OF_BYTES)
      return Reflect.construct(target, args, newTarget)
    },
  })
  return () => {
    left = most
  }
}

async function perform({ kind, source }: Job): Promise<unknown> {
  if (kind === 'draft') return (await import('../drafts/read.js')).readDraft(source)
  return (await import('../feeds/parse.js')).parseFeed(source)
}

const startCounting = limitByteArrays(MOST_BYTES)
parentPort?.on('message', async (job: Job) => {
  startCounting()
  parentPort?.postMessage(await perform(job))
})
