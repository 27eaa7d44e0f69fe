import { parentPort } from 'node:worker_threads'
import type { Request } from '../../src/archive/worker/protocol.js'

/** The real worker, which crashes, hangs or takes all memory when it is asked for the article of that name. */
parentPort?.on('message', ({ method, args: [asked] }: Request) => {
  const name = method === 'article' ? asked : method === 'answer' ? (asked as { name?: string }).name : null
  if (name === 'crash') process.exit(1)
  if (name === 'hang') for (;;);
  if (name === 'memory') for (const all: string[][] = []; ; ) all.push(new Array(10_000).fill('').map(String))
})

await import('../../src/answers/worker.js')
