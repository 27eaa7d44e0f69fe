import { expect, test } from 'vitest'
import { startDesk, textOf } from './desk.js'

const FAULTY = new URL('../support/faulty-worker.js', import.meta.url)
const PATIENCE_MS = 20_000

test.each([
  ['crashes', 'crash'],
  ['hangs', 'hang'],
  ['runs out of memory', 'memory'],
])(
  'GIVEN an archive’s thread that %s under a question THEN all who asked are answered or told to ask again, and the next is answered',
  async (_, name) => {
    await using desk = await startDesk({ worker: { entry: FAULTY, hangMs: 500, memoryMb: 96 } })
    const { member, log } = desk
    const fatal = member.command('article', { name })
    const others = Array.from({ length: 10 }, () => member.command('when', { topic: 'lorne dam' }))
    expect(textOf(await fatal.response(PATIENCE_MS))).toMatch(/ask again in a moment/i)
    for (const other of others) {
      expect(textOf(await other.response(PATIENCE_MS))).toMatch(/15|ask again in a moment/i)
    }
    expect(textOf(await member.command('when', { topic: 'lorne dam' }).response(PATIENCE_MS))).toContain('15')
    const errors = log.lines().filter(({ level }) => level === 'error')
    expect(errors).toEqual([
      expect.objectContaining({ msg: 'the archive’s worker stopped; starting another' }),
    ])
  },
)
