import type { EventStatus, SpeakerConfidence } from '../../annotate/annotations.js'
import type { PartialDate } from '../../annotate/partial-dates.js'
import type { CalendarDate } from '../../articles/model/article.js'
import type { Distance, Duration } from '../../i18n/calendar.js'
import type { Message, Note } from '../../i18n/message.js'

/** A verbatim snippet and where it stands: the file's `slice(start, end)` is `snippet`, always. */
export interface Citation {
  /** The article's file name, as in the archive. */
  readonly article: string
  readonly outlet: string | null
  readonly title: string
  readonly published: CalendarDate | null
  /**
   * Where the day, or of a day without one the year, is not given but inferred: `inferred: caption`,
   * `inferred: same event as Harbour Wire`.
   */
  readonly publishedBasis?: string
  readonly url: string | null
  /** From 1; 0 is the headline. */
  readonly paragraph: number
  /** UTF-16 offsets into the article's file as it stands on disk. */
  readonly start: number
  readonly end: number
  readonly snippet: string
  /** The words of the snippet that matched, as `[start, end)` within the snippet, in order, never overlapping. */
  readonly highlights: readonly (readonly [number, number])[]
  /** The same for all printings of one report, where there are several: they count as one source. */
  readonly report?: string
  /** Whether there is a newer version of the article. */
  readonly superseded?: true
  /** Of words that somebody said: in quotation marks, or in the article's own words. */
  readonly reported?: 'direct' | 'indirect'
}

export interface FindingDate {
  readonly start: CalendarDate
  readonly end: CalendarDate
  readonly grain: string
  readonly approximate: boolean
}

/** `was planned`: for a day that is over, and no article tells whether it came to pass. */
export type FindingStatus = EventStatus | 'was planned'

export interface FindingSpeaker {
  readonly name: string
  readonly role: string | null
  readonly via: string | null
  readonly confidence: SpeakerConfidence
}

/** What a group of findings stands under: a day, month or year, or words. */
export type Heading = Message | { readonly day: CalendarDate; readonly unit: 'day' | 'month' | 'year' }

/** What one source says where others say otherwise: its words, or the day that it gives. */
export interface Difference {
  readonly source: string
  readonly says: string | FindingDate
}

/** When a finding is of. */
export interface FindingDay {
  readonly date?: FindingDate | undefined
  /**
   * What is known of the date where no article tells the year, or which week's Friday is meant: `{start: "--01-09",
   * end: "--01-10", grain: "day"}`, `{weekday: 5}` (Friday) or `{words: "last week"}`. There is no `date` then.
   */
  readonly partialDate?: PartialDate | undefined
}

/** Data and the articles' own words; `in-words.ts` puts them together in a language. */
export interface Finding extends FindingDay {
  /** The headline, as far as it is words of articles: empty where it is a day or a duration alone. */
  readonly text: string
  /** Whether the headline begins with the date. */
  readonly dated?: true
  /** How long something took or takes, where the headline tells that. */
  readonly duration?: Duration
  /** How many outlets agree, where the headline tells that. */
  readonly agreeing?: number
  /** The heading it stands under, where findings are grouped. */
  readonly heading?: Heading
  /** How far the date is from the answer's `asOf`. */
  readonly distance?: Distance
  /** What has become of the event, for a finding that tells of one. */
  readonly status?: FindingStatus
  readonly speaker?: FindingSpeaker
  /** At least one. */
  readonly citations: readonly Citation[]
  /** Present where sources disagree: who says what. */
  readonly differs?: readonly Difference[]
}

/** Findings, best first. No finding means that the articles don't say. */
export interface Answer {
  readonly command: Command
  readonly query: string
  /** The publication date of the newest article consulted. */
  readonly asOf: CalendarDate | null
  /** How many articles were consulted. */
  readonly articles: number
  readonly findings: readonly Finding[]
  /** How many more there are, where not all are given. */
  readonly more?: number
  /** What comes closest where there is no finding: to be shown as such, never as an answer. At most three. */
  readonly closest: readonly Finding[]
  /** Why there is no finding and what comes closest; for `status`, what there is to tell. */
  readonly note: Note | null
  /** What a picture is to be drawn from, for an answer that has one. */
  readonly attachment?: Attachment
}

/** What a timeline picture is drawn from. */
export interface TimelineData {
  readonly kind: 'timeline'
  /** The topic; null for everything. */
  readonly topic: string | null
  readonly asOf: CalendarDate | null
  /** In order of their dates. */
  readonly events: readonly TimelineEvent[]
  /** How many events there are in all; the picture shows the most prominent. */
  readonly total: number
}

export interface TimelineEvent extends FindingDate {
  readonly label: string
  readonly status: FindingStatus
  /** How many outlets tell of it. */
  readonly sources: number
}

/** Plain data; `answers/timeline/` draws it. */
export type Attachment = TimelineData

export type Command = Question['command']

/** A question, however it was put: slash command, command line or plain words. */
export type Question =
  /** `verb`: "is", "did" or "since when is", where the question was put in plain words: whether it looks ahead or back. */
  | { readonly command: 'when'; readonly topic: string; readonly verb?: string }
  /** `most`: of how many days it tells, the most important ones. */
  | {
      readonly command: 'timeline'
      readonly topic?: string
      readonly from?: string
      readonly to?: string
      readonly most?: string
    }
  /** What is new since a day, or in the week up to the newest article. */
  | { readonly command: 'brief'; readonly topic?: string; readonly since?: string }
  | { readonly command: 'compare'; readonly topic: string }
  | { readonly command: 'who-said'; readonly words: string; readonly speaker?: string }
  | { readonly command: 'quotes'; readonly speaker: string; readonly topic?: string }
  /** `near`: the articles to look into first, a line each; a question that follows an answer is asked of them. */
  | { readonly command: 'ask'; readonly question: string; readonly near?: string }
  | {
      readonly command: 'search'
      readonly words: string
      readonly outlet?: string
      readonly since?: string
      readonly until?: string
    }
  | { readonly command: 'sources'; readonly outlet?: string }
  | { readonly command: 'article'; readonly name: string }
  | { readonly command: 'status' }
  | { readonly command: 'help' }
  | { readonly command: 'privacy' }
