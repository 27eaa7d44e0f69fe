import type { Archive, Excerpt, PassageHit, PassageResult, Scope } from '../archive/archive.js'
import type { Span } from '../articles/article.js'
import { questions as english } from '../language/en/questions.js'
import type { AnswerType } from '../language/language.js'
import type { Answer, Finding } from './answer.js'
import { cite, stemsOf } from './citation.js'
import { closestPassages, silence } from './silence.js'
import { answerSpan } from './span.js'

const PASSAGES_READ = 40
const MOST_FINDINGS = 5

/** What each piece of evidence is worth beside the share of the question's weight that a sentence holds. */
const WEIGHTS = { passage: 0.5, rank: 0.6, type: 0.25 }
/** The share of the question's weight (idf) that the best passage must hold; below it the bot is silent. */
const LEAST_COVERAGE = 0.5
/** A sentence this far below the best one is no further answer but noise. */
const LEAST_OF_BEST = 0.6

interface Candidate {
  readonly hit: PassageHit
  readonly sentence: Excerpt
  readonly span: Span | null
  readonly score: number
}

/** The sentences that answer a question, the answer itself marked; no finding where the articles are silent. */
export async function ask(question: string, archive: Archive, scope: Scope): Promise<Answer> {
  const result = await archive.passages({ words: question, limit: PASSAGES_READ }, scope)
  const { consulted, hits } = result
  if (hits.length === 0 || bestCoverage(result) < LEAST_COVERAGE) {
    return silence('ask', question, consulted, closestPassages(result))
  }
  const candidates = rankSentences(question, result)
  const stems = stemsOf(question)
  return {
    command: 'ask',
    query: question,
    asOf: consulted.asOf,
    articles: consulted.articles,
    findings: findings(candidates, stems),
    closest: [],
    note: null,
  }
}

function bestCoverage({ hits, weights }: PassageResult): number {
  return Math.max(...hits.map(({ matched }) => share(matched, weights)))
}

/** The share of the question's weight that some of its stems carry. */
function share(stems: Iterable<string>, weights: PassageResult['weights']): number {
  const held = new Set(stems)
  let total = 0
  let found = 0
  for (const [stem, weight] of Object.entries(weights)) {
    total += weight
    if (held.has(stem)) found += weight
  }
  return total > 0 ? found / total : 0
}

function rankSentences(question: string, { hits, weights }: PassageResult): Candidate[] {
  const type = answerType(question)
  const top = hits[0]?.score || 1
  return hits
    .flatMap((hit) => {
      const passage = share(hit.matched, weights)
      return hit.sentences.map((sentence): Candidate => {
        const span = answerSpan(type, question, hit, sentence)
        const score =
          share(stemsOf(sentence.text), weights) +
          WEIGHTS.passage * passage +
          WEIGHTS.rank * (hit.score / top) +
          WEIGHTS.type * Number(span !== null)
        return { hit, sentence, span, score }
      })
    })
    .sort((a, b) => b.score - a.score)
}

export function answerType(question: string): AnswerType {
  const lower = question.toLowerCase()
  return english.types.find(([pattern]) => pattern.test(lower))?.[1] ?? 'other'
}

/** One finding for each answer, the same answer of several articles merged with all its citations. */
function findings(candidates: readonly Candidate[], stems: readonly string[]): Finding[] {
  const least = (candidates[0]?.score ?? 0) * LEAST_OF_BEST
  const merged = new Map<string, Candidate[]>()
  for (const candidate of candidates) {
    if (candidate.score < least) break
    const key =
      answerText(candidate)?.toLowerCase() ?? `${candidate.hit.article.id}:${candidate.sentence.start}`
    const same = merged.get(key)
    if (same) same.push(candidate)
    else if (merged.size < MOST_FINDINGS) merged.set(key, [candidate])
  }
  return [...merged.values()].map((group) => ({
    text: answerText(group[0]!) ?? group[0]!.hit.article.title,
    citations: onePerArticle(group).map(({ hit, sentence, span }) =>
      cite(hit.article, sentence, stems, span ? [span] : []),
    ),
  }))
}

function onePerArticle(group: readonly Candidate[]): Candidate[] {
  return [
    ...new Map(group.map((candidate) => [candidate.hit.article.id, candidate] as const).reverse()).values(),
  ].reverse()
}

function answerText({ sentence, span }: Candidate): string | null {
  return span ? sentence.text.slice(span.start - sentence.start, span.end - sentence.start) : null
}
