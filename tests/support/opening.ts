/** A process that opens an archive, and tells how many articles it has and what it was warned of. Arguments: folder, snapshot. */
import { openArchive } from '../../src/archive/worker/live.js'

const [folder, snapshot] = process.argv.slice(2) as [string, string]
const warnings: string[] = []
const note = (_: object, message: string) => warnings.push(message)
const archive = await openArchive({ folder, snapshot, log: { info() {}, warn: note, error: note } })
const { articles } = await archive.status({ server: null })
process.stdout.write(JSON.stringify({ articles, warnings }), () => process.exit())
