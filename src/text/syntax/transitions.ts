import { hashOfNumber, placesOf, rowsOf, templatesOf } from './hashing.js'
import { LABELS, TAG, TAGS } from './inventory.js'
import type { Word } from './words.js'

/** Longer sentences are parsed in parts. */
export const LONGEST = 120

/** The transitions of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez & Satta 2011). */
export const SHIFT = 0
/** The word on top of the stack becomes a dependent of the one below it. */
export const RIGHT = 1
/** The word on top of the stack becomes a dependent of the next word. */
export const LEFT = 2

const SIZE = LONGEST + 5

const tagAtoms = Int32Array.from({ length: TAGS.length + 1 }, (_, tag) => hashOfNumber(1, tag))
const labelAtoms = Int32Array.from({ length: LABELS.length + 1 }, (_, label) => hashOfNumber(2, label))
const numbers = (kind: number) => Int32Array.from({ length: 64 }, (_, n) => hashOfNumber(kind, n))
const distances = numbers(3)
const valencies = numbers(4)
const betweens = numbers(5)
const NO_TAG = TAGS.length
const NO_LABEL = LABELS.length

const tagFlags = (names: readonly (keyof typeof TAG)[]) => {
  const flags = new Uint8Array(TAGS.length + 1)
  for (const name of names) flags[TAG[name]] = 1
  return flags
}
const isVerb = tagFlags(['VBD', 'VBZ', 'VBP', 'MD', 'VB', 'VBN', 'VBG'])
const isFiniteVerb = tagFlags(['VBD', 'VBZ', 'VBP', 'MD'])
const isComma = tagFlags([',', ':', '-LRB-', '-RRB-'])
const isConjunction = tagFlags(['CC'])

/** The places of the atoms. s: stack, n: input; l, r: leftmost and rightmost dependent, l2, r2: the ones within. */
const A = placesOf([
  ...['none', 's0w', 's0t', 's1w', 's1t', 's2w', 's2t', 'n0w', 'n0t', 'n1w', 'n1t', 'n2w', 'n2t', 'n3t'],
  ...['s0lw', 's0lt', 's0ll', 's0rw', 's0rt', 's0rl', 's0l2t', 's0l2l', 's0r2t', 's0r2l', 's0r2w'],
  ...[
    's1lw',
    's1lt',
    's1ll',
    's1rw',
    's1rt',
    's1rl',
    's1r2t',
    's1r2l',
    'n0lw',
    'n0lt',
    'n0ll',
    'n0l2t',
    'n0l2l',
  ],
  ...[
    's0nl',
    's0nr',
    's1nr',
    'n0nl',
    's0set',
    's1set',
    'n0set',
    'ds0n0',
    'ds1s0',
    'bs0n0',
    'bs1s0',
    'nextVerb',
  ],
  ...['nextMark', 's2rl', 's3t', 'p0t', 'n0s'],
] as const)

const parserTemplates = templatesOf([
  [],
  [A.s0w],
  [A.s0t],
  [A.s0w, A.s0t],
  [A.s1w],
  [A.s1t],
  [A.s1w, A.s1t],
  [A.n0w],
  [A.n0t],
  [A.n0w, A.n0t],
  [A.n1w, A.n1t],
  [A.n1t],
  [A.n2t],
  [A.n2w, A.n2t],
  [A.s2w],
  [A.s2t],
  [A.s0w, A.n0w],
  [A.s0w, A.s0t, A.n0w, A.n0t],
  [A.s0w, A.n0t],
  [A.s0t, A.n0w],
  [A.s0t, A.n0t],
  [A.s1w, A.s0w],
  [A.s1t, A.s0t],
  [A.s1w, A.s0t],
  [A.s1t, A.s0w],
  [A.n0t, A.n1t],
  [A.s0t, A.n0t, A.n1t],
  [A.s1t, A.s0t, A.n0t],
  [A.s2t, A.s1t, A.s0t],
  [A.s0t, A.s0rt, A.n0t],
  [A.s0t, A.s0lt, A.n0t],
  [A.s0t, A.n0t, A.n0lt],
  [A.s1t, A.s1rt, A.s0t],
  [A.s1t, A.s1lt, A.s0t],
  [A.s1t, A.s0t, A.s0lt],
  [A.s0rw],
  [A.s0lw, A.s0t],
  [A.n0lw],
  [A.s1rw, A.s1t],
  [A.s0w, A.s0nr],
  [A.s0t, A.s0nr],
  [A.n0w, A.n0nl],
  [A.n0t, A.n0nl],
  [A.s0t, A.s0nl],
  [A.s0t, A.n0t, A.ds0n0],
  [A.s0w, A.ds0n0],
  [A.n0w, A.ds0n0],
  [A.s1t, A.s0t, A.ds1s0],
  [A.s0w, A.s1t, A.ds1s0],
  [A.n0w, A.s0t, A.n0lt],
  [A.s0t, A.s0rt, A.s0r2t],
  [A.n0t, A.n0lt, A.n0l2t],
  [A.s1w, A.n0w],
  [A.s1t, A.n0t],
  // Labels of what is attached already.
  [A.s0t, A.s0set],
  [A.s0w, A.s0set],
  [A.s1t, A.s1set, A.s0t],
  [A.n0t, A.n0set, A.s0t],
  [A.s0t, A.s0set, A.n0t],
  [A.s1t, A.s0t, A.s0set],
  [A.s1w, A.s1set, A.s0t],
  [A.s0t, A.s0rl, A.n0t],
  [A.s1t, A.s1rl, A.s0t],
  // Coordination: what the conjunction has joined to the word below, and what else follows.
  [A.s1rl, A.s1t, A.s0t, A.n0t],
  [A.s1rl, A.s1w, A.s0w],
  [A.s1rl, A.s1r2l, A.s0t, A.n0t],
  [A.s0rl, A.s0t, A.n0t, A.n1t],
  [A.s0rl, A.s0rw, A.s0t, A.n0t],
  [A.s2t, A.s2rl, A.s0t, A.n0t],
  // Relative clauses: what opens the clause.
  [A.s1t, A.s0t, A.s0lw],
  [A.s1w, A.s0t, A.s0ll],
  [A.s0t, A.n0t, A.n0lw],
  // What lies between, and what is to come.
  [A.s0t, A.n0t, A.bs0n0],
  [A.s1t, A.s0t, A.bs1s0],
  [A.s1t, A.s0t, A.bs1s0, A.n0t],
  [A.s0t, A.n0t, A.nextVerb, A.nextMark],
  [A.s1t, A.s0t, A.nextVerb, A.nextMark],
  [A.s0t, A.n0t, A.n1t, A.n2t],
  [A.s1t, A.s0t, A.n0t, A.n1t],
  [A.s2t, A.s1t, A.s0t, A.n0t],
  [A.s3t, A.s2t, A.s1t, A.s0t],
  [A.n0t, A.n1t, A.n2t, A.n3t],
  [A.s1w, A.s1t, A.s0w, A.n0t],
  [A.s1t, A.s0w, A.n0t],
  [A.s1w, A.s0t, A.n0t],
  [A.s1t, A.s0t, A.n0w],
  [A.s0w, A.n0t, A.n1t],
  [A.s0t, A.p0t, A.n0t],
])

/** Atoms of a labelled arc. h: head, d: dependent, s: the dependent's sibling that is nearer to the head. */
const L = placesOf([
  ...[
    'none',
    'dw',
    'dt',
    'hw',
    'ht',
    'dir',
    'distance',
    'dBefore',
    'dAfter',
    'dwBefore',
    'dwAfter',
    'dSuffix',
  ],
  ...['hBefore', 'hAfter', 'dlw', 'dlt', 'dll', 'drt', 'drl', 'dset', 'hset', 'st', 'sl', 'between', 'dl2l'],
  ...['headOfHead', 'drw', 'dshape'],
] as const)

const labelTemplates = templatesOf([
  [],
  [L.dw],
  [L.dt, L.dir],
  [L.dw, L.ht],
  [L.dt, L.ht],
  [L.dw, L.hw],
  [L.dt, L.hw],
  [L.dt, L.ht, L.dir],
  [L.dt, L.ht, L.dir, L.distance],
  [L.dBefore, L.dt, L.ht],
  [L.dAfter, L.dt, L.ht],
  [L.dwBefore, L.dir],
  [L.dwAfter, L.dir],
  [L.dSuffix],
  [L.hBefore, L.ht],
  [L.hAfter, L.ht],
  [L.hw, L.dir],
  [L.dlt, L.dt],
  [L.dlw, L.dt, L.ht],
  [L.dlw, L.hw, L.dt],
  [L.dset, L.dt, L.ht],
  [L.hset, L.dt, L.ht],
  [L.hset, L.hw, L.dt],
  [L.hset, L.dw],
  [L.st, L.dt, L.ht],
  [L.sl, L.dt, L.ht],
  [L.sl, L.hw, L.dt],
  [L.between, L.dt, L.ht, L.dir],
  [L.dll, L.dl2l, L.dt, L.ht],
  [L.drl, L.dt, L.ht],
  [L.dset, L.hw],
  [L.drw, L.dt],
  [L.hset, L.dset, L.dt, L.ht],
])

export const PARSER_FEATURES = parserTemplates.length / 4
export const LABEL_FEATURES = labelTemplates.length / 4

const atoms = new Int32Array(Object.keys(A).length)
const labelAtomsOfArc = new Int32Array(Object.keys(L).length)

/**
 * A sentence on the way to its tree. Words are numbered from 1; 0 stands for none, so that features need no branches.
 * One is used for all sentences of a thread.
 */
export class ParserState {
  readonly tag = new Uint8Array(SIZE).fill(NO_TAG)
  /** The head of each word: 0 of the root. */
  readonly head = new Uint8Array(SIZE)
  readonly label = new Uint8Array(SIZE).fill(NO_LABEL)
  readonly stack = new Uint8Array(SIZE + 4)
  /** How many words there are. */
  size = 0
  /** The place behind the top of the stack; the lowest word stands at 4, so that there are always four to look at. */
  top = 4
  /** The next word of the input. */
  next = 1

  readonly #form = new Int32Array(SIZE)
  readonly #suffix = new Int32Array(SIZE)
  readonly #tag = new Int32Array(SIZE)
  readonly #label = new Int32Array(SIZE)
  readonly #left = new Uint8Array(SIZE)
  readonly #left2 = new Uint8Array(SIZE)
  readonly #right = new Uint8Array(SIZE)
  readonly #right2 = new Uint8Array(SIZE)
  readonly #lefts = new Uint8Array(SIZE)
  readonly #rights = new Uint8Array(SIZE)
  readonly #set = new Int32Array(SIZE)
  /** Counts of verbs, commas and conjunctions up to each word. */
  readonly #verbs = new Uint8Array(SIZE)
  readonly #commas = new Uint8Array(SIZE)
  readonly #conjunctions = new Uint8Array(SIZE)
  /** The first finite verb behind each word, and the first comma or conjunction. */
  readonly #nextVerb = new Uint8Array(SIZE)
  readonly #nextMark = new Uint8Array(SIZE)

  /** @param tags of `words`, from 0 on; there are `size` of either, from `start` on */
  reset(words: readonly Word[], tags: Uint8Array, start: number, size: number): void {
    this.size = size
    this.top = 4
    this.next = 1
    const end = size + 5
    for (let i = 0; i < end; i++) {
      const inside = i > 0 && i <= size
      const tag = inside ? tags[start + i - 1]! : NO_TAG
      this.tag[i] = tag
      this.#tag[i] = tagAtoms[tag]!
      this.#form[i] = inside ? words[start + i - 1]!.form : 0x1234567
      this.#suffix[i] = inside ? words[start + i - 1]!.suffix3 : 0x7654321
      this.head[i] = 0
      this.label[i] = NO_LABEL
      this.#label[i] = labelAtoms[NO_LABEL]!
      this.#left[i] = this.#left2[i] = this.#right[i] = this.#right2[i] = 0
      this.#lefts[i] = this.#rights[i] = 0
      this.#set[i] = 0
    }
    for (let i = 1; i < end; i++) {
      this.#verbs[i] = this.#verbs[i - 1]! + isVerb[this.tag[i]!]!
      this.#commas[i] = this.#commas[i - 1]! + isComma[this.tag[i]!]!
      this.#conjunctions[i] = this.#conjunctions[i - 1]! + isConjunction[this.tag[i]!]!
    }
    this.#nextVerb[end - 1] = this.#nextMark[end - 1] = 0
    for (let i = end - 2; i >= 0; i--) {
      const tag = this.tag[i + 1]!
      this.#nextVerb[i] = isFiniteVerb[tag] ? i + 1 : this.#nextVerb[i + 1]!
      this.#nextMark[i] = isComma[tag] || isConjunction[tag] ? i + 1 : this.#nextMark[i + 1]!
    }
  }

  get ended(): boolean {
    return this.next > this.size && this.top <= 5
  }
  /** Whether there is a word to shift or to attach to. */
  get hasInput(): boolean {
    return this.next <= this.size
  }
  /** The word on top of the stack; 0 for none. */
  get s0(): number {
    return this.stack[this.top - 1]!
  }
  get s1(): number {
    return this.stack[this.top - 2]!
  }

  shift(): void {
    this.stack[this.top++] = this.next++
  }

  pop(): void {
    this.top--
  }

  /** Makes `dependent` one of `head`'s. */
  attach(head: number, dependent: number, label: number): void {
    this.head[dependent] = head
    this.label[dependent] = label
    this.#label[dependent] = labelAtoms[label]!
    this.#set[head] = this.#set[head]! | (1 << (label & 31))
    if (dependent < head) {
      this.#left2[head] = this.#left[head]!
      this.#left[head] = dependent
      if (this.#lefts[head]! < 5) this.#lefts[head]!++
    } else {
      this.#right2[head] = this.#right[head]!
      this.#right[head] = dependent
      if (this.#rights[head]! < 5) this.#rights[head]!++
    }
  }

  /** Writes the rows of the next transition's features into `rows`. */
  transitionRows(shift: number, rows: Int32Array): number {
    const { stack, top } = this
    const s0 = stack[top - 1]!
    const s1 = stack[top - 2]!
    const s2 = stack[top - 3]!
    const n0 = this.next
    const word = this.#form
    const tag = this.#tag
    const label = this.#label
    const s0l = this.#left[s0]!
    const s0l2 = this.#left2[s0]!
    const s0r = this.#right[s0]!
    const s0r2 = this.#right2[s0]!
    const s1l = this.#left[s1]!
    const s1r = this.#right[s1]!
    const s1r2 = this.#right2[s1]!
    const n0l = this.#left[n0]!
    const n0l2 = this.#left2[n0]!
    atoms[A.s0w] = word[s0]!
    atoms[A.s0t] = tag[s0]!
    atoms[A.s1w] = word[s1]!
    atoms[A.s1t] = tag[s1]!
    atoms[A.s2w] = word[s2]!
    atoms[A.s2t] = tag[s2]!
    atoms[A.s3t] = tag[stack[top - 4]!]!
    atoms[A.s2rl] = label[this.#right[s2]!]!
    atoms[A.n0w] = word[n0]!
    atoms[A.n0t] = tag[n0]!
    atoms[A.n1w] = word[n0 + 1]!
    atoms[A.n1t] = tag[n0 + 1]!
    atoms[A.n2w] = word[n0 + 2]!
    atoms[A.n2t] = tag[n0 + 2]!
    atoms[A.n3t] = tag[n0 + 3]!
    atoms[A.p0t] = tag[n0 - 1]!
    atoms[A.s0lw] = word[s0l]!
    atoms[A.s0lt] = tag[s0l]!
    atoms[A.s0ll] = label[s0l]!
    atoms[A.s0rw] = word[s0r]!
    atoms[A.s0rt] = tag[s0r]!
    atoms[A.s0rl] = label[s0r]!
    atoms[A.s0r2t] = tag[s0r2]!
    atoms[A.s0l2t] = tag[s0l2]!
    atoms[A.s1lt] = tag[s1l]!
    atoms[A.s1rw] = word[s1r]!
    atoms[A.s1rt] = tag[s1r]!
    atoms[A.s1rl] = label[s1r]!
    atoms[A.s1r2l] = label[s1r2]!
    atoms[A.n0lw] = word[n0l]!
    atoms[A.n0lt] = tag[n0l]!
    atoms[A.n0l2t] = tag[n0l2]!
    atoms[A.s0nl] = valencies[this.#lefts[s0]!]!
    atoms[A.s0nr] = valencies[this.#rights[s0]!]!
    atoms[A.n0nl] = valencies[this.#lefts[n0]!]!
    atoms[A.s0set] = Math.imul(this.#set[s0]!, 0x45d9f3b)
    atoms[A.s1set] = Math.imul(this.#set[s1]!, 0x45d9f3b)
    atoms[A.n0set] = Math.imul(this.#set[n0]!, 0x45d9f3b)
    atoms[A.ds0n0] = distances[bucket(n0 - s0)]!
    atoms[A.ds1s0] = distances[bucket(s0 - s1)]!
    atoms[A.bs0n0] = betweens[this.#between(s0, n0)]!
    atoms[A.bs1s0] = betweens[this.#between(s1, s0)]!
    const verb = this.#nextVerb[n0]!
    const mark = this.#nextMark[n0]!
    atoms[A.nextVerb] = distances[verb === 0 ? 0 : bucket(verb - n0)]!
    atoms[A.nextMark] = mark === 0 || (verb !== 0 && verb < mark) ? 0 : tag[mark]!
    return rowsOf(atoms, parserTemplates, shift, 0x2545f491, rows)
  }

  /** Writes the rows of the features of the label of `dependent`, about to be attached to `head`, into `rows`. */
  labelRows(head: number, dependent: number, shift: number, rows: Int32Array): number {
    const a = labelAtomsOfArc
    const word = this.#form
    const tag = this.#tag
    const label = this.#label
    const right = dependent > head
    const sibling = right ? this.#right[head]! : this.#left[head]!
    const left = this.#left[dependent]!
    const last = this.#right[dependent]!
    a[L.dw] = word[dependent]!
    a[L.dt] = tag[dependent]!
    a[L.hw] = word[head]!
    a[L.ht] = head === 0 ? 0x1b873593 : tag[head]!
    a[L.dir] = right ? 0x3c6ef372 : 0x78dde6e4
    a[L.distance] = distances[bucket(right ? dependent - head : head - dependent)]!
    a[L.dBefore] = tag[dependent - 1]!
    a[L.dAfter] = tag[dependent + 1]!
    a[L.dwBefore] = word[dependent - 1]!
    a[L.dwAfter] = word[dependent + 1]!
    a[L.dSuffix] = this.#suffix[dependent]!
    a[L.hBefore] = head === 0 ? 0 : tag[head - 1]!
    a[L.hAfter] = tag[head + 1]!
    a[L.dlw] = word[left]!
    a[L.dlt] = tag[left]!
    a[L.dll] = label[left]!
    a[L.dl2l] = label[this.#left2[dependent]!]!
    a[L.drt] = tag[last]!
    a[L.drw] = word[last]!
    a[L.drl] = label[last]!
    a[L.dset] = Math.imul(this.#set[dependent]!, 0x45d9f3b)
    a[L.hset] = Math.imul(this.#set[head]!, 0x45d9f3b)
    a[L.st] = tag[sibling]!
    a[L.sl] = label[sibling]!
    a[L.between] = betweens[right ? this.#between(head, dependent) : this.#between(dependent, head)]!
    return rowsOf(a, labelTemplates, shift, 0x6c8e9cf5, rows)
  }

  /** What stands between two words: verbs, commas, conjunctions, as one number below 64. */
  #between(from: number, to: number): number {
    if (from === 0 || to <= from + 1) return 0
    const verbs = this.#verbs[to - 1]! - this.#verbs[from]!
    const commas = this.#commas[to - 1]! - this.#commas[from]!
    const conjunctions = this.#conjunctions[to - 1]! - this.#conjunctions[from]!
    return (
      1 + (verbs > 2 ? 2 : verbs) + 3 * (commas > 2 ? 2 : commas) + 9 * (conjunctions > 1 ? 1 : conjunctions)
    )
  }
}

function bucket(distance: number): number {
  if (distance < 6) return distance < 0 ? 0 : distance
  return distance < 10 ? 6 : distance < 20 ? 7 : 8
}
