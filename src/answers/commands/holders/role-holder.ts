import type { NameMention } from '../../../annotate/annotations.js'
import type { Archive, Excerpt, PassageHit, Scope } from '../../../archive/contract/archive.js'
import { nameWords, sameName } from '../../../knowledge/index.js'
import { leaders } from '../../../language/en/names/leaders.js'
import { groupBy } from '../../../lib/group-by.js'
import type { Answer, Finding } from '../../model/answer.js'
import { cite } from '../../model/citation.js'
import { wordsOf } from '../../passage-qa/question/lexicon.js'
import { tokensOf } from '../../passage-qa/question/phrases.js'
import { type AnalyzedQuestion, best, queryTerms, understand } from '../../passage-qa/question/question.js'
import { type RoleQuestion, roleMatch, roleQuestion } from '../../passage-qa/question/role-question.js'
import type { Retrieved } from '../../passage-qa/retrieve.js'
import type { Evidence } from '../../passage-qa/sentences/rank.js'
import {
  BESIDE,
  beforeRole,
  cited,
  type Introduction,
  isCalledFormerly,
  newestFirst,
  reportOf,
  sentenceOf,
  surname,
} from './introduction.js'

/** How well each of a question's words must be matched by what somebody is called. */
const SAME = 0.8
const LIKE = 0.5
/** Of so many of the newest articles, what most of them say holds. */
const NEWEST = 5
const ASKS_WHO = /^\W*who(?:['’]?s|['’]?re)?\s/i

/** Whether a question may ask for somebody by their role. */
export const mayAskRole = (question: string): boolean => ASKS_WHO.test(question)

/** The most words before a name that say what somebody is. */
const CALLED = 5

/** Somebody where an article gives them the role that is asked for, and the sentence that does. */
interface InSentence extends Introduction {
  readonly sentence: Excerpt
}

/** Who is in the role that a question asks about; `may` tells of other evidence whether it could name them. */
export interface InRole {
  readonly answer: Answer | null
  readonly may: (evidence: Evidence) => boolean
}

/**
 * Who is what a question asks for, whom articles call so in whichever words: "the bank's boss", "who runs the bank?" of
 * "Ana Berg, the chief executive of Seaview Bank". Null where the question asks for no role.
 */
export async function whoIsInRole(
  question: string,
  { asked, result }: Retrieved,
  archive: Archive,
  scope: Scope,
): Promise<InRole | null> {
  const wanted = roleQuestion(asked)
  // "The boss before her": the one who is boss now is not meant.
  if (!wanted && leaders.asksBefore.test(asked.text))
    return { answer: null, may: ({ sentence: { text } }) => leaders.before.test(text) }
  if (!wanted) return null
  // Those who lead are seldom told of with a verb.
  const called = wanted.led === null ? [] : await calledLeaders(wanted.led, archive, scope)
  const holder = mostlyNamed(introductions(asked, wanted, [...result.hits, ...called]))
  return {
    answer: holder && {
      command: 'ask',
      query: question,
      asOf: result.consulted.asOf,
      articles: result.consulted.articles,
      findings: [finding(holder, asked)],
      closest: [],
      note: null,
    },
    may: (evidence) => mayBeInRole(asked, wanted, evidence),
  }
}

const PASSAGES_OF_LEADERS = 60

/** The passages that tell of whoever leads something, by what leaders are called. */
async function calledLeaders(led: string, archive: Archive, scope: Scope): Promise<readonly PassageHit[]> {
  const [usual, ...others] = leaders.usual.flatMap((word) => wordsOf(word).map(({ term }) => term))
  const synonyms = Object.fromEntries(others.map((term) => [term, 1]))
  const terms = [...queryTerms(understand(led)), { term: usual!, synonyms }]
  const { hits } = await archive.passages({ words: led, terms, limit: PASSAGES_OF_LEADERS }, scope)
  return hits
}

/** Whether a sentence may name whoever has the role without calling them so: "the bank is led by Ana Berg". */
function mayBeInRole(
  asked: AnalyzedQuestion,
  { role, of }: RoleQuestion,
  { sentence, span, features }: Evidence,
): boolean {
  if (!span) return false
  const holds = (text: string, some: readonly number[]) => {
    const held = best(asked.matcher.matches(asked.wordsOf(text)), asked.parts.length)
    return some.every((i) => held[i]! >= SAME)
  }
  const names = of.filter((i) => asked.parts[i]!.name)
  if (!holds(sentence.text, names)) return false
  if (role.length === 0) {
    // Of a verb they must be the doer; a noun ("its head") need only hang together with the name.
    const belongs = ((features.verbal ?? 0) >= LIKE ? span.features.fills : span.features.link) ?? 0
    return (features.predicate ?? 0) >= LIKE && belongs >= SAME
  }
  const from = Math.max(0, span.start - sentence.start - BESIDE)
  return holds(sentence.text.slice(from, span.end - sentence.start + BESIDE), role)
}

function introductions(
  asked: AnalyzedQuestion,
  wanted: RoleQuestion,
  hits: readonly PassageHit[],
): InSentence[] {
  const told: InSentence[] = []
  const bare: InSentence[] = []
  /** Those whose role is of somebody or something else. */
  const elsewhere: string[] = []
  /** Those of whom it is told that they lead no longer. */
  const left: string[] = []
  for (const hit of hits) {
    for (const name of hit.names) {
      if (name.kind !== 'person' || name.role === null) continue
      const sentence = sentenceOf(hit, name)
      if (!sentence) continue
      if (isLeaving(name, sentence)) left.push(surname(name.name))
      const one = { hit, name, sentence }
      const match = roleMatch(asked, wanted, name.role)
      const beside = calledBefore(name, sentence)
      const called = wanted.role.length > 0 && beside !== null ? roleMatch(asked, wanted, beside) : match
      if (called.role >= SAME && called.of >= SAME) told.push(one)
      else if (match.role < SAME) continue
      else if (match.of < SAME && !match.bare) elsewhere.push(surname(name.name))
      else if (isBeside(name, sentence)) (match.of >= SAME ? told : bare).push(one)
    }
  }
  const among = (surnames: readonly string[], one: InSentence) =>
    surnames.some((other) => sameName(other, surname(one.name.name)))
  const isElsewhere = (one: InSentence) => among(elsewhere, one)
  const all = [...told, ...bare.filter((one) => !isElsewhere(one) && isOfThat(asked, wanted, one))]
  if (wanted.former) return all
  const isRun = wanted.led !== null && all.some(({ name }) => leaders.runs.test(name.role!))
  return all.filter((one) => !among(left, one) && !(isRun && leaders.presides.test(one.name.role!)))
}

/** Whether the first that the sentence, or else the one before it or the title, names is what the role is of. */
function isOfThat(asked: AnalyzedQuestion, { of }: RoleQuestion, { hit, sentence }: InSentence): boolean {
  if (of.length === 0) return true
  const at = hit.sentences.indexOf(sentence)
  const own = namedFirst(hit, sentence)
  const before = hit.sentences[at - 1]
  const told = own ?? (before && namedFirst(hit, before)) ?? hit.article.title
  const held = best(asked.matcher.matches(asked.wordsOf(told)), asked.parts.length)
  return of.every((i) => held[i]! >= SAME)
}

function namedFirst({ names }: PassageHit, { start: from, end: to, text }: Excerpt): string | null {
  const first = names.find(({ kind, start, end }) => kind !== 'person' && from <= start && end <= to)
  return first ? text.slice(first.start - from, first.end - from) : null
}

/** The words right before a name that end as its role does: "Mr Bask's LAWYER Petter Quill" of a defence lawyer. */
function calledBefore({ role, start }: NameMention, sentence: Excerpt): string | null {
  const end = start - sentence.start
  // "Prosecutors SAY Dr Berg …", "prosecutors AND Judge Berg": what stands before that is somebody else.
  const other = tokensOf(sentence.text).findLast(({ end: to, tag }) => to <= end && !OF_PHRASE.has(tag))
  const text = sentence.text.slice(Math.max(other?.end ?? 0, end - BESIDE, 0), end)
  const words = text
    .split(/[,;:“”"()]/)
    .at(-1)!
    .trim()
    .split(/\s+/)
    .slice(-CALLED)
  const last = role!.trim().split(/\s+/).at(-1)!.toLowerCase()
  return words.at(-1)?.toLowerCase() === last ? words.join(' ') : null
}

const OF_PHRASE = new Set<string>(['N', 'S', 'P', 'J', 'E', 'G', '#', "'", 'O', 'T'])

/** "Chief executive Ana Berg STANDING DOWN": no longer, or not for long. */
const isLeaving = ({ end }: NameMention, { start, text }: Excerpt) =>
  leaders.leaving.test(text.slice(end - start, end - start + BESIDE))

/** Whether the role stands beside the name: elsewhere the name alone would prove nothing. */
const isBeside = (name: NameMention, sentence: Excerpt): boolean =>
  beforeRole(name, sentence) !== null && !isCalledFormerly(name, sentence)

/** Whom most of the newest articles name; null where nobody is named. */
function mostlyNamed(told: readonly InSentence[]): readonly InSentence[] | null {
  const sorted = [...told].sort(newestFirst)
  const surnames = [...new Set(told.map(surnameOf))]
  const key = (one: InSentence) => surnames.find((other) => sameName(other, surname(one.name.name)))!
  const people = groupBy(sorted, key)
  const newest = new Set([...groupBy(sorted, reportOf).keys()].slice(0, NEWEST))
  const times = (some: readonly InSentence[]) =>
    new Set(some.map(reportOf).filter((article) => newest.has(article))).size
  // The sort is stable: of two that are named alike often, the one named last comes first.
  const [most] = [...people.values()].sort((a, b) => times(b) - times(a))
  return most ?? null
}

const surnameOf = ({ name }: Introduction) => surname(name.name)

function finding(told: readonly InSentence[], asked: AnalyzedQuestion): Finding {
  const terms = [...asked.worth.keys(), ...Object.keys(asked.related)]
  const names = told.map(({ name }) => name.name)
  const words = (name: string) => nameWords(name).length
  const most = Math.max(...names.map(words))
  return {
    text: names.find((name) => words(name) === most)!,
    citations: cited(told).map((first) => cite(first.hit.article, first.sentence, terms, [first.name])),
  }
}
