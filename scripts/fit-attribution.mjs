#!/usr/bin/env node
// Fits the weights of data/models/attribution.json and the cue words of src/language/en/speech/cues.ts.
//   npm run -s build && node scripts/fit-attribution.mjs ANNOTATED.jsonl
// ANNOTATED holds a line {text, attributions: [{content, source, cue}]} for each article, every field a list of
// [start, end) spans. The stages build on each other, so each runs in a process of its own after a new build.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'

const [file, stage] = process.argv.slice(2)
if (!file) {
  console.error('usage: fit-attribution.mjs ANNOTATED.jsonl')
  process.exit(2)
}
const WORDS = 'src/language/en/speech/cues.ts'
const WEIGHTS = 'data/models/attribution.json'
const STAGES = ['words', 'source', 'content', 'accept']

if (!stage) {
  for (const next of STAGES) {
    execFileSync(process.execPath, [process.argv[1], file, next], { stdio: 'inherit' })
    execFileSync('npx', ['tsc'], { stdio: ['ignore', 'inherit', 'ignore'] })
  }
  process.exit(0)
}

const from = (path) => import(new URL(`../dist/src/${path}`, import.meta.url))
const { documentOfText } = await from('annotate/document.js')
const { findNames } = await from('annotate/names.js')
const { frameDocument } = await from('annotate/quotations/chunks/sentences.js')
const cuesOf = await from('annotate/quotations/attribution/cues.js')
const sources = await from('annotate/quotations/attribution/sources.js')
const contents = await from('annotate/quotations/attribution/content.js')
const attributions = await from('annotate/quotations/attribution/attributions.js')
const { speechData } = await from('language/en/speech/speech.js')
const known = JSON.parse(readFileSync(WEIGHTS, 'utf8'))

const articles = readFileSync(file, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line))
/** The features of a candidate, out of the buffer that the next one is written to. */
const listed = ({ list, size }) => [...list.subarray(0, size)]
const overlap = ([a, b], c, d) => Math.min(b, d) - Math.max(a, c)
const touches = (spans, start, end) => spans.some((span) => overlap(span, start, end) > 0)
const covered = (spans, start, end) =>
  spans.reduce((sum, span) => sum + Math.max(0, overlap(span, start, end)), 0)

/** Calls `visit` with every frame and the attributions whose cue it may hold. */
function eachFrame(visit) {
  for (const { text, attributions: all } of articles) {
    const document = documentOfText(text)
    for (const sentence of frameDocument(document, findNames(document)).framed) {
      const { start, end } = sentence.frame
      visit(
        sentence,
        all.filter(({ cue, content }) => touches([...cue, ...content], start, end)),
        text,
      )
    }
  }
}

const LEAST = 2
const SHARE = 0.04
// Nouns and adjectives are mostly used to other ends.
const NOUN_SHARE = 0.15
const share = (word) => (word.endsWith('/v') ? SHARE : NOUN_SHARE)

// Words that attribute often enough to be learnt from, and are no rarity among the uses of the word.
function fitWords() {
  const count = new Map()
  eachFrame(({ frame }, gold) => {
    const keys = frame.items.map(cuesOf.cueKey)
    const heads = new Set(gold.map(({ cue }) => headOf(frame, keys, cue)))
    keys.forEach((key, i) => {
      if (!key) return
      const seen = count.get(key) ?? { all: 0, cue: 0 }
      seen.all++
      if (heads.has(i)) seen.cue++
      count.set(key, seen)
    })
  })
  const learnt = [...count]
    .filter(([word]) => !speechData.meetings.has(word))
    .filter(([word, { all, cue }]) => cue >= LEAST && cue >= share(word) * all)
    .map(([word]) => word)
  const spoken = [...speechData.speechVerbs.values()].map((verb) => `${verb}/v`)
  const words = [...new Set([...learnt, ...spoken])].sort()
  console.log(`${words.length} cue words`)
  writeFileSync(
    WORDS,
    `/** Words that attribute, by class (verb, noun, adjective); fitted by scripts/fit-attribution.mjs. */\nexport const cueWords: readonly string[] = \`\n${wrap(words)}\`.trim().split(/\\s+/)\n`,
  )
}

/** The one word of an annotated cue that attributes: its verb of speech, else its first verb, noun or adjective. */
function headOf(frame, keys, cue) {
  const inside = keys.flatMap((key, i) => {
    const { start, end, lower } = frame.items[i]
    return key && touches(cue, start, end) ? [{ i, key, speech: speechData.speechVerbs.has(lower) }] : []
  })
  const verb = ({ key }) => key.endsWith('/v')
  const light = ({ key }) => speechData.lightVerbs.has(key.slice(0, -2))
  return (
    inside.find((word) => verb(word) && word.speech) ??
    inside.find((word) => verb(word) && !light(word)) ??
    inside.find((word) => !verb(word)) ??
    inside[0]
  )?.i
}

const wrap = (words) => {
  let line = '  '
  let out = ''
  for (const word of words) {
    if (line.length + word.length > 105) {
      out += `${line.trimEnd()}\n`
      line = '  '
    }
    line += `${word} `
  }
  return out + line.trimEnd()
}

function fitSource() {
  const groups = []
  eachFrame(({ frame, chunks }, gold) => {
    const { counts, cues } = attributions.readFrame(frame)
    for (const cue of cues) {
      const item = frame.items[cue.at]
      const hits = gold.filter((a) => a.source.length && touches(a.cue, item.start, item.end))
      if (!hits.length) continue
      const group = []
      sources.sourceCandidates(frame, counts, chunks, cue, (chunk, _side, _distance, features) => {
        const { start } = frame.items[chunk.from]
        const { end } = frame.items[chunk.to - 1]
        group.push({ y: hits.some((a) => touches(a.source, start, end)), x: listed(features) })
      })
      if (group.some(({ y }) => y) && group.some(({ y }) => !y)) groups.push(group)
    }
  })
  save('source', sources.sourceLayout, softmax(groups, sources.sourceLayout.size, CLOSE))
}

function fitContent() {
  const left = []
  const right = []
  eachFrame(({ frame, chunks }, gold) => {
    const { counts, cues } = attributions.readFrame(frame)
    for (const cue of cues) {
      const item = frame.items[cue.at]
      const hit = gold.find((a) => a.source.length && touches(a.cue, item.start, item.end))
      const source = hit && sources.findSource(frame, counts, chunks, cue)
      if (!source || !touches(hit.source, frame.items[source.from].start, frame.items[source.to - 1].end))
        continue
      const x = listed(contents.contentFeatures(frame, counts, cue, source))
      const outer = contents.outerOf(cue, source)
      const split = frame.items[outer.from].start
      const before = covered(hit.content, frame.start, split)
      const after = covered(hit.content, split, frame.end)
      if (!before && !after) continue
      left.push({ y: before > 0.25 * after, x })
      right.push({ y: after > 0.25 * before, x })
    }
  })
  save('before', contents.contentLayout, binary(left, contents.contentLayout.size, CLOSE))
  save('after', contents.contentLayout, binary(right, contents.contentLayout.size, CLOSE))
}

function fitAccept() {
  const examples = []
  eachFrame(({ frame, chunks }, gold) => {
    attributions.candidates(
      frame,
      chunks,
      attributions.readFrame(frame),
      ({ source, contents: spans, features }) => {
        const start = frame.items[source.from].start
        const end = frame.items[source.to - 1].end
        const size = spans.reduce(
          (sum, { from, to }) => sum + frame.items[to - 1].end - frame.items[from].start,
          0,
        )
        const y =
          spans.length > 0 &&
          gold.some(
            (a) =>
              touches(a.source, start, end) &&
              spans.reduce(
                (sum, { from, to }) =>
                  sum + covered(a.content, frame.items[from].start, frame.items[to - 1].end),
                0,
              ) >=
                0.5 * size,
          )
        examples.push({ y, x: listed(features) })
      },
    )
  })
  console.log(`${examples.length} candidates, ${examples.filter(({ y }) => y).length} right`)
  save('accept', attributions.acceptLayout, binary(examples, attributions.acceptLayout.size, LOOSE))
}

// The many rare answers of the last stage call for small steps and a strong pull towards nothing.
const CLOSE = { epochs: 12, rate: 0.15, decay: 0.002 }
const LOOSE = { epochs: 8, rate: 0.05, decay: 0.03 }

/** Conditional likelihood of the right candidates of each group, by AdaGrad. */
function softmax(groups, size, how) {
  const w = new Float64Array(size)
  const g2 = new Float64Array(size).fill(1e-6)
  const mean = new Float64Array(size)
  let right = 0
  for (let epoch = 0; epoch < how.epochs; epoch++) {
    right = 0
    for (const group of shuffled(groups, epoch)) {
      const scores = group.map(({ x }) => sum(w, x))
      const top = Math.max(...scores)
      const all = scores.map((s) => Math.exp(s - top))
      const total = all.reduce((a, b) => a + b)
      const good = all.reduce((s, e, i) => s + (group[i].y ? e : 0), 0)
      if (group[scores.indexOf(top)].y) right++
      group.forEach(({ x, y }, i) => {
        step(w, g2, x, all[i] / total - (y ? all[i] / good : 0), how)
      })
    }
    addTo(mean, w, epoch, how)
  }
  console.log(`${groups.length} groups, ${(right / groups.length).toFixed(3)} right while fitting`)
  return mean
}

function binary(examples, size, how) {
  const w = new Float64Array(size)
  const g2 = new Float64Array(size).fill(1e-6)
  const mean = new Float64Array(size)
  let right = 0
  for (let epoch = 0; epoch < how.epochs; epoch++) {
    right = 0
    for (const { x, y } of shuffled(examples, epoch)) {
      const p = 1 / (1 + Math.exp(-sum(w, x)))
      if (p > 0.5 === y) right++
      step(w, g2, x, p - (y ? 1 : 0), how)
    }
    addTo(mean, w, epoch, how)
  }
  console.log(`${examples.length} examples, ${(right / examples.length).toFixed(3)} right while fitting`)
  return mean
}

function step(w, g2, x, error, { rate, decay }) {
  for (const f of x) {
    const gradient = error + decay * w[f]
    g2[f] += gradient * gradient
    w[f] -= (rate * gradient) / Math.sqrt(g2[f])
  }
}

/** The weights after each epoch of the later half, averaged: they depend less on the order of the examples. */
function addTo(mean, w, epoch, { epochs }) {
  const half = epochs >> 1
  if (epoch >= half) for (let f = 0; f < w.length; f++) mean[f] += w[f] / (epochs - half)
}

const sum = (w, x) => x.reduce((s, f) => s + w[f], 0)

/** The same order on every run. */
function shuffled(list, seed) {
  const copy = [...list]
  let state = 12345 + seed
  for (let i = copy.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    const j = state % (i + 1)
    ;[copy[i], copy[j]] = [copy[j], copy[i]]
  }
  return copy
}

/** Writes one model's weights beside the others'. */
function save(name, layout, w) {
  const all = { ...globalThis.saved, [name]: null }
  globalThis.saved = all
  const slots = {}
  for (const [slot, count] of Object.entries(layout.slots)) {
    const values = [...w.slice(layout.at[slot], layout.at[slot] + count)].map((v) => Math.round(v * 100) || 0)
    while (values.at(-1) === 0) values.pop()
    slots[slot] = values.join(' ')
  }
  all[name] = slots
  writeFileSync(WEIGHTS, `${JSON.stringify({ ...known, ...all }, null, 1)}\n`)
}

await { words: fitWords, source: fitSource, content: fitContent, accept: fitAccept }[stage]()
