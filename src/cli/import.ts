import { parseArgs } from 'node:util'
import { SharedArchives } from '../archive/index.js'
import { readConfig, readEnvironment } from '../config.js'
import { type Io, type Verb, WrongUsage } from './usage.js'

export const importArticles: Verb = {
  help: `Usage: desk import DIR [--anyway]

Brings a folder of articles into the database of DATABASE_URL, in the place of what everybody is served there. Every bot
that shares the database serves them when all are read, all at once; nothing is served of an import that is broken off,
and the next one of the same folder goes on with it. To be quicker, start it on several machines that have the folder.

  --anyway   even if most of what is served would be gone, or most files can't be read`,

  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { anyway: { type: 'boolean', default: false } },
    })
    const [folder, ...others] = positionals
    if (!folder || others.length > 0) throw new WrongUsage(this.help)
    const { databaseUrl, databaseReadUrl } = readConfig(readEnvironment('.env', io.env))
    if (databaseUrl === null)
      throw new Error('Set DATABASE_URL to the database that the articles are to come into.')
    return bring(io, folder, { url: databaseUrl, readUrl: databaseReadUrl }, values.anyway)
  },
}

async function bring(
  { output, errors }: Io,
  folder: string,
  database: { readonly url: string; readonly readUrl: string | null },
  anyway: boolean,
): Promise<number> {
  const { report, worse } = await SharedArchives.bring(database, {
    folders: [{ path: folder, label: null, optional: false }],
    anyway,
    onProgress: ({ done, total }) => errors.write(`${done} of ${total} files\n`),
  })
  const counts = {
    added: report.added.length,
    removed: report.removed.length,
    changed: report.changed.length,
    unchanged: report.unchanged,
    rejected: report.rejected.length,
    seconds: Math.round(report.ms / 1000),
  }
  output.write(
    `${Object.entries(counts)
      .map(([name, n]) => `${name}: ${n}`)
      .join('\n')}\n`,
  )
  if (worse)
    errors.write(`Refused (${worse}): what was served goes on. With --anyway it is taken all the same.\n`)
  return worse ? 1 : 0
}
