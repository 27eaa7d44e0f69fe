import { parentPort } from 'node:worker_threads'
import type { TextFile } from '../articles/read.js'
import { encode, prepare } from './prepare.js'

/** A thread that prepares files: takes some, gives their preparations as bytes in the same order. */
parentPort?.on('message', (files: readonly TextFile[]) => {
  const encoded = files.map((file) => encode(prepare(file)))
  parentPort?.postMessage(
    encoded,
    encoded.map(({ buffer }) => buffer),
  )
})
