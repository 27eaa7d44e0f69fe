/**
 * A process that opens an archive and reloads it over and over, changing an article each time. It writes a dot when
 * it serves, and at each reload. Arguments: folder, snapshot.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openArchive } from '../../src/archive/worker/live.js'
import { articleFile } from './folder.js'

const [folder, snapshot] = process.argv.slice(2) as [string, string]
const log = {
  info() {},
  warn: (facts: object, message: string) => process.stderr.write(`${message} ${JSON.stringify(facts)}\n`),
  error: (facts: object, message: string) => process.stderr.write(`${message} ${JSON.stringify(facts)}\n`),
}
const archive = await openArchive({ folder, snapshot, log })
for (let round = 0; ; round++) {
  process.stdout.write('.')
  const facts = { title: 'Gauge', outlet: 'River Post', published: '2023-05-14' }
  await writeFile(join(folder, 'gauge.md'), articleFile(facts, `The gauge stood at ${round} on Friday.`))
  await archive.reload('the loop')
}
