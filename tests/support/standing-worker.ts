import { parentPort, workerData } from 'node:worker_threads'
import type { Message, WorkerOrder } from '../../src/archive/worker/protocol.js'

/** The real worker, which stands still over one file for ever, unless it is told to leave that one out. */
const FILE = 'notes.txt'
const { stuck = [] } = workerData as WorkerOrder
if (!stuck.includes(FILE)) {
  parentPort?.postMessage({ kind: 'at', file: FILE } satisfies Message)
  for (;;);
}

await import('../../src/archive/worker/worker.js')
