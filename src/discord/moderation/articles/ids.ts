/** What buttons and forms of the commands that manage a server's things do, written into their ids. */

const KEY = /^[\w-]{16}$/
const HASH = /^[0-9a-f]{10}$/
const PAGE = /^\d{1,4}$/
/** What is done, and what it can be done to. */
const KINDS = {
  check: KEY,
  drop: KEY,
  form: KEY,
  paste: /^$/,
  pasted: /^$/,
  remove: HASH,
  keep: /^$/,
  restore: HASH,
  revert: HASH,
  list: PAGE,
  feed: KEY,
  nofeed: KEY,
} as const

export type Action = keyof typeof KINDS

export interface Press {
  readonly action: Action
  /** What it is done to: the key of a draft, the hash of an article's text, the number of a page. */
  readonly of: string
}

const ID = /^manage:([a-z]{4,7}):([\w-]{0,16});$/

export const writePress = (action: Action, of: string | number = '') => `manage:${action}:${of};`

/** Null for what `writePress` did not write. */
export function readPress(customId: string): Press | null {
  const [, action, of] = ID.exec(customId) ?? []
  if (action === undefined || of === undefined || !isAction(action)) return null
  return KINDS[action].test(of) ? { action, of } : null
}

function isAction(name: string): name is Action {
  return Object.hasOwn(KINDS, name)
}
