import { names as english } from '../../language/en/names/names.js'
import { Analyzer } from '../../text/terms.js'

/** The term of each people to that of its country: "Norwegian" and "Norway" tell of the same. */
const COUNTRIES = countries()
const PEOPLES = peoples()

function countries(): ReadonlyMap<string, string> {
  const analyzer = new Analyzer()
  const term = (word: string) => analyzer.distinct(word).join(' ')
  return new Map([...english.demonyms].map(([people, country]) => [term(people), term(country)]))
}

function peoples(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const [people, country] of COUNTRIES) found.set(country, [...(found.get(country) ?? []), people])
  return found
}

/** The term that stands for all that tell of the same. */
export const commonTerm = (term: string) => COUNTRIES.get(term) ?? term

/** All terms that tell of the same as one, the common one first. */
export function sameTerms(term: string): readonly string[] {
  const common = commonTerm(term)
  return [common, ...(PEOPLES.get(common) ?? [])]
}
