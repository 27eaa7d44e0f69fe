import { parseArgs } from 'node:util'
import { readConfig, readEnvironment } from '../config.js'
import { lockFolder } from '../lib/lock-file.js'
import { makeLog } from '../lib/log.js'
import { type Keeping, keepInDatabase, keepInFiles } from '../ops/keeping.js'
import { copyState } from '../state/index.js'
import { type Verb, WrongUsage } from './usage.js'

export const move: Verb = {
  help: `Usage: desk move to-database | to-files

Copies settings, follows, servers' own articles, what was posted, the record and feedback from var/ into the database of
DATABASE_URL, or from there into var/, where there must be nothing of the kind yet. No bot may run meanwhile. What was
copied is compared by counts and a digest; where it came from nothing is changed. To bring the shared articles into the
database, see desk import.`,

  async run(args, io) {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} })
    const [direction, ...others] = positionals
    if ((direction !== 'to-database' && direction !== 'to-files') || others.length > 0) {
      throw new WrongUsage(this.help)
    }
    const { databaseUrl } = readConfig(readEnvironment('.env', io.env))
    if (databaseUrl === null) throw new Error('Set DATABASE_URL to the database.')
    const unlock = await lockFolder('var')
    const open: Keeping[] = []
    try {
      const files = keepInFiles('var', 'var/servers')
      const database = await keepInDatabase(
        databaseUrl,
        'var',
        makeLog({ level: 'warn', format: 'auto', secrets: [databaseUrl] }),
      )
      open.push(files, database)
      const [from, to] = direction === 'to-database' ? [files, database] : [database, files]
      const { servers, texts, entries, digest } = await copyState(from.state, to.state)
      io.output.write(`servers: ${servers}\ntexts: ${texts}\nentries: ${entries}\ndigest: ${digest}\n`)
      return 0
    } finally {
      for (const one of open) await one.close()
      await unlock()
    }
  },
}
