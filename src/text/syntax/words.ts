import { hashOf, hashOfNumber } from './hashing.js'

/** What the tagger and the parser see of a word, wherever it stands. */
export interface Word {
  /** Lower case, numbers by their kind. */
  readonly form: number
  readonly suffix3: number
  readonly suffix2: number
  readonly prefix: number
  /** Capitals, small letters, digits and marks, as a pattern. */
  readonly shape: number
  /** The place of the tags it may have in the model's list of tag sets. */
  readonly tagSet: number
  readonly tagSetHash: number
}

/** No word: what stands before the first and behind the last. */
export const NO_WORD: Word = {
  form: hashOfNumber(90, 0),
  suffix3: hashOfNumber(91, 0),
  suffix2: hashOfNumber(92, 0),
  prefix: hashOfNumber(93, 0),
  shape: hashOfNumber(94, 0),
  tagSet: 0,
  tagSetHash: hashOfNumber(95, 0),
}

/** Words of one spelling are looked at once; so many spellings are kept. */
const MOST = 2 ** 16

/** @param tagSetOf the place of a word's tags in the model's list of tag sets */
export function wordTable(tagSetOf: (word: string) => number): (word: string) => Word {
  const known = new Map<string, Word>()
  return (text) => {
    const found = known.get(text)
    if (found) return found
    if (known.size >= MOST) known.clear()
    const word = describe(text, tagSetOf(text))
    known.set(text, word)
    return word
  }
}

export function describe(text: string, tagSet: number): Word {
  return {
    form: hashOf(normalForm(text)),
    suffix3: hashOf(text.slice(-3)),
    suffix2: hashOf(text.slice(-2)),
    prefix: hashOf(text.slice(0, 2)),
    shape: hashOf(shapeOf(text)),
    tagSet,
    tagSetHash: hashOfNumber(95, tagSet + 1),
  }
}

/** Years, times and other numbers are alike to syntax, whatever their value. */
function normalForm(text: string): string {
  const first = text.charCodeAt(0)
  if (first >= 0x30 && first <= 0x39 && /^\d[\d,.:]*$/.test(text)) return text.length === 4 ? '0000' : '0'
  return text.toLowerCase()
}

const SHAPE_LENGTH = 6

function shapeOf(text: string): string {
  let shape = ''
  for (const sign of text.slice(0, 20)) {
    const kind = kindOf(sign)
    if (!shape.endsWith(kind) || kind === sign) shape += kind
    if (shape.length >= SHAPE_LENGTH) break
  }
  return shape
}

function kindOf(sign: string): string {
  if (sign >= '0' && sign <= '9') return 'd'
  const lower = sign.toLowerCase()
  if (lower !== sign) return 'X'
  return lower !== sign.toUpperCase() ? 'x' : sign
}
