import { readFile } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { NoResponse, startSandbox } from '../../src/sandbox/sandbox.js'
import { runningBot } from '../support/bot-process.js'
import { FLOOD } from '../support/flood.js'
import { articleFolder } from '../support/folder.js'
import { textOf } from './desk.js'

const BURST = 5000
const MEMORY_MB = 700

test(`GIVEN ${BURST} questions at once THEN each that Discord still takes an answer to gets one, or is told that too many ask; memory stays bounded`, async () => {
  await using folder = await articleFolder(FLOOD)
  const sandbox = await startSandbox({ rateLimit: { limit: 1_000_000, windowMs: 1000 }, keepRequests: 100 })
  await using bot = await runningBot({ sandbox, cwd: folder.path })
  const member = sandbox.as(sandbox.ids.member)
  const ask = async (i: number): Promise<string> => {
    const exchange = member.command('search', { words: i % 2 ? 'gates' : 'ridge road' })
    return exchange.response(100_000).then(textOf, nameOf)
  }
  await ask(0)
  const outcomes: Promise<string>[] = []
  for (let i = 0; i < BURST; i++) {
    outcomes.push(ask(i))
    // The local Discord has other work to do, too.
    if (i % 50 === 0) await setImmediate()
  }
  const settled = await Promise.all(outcomes)
  const count = (kind: RegExp) => settled.filter((outcome) => kind.test(outcome)).length
  const answered = count(/gates|ridge/)
  const expired = count(/^NoResponse$/)
  expect(answered + count(/Very many are asking/) + expired).toBe(BURST)
  expect(answered).toBeGreaterThan(0)
  expect(await ask(1)).toContain('gates')
  // Whatever three seconds were not enough for is told in the log, each by one line.
  const late = () =>
    bot.lines().filter(({ msg }) => msg === 'too late to be answered' || msg === 'Discord did not take it')
  if (expired > 0) await bot.until(() => late().length >= expired)
  expect(late()).toHaveLength(expired)
  expect(bot.lines().filter(({ level }) => level === 'error')).toEqual([])
  expect(await peakMegabytes(bot.child.pid!)).toBeLessThan(MEMORY_MB)
  await sandbox.close()
}, 120_000)

const nameOf = (error: unknown) => (error instanceof NoResponse ? 'NoResponse' : String(error))

/** The most memory that a process has taken, as Linux tells; 0 elsewhere. */
async function peakMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1000
}
