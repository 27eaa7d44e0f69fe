#!/usr/bin/env node
import { type Io, type Verb, WrongUsage } from './cli/usage.js'
import { printableLines } from './lib/terminal.js'

/** Each loads what it needs when it is called: an annotator is ready in a third of the time that all take. */
const VERBS: Readonly<Record<string, () => Promise<Verb>>> = {
  ask: async () => (await import('./cli/ask.js')).ask,
  timeline: async () => (await import('./cli/timeline.js')).timeline,
  status: async () => (await import('./cli/status.js')).status,
  annotate: async () => (await import('./cli/annotate.js')).annotate,
  rank: async () => (await import('./cli/corpus.js')).rank,
  answer: async () => (await import('./cli/corpus.js')).answer,
  import: async () => (await import('./cli/import.js')).importArticles,
  move: async () => (await import('./cli/move.js')).move,
  select: async () => (await import('./cli/select.js')).select,
}

const HELP = `Usage: desk VERB …

  desk ask '/when geneva'      answer a question from the articles
  desk timeline TOPIC          the events in order, with a picture
  desk status                  how the bot and its archive are doing
  desk import DIR              bring articles into the database that bots share
  desk move to-database        copy settings and the like into that database, or back
  desk annotate KIND           mark quotations or dates in texts, or clean scraped ones
  desk rank, desk answer       rank or answer from a corpus of documents
  desk select                  put sentences in the order in which they answer a question

desk VERB --help tells more. Exit codes: 0 answered or silent, 1 failed, 2 wrong usage.`

async function run([name, ...args]: readonly string[], io: Io): Promise<number> {
  if (name === '--help' || name === '-h') return say(io, HELP)
  const load = name && Object.hasOwn(VERBS, name) ? VERBS[name] : undefined
  if (!load) throw new WrongUsage(name ? `There is no verb “${name}”.\n\n${HELP}` : HELP)
  const verb = await load()
  if (args.includes('--help') || args.includes('-h')) return say(io, verb.help)
  return verb.run(args, io)
}

function say({ output }: Io, text: string): number {
  output.write(`${text}\n`)
  return 0
}

/** Wrong options are `node:util`'s to find; it throws them with a code of its own. */
const isUsage = (error: unknown) =>
  error instanceof WrongUsage ||
  (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))

/** What went wrong with a file, in words; any other error says it itself. */
function complaint(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { code = '', path } = error as NodeJS.ErrnoException
  const why = path === undefined ? undefined : FILE_TROUBLES[code]
  return why ? `“${path}” can’t be used: ${why}.` : error.message
}

const FILE_TROUBLES: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EISDIR: 'it is a folder',
  ENOTDIR: 'part of its path is no folder',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
}

const io: Io = { input: process.stdin, output: process.stdout, errors: process.stderr, env: process.env }
// A reader that has seen enough (`desk … | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
try {
  process.exitCode = await run(process.argv.slice(2), io)
} catch (error) {
  process.stderr.write(`${printableLines(complaint(error))}\n`)
  process.exitCode = isUsage(error) ? 2 : 1
}
