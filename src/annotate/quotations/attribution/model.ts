import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Weights } from '../../../language/language.js'

/** What `scripts/fit-attribution.mjs` has learnt; `data/models/README.md` tells from what. */
interface AttributionModel {
  /** Which of the names and nouns near a cue is the source. */
  readonly source: Weights
  /** How far what was said reaches before its cue, and after it. */
  readonly before: Weights
  readonly after: Weights
  /** Whether anything was said at all. */
  readonly accept: Weights
}

const FILE = fileURLToPath(new URL('../../../../../data/models/attribution.json', import.meta.url))

export const attributionModel = JSON.parse(readFileSync(FILE, 'utf8')) as AttributionModel
