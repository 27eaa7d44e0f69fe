import type { Rejection } from '../../articles/model/article.js'
import type { Gaps } from '../../articles/model/gaps.js'

/** What is counted of the articles of a scope. */
export interface EditionTotals {
  readonly articles: number
  readonly passages: number
  readonly quotations: number
  readonly dates: number
  readonly titleLength: number
  readonly textLength: number
  readonly saidLength: number
  readonly oldest: string | null
  readonly newest: string | null
  readonly gaps: Gaps
}

/** What a scope is served. */
export interface Edition {
  /** '' for everybody. */
  readonly server: string
  readonly number: number
  readonly version: string
  /** How what was worked out of its articles is written, see `storedFormat`. */
  readonly format: string
  readonly publishedAt: string
  readonly buildMs: number
  readonly totals: EditionTotals
  readonly rejections: readonly Rejection[]
  /** The imports that its articles came with. */
  readonly imports: readonly number[]
}

/** The channel on which every process is told that a scope is served something else: its server, '' for everybody. */
export const EDITIONS = 'crisis_desk_editions'

/** Stands before the names of what feeds brought. */
export const FEEDS = 'feeds'
