import { parentPort } from 'node:worker_threads'
import { encode, prepare } from '../../src/archive/ingest/prepare.js'
import type { TextFile } from '../../src/articles/folder/read.js'

/** The real thread that prepares files, which stands still over some for ever, and ends with others. */
parentPort?.on('message', (files: readonly TextFile[]) => {
  parentPort?.postMessage('began')
  for (const file of files) {
    if (file.id.startsWith('still')) for (;;);
    if (file.id.startsWith('ending')) process.exit(1)
    const encoded = encode(prepare(file))
    parentPort?.postMessage(encoded, [encoded.buffer])
  }
})
