#!/usr/bin/env node
// Fits data/models/passage-qa.json: which sentence answers a question, which part of it, and whether any does.
//   npm run fit -- --news FOLDER [--news FOLDER …] [--squad FOLDER] [--cache FOLDER] [--only-fit | --only-measure] [--no-write]
// A news FOLDER holds questions.jsonl ({topic, command, type, q, answerable, gold: [pattern], bold, not}) and
// archives.json ({topic: {from, files}}: rows {file, text}); other *.jsonl beside them with the same rows ask the same
// in other words. A squad FOLDER holds corpus.jsonl ({id, title, text}) and queries.jsonl ({text, answers, paragraph_id}).
// Every question is asked of its archive, and, if it is answered there, once more without the articles that answer it:
// then nothing does. What is measured of each sentence is kept in the cache, one file a topic, so that a fit takes
// seconds. Prints how often the fit is right on topics that were left out of it, then fits all and writes the table.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { deserialize, serialize } from 'node:v8'

const { values: options } = parseArgs({
  options: {
    news: { type: 'string', multiple: true, default: [] },
    squad: { type: 'string' },
    cache: { type: 'string', default: join(tmpdir(), 'fit-passage-qa') },
    topics: { type: 'string' },
    groups: { type: 'string', default: '5' },
    'only-fit': { type: 'boolean', default: false },
    'only-measure': { type: 'boolean', default: false },
    'no-write': { type: 'boolean', default: false },
  },
})
const from = (path) => import(new URL(`../dist/src/${path}`, import.meta.url))
const { buildArchive, makeArchive } = await from('archive/ingest/build.js')
const { articleOf } = await from('cli/corpus.js')
const { questionOf } = await from('answers/model/question.js')
const { retrieve } = await from('answers/passage-qa/retrieve.js')
const { addSupport, candidatesOf, glance, kindOf, readFeatures } = await from(
  'answers/passage-qa/sentences/sentence-features.js',
)
const { roleQuestion } = await from('answers/passage-qa/question/role-question.js')
const { answerFeatures } = await from('answers/passage-qa/sentences/answerability.js')
const { prior } = await from('answers/passage-qa/sentences/priors.js')
const { furtherFeatures } = await from('answers/passage-qa/sentences/further.js')
const { boldFeatures, spanFeatures } = await from('answers/passage-qa/sentences/rank.js')

/** What is weighed by hand, in `priors.ts` and in `rank.ts`: no weight is fitted for it. */
const BY_HAND = new Set(['refuted', 'said'])
const SHARED = { server: null }
const READ = 30
const MOST_SPANS = 8
/** Questions of an encyclopaedia put their words carefully: they count less, and of each a part is enough. */
const SQUAD = { weight: 0.25, every: 3 }
/** Nothing here holds more: less than the rest of a topic's questions. */
const WEIGHTS = { deleted: 0.5, missed: 0.5 }
const PULL = { rank: 3, rankOf: 10, spanRank: 3, answer: 4, further: 3, span: 6 }
/** Fewer questions of a kind have the weights of all. */
const LEAST_OF_KIND = 20
const LEAST_APART = 0.02
/**
 * The share of unanswerable questions that may be answered; how likely a further finding must be right and a span the
 * answer; for careful questions, how often the further ones that are shown must be right.
 */
const AIMS = {
  unanswerable: 0.25,
  further: 0.65,
  span: 0.575,
  careful: { unanswerable: 0.24, further: 0.17 },
}
const logOdds = (share) => Math.log(share / (1 - share))

const rows = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
const round = (x, digits = 4) => Math.round(x * 10 ** digits) / 10 ** digits
const rounded = (table) => Object.fromEntries(Object.entries(table).map(([name, x]) => [name, round(x, 3)]))

async function measureAll() {
  const only = options.topics?.split(',')
  for (const folder of options.news) {
    const archives = JSON.parse(readFileSync(join(folder, 'archives.json'), 'utf8'))
    const files = readdirSync(folder).filter((file) => file.endsWith('.jsonl'))
    const asked = files.flatMap((file) =>
      rows(join(folder, file))
        .filter(({ q, gold }) => q && gold)
        .map((row) => ({ ...row, set: file === 'questions.jsonl' ? 'members' : 'own words' })),
    )
    for (const topic of Object.keys(archives)) {
      if (only && !only.includes(topic)) continue
      const questions = asked.filter((row) => row.topic === topic && isAsk(row))
      if (questions.length > 0) save(topic, await measureNews(folder, topic, archives[topic], questions))
    }
  }
  if (options.squad && (!only || only.includes('squad'))) save('squad', await measureSquad(options.squad))
}

function save(topic, measured) {
  writeFileSync(
    join(options.cache, `${topic}.jsonl`),
    measured.map((row) => `${JSON.stringify(row)}\n`).join(''),
  )
  const answered = measured.filter(({ answerable }) => answerable)
  const held = answered.filter(({ sentences }) => sentences.some(({ y }) => y)).length
  console.log(
    `${topic}: ${measured.length} measured; candidates hold a right sentence for ${round(held / answered.length, 3)}`,
  )
}

function isAsk({ command, type }) {
  return ['ask', 'plain'].includes(command) && !['when', 'quotes', 'who-said'].includes(type)
}

async function measureNews(folder, topic, { from: source, files }, questions) {
  const texts = new Map(rows(join(folder, source)).map(({ file, text }) => [file, text]))
  const scratch = mkdtempSync(join(tmpdir(), 'fit-'))
  for (const [name, file] of files ? Object.entries(files) : [...texts.keys()].map((one) => [one, one])) {
    mkdirSync(dirname(join(scratch, name)), { recursive: true })
    writeFileSync(join(scratch, name), texts.get(file))
  }
  const archive = remembering(topic, async () => (await buildArchive(scratch)).archive)
  const measured = []
  for (const question of questions) {
    const meant = attempt(() => questionOf(question.q))
    const text = meant?.command === 'ask' ? meant.question : question.q
    const gold = question.gold.map(pattern)
    const isRight = (sentence) => question.answerable && gold.some((one) => one.test(clean(sentence)))
    const isBold = (span) =>
      question.bold ? matches(question.bold, span) && !(question.not && matches(question.not, span)) : null
    const base = {
      id: question.id,
      topic,
      set: question.set,
      q: text,
      type: question.type,
      answerable: question.answerable,
    }
    const [first, without] = await measure(text, archive, isRight, isBold, question.answerable)
    measured.push({ ...base, ...first })
    if (without) measured.push({ ...base, ...without, answerable: false, deleted: true })
  }
  rmSync(scratch, { recursive: true })
  archive.keep()
  return measured
}

/** An archive that keeps which passages it found: as long as the same is looked for, it need not be built again. */
function remembering(topic, build) {
  const file = join(options.cache, `${topic}.found`)
  const known = existsSync(file) ? deserialize(readFileSync(file)) : new Map()
  const before = known.size
  let built = null
  return {
    async passages(query) {
      const key = JSON.stringify(query)
      if (!known.has(key)) {
        built ??= await build()
        known.set(key, await built.passages(query, SHARED))
      }
      return known.get(key)
    },
    keep() {
      if (known.size > before) writeFileSync(file, serialize(known))
    },
  }
}

const attempt = (make) => {
  try {
    return make()
  } catch {
    return null
  }
}
const clean = (text) => (text ?? '').replace(/\s+/g, ' ')
const pattern = (source) => new RegExp(source, /\[A-Z\]/.test(source) ? '' : 'i')
const matches = (source, text) => pattern(source).test(clean(text))

async function measureSquad(folder) {
  const documents = rows(join(folder, 'corpus.jsonl'))
  const titles = new Map(documents.map(({ id, title }) => [String(id), title]))
  const archive = remembering('squad', () => makeArchive(documents.map((one) => articleOf(one))).archive)
  const measured = []
  for (const { id, text, answers, paragraph_id: paragraph } of rows(join(folder, 'queries.jsonl')).filter(
    (_, i) => i % SQUAD.every === 0,
  )) {
    const plainAnswers = answers.map(plain)
    const isRight = (sentence, hit) =>
      String(hit.article.id) === String(paragraph) &&
      plainAnswers.some((answer) => ` ${plain(sentence)} `.includes(` ${answer} `))
    const isBold = (span) =>
      plainAnswers.some(
        (answer) =>
          plain(span) === answer ||
          (plain(span).includes(answer) && plain(span).length < answer.length + 12) ||
          (answer.includes(plain(span)) && plain(span).length > 0.5 * answer.length),
      )
    const base = {
      id,
      topic: `squad ${titles.get(String(paragraph))}`,
      set: 'squad',
      q: text,
      answerable: true,
    }
    const [first, without] = await measure(text, archive, isRight, isBold, true)
    measured.push({ ...base, ...first }, { ...base, ...without, answerable: false, deleted: true })
  }
  archive.keep()
  return measured
}

const plain = (text) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(a|an|the)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** A question's sentences, and again without the articles that answer it. */
async function measure(text, archive, isRight, isBold, answerable) {
  const { asked, result } = await retrieve(text, archive, SHARED)
  const all = measured(asked, result.hits, isRight, isBold)
  if (!answerable) return [all, null]
  const telling = new Set(
    result.hits
      .filter((hit) => hit.sentences.some((one) => isRight(one.text, hit)))
      .map(({ article }) => article.id),
  )
  const rest = result.hits.filter(({ article }) => !telling.has(article.id))
  return [all, measured(asked, rest, () => false, isBold)]
}

function measured(asked, hits, isRight, isBold) {
  const kind = kindOf(asked)
  const best = candidatesOf(asked, hits)
    .sort((a, b) => glance(b.features) - glance(a.features))
    .slice(0, READ)
  for (const candidate of best) readFeatures(asked, candidate)
  addSupport(best)
  return {
    kind,
    answerType: asked.type,
    roles: asked.roles,
    role: roleQuestion(asked) !== null,
    careful: asked.careful,
    parts: asked.parts.map(({ term, share, name, unknown, focus, verb }) => ({
      term,
      share: round(share),
      name,
      unknown,
      focus,
      verb,
    })),
    sentences: best.map((candidate) => {
      const { sentence, hit, features, spans } = candidate
      return {
        y: Number(isRight(sentence.text, hit)),
        text: sentence.text,
        article: hit.article.id,
        prior: prior(asked, kind, candidate),
        features: shortened(features),
        spans: spans.slice(0, MOST_SPANS).map(({ start, end, features: own }) => {
          const span = sentence.text.slice(start, end)
          return { text: span, y: isBold(span), features: shortened(own) }
        }),
      }
    }),
  }
}

const shortened = (features) =>
  Object.fromEntries(
    Object.entries(features).flatMap(([name, x]) => (BY_HAND.has(name) ? [] : [[name, round(x)]])),
  )

function fitAll() {
  const topics = [...new Set(examples.map(({ topic }) => topic))]
  const squads = topics.filter((topic) => topic.startsWith('squad'))
  // Archives are left out some at a time, the encyclopaedia in two halves.
  const folds = [
    ...grouped(topics.filter((topic) => !topic.startsWith('squad')).sort(), Number(options.groups)),
    ...grouped(squads.sort(), 2),
  ]
  const weightOf = ({ set }) => (set === 'squad' ? SQUAD.weight : 1)

  const rankTask = examples
    .filter((one) => one.sentences.some(({ y }) => y) && one.sentences.some(({ y }) => !y))
    .map((one) => ({ topic: one.topic, weight: weightOf(one), kind: one.kind, options: one.sentences }))
  const rank = crossFit(folds, (without) => {
    const task = rankTask.filter(({ topic }) => !without.has(topic))
    const shared = listwise(task, PULL.rank)
    // Each kind of question has weights of its own, which are pulled towards those of all.
    const ofKind = {}
    for (const kind of new Set(task.map((one) => one.kind))) {
      const own = task.filter((one) => one.kind === kind)
      if (own.length >= LEAST_OF_KIND) ofKind[kind] = apart(listwise(own, PULL.rankOf, shared), shared)
    }
    return { shared, ofKind }
  })
  for (const one of examples) {
    const { shared, ofKind } = rank.of(one.topic)
    for (const sentence of one.sentences)
      sentence.score =
        weigh(sentence.features, shared) + weigh(sentence.features, ofKind[one.kind] ?? {}) + sentence.prior
    one.ranked = [...one.sentences].sort((a, b) => b.score - a.score)
  }

  const spanTask = examples.flatMap((one) =>
    one.sentences
      .filter(({ y, spans }) => y && spans.some((span) => span.y) && spans.some((span) => !span.y))
      .map(({ spans }) => ({
        topic: one.topic,
        weight: weightOf(one),
        options: spans.map((span) => ({ y: span.y, features: spanFeatures(span.features, one.kind) })),
      })),
  )
  const spanRank = crossFit(folds, (without) =>
    listwise(
      spanTask.filter(({ topic }) => !without.has(topic)),
      PULL.spanRank,
    ),
  )
  for (const one of examples) {
    const weights = spanRank.of(one.topic)
    for (const sentence of one.sentences) {
      const rated = sentence.spans
        .map((span) => ({ span, score: weigh(spanFeatures(span.features, one.kind), weights) }))
        .sort((a, b) => b.score - a.score)
      sentence.told = rated[0]?.span.text ?? null
      sentence.ahead = rated.length > 1 ? rated[0].score - rated[1].score : null
      if (rated.length === 0) continue
      sentence.best = rated[0].span
      sentence.rated = {
        features: rated[0].span.features,
        score: rated[0].score,
        next: rated[1]?.score ?? null,
      }
    }
  }

  const answerTask = examples.map((one) => ({
    one,
    topic: one.topic,
    y: Number(one.answerable && one.ranked[0].y === 1),
    weight:
      weightOf(one) *
      (one.deleted ? WEIGHTS.deleted : one.answerable && !one.ranked[0].y ? WEIGHTS.missed : 1),
    features: answerFeatures(one.ranked, { ...one, text: one.q }, one.kind),
  }))
  const answer = crossFit(folds, (without) =>
    logistic(
      answerTask.filter(({ topic }) => !without.has(topic)),
      PULL.answer,
    ),
  )
  for (const task of answerTask) task.one.odds = weigh(task.features, answer.of(task.topic))

  const furtherTask = examples
    .filter(({ answerable }) => answerable)
    .flatMap((one) =>
      one.ranked.slice(1, 8).map((sentence) => ({
        topic: one.topic,
        y: sentence.y,
        weight: weightOf(one) * 0.3,
        one,
        sentence,
        features: furtherFeatures(sentence, one.ranked[0], one.odds, one.kind),
      })),
    )
  const further = crossFit(folds, (without) =>
    logistic(
      furtherTask.filter(({ topic }) => !without.has(topic)),
      PULL.further,
    ),
  )
  for (const task of furtherTask) task.odds = weigh(task.features, further.of(task.topic))

  // Of sentences that answer and of those that do not: only what both says it and is it counts.
  const boldTask = examples
    .filter((one) => !one.deleted && one.kind !== 'reason')
    .flatMap((one) =>
      one.ranked
        .slice(0, 2)
        .filter(({ best }) => best && (best.y !== null || !one.answerable))
        .map((sentence) => ({
          topic: one.topic,
          one,
          sentence,
          y: Number(one.answerable && sentence.y === 1 && sentence.best.y === true),
          weight: weightOf(one),
          features: boldFeatures(sentence.rated, one.kind, sentence.features, {
            odds: one.odds,
            behind: one.ranked[0].score - sentence.score,
          }),
        })),
    )
  const span = crossFit(folds, (without) =>
    logistic(
      boldTask.filter(({ topic }) => !without.has(topic)),
      PULL.span,
    ),
  )
  for (const task of boldTask) task.sentence.boldOdds = weigh(task.features, span.of(task.topic))

  // Who is in a role is answered by what people are called.
  const real = examples.filter(({ deleted, set, role }) => !deleted && set === 'members' && !role)
  const answerable = real.filter((one) => one.answerable)
  const not = real.filter((one) => !one.answerable)
  const leastAnswer = quantile(
    not.map(({ odds }) => odds),
    1 - AIMS.unanswerable,
  )
  const least = {
    answer: leastAnswer,
    further: logOdds(AIMS.further),
    span: logOdds(AIMS.span),
  }
  // Put as print has it: of an encyclopaedia, where nothing else tells how sure one must be.
  least.careful = {
    answer: quantile(
      examples.filter(({ set, deleted }) => set === 'squad' && deleted).map(({ odds }) => odds),
      1 - AIMS.careful.unanswerable,
    ),
    further: leastFor(
      furtherTask.filter(({ one }) => one.set === 'squad').map(({ odds, y }) => [odds, y]),
      AIMS.careful.further,
    ),
  }
  console.log('left out, by topic and set:')
  for (const key of [...new Set(examples.filter(({ deleted }) => !deleted).map(keyOf))].sort())
    report(
      key,
      examples.filter((one) => !one.deleted && keyOf(one) === key),
    )
  console.log('by kind:')
  for (const kind of [...new Set(real.map((one) => one.kind))])
    report(
      kind,
      real.filter((one) => one.kind === kind),
    )
  report('all members', real)
  console.log(
    `separates right first from unanswerable: ${round(
      separation(
        answerable.filter((one) => one.ranked[0].y).map(({ odds }) => odds),
        not.map(({ odds }) => odds),
      ),
      3,
    )}`,
  )
  for (const share of [0.08, 0.12, 0.15, 0.2, 0.25, 0.3, 0.37]) {
    const at = quantile(
      not.map(({ odds }) => odds),
      1 - share,
    )
    const shown = answerable.filter(({ odds }) => odds >= at)
    console.log(
      `  unanswerable answered ${share}: least ${round(at, 2)}, right first ${round(shown.filter((one) => one.ranked[0].y).length / answerable.length, 3)}, in three ${round(shown.filter((one) => one.ranked.slice(0, 3).some(({ y }) => y)).length / answerable.length, 3)}, shown ${round(shown.length / answerable.length, 3)}`,
    )
  }
  // What members would see, each archive left out.
  for (const task of furtherTask) task.sentence.further = task.odds
  for (const at of [-1, -0.5, -0.2, 0.1, 0.4, 0.7])
    for (const beside of [1, 0.6, 0.3, 0, -0.3]) {
      const shown = answerable
        .filter(({ odds }) => odds >= at)
        .map(({ ranked: [first, ...rest] }) => [
          first,
          ...rest.filter(({ further }) => further >= beside).slice(0, 4),
        ])
      const all = shown.flat()
      const rate = (some) => round(some.length / answerable.length, 3)
      console.log(
        `  from ${at}, further from ${beside}: right first ${rate(shown.filter(([one]) => one.y))}, in three ${rate(shown.filter((some) => some.slice(0, 3).some(({ y }) => y)))}, irrelevant ${round(all.filter(({ y }) => !y).length / all.length, 3)}; unanswerable answered ${round(not.filter(({ odds }) => odds >= at).length / not.length, 3)}`,
      )
    }
  const squad = examples.filter(({ set, deleted }) => set === 'squad' && !deleted)
  for (const at of [-2, -1.5, -1.25, -1, -0.75, -0.5, 0]) {
    const shown = squad.filter(({ odds }) => odds >= at)
    const three = shown.filter(({ ranked }) => ranked.slice(0, 3).some(({ y }) => y))
    console.log(
      `  encyclopaedia from ${at}: right first ${round(shown.filter(({ ranked: [one] }) => one.y).length / squad.length, 3)}, in three ${round(three.length / squad.length, 3)}`,
    )
  }
  const bolds = boldTask.filter(
    ({ one, sentence }) =>
      one.set === 'members' &&
      one.answerable &&
      !one.role &&
      sentence === one.ranked[0] &&
      one.odds >= least.answer,
  )
  for (const at of [-2, -1, -0.5, 0, 0.5, 1]) {
    const printed = bolds.filter(({ sentence }) => sentence.boldOdds >= at)
    console.log(
      `  bold from ${at}: ${printed.length} of ${bolds.length} printed, right ${round(printed.filter(({ y }) => y).length / printed.length, 3)}`,
    )
  }
  console.log('least', least)
  if (process.env.SHOW)
    for (const one of real
      .filter(({ topic }) => process.env.SHOW.split(',').includes(topic))
      .sort((a, b) => b.odds - a.odds)) {
      const [top] = one.ranked
      const g = one.ranked.findIndex(({ y }) => y)
      console.log(
        `${round(one.odds, 2)} ${one.answerable ? (top.y ? 'RIGHT' : `wrong(${g + 1})`) : 'UNANSWERABLE'} ${top.best ? (top.best.y ? 'BOLD' : 'nobold') : '-'} ${round(top.boldOdds ?? -9, 1)} [${one.kind}] ${one.q} | ${one.parts.map((p) => `${p.term}:${round(p.share, 2)}${p.name ? 'N' : ''}${p.unknown ? 'U' : ''}${p.focus ? 'F' : ''}`).join(' ')} | [${top.best?.text ?? ''}] ${top.text.slice(0, 170)}`,
      )
      if (one.answerable && g > 0)
        console.log(`      GOLD [${one.ranked[g].best?.text ?? ''}] ${one.ranked[g].text.slice(0, 200)}`)
    }
  if (options['no-write']) return
  const table = {
    rank: rounded(rank.all.shared),
    rankOf: Object.fromEntries(Object.entries(rank.all.ofKind).map(([kind, own]) => [kind, rounded(own)])),
    answer: rounded(answer.all),
    further: rounded(further.all),
    spanRank: rounded(spanRank.all),
    span: rounded(span.all),
    least: { ...rounded({ ...least, careful: 0 }), careful: rounded(least.careful) },
  }
  writeFileSync(
    new URL('../data/models/passage-qa.json', import.meta.url),
    `${JSON.stringify(table, null, 1)}\n`,
  )
}

const grouped = (topics, groups) =>
  Array.from({ length: Math.min(groups, topics.length) }, (_, k) => topics.filter((_, i) => i % groups === k))

const keyOf = ({ topic, set }) => (set === 'squad' ? 'squad' : `${topic}, ${set}`)

function report(name, group) {
  const some = group.filter(({ answerable }) => answerable)
  const first = some.filter((one) => one.ranked[0].y).length / some.length
  const three = some.filter((one) => one.ranked.slice(0, 3).some(({ y }) => y)).length / some.length
  console.log(
    `  ${name}: ${some.length} answerable, ranked first ${round(first, 3)}, in three ${round(three, 3)}`,
  )
}

const quantile = (numbers, share) =>
  [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.ceil(share * numbers.length))] ?? 0

/** The least odds from which on so many are right. */
function leastFor(pairs, share) {
  const sorted = [...pairs].sort((a, b) => b[0] - a[0])
  let right = 0
  let least = Number.POSITIVE_INFINITY
  sorted.forEach(([odds, y], i) => {
    right += Number(y)
    if (i >= 7 && right / (i + 1) >= share) least = odds
  })
  return Number.isFinite(least) ? least : (sorted[0]?.[0] ?? 0)
}

function separation(above, below) {
  let won = 0
  for (const a of above) for (const b of below) won += a > b ? 1 : a === b ? 0.5 : 0
  return won / above.length / below.length
}

/** Fits without each fold, and with all. */
function crossFit(folds, learn) {
  const parts = new Map()
  for (const fold of folds) {
    const weights = learn(new Set(fold))
    for (const topic of fold) parts.set(topic, weights)
  }
  return { of: (topic) => parts.get(topic), all: learn(new Set()) }
}

function weigh(features, weights) {
  let sum = weights.bias ?? 0
  for (const name in features) sum += features[name] * (weights[name] ?? 0)
  return sum
}

/** What some weights add to others, as far as it matters. */
function apart(weights, others) {
  const all = Object.entries(weights).map(([name, value]) => [name, value - (others[name] ?? 0)])
  return Object.fromEntries(all.filter(([, value]) => Math.abs(value) >= LEAST_APART))
}

/** The likelihood of the right options among all of their group, with a pull of each weight towards none. */
function listwise(groups, pull, prior = {}) {
  const names = [
    ...new Set([
      ...Object.keys(prior),
      ...groups.flatMap(({ options: some }) => some.flatMap(({ features }) => Object.keys(features))),
    ]),
  ]
  const at = new Map(names.map((name, i) => [name, i]))
  const dense = groups.map(({ options: some, weight }) => ({
    weight,
    some: some.map(({ y, features, prior: offset = 0 }) => ({ y, x: vector(features, at), offset })),
  }))
  const centre = Float64Array.from(names, (name) => prior[name] ?? 0)
  const w = descend(names, pull, centre, (weights, gradient) => {
    for (const { some, weight } of dense) {
      const scores = some.map(({ x, offset }) => dot(weights, x) + offset)
      const top = Math.max(...scores)
      const odds = scores.map((score) => Math.exp(score - top))
      const total = odds.reduce((a, b) => a + b)
      const good = odds.reduce((sum, odd, i) => sum + (some[i].y ? odd : 0), 0)
      some.forEach(({ x, y }, i) => {
        const error = weight * (odds[i] / total - (y ? odds[i] / good : 0))
        if (Math.abs(error) > 1e-5) add(gradient, x, error)
      })
    }
  })
  return Object.fromEntries(names.map((name, i) => [name, w[i]]))
}

function logistic(tasks, pull) {
  const names = ['bias', ...new Set(tasks.flatMap(({ features }) => Object.keys(features)))]
  const at = new Map(names.map((name, i) => [name, i]))
  const dense = tasks.map(({ y, weight, features }) => ({
    y,
    weight,
    x: vector({ ...features, bias: 1 }, at),
  }))
  const w = descend(names, pull, new Float64Array(names.length), (weights, gradient) => {
    gradient[0] = 0
    for (const { x, y, weight } of dense)
      add(gradient, x, weight * (1 / (1 + Math.exp(-dot(weights, x))) - y))
  })
  return Object.fromEntries(names.map((name, i) => [name, w[i]]))
}

/** The places and values of what is not 0. */
function vector(features, at) {
  const names = Object.keys(features).filter((name) => features[name] && at.has(name))
  return {
    places: Int32Array.from(names, (name) => at.get(name)),
    values: Float64Array.from(names, (name) => features[name]),
  }
}

/**
 * What can only speak for an answer, and what only against one: with some hundred questions, features that go together
 * would share a weight as one below and one above zero.
 */
const FOR = new Set(
  'soft exact synonym full held before wide nameOwn nameNear nameWide verb focus bm25 together order verbatim fit near link fills good edge predicate verbal agree score sure margin above rank cause cause2 fitting least leastOwn leastName leastWord whole told fresh introduced between place figure scene alone odds support softer kinVerb scope tie focusBy kin noun which scoped tied cue ahead marginOther otherBehind sureArticle sureSpan agreeing same sameFit like'.split(
    ' ',
  ),
)
const AGAINST = new Set(
  'lost worst articleMiss articleWorst nameLost clash unsure speaker furniture bare predicateMiss predicateOwnMiss unfilled unknown unknownName unended opposes speaks possessive behind unreal past untied against figureMiss otherDoer otherUndergoer hypothetical agentless nameless wouldBe caption teaser'.split(
    ' ',
  ),
)
const base = (name) => name.split('.')[0]

/** @param names of the weights, to hold them to their sign */
function signed(w, names) {
  names.forEach((name, i) => {
    if (FOR.has(base(name))) w[i] = Math.max(0, w[i])
    else if (AGAINST.has(base(name))) w[i] = Math.min(0, w[i])
  })
}

const STEPS = 120
const RATE = 0.1

/** Adam, without a pull on what is scaled by the bias. */
function descend(names, pull, centre, addGradient) {
  const size = names.length
  const w = Float64Array.from(centre)
  const mean = new Float64Array(size)
  const square = new Float64Array(size)
  for (let step = 1; step <= STEPS; step++) {
    const gradient = w.map((value, i) => pull * (value - centre[i]))
    addGradient(w, gradient)
    const rate = RATE * (1 - step / (STEPS + 1))
    for (let i = 0; i < size; i++) {
      mean[i] = 0.9 * mean[i] + 0.1 * gradient[i]
      square[i] = 0.99 * square[i] + 0.01 * gradient[i] ** 2
      w[i] -= (rate * mean[i]) / (1 - 0.9 ** step) / (Math.sqrt(square[i] / (1 - 0.99 ** step)) + 1e-9)
    }
    signed(w, names)
  }
  return w
}

function dot(w, { places, values }) {
  let sum = 0
  for (let i = 0; i < places.length; i++) sum += w[places[i]] * values[i]
  return sum
}

function add(gradient, { places, values }, error) {
  for (let i = 0; i < places.length; i++) gradient[places[i]] += error * values[i]
}

mkdirSync(options.cache, { recursive: true })
if (!options['only-fit']) await measureAll()
if (options['only-measure']) process.exit()
const examples = readdirSync(options.cache)
  .filter((file) => file.endsWith('.jsonl'))
  .flatMap((file) => rows(join(options.cache, file)))
  .filter(({ sentences }) => sentences.length > 0)
fitAll()
