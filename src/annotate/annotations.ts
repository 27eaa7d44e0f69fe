import type { Article, CalendarDate, Span } from '../articles/model/article.js'

/** The unit every annotator works on: a text, and the parts of it that are to be read. */
export interface Document {
  readonly text: string
  /** Spans of `text`, in order, never overlapping. Nothing outside them is annotated. */
  readonly paragraphs: readonly Span[]
  /** Spans of `text`, in order; every sentence lies within one paragraph. */
  readonly sentences: readonly Sentence[]
  /** The headline, when it is part of `text`; it is in no paragraph. */
  readonly title: Span | null
}

export interface Sentence extends Span {
  /** Index into `Document.paragraphs`. */
  readonly paragraph: number
}

/** A paragraph-sized piece of an article: the unit of search. */
export interface Passage extends Span {
  /** Index into `Document.paragraphs`; the paragraph number shown to people is this plus one. */
  readonly paragraph: number
}

/**
 * How sure the bot is who spoke.
 * - `explicit`: the text names the speaker in the attributing clause.
 * - `resolved`: a pronoun, a description or a surname was followed to a name in the same article.
 * - `unclear`: below the threshold for naming anybody; `name` is what the text calls the source.
 */
export type SpeakerConfidence = 'explicit' | 'resolved' | 'unclear'

export interface Speaker extends Span {
  /** The full name where the article gives one, otherwise the words of the text ("Kremlin officials"). */
  readonly name: string
  /** "US President", "Foreign Minister" – as the article puts it. */
  readonly role: string | null
  /** Who reports the words, where they come at second hand. */
  readonly via: string | null
  readonly confidence: SpeakerConfidence
}

/** Words somebody is reported to have said. `start..end` is what was said, without quotation marks. */
export interface Quotation extends Span {
  /** True when the words stand in quotation marks. */
  readonly direct: boolean
  /** `start..end` of the speaker is where the text names the source (a pronoun counts). */
  readonly speaker: Speaker | null
  /** The verb or phrase that attributes ("said", "according to"). */
  readonly cue: (Span & { readonly text: string }) | null
  /** The sentences that hold the words and their attribution. */
  readonly context: Span
}

export type TimexType = 'DATE' | 'TIME' | 'DURATION' | 'SET'
export type Grain =
  | 'instant'
  | 'day'
  | 'week'
  | 'month'
  | 'quarter'
  | 'season'
  | 'year'
  | 'decade'
  | 'century'

/** The calendar days an expression covers, both ends included. */
export interface Interval {
  readonly start: CalendarDate
  readonly end: CalendarDate
  readonly grain: Grain
  /** "early 2022", "around Friday": the bounds are not to be read to the day. */
  readonly approximate: boolean
}

/** An expression of time, after TIMEX3 (ISO 24617-1 / TimeML 1.2.1). */
export interface DateMention extends Span {
  readonly text: string
  readonly type: TimexType
  /** TIMEX3 value: `2022-01-09`, `2021-W51`, `PT50M`, `PRESENT_REF`, `XXXX-WXX-5` … */
  readonly value: string
  /** Null for durations, sets, vague references, and relative dates in an article without a date; see `partialDateOf`. */
  readonly interval: Interval | null
}

export type NameKind = 'person' | 'organisation' | 'place' | 'other'

/** A mention of somebody or something by name. */
export interface NameMention extends Span {
  /** The fullest form the article uses for the same one: "Sergei Lavrov" for a later "Lavrov". */
  readonly name: string
  readonly kind: NameKind
  readonly role: string | null
}

/** What becomes of an event, as the text that tells of it puts it. */
export type EventStatus = 'planned' | 'happening' | 'past' | 'cancelled' | 'hypothetical'

/** Something that has a date: an expression of time, and the part of its sentence that it dates. */
export interface EventMention {
  readonly date: DateMention
  readonly sentence: Span
  /** The clause or noun phrase that the date belongs to, with the subject it shares. In order, never overlapping. */
  readonly clause: readonly Span[]
  /** The words of the date with their preposition ("on Friday"), to be left out of a label. */
  readonly adverbial: Span
  readonly status: EventStatus
  /** True where the date is that of a saying ("said on Friday"), not of what is said. TimeML's class REPORTING. */
  readonly reporting: boolean
  /** The people and bodies named in the clause. */
  readonly participants: readonly string[]
  /** Where the clause says it is ("in Geneva"), in order. */
  readonly places: readonly string[]
}

/** Everything known about one article. Immutable. */
export interface AnnotatedArticle {
  readonly article: Article
  readonly sentences: readonly Sentence[]
  readonly passages: readonly Passage[]
  readonly quotations: readonly Quotation[]
  readonly dates: readonly DateMention[]
  readonly names: readonly NameMention[]
  readonly events: readonly EventMention[]
}
