/** Names where articles say what somebody is: what each way to ask for a person reads. */
import type { NameMention } from '../../../annotate/annotations.js'
import type { Excerpt, PassageHit } from '../../../archive/contract/archive.js'
import { nameWords } from '../../../knowledge/index.js'
import { leaders } from '../../../language/en/names/leaders.js'
import { groupBy } from '../../../lib/group-by.js'
import { asks } from '../../passage-qa/sentences/sentence-features.js'

/** A name where an article gives it its role. */
export interface Introduction<N extends NameMention = NameMention> {
  readonly hit: PassageHit
  readonly name: N
}

/** Of one finding. */
const MOST_CITATIONS = 4

/** The sentence that a name stands in, if that is no question. */
export const sentenceOf = ({ sentences }: PassageHit, name: NameMention): Excerpt | undefined =>
  sentences.find(({ start, end, text }) => start <= name.start && name.end <= end && !asks(text))

export const surname = (name: string): string => nameWords(name).at(-1) ?? ''

/** An article, or the report of which it is one printing. */
export const reportOf = ({ hit: { article } }: Introduction): string => article.report ?? article.id

const published = ({ hit: { article } }: Introduction) => article.published ?? ''

export const newestFirst = (a: Introduction, b: Introduction): number =>
  published(b).localeCompare(published(a))

/** The first of each article, as many as are cited. */
export const cited = <I extends Introduction>(told: readonly I[]): I[] =>
  [...groupBy(told, ({ hit }) => hit.article.id).values()].slice(0, MOST_CITATIONS).map(([first]) => first!)

/** How far from a name its role may stand, in characters. */
export const BESIDE = 60

/** The sentence's words up to the role that stands before a name or behind it; null where the role does not. */
export function beforeRole({ role, start, end }: NameMention, { start: from, text }: Excerpt): string | null {
  const first = Math.max(0, start - from - role!.length - BESIDE)
  const around = text.slice(first, end - from + role!.length + BESIDE)
  const at = around.toLowerCase().indexOf(role!.toLowerCase())
  return at < 0 ? null : around.slice(0, at)
}

/** "The THEN chairman Ana Berg". */
export function isCalledFormerly(name: NameMention, sentence: Excerpt): boolean {
  const before = name.role === null ? null : beforeRole(name, sentence)
  return before !== null && leaders.formerly.test(before)
}
