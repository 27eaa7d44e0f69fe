import type { Rejection } from '../articles/article.js'
import type { Archive } from './archive.js'

/** What the worker is started with. */
export interface WorkerOrder {
  readonly folder: string
}

/** The contents of an archive, article by article, to tell what a reload changed. */
export type Fingerprints = Readonly<Record<string, string>>

export type Method = Exclude<keyof Archive, 'prototype'>

export interface Request {
  readonly id: number
  readonly method: Method
  readonly args: readonly unknown[]
}

export type Message =
  | { readonly kind: 'ready'; readonly fingerprints: Fingerprints; readonly rejections: readonly Rejection[] }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'result'; readonly id: number; readonly result: unknown }
  | { readonly kind: 'error'; readonly id: number; readonly reason: string }
