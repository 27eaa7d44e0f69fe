import { createHash } from 'node:crypto'
import { annotate } from '../annotate/annotate.js'
import type { Article, Rejection } from '../articles/article.js'
import { fingerprint, readArticles } from '../articles/read.js'
import { MemoryArchive } from './memory.js'
import type { Fingerprints } from './worker-protocol.js'

export interface Built {
  readonly archive: MemoryArchive
  readonly fingerprints: Fingerprints
  readonly rejections: readonly Rejection[]
}

/**
 * Reads a folder of articles and makes an archive of it on this thread.
 * @throws when the folder is missing or can't be read; a file that can't be is a rejection
 */
export async function buildArchive(folder: string): Promise<Built> {
  const started = performance.now()
  const { articles, rejections } = await readArticles(folder)
  return makeArchive(articles, rejections, started)
}

/** Makes an archive of articles that are already read. */
export function makeArchive(
  articles: readonly Article[],
  rejections: readonly Rejection[] = [],
  started = performance.now(),
): Built {
  const fingerprints = Object.fromEntries(articles.map(({ id, text }) => [id, fingerprint(text)]))
  const annotated = articles.map(annotate)
  const archive = new MemoryArchive(annotated, {
    version: versionOf(fingerprints),
    builtAt: new Date().toISOString(),
    buildMs: Math.round(performance.now() - started),
    rejections,
  })
  return { archive, fingerprints, rejections }
}

/** Twelve hexadecimal digits that stand for these articles with these texts. */
function versionOf(fingerprints: Fingerprints): string {
  const sorted = Object.entries(fingerprints).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex').slice(0, 12)
}
