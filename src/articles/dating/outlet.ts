import type { DateLineData } from '../../language/date-lines.js'
import type { Span } from '../model/article.js'

/** Where the name of an outlet was found. */
export type OutletBasis = 'given' | 'link' | 'masthead' | 'byline' | 'dateline'

export interface FoundOutlet {
  readonly outlet: string
  readonly basis: OutletBasis
}

/** Lines below the headline that may be a byline, and characters of one. */
const MOST_LINES = 12
const LONGEST = 160
const LONGEST_NAME = 60
const MOST_WORDS = 6

/**
 * The outlet that a text names in its byline ("By Jane Doe, Norland News", "BBC News, 10 January 2022") or its
 * dateline ("LORNE (AP) –"); null where it names none.
 */
export function outletIn(text: string, lines: readonly Span[], data: DateLineData): FoundOutlet | null {
  for (const { start, end } of lines.slice(0, MOST_LINES)) {
    const line = text.slice(start, Math.min(end, start + LONGEST))
    const agency = DATELINE.exec(line)?.[1]
    if (agency) return { outlet: agency.trim(), basis: 'dateline' }
    if (end - start > LONGEST || /[.!?]["”’]?$/.test(line)) continue
    const named = line
      .split(/\s*[,|·•–—/]\s*|\s+-\s+|\bfor\s+/)
      .map((part) => part.replace(/^(?:By|by|BY|From|Source:?)\s+/, '').trim())
      .find((part) => isOutlet(part, data))
    if (named && isByline(line, data)) return { outlet: named, basis: 'byline' }
  }
  return null
}

/** "LORNE, Norland (AP) –", "ORSK, Jan 10 (Harbour Wire) -" */
const DATELINE =
  /^\p{Lu}{2}[\p{Lu}\p{L}\p{M}\d .,'’/-]{0,60}\(((?:\p{Lu}[\p{L}\p{M}.&'’-]*)(?: \p{Lu}[\p{L}\p{M}.&'’-]*){0,3})\)\s*(?:[–—]|-{1,2}(?=\s|$))/u

const isByline = (line: string, data: DateLineData) =>
  data.bylines.test(line.toLowerCase()) || /\d{4}|\d{1,2}:\d{2}/.test(line)

/** A name in capitals that ends as names of outlets do. */
export function isOutlet(name: string, { outlets }: DateLineData): boolean {
  if (name.length === 0 || name.length > LONGEST_NAME) return false
  const words = name.split(/\s+/)
  if (words.length > MOST_WORDS || !words.every((word) => /^\p{Lu}|^(?:of|and|the|&)$/u.test(word)))
    return false
  const bare = (word: string) => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  return (
    outlets.has(bare(words.at(-1)!)) ||
    // "Bulletin of the Norland Miners", "Times of Selm"
    (words.length > 2 && words[1] === 'of' && outlets.has(bare(words[0]!))) ||
    (words.length <= 2 && outlets.has(bare(words[0]!)) && /^\p{Lu}{2}/u.test(name))
  )
}

/** The site of a link stands for the outlet where nothing names it. */
export function siteOf(url: string | null): string | null {
  return url !== null && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : null
}
