import type { Archive, Scope } from '../archive/archive.js'
import type { Answer, Finding } from './answer.js'
import { type Asked, highlighted, readQuestion } from './asked.js'
import { cite } from './citation.js'
import { answerOdds, LEAST_ODDS } from './doubt.js'
import { type Evidence, weighSentences } from './evidence.js'
import { groupBy } from './group.js'
import { closestPassages, silence } from './silence.js'

const PASSAGES_READ = 25
const MOST_FINDINGS = 5
/** Scores are log-odds: a sentence this far below the best one is no further answer but noise. */
const MUCH_WORSE = 4
/** Beside an answer that is surely enough one, a further one may be this much less sure. */
const LESS_SURE = 1.5
/** What each doubling of the reports that give one answer adds to its score. */
const SUPPORT = 0.5
/** The score of a span below which it is more likely no answer than one, so that it is not shown as one. */
const LEAST_TO_SHOW = 2
/** The score of a span that is surely enough the answer for two articles that have it to say the same. */
const LEAST_TO_MERGE = 5

/**
 * The sentences that answer a question, the answer itself marked; no finding where the articles are silent.
 * @param mayAnswer what more is known of the answer than the question's words tell
 */
export async function ask(
  question: string,
  archive: Archive,
  scope: Scope,
  mayAnswer: (evidence: Evidence) => boolean = () => true,
): Promise<Answer> {
  const result = await archive.passages({ words: question, limit: PASSAGES_READ }, scope)
  const { consulted, hits } = result
  const asked = readQuestion(question, result)
  const evidence = weighSentences(asked, hits).filter(mayAnswer)
  const odds = answerOdds(asked, evidence, result)
  if (odds < LEAST_ODDS) {
    return silence('ask', question, consulted, closestPassages(result), result.unknown)
  }
  return {
    command: 'ask',
    query: question,
    asOf: consulted.asOf,
    articles: consulted.articles,
    findings: findings(evidence, asked, Math.min(MUCH_WORSE, odds - LEAST_ODDS + LESS_SURE)),
    closest: [],
    note: null,
  }
}

/**
 * One finding for each answer, the same answer of several articles merged with all its citations.
 * @param worseBy how much less may speak for a further one than for the best
 */
function findings(evidence: readonly Evidence[], asked: Asked, worseBy: number): Finding[] {
  const least = (evidence[0]?.score ?? 0) - worseBy
  const good = evidence.filter(({ score }) => score >= least)
  return [...groupBy(good, (one) => answerKey(one, asked)).values()]
    .map(onePerArticle)
    .map((group) => ({ group, score: group[0]!.score + SUPPORT * Math.log2(reportsIn(group)) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_FINDINGS)
    .map(({ group }) => finding(group, asked))
}

/** How many reports there are, reprints counted once. */
const reportsIn = (group: readonly Evidence[]) =>
  new Set(group.map(({ hit: { article } }) => article.report ?? article.id)).size

function finding(group: readonly Evidence[], asked: Asked): Finding {
  return {
    text: answerText(group[0]!) ?? group[0]!.hit.article.title,
    citations: group.map((evidence) => {
      const { hit, sentence } = evidence
      const span = shownSpan(evidence)
      return cite(hit.article, sentence, highlighted(asked), span ? [span] : [])
    }),
  }
}

/** What makes two answers the same: one date however it is written, or the same words. */
function answerKey(evidence: Evidence, { identity }: Asked): string {
  const { hit, sentence, span } = evidence
  const date = span && hit.dates.find(({ start, end }) => start === span.start && end === span.end)
  if (date?.interval) return `${date.interval.start}/${date.interval.end}`
  const told = span && (identity || span.score >= LEAST_TO_MERGE) ? answerText(evidence)?.toLowerCase() : null
  return told ?? `${hit.article.id}:${sentence.start}`
}

function onePerArticle(group: readonly Evidence[]): Evidence[] {
  return [...groupBy(group, ({ hit }) => hit.article.id).values()].map(([best]) => best!)
}

const shownSpan = ({ span }: Evidence) => (span && span.score >= LEAST_TO_SHOW ? span : null)

function answerText(evidence: Evidence): string | null {
  const { sentence } = evidence
  const span = shownSpan(evidence)
  return span ? sentence.text.slice(span.start - sentence.start, span.end - sentence.start) : null
}
