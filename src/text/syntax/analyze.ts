import { LABEL, TAGS } from './inventory.js'
import { arcKind, type LinearTable, type SyntaxModel, syntaxModel } from './model.js'
import { NO_TAG, TAGGER_FEATURES, taggerRows } from './tagger.js'
import { LABEL_FEATURES, LEFT, LONGEST, PARSER_FEATURES, ParserState, RIGHT, SHIFT } from './transitions.js'
import { type Word, wordTable } from './words.js'

/** The words of one sentence, their tags and the tree that they make. Numbers of words count from 0. */
export interface Syntax {
  /** As tokenised: marks in the form of the Penn Treebank (`` '' -LRB-). */
  readonly words: readonly string[]
  /** Numbers into `TAGS`. */
  readonly tag: Uint8Array
  /** The word that each depends on; -1 of the root. There is one root. */
  readonly head: Int16Array
  /** Numbers into `LABELS`: what each word is to its head. */
  readonly label: Uint8Array
  /** The first dependent of each word; -1 for none. */
  readonly firstChild: Int16Array
  /** The next dependent of the same head; -1 for none. */
  readonly nextSibling: Int16Array
}

/** Tags and parses a sentence that is tokenised as the Penn Treebank is (see `tokens.ts`), in linear time. */
export function analyzeSyntax(tokens: readonly string[]): Syntax {
  analyzer ??= new Analyzer(syntaxModel())
  return analyzer.analyze(tokens)
}

let analyzer: Analyzer | undefined

export class Analyzer {
  readonly #model: SyntaxModel
  readonly #wordOf: (word: string) => Word
  readonly #state = new ParserState()
  readonly #rows = new Int32Array(Math.max(TAGGER_FEATURES, PARSER_FEATURES, LABEL_FEATURES))

  constructor(model: SyntaxModel) {
    this.#model = model
    this.#wordOf = wordTable(model.tagSetOf)
  }

  analyze(tokens: readonly string[]): Syntax {
    const size = tokens.length
    const words = tokens.map(this.#wordOf)
    const tag = this.#tags(words)
    const head = new Int16Array(size)
    const label = new Uint8Array(size)
    let root = -1
    for (let start = 0; start < size; ) {
      const end = partEnd(tag, start, size)
      const top = this.#parse(words, tag, start, end - start, head, label)
      // The parts of a very long sentence stand beside one another.
      if (root < 0) root = top
      else {
        head[top] = root
        label[top] = LABEL.parataxis
      }
      start = end
    }
    return { words: tokens, tag, head, label, ...listChildren(head) }
  }

  #tags(words: readonly Word[]): Uint8Array {
    const { tagSets, tagger } = this.#model
    const rows = this.#rows
    const tags = new Uint8Array(words.length)
    let t1: number = NO_TAG
    let t2: number = NO_TAG
    for (let i = 0; i < words.length; i++) {
      const set = tagSets[words[i]!.tagSet]!
      let tag = set[0]!
      if (set.length > 1) {
        taggerRows(words, i, t1, t2, tagger.shift, rows)
        tag = best(set, tagger, rows, TAGGER_FEATURES)
      }
      tags[i] = tag
      t2 = t1
      t1 = tag
    }
    return tags
  }

  /** Parses the words `start` … `start + size`, and tells which of them is the root. */
  #parse(
    words: readonly Word[],
    tags: Uint8Array,
    start: number,
    size: number,
    heads: Int16Array,
    labels: Uint8Array,
  ): number {
    const state = this.#state
    state.reset(words, tags, start, size)
    while (!state.ended) {
      const transition = this.#transition()
      if (transition === SHIFT) {
        state.shift()
        continue
      }
      const dependent = state.s0
      const head = transition === RIGHT ? state.s1 : state.next
      const label = this.#label(head, dependent)
      state.pop()
      state.attach(head, dependent, label)
    }
    const root = state.s0
    for (let i = 1; i <= size; i++) {
      heads[start + i - 1] = start + state.head[i]! - 1
      labels[start + i - 1] = state.label[i]!
    }
    heads[start + root - 1] = -1
    labels[start + root - 1] = LABEL.root
    return start + root - 1
  }

  #transition(): number {
    const state = this.#state
    const canReduce = state.s1 !== 0
    if (!state.hasInput) return RIGHT
    if (state.s0 === 0) return SHIFT
    const { weights, shift } = this.#model.parser
    const rows = this.#rows
    const n = state.transitionRows(shift, rows)
    let right = 0
    let left = 0
    for (let i = 0; i < n; i++) {
      const pair = weights[rows[i]!]!
      right += pair >> 8
      left += (pair << 24) >> 24
    }
    if (canReduce && right > 0 && right >= left) return RIGHT
    return left > 0 ? LEFT : SHIFT
  }

  #label(head: number, dependent: number): number {
    const state = this.#state
    const { labelSets, labeller } = this.#model
    const set = labelSets[arcKind(state.tag[dependent]!, state.tag[head]!, dependent > head)]!
    if (set.length === 1) return set[0]!
    state.labelRows(head, dependent, labeller.shift, this.#rows)
    return best(set, labeller, this.#rows, LABEL_FEATURES)
  }
}

/** The class of a set that the features speak for most. */
function best(
  set: Uint8Array,
  { weights }: LinearTable<Int8Array>,
  rows: Int32Array,
  features: number,
): number {
  let found = 0
  let most = Number.NEGATIVE_INFINITY
  for (let k = 0; k < set.length; k++) {
    const offset = set[k]!
    let score = 0
    for (let i = 0; i < features; i++) score += weights[rows[i]! + offset]!
    if (score > most) {
      most = score
      found = offset
    }
  }
  return found
}

const isBreak = new Uint8Array(TAGS.length)
for (const name of [',', ':', '.', "''"] as const) isBreak[TAGS.indexOf(name)] = 1

/** Where the part of a sentence that starts at `start` ends: behind the last mark that a parser's reach holds. */
function partEnd(tag: Uint8Array, start: number, size: number): number {
  if (size - start <= LONGEST) return size
  const limit = start + LONGEST
  for (let end = limit; end > start + LONGEST / 2; end--) if (isBreak[tag[end - 1]!]) return end
  return limit
}

function listChildren(head: Int16Array): Pick<Syntax, 'firstChild' | 'nextSibling'> {
  const firstChild = new Int16Array(head.length).fill(-1)
  const nextSibling = new Int16Array(head.length).fill(-1)
  for (let i = head.length - 1; i >= 0; i--) {
    const parent = head[i]!
    if (parent < 0) continue
    nextSibling[i] = firstChild[parent]!
    firstChild[parent] = i
  }
  return { firstChild, nextSibling }
}
