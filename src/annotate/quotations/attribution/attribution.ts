import type { Content } from './content.js'
import type { Cue } from './cues.js'
import type { Source } from './sources.js'

/** Somebody is said to have said something. */
export interface Attribution {
  readonly cue: Cue
  readonly source: Source
  readonly contents: readonly Content[]
  /** How likely it is that this is one, 0–1. */
  readonly probability: number
  /** Whoever reports it ("…, according to an aide"), once that is told from the others of its frame. */
  readonly via: Source | null
  /** Sayings within what is said: their marked words are theirs ("said that B. called it '…'"). */
  readonly nested: readonly Attribution[]
}
