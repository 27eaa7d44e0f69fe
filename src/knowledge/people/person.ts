import type { CalendarDate } from '../../articles/model/article.js'
import { nameWords } from './names.js'
import type { RoleUse } from './offices.js'

/** One person or body that speaks, under every spelling the articles use. */
export interface Person {
  /** The spelling that most mentions use, of those with a given name where there are any. */
  readonly name: string
  /** The role that most mentions give. */
  readonly role: string | null
  /** How many quotations are theirs. */
  readonly quotations: number
  /** Whatever else they may be looked for by: all their roles. */
  readonly also: string
}

/** Somebody of whom more may be found yet. */
export interface Draft {
  readonly words: readonly string[]
  readonly spellings: Map<string, number>
  readonly roles: Map<string, RoleUse>
  /** The countries they are said to be of, each with how often. */
  readonly countries: Map<string, number>
  /** The countries that are named in one paragraph with them, each with in how many. */
  readonly near: Map<string, number>
  /** Whether it is no person, but an organisation or a place. */
  readonly body: boolean
  quotations: number
}

/**
 * A person as plain data; the lists hold spellings, roles and countries, each with how many mentions use it, roles
 * with the date of the newest, too.
 */
export interface PersonRecord {
  readonly words: readonly string[]
  readonly spellings: readonly (readonly [string, number])[]
  readonly roles: readonly (readonly [string, number, CalendarDate | null])[]
  readonly countries: readonly (readonly [string, number])[]
  readonly near: readonly (readonly [string, number])[]
  readonly body: boolean
  readonly quotations: number
}

/** What is known of somebody before anything is. */
export const nothing = () => ({
  spellings: new Map<string, number>(),
  roles: new Map<string, RoleUse>(),
  countries: new Map<string, number>(),
  near: new Map<string, number>(),
})

/** Takes note of one more use of a role. */
export function use(roles: Map<string, RoleUse>, role: string, { times, latest }: RoleUse): void {
  const known = roles.get(role)
  if (!known) roles.set(role, { times, latest })
  else
    roles.set(role, {
      times: known.times + times,
      latest: (known.latest ?? '') > (latest ?? '') ? known.latest : latest,
    })
}

export function personOf(draft: Draft): Person {
  const { roles, quotations } = draft
  const times = [...roles].map(([role, use]) => [role, use.times] as const)
  return { name: calledBy(draft), role: mostFrequent(times), quotations, also: [...roles.keys()].join(' · ') }
}

/** The name that stands for all spellings. */
export function calledBy({ spellings }: PersonRecord | Draft): string {
  const full = new Map([...spellings].filter(([name]) => nameWords(name).length > 1))
  return mostFrequent(full.size > 0 ? full : spellings)!
}

function mostFrequent(counts: Iterable<readonly [string, number]>): string | null {
  let best: readonly [string, number] | null = null
  for (const one of counts) {
    if (!best || one[1] > best[1] || (one[1] === best[1] && one[0] < best[0])) best = one
  }
  return best?.[0] ?? null
}

/** Takes note of one more use of anything. */
export function count(counts: Map<string, number>, key: string, times = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + times)
}
