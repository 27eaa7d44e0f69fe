import { parentPort, workerData } from 'node:worker_threads'
import type { Scope } from './archive.js'
import { buildArchive } from './build.js'
import type { MemoryArchive } from './memory.js'
import type { Message, Progress, Request, WorkerOrder } from './worker-protocol.js'

/** The thread an archive lives in: builds it, says so, then answers requests until it is ended. */
async function run(port: NonNullable<typeof parentPort>, { folder, snapshot }: WorkerOrder): Promise<void> {
  const tell = (message: Message) => port.postMessage(message)
  try {
    const { archive, ...built } = await buildArchive(folder, {
      snapshot,
      onProgress: nowAndThen((progress) => tell({ kind: 'progress', ...progress })),
    })
    port.on('message', (request: Request) => void serve(archive, request).then(tell))
    tell({ kind: 'ready', ...built })
    await archive.warmUp()
  } catch (error) {
    tell({ kind: 'failed', reason: messageOf(error) })
  }
}

const REPORT_EVERY_MS = 5000

/** Passes on a report when the last one is some time ago. */
function nowAndThen(report: (progress: Progress) => void): (progress: Progress) => void {
  let last = performance.now()
  return (progress) => {
    if (performance.now() - last < REPORT_EVERY_MS) return
    last = performance.now()
    report(progress)
  }
}

async function serve(archive: MemoryArchive, { id, method, args }: Request): Promise<Message> {
  try {
    const call = archive[method] as (query: unknown, scope: Scope) => Promise<unknown>
    const result = await call.apply(archive, args as [unknown, Scope])
    return { kind: 'result', id, result }
  } catch (error) {
    return { kind: 'error', id, reason: messageOf(error) }
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

if (parentPort) await run(parentPort, workerData as WorkerOrder)
