import type { ArticleFolder } from '../../articles/folder/index.js'
import type { Rejection } from '../../articles/model/article.js'
import type { Gaps } from '../../articles/model/gaps.js'
import type { Archive, ReloadReport, Worse } from '../contract/archive.js'

/** What the worker is started with. */
export interface WorkerOrder {
  readonly folders: readonly ArticleFolder[]
  /** The folder below which each server has its own; null where no server has articles of its own. */
  readonly servers: string | null
  /** The file that keeps what is worked out; null keeps nothing. */
  readonly snapshot: string | null
  /** The database that processes share, which then holds the archive; null where it is in the thread's memory. */
  readonly database?: DatabaseOrder | null
  /** Ids of files over which a thread before this one has stood still. */
  readonly stuck?: readonly string[]
}

export interface DatabaseOrder {
  readonly url: string
  /** A replica that reads may go to. */
  readonly readUrl: string | null
}

/** How many of the articles that have to be annotated are. */
export interface Progress {
  readonly done: number
  readonly total: number
}

/** The contents of an archive, article by article, to tell what a reload changed. */
export type Fingerprints = Readonly<Record<string, string>>

/** What a thread tells of the archive that it has built. */
export interface BuildReport {
  readonly fingerprints: Fingerprints
  readonly rejections: readonly Rejection[]
  readonly gaps: Gaps
  /** How many files were annotated; what is known of the others came from the snapshot. */
  readonly annotated: number
  /** Why the snapshot could not be read or written; null when it could. */
  readonly snapshotProblem: string | null
}

export type Question = Exclude<keyof Archive, 'prototype'>
/**
 * One of the door's, `renew` with the server whose own articles have changed, `extend` with the ids of files that have
 * come, `reload` of a database, or one of the thread's `Services`.
 */
export type Method = string

export interface Request {
  readonly id: number
  readonly method: Method
  readonly args: readonly unknown[]
}

export type Message =
  | ({ readonly kind: 'progress' } & Progress)
  /** It begins to work out what this file holds; null: it goes on with something else. */
  | { readonly kind: 'at'; readonly file: string | null }
  | ({ readonly kind: 'ready' } & BuildReport)
  | { readonly kind: 'failed'; readonly reason: string }
  /** A server's own articles can't be read; the shared ones are asked alone. */
  | { readonly kind: 'problem'; readonly server: string; readonly reason: string }
  /** A scope is served something else: its server, '' for everybody; null: it may be any. */
  | { readonly kind: 'changed'; readonly server: string | null; readonly built: BuildReport }
  /** The thread is at work and not hung. */
  | { readonly kind: 'alive' }
  | { readonly kind: 'result'; readonly id: number; readonly result: unknown }
  | {
      readonly kind: 'error'
      readonly id: number
      readonly reason: string
      /** Whether what it is asked of can't be reached now. */
      readonly unavailable?: boolean
    }

/** What a reload of a database came to. */
export interface Reloaded {
  readonly report: ReloadReport
  /** Why what it found was refused; null where it is served. */
  readonly worse: Worse | null
}
