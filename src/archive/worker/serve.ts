import { parentPort, workerData } from 'node:worker_threads'
import { isUnavailable } from '../../lib/postgres/database.js'
import type { Archive, Scope } from '../contract/archive.js'
import { buildArchive } from '../ingest/build.js'
import { SharedArchives } from '../postgres/shared-archives.js'
import { ServerArchives } from '../tenancy/servers.js'
import type { Message, Progress, Question, Reloaded, Request, WorkerOrder } from './protocol.js'

/**
 * What a thread answers beside the questions of the door. Each is told the archive that its asker may see, and what
 * it was called with: the last of it is the scope.
 */
export type Services = Readonly<Record<string, (archive: Archive, ...args: never[]) => Promise<unknown>>>

/**
 * The thread an archive lives in: builds it, says so, then answers requests until it is ended.
 * @param rehearse asks the new archive what nobody waits for, so that what answers is compiled before it is needed
 */
export async function serveArchive(
  services: Services = {},
  rehearse: (archive: Archive) => Promise<void> = async () => {},
): Promise<void> {
  if (!parentPort) throw new Error('An archive is served from a worker thread alone.')
  const port = parentPort
  const { folders, servers, snapshot, stuck = [], database = null } = workerData as WorkerOrder
  const tell = (message: Message) => port.postMessage(message)
  // Whoever waits for a server's articles to be read, or for the archive, is not waiting for a thread that hangs.
  setInterval(() => tell({ kind: 'alive' }), PULSE_MS).unref()
  try {
    if (database) {
      const archives = await SharedArchives.open(database, {
        folders,
        servers,
        onChange: (server, built) => tell({ kind: 'changed', server, built }),
        onProgress: nowAndThen((progress) => tell({ kind: 'progress', ...progress })),
      })
      port.on('message', (request: Request) => void serve(archives, services, request).then(tell))
      tell({ kind: 'ready', ...archives.built })
      await archives.warmUp()
      return
    }
    const { archive, layer, ...built } = await buildArchive(folders, {
      snapshot,
      stuck,
      onFile: (file) => tell({ kind: 'at', file }),
      onProgress: nowAndThen((progress) => tell({ kind: 'progress', ...progress })),
    })
    const archives = new ServerArchives({
      shared: { archive, layer },
      folders,
      folder: servers,
      onProblem: (problem) => tell({ kind: 'problem', ...problem }),
    })
    port.on('message', (request: Request) => void serve(archives, services, request).then(tell))
    tell({ kind: 'ready', ...built })
    await archive.warmUp()
    await rehearse(archive)
  } catch (error) {
    tell({ kind: 'failed', reason: messageOf(error) })
  }
}

const REPORT_EVERY_MS = 5000
const PULSE_MS = 1000

/** Passes on a report when the last one is some time ago. */
function nowAndThen(report: (progress: Progress) => void): (progress: Progress) => void {
  let last = performance.now()
  return (progress) => {
    if (performance.now() - last < REPORT_EVERY_MS) return
    last = performance.now()
    report(progress)
  }
}

/** What each scope may ask, wherever it lies. */
interface Archives {
  of(scope: Scope): Promise<Archive>
  renew(server: string): Promise<void>
  extend(ids: readonly string[]): Promise<boolean>
  reload?(anyway: boolean): Promise<Reloaded>
}

async function serve(
  archives: Archives,
  services: Services,
  { id, method, args }: Request,
): Promise<Message> {
  try {
    if (method === 'renew') {
      const [server] = args as [string]
      return { kind: 'result', id, result: await archives.renew(server) }
    }
    if (method === 'extend') {
      const [ids] = args as [readonly string[]]
      return { kind: 'result', id, result: await archives.extend(ids) }
    }
    if (method === 'reload' && archives.reload) {
      const [anyway] = args as [boolean]
      return { kind: 'result', id, result: await archives.reload(anyway) }
    }
    const archive = await archives.of(args.at(-1) as Scope)
    const service = services[method]
    const result = service
      ? await service(archive, ...(args as never[]))
      : await asked(archive, method as Question, args)
    return { kind: 'result', id, result }
  } catch (error) {
    return { kind: 'error', id, reason: messageOf(error), unavailable: isUnavailable(error) }
  }
}

function asked(archive: Archive, question: Question, args: readonly unknown[]): Promise<unknown> {
  const call = archive[question] as (query: unknown, scope: Scope) => Promise<unknown>
  return call.apply(archive, args as [unknown, Scope])
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
