/** What buttons and forms of the commands that manage a server's things do, written into their ids. */

const KINDS = ['check', 'drop', 'form', 'remove', 'keep', 'restore', 'list'] as const

export type Deed = (typeof KINDS)[number]

export interface Press {
  readonly deed: Deed
  /** What it is done to: the key of a draft, the hash of an article's text, the number of a page. */
  readonly of: string
}

const ID = new RegExp(`^manage:(${KINDS.join('|')}):([\\w-]{0,40});$`)

export const writePress = (deed: Deed, of: string | number = '') => `manage:${deed}:${of};`

/** Null for what `writePress` did not write. */
export function readPress(customId: string): Press | null {
  const [, deed, of] = ID.exec(customId) ?? []
  return deed === undefined || of === undefined ? null : { deed: deed as Deed, of }
}
