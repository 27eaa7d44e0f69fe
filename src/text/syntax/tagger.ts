import { hashOfNumber, placesOf, rowsOf, templatesOf } from './hashing.js'
import { TAGS } from './inventory.js'
import { NO_WORD, type Word } from './words.js'

/**
 * Atoms: w the word itself, p and n the words before and behind, t1 and t2 the tags before, verb
 * the last verb before it however far ("did the ship sink"), first the first word of the sentence.
 */
const A = placesOf([
  ...[
    'none',
    'w',
    'wSuffix3',
    'wSuffix2',
    'wPrefix',
    'wShape',
    'wTags',
    't1',
    't2',
    'p1',
    'p1Suffix',
    'p1Shape',
  ],
  ...['p2', 'n1', 'n1Suffix', 'n1Shape', 'n1Tags', 'n2', 'n2Tags', 'verb', 'first'],
] as const)

const templates = templatesOf(
  [
    [],
    [A.w],
    [A.wSuffix3],
    [A.wSuffix2],
    [A.wPrefix],
    [A.wShape],
    [A.t1],
    [A.t1, A.t2],
    [A.t1, A.w],
    [A.p1],
    [A.p1Suffix],
    [A.p2],
    [A.n1],
    [A.n1Suffix],
    [A.n2],
    [A.n1Shape],
    [A.p1Shape],
    [A.w, A.n1],
    [A.w, A.p1],
    [A.wSuffix3, A.t1],
    [A.wShape, A.p1Shape],
    [A.wShape, A.t1, A.n1Shape],
    [A.t1, A.n1Tags],
    [A.t1, A.t2, A.n1Tags],
    [A.w, A.n1Tags],
    [A.n1Tags, A.n2Tags],
    [A.wTags, A.t1, A.n1Tags],
    [A.wTags, A.p1, A.n1],
    [A.verb, A.w],
    [A.verb, A.wTags],
    [A.verb, A.wSuffix3],
    [A.verb, A.t1, A.wTags],
    [A.verb, A.t1, A.n1Tags],
    [A.first, A.verb, A.wTags],
    [A.first, A.t1, A.wTags],
  ],
  0x51ed270b,
)
export const TAGGER_FEATURES = templates.size

/** The tag of what stands before the first word. */
export const NO_TAG = TAGS.length
const tagAtoms = Int32Array.from({ length: TAGS.length + 1 }, (_, tag) => hashOfNumber(1, tag))
const atoms = new Int32Array(Object.keys(A).length)

const isVerb = Uint8Array.from(TAGS, (tag) => (tag === 'MD' || tag.startsWith('VB') ? 1 : 0))

/** What the tags that were given so far tell of the next word. */
export class TagHistory {
  t1: number = NO_TAG
  t2: number = NO_TAG
  /** The form of the last verb. */
  verb = 0

  push(tag: number, word: Word): void {
    this.t2 = this.t1
    this.t1 = tag
    if (isVerb[tag]) this.verb = word.form
  }
}

/** Writes the rows of the features of the word at `i` into `rows`. */
export function taggerRows(
  words: readonly Word[],
  i: number,
  { t1, t2, verb }: TagHistory,
  shift: number,
  rows: Int32Array,
): number {
  const w = words[i]!
  const p1 = i > 0 ? words[i - 1]! : NO_WORD
  const n1 = i + 1 < words.length ? words[i + 1]! : NO_WORD
  const n2 = i + 2 < words.length ? words[i + 2]! : NO_WORD
  atoms[A.w] = w.form
  atoms[A.wSuffix3] = w.suffix3
  atoms[A.wSuffix2] = w.suffix2
  atoms[A.wPrefix] = w.prefix
  atoms[A.wShape] = w.shape
  atoms[A.wTags] = w.tagSetHash
  atoms[A.t1] = tagAtoms[t1]!
  atoms[A.t2] = tagAtoms[t2]!
  atoms[A.p1] = p1.form
  atoms[A.p1Suffix] = p1.suffix3
  atoms[A.p1Shape] = p1.shape
  atoms[A.p2] = i > 1 ? words[i - 2]!.form : NO_WORD.form
  atoms[A.n1] = n1.form
  atoms[A.n1Suffix] = n1.suffix3
  atoms[A.n1Shape] = n1.shape
  atoms[A.n1Tags] = n1.tagSetHash
  atoms[A.verb] = verb
  atoms[A.first] = words[0]!.form
  atoms[A.n2] = n2.form
  atoms[A.n2Tags] = n2.tagSetHash
  return rowsOf(atoms, templates, shift, rows)
}
