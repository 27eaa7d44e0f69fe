import { parentPort, workerData } from 'node:worker_threads'
import type { Drawing } from './draw.js'
import { renderTimeline } from './draw.js'

parentPort?.postMessage(renderTimeline(workerData as Drawing))
