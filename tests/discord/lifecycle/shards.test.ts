import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { identifyTurns, TURN_MS } from '../../../src/discord/lifecycle/identify-turns.js'
import { hasServer, inProcesses, shardOf, shardRanges } from '../../../src/discord/lifecycle/shards.js'
import { turnsIn } from '../../../src/discord/lifecycle/shared-turns.js'
import { describePostgres, testDatabase } from '../../support/postgres.js'

describe('shards', () => {
  test('GIVEN a server THEN one of them has it, by Discord’s formula; direct messages are of the first', () => {
    const id = fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }).map(String)
    fc.assert(
      fc.property(id, fc.integer({ min: 1, max: 64 }), (server, total) => {
        const all = Array.from({ length: total }, (_, shard) => hasServer({ ids: [shard], total }, server))
        expect(all.indexOf(true)).toBe(Number((BigInt(server) >> 22n) % BigInt(total)))
        expect(all.filter(Boolean)).toHaveLength(1)
        expect(shardOf(null, total)).toBe(0)
      }),
    )
  })

  test('GIVEN a machine’s part THEN its processes have all of it, in order, none more than it may or than another + 1', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.nat(50),
        fc.integer({ min: 1, max: 16 }),
        (count, from, most) => {
          const ids = Array.from({ length: count }, (_, index) => from + index)
          const parts = inProcesses({ ids, total: 250 }, most)
          const sizes = parts.map((part) => part.ids.length)
          expect(parts.flatMap((part) => part.ids)).toEqual(ids)
          expect(Math.max(...sizes)).toBeLessThanOrEqual(most)
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
          expect(parts).toHaveLength(Math.ceil(count / most))
        },
      ),
    )
  })

  test('GIVEN numbers THEN those that follow one another are told as one', () => {
    expect(shardRanges([0, 1, 2, 5, 7, 8])).toBe('0–2, 5, 7–8')
  })
})

describe('turns to log in', () => {
  test('GIVEN one of whom the wait is called off THEN it goes no further', async () => {
    const turns = identifyTurns()
    await turns.take(0)
    const calledOff = new AbortController()
    const waiting = turns.take(0, calledOff.signal)
    calledOff.abort()
    await expect(waiting).rejects.toThrow(/abort/i)
  })

  test('GIVEN nobody who could give one THEN it takes its own', async () => {
    const asked: number[] = []
    const turns = identifyTurns((group) => {
      asked.push(group)
      return Promise.reject(new Error('no database'))
    })
    await expect(turns.take(0)).resolves.toBeUndefined()
    expect(asked).toEqual([0])
  })
})

describePostgres('turns of processes that share a database', () => {
  test('GIVEN many who ask at once THEN each has a turn of its own in its group', async () => {
    await using shared = await testDatabase()
    const processes = [turnsIn(shared.database), turnsIn(await shared.open())]
    const wait = (group: number) => Promise.all(processes.flatMap((turn) => [turn(group), turn(group)]))
    for (const waits of await Promise.all([wait(0), wait(1)])) {
      const inOrder = waits.sort((a, b) => a - b)
      for (const [index, ms] of inOrder.entries()) {
        expect(ms).toBeLessThanOrEqual(index * TURN_MS)
        expect(ms).toBeGreaterThan((index - 0.5) * TURN_MS)
      }
    }
  })
})
