#!/usr/bin/env node
// Fits src/answers/coefficients.ts: which part of a sentence answers, which sentence does, and whether any does.
//   npm run -s build && node scripts/fit-answers.mjs ANSWERED OTHER
// ANSWERED and OTHER are folders with corpus.jsonl, lines {id, title, text}, and queries.jsonl, lines {id, text,
// answers: [text, …], paragraph_id}: where a question is answered, and in which words. The first two stages learn from
// ANSWERED; the third from both, asked of each other and of parts of themselves. OTHER's queries may have `answer`
// instead, and the documents that answer them in qrels.tsv, lines of query, document and 1.
// Each stage builds on the one before, so each runs in a process of its own after a new build, and prints how often it
// is right on texts that it was not fitted to (five folds by the title of the text).
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [answered, other, stage] = process.argv.slice(2)
if (!other) {
  console.error('usage: fit-answers.mjs ANSWERED OTHER')
  process.exit(2)
}
const FITTED = 'src/answers/coefficients.ts'
const STAGES = ['span', 'sentence', 'doubt']
if (!stage) {
  for (const next of STAGES) {
    execFileSync(process.execPath, [process.argv[1], answered, other, next], { stdio: 'inherit' })
    execFileSync('npx', ['tsc'], { stdio: ['ignore', 'inherit', 'ignore'] })
  }
  process.exit(0)
}

const from = (path) => import(new URL(`../dist/src/${path}`, import.meta.url))
const { readQuestion } = await from('answers/asked.js')
const { doubtFeatures } = await from('answers/doubt.js')
const { weighSentences } = await from('answers/evidence.js')
const { groupOf, spanCandidates } = await from('answers/span.js')
const { makeArchive } = await from('archive/build.js')
const { articleOf } = await from('cli/corpus.js')
const known = await from('answers/coefficients.js')

const SHARED = { server: null }
const READ = 25
const FOLDS = 5

function dataset(folder) {
  const rows = (file) => readFileSync(join(folder, file), 'utf8').trim().split('\n').map(JSON.parse)
  const documents = rows('corpus.jsonl')
  const judged = new Map()
  if (existsSync(join(folder, 'qrels.tsv'))) {
    for (const line of readFileSync(join(folder, 'qrels.tsv'), 'utf8').trim().split('\n')) {
      const [query, document] = line.split('\t')
      judged.set(query, [...(judged.get(query) ?? []), document])
    }
  }
  const titles = new Map(documents.map(({ id, title }) => [String(id), title]))
  const questions = rows('queries.jsonl').map(({ id, text, answers, answer, paragraph_id }) => {
    const where = paragraph_id ? [paragraph_id] : (judged.get(String(id)) ?? [])
    return {
      text,
      answers: (answers ?? [answer]).flat().filter(Boolean).map(plain),
      where: new Set(where.map(String)),
      fold: foldOf(titles.get(String(where[0])) ?? text),
    }
  })
  return { documents, questions }
}

/** As answers are compared: words in lower case, without articles. */
const plain = (text) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(a|an|the)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
const holds = (text, { answers }) => answers.some((answer) => ` ${plain(text)} `.includes(` ${answer} `))
/** Whether a span is an answer, give or take a word. */
const isAnswer = (text, { answers }) => {
  const said = plain(text)
  return answers.some(
    (answer) =>
      said === answer ||
      (said !== '' &&
        (answer.includes(said) || said.includes(answer)) &&
        Math.abs(answer.length - said.length) <= Math.max(8, answer.length)),
  )
}
const foldOf = (text) =>
  [...text].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 9973, 7) % FOLDS

const archiveOf = (documents) =>
  makeArchive(documents.map(({ id, title, text }) => articleOf({ id, title: title ?? '', text }))).archive

async function evidenceFor(question, archive) {
  const result = await archive.passages({ words: question.text, limit: READ }, SHARED)
  const asked = readQuestion(question.text, result)
  return { result, asked, evidence: weighSentences(asked, result.hits) }
}

async function fitSpan() {
  const { documents, questions } = dataset(answered)
  const archive = archiveOf(documents)
  const groups = []
  for (const question of questions) {
    const { asked, evidence } = await evidenceFor(question, archive)
    for (const { hit, sentence } of evidence.slice(0, 12)) {
      if (!holds(sentence.text, question)) continue
      const options = spanCandidates(asked, hit, sentence).map(({ start, end, features }) => ({
        y: isAnswer(sentence.text.slice(start - sentence.start, end - sentence.start), question),
        x: Object.values(features),
        names: Object.keys(features),
      }))
      if (options.some(({ y }) => y) && options.some(({ y }) => !y))
        groups.push({ options, kind: groupOf(asked.type), fold: question.fold })
    }
  }
  const names = groups[0].options[0].names
  const kinds = Object.keys(known.SPAN)
  // Each kind has its own deviation from what all have in common, and twice the pull towards none.
  const width = names.length
  for (const { options, kind } of groups) {
    for (const option of options) {
      const own = new Array(width * kinds.length).fill(0)
      option.x.forEach((value, i) => {
        own[kinds.indexOf(kind) * width + i] = value * Math.SQRT1_2
      })
      option.x = Float64Array.from([...option.x, ...own])
    }
  }
  const w = crossFitted('spans', groups, 6)
  save(
    'SPAN',
    Object.fromEntries(
      kinds.map((kind, k) => [
        kind,
        Object.fromEntries(names.map((name, i) => [name, w[i] + w[width * (k + 1) + i] * Math.SQRT1_2])),
      ]),
    ),
  )
}

async function fitSentence() {
  const { documents, questions } = dataset(answered)
  const archive = archiveOf(documents)
  const groups = []
  let names
  for (const question of questions) {
    const { evidence } = await evidenceFor(question, archive)
    const options = evidence.slice(0, 12).map(({ features, sentence }) => {
      names ??= Object.keys(features)
      return { y: holds(sentence.text, question), x: Float64Array.from(Object.values(features)) }
    })
    if (options.some(({ y }) => y)) groups.push({ options, fold: question.fold })
  }
  const w = crossFitted('sentences', groups, 4)
  save('SENTENCE', Object.fromEntries(names.map((name, i) => [name, w[i]])))
}

/**
 * Questions asked of archives that answer them and of archives that don't, of every size: were all large ones silent,
 * size alone would be learnt. Questions whose neighbours are there count little: what comes near may be of use.
 */
async function fitDoubt() {
  const sets = [dataset(answered), dataset(other)]
  const [first, second] = sets
  const random = randomNumbers(7)
  const examples = []
  let names
  const ask = async (documents, questions, weights) => {
    const archive = archiveOf(documents)
    const ids = new Set(documents.map(({ id }) => String(id)))
    for (const question of questions) {
      const { result, asked, evidence } = await evidenceFor(question, archive)
      const [top] = evidence
      if (!top) continue
      const y = [...question.where].some((id) => ids.has(id))
      const right = evidence.slice(0, 3).findIndex(({ sentence }) => holds(sentence.text, question))
      const weight = y ? weights.answered * [1, 0.7, 0.7, weights.missed][right < 0 ? 3 : right] : weights.not
      if (weight === 0) continue
      const features = doubtFeatures(asked, top, result)
      names ??= Object.keys(features)
      examples.push({
        y,
        x: [1, ...Object.values(features)],
        weight,
        fold: question.fold,
        size: ids.size,
        right,
      })
    }
  }
  const SURE = { answered: 1, missed: 0.3, not: 1 }
  // Judged by the answer's words alone, which stand in many a text that does not answer.
  const SILVER = { answered: 1, missed: 0, not: 1 }
  const all = [...first.questions, ...second.questions]
  await ask(first.documents, first.questions, SURE)
  await ask(second.documents, first.questions, SURE)
  await ask(first.documents, second.questions, SURE)
  await ask(
    second.documents,
    second.questions.filter(({ where }) => where.size),
    SILVER,
  )
  await ask([...first.documents, ...second.documents], first.questions, { ...SURE, answered: 0.7 })
  await ask(
    [...first.documents, ...second.documents],
    second.questions.filter(({ where }) => where.size),
    SILVER,
  )
  for (let fold = 0; fold < FOLDS; fold++) {
    const left = first.documents.filter(({ title }) => foldOf(title) !== fold)
    await ask(
      left,
      first.questions.filter((one) => one.fold === fold),
      { ...SURE, not: 0.8 },
    )
    const gaps = first.documents.filter((_, i) => i % FOLDS !== fold)
    const ids = new Set(gaps.map(({ id }) => String(id)))
    await ask(
      gaps,
      first.questions.filter(({ where }) => ![...where].some((id) => ids.has(id))),
      {
        ...SURE,
        not: 0.25,
      },
    )
  }
  const titles = [...new Set(first.documents.map(({ title }) => title))]
  const part = async (documents, others, weights) => {
    const ids = new Set(documents.map(({ id }) => String(id)))
    const own = (question) => [...question.where].some((id) => ids.has(id))
    const near = new Set(documents.map(({ title }) => foldOf(title)))
    await ask(documents, first.questions.filter(own), weights)
    await ask(
      documents,
      sample(
        all.filter((one) => !own(one) && !near.has(one.fold)),
        others,
        random,
      ),
      weights,
    )
  }
  for (let i = 0; i < titles.length; i += 4) {
    const some = new Set(titles.slice(i, i + 4))
    await part(
      first.documents.filter(({ title }) => some.has(title)),
      60,
      { answered: 0.5, missed: 0.15, not: 0.8 },
    )
  }
  for (let i = 0; i < titles.length; i += 3) {
    await part(first.documents.filter(({ title }) => title === titles[i]).slice(0, 4), 40, {
      answered: 0.6,
      missed: 0.2,
      not: 0.8,
    })
  }
  for (let i = 0; i < 10; i++) {
    const documents = second.documents.slice(i * 150, i * 150 + 100)
    const ids = new Set(documents.map(({ id }) => String(id)))
    await ask(documents, sample(first.questions, 60, random), { ...SURE, not: 0.8 })
    await ask(
      documents,
      second.questions.filter(({ where }) => [...where].some((id) => ids.has(id))),
      SILVER,
    )
  }
  const w = logistic(examples)
  const held = examples.map(() => 0)
  for (let fold = 0; fold < FOLDS; fold++) {
    const v = logistic(examples.filter((one) => one.fold !== fold))
    examples.forEach((one, i) => {
      if (one.fold === fold) held[i] = dot(v, one.x)
    })
  }
  const share = (test, pass) => {
    const those = held.filter((_, i) => test(examples[i]))
    return (those.filter(pass).length / those.length).toFixed(3)
  }
  for (const least of [-1.5, -1.2, -1, -0.8, -0.6, -0.4, -0.2, 0]) {
    const silent = (odds) => odds < least
    console.log(
      `least odds ${least}: silent ${share(({ y, size }) => !y && size > 1000, silent)} of what a large archive does not ` +
        `answer, ${share(({ y, size }) => !y && size <= 1000, silent)} of what a small one does not; ` +
        `${share(({ y, right }) => y && right === 0, silent)} of what was found`,
    )
  }
  save('DOUBT', Object.fromEntries(names.map((name, i) => [name, w[i + 1]])))
  save('DOUBT_BIAS', w[0])
}

/** Fitted to all; prints how often the likeliest option is right in texts that a fit has not seen. */
function crossFitted(what, groups, pull) {
  let right = 0
  for (let fold = 0; fold < FOLDS; fold++) {
    const w = softmax(
      groups.filter((group) => group.fold !== fold),
      pull,
    )
    for (const { options } of groups.filter((group) => group.fold === fold)) {
      const scores = options.map(({ x }) => dot(w, x))
      right += Number(options[scores.indexOf(Math.max(...scores))].y)
    }
  }
  console.log(
    `${what}: ${groups.length} choices, ${(right / groups.length).toFixed(3)} right on texts not seen`,
  )
  return softmax(groups, pull)
}

/** The likelihood of the right options among all of their group, by Adam, with a pull towards nothing (L2). */
function softmax(groups, pull) {
  return descend(groups[0].options[0].x.length, pull, (w, gradient) => {
    for (const { options } of groups) {
      const scores = options.map(({ x }) => dot(w, x))
      const top = Math.max(...scores)
      const odds = scores.map((score) => Math.exp(score - top))
      const total = odds.reduce((a, b) => a + b)
      const good = odds.reduce((sum, odd, i) => sum + (options[i].y ? odd : 0), 0)
      options.forEach(({ x, y }, i) => {
        add(gradient, x, odds[i] / total - (y ? odds[i] / good : 0))
      })
    }
  })
}

function logistic(examples) {
  return descend(examples[0].x.length, 1, (w, gradient) => {
    for (const { x, y, weight } of examples) {
      add(gradient, x, weight * (1 / (1 + Math.exp(-dot(w, x))) - Number(y)))
    }
  })
}

const STEPS = 800
const RATE = 0.1

function descend(size, pull, addGradient) {
  const w = new Float64Array(size)
  const mean = new Float64Array(size)
  const square = new Float64Array(size)
  for (let step = 1; step <= STEPS; step++) {
    const gradient = w.map((value) => pull * value)
    addGradient(w, gradient)
    const rate = RATE * (1 - step / (STEPS + 1))
    for (let i = 0; i < size; i++) {
      mean[i] = 0.9 * mean[i] + 0.1 * gradient[i]
      square[i] = 0.99 * square[i] + 0.01 * gradient[i] ** 2
      w[i] -= (rate * mean[i]) / (1 - 0.9 ** step) / (Math.sqrt(square[i] / (1 - 0.99 ** step)) + 1e-9)
    }
  }
  return w
}

function dot(w, x) {
  let sum = 0
  for (let i = 0; i < x.length; i++) sum += w[i] * x[i]
  return sum
}

function add(gradient, x, error) {
  for (let i = 0; i < x.length; i++) gradient[i] += error * x[i]
}

/** Numbers from 0 to 1, the same on every run. */
function randomNumbers(seed) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return state / 2 ** 32
  }
}

function sample(list, count, random) {
  const rest = [...list]
  return Array.from(
    { length: Math.min(count, rest.length) },
    () => rest.splice(Math.floor(random() * rest.length), 1)[0],
  )
}

/** Writes one table beside the others. */
function save(name, value) {
  globalThis.saved = { ...globalThis.saved, [name]: value }
  const all = { ...known, ...globalThis.saved }
  const rounded = (table) =>
    typeof table === 'number'
      ? String(Math.round(table * 100) / 100)
      : `{${Object.entries(table)
          .map(([key, inner]) => `${key}: ${rounded(inner)},`)
          .join(' ')}}`
  writeFileSync(
    FITTED,
    `// Fitted by scripts/fit-answers.mjs; not to be edited by hand. Features are described where they are measured.
import type { DoubtFeatures } from './doubt.js'
import type { Features } from './evidence.js'
import type { SpanGroup } from './span.js'
import type { SpanFeatures } from './span-features.js'

export const SPAN: Readonly<Record<SpanGroup, SpanFeatures>> = ${rounded(all.SPAN)}

export const SENTENCE: Features = ${rounded(all.SENTENCE)}

export const DOUBT: DoubtFeatures = ${rounded(all.DOUBT)}

export const DOUBT_BIAS = ${rounded(all.DOUBT_BIAS)}
`,
  )
  execFileSync('npx', ['biome', 'format', '--write', FITTED], { stdio: ['ignore', 'ignore', 'inherit'] })
}

await { span: fitSpan, sentence: fitSentence, doubt: fitDoubt }[stage]()
