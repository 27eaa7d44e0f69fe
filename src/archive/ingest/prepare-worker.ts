import { parentPort } from 'node:worker_threads'
import type { TextFile } from '../../articles/folder/index.js'
import { encode, prepare } from './prepare.js'

/**
 * A thread that prepares files: takes some, says that it has begun, and gives the preparation of each as bytes when it
 * is done, in the same order.
 */
parentPort?.on('message', (files: readonly TextFile[]) => {
  parentPort?.postMessage('began')
  for (const file of files) {
    const encoded = encode(prepare(file))
    parentPort?.postMessage(encoded, [encoded.buffer])
  }
})
