/**
 * A process that reads what may be hostile, in a thread of its own. What ends the whole of it – the engine gives up
 * where memory or stack run out at a bad moment – ends not the bot; and this thread stays free, so that it notices
 * when the bot is gone, however long the other one reads.
 */
import { Worker } from 'node:worker_threads'
import { OUT_OF_BYTES, type ReaderLimits } from './isolated.js'

const { entry, heapMb } = JSON.parse(process.argv[2]!) as ReaderLimits

const worker = new Worker(new URL(entry), {
  resourceLimits: { maxOldGenerationSizeMb: heapMb },
  // Libraries complain about broken files there; nobody reads it.
  stdout: true,
  stderr: true,
  env: {},
})
worker.stdout.resume()
worker.stderr.resume()
worker.on('message', (result) => process.send?.(result))
worker.on('error', ({ code }: NodeJS.ErrnoException) =>
  process.exit(code === 'ERR_WORKER_OUT_OF_MEMORY' ? OUT_OF_BYTES : 1),
)
worker.on('exit', (code) => process.exit(code))

process.on('message', (job) => worker.postMessage(job))
process.on('disconnect', () => process.exit())
