import { stat } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { PROJECT_SNAPSHOT } from '../archive/index.js'
import { readArticles } from '../articles/folder/index.js'
import { gapsOf } from '../articles/model/gaps.js'
import { readConfig, readEnvironment } from '../config.js'
import { jsonLine, printable } from '../lib/terminal.js'
import type { Io, Verb } from './usage.js'

export const status: Verb = {
  help: `Usage: desk status [--json]

Tells how the bot that runs on this machine and its archive are doing, where HEALTH_PORT is set; otherwise what stands
in the folder of articles, and how old the snapshot of the last start is. Exit code 0: the bot answers questions, or
the folder can be read; 1: it does not.

  --json   as JSON`,

  async run(args, io) {
    const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean', default: false } } })
    const { healthPort, articlesDir } = readConfig(readEnvironment('.env', io.env))
    return healthPort === null
      ? tell(io, values.json, await folderFacts(articlesDir))
      : tell(io, values.json, await botFacts(healthPort))
  },
}

interface Told {
  readonly ok: boolean
  readonly facts: object
}

const PATIENCE_MS = 5000

async function botFacts(port: number): Promise<Told> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/readyz`, {
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    return { ok: response.ok, facts: (await response.json()) as object }
  } catch {
    throw new Error(
      `Nothing answers at port ${port}, which HEALTH_PORT names. Start the bot, or leave HEALTH_PORT empty.`,
    )
  }
}

/** @throws Error when the folder can't be read */
async function folderFacts(folder: string): Promise<Told> {
  const { articles, rejections } = await readArticles(folder)
  const snapshot = await stat(PROJECT_SNAPSHOT).catch(() => null)
  const gaps = gapsOf(articles)
  const days = articles.flatMap(({ published }) => published ?? []).sort()
  return {
    ok: true,
    facts: {
      folder,
      articles: articles.length,
      oldest: days[0] ?? null,
      newest: days.at(-1) ?? null,
      rejected: rejections.length,
      undated: gaps.undated,
      withoutOutlet: gaps.withoutOutlet,
      inferredDates: gaps.inferred,
      gaps: gaps.articles.map(({ id }) => id),
      snapshot: snapshot?.mtime.toISOString() ?? null,
      bot: 'unknown: HEALTH_PORT is not set',
    },
  }
}

function tell({ output }: Io, json: boolean, { ok, facts }: Told): number {
  output.write(json ? `${jsonLine(facts)}\n` : `${lines(facts).join('\n')}\n`)
  return ok ? 0 : 1
}

/** `archive.articles: 12`, a fact a line. */
function lines(facts: object, path = ''): string[] {
  return Object.entries(facts).flatMap(([name, fact]) =>
    typeof fact === 'object' && fact !== null
      ? lines(fact, `${path}${name}.`)
      : [printable(`${path}${name}: ${fact ?? 'none'}`)],
  )
}
