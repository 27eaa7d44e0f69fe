import type {
  AnnotatedArticle,
  DateMention,
  EventMention,
  Interval,
  NameMention,
  Passage,
  Quotation,
  Sentence,
  Speaker,
} from '../../annotate/annotations.js'
import type { Article, Span } from '../../articles/article.js'
import type { ArticleTerms } from '../article-terms.js'
import type { EventTerms } from '../events/event-terms.js'
import { bool, type Codec, list, nullable, oneOf, optional, record, spanning, text, uint } from './codec.js'

/** An article without its text and its paragraphs, and the hashes of its file and its body. */
export interface Head extends Omit<Article, 'text' | 'paragraphs'> {
  readonly fingerprint: string
  readonly print: string
}

export type Layout = Pick<AnnotatedArticle, 'sentences' | 'passages'> & Pick<Article, 'paragraphs'>

const span = spanning<Span>({})
const inParagraph = { paragraph: uint }

const head = record<Head>({
  id: text,
  title: text,
  titleSpan: nullable(span),
  outlet: nullable(text),
  published: nullable(text),
  publishedBasis: oneOf([null, 'given', 'inferred']),
  url: nullable(text),
  author: nullable(text),
  modified: optional(text) as Codec<string>,
  fingerprint: text,
  print: text,
})

const layout = record<Layout>({
  paragraphs: list(span),
  sentences: list(spanning<Sentence>(inParagraph)),
  passages: list(spanning<Passage>(inParagraph)),
})

const speaker = spanning<Speaker>({
  name: text,
  role: nullable(text),
  via: nullable(text),
  confidence: oneOf(['explicit', 'resolved', 'unclear']),
})

const quotations = list(
  spanning<Quotation>({
    direct: bool,
    speaker: nullable(speaker),
    cue: nullable(spanning<Span & { readonly text: string }>({ text })),
    context: span,
  }),
)

const interval = record<Interval>({
  start: text,
  end: text,
  grain: oneOf(['instant', 'day', 'week', 'month', 'quarter', 'season', 'year', 'decade', 'century']),
  approximate: bool,
})

const date = spanning<DateMention>({
  text,
  type: oneOf(['DATE', 'TIME', 'DURATION', 'SET']),
  value: text,
  interval: nullable(interval),
})

const dates = list(date)

const names = list(
  spanning<NameMention>({
    name: text,
    kind: oneOf(['person', 'organisation', 'place', 'other']),
    role: nullable(text),
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
