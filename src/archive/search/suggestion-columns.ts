import type { AnnotatedArticle } from '../../annotate/annotations.js'
import type { Person } from '../../knowledge/index.js'
import { foldForPhrases } from '../../text/terms.js'
import type { SuggestionKind } from '../contract/archive.js'

/** What to offer of a kind, what comes up in most articles first. */
export interface SuggestionListColumns {
  readonly labels: readonly string[]
  readonly values: readonly string[]
  /** The other words that each may be found by. */
  readonly also: readonly string[]
  /** How many articles each comes up in; of a speaker, how many quotations. */
  readonly articles: Uint32Array
}

export type SuggestionColumns = Readonly<Record<SuggestionKind, SuggestionListColumns>>

/** Of a larger archive what comes up least is not offered: an entry takes some kilobytes. */
export const MOST_ENTRIES = 20_000
/** Discord's limit for the name and the value of an autocomplete choice. */
const LONGEST_LABEL = 100

export function suggestionColumns(
  articles: readonly AnnotatedArticle[],
  people: readonly Person[],
): SuggestionColumns {
  return {
    topic: listOf(articles.flatMap(topicsIn).map(plainCandidate)),
    speaker: listOf(people.map(speakerCandidate)),
    quotation: listOf(articles.flatMap(quotationsIn).map(plainCandidate)),
    outlet: listOf(articles.map(({ article }) => plainCandidate(article.outlet ?? ''))),
    article: listOf(articles.map(({ article }) => articleCandidate(article))),
  }
}

function listOf(candidates: readonly Candidate[]): SuggestionListColumns {
  const entries = counted(candidates)
    .sort((a, b) => b.articles - a.articles || (a.label < b.label ? -1 : 1))
    .slice(0, MOST_ENTRIES)
  return {
    labels: entries.map(({ label }) => label),
    values: entries.map(({ value }) => value),
    also: entries.map(({ also }) => also),
    articles: Uint32Array.from(entries, ({ articles }) => articles),
  }
}

export interface Candidate {
  readonly label: string
  readonly value: string
  readonly also: string
  readonly articles?: number
}

/** Candidates under one spelling each, with how many articles they come up in. */
function counted(candidates: readonly Candidate[]): (Candidate & { articles: number })[] {
  const count = (list: readonly Candidate[], keyOf: (value: string) => string) => {
    const found = new Map<string, Candidate & { articles: number }>()
    for (const candidate of list) {
      if (!candidate.value) continue
      const key = keyOf(candidate.value)
      const known = found.get(key)
      const here = { ...candidate, articles: candidate.articles ?? 1 }
      const shown = known && reads(known) >= reads(here) ? known : here
      found.set(key, { ...shown, articles: (known?.articles ?? 0) + here.articles })
    }
    return [...found.values()]
  }
  // Most are spelled in one way, and to fold a spelling is dear.
  return count(
    count(candidates, (value) => value),
    foldForPhrases,
  )
}

/** How well a spelling stands for the others: "Geneva" for the "GENEVA" of datelines, then the commonest. */
function reads({ value, articles }: Candidate & { readonly articles: number }): number {
  return isCapitals(value) ? 0 : articles
}

export const isCapitals = (value: string): boolean => value === value.toUpperCase()

export const plainCandidate = (value: string): Candidate => named(value, value)

function named(label: string, value: string, also = ''): Candidate {
  return { label: cut(label, LONGEST_LABEL), value: cut(value, LONGEST_LABEL), also }
}

export const articleCandidate = ({ id, title }: { readonly id: string; readonly title: string }): Candidate =>
  named(title, id, id)

export function speakerCandidate({
  name,
  role,
  also,
  quotations,
}: Person): Candidate & { readonly articles: number } {
  return { ...named(role ? `${name} – ${role}` : name, name, also), articles: quotations }
}

/** What an article names, each once. */
export const topicsIn = ({ names }: AnnotatedArticle): string[] => [...new Set(names.map(({ name }) => name))]

/** What stands in quotation marks there. */
export function quotationsIn({ article, quotations }: AnnotatedArticle): string[] {
  return quotations
    .filter(({ direct }) => direct)
    .map(({ start, end }) => article.text.slice(start, end).replace(/(?<![\s,;:–—-])[\s,;:–—-]+$/, ''))
}

/** At most so many UTF-16 units, cut between words. */
function cut(text: string, most: number): string {
  const oneLine = text.replace(/\s+/g, ' ').trim()
  if (oneLine.length <= most) return oneLine
  const at = oneLine.lastIndexOf(' ', most)
  return (at > 0 ? oneLine.slice(0, at) : Array.from(oneLine.slice(0, most)).slice(0, -1).join('')).trimEnd()
}
