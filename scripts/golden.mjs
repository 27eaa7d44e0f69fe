#!/usr/bin/env node
// Keeps the answers to many questions, and tells later which of them have changed: a step that is to change no
// answer (another index, a file moved) is judged by it. The file holds pieces of the articles, so it belongs outside
// of the repository where they are not ours.
//   node scripts/golden.mjs record FILE [--articles FOLDER]… [--news-qa FOLDER]…   asks, and keeps the answers
//   node scripts/golden.mjs compare FILE [--list N]                                asks the same again
// --articles: a folder of articles; what is asked of them is made of their own names, quotations and sentences.
// --news-qa: a folder with questions.jsonl ({topic, q}) and archives.json ({topic: {from, files}}).
// --program DIST: the program that is asked, this one's dist by default.
// --database URL: asks the archive in PostgreSQL: postgres://user@host:port/postgres, a user that may create databases.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isDeepStrictEqual, parseArgs } from 'node:util'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    articles: { type: 'string', multiple: true, default: [] },
    'news-qa': { type: 'string', multiple: true, default: [] },
    program: { type: 'string', default: join(import.meta.dirname, '..', 'dist') },
    database: { type: 'string' },
    list: { type: 'string', default: '20' },
  },
})
const [verb, file] = positionals
const use = (path) => import(pathToFileURL(resolve(values.program, 'src', path)).href)
const { answer } = await use('answers/index.js')
const { inEnglish } = await use('cli/ask.js')
const { questionOf } = await use('answers/model/question.js')
const { buildArchive } = await use('archive/ingest/build.js')

const SHARED = { server: null }
/** The archive in the database that is asked now. */
let last = null
const rows = (path) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

if (verb === 'record' && file) await record()
else if (verb === 'compare' && file) await compare()
else {
  process.stderr.write('Usage: node scripts/golden.mjs record|compare FILE, see the head of the file.\n')
  process.exitCode = 2
}

await last?.close()

async function record() {
  const sources = [
    ...values.articles.map((folder) => ({ articles: resolve(folder) })),
    ...values['news-qa'].flatMap((folder) =>
      Object.keys(JSON.parse(readFileSync(join(folder, 'archives.json'), 'utf8'))).map((topic) => ({
        newsQa: resolve(folder),
        topic,
      })),
    ),
  ]
  const lines = []
  for (const source of sources) {
    const archive = await archiveOf(source)
    for (const question of await questionsOf(source, archive)) {
      lines.push({ source, question, answer: await ask(question, archive) })
    }
  }
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  process.stdout.write(`${lines.length} questions over ${sources.length} archives\n`)
}

async function compare() {
  const lines = rows(file)
  const bySource = new Map()
  for (const line of lines) {
    const source = JSON.stringify(line.source)
    bySource.set(source, [...(bySource.get(source) ?? []), line])
  }
  const differing = []
  let whole = 0
  for (const [source, asked] of bySource) {
    const archive = await archiveOf(JSON.parse(source))
    for (const { question, answer: before } of asked) {
      const after = await ask(question, archive)
      if (isDeepStrictEqual(before, after)) whole++
      if (firstOf(before) !== firstOf(after)) differing.push({ question, before, after })
    }
  }
  for (const { question, before, after } of differing.slice(0, Number(values.list))) {
    process.stdout.write(`${question}\n  - ${shown(before)}\n  + ${shown(after)}\n`)
  }
  const share = (count) => Math.round((1000 * count) / lines.length) / 1000
  const figures = {
    questions: lines.length,
    sameFirst: share(lines.length - differing.length),
    sameWhole: share(whole),
    differing: differing.length,
  }
  process.stdout.write(`${JSON.stringify(figures)}\n`)
  if (differing.length > 0.01 * lines.length) process.exitCode = 1
}

async function ask(question, archive) {
  try {
    return JSON.parse(JSON.stringify(inEnglish(await answer(questionOf(question), archive, SHARED))))
  } catch (error) {
    return { error: error.message }
  }
}

/** What must stay: the headline, its day and speaker, and where its first proof stands. */
function firstOf({ findings, error }) {
  if (error) return error
  const [first] = findings
  if (!first) return ''
  const [proof] = first.citations
  const place = proof && [proof.article, proof.start, proof.end]
  return JSON.stringify([first.text, first.date?.start, first.date?.end, first.speaker?.name, place])
}

function shown({ findings, note, error }) {
  const [first] = findings ?? []
  if (!first) return `(${error ?? note ?? 'nothing'})`
  return `${first.text.slice(0, 80)} | ${first.citations[0]?.article} | ${first.citations[0]?.snippet.slice(0, 120).replaceAll('\n', ' ')}`
}

async function archiveIn(folder) {
  if (values.database === undefined) return (await buildArchive(folder)).archive
  await last?.close()
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: values.database })
  await client.connect()
  await client.query('DROP DATABASE IF EXISTS crisis_desk_golden WITH (FORCE)')
  await client.query('CREATE DATABASE crisis_desk_golden')
  await client.end()
  const { SharedArchives } = await use('archive/index.js')
  const url = Object.assign(new URL(values.database), { pathname: '/crisis_desk_golden' }).href
  last = await SharedArchives.open(
    { url, readUrl: null },
    { folders: [{ path: folder, label: null, optional: false }], servers: null },
  )
  return last.of(SHARED)
}

async function archiveOf({ articles, newsQa, topic }) {
  if (articles) return archiveIn(articles)
  const folder = mkdtempSync(join(tmpdir(), 'golden-'))
  try {
    const { from, files } = JSON.parse(readFileSync(join(newsQa, 'archives.json'), 'utf8'))[topic]
    const texts = new Map(rows(join(newsQa, from)).map((row) => [row.file, row.text]))
    for (const [name, source] of files ? Object.entries(files) : [...texts.keys()].map((one) => [one, one])) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), texts.get(source))
    }
    return await archiveIn(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function questionsOf({ newsQa, topic }, archive) {
  if (newsQa) {
    return readdirSync(newsQa)
      .filter((name) => name.endsWith('.jsonl'))
      .sort()
      .flatMap((name) => rows(join(newsQa, name)))
      .filter((row) => row.topic === topic && typeof row.q === 'string')
      .map(({ q }) => q)
  }
  const offered = async (kind, limit) =>
    (await archive.suggest({ kind, typed: '', limit }, SHARED)).map(({ value }) => value)
  const topics = await offered('topic', 25)
  const { articles } = await archive.articles({ limit: 20 }, SHARED)
  return [
    ...topics.flatMap((name) => [
      `/when ${name}`,
      `/search ${name}`,
      `/timeline ${name}`,
      `/compare ${name}`,
    ]),
    ...(await offered('speaker', 15)).map((name) => `/quotes ${name}`),
    ...(await offered('quotation', 25)).map(
      (words) => `/who-said "${words.split(/\s+/).slice(0, 6).join(' ')}"`,
    ),
    ...topics.flatMap((name) => [`/ask What happened in ${name}?`, `who said what about ${name}`]),
    ...articles.map(({ title }) => `/ask ${title}`),
    ...articles.flatMap(({ lead }) =>
      lead ? [`/ask ${lead.text.split(/\s+/).slice(0, 12).join(' ')}`] : [],
    ),
  ]
}
