import { parentPort } from 'node:worker_threads'
import type { Request } from '../../src/archive/worker-protocol.js'

/** The real worker, which crashes or hangs when it is asked for the article of that name. */
parentPort?.on('message', ({ method, args: [name] }: Request) => {
  if (method !== 'article') return
  if (name === 'crash') process.exit(1)
  if (name === 'hang') for (;;);
})

await import('../../src/archive/worker.js')
