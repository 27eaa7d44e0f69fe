import type { Archive, PassageResult, QueryTerm, Scope } from '../../archive/contract/archive.js'
import { type AnalyzedQuestion, analyzeQuestion, queryTerms, understand } from './question/question.js'
import { withApostrophes } from './question/spelling.js'

const PASSAGES_READ = 40

export interface Retrieved {
  readonly asked: AnalyzedQuestion
  readonly result: PassageResult
}

/** The passages that a question is about. A word that no article holds is looked for as the one most like it. */
export async function retrieve(
  question: string,
  archive: Archive,
  scope: Scope,
  limit = PASSAGES_READ,
): Promise<Retrieved> {
  const understood = understand(withApostrophes(question))
  const terms = queryTerms(understood)
  const find = (some: readonly QueryTerm[]) =>
    archive.passages({ words: understood.text, terms: some, limit }, scope)
  const result = await find(terms)
  const lost = understood.concepts.filter(
    ({ term, phrase }, i) =>
      !phrase &&
      [term, ...Object.keys(terms[i]!.synonyms)].every((one) => (result.frequencies[one] ?? 0) === 0),
  )
  if (lost.length === 0) return { asked: analyzeQuestion(understood, result), result }
  const { text, words } = understood
  const typed = lost.map(({ from, to }) => text.slice(words[from]!.start, words[to - 1]!.end))
  const like = await archive.passages({ words: typed.join(' '), limit: 1 }, scope)
  const spelled = new Map(
    Object.entries(like.related).flatMap(([term, { stem }]): [string, string][] =>
      lost.some((one) => one.term === stem) ? [[stem, term]] : [],
    ),
  )
  if (spelled.size === 0) {
    return { asked: analyzeQuestion(understood, result), result: { ...result, unknown: like.unknown } }
  }
  const again = await find(
    terms.map((one) => {
      const meant = spelled.get(one.term)
      return meant === undefined ? one : { ...one, synonyms: { ...one.synonyms, [meant]: SPELLED } }
    }),
  )
  return {
    asked: analyzeQuestion(understood, again, spelled),
    result: { ...again, unknown: like.unknown },
  }
}

/** What a word counts that is only spelled like the one asked for. */
const SPELLED = 0.5
