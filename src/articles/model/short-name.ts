import { createHash } from 'node:crypto'

/**
 * Ten hexadecimal digits that stand for an article by its id: the same in every archive, whatever its text or title
 * come to be. They fit into a link, a cell of a table or a message as they are, and `/article` takes them.
 */
export const shortName = (id: string) => createHash('sha256').update(id).digest('hex').slice(0, 10)

export const isShortName = (text: string) => /^[0-9a-f]{10}$/.test(text)
