import { message } from '../../i18n/message.js'
import type { Draft } from '../drafts/draft.js'
import { refusalMessages } from '../drafts/draft.js'
import { articleFile } from '../drafts/file.js'
import { isProblem, readFrontMatter } from '../folder/frontmatter.js'
import { NO_TEXT } from '../folder/parse.js'
import { fileNameOf, hashIn } from './names.js'
import { StoreError } from './refusals.js'

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
