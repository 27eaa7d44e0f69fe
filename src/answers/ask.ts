import type { Archive, Scope } from '../archive/archive.js'
import type { Answer, Finding } from './answer.js'
import { type Asked, highlighted, readQuestion } from './asked.js'
import { cite } from './citation.js'
import { isDoubtful } from './doubt.js'
import { type Evidence, weighSentences } from './evidence.js'
import { closestPassages, silence } from './silence.js'

const PASSAGES_READ = 25
const MOST_FINDINGS = 5
/** A sentence this far below the best one is no further answer but noise. */
const LEAST_OF_BEST = 0.6

/** The sentences that answer a question, the answer itself marked; no finding where the articles are silent. */
export async function ask(question: string, archive: Archive, scope: Scope): Promise<Answer> {
  const result = await archive.passages({ words: question, limit: PASSAGES_READ }, scope)
  const { consulted, hits } = result
  const asked = readQuestion(question, result)
  const evidence = weighSentences(asked, hits)
  if (isDoubtful(asked, evidence, result)) return silence('ask', question, consulted, closestPassages(result))
  return {
    command: 'ask',
    query: question,
    asOf: consulted.asOf,
    articles: consulted.articles,
    findings: findings(evidence, asked),
    closest: [],
    note: null,
  }
}

/** One finding for each answer, the same answer of several articles merged with all its citations. */
function findings(candidates: readonly Evidence[], asked: Asked): Finding[] {
  const least = (candidates[0]?.score ?? 0) * LEAST_OF_BEST
  const merged = new Map<string, Evidence[]>()
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
      cite(hit.article, sentence, highlighted(asked), span ? [span] : []),
    ),
  }))
}

function onePerArticle(group: readonly Evidence[]): Evidence[] {
  return [
    ...new Map(group.map((candidate) => [candidate.hit.article.id, candidate] as const).reverse()).values(),
  ].reverse()
}

function answerText({ sentence, span }: Evidence): string | null {
  return span ? sentence.text.slice(span.start - sentence.start, span.end - sentence.start) : null
}
