#!/usr/bin/env node
// Fits data/models/timeline-days.json: which days of a topic matter most, by how many reports mention each and when.
//   npm run -s build && node scripts/fit-timeline-days.mjs FOLDER [--write]
// FOLDER holds TOPIC.jsonl, lines {file, text} with the articles of a crisis, and references.json, a list of timelines
// made by journalists: [{topic, word, days: {"2010-04-20": …}}]. A logistic regression over the days from the first to
// the last of a timeline, with a constant of its own for each timeline, topics weighted equally, ridge 30.
// Prints day F1 (as many days as the timeline has) fitted on all topics, and on all but the one that is judged.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [folder, write] = process.argv.slice(2)
if (!folder) {
  console.error('usage: fit-timeline-days.mjs FOLDER [--write]')
  process.exit(2)
}
const MODEL = 'data/models/timeline-days.json'
const RIDGE = 30
const ROUNDS = 60

const from = (path) => import(new URL(`../dist/src/${path}`, import.meta.url))
const { parseDay } = await from('annotate/calendar.js')
const { makeArchive } = await from('archive/ingest/build.js')
const { parseArticle, isRejection } = await from('articles/folder/parse.js')

const references = JSON.parse(readFileSync(join(folder, 'references.json'), 'utf8'))
const topics = readdirSync(folder)
  .filter((name) => name.endsWith('.jsonl'))
  .map((name) => name.slice(0, -6))
  .filter((topic) => references.some((one) => one.topic === topic))

const sets = topics.flatMap((topic) => {
  const rows = readFileSync(join(folder, `${topic}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map(JSON.parse)
  const articles = rows.map(({ file, text }) => parseArticle(file, text)).filter((one) => !isRejection(one))
  const { layer } = makeArchive(articles)
  return references
    .filter((one) => one.topic === topic)
    .map(({ word, days }) => {
      const wanted = new Set(Object.keys(days).map(parseDay))
      const [first, last] = [Math.min(...wanted), Math.max(...wanted)]
      const { mentions } = layer.events.findDays(layer.events.read({ topic: word, limit: 1 }))
      const inside = [...mentions].filter(([day]) => day >= first && day <= last)
      const rows = inside.map(([, counts]) => Object.values(counts).map(Math.log1p))
      const means = rows[0].map((_, at) => rows.reduce((sum, row) => sum + row[at], 0) / rows.length)
      return {
        topic,
        kinds: Object.keys(inside[0][1]),
        days: inside.map(([day]) => day),
        rows: rows.map((row) => row.map((value, at) => value - means[at])),
        right: inside.map(([day]) => Number(wanted.has(day))),
        size: wanted.size,
      }
    })
})
const { kinds } = sets[0]

/** Newton's method on the penalised likelihood; features are scaled by their deviation. */
function fittedOn(training) {
  const all = training.flatMap(({ rows }) => rows)
  const deviation = kinds.map(
    (_, at) => Math.sqrt(all.reduce((sum, row) => sum + row[at] ** 2, 0) / all.length) || 1,
  )
  const weights = kinds.map(() => 0)
  const constants = training.map(() => 0)
  const share = (topic) => training.filter((one) => one.topic === topic).length
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = weights.map((weight) => RIDGE * weight)
    const hessian = kinds.map((_, i) => kinds.map((_, j) => (i === j ? RIDGE : 0)))
    for (const [index, { topic, rows, right }] of training.entries()) {
      const worth = 100 / share(topic) / rows.length
      let slope = 0
      let curve = 1e-6
      for (const [at, row] of rows.entries()) {
        const scaled = row.map((value, kind) => value / deviation[kind])
        const odds = scaled.reduce((sum, value, kind) => sum + value * weights[kind], constants[index])
        const chance = 1 / (1 + Math.exp(-odds))
        slope += chance - right[at]
        curve += chance * (1 - chance)
        for (const [i, value] of scaled.entries()) {
          gradient[i] += value * (chance - right[at]) * worth
          for (const [j, other] of scaled.entries())
            hessian[i][j] += value * other * chance * (1 - chance) * worth
        }
      }
      constants[index] -= (0.5 * slope) / curve
    }
    const step = solved(hessian, gradient)
    for (const [kind, value] of step.entries()) weights[kind] -= 0.7 * value
  }
  return weights.map((weight, kind) => weight / deviation[kind])
}

/** Gaussian elimination of a small positive definite system. */
function solved(matrix, values) {
  const rows = matrix.map((row, at) => [...row, values[at]])
  for (const [at, pivot] of rows.entries()) {
    for (const [other, row] of rows.entries()) {
      if (other === at) continue
      const factor = row[at] / pivot[at]
      for (let column = at; column < row.length; column++) row[column] -= factor * pivot[column]
    }
  }
  return rows.map((row, at) => row.at(-1) / row[at])
}

function f1({ rows, days, right, size }, weights) {
  const order = rows
    .map((row, at) => ({ at, score: row.reduce((sum, value, kind) => sum + value * weights[kind], 0) }))
    .sort((a, b) => b.score - a.score || days[a.at] - days[b.at])
    .slice(0, size)
  return (2 * order.reduce((sum, { at }) => sum + right[at], 0)) / (order.length + size)
}

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length
const rounded = (value) => Math.round(value * 1000) / 1000
const weights = fittedOn(sets)
const apart = sets.map((set) => f1(set, fittedOn(sets.filter(({ topic }) => topic !== set.topic))))
const counted = sets.map((set) =>
  f1(
    set,
    kinds.map((kind) => Number(kind === 'any')),
  ),
)
console.log({
  timelines: sets.length,
  fitted: rounded(mean(sets.map((set) => f1(set, weights)))),
  topicsLeftOut: rounded(mean(apart)),
  aMereCount: rounded(mean(counted)),
})
const model = {
  weights: Object.fromEntries(kinds.map((kind, at) => [kind, Math.round(weights[at] * 100) / 100])),
}
console.log(model)
if (write === '--write') writeFileSync(MODEL, `${JSON.stringify(model, null, 2)}\n`)
