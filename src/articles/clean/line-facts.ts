import { dateLines } from '../../language/en/dates/date-lines.js'
import type { BoilerplateData } from '../../language/language.js'
import { type DateLineKind, dateLinesIn } from '../dating/date-line.js'

/** What one line shows by itself. */
export interface LineFacts {
  readonly text: string
  /** Its words alone: lower case, one space between them, no mark before them. */
  readonly words: string
  readonly wordCount: number
  /** It ends as a sentence does. */
  readonly ended: boolean
  /** It reads as a sentence of an article rather than as a label, a title or a link. */
  readonly prose: boolean
  /** It has no small letter. */
  readonly capitals: boolean
  /** Its words are capitalised as in a title. */
  readonly titleCase: boolean
  /** It is a paragraph that breaks off. */
  readonly cutOff: boolean
  /** It says by itself that it is not of the article. */
  readonly notice: boolean
  /** It says whose picture stands beside it, and may say what is on it. */
  readonly credit: 'alone' | 'captioned' | null
  /** It announces a caption. */
  readonly captionLabel: boolean
  /** It opens a list of links to other pages. */
  readonly linkHeading: boolean
  /** It is an item of a site's menu, when it stands above an article. */
  readonly menu: boolean
  /** How many subjects of a layer that asks for consent a visitor is spoken to of in it. */
  readonly consent: number
  /** The same, spoken to or not: what such a layer lists. */
  readonly consentTopics: number
  /** It tells when the article was published, and nothing else. */
  readonly dateLine: DateLineKind | null
  /** It says how long ago something was put on the site. */
  readonly ago: boolean
  /** It says what a button or a heading of such a layer does. */
  readonly consentLabel: boolean
  /** It introduces an author, when it stands below an article. */
  readonly biography: boolean
}

/** Characters of a line that are looked at from either end; no notice has more. */
const REACH = 300
/** Characters. A longer line is prose even without a full stop. */
const LONGEST_LABEL = 110
/** Characters. Captions may describe at length. */
const LONGEST_CAPTION = 700
/** Words of a button or a heading of a layer. */
const LONGEST_BUTTON = 7
/** Words. A shorter line is a label even with a full stop. */
const SHORTEST_SENTENCE = 4

const LIST_MARK = /^[-–—*•·▪►>|#][-–—*•·▪►>|#\s]*/
const SENTENCE_END = /[.!?…:][\s"“”'‘’)\]*_]*$/
const CUT_OFF = /(?:\.\.\.|…)\]?$/

export function factsOf(line: string, data: BoilerplateData): LineFacts {
  const text = line.trim()
  const start = text.slice(0, REACH).replace(LIST_MARK, '')
  const end = text.slice(-REACH)
  const words = bareWords(start)
  const wordCount = words === '' ? 0 : words.split(' ').length
  const ended = SENTENCE_END.test(end)
  const short = text.length <= REACH
  const long = text.length > LONGEST_LABEL
  const prose = long || (wordCount >= SHORTEST_SENTENCE && ended)
  const starts = (patterns: readonly RegExp[]) => patterns.some((pattern) => pattern.test(start))
  return {
    text,
    words,
    wordCount,
    ended,
    prose,
    capitals: /\p{Lu}/u.test(start) && !/\p{Ll}|\|/u.test(start),
    titleCase: !prose && wordCount >= SHORTEST_SENTENCE && isTitleCase(start),
    cutOff: long && CUT_OFF.test(end),
    notice:
      short &&
      (data.wholeLines.has(words) || starts(data.openings) || starts(data.phrases) || starts(data.stamps)),
    credit: text.length <= LONGEST_CAPTION ? creditOf(start, end, words, data) : null,
    captionLabel: data.captionLabels.has(words),
    linkHeading: short && (data.linkHeadings.has(words) || starts(data.linkOpenings)),
    menu: data.menu.has(words),
    consent: consentOf(text.slice(0, LONGEST_CAPTION), data),
    consentTopics: topicsOf(text.slice(0, REACH), data),
    dateLine: dateLineIn(text),
    ago: short && data.ago.test(text),
    consentLabel: wordCount <= LONGEST_BUTTON && !/[.!]$/.test(end) && data.consent.label.test(words),
    biography: starts(data.biographies),
  }
}

/** No line with more says when an article was published. Characters. */
const LONGEST_DATE_LINE = 160

function dateLineIn(text: string): DateLineKind | null {
  if (text.length > LONGEST_DATE_LINE || !/\d/.test(text)) return null
  const found = dateLinesIn(text, dateLines)
  const [line] = found
  // Two days side by side are those of an event.
  const range = line?.kind === 'bare' && found.some((other) => other.kind === 'bare' && other !== line)
  return line && line.readings.length > 0 && !range ? line.kind : null
}

/** Most lines speak of none: one look tells. */
function topicsOf(text: string, { consent }: Pick<BoilerplateData, 'consent'>): number {
  return consent.any.test(text) ? consent.cues.filter((cue) => cue.test(text)).length : 0
}

function consentOf(text: string, { consent }: BoilerplateData): number {
  if (!consent.speaking.test(text) || consent.reported.test(text)) return 0
  const matches = (pattern: RegExp) => pattern.test(text)
  const cues = topicsOf(text, { consent })
  return cues === 0 ? 0 : cues + consent.asides.filter(matches).length
}

function creditOf(start: string, end: string, words: string, data: BoilerplateData): LineFacts['credit'] {
  const matches = (text: string) => (pattern: RegExp) => pattern.test(text)
  if (data.agencies.has(words) || data.creditLines.some(matches(start))) return 'alone'
  const captioned = data.captionOpenings.some(matches(start)) || data.captionEndings.some(matches(end))
  return captioned ? 'captioned' : null
}

/** Most of its longer words begin with a capital or a figure, and it is no list of dates or places. */
function isTitleCase(text: string): boolean {
  if (/[,@]/.test(text)) return false
  const long = text.split(/\s+/).filter((word) => word.length > 3)
  return long.filter((word) => /^[^\p{L}\p{N}]*[\p{Lu}\p{N}]/u.test(word)).length >= 0.6 * long.length
}

/** The words of a text alone: lower case, one space between them, nothing else. Signs alone are no words. */
export function bareWords(text: string): string {
  const words = text
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[^\p{L}\p{M}\p{N}'@]+/gu, ' ')
    .trim()
  return /[\p{L}\p{N}]/u.test(words) ? words : ''
}
