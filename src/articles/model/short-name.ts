import { createHash } from 'node:crypto'

/** The name of a file that moderators or a feed brought: its day, its title and a hash that is the same for the same text. */
const STORED = /^(?:\d{4}-\d{2}-\d{2}|undated)(?:-[a-z0-9-]{1,60})?-([0-9a-f]{10})\.md$/

/** The hash in the name of such a file; null for what is none. */
export const storedHash = (name: string): string | null => STORED.exec(name)?.[1] ?? null

/**
 * Ten hexadecimal digits that stand for an article by its id: the same in every archive, whatever its title, outlet and
 * day come to be, which are part of the name of an article that moderators correct. They fit into a link, a cell of a
 * table or a message as they are, and `/article` takes them.
 */
export const shortName = (id: string): string =>
  storedHash(id.slice(id.lastIndexOf('/') + 1)) ?? createHash('sha256').update(id).digest('hex').slice(0, 10)

export const isShortName = (text: string) => /^[0-9a-f]{10}$/.test(text)
