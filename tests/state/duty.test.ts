import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { Database } from '../../src/lib/postgres/database.js'
import { PostgresDuty } from '../../src/state/index.js'
import { memoryLog } from '../discord/memory-log.js'
import { describePostgres, testDatabase } from '../support/postgres.js'

const PROGRAM = fileURLToPath(new URL('../support/on-duty.js', import.meta.url))
/** Within which another has it, whatever happens to whoever had it. */
const TAKEN_OVER_MS = 30_000

/** One who waits for the duty, and what has become of that. */
async function waiting(database: Database) {
  const told: string[] = []
  const duty = new PostgresDuty({ database, log: memoryLog().log })
  const leave = await duty.during({
    begin: () => void told.push('begin'),
    end: async () => void told.push('end'),
  })
  return { duty, told, leave }
}

describePostgres('the duty of one of many processes', () => {
  test('GIVEN several THEN one has it; WHEN it gives it up THEN another has it', async () => {
    await using kept = await testDatabase()
    const all = [
      await waiting(kept.database),
      await waiting(await kept.open()),
      await waiting(await kept.open()),
    ]
    const held = () => all.filter(({ duty }) => duty.isHeld)
    await expect.poll(held, { timeout: 20_000 }).toHaveLength(1)
    const [first] = held()
    await first!.duty.close()
    expect(first!.told).toEqual(['begin', 'end'])
    await expect.poll(held, { timeout: 20_000 }).toHaveLength(1)
    expect(held()[0]).not.toBe(first)
    expect(all.map(({ told }) => told.length).sort()).toEqual([0, 1, 2])
    for (const { duty } of all) await duty.close()
  }, 60_000)

  test('GIVEN work that comes later, or is left THEN it is begun at once, and ended', async () => {
    await using kept = await testDatabase()
    const { duty, told, leave } = await waiting(kept.database)
    await expect.poll(() => told, { timeout: 20_000 }).toEqual(['begin'])
    const later: string[] = []
    await duty.during({ begin: () => void later.push('begin'), end: async () => void later.push('end') })
    expect(later).toEqual(['begin'])
    await leave()
    expect(told).toEqual(['begin', 'end'])
    await duty.close()
    expect([told, later]).toEqual([
      ['begin', 'end'],
      ['begin', 'end'],
    ])
  }, 60_000)

  test('GIVEN that its connection is cut THEN it is ended and begun anew, by this or another process', async () => {
    await using kept = await testDatabase()
    const one = await waiting(kept.database)
    await expect.poll(() => one.told, { timeout: 20_000 }).toEqual(['begin'])
    await kept.database.query(
      "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted AND pid <> pg_backend_pid()",
    )
    await expect.poll(() => one.told, { timeout: TAKEN_OVER_MS }).toEqual(['begin', 'end', 'begin'])
    await one.duty.close()
  }, 60_000)

  test.each([
    ['is killed', 'SIGKILL'],
    ['stands still', 'SIGSTOP'],
  ] as const)(
    'GIVEN a process that %s THEN another has it within 30 seconds',
    async (_, signal) => {
      await using kept = await testDatabase()
      const child = fork(PROGRAM, [kept.url], { silent: true })
      try {
        const said = linesOf(child)
        await expect.poll(said, { timeout: 30_000 }).toEqual(['waiting', 'begin'])
        const other = await waiting(kept.database)
        child.kill(signal)
        const since = performance.now()
        await expect.poll(() => other.told, { timeout: 2 * TAKEN_OVER_MS }).toEqual(['begin'])
        expect(performance.now() - since).toBeLessThan(TAKEN_OVER_MS)
        if (signal === 'SIGSTOP') {
          child.kill('SIGCONT')
          await expect.poll(said, { timeout: 30_000 }).toEqual(['waiting', 'begin', 'end'])
          expect(other.duty.isHeld).toBe(true)
        }
        await other.duty.close()
      } finally {
        // One that is gone has told so before.
        const isGone = child.exitCode !== null || child.signalCode !== null
        const gone = isGone ? null : once(child, 'exit')
        child.kill('SIGKILL')
        await gone
      }
    },
    120_000,
  )
})

function linesOf({ stdout }: ChildProcess): () => string[] {
  let text = ''
  stdout!.on('data', (chunk) => {
    text += chunk
  })
  return () => text.split('\n').filter(Boolean)
}
