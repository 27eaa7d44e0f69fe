import type { Archive, Excerpt, Scope } from '../../archive/contract/archive.js'
import { groupBy } from '../../lib/group-by.js'
import type { Answer, Finding } from '../model/answer.js'
import { cite } from '../model/citation.js'
import { LEAST_CLOSE, MOST_CLOSEST, silence } from '../model/no-answer.js'
import { passageQaModel } from '../passage-qa/model.js'
import type { AnalyzedQuestion } from '../passage-qa/question/question.js'
import { type Retrieved, retrieve } from '../passage-qa/retrieve.js'
import {
  answerOdds,
  type Evidence,
  furtherOdds,
  rankSentences,
  spanOdds,
} from '../passage-qa/sentences/rank.js'
import { kindOf } from '../passage-qa/sentences/sentence-features.js'
import { differentCounts, newestCount } from './tolls.js'

const MOST_FINDINGS = 5
/** How near, in the tree of a sentence, somebody must stand to what they are named for. */
const LEAST_THEIRS = 0.75
const DIRECT = 0.9
/** By how much surer a name must be than any other answer. */
const SURER = 0.4
/** "Wrote the RULING" where it is asked who wrote the ruling, and "wrote a LETTER" there. Set by hand. */
const SAME_FRAME = 0.2
const ELSEWHERE = 0.7
/** What each doubling of the reports that give one answer adds to its score. */
const SUPPORT = 0.5

/**
 * The sentences that answer a question, the answer itself marked; no finding where the articles are silent.
 * @param mayAnswer what more is known of the answer than the question's words tell
 * @param found what was retrieved for the question already
 */
export async function ask(
  question: string,
  archive: Archive,
  scope: Scope,
  mayAnswer: ((evidence: Evidence) => boolean) | null = null,
  found: Retrieved | null = null,
): Promise<Answer> {
  return told(weigh(found ?? (await retrieve(question, archive, scope)), mayAnswer), question)
}

/** What speaks for an answer. */
export interface Weighed extends Retrieved {
  /** All that may come close, best first. */
  readonly ranked: readonly Evidence[]
  /** What may answer, best first. */
  readonly evidence: readonly Evidence[]
  /** The log-odds that the first answers. */
  readonly odds: number
}

export function weigh(found: Retrieved, mayAnswer: ((evidence: Evidence) => boolean) | null = null): Weighed {
  const ranked = rankSentences(found.asked, found.result.hits)
  const evidence = mayAnswer ? ranked.filter(mayAnswer) : ranked
  return { ...found, ranked, evidence, odds: answerOdds(found.asked, evidence) }
}

/** @param enough log-odds that are enough, where the usual ones need not be reached */
export function told(
  { asked, result, ranked, evidence, odds }: Weighed,
  question: string,
  enough = Number.POSITIVE_INFINITY,
): Answer {
  const { consulted } = result
  if (odds < Math.min(leastOf(asked).answer, enough)) {
    return silence('ask', question, consulted, closest(ranked, asked), result.unknown)
  }
  return {
    command: 'ask',
    query: question,
    asOf: consulted.asOf,
    articles: consulted.articles,
    findings: findings(evidence, asked, odds),
    closest: [],
    note: null,
  }
}

/** The sentences that come nearest to an answer, of passages that have enough of what was asked. */
const closest = (evidence: readonly Evidence[], asked: AnalyzedQuestion): Finding[] =>
  evidence
    .filter(({ features }) => 1 - features.lost! >= LEAST_CLOSE)
    .slice(0, MOST_CLOSEST)
    .map((one) => ({
      text: one.hit.article.title,
      citations: [cite(one.hit.article, understandable(one), termsOf(asked))],
    }))

/** A sentence; one that refers back to another ("They said …") with the one before it in its paragraph. */
function understandable({ hit, sentence, features }: Evidence): Excerpt {
  const before = features.carried ? hit.sentences[hit.sentences.indexOf(sentence) - 1] : undefined
  if (before?.paragraph !== sentence.paragraph) return sentence
  const { passage } = hit
  const text = passage.text.slice(before.start - passage.start, sentence.end - passage.start)
  return { text, start: before.start, end: sentence.end, paragraph: sentence.paragraph }
}

const termsOf = (asked: AnalyzedQuestion) => [...asked.worth.keys(), ...Object.keys(asked.related)]

/**
 * How sure an answer and a further one must be. The bounds of careful questions are those of an encyclopaedia, of which
 * nobody asks whether something is so.
 */
const leastOf = (asked: AnalyzedQuestion) =>
  asked.careful && kindOf(asked) !== 'polar' ? passageQaModel().least.careful : passageQaModel().least

/** A sentence that answers, and the part of it that is the answer itself, where that is sure enough to be printed. */
interface Printed {
  readonly evidence: Evidence
  readonly text: string | null
}

/**
 * One finding for each answer, the same answer of several articles merged with all its citations.
 */
function findings(evidence: readonly Evidence[], asked: AnalyzedQuestion, odds: number): Finding[] {
  const [best] = evidence
  const newest = newestCount(asked, evidence)
  const least = leastOf(asked)
  const printable = evidence
    .filter((one) => one === best || one === newest || furtherOdds(asked, one, best!, odds) >= least.further)
    .map(
      (one): Printed => ({
        evidence: one,
        text: printed(one, kindOf(asked), spanOdds(asked, one, best!, odds)),
      }),
    )
  const isNewest = (group: readonly Printed[]) => group.some(({ evidence: one }) => one === newest)
  const [first, ...rest] = [...groupBy(printable, answerKey).values()]
    .map(onePerArticle)
    .map((group) => ({ group, score: group[0]!.evidence.score + SUPPORT * Math.log2(reportsIn(group)) }))
    .sort((a, b) => Number(isNewest(b.group)) - Number(isNewest(a.group)) || b.score - a.score)
    .slice(0, MOST_FINDINGS)
    .map(({ group }) => group)
  if (!first) return []
  const differs = first[0]!.text === null ? null : differentCounts(asked, first[0]!.evidence, evidence)
  return [
    { ...finding(first, asked), ...(differs && { differs }) },
    ...rest.map((group) => finding(group, asked)),
  ]
}

function printed({ span, sentence }: Evidence, kind: string, odds: number): string | null {
  // What begins with "because" says itself that it is a reason.
  const saysItself = kind === 'reason' ? span?.features.fit === 1 : span?.features.said === 1
  const isSure = saysItself || (kind !== 'polar' && odds >= passageQaModel().least.span)
  if (!span || !isSure) return null
  // A name is a claim about somebody: the predicate that is asked about must be theirs.
  // "Prosecutors say that Berg …": a word in between is too far for whom no verb names. "Berg and six suspects": of a
  // noun, it must be what they are.
  const near = span.features.theirs ?? 0
  const theirs = Math.max(span.features.fills ?? 0, near >= DIRECT ? near : 0)
  const isClaim = kind === 'who'
  if (isClaim && (theirs < LEAST_THEIRS || odds < passageQaModel().least.span + surer(span.features)))
    return null
  return sentence.text.slice(span.start - sentence.start, span.end - sentence.start)
}

/** By how much surer a name must be than any other answer: less where the verb is told of the very same thing. */
const surer = ({ fills = 0, frame = 0, other = 0 }: Readonly<Record<string, number>>) =>
  other > 0 ? ELSEWHERE : Math.min(fills, frame) >= LEAST_THEIRS ? SAME_FRAME : SURER

/** How many reports there are, reprints counted once. */
const reportsIn = (group: readonly Printed[]) =>
  new Set(group.map(({ evidence: { hit } }) => hit.article.report ?? hit.article.id)).size

function finding(group: readonly Printed[], asked: AnalyzedQuestion): Finding {
  const terms = termsOf(asked)
  const [{ evidence, text }] = group as readonly [Printed]
  return {
    text: text === null ? evidence.hit.article.title : withDoubt(text, evidence.span?.alleged ?? null),
    citations: group.map(({ evidence, text }) =>
      cite(
        evidence.hit.article,
        understandable(evidence),
        terms,
        evidence.span && text !== null ? [evidence.span] : [],
      ),
    ),
  }
}

/** A name with the article's own word where it only alleges what is asked: “Marn (“accused”)”. */
const withDoubt = (name: string, alleged: string | null) =>
  alleged === null ? name : `${name} (“${alleged.toLowerCase()}”)`

/** What makes two answers the same: one date however it is written, or the same words. */
function answerKey({ evidence: { hit, sentence, span }, text }: Printed): string {
  const date = span && hit.dates.find(({ start, end }) => start === span.start && end === span.end)
  if (date?.interval && text !== null) return `${date.interval.start}/${date.interval.end}`
  return text?.toLowerCase() ?? `${hit.article.id}:${sentence.start}`
}

function onePerArticle(group: readonly Printed[]): Printed[] {
  return [...groupBy(group, ({ evidence: { hit } }) => hit.article.id).values()].map(([best]) => best!)
}
