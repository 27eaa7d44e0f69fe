import type { DateMention } from '../../annotate/annotations.js'
import type {
  Archive,
  ArticleRef,
  Excerpt,
  PassageHit,
  PassageResult,
  QueryTerm,
  Scope,
} from '../../archive/contract/archive.js'
import { groupBy } from '../../lib/group-by.js'
import { children, predicateOf, type SentenceSyntax, TAG } from '../../text/syntax/index.js'
import type { Tense } from '../commands/when-question.js'
import type { FindingDate } from '../model/answer.js'
import type { AskedEvent, Concept } from './asked-event.js'
import { isKnown, sizeOf, withInitials, withSpellings } from './asked-names.js'
import { datingsOf, dayOfArticle } from './dating.js'
import { type EventMatch, eventMatches, type Standing, type Surroundings } from './event-match.js'
import { wordsOf } from './event-words.js'
import { SentenceWords } from './sentence-words.js'
import { articleWords, type Known, namesAmong, surroundingsIn } from './surroundings.js'

const PASSAGES_READ = 60
/** Sentences whose syntax is looked at. */
const MOST_SENTENCES = 40
/** A lead is so many paragraphs long; the headline is paragraph 0. */
const LEAD = 2

/** What one sentence tells of the event's day. */
export interface EventDay {
  readonly article: ArticleRef
  readonly sentence: Excerpt
  /** The words of the date; null where it is the article's own day. */
  readonly mention: DateMention | null
  readonly date: FindingDate
  readonly standing: Standing
  readonly score: number
}

export interface EventDays {
  /** Best first. */
  readonly days: readonly EventDay[]
  /** The passages that were read, best first. */
  readonly result: PassageResult
}

/** Where passages tell of an event, and on what day each says that it was. */
export async function eventDays(
  asked: AskedEvent,
  words: string,
  tense: Tense | null,
  archive: Archive,
  scope: Scope,
): Promise<EventDays> {
  const first = await passagesOf(asked, words, archive, scope)
  const named = withSpellings(withInitials(asked, first), first)
  const isNew = sizeOf(named) > sizeOf(asked)
  const result = isNew ? await passagesOf(named, words, archive, scope) : first
  return { days: isKnown(named, result) ? daysAmong(named, tense, result) : [], result }
}

function passagesOf(
  asked: AskedEvent,
  words: string,
  archive: Archive,
  scope: Scope,
): Promise<PassageResult> {
  const concepts = [asked.predicate, ...asked.subject, ...asked.others]
  return archive.passages({ words, terms: concepts.map(termOf), limit: PASSAGES_READ }, scope)
}

function daysAmong(asked: AskedEvent, tense: Tense | null, result: PassageResult): EventDay[] {
  const known: Known = {
    weightOf: weighing(result),
    isPerson: namesAmong(result.hits, ({ kind }) => kind === 'person'),
    isName: namesAmong(result.hits, () => true),
    ofArticle: articleWords(result.hits),
  }
  const candidates = result.hits.flatMap((hit) => {
    const around = surroundingsIn(asked, hit, known)
    return hit.sentences.flatMap((sentence, at) => {
      const read = new SentenceWords(sentence.text)
      const beside = around(sentence)
      const strength = read.strengthOf(asked.predicate)
      if (strength === 0 || !holdsNames(asked, read, beside)) return []
      return [{ hit, sentence, at, read, around: beside, likely: strength * likelihood(asked, read, beside) }]
    })
  })
  const headlines = [...groupBy(result.hits, ({ article }) => article.id).values()].flatMap((hits) =>
    headlineDay(asked, tense, hits, surroundingsIn(asked, hits[0]!, known)(hits[0]!.passage)),
  )
  return candidates
    .sort((a, b) => b.likely - a.likely)
    .slice(0, MOST_SENTENCES)
    .flatMap(({ hit, sentence, at, read, around }) => daysIn(asked, tense, hit, sentence, at, read, around))
    .concat(headlines)
    .sort((a, b) => b.score - a.score)
}

const SYNONYM = 0.7

/** What passages are found by: a phrase by its first word that says something. */
function termOf({ wordings }: Concept): QueryTerm {
  const [own, ...others] = wordings.map(({ terms, strength }) => ({
    term: terms.find((term) => !wordsOf(term)[0]?.stop) ?? terms[0]!,
    strength,
    single: terms.length === 1,
  }))
  const synonyms = Object.fromEntries(
    others
      .filter(({ term, single }) => single && term !== own!.term)
      .map(({ term, strength }) => [term, SYNONYM * strength]),
  )
  return { term: own!.term, synonyms }
}

/** What each thing is worth: by how few passages hold it. */
function weighing({ weights }: PassageResult): (concept: Concept) => number {
  return ({ wordings }) => Math.max(0.5, ...wordings[0]!.terms.map((term) => weights[term] ?? 0))
}

/** Whether whose event it is, is named in the sentence or around it. */
function holdsNames({ subject }: AskedEvent, read: SentenceWords, { nearby }: Surroundings): boolean {
  return subject.every((concept) => read.has(concept) || nearby(concept) > 0)
}

/** How much of what is named stands in the sentence or near it: which sentences are worth parsing. */
function likelihood({ subject, others }: AskedEvent, read: SentenceWords, around: Surroundings): number {
  const all = [...subject, ...others]
  const total = all.reduce((sum, concept) => sum + around.weightOf(concept), 0)
  const sum = all.reduce(
    (sum, concept) =>
      sum + around.weightOf(concept) * Math.max(read.strengthOf(concept), around.nearby(concept)),
    0,
  )
  return total > 0 ? sum / total : 1
}

/** What the way counts in which the sentence has the event, by what the question looks for. */
const STANDING: Readonly<Record<'past' | 'future' | 'any', Readonly<Record<Standing, number>>>> = {
  past: { fact: 1, planned: 0.55, possible: 0.15, denied: 0 },
  future: { fact: 0.75, planned: 1, possible: 0.45, denied: 0 },
  any: { fact: 1, planned: 0.8, possible: 0.3, denied: 0 },
}
const WHOSE: Readonly<Record<EventMatch['whose'], number>> = {
  asked: 1,
  referred: 0.9,
  unknown: 0.75,
  other: 0.2,
}
/** What the day of the article counts for what its lead tells, or the rest of it, and a date of the sentence before. */
const OWN_DAY = { lead: 0.62, body: 0.3 } as const
const DATED_BEFORE = 0.6
/** What a day counts that is later than its article, of what is told as over. */
const AHEAD = 0.3
/** How sharply what is missing counts. */
const SHARPNESS = 1.5

function daysIn(
  asked: AskedEvent,
  tense: Tense | null,
  hit: PassageHit,
  sentence: Excerpt,
  at: number,
  read: SentenceWords,
  around: Surroundings,
): EventDay[] {
  const { article } = hit
  return eventMatches(asked, read, around).flatMap(({ predicate, strength, standing, share, whose }) => {
    const worth = strength * share ** SHARPNESS * STANDING[tense ?? 'any'][standing] * WHOSE[whose]
    if (worth === 0) return []
    const day = (mention: DateMention | null, date: FindingDate, belongs: number): EventDay => ({
      article,
      sentence,
      mention,
      date,
      standing,
      score: worth * belongs,
    })
    const datings = datingsOf(sentence, hit.dates, read, predicate)
    const over = standing === 'fact' && read.syntax.tag[predicate] === TAG.VBD
    const found = datings.map(({ date, belongs }) => {
      // What is told as over was not later than it is told.
      const ahead = over && article.published !== null && date.interval!.start > article.published
      return day(date, date.interval!, ahead ? belongs * AHEAD : belongs)
    })
    const sure = datings.some(({ belongs }) => belongs >= 0.5)
    const verb = verbOf(read.syntax, predicate)
    if (sure || standing !== 'fact' || !isNews(read.syntax, verb)) return found
    const before = hit.sentences[at - 1]
    const earlier =
      before && hit.dates.filter(({ start, end }) => start >= before.start && end <= before.end).at(-1)
    if (before && earlier?.interval && isTold(read.syntax, verb))
      found.push({
        ...day(earlier, earlier.interval, DATED_BEFORE),
        sentence: joined(before, sentence, hit.passage),
      })
    const { published } = article
    if (published && !earlier?.interval && datings.length === 0 && verb === predicate) {
      const inLead = sentence.paragraph <= LEAD
      found.push(day(null, dayOfArticle(published), inLead ? OWN_DAY.lead : OWN_DAY.body))
    }
    return found
  })
}

/** What a headline tells, on the day of its article: shown by the first of the sentences that were read. */
function headlineDay(
  asked: AskedEvent,
  tense: Tense | null,
  hits: readonly PassageHit[],
  around: Surroundings,
): EventDay[] {
  const { article } = hits[0]!
  const first = [...hits].sort((a, b) => a.passage.start - b.passage.start)[0]!
  const sentence = first.sentences[0]
  if (!article.published || !sentence || first.passage.paragraph > LEAD) return []
  const read = new SentenceWords(article.title)
  if (!read.has(asked.predicate)) return []
  return eventMatches(asked, read, around).flatMap(({ predicate, strength, standing, share, whose }) => {
    const { syntax } = read
    const finite = isPresent(syntax, predicate) || isNews(syntax, predicate)
    if (standing !== 'fact' || whose !== 'asked' || !finite) return []
    const worth = strength * share ** SHARPNESS * STANDING[tense ?? 'any'].fact
    return [
      {
        article,
        sentence,
        mention: null,
        date: dayOfArticle(article.published!),
        standing,
        score: worth * OWN_DAY.lead,
      },
    ]
  })
}

/** "Meets", "meet": as headlines tell what has just come about. */
function isPresent(syntax: SentenceSyntax, predicate: number): boolean {
  const tag = syntax.tag[predicate]
  if (tag === TAG.VBZ || tag === TAG.VBP) return true
  const helped = children(syntax, predicate).some((i) => syntax.tag[i] === TAG.TO || syntax.tag[i] === TAG.MD)
  return tag === TAG.VB && !helped
}

/** Two sentences of a passage, with what stands between them. */
function joined(first: Excerpt, last: Excerpt, passage: Excerpt): Excerpt {
  const { start } = first
  const { end, paragraph } = last
  return { start, end, paragraph, text: passage.text.slice(start - passage.start, end - passage.start) }
}

/** The verb of the clause in which a noun tells of something ("they HAD a meal"); a verb itself. */
function verbOf(syntax: SentenceSyntax, predicate: number): number {
  const clause = predicateOf(syntax, predicate)
  return clause < 0 ? predicate : clause
}

/** Whether a verb goes on with a story: "died", "was charged", and not "has died". */
function isTold(syntax: SentenceSyntax, predicate: number): boolean {
  if (syntax.tag[predicate] === TAG.VBD) return true
  return children(syntax, predicate).some((i) => /^(?:was|were)$/i.test(syntax.words[i]!))
}

/** Whether a verb tells what has come about: "died", "has been charged"; no state ("is charged"), no noun. */
function isNews(syntax: SentenceSyntax, predicate: number): boolean {
  if (syntax.tag[predicate] === TAG.VBD) return true
  if (syntax.tag[predicate] !== TAG.VBN) return false
  return children(syntax, predicate).some((i) => /^(?:was|were|has|have|had)$/i.test(syntax.words[i]!))
}
