import { parentPort, workerData } from 'node:worker_threads'
import type { Scope } from './archive.js'
import { buildArchive } from './build.js'
import { ServerArchives } from './scopes/servers.js'
import type { Message, Progress, Request, WorkerOrder } from './worker-protocol.js'

/** The thread an archive lives in: builds it, says so, then answers requests until it is ended. */
async function run(
  port: NonNullable<typeof parentPort>,
  { folders, servers, snapshot }: WorkerOrder,
): Promise<void> {
  const tell = (message: Message) => port.postMessage(message)
  try {
    const { archive, layer, ...built } = await buildArchive(folders, {
      snapshot,
      onProgress: nowAndThen((progress) => tell({ kind: 'progress', ...progress })),
    })
    const archives = new ServerArchives({
      shared: { archive, layer },
      folder: servers,
      onProblem: (problem) => tell({ kind: 'problem', ...problem }),
    })
    port.on('message', (request: Request) => void serve(archives, request, tell).then(tell))
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

async function serve(
  archives: ServerArchives,
  { id, method, args }: Request,
  tell: (message: Message) => void,
): Promise<Message> {
  // Whoever waits for a server's articles to be read is not waiting for a thread that hangs.
  const pulse = setInterval(() => tell({ kind: 'alive' }), PULSE_MS)
  try {
    if (method === 'renew') {
      const [server] = args as [string]
      return { kind: 'result', id, result: await archives.renew(server) }
    }
    const archive = await archives.of(args.at(-1) as Scope)
    const call = archive[method] as (query: unknown, scope: Scope) => Promise<unknown>
    const result = await call.apply(archive, args as [unknown, Scope])
    return { kind: 'result', id, result }
  } catch (error) {
    return { kind: 'error', id, reason: messageOf(error) }
  } finally {
    clearInterval(pulse)
  }
}

const PULSE_MS = 1000

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

if (parentPort) await run(parentPort, workerData as WorkerOrder)
