import type { CalendarDate } from '../../articles/model/article.js'
import { calledBy, type Draft } from './person.js'

/** Somebody to whom the articles give a role. */
export interface OfficeHolder {
  /** As in an utterance's `person`. */
  readonly name: string
  /** As an article puts it. */
  readonly role: string
  /** The newest article that gives them the role; null where none is dated. */
  readonly latest: CalendarDate | null
}

/** Somebody by what they hold an office as. */
export interface Candidate extends Omit<OfficeHolder, 'name'> {
  readonly draft: Draft
  /** Whether it is the office of a body, not of a country. */
  readonly inBody: boolean
}

export const holderOf = ({ draft, role, latest }: Candidate): OfficeHolder => ({
  name: calledBy(draft),
  role,
  latest,
})

/** Those of no body first, of them the one who was called so last, then the one who is quoted most. */
export const newestFirst = (a: Candidate, b: Candidate) =>
  Number(a.inBody) - Number(b.inBody) ||
  (b.latest ?? '').localeCompare(a.latest ?? '') ||
  b.draft.quotations - a.draft.quotations

/** How much less likely than the likeliest somebody may be to be named still. */
const AS_LIKELY = 0.3

/** Of those whose country no article tells, whom it is named beside most and who is called by the office most. */
export function likeliest(untold: readonly Candidate[], countries: ReadonlySet<string>): Candidate[] {
  const ranked = untold.map((candidate) => {
    const { near, roles } = candidate.draft
    const all = [...near.values()].reduce((sum, times) => sum + times, 0)
    const shares = [...countries].map((country) => (near.get(country) ?? 0) / Math.max(1, all))
    return { candidate, score: Math.min(...shares) * roles.get(candidate.role)!.times }
  })
  ranked.sort((a, b) => b.score - a.score)
  return ranked
    .filter(({ score }) => score > 0 && score >= AS_LIKELY * ranked[0]!.score)
    .map(({ candidate }) => candidate)
}
