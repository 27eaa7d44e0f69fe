import { parentPort, workerData } from 'node:worker_threads'
import type { Scope } from './archive.js'
import { buildArchive } from './build.js'
import type { MemoryArchive } from './memory.js'
import type { Message, Request, WorkerOrder } from './worker-protocol.js'

/** The thread an archive lives in: builds it, says so, then answers requests until it is ended. */
async function run(port: NonNullable<typeof parentPort>, { folder }: WorkerOrder): Promise<void> {
  const tell = (message: Message) => port.postMessage(message)
  try {
    const { archive, fingerprints, rejections } = await buildArchive(folder)
    port.on('message', (request: Request) => void serve(archive, request).then(tell))
    tell({ kind: 'ready', fingerprints, rejections })
  } catch (error) {
    tell({ kind: 'failed', reason: messageOf(error) })
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
