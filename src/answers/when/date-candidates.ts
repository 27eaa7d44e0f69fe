import type { DateMention } from '../../annotate/annotations.js'
import type { ArticleRef, Excerpt, PassageHit } from '../../archive/contract/archive.js'
import { whenQuestions as english } from '../../language/en/dates/events.js'
import { groupBy } from '../../lib/group-by.js'
import {
  children,
  isPredicate,
  isVerb,
  predicateOf,
  type SentenceSyntax,
  TAG,
} from '../../text/syntax/index.js'
import type { Tense } from '../commands/when-question.js'
import type { FindingDate } from '../model/answer.js'
import { isEvent } from '../passage-qa/question/lexicon.js'
import { type AnalyzedQuestion, best } from '../passage-qa/question/question.js'
import { type ParsedSentence, parseSentence, treeNearness } from '../passage-qa/sentences/roles.js'
import {
  type Candidate,
  candidatesOf,
  formFeatures,
  glance,
  orderFeatures,
} from '../passage-qa/sentences/sentence-features.js'
import { type ArgumentMatch, argumentMatch } from './arguments.js'
import { type DateLink, datesLinkedTo, dayOfArticle, type LinkedDate } from './date-link.js'
import type { EventParts } from './event-parts.js'
import { type EventStatus, statusOf } from './event-status.js'
import { resolvedMatches } from './resolved-names.js'

/** How many sentences are parsed: that costs far more than a glance. */
const MOST_SENTENCES = 40
/** A lead is so many paragraphs long; the headline is paragraph 0. */
const LEAD = 2

/** A day that a sentence may give for the event that is asked about, with what speaks for it and against it. */
export interface DateCandidate {
  readonly article: ArticleRef
  readonly sentence: Excerpt
  /** The words of the date; null where it is the article's own day. */
  readonly mention: DateMention | null
  readonly date: FindingDate
  readonly status: EventStatus
  /** Whether it stands behind "since" or "until", as the question asks. */
  readonly isBound: boolean
  /** Each about 0 to 1. */
  readonly features: Record<string, number>
}

/** What is looked for: the question's parts, and which of them is the predicate and whose event it is. */
export interface AskedDay {
  readonly question: AnalyzedQuestion
  readonly event: EventParts
  readonly tense: Tense | null
  readonly bound: 'since' | 'until' | null
  /** "When did they march IN 1989": only days of that year are asked for. */
  readonly year: string | null
  /** "When WILL it be": what is over long ago is not asked for. */
  readonly willBe: boolean
}

/** All pairs of an event and a day that the passages give, in no order. */
export function dateCandidates(asked: AskedDay, hits: readonly PassageHit[]): DateCandidate[] {
  const { question } = asked
  const all = candidatesOf(question, hits, (hit, sentence, words) =>
    resolvedMatches(question, hit, sentence, words),
  )
  const near = nearbyParts(question, all)
  const sentences = all
    .map((candidate) => ({ candidate, score: glance(candidate.features) + promise(candidate, asked) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_SENTENCES)
  const found = sentences.flatMap(({ candidate }) => datesOf(asked, candidate, near(candidate)))
  addSupport(found)
  return found
}

const PREDICATE = 1
const DATED = 0.3

/** What a sentence promises beside its words: that it tells what happened, and when. */
function promise({ hit, sentence, matches }: Candidate, { event }: AskedDay): number {
  const told = matches.reduce(
    (most, { part, value }) => (part === event.predicate ? Math.max(most, value) : most),
    0,
  )
  const dated = hit.dates.some(
    (date) => date.interval && date.start >= sentence.start && date.end <= sentence.end,
  )
  return PREDICATE * told + DATED * Number(dated)
}

/** Which features of a sentence count for its days, too. */
const OF_SENTENCE = [
  'exact',
  'synonym',
  'soft',
  'full',
  'before',
  'head',
  'wide',
  'lost',
  'worst',
  'held',
  'nameOwn',
  'nameNear',
  'nameWide',
  'nameLost',
  'articleMiss',
  'articleWorst',
  'bm25',
  'rank',
  'together',
  'order',
  'span',
  'furniture',
  'quoted',
  'long',
  'denied',
] as const

/** How well each part of the question is named around a sentence, 0 to 1. */
function nearbyParts(
  { matcher, parts, wordsOf }: AnalyzedQuestion,
  candidates: readonly Candidate[],
): (candidate: Candidate) => Float64Array {
  const collected = <K>(keyOf: (candidate: Candidate) => K) => {
    const held = new Map<K, Float64Array>()
    for (const candidate of candidates) {
      const key = keyOf(candidate)
      const values = held.get(key) ?? new Float64Array(parts.length)
      for (const { part, value } of candidate.matches) if (value > values[part]!) values[part] = value
      held.set(key, values)
    }
    return held
  }
  const passages = collected(({ hit }) => hit)
  const articles = collected(({ hit }) => hit.article.id)
  const titles = new Map<string, Float64Array>()
  return ({ hit }) => {
    const { id, title } = hit.article
    const headline = titles.get(id) ?? best(matcher.matches(wordsOf(title)), parts.length)
    titles.set(id, headline)
    const [passage, article] = [passages.get(hit)!, articles.get(id)!]
    return passage.map((value, i) =>
      Math.max(IN_PASSAGE * value, IN_TITLE * headline[i]!, IN_ARTICLE * article[i]!),
    )
  }
}

const IN_PASSAGE = 0.5
const IN_TITLE = 0.45
const IN_ARTICLE = 0.35

function datesOf(asked: AskedDay, candidate: Candidate, nearby: Float64Array): DateCandidate[] {
  const { hit, sentence, at, words, matches } = candidate
  const { article } = hit
  const parsed = parseSentence(sentence.text, words, matches, asked.question.parts.length)
  const read: Record<string, number> = {
    ...candidate.features,
    ...orderFeatures(asked.question, candidate),
    ...formFeatures(candidate),
  }
  const general = Object.fromEntries(OF_SENTENCE.map((name) => [name, read[name] ?? 0]))
  general.furniture = Math.max(general.furniture!, Number(english.furniture.test(sentence.text)))
  const anchors = anchorsOf(asked, parsed, nearby)
  const names = nameFeatures(asked, candidate)
  const found = new Map<string, DateCandidate & { readonly worth: number }>()
  const add = (
    anchor: Anchor,
    link: string,
    mention: DateMention | null,
    date: FindingDate,
    more: Record<string, number> = {},
    excerpt: Excerpt = sentence,
  ) => {
    if (isOutOfTime(asked, date, article.published)) return
    const { status } = anchor
    const isAskedOf = anchor.parts.asked && !names.namesake
    const key = `${date.start}/${date.end}/${mention?.start ?? ''}`
    const belongs = LINKS[link as keyof typeof LINKS]
    const worth = belongs * (0.3 + anchor.value) * (isAskedOf ? 1.2 : 1)
    if (worth <= (found.get(key)?.worth ?? 0)) return
    const ahead = article.published !== null && date.start > article.published
    const isSpokenOf =
      (anchor.features.pronoun === 1 || anchor.features.definite === 1) &&
      (isBefore(parsed.syntax, anchor.word, english.things)
        ? isTopicBefore(asked, candidate)
        : spokenOf(asked, candidate, parsed.syntax.starts[anchor.word]!))
    const referred = Number(anchor.features.pronoun === 1 && isSpokenOf)
    const described = Number(anchor.features.definite === 1 && isSpokenOf)
    const over = anchor.status === 'fact' && parsed.syntax.tag[anchor.word] === TAG.VBD
    const whose =
      names.namesake || anchor.features.otherObject
        ? 0.2
        : isAskedOf || anchor.features.noSubject
          ? 1
          : referred
            ? 0.9
            : described
              ? 0.6
              : anchor.features.other
                ? 0.2
                : 0.75
    const fits =
      anchor.parts.share ** 1.5 * whose * STATUS[asked.tense ?? 'any'][status] * (over && ahead ? 0.3 : 1)
    found.set(key, {
      article,
      sentence: excerpt,
      mention,
      date,
      status,
      isBound: more.asBound === 1,
      worth,
      features: {
        ...general,
        ...names,
        ...anchor.features,
        asked: Number(isAskedOf),
        unreal:
          anchor.value * Number(asked.tense !== 'future' && (status === 'possible' || status === 'denied')),
        referred,
        described,
        fits,
        telling:
          fits * belongs * anchor.value * (anchor.features.nounFor ? 0.6 : anchor.features.noun ? 0.9 : 1),
        fitsDate: fits * belongs,
        [`link.${link}`]: 1,
        told: belongs * anchor.value,
        ...tenseFeatures(asked.tense, status, ahead, parsed.syntax, anchor.word),
        ...dateFeatures(date),
        ownDay: Number(mention === null),
        ...more,
      },
    })
  }
  for (const anchor of anchors) {
    const links = datesLinkedTo(sentence, hit.dates, parsed.syntax, anchor.word)
    const ofOthers = datesOfOthers(asked, parsed, links, anchor.word)
    for (const linked of links) {
      const { date, link, distance, head, depth, before } = linked
      const isBound = asked.bound !== null && english.bounds[asked.bound].has(before)
      const bound = linked.bound && !isBound
      const since = isBound ? null : linked.since
      if (since === 'superlative' || ofOthers.has(linked) || isAsked(asked, date.interval!)) continue
      add(anchor, asked.event.said && link === 'report' ? 'own' : link, date, date.interval!, {
        nearby: 1 / (1 + distance / 4),
        direct: Number(link === 'own' && depth === 0),
        depth: Math.min(3, depth) / 3,
        bound: Number(bound),
        since: Number(since !== null),
        ...(isBound ? { asBound: 1 } : {}),
        chronicle: Number(isChronicle(sentence, date)),
        attached: attachment(asked.question, parsed, head, 0),
        close: attachment(asked.question, parsed, head, REACH),
      })
    }
    // "The largest fall SINCE 2008" is of another day than 2008.
    const sure = links.some(
      ({ link, bound }) => !bound && (link === 'own' || link === 'clause' || link === 'beside'),
    )
    if (sure) continue
    const verb = verbOf(parsed.syntax, anchor.word)
    const news = Number(isNews(parsed.syntax, verb))
    const before = hit.sentences[at - 1]
    const earlier =
      before && hit.dates.filter(({ start, end }) => start >= before.start && end <= before.end).at(-1)
    if (before && earlier?.interval)
      add(
        anchor,
        'earlier',
        earlier,
        earlier.interval,
        { news, heading: Number(isHeading(before)), past: Number(isTold(parsed.syntax, verb)) },
        joined(before, sentence, hit.passage),
      )
    if (article.published) {
      const link = sentence.paragraph <= LEAD ? 'lead' : 'body'
      add(anchor, link, null, dayOfArticle(article.published), {
        [`${link}.news`]: news,
        present: Number(isPresent(parsed.syntax, verb)),
        dated: Number(links.length > 0),
        first: Number(sentence.paragraph <= 1 && at === 0),
      })
    }
  }
  return [...found.values()]
}

/** What an article tells to have been so many days before it is no answer to when it will be. */
const LONG_AGO = 180
const DAY = 86_400_000

/** Whether a date lies in another year than the one that is asked about, or long before what WILL be. */
function isOutOfTime(
  { year, willBe }: AskedDay,
  { start, end }: FindingDate,
  published: string | null,
): boolean {
  if (year !== null && (end.slice(0, 4) < year || start.slice(0, 4) > year)) return true
  return willBe && published !== null && Date.parse(published) - Date.parse(end) > LONG_AGO * DAY
}

/** "North and South meet on Monday, East and West on TUESDAY": the dates of those who are not asked about. */
function datesOfOthers(
  { question, event }: AskedDay,
  { syntax, at }: ParsedSentence,
  links: readonly LinkedDate[],
  predicate: number,
): ReadonlySet<LinkedDate> {
  const none = new Set<LinkedDate>()
  if (links.length < 2) return none
  const heaviest = question.parts
    .map(({ share }, part) => ({ share, part }))
    .filter(({ part }) => part !== event.predicate && at[part]!.length > 0)
    .sort((a, b) => b.share - a.share)[0]
  if (!heaviest) return none
  const places = at[heaviest.part]!.filter(({ value }) => value >= 0.9).map(({ word }) => word)
  if (places.length !== 1) return none
  const own = links
    .filter(({ link }) => link === 'own' || link === 'clause' || link === 'beside')
    .sort((a, b) => a.head - b.head)
  const behind = own.findIndex(({ head }) => head > places[0]!)
  if (behind === 0) {
    const after = own.findIndex((one, i) => i > 0 && isOfNextGroup(syntax, own[i - 1]!.head, one.head))
    return after > 0 ? new Set(own.slice(after)) : none
  }
  if (behind <= 0 || own[0]!.head < predicate) return none
  const joins = (from: number, to: number) =>
    syntax.tag.some((tag, i) => from < i && i < to && tag === TAG.CC) ||
    syntax.words.some((word, i) => from < i && i < to && word === ',')
  const isRespective =
    joins(own[behind - 1]!.head, places[0]!) &&
    !syntax.tag.some((tag, i) => places[0]! < i && i < own[behind]!.head && tag === TAG.CC)
  return isRespective ? new Set(own.filter((one) => one !== own[behind])) : none
}

const OPENING_NOUN = new Set<number>(
  (['DT', 'CD', 'JJ', 'NN', 'NNS', 'NNP', 'NNPS', 'PRP$'] as const).map((tag) => TAG[tag]),
)

/** "On Monday, and THE STATES of the pact on Tuesday": whether others are named between two dates, with no verb of theirs. */
function isOfNextGroup({ tag }: SentenceSyntax, first: number, second: number): boolean {
  const and = tag.findIndex((one, i) => first < i && i < second && one === TAG.CC)
  if (and < 0 || !OPENING_NOUN.has(tag[and + 1]!)) return false
  const between = tag.slice(and + 1, second)
  return (
    between.includes(TAG.IN) && !between.some((one) => one === TAG.VBD || one === TAG.VBZ || one === TAG.VBP)
  )
}

/** "Running for 2024": a year that the question names is not what it asks for. */
const isAsked = ({ question }: AskedDay, { start, grain }: FindingDate) =>
  grain === 'year' && question.parts.some(({ word }) => word === start.slice(0, 4))

/** Whether the person who was named last before a place of the sentence is the one who is asked about. */
function spokenOf({ question, event }: AskedDay, { hit, sentence }: Candidate, offset: number): boolean {
  const at = sentence.start + offset
  const last = hit.names.findLast(({ kind, end }) => kind === 'person' && end <= at)
  const text = last?.name ?? hit.article.title
  return holds(question, event.subject, text)
}

/** So many characters open a sentence: its subject stands in them. */
const OPENING = 60

/** "Harbour Bank grew fast. IT WAS FOUNDED in 1901": whether the sentence before opens with what is asked about. */
function isTopicBefore({ question, event }: AskedDay, { hit, at }: Candidate): boolean {
  const before = hit.sentences[at - 1]
  return holds(question, event.subject, before ? before.text.slice(0, OPENING) : hit.article.title)
}

const isBefore = ({ words }: SentenceSyntax, place: number, among: ReadonlySet<string>) =>
  words.slice(0, place).some((word) => among.has(word.toLowerCase()))

const holds = ({ matcher, wordsOf }: AnalyzedQuestion, parts: readonly number[], text: string) =>
  matcher.matches(wordsOf(text)).some(({ part, value }) => value >= 0.9 && parts.includes(part))

/** Whether the sentence has the first name of whom the question names, or one of the same name ("Ann Hale" for "Joe Hale"). */
function nameFeatures({ question, event }: AskedDay, { hit, sentence }: Candidate): Record<string, number> {
  if (event.names.length === 0) return {}
  const own = hit.names.filter(
    ({ kind, start, end }) => kind === 'person' && start >= sentence.start && end <= sentence.end,
  )
  const same = own.filter(({ name }) => holds(question, event.subject, name))
  const first = same.filter(({ name }) => holds(question, event.names, name))
  return {
    firstName: Number(first.length > 0),
    namesake: Number(first.length === 0 && same.some(({ name }) => name.includes(' '))),
  }
}

/** "2005: the dam breaks", "3 May – The dam breaks". */
function isChronicle({ start, text }: Excerpt, date: DateMention): boolean {
  return date.start - start <= 2 && /^\s?[:–—-]/.test(text.slice(date.end - start, date.end - start + 2))
}

/** A few words with a date, above what happened then. */
const MOST_OF_HEADING = 50
const isHeading = ({ text }: Excerpt) => text.length <= MOST_OF_HEADING

/** A word that stands so many words away counts half. */
const REACH = 8

/** How near the parts of the question stand to a date, by the share of each: in the tree, or in words for a reach above 0. */
function attachment(
  { parts }: AnalyzedQuestion,
  { syntax, at }: ParsedSentence,
  date: number,
  reach: number,
): number {
  let sum = 0
  parts.forEach(({ share }, part) => {
    let best = 0
    for (const { word, value } of at[part]!)
      best = Math.max(
        best,
        value * (reach > 0 ? 1 / (1 + Math.abs(word - date) / reach) : treeNearness(syntax, word, date)),
      )
    sum += share * best
  })
  return sum
}

/** What a link counts for choosing among several of one date; the model weighs them anew. */
const LINKS = {
  own: 1,
  clause: 0.9,
  beside: 0.6,
  above: 0.45,
  report: 0.3,
  elsewhere: 0.35,
  earlier: 0.5,
  lead: 0.6,
  headline: 0.7,
  body: 0.3,
} as const satisfies Record<DateLink | 'earlier' | 'lead' | 'headline' | 'body', number>

/** What the way counts in which the sentence has the event, by what the question looks for. */
const STATUS: Readonly<Record<'past' | 'future' | 'any', Readonly<Record<EventStatus, number>>>> = {
  past: { fact: 1, planned: 0.55, possible: 0.15, denied: 0 },
  future: { fact: 0.75, planned: 1, possible: 0.45, denied: 0 },
  any: { fact: 1, planned: 0.8, possible: 0.3, denied: 0 },
}

/** A word of a sentence that may tell of the event. */
interface Anchor {
  readonly word: number
  readonly value: number
  readonly status: EventStatus
  readonly parts: ArgumentMatch
  readonly features: Record<string, number>
}

const MOST_ANCHORS = 3
/** What a verb has before a noun, where the question asks by a verb. */
const VERBAL = 0.35

/** Where a sentence says what is asked; where it does not, whatever it says of the heaviest part. */
function anchorsOf({ question, event }: AskedDay, parsed: ParsedSentence, nearby: Float64Array): Anchor[] {
  const { syntax, at } = parsed
  const told = event.predicate >= 0 ? at[event.predicate]! : []
  const places =
    told.length > 0
      ? told
      : question.parts
          .map(({ share }, part) => ({ share, part }))
          .filter(({ part }) => at[part]!.length > 0)
          .sort((a, b) => b.share - a.share)
          .slice(0, 1)
          .flatMap(({ part }) => at[part]!.map(({ word }) => ({ word, value: 0 })))
  // "Hit" is told by "struck" rather than by the "storm" that did so.
  const known = [...(question.parts[event.predicate]?.classes ?? [])].some(
    ([of, value]) => value === 1 && isEvent(of),
  )
  const tells = (word: number) => isVerb(syntax, word) || isPredicate(syntax, word)
  return places
    .map((place) => ({ ...place, rank: place.value + (event.isClause && tells(place.word) ? VERBAL : 0) }))
    .sort((a, b) => b.rank - a.rank)
    .slice(0, MOST_ANCHORS)
    .flatMap(({ word, value }) => {
      const parts = argumentMatch(event, question.parts, parsed, word, value, nearby)
      const status = statusOf(syntax, word)
      const verbal = tells(word)
      // What happened to her son did not happen to her.
      if (verbal && parts.features.owned) return []
      return {
        word,
        value,
        status,
        parts,
        features: {
          predicate: value,
          sure: Number(value >= 0.9),
          unsaid: Number(event.predicate >= 0 && value === 0),
          unsaidKnown: Number(known && value === 0),
          noun: Number(value > 0 && !verbal),
          nounFor: Number(value > 0 && value < 1 && !verbal && event.isClause),
          name: Number(event.predicate < 0),
          ...parts.features,
        },
      }
    })
}

function tenseFeatures(
  tense: Tense | null,
  status: EventStatus,
  ahead: boolean,
  syntax: SentenceSyntax,
  word: number,
): Record<string, number> {
  const over = status === 'fact' && syntax.tag[word] === TAG.VBD
  return {
    [`is.${status}`]: 1,
    [`${tense ?? 'any'}.${status}`]: 1,
    [`${tense ?? 'any'}.${ahead ? 'ahead' : 'behind'}`]: 1,
    wrongWay: Number(over && ahead),
  }
}

function dateFeatures({ grain }: FindingDate): Record<string, number> {
  const known = grain === 'instant' ? 'day' : grain
  return { [`grain.${known}`]: 1 }
}

const RELIABLE = 0.45

/** Adds how many other articles give a day: what several tell is likelier so. */
function addSupport(candidates: readonly DateCandidate[]): void {
  const good = candidates.filter(
    ({ features }) => features.told! >= RELIABLE || (features.predicate! === 0 && features.soft! > 0.8),
  )
  const days = groupBy(good, ({ date }) => `${date.start}/${date.end}`)
  const sources = new Map(
    [...days].map(([day, group]) => [day, new Set(group.map(({ article }) => article.report ?? article.id))]),
  )
  const most = Math.max(1, ...[...sources.values()].map(({ size }) => size))
  for (const { date, features } of candidates) {
    const own = sources.get(`${date.start}/${date.end}`)?.size ?? 0
    let around = 0
    for (const [day, { size }] of sources) {
      const [start, end] = day.split('/')
      if (start! <= date.start && date.end <= end! && (start !== date.start || end !== date.end))
        around += size
    }
    features.support = Math.log2(1 + own) / 3
    features.share = own / most
    features.around = Math.log2(1 + around) / 3
  }
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

/** "Meets", "meet": as headlines tell what has just come about. */
function isPresent(syntax: SentenceSyntax, predicate: number): boolean {
  const tag = syntax.tag[predicate]
  return tag === TAG.VBZ || tag === TAG.VBP
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
