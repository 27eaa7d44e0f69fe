import { parentPort, workerData } from 'node:worker_threads'
import type { TimelineData } from './data.js'
import { renderTimeline } from './draw.js'

parentPort?.postMessage(renderTimeline(workerData as TimelineData))
