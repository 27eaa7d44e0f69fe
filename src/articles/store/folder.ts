import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { message } from '../../i18n/message.js'
import { writeAtomically } from '../../lib/atomic-file.js'
import type { Draft } from '../drafts/draft.js'
import { refusalMessages } from '../drafts/draft.js'
import { articleFile } from '../drafts/file.js'
import { isProblem, readFrontMatter } from '../folder/frontmatter.js'
import { NO_TEXT } from '../folder/parse.js'
import { fileNameOf, hashIn, isFileName } from './names.js'
import { StoreError } from './refusals.js'

export interface StoredFile {
  /** The file's name, by which it is removed and restored. */
  readonly name: string
  readonly bytes: number
  /** When it was written or moved, in milliseconds. */
  readonly since: number
}

/** The names of the articles in a folder that were stored there, in order. None where there is no folder. */
export async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return names.filter(isFileName).sort()
}

export async function storedIn(folder: string): Promise<StoredFile[]> {
  const files: StoredFile[] = []
  for (const name of await namesIn(folder)) {
    // It may have been moved meanwhile.
    const found = await stat(join(folder, name)).catch(() => null)
    if (found?.isFile()) files.push({ name, bytes: found.size, since: found.mtimeMs })
  }
  return files
}

/** A draft as the file that it will be. */
export interface PreparedFile {
  readonly name: string
  readonly text: string
  readonly bytes: number
}

/** Bytes. Books are longer, articles are not. */
export const LARGEST_ARTICLE = 200_000

/**
 * Takes no longer than it takes to write the text down: that an article comes of it was found where it was read, in a
 * process of its own, and what may have changed since are its facts.
 * @throws StoreError when no article would come of it, or too long a one
 */
export function prepare(draft: Draft, largest = LARGEST_ARTICLE): PreparedFile {
  const text = articleFile(draft)
  const bytes = Buffer.byteLength(text)
  if (bytes > largest) {
    throw new StoreError([message('noteArticleBytes', { bytes, most: largest }), message('noteShorten')])
  }
  const facts = readFrontMatter(text)
  if (facts !== null && isProblem(facts)) throw new StoreError(refusalMessages(facts))
  if (draft.paragraphs.length === 0) throw new StoreError(refusalMessages(NO_TEXT))
  return { name: fileNameOf(draft), text, bytes }
}

/** The one of these files that holds the same text as a file of this name does, if one does. */
export function sameText(name: string, names: readonly string[]): string | null {
  return names.find((other) => hashIn(other) === hashIn(name)) ?? null
}

export const writeFileIn = (folder: string, { name, text }: PreparedFile) =>
  writeAtomically(join(folder, name), text)
