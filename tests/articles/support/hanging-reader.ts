import { writeFileSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'

/** A thread that reads for ever. It tells the id of its process to the file that it was to read, if that has a name. */
parentPort?.on('message', ({ source: { fileName } }) => {
  if (fileName) writeFileSync(fileName, String(process.pid))
  for (;;);
})
