import { hashOfNumber, placesOf, rowsOf, templatesOf } from './hashing.js'
import { TAGS } from './inventory.js'
import { NO_WORD, type Word } from './words.js'

/** Atoms: w the word itself, p and n the words before and behind, t1 and t2 the tags before. */
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
  ...['p2', 'n1', 'n1Suffix', 'n1Shape', 'n1Tags', 'n2', 'n2Tags'],
] as const)

const templates = templatesOf([
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
])
export const TAGGER_FEATURES = templates.length / 4

/** The tag of what stands before the first word. */
export const NO_TAG = TAGS.length
const tagAtoms = Int32Array.from({ length: TAGS.length + 1 }, (_, tag) => hashOfNumber(1, tag))
const atoms = new Int32Array(Object.keys(A).length)

/** Writes the rows of the features of the word at `i`, behind words of the tags `t2` and `t1`, into `rows`. */
export function taggerRows(
  words: readonly Word[],
  i: number,
  t1: number,
  t2: number,
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
  atoms[A.n2] = n2.form
  atoms[A.n2Tags] = n2.tagSetHash
  return rowsOf(atoms, templates, shift, 0x51ed270b, rows)
}
