#!/usr/bin/env node
// Learns the tagger, the parser and the labeller of src/text/syntax and writes data/models/syntax.bin.
//   npm run fit:syntax -- TRAIN.conll DEV.conll [EPOCHS]
// Lines of ID, FORM, TAG, HEAD, LABEL apart by tabs, an empty line behind each sentence; labels of Universal
// Dependencies 1. Averaged perceptrons (Collins 2002); the parser learns with a dynamic oracle (Goldberg & Nivre 2013),
// the labels are learnt in the same pass. Same files, same model: all chance comes from one seed.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'

const [trainFile, devFile, passes = '8'] = process.argv.slice(2)
if (!devFile) {
  console.error('usage: fit-syntax.mjs TRAIN.conll DEV.conll [EPOCHS]')
  process.exit(2)
}
const EPOCHS = Number(passes)
const TAGGER_EPOCHS = 6
const from = (path) => import(new URL(`../dist/src/text/syntax/${path}`, import.meta.url))
const { TAG, TAGS, LABEL, LABELS } = await from('inventory.js')
const { ARC_KINDS, SPARE, arcKind, decodeModel, encodeModel, unknownTagSet } = await from('model.js')
const { NO_TAG, TAGGER_FEATURES, taggerRows } = await from('tagger.js')
const { LABEL_FEATURES, LEFT, LONGEST, ParserState, RIGHT, SHIFT } = await from('transitions.js')
const { describe } = await from('words.js')
const { Analyzer } = await from('analyze.js')

const BITS = { tagger: 20, parser: 21, labeller: 20 }
const shiftOf = (kind) => 32 - BITS[kind]
const ROWS = new Int32Array(256)

// A small generator of random numbers (mulberry32).
let seed = 20_160_101
function random() {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
}
function shuffle(list) {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[list[i], list[j]] = [list[j], list[i]]
  }
  return list
}

// ---- Sentences

const read = (file) =>
  readFileSync(file, 'utf8')
    .split('\n\n')
    .map((block) => block.split('\n').filter((line) => line && !line.startsWith('# ')))
    .map((lines) => lines.map((line) => line.split('\t')).filter((row) => row.length > 4))
    .filter((rows) => rows.length > 0)
    .map((rows) => ({
      forms: rows.map(([, form]) => form),
      tags: rows.map(([, , tag]) => TAG[tag]),
      heads: rows.map(([, , , head]) => Number(head)),
      labels: rows.map(([, , , , label]) => LABEL[label]),
    }))

const PUNCTUATION = new Set(["''", '``', ',', '.', ':', '-LRB-', '-RRB-'].map((name) => TAG[name]))

/** As members type: no capitals, and mostly no marks. */
function asTyped({ forms, tags, heads, labels }) {
  const isHead = new Set(heads)
  const bare = random() < 0.7
  const kept = forms.map((_, i) => i).filter((i) => !bare || !PUNCTUATION.has(tags[i]) || isHead.has(i + 1))
  const place = new Map(kept.map((i, at) => [i + 1, at + 1]))
  return {
    forms: kept.map((i) => forms[i].toLowerCase()),
    tags: kept.map((i) => tags[i]),
    heads: kept.map((i) => place.get(heads[i]) ?? 0),
    labels: kept.map((i) => labels[i]),
  }
}
const TYPED_SHARE = 0.12

const printed = read(trainFile).filter(({ forms }) => forms.length > 1 && forms.length <= LONGEST)
const train = [...printed, ...printed.filter(() => random() < TYPED_SHARE).map(asTyped)]
const dev = read(devFile)
const tokens = (list) => list.reduce((sum, { forms }) => sum + forms.length, 0)
console.log(
  `${printed.length} sentences, ${tokens(printed)} tokens; ${train.length - printed.length} more as typed`,
)

// ---- Which tags a word may have

const COMMON = 10
const RARE = 2
const LEAST_SHARE = 0.002

function tagDictionary() {
  const counts = new Map()
  for (const { forms, tags } of train) {
    forms.forEach((form, i) => {
      const row = counts.get(form) ?? new Map()
      counts.set(form, row)
      row.set(tags[i], (row.get(tags[i]) ?? 0) + 1)
    })
  }
  const rare = [new Set(), new Set(), new Set()]
  for (const [form, row] of counts) {
    const total = [...row.values()].reduce((a, b) => a + b)
    if (total <= RARE) for (const tag of row.keys()) rare[unknownTagSet(form)].add(tag)
  }
  const sets = rare.map((set) => [...set].sort((a, b) => a - b))
  const places = new Map()
  const words = sets.map(() => [])
  for (const [form, row] of counts) {
    const total = [...row.values()].reduce((a, b) => a + b)
    if (total < COMMON || form.includes(' ')) continue
    const kept = [...row]
      .filter(([, n]) => n / total >= LEAST_SHARE && (n > 1 || total < 100))
      .map(([tag]) => tag)
    const set = kept.sort((a, b) => a - b)
    const key = set.join()
    if (!places.has(key)) {
      places.set(key, sets.length)
      sets.push(set)
      words.push([])
    }
    words[places.get(key)].push(form)
  }
  return { tagSets: sets, words: words.map((list) => list.sort().join(' ')) }
}

const { tagSets, words: dictionary } = tagDictionary()
const known = new Map()
dictionary.forEach((list, set) => {
  for (const word of list.split(' ')) if (word) known.set(word, set)
})
const described = new Map()
function wordOf(form) {
  if (!described.has(form)) described.set(form, describe(form, known.get(form) ?? unknownTagSet(form)))
  return described.get(form)
}
for (const sentence of [...train, ...dev]) sentence.words = sentence.forms.map(wordOf)
console.log(`${known.size} words with ${tagSets.length} sets of tags`)

// ---- Which labels an arc may have

function arcLabels() {
  const counts = Array.from({ length: ARC_KINDS }, () => new Map())
  const anywhere = Array.from({ length: TAGS.length }, () => new Map())
  for (const { tags, heads, labels } of train) {
    for (let i = 0; i < tags.length; i++) {
      if (heads[i] === 0) continue
      const row = counts[arcKind(tags[i], tags[heads[i] - 1], i + 1 > heads[i])]
      for (const map of [row, anywhere[tags[i]]]) map.set(labels[i], (map.get(labels[i]) ?? 0) + 1)
    }
  }
  const likely = (map, share) => {
    const total = [...map.values()].reduce((a, b) => a + b, 0)
    return [...map].filter(([, n]) => n / total >= share).map(([label]) => label)
  }
  const sets = []
  const places = new Map()
  const arcs = counts.map((row, kind) => {
    const tag = Math.floor(kind / 2 / (TAGS.length + 1))
    const total = [...row.values()].reduce((a, b) => a + b, 0)
    const set = new Set(likely(row, 0.001))
    if (total < 50) for (const label of likely(anywhere[tag], 0.003)) set.add(label)
    if (set.size === 0) set.add(LABEL.dep)
    const list = [...set].sort((a, b) => a - b)
    const key = list.join()
    if (!places.has(key)) {
      places.set(key, sets.length)
      sets.push(list)
    }
    return places.get(key)
  })
  return { labelSets: sets, arcs }
}
const { labelSets, arcs } = arcLabels()

// ---- Perceptrons

/** A weight for each row and class, at `row * stride + class`. */
class Perceptron {
  constructor(bits, stride) {
    this.stride = stride
    const size = 2 ** bits * stride + SPARE
    this.weights = new Float32Array(size)
    this.totals = new Float64Array(size)
    this.time = 1
  }
  score(rows, n, offset) {
    let sum = 0
    for (let i = 0; i < n; i++) sum += this.weights[rows[i] * this.stride + offset]
    return sum
  }
  best(rows, n, set) {
    let found = set[0]
    let most = Number.NEGATIVE_INFINITY
    for (const k of set) {
      const score = this.score(rows, n, k)
      if (score > most) {
        most = score
        found = k
      }
    }
    return found
  }
  update(rows, n, right, wrong) {
    for (let i = 0; i < n; i++) {
      const at = rows[i] * this.stride
      this.weights[at + right] += 1
      this.totals[at + right] += this.time
      this.weights[at + wrong] -= 1
      this.totals[at + wrong] -= this.time
    }
  }
  averaged() {
    return this.weights.map((weight, i) => weight - this.totals[i] / this.time)
  }
}

function tag(model, { words, tags: gold }, learns) {
  const tags = new Uint8Array(words.length)
  let t1 = NO_TAG
  let t2 = NO_TAG
  for (let i = 0; i < words.length; i++) {
    const set = tagSets[words[i].tagSet]
    let found = set[0]
    if (set.length > 1) {
      taggerRows(words, i, t1, t2, shiftOf('tagger'), ROWS)
      found = model.best(ROWS, TAGGER_FEATURES, set)
      if (learns) {
        model.time++
        if (found !== gold[i] && set.includes(gold[i])) model.update(ROWS, TAGGER_FEATURES, gold[i], found)
      }
    }
    tags[i] = found
    t2 = t1
    t1 = found
  }
  return tags
}

function fitTagger(sentences, epochs) {
  const model = new Perceptron(BITS.tagger, 1)
  const list = [...sentences]
  for (let epoch = 0; epoch < epochs; epoch++)
    for (const sentence of shuffle(list)) tag(model, sentence, true)
  model.weights = model.averaged()
  return model
}

/** What each transition loses of the arcs that can still be made. */
function costs(state, heads, out) {
  const { stack, top, next, size } = state
  const s0 = state.s0
  const s1 = state.s1
  out[SHIFT] = out[RIGHT] = out[LEFT] = Number.POSITIVE_INFINITY
  if (state.hasInput) {
    let lost = 0
    for (let k = 4; k < top; k++) {
      if (heads[stack[k] - 1] === next) lost++
      if (k < top - 1 && heads[next - 1] === stack[k]) lost++
    }
    out[SHIFT] = lost
  }
  if (s0 === 0) return
  let dependents = 0
  for (let i = next; i <= size; i++) if (heads[i - 1] === s0) dependents++
  const head = heads[s0 - 1]
  if (state.hasInput) out[LEFT] = dependents + (head === s1 || head > next ? 1 : 0)
  if (s1 !== 0) out[RIGHT] = dependents + (head >= next || head === 0 ? 1 : 0)
  if (state.hasInput && head === 0) out[LEFT]++
}

const state = new ParserState()
const cost = [0, 0, 0]
const EXPLORE_FROM = 2
const EXPLORE = 0.9

function learnTree(parser, labeller, { words, predicted, heads, labels }, epoch) {
  state.reset(words, predicted, 0, words.length)
  while (!state.ended) {
    let best = -1
    let found = -1
    costs(state, heads, cost)
    const n = state.transitionRows(shiftOf('parser'), ROWS)
    const least = Math.min(...cost)
    const scores = [parser.score(ROWS, n, 0), parser.score(ROWS, n, 1), parser.score(ROWS, n, 2)]
    for (let k = 0; k < 3; k++) {
      if (cost[k] === Number.POSITIVE_INFINITY) continue
      if (found < 0 || scores[k] > scores[found]) found = k
      if (cost[k] === least && (best < 0 || scores[k] > scores[best])) best = k
    }
    parser.time++
    if (found !== best) parser.update(ROWS, n, best, found)
    const taken = cost[found] > least && !(epoch >= EXPLORE_FROM && random() < EXPLORE) ? best : found
    if (taken === SHIFT) {
      state.shift()
      continue
    }
    const dependent = state.s0
    const head = taken === RIGHT ? state.s1 : state.next
    const set = labelSets[arcs[arcKind(state.tag[dependent], state.tag[head], dependent > head)]]
    let label = set[0]
    if (set.length > 1) {
      state.labelRows(head, dependent, shiftOf('labeller'), ROWS)
      label = labeller.best(ROWS, LABEL_FEATURES, set)
      labeller.time++
      const gold = labels[dependent - 1]
      if (heads[dependent - 1] === head && label !== gold && set.includes(gold)) {
        labeller.update(ROWS, LABEL_FEATURES, gold, label)
      }
    }
    state.pop()
    state.attach(head, dependent, label)
  }
}

// ---- Quantisation: one byte for a weight

// The greatest weights, of the commonest features, are never cut off: that costs more than coarser steps do.
function scaleOf(weights) {
  let most = 0
  for (const weight of weights) most = Math.max(most, Math.abs(weight))
  return 127 / most
}
const byte = (value) => Math.max(-127, Math.min(127, Math.round(value)))

function quantise(weights) {
  const scale = scaleOf(weights)
  return Int8Array.from(weights, (weight) => byte(weight * scale))
}

function quantisePairs(weights) {
  const size = 2 ** BITS.parser
  const differences = new Float32Array(2 * size)
  for (let i = 0; i < size; i++) {
    differences[2 * i] = weights[3 * i + RIGHT] - weights[3 * i + SHIFT]
    differences[2 * i + 1] = weights[3 * i + LEFT] - weights[3 * i + SHIFT]
  }
  const scale = scaleOf(differences)
  const pairs = new Int16Array(size)
  for (let i = 0; i < size; i++) {
    pairs[i] = (byte(differences[2 * i] * scale) << 8) | (byte(differences[2 * i + 1] * scale) & 0xff)
  }
  return pairs
}

function encode(tagger, parser, labeller) {
  return encodeModel(
    {
      shifts: { tagger: shiftOf('tagger'), parser: shiftOf('parser'), labeller: shiftOf('labeller') },
      tagSets,
      labelSets,
      arcs,
      words: dictionary,
    },
    [quantise(tagger.weights), quantisePairs(parser), quantise(labeller)],
  )
}

// ---- Judging

function judge(analyzer, sentences) {
  const sums = { tokens: 0, tags: 0, uas: 0, las: 0, words: 0, wordUas: 0, wordLas: 0 }
  const byLabel = LABELS.map(() => [0, 0, 0])
  for (const { forms, tags, heads, labels } of sentences) {
    const { tag: t, head, label } = analyzer.analyze(forms)
    for (let i = 0; i < forms.length; i++) {
      const attached = head[i] === heads[i] - 1
      const labelled = attached && label[i] === labels[i]
      sums.tokens++
      if (t[i] === tags[i]) sums.tags++
      if (attached) sums.uas++
      if (labelled) sums.las++
      byLabel[labels[i]][0]++
      byLabel[label[i]][1]++
      if (labelled) byLabel[labels[i]][2]++
      if (labels[i] === LABEL.punct) continue
      sums.words++
      if (attached) sums.wordUas++
      if (labelled) sums.wordLas++
    }
  }
  const share = (a, b) => (a / b).toFixed(4)
  const f1 = Object.fromEntries(
    LABELS.map((name, i) => [name, byLabel[i]])
      .filter(([, [gold]]) => gold > 30)
      .map(([name, [gold, found, right]]) => [name, (2 * right) / (gold + found)])
      .map(([name, value]) => [name, Number(value.toFixed(3))]),
  )
  return {
    tags: share(sums.tags, sums.tokens),
    UAS: share(sums.uas, sums.tokens),
    LAS: share(sums.las, sums.tokens),
    'UAS without marks': share(sums.wordUas, sums.words),
    'LAS without marks': share(sums.wordLas, sums.words),
    f1,
  }
}

// ---- All of it

const seconds = () => `${Math.round(performance.now() / 1000)} s`
// The parser learns from tags such as it will meet: by taggers that have not seen the sentence.
const halves = [0, 1].map((half) => train.filter((_, i) => i % 2 === half))
halves.forEach((half, i) => {
  const model = fitTagger(halves[1 - i], 4)
  for (const sentence of half) sentence.predicted = tag(model, sentence, false)
})
console.log('tags for the parser', seconds())
const tagger = fitTagger(train, TAGGER_EPOCHS)
console.log('tagger', seconds())

const parser = new Perceptron(BITS.parser, 3)
const labeller = new Perceptron(BITS.labeller, 1)
for (let epoch = 0; epoch < EPOCHS; epoch++) {
  for (const sentence of shuffle(train)) learnTree(parser, labeller, sentence, epoch)
  const bytes = encode(tagger, parser.averaged(), labeller.averaged())
  const { f1, ...totals } = judge(new Analyzer(decodeModel(bytes)), dev)
  console.log('epoch', epoch + 1, seconds(), JSON.stringify(totals))
  if (epoch === EPOCHS - 1) {
    console.log(JSON.stringify(f1))
    mkdirSync('data/models', { recursive: true })
    writeFileSync(process.env.SYNTAX_MODEL ?? 'data/models/syntax.bin', bytes)
    console.log('bytes', bytes.length)
  }
}
