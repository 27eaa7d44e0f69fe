import type { OfficeHolder, UtteranceHit, UtteranceResult } from '../../../archive/contract/archive.js'
import { type Message, message } from '../../../i18n/message.js'
import { groupBy } from '../../../lib/group-by.js'

/** What one of those said who hold the office that was asked for, or are called by it. */
export interface Group {
  readonly heading: string
  readonly hits: readonly UtteranceHit[]
}

/** Hits under whoever spoke: the holders of an office as they are given, then everybody else in the order of the hits. */
export function inOffice(hits: readonly UtteranceHit[], holders: readonly OfficeHolder[]): Group[] {
  const said = groupBy(hits, ({ person }) => person ?? '')
  const known = holders.filter(({ name }) => said.has(name))
  const rest = [...said.keys()].filter((name) => !known.some((holder) => holder.name === name))
  return [
    ...known.map(({ name, role }) => ({ heading: `${name} – ${role}`, hits: said.get(name)! })),
    ...rest.map((name) => ({ heading: name, hits: said.get(name)! })),
  ]
}

/** That several hold the office, null where they don't. */
export function severalHolders(asked: string, { hits, holders }: UtteranceResult): Message | null {
  const names = holders.map(({ name }) => name).filter((name) => hits.some(({ person }) => person === name))
  if (names.length < 2) return null
  return message('noteHolders', { n: names.length, asked })
}

const MOST_NAMED = 3

/** Whose office is given without the country that is asked for; null where there is nobody. */
export function untoldCountry(asked: string, { possible }: UtteranceResult): Message | null {
  const named = possible.slice(0, MOST_NAMED).map(({ name, role }) => `${name} (“${role}”)`)
  if (named.length === 0) return null
  return message('noteUntold', { asked, names: named })
}
