#!/usr/bin/env node
// Fits data/models/when.json: which of the days that sentences give is that of the event asked about, and whether any is.
//   npm run -s build && node scripts/fit-when.mjs --news FOLDER [--news FOLDER …] [--cache FOLDER] [--only-fit] [--write]
// A news FOLDER holds questions.jsonl ({topic, type, command, q, answerable, gold: [pattern], date, dates}) and archives.json
// ({topic: {from, files}}: rows {file, text}).
// Each answerable question counts once more without the articles that answer it: then nothing does.
// What is measured is kept in the cache, a file a set and topic, so that a fit takes seconds. Prints how often the fit is
// right on topics that were left out of it.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'

const { values: options } = parseArgs({
  options: {
    news: { type: 'string', multiple: true, default: [] },
    cache: { type: 'string', default: join(tmpdir(), 'fit-when') },
    'only-fit': { type: 'boolean', default: false },
    least: { type: 'string', default: '-0.5' },
    write: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
  },
})
const MODEL = 'data/models/when.json'
const SHARED = { server: null }
const from = (path) => import(new URL(`../dist/src/${path}`, import.meta.url))
const rows = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
const round = (x, digits = 3) => Math.round(x * 10 ** digits) / 10 ** digits
const clean = (text) => (text ?? '').replace(/\s+/g, ' ')
const pattern = (source) => new RegExp(source, /\[A-Z\]/.test(source) ? '' : 'i')

// ---- What is measured

async function measureAll() {
  const { buildArchive } = await from('archive/ingest/build.js')
  const { questionOf } = await from('answers/model/question.js')
  const { whenQuestion } = await from('answers/commands/when-question.js')
  const { datedEvent } = await from('answers/when/dated-event.js')

  const archiveOf = async (files) => {
    const scratch = mkdtempSync(join(tmpdir(), 'fit-'))
    for (const [name, text] of files) {
      mkdirSync(dirname(join(scratch, name)), { recursive: true })
      writeFileSync(join(scratch, name), text)
    }
    const { archive } = await buildArchive(scratch)
    rmSync(scratch, { recursive: true })
    return archive
  }
  /** @param isRight (date, text) → [whether the day is right, whether the sentence tells of it] */
  const measure = async (question, archive, isRight) => {
    const { asked, candidates } = await datedEvent(question, archive, SHARED)
    return {
      parts: asked.question.parts.map(({ share, name, unknown, term, word }) => ({
        share,
        name,
        unknown,
        term,
        word,
      })),
      event: asked.event,
      candidates: candidates.map(({ article, sentence, date, mention, features }) => {
        const [d, g] = isRight(date, clean(sentence.text))
        return {
          d: +d,
          g: +g,
          article: article.id,
          report: article.report ?? article.id,
          date: `${date.start}/${date.end}`,
          grain: date.grain,
          own: mention === null,
          text: clean(sentence.text),
          f: rounded(features),
        }
      }),
    }
  }
  const rounded = (f) =>
    Object.fromEntries(
      Object.entries(f)
        .filter(([, x]) => x !== 0)
        .map(([name, x]) => [name, round(Number(x), 4)]),
    )
  const save = (name, list) => {
    writeFileSync(
      join(options.cache, `${name}.jsonl`),
      list.map((row) => `${JSON.stringify(row)}\n`).join(''),
    )
    console.log(
      `${name}: ${list.length} questions, ${list.filter((one) => one.candidates.some(({ d, g }) => d && g)).length} with the right day among the candidates`,
    )
  }
  const within = (days, date) => days.some(({ start, end }) => date.start >= start && date.end <= end)

  for (const folder of options.news) {
    const archives = JSON.parse(readFileSync(join(folder, 'archives.json'), 'utf8'))
    const questions = rows(join(folder, 'questions.jsonl')).filter((one) => one.type === 'when')
    for (const topic of Object.keys(archives)) {
      const { from: source, files } = archives[topic]
      const texts = new Map(rows(join(folder, source)).map(({ file, text }) => [file, text]))
      const archive = await archiveOf(
        (files ? Object.entries(files) : [...texts.keys()].map((one) => [one, one])).map(([name, file]) => [
          name,
          texts.get(file),
        ]),
      )
      const measured = []
      for (const row of questions.filter((one) => one.topic === topic)) {
        const meant = questionOf(row.q)
        if (meant.command !== 'when') continue
        const days = [row.date, ...(row.dates ?? [])].filter(Boolean)
        const gold = row.gold.map(pattern)
        measured.push({
          id: row.id,
          topic,
          set: 'members',
          q: row.q,
          answerable: row.answerable,
          ...(await measure(whenQuestion(meant.topic, meant.verb), archive, (date, text) => [
            row.answerable && within(days, date),
            row.answerable && gold.some((one) => one.test(text)),
          ])),
        })
      }
      save(`members-${topic}`, measured)
      // Of whom a question tells nothing of another: asked so, hardly anything answers.
      const near = []
      for (const q of nearMisses(measured)) {
        const meant = questionOf(q)
        if (meant.command !== 'when') continue
        const row = {
          id: `n${near.length}`,
          topic,
          set: 'near',
          q,
          answerable: false,
          ...(await measure(whenQuestion(meant.topic, meant.verb), archive, () => [false, false])),
        }
        if (!row.candidates.some(({ f }) => f.asked && f.predicate >= 0.5)) near.push(row)
      }
      save(`near-${topic}`, near)
    }
  }
}

/** Questions with the subject of another question of the topic in place of their own. */
function nearMisses(measured) {
  const subjectOf = ({ event, parts }) =>
    [...event.names, ...event.subject]
      .sort((a, b) => a - b)
      .map((part) => parts[part].word)
      .join(' ')
  const all = measured
    .map((one) => ({ q: one.q.toLowerCase(), subject: subjectOf(one) }))
    .filter(({ q, subject }) => subject && q.includes(subject))
  const made = new Set()
  all.forEach(({ q, subject }, i) => {
    for (const step of [1, 3]) {
      const other = all[(i + step) % all.length].subject
      if (other !== subject) made.add(q.replace(subject, other))
    }
  })
  return [...made]
}

// ---- The fit

const SETS = { members: 1, near: 0.3 }
const PULL = { rank: 1, answer: 1 }
const DELETED = 0.5

function examplesFrom(list) {
  return list.flatMap((one) => {
    const right = (c) => c.d && c.g
    const has = one.candidates.some(right)
    const whole = { ...one, weight: SETS[one.set], has }
    if (!has || !one.answerable) return [whole]
    const telling = new Set(one.candidates.filter((c) => c.d).map(({ article }) => article))
    // The month or the year of the right day is no wrong answer either.
    const isAround = ({ date }) => one.candidates.some((c) => right(c) && contains(date, c.date))
    return [
      whole,
      {
        ...one,
        weight: DELETED * SETS[one.set],
        has: false,
        answerable: false,
        deleted: true,
        candidates: one.candidates.filter((c) => !telling.has(c.article) && !isAround(c)),
      },
    ]
  })
}

/** Of days written `start/end`. */
const contains = (whole, part) => {
  const [[start, end], [first, last]] = [whole.split('/'), part.split('/')]
  return start <= first && last <= end
}

const dotOf = (f, w) => {
  let sum = 0
  for (const name in f) sum += f[name] * (w[name] ?? 0)
  return sum
}

/** Adam with a ridge and held signs. @param gradientOf (w, gradient), arrays in the order of the names */
function descend(names, pull, gradientOf, steps = 150, rate0 = 0.1) {
  const size = names.length
  const w = new Float64Array(size)
  const mean = new Float64Array(size)
  const square = new Float64Array(size)
  const signs = names.map((name) => (FOR.has(name) ? 1 : AGAINST.has(name) ? -1 : 0))
  const pulls = names.map((name) => (name === 'bias' ? 0 : pull))
  for (let step = 1; step <= steps; step++) {
    const gradient = w.map((value, i) => pulls[i] * value)
    gradientOf(w, gradient)
    const rate = rate0 * (1 - step / (steps + 1))
    for (let i = 0; i < size; i++) {
      mean[i] = 0.9 * mean[i] + 0.1 * gradient[i]
      square[i] = 0.99 * square[i] + 0.01 * gradient[i] ** 2
      w[i] -= (rate * mean[i]) / (1 - 0.9 ** step) / (Math.sqrt(square[i] / (1 - 0.99 ** step)) + 1e-9)
      if (w[i] * signs[i] < 0) w[i] = 0
    }
  }
  return Object.fromEntries(names.map((name, i) => [name, w[i]]))
}

/** Features as places and values, for the names that are fitted. */
function sparse(f, at) {
  const places = []
  const values = []
  for (const name in f)
    if (at.has(name)) {
      places.push(at.get(name))
      values.push(f[name])
    }
  return { places, values }
}
function dot({ places, values }, w) {
  let sum = 0
  for (let i = 0; i < places.length; i++) sum += values[i] * w[places[i]]
  return sum
}
function add(gradient, { places, values }, error) {
  for (let i = 0; i < places.length; i++) gradient[places[i]] += error * values[i]
}

const FOR = new Set(
  'soft exact synonym full nameOwn nameNear nameWide bm25 together order predicate sure asked referred own clause sentence told support share around firstName news present link.own link.clause direct attached close nearby fits telling fitsDate score margin sureness tellingMost tellingNext tellers'.split(
    ' ',
  ),
)
const AGAINST = new Set(
  'otherObject lost worst articleMiss articleWorst nameLost namesake other unsaid furniture wrongWay is.denied unknown unknownName link.elsewhere link.body unsaidKnown nounFor since unreal'.split(
    ' ',
  ),
)

function fitRank(examples) {
  const used = examples.filter((one) => one.answerable && one.has)
  const names = [...new Set(used.flatMap((one) => one.candidates.flatMap(({ f }) => Object.keys(f))))]
  const at = new Map(names.map((name, i) => [name, i]))
  const dense = used.map(({ candidates, weight }) => ({
    weight,
    list: candidates.map(({ d, g, f }) => ({ x: sparse(f, at), good: d && g })),
  }))
  return descend(names, PULL.rank, (w, gradient) => {
    for (const { list, weight } of dense) {
      const scores = list.map(({ x }) => dot(x, w))
      const top = Math.max(...scores)
      let all = 0
      let right = 0
      const odds = scores.map((score, i) => {
        const value = Math.exp(score - top)
        all += value
        if (list[i].good) right += value
        return value
      })
      odds.forEach((value, i) => {
        const error = weight * (value / all - (list[i].good ? value / right : 0))
        if (Math.abs(error) > 1e-4) add(gradient, list[i].x, error)
      })
    }
  })
}

/** Topics in so many parts, each of which is left out of a fit in turn. */
const FOLDS = 5
const topicsOf = (examples) => [...new Set(examples.map(({ topic }) => topic))].sort()
const foldsOf = (examples, many) =>
  Array.from({ length: many }, (_, i) => topicsOf(examples).filter((_, at) => at % many === i))

/** Of each topic a ranking that does not know it: of questions that it knows it is surer than of others. */
function ranksApart(examples) {
  return new Map(
    foldsOf(examples, FOLDS - 1).flatMap((part) => {
      const rank = fitRank(examples.filter(({ topic }) => !part.includes(topic)))
      return part.map((topic) => [topic, rank])
    }),
  )
}

function fitAnswer(examples, ranks) {
  const tasks = examples.flatMap((one) => {
    const days = rankedDays(one.candidates, ranks.get(one.topic))
    if (days.length === 0) return []
    const right = one.answerable && days[0].right
    // Where the first is wrong although another is right, silence is only better than a wrong answer.
    const weight = one.weight * (one.answerable && !right ? 0.5 : 1)
    return [{ x: { ...answerFeatures(days, one.parts), bias: 1 }, y: Number(right), weight }]
  })
  const names = [...new Set(tasks.flatMap(({ x }) => Object.keys(x)))]
  const at = new Map(names.map((name, i) => [name, i]))
  const dense = tasks.map(({ x, y, weight }) => ({ x: sparse(x, at), y, weight }))
  return descend(names, PULL.answer, (w, gradient) => {
    for (const { x, y, weight } of dense) add(gradient, x, weight * (1 / (1 + Math.exp(-dot(x, w))) - y))
  })
}

/** Used as the product does: see src/answers/when/day-ranking.ts. */
let rankedDays
let answerFeatures
let allowance

function tell(examples, w, answer) {
  return examples.map((one) => {
    const days = rankedDays(one.candidates, w)
    const odds =
      days.length > 0
        ? dotOf({ ...answerFeatures(days, one.parts), bias: 1 }, answer) + allowance(days[0])
        : -9
    return { one, days, odds, right: days.length > 0 && one.answerable && Boolean(days[0].right) }
  })
}

function figures(told, least) {
  const yes = told.filter(({ one }) => one.answerable)
  const no = told.filter(({ one }) => !one.answerable && !one.deleted)
  const deleted = told.filter(({ one }) => one.deleted)
  const share = (list, test) => round(list.filter(test).length / (list.length || 1))
  return {
    n: yes.length,
    has: share(yes, ({ one }) => one.has),
    first: share(yes, ({ right }) => right),
    three: share(yes, ({ days }) => days.slice(0, 3).some(({ right }) => right)),
    shown: share(yes, ({ right, odds }) => right && odds >= least),
    unanswerable: no.length,
    answered: share(no, ({ odds }) => odds >= least),
    deleted: share(deleted, ({ odds }) => odds >= least),
    auc: auc(told.filter(({ one }) => !one.deleted)),
  }
}

function auc(told) {
  const good = told.filter(({ right }) => right).map(({ odds }) => odds)
  const bad = told.filter(({ right }) => !right).map(({ odds }) => odds)
  let sum = 0
  for (const a of good) for (const b of bad) sum += a > b ? 1 : a === b ? 0.5 : 0
  return round(sum / (good.length * bad.length))
}

mkdirSync(options.cache, { recursive: true })
if (!options['only-fit']) await measureAll()
;({ rankedDays, answerFeatures, allowance } = await (async () => {
  const module = await from('answers/when/day-ranking.js')
  return {
    answerFeatures: module.answerFeatures,
    allowance: module.allowance,
    rankedDays: (candidates, w) =>
      module
        .rankDays(
          candidates.map((c) => ({
            ...c,
            features: c.f,
            article: { id: c.article, report: c.report },
            date: { start: c.date.split('/')[0], end: c.date.split('/')[1], grain: c.grain },
          })),
          w,
        )
        .map((day) => ({
          ...day,
          right: day.told.some(({ d }) => d) && day.told.slice(0, 6).some(({ d, g }) => d && g),
        })),
  }
})())
const all = readdirSync(options.cache)
  .filter((file) => file.endsWith('.jsonl'))
  .flatMap((file) => rows(join(options.cache, file)))
const examples = examplesFrom(all)
const held = foldsOf(examples, FOLDS).flatMap((part) => {
  const rest = examples.filter(({ topic }) => !part.includes(topic))
  return tell(
    examples.filter(({ topic }) => part.includes(topic)),
    fitRank(rest),
    fitAnswer(rest, ranksApart(rest)),
  )
})
const LEAST = Number(options.least)
for (const set of Object.keys(SETS)) {
  const told = held.filter(({ one }) => one.set === set)
  if (told.length === 0) continue
  console.log(set, figures(told, LEAST))
  if (set === 'members') {
    for (const least of [-1.5, -1, -0.7, -0.5, -0.3, 0, 0.3, 0.6, 1]) {
      const { shown, answered, deleted } = figures(told, least)
      console.log('  least', least, { shown, answered, deleted })
    }
    for (const topic of topicsOf(examples))
      if (told.some(({ one }) => one.topic === topic))
        console.log(
          '  ',
          topic,
          figures(
            told.filter(({ one }) => one.topic === topic),
            LEAST,
          ),
        )
  }
}
if (options.list)
  for (const { one, days, odds, right } of held.filter(({ one }) => !one.deleted)) {
    const shown = odds >= LEAST
    if (one.answerable ? right && shown : !shown) continue
    console.log(
      `${one.topic} ${one.id} ${one.answerable ? (right ? 'silent' : one.has ? 'wrong' : 'NOT THERE') : 'answered'} ${round(odds, 2)}: ${one.q}  [${one.parts.map(({ term, share }, i) => `${i === one.event.predicate ? 'P:' : one.event.subject.includes(i) ? 'S:' : ''}${term} ${round(share, 2)}`)}]`,
    )
    for (const day of days.slice(0, 2))
      console.log(
        `     ${day.right ? '+' : '-'} ${round(day.score, 2)} ${day.date.start}/${day.date.end} ${day.told[0].own ? 'OWN' : ''} ${Object.entries(
          day.told[0].f,
        )
          .filter(([k]) => /^(predicate|asked|other|link|told|soft|lost|is\.|party|referred)/.test(k))
          .map(([k, v]) => `${k}=${round(v, 2)}`)
          .join(' ')} > ${day.told[0].text.slice(0, 180)}`,
      )
    const good = days.findIndex(({ right }) => right)
    if (good > 1)
      console.log(
        `     (${good}) + ${round(days[good].score, 2)} ${days[good].date.start} ${Object.entries(
          days[good].told[0].f,
        )
          .filter(([k]) => /^(predicate|asked|other|link|told|soft|lost|is\.|party|referred)/.test(k))
          .map(([k, v]) => `${k}=${round(v, 2)}`)
          .join(' ')} > ${days[good].told[0].text.slice(0, 180)}`,
      )
  }
const rank = fitRank(examples)
const answer = fitAnswer(examples, ranksApart(examples))
const tidy = (w) =>
  Object.fromEntries(
    Object.entries(w)
      .filter(([, x]) => Math.abs(x) >= 0.005)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, x]) => [name, round(x, 2)]),
  )
const model = { rank: tidy(rank), answer: tidy(answer), least: LEAST }
if (options.write) writeFileSync(MODEL, `${JSON.stringify(model, null, 1)}\n`)
