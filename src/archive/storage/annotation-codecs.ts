import type {
  AnnotatedArticle,
  DateMention,
  EventMention,
  Interval,
  NameMention,
  Quotation,
  Sentence,
  Speaker,
} from '../../annotate/annotations.js'
import type { Article, Span } from '../../articles/model/article.js'
import type { ArticleTerms } from '../../knowledge/article-terms.js'
import type { EventTerms } from '../../knowledge/index.js'
import {
  bool,
  type Codec,
  list,
  nullable,
  oneOf,
  optional,
  type Reader,
  record,
  spanning,
  text,
  uint,
} from './codec.js'

/** An article without its text and its paragraphs, and the hashes of its file and its body. */
export interface Head extends Omit<Article, 'text' | 'paragraphs'> {
  readonly fingerprint: string
  readonly print: string
}

export type Layout = Pick<AnnotatedArticle, 'sentences' | 'passages'> & Pick<Article, 'paragraphs'>

/** What is read for every question has a reader of its own: objects that are written out are made several times as fast. */
const quick = <T>(codec: Codec<T>, read: (from: Reader) => T): Codec<T> => ({ ...codec, read })

const span = quick(spanning<Span>({}), (from) => {
  const start = from.uint()
  return { start, end: start + from.uint() }
})
const inParagraph = quick(spanning<Sentence>({ paragraph: uint }), (from) => {
  const start = from.uint()
  return { start, end: start + from.uint(), paragraph: from.uint() }
})
const maybeText = nullable(text)

const head = record<Head>({
  id: text,
  title: text,
  titleSpan: nullable(span),
  outlet: maybeText,
  outletBasis: optional(text) as Codec<Article['outletBasis']>,
  published: maybeText,
  publishedBasis: maybeText as Codec<Article['publishedBasis']>,
  unclearDate: optional(text) as Codec<string>,
  url: maybeText,
  author: maybeText,
  modified: optional(text) as Codec<string>,
  fingerprint: text,
  print: text,
})

const layout = record<Layout>({
  paragraphs: list(span),
  sentences: list(inParagraph),
  passages: list(inParagraph),
})

const confidence = oneOf<Speaker['confidence']>(['explicit', 'resolved', 'unclear'])
const speaker = nullable(
  quick(spanning<Speaker>({ name: text, role: maybeText, via: maybeText, confidence }), (from): Speaker => {
    const start = from.uint()
    return {
      start,
      end: start + from.uint(),
      name: from.text(),
      role: maybeText.read(from),
      via: maybeText.read(from),
      confidence: confidence.read(from),
    }
  }),
)
const cue = nullable(spanning<NonNullable<Quotation['cue']>>({ text }))

const quotations = list(
  quick(spanning<Quotation>({ direct: bool, speaker, cue, context: span }), (from): Quotation => {
    const start = from.uint()
    return {
      start,
      end: start + from.uint(),
      direct: bool.read(from),
      speaker: speaker.read(from),
      cue: cue.read(from),
      context: span.read(from),
    }
  }),
)

const interval = nullable(
  record<Interval>({
    start: text,
    end: text,
    grain: oneOf(['instant', 'day', 'week', 'month', 'quarter', 'season', 'year', 'decade', 'century']),
    approximate: bool,
  }),
)

const timex = oneOf<DateMention['type']>(['DATE', 'TIME', 'DURATION', 'SET'])
const date = quick(
  spanning<DateMention>({ text, type: timex, value: text, interval }),
  (from): DateMention => {
    const start = from.uint()
    return {
      start,
      end: start + from.uint(),
      text: from.text(),
      type: timex.read(from),
      value: from.text(),
      interval: interval.read(from),
    }
  },
)

const dates = list(date)

const kind = oneOf<NameMention['kind']>(['person', 'organisation', 'place', 'other'])
const names = list(
  quick(spanning<NameMention>({ name: text, kind, role: maybeText }), (from): NameMention => {
    const start = from.uint()
    return {
      start,
      end: start + from.uint(),
      name: from.text(),
      kind: kind.read(from),
      role: maybeText.read(from),
    }
  }),
)

const events = list(
  record<EventMention>({
    date,
    sentence: span,
    clause: list(span),
    adverbial: span,
    status: oneOf(['planned', 'happening', 'past', 'cancelled', 'hypothetical']),
    reporting: bool,
    participants: list(text),
    places: list(text),
  }),
)

const places = list(uint)

const terms = record<ArticleTerms>({
  distinct: list(text),
  written: list(text),
  title: places,
  passages: list(places),
  quotations: list(places),
})

const eventTerms = record<EventTerms>({
  distinct: list(text),
  title: places,
  events: list(
    record<EventTerms['events'][number]>({ passage: uint, sentence: places, clause: places, date: places }),
  ),
  passages: list(places),
  runs: list(text),
  acronyms: list(text),
})

/** How each part of a prepared article is written. */
export const PARTS = { head, layout, quotations, dates, names, events, terms, eventTerms }
