/** What buttons and forms of the commands that manage a server's things do, written into their ids. */

const KEY = /^[\w-]{16}$/
const HASH = /^[0-9a-f]{10}$/
const PAGE = /^\d{1,4}$/
/** What is done, and what it can be done to. */
const KINDS = {
  check: KEY,
  drop: KEY,
  form: KEY,
  remove: HASH,
  keep: /^$/,
  restore: HASH,
  revert: HASH,
  list: PAGE,
  feed: KEY,
  nofeed: KEY,
} as const

export type Deed = keyof typeof KINDS

export interface Press {
  readonly deed: Deed
  /** What it is done to: the key of a draft, the hash of an article's text, the number of a page. */
  readonly of: string
}

const ID = /^manage:([a-z]{4,7}):([\w-]{0,16});$/

export const writePress = (deed: Deed, of: string | number = '') => `manage:${deed}:${of};`

/** Null for what `writePress` did not write. */
export function readPress(customId: string): Press | null {
  const [, deed, of] = ID.exec(customId) ?? []
  if (deed === undefined || of === undefined || !isDeed(deed)) return null
  return KINDS[deed].test(of) ? { deed, of } : null
}

function isDeed(name: string): name is Deed {
  return Object.hasOwn(KINDS, name)
}
