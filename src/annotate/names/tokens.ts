import type { Span } from '../../articles/model/article.js'
import type { Document } from '../annotations.js'
import { isDigit, isWordCode, type Tag, type TokenKind, type Word, wordAt } from './vocabulary.js'

/** A word, a number or a mark of a document. */
export interface Token {
  readonly start: number
  readonly end: number
  readonly text: string
  /** Lower case, with typographic apostrophes made straight. */
  readonly lower: string
  readonly kind: TokenKind
  readonly word: Word
  /** Index into `Document.sentences`; -1 for the headline. */
  readonly sentence: number
  readonly index: number
  readonly tag: Tag
  /** A token is no quotation; see `Item`. */
  readonly quoted: null
}

/** A token that is yet to be given its class. */
export type Untagged = Omit<Token, 'tag'> & { tag: Tag }

/** Longer runs of letters are no words; they are cut so that no rule ever sees a huge token. */
const LONGEST = 60

/**
 * The tokens of every sentence, in order. Hyphens and apostrophes inside a word belong to it ("so-called",
 * "don't"), so do the stops of "U.S."; a possessive "'s" and a doubled mark (`''`, two backticks) are tokens of their own.
 */
export function tokenize(document: Document): Untagged[] {
  const tokens: Untagged[] = []
  const { text } = document
  const title = titleAbove(document)
  const sentences: readonly Span[] = title ? [title, ...document.sentences] : document.sentences
  sentences.forEach((sentence, i) => {
    const index = title ? i - 1 : i
    let at = sentence.start
    while (at < sentence.end) {
      const code = text.charCodeAt(at)
      if (isBlank(code)) {
        at++
        continue
      }
      const end = tokenEnd(text, at, Math.min(sentence.end, at + LONGEST))
      const word = wordAt(text, at, end)
      tokens.push({
        start: at,
        end,
        text: word.text,
        lower: word.lower,
        kind: word.kind,
        word,
        sentence: index,
        index: tokens.length,
        tag: '-',
        quoted: null,
      })
      at = end
    }
  })
  return tokens
}

/** The headline, where it stands above the text as headlines do. */
export function titleAbove({ title, paragraphs }: Document): Span | null {
  return title && title.end <= (paragraphs[0]?.start ?? title.end) ? title : null
}

function tokenEnd(text: string, at: number, limit: number): number {
  const code = text.charCodeAt(at)
  if (isPossessive(text, at, limit)) return at + 2
  if (!isWordCode(code)) {
    const double = (code === 0x27 || code === 0x60) && text.charCodeAt(at + 1) === code && at + 1 < limit
    return double ? at + 2 : at + 1
  }
  let end = at + 1
  while (end < limit) {
    const next = text.charCodeAt(end)
    if (isWordCode(next)) end++
    else if (joins(text, at, end, limit)) end++
    else break
  }
  return end
}

/** Whether the character at `end` joins two parts of one word that starts at `start`. */
function joins(text: string, start: number, end: number, limit: number): boolean {
  const code = text.charCodeAt(end)
  const after = end + 1 < limit ? text.charCodeAt(end + 1) : 0
  if (isApostrophe(code)) return isWordCode(after) && !isPossessive(text, end, limit)
  if (code === 0x2d || code === 0x2011) return isWordCode(after)
  if (code === 0x2c) return isDigit(after) && isDigit(text.charCodeAt(end - 1))
  if (code !== 0x2e) return false
  if (isDigit(after) && isDigit(text.charCodeAt(end - 1))) return true
  const single = end - 1 === start || text.charCodeAt(end - 2) === 0x2e
  return (
    single && !isDigit(text.charCodeAt(end - 1)) && (isWordCode(after) || text.charCodeAt(end - 2) === 0x2e)
  )
}

function isPossessive(text: string, at: number, limit: number): boolean {
  const s = text.charCodeAt(at + 1) | 0x20
  return (
    isApostrophe(text.charCodeAt(at)) &&
    at + 1 < limit &&
    s === 0x73 &&
    at > 0 &&
    isWordCode(text.charCodeAt(at - 1)) &&
    !(at + 2 < limit && isWordCode(text.charCodeAt(at + 2)))
  )
}

const isApostrophe = (code: number) => code === 0x27 || code === 0x2019
const isBlank = (code: number) => code <= 0x20 || code === 0xa0 || code === 0x2028 || code === 0xfeff
