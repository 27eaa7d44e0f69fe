import { Worker } from 'node:worker_threads'
import type { Words } from '../../i18n/words.js'
import type { TimelineData } from '../model/answer.js'
import { captionsOf } from './captions.js'
import type { Drawing } from './draw.js'

const ENTRY = new URL('./picture-worker.js', import.meta.url)
/** A picture takes about 0.3 s, its thread's start included. */
const MOST_MS = 20_000

/**
 * Draws a timeline: a PNG 800 pixels wide, the same bytes for the same data. Drawing and encoding take 100 to
 * 200 ms, so they run in a thread of their own, which ends with the picture.
 * @param words of whoever looks at it; the labels stay in the articles' language
 * @throws Error when it can't be drawn
 */
export function drawTimeline(data: TimelineData, words: Words): Promise<Buffer> {
  const workerData: Drawing = { data, captions: captionsOf(data, words) }
  return new Promise((resolve, reject) => {
    const worker = new Worker(ENTRY, { workerData })
    const timer = setTimeout(() => fail(new Error('The picture took too long.')), MOST_MS)
    const fail = (error: Error) => {
      clearTimeout(timer)
      void worker.terminate()
      reject(error)
    }
    worker.once('message', (png: Uint8Array) => {
      clearTimeout(timer)
      resolve(Buffer.from(png))
    })
    worker.once('error', fail)
    worker.once('exit', () => fail(new Error('The picture’s thread ended before it was drawn.')))
  })
}
