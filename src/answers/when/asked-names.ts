import type { PassageResult } from '../../archive/contract/archive.js'
import { nameWords, sameName } from '../../knowledge/index.js'
import { groupBy } from '../../lib/group-by.js'
import type { AskedEvent, Concept } from './asked-event.js'
import { wordsOf } from './event-words.js'

/** Whether the articles have a word for all that is named: of what they have none for they tell nothing. */
export function isKnown({ subject, others }: AskedEvent, { frequencies }: PassageResult): boolean {
  return [...subject, ...others].every(
    ({ wordings }) =>
      wordings.some(({ terms }) => terms.length > 1) ||
      wordings.some(({ terms }) => (frequencies[terms[0]!] ?? 0) > 0),
  )
}

/** How many other words for its names there are. */
export const sizeOf = ({ subject, others }: AskedEvent) =>
  [...subject, ...others].reduce((sum, { wordings }) => sum + wordings.length, 0)

const INITIALS = /^\p{L}{2,3}$/u

/** "MJ": letters that no article has as a word, and that somebody's name begins with, stand for the one named most. */
export function withInitials(asked: AskedEvent, { hits, frequencies }: PassageResult): AskedEvent {
  const put = (concept: Concept): Concept => {
    if (!INITIALS.test(concept.key) || (frequencies[concept.key] ?? 0) > 0) return concept
    const names = hits
      .flatMap((hit) => hit.names)
      .filter(({ kind, name }) => kind === 'person' && initialsOf(name) === concept.key)
    const [most] = [...groupBy(names, ({ name }) => name).values()].sort((a, b) => b.length - a.length)
    const terms = most ? wordsOf(most[0]!.name).map(({ term }) => term) : []
    return terms.length === 0
      ? concept
      : { ...concept, wordings: [{ terms: terms.slice(-1), strength: 1 }, ...concept.wordings] }
  }
  const [subject, others] = [asked.subject.map(put), asked.others.map(put)]
  const same = [...subject, ...others].every(
    (one) => asked.subject.includes(one) || asked.others.includes(one),
  )
  return same ? asked : { ...asked, subject, others }
}

/** "Zelensky": other spellings of a surname that the articles have. */
export function withSpellings(asked: AskedEvent, { hits }: PassageResult): AskedEvent {
  const known = new Set(
    hits.flatMap(({ names }) =>
      names.flatMap(({ name, kind }) => (kind === 'person' ? nameWords(name) : [])),
    ),
  )
  const put = (concept: Concept): Concept => {
    if (concept.isEvent || concept.wordings.length > 1) return concept
    const others = [...known].filter((word) => word !== concept.word && sameName(word, concept.word))
    if (others.length === 0) return concept
    const wordings = others.map((word) => ({ terms: wordsOf(word).map(({ term }) => term), strength: 1 }))
    return { ...concept, wordings: [...concept.wordings, ...wordings] }
  }
  const [subject, others, names] = [asked.subject.map(put), asked.others.map(put), asked.names.map(put)]
  return { ...asked, subject, others, names }
}

const initialsOf = (name: string) =>
  name
    .split(/\s+/)
    .map((word) => word[0])
    .join('')
    .toLowerCase()
