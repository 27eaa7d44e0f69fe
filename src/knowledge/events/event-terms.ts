import type { AnnotatedArticle, DateMention } from '../../annotate/annotations.js'
import { findDates } from '../../annotate/dates.js'
import { documentOfText } from '../../annotate/document.js'
import type { Span } from '../../articles/model/article.js'
import { Analyzer, type Term } from '../../text/terms.js'
import type { TermList } from '../article-terms.js'
import { acronymsIn, capitalisedRuns } from './acronyms.js'

/** The terms near the dated events of one article, which depend on nothing but its text. Plain data. */
export interface EventTerms {
  /** Every term once; the lists below are places in it. */
  readonly distinct: readonly string[]
  readonly title: TermList
  /** One for each of the article's events, in their order. */
  readonly events: readonly {
    /** Index into `passages`. */
    readonly passage: number
    readonly sentence: TermList
    readonly clause: TermList
    /** Those of the date's own words. */
    readonly date: TermList
  }[]
  /** The first terms of each passage that holds an event. */
  readonly passages: readonly TermList[]
  /** Names of several words, and acronyms as they are written. */
  readonly runs: readonly string[]
  readonly acronyms: readonly string[]
}

/** A passage's words beyond so many say nothing more of one date in it. */
const MOST_TERMS = 150
/** Nor do those of a sentence further from the date than so many characters. */
const NEAR = 600
/** Longer headlines are none. */
const MOST_TITLE = 300

const analyzer = new Analyzer()

/** Reads each passage once, however many dates it holds. */
export function termsOfEvents({ article, events, passages }: AnnotatedArticle): EventTerms {
  const places = new Map<string, number>()
  const listOf = (terms: readonly string[]) => [...new Set(terms)].map((term) => placeOf(places, term))
  const around: TermList[] = []
  const title = listOf(analyzer.distinct(article.title))
  const headline = datedParts(article.title, article.published).map(({ date, text }) => ({
    date,
    terms: listOf(analyzer.distinct(text)),
  }))
  let passage = 0
  let read = -1
  let words: readonly Term[] = []
  const lists = events.map((event) => {
    while (passage + 1 < passages.length && passages[passage]!.end <= event.date.start) passage++
    if (read !== passage) {
      words = termsAt(article.text, passages[passage] ?? event.sentence)
      around.push(listOf(words.slice(0, MOST_TERMS).map(({ term }) => term)))
      read = passage
    }
    const { sentence, date } = event
    const near = {
      start: Math.max(sentence.start, date.start - NEAR),
      end: Math.min(sentence.end, date.end + NEAR),
    }
    return {
      passage: around.length - 1,
      sentence: [
        ...new Set([
          ...listOf(within(words, near)),
          ...headline.filter((part) => isSame(part.date, date)).flatMap(({ terms }) => terms),
        ]),
      ],
      clause: listOf(event.clause.flatMap((span) => within(words, span))),
      date: listOf(within(words, date)),
    }
  })
  const texts = article.paragraphs.map(({ start, end }) => article.text.slice(start, end))
  return {
    distinct: [...places.keys()],
    title,
    events: lists,
    passages: around,
    runs: [...new Set(texts.flatMap(capitalisedRuns))],
    acronyms: [...new Set(texts.flatMap(acronymsIn))],
  }
}

interface DatedPart {
  readonly date: DateMention
  readonly text: string
}

/** The parts of a headline that hold a date: what it dates, the article dates alike ("a reply is due next week"). */
function datedParts(title: string, published: string | null): DatedPart[] {
  if (title.length > MOST_TITLE) return []
  return title
    .split(/(?<!\s)\s*[;:|–—]\s+/)
    .flatMap((text) => findDates(documentOfText(text), published).map((date) => ({ date, text })))
}

const isSame = ({ interval: a }: DateMention, { interval: b }: DateMention) =>
  a !== null && b !== null && a.start === b.start && a.end === b.end

function placeOf(places: Map<string, number>, term: string): number {
  const known = places.get(term)
  if (known !== undefined) return known
  places.set(term, places.size)
  return places.size - 1
}

/** The terms of a span of a text, with their places in the text. */
function termsAt(text: string, { start, end }: Span): Term[] {
  return analyzer
    .terms(text.slice(start, end))
    .map((term) => ({ ...term, start: term.start + start, end: term.end + start }))
}

/** The terms that stand in a span, in order. */
function within(words: readonly Term[], { start, end }: Span): string[] {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (words[middle]!.start < start) low = middle + 1
    else high = middle
  }
  const found: string[] = []
  for (let at = low; at < words.length && words[at]!.end <= end; at++) found.push(words[at]!.term)
  return found
}
