/** A process that waits for the duty, and writes `begin` and `end`. Argument: the address of the database. */
import { Database } from '../../src/lib/postgres/database.js'
import { PostgresDuty } from '../../src/state/index.js'
import { memoryLog } from '../discord/memory-log.js'

const database = await Database.open({ url: process.argv[2]! })
const duty = new PostgresDuty({ database, log: memoryLog().log })
await duty.during({
  begin: () => void process.stdout.write('begin\n'),
  end: async () => void process.stdout.write('end\n'),
})
process.stdout.write('waiting\n')
