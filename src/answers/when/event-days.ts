import type { DateMention } from '../../annotate/annotations.js'
import type { Archive, ArticleRef, Excerpt, PassageHit, PassageResult, QueryTerm, Scope } from '../../archive/archive.js'
import { synonymClasses } from '../../language/en/synonyms/index.js'
import type { FindingDate } from '../answer.js'
import { outletOf } from '../differing.js'
import { groupBy } from '../group.js'
import type { Tense } from '../when-question.js'
import type { AskedEvent, Concept } from './asked-event.js'
import { datingsOf, dayOfArticle } from './dating.js'
import { type EventMatch, eventMatches, type Standing, type Surroundings } from './event-match.js'
import { wordsOf } from './event-words.js'
import { SentenceWords } from './sentence-words.js'

const PASSAGES_READ = 60
/** Sentences whose syntax is looked at. */
const MOST_SENTENCES = 60
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
  readonly debug?: unknown
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
  const concepts = [asked.predicate, ...asked.subject, ...asked.others]
  const result = await archive.passages({ words, terms: concepts.map(termOf), limit: PASSAGES_READ }, scope)
  const weightOf = weighing(result)
  const isPerson = persons(result.hits)
  const ofArticle = articleWords(result.hits)
  const candidates = result.hits.flatMap((hit) => {
    return hit.sentences.flatMap((sentence, at) => {
      const read = new SentenceWords(sentence.text)
      const around = surroundings(hit, sentence, { weightOf, isPerson, ofArticle })
      const strength = read.strengthOf(asked.predicate)
      if (strength === 0 || !holdsNames(asked, read, around)) return []
      return [{ hit, sentence, at, read, around, likely: strength * likelihood(asked, read, around) }]
    })
  })
  const days = candidates
    .sort((a, b) => b.likely - a.likely)
    .slice(0, MOST_SENTENCES)
    .flatMap(({ hit, sentence, at, read, around }) => daysIn(asked, tense, hit, sentence, at, read, around))
    .sort((a, b) => b.score - a.score)
  return { days, result }
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

function persons(hits: readonly PassageHit[]): (concept: Concept) => boolean {
  const known = new Set(
    hits.flatMap(({ names }) =>
      names.filter(({ kind }) => kind === 'person').flatMap(({ name }) => wordsOf(name).map(({ term }) => term)),
    ),
  )
  return ({ wordings }) => wordings[0]!.terms.some((term) => known.has(term))
}

const ROLES = new Set(
  synonymClasses.filter(({ domain }) => domain === 'role').flatMap(({ same, near }) => [...same, ...near]),
)

/** What a thing counts that stands in another sentence of the passage, or in the headline. */
const IN_PASSAGE = 0.5
const IN_TITLE = 0.45
const IN_ARTICLE = 0.35

/** What was read of each article. */
function articleWords(hits: readonly PassageHit[]): (article: ArticleRef) => SentenceWords {
  const texts = groupBy(hits, ({ article }) => article.id)
  const known = new Map<string, SentenceWords>()
  return ({ id }) => {
    const words = known.get(id) ?? new SentenceWords(texts.get(id)!.map(({ passage }) => passage.text).join('\n'))
    known.set(id, words)
    return words
  }
}

function surroundings(
  { article, passage, names }: PassageHit,
  sentence: Excerpt,
  {
    weightOf,
    isPerson,
    ofArticle,
  }: Pick<Surroundings, 'weightOf' | 'isPerson'> & { readonly ofArticle: (article: ArticleRef) => SentenceWords },
): Surroundings {
  const near = new SentenceWords(passage.text)
  const title = new SentenceWords(article.title)
  const before = names.filter(({ kind, start }) => kind === 'person' && start < sentence.start).at(-1)
  return {
    weightOf,
    isPerson,
    nearby: (concept) =>
      Math.max(
        IN_PASSAGE * near.strengthOf(concept),
        IN_TITLE * title.strengthOf(concept),
        IN_ARTICLE * ofArticle(article).strengthOf(concept),
      ),
    spokenOf: (concept) => isPerson(concept) && (before ? new SentenceWords(before.name) : title).has(concept),
    isRole: (lower) => ROLES.has(lower),
  }
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
    (sum, concept) => sum + around.weightOf(concept) * Math.max(read.strengthOf(concept), around.nearby(concept)),
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
const WHOSE: Readonly<Record<EventMatch['whose'], number>> = { asked: 1, referred: 0.9, unknown: 0.75, other: 0.2 }
/** What the day of the article counts for what its lead tells, or the rest of it, and a date of the sentence before. */
const OWN_DAY = { lead: 0.62, body: 0.3 } as const
const DATED_BEFORE = 0.6
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
      debug: { strength, share: +share.toFixed(2), whose, belongs },
    })
    const datings = datingsOf(sentence, hit.dates, read.syntax, predicate)
    const found = datings.map(({ date, belongs }) => day(date, date.interval!, belongs))
    const sure = datings.some(({ belongs }) => belongs >= 0.5)
    if (sure || standing !== 'fact') return found
    const before = hit.sentences[at - 1]
    const earlier =
      before && hit.dates.filter(({ start, end }) => start >= before.start && end <= before.end).at(-1)
    if (earlier?.interval) found.push(day(earlier, earlier.interval, DATED_BEFORE))
    const { published } = article
    if (published && !earlier?.interval && datings.length === 0) {
      const inLead = sentence.paragraph <= LEAD
      found.push(day(null, dayOfArticle(published), inLead ? OWN_DAY.lead : OWN_DAY.body))
    }
    return found
  })
}

/** Days that sources agree on. */
export interface AgreedDay {
  readonly date: FindingDate
  readonly score: number
  /** Best first. */
  readonly told: readonly EventDay[]
}

/** What each further source adds, up to a few. */
const SOURCE = 0.08
const MOST_SOURCES = 4
/** How well a date answers that names no day. */
const PRECISION: Readonly<Record<string, number>> = { day: 1, instant: 1, week: 0.9, month: 0.85, year: 0.8 }
/** What an article's own day counts beside a day that is named, and beside the day of an earlier article. */
const BESIDE_NAMED = 0.6
const BESIDE_EARLIER = 0.8
/** A telling that is worth this much less than the best of its day adds nothing. */
const LEAST_OF_BEST = 0.6

/** The days that the event is said to have been on, those that most say best first. */
export function agreed(days: readonly EventDay[], least: number): AgreedDay[] {
  const named = days.some(({ mention, score }) => mention !== null && score >= least)
  const first = days
    .filter(({ mention, score }) => mention === null && score >= least)
    .reduce((earliest, { date }) => (date.start < earliest ? date.start : earliest), '9')
  const weighed = days.map((day) => {
    if (day.mention !== null) return day
    const factor = (named ? BESIDE_NAMED : 1) * (day.date.start > first ? BESIDE_EARLIER : 1)
    return { ...day, score: day.score * factor }
  })
  const groups = groupBy(weighed, ({ date }) => `${date.start}/${date.end}`)
  const found = [...groups.values()].map(agreedDay)
  return found.map((one) => raised(one, found)).sort((a, b) => b.score - a.score)
}

function agreedDay(days: readonly EventDay[]): AgreedDay {
  const told = [...days].sort((a, b) => b.score - a.score)
  const [best] = told
  const good = told.filter(({ score }) => score >= best!.score * LEAST_OF_BEST)
  const sources = new Set(good.map(({ article }) => article.report ?? outletOf(article))).size
  const explicit = good.find(({ mention }) => mention !== null)
  return {
    date: (explicit ?? best!).date,
    score: best!.score * (PRECISION[best!.date.grain] ?? 0.7) + SOURCE * Math.min(MOST_SOURCES, sources - 1),
    told,
  }
}

/** A day is worth as much as the month or the year that it lies in, where it is worth half of that by itself. */
function raised(one: AgreedDay, all: readonly AgreedDay[]): AgreedDay {
  const around = all.filter(
    ({ date, score }) => isPart(one.date, date) && score > one.score && one.score >= score / 2,
  )
  const score = around.reduce((most, other) => Math.max(most, other.score), one.score)
  return score > one.score ? { ...one, score: score + SOURCE } : one
}

/** Whether days lie within others, and are fewer. */
export const isPart = (a: FindingDate, b: FindingDate): boolean =>
  b.start <= a.start && a.end <= b.end && (a.start !== b.start || a.end !== b.end)
