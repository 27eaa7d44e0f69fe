import { createHash } from 'node:crypto'
import type { Draft } from '../drafts/draft.js'
import { storedHash } from '../model/short-name.js'

/** Characters of a title in a file's name. */
const LONGEST_SLUG = 60

/**
 * The name of a draft's file: its day, its title in plain letters, and a hash that is the same for the same
 * text alone. Nothing of it can be a path, a hidden file or a name that a system keeps for itself.
 */
export function fileNameOf(draft: Draft): string {
  return [draft.published ?? 'undated', slug(draft.title), textHash(draft)]
    .filter(Boolean)
    .join('-')
    .concat('.md')
}

/** Ten hexadecimal digits that stand for the text of a draft, whatever its title. */
function textHash({ paragraphs }: Draft): string {
  return createHash('sha256').update(paragraphs.join('\n')).digest('hex').slice(0, 10)
}

/** The hash in a name that `fileNameOf` made. */
export const hashIn = (name: string) => name.slice(-13, -3)

function slug(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
  return plain.slice(0, LONGEST_SLUG).replace(/^-+|(?<!-)-+$/g, '')
}

/** What `fileNameOf` makes. Nothing else is ever opened, moved or removed for a person who names it. */
export const isFileName = (name: string) => storedHash(name) !== null
