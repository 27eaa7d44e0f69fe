import type { Analyzer } from './terms.js'

/** The terms that may stand for a term: synonyms, and a seat of government for its country. */
export type Thesaurus = ReadonlyMap<string, ReadonlySet<string>>

export function thesaurusOf(groups: readonly (readonly string[])[], analyzer: Analyzer): Thesaurus {
  const related = new Map<string, Set<string>>()
  for (const group of groups) {
    const terms = group.flatMap((word) => analyzer.distinct(word).slice(0, 1))
    for (const term of terms) {
      const others = related.get(term) ?? new Set()
      for (const other of terms) if (other !== term) others.add(other)
      related.set(term, others)
    }
  }
  return related
}
