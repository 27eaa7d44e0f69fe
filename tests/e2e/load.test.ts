import { expect, test } from 'vitest'
import { startDesk } from './desk.js'

const QUESTIONS = [
  ['when', { topic: 'lorne dam' }],
  ['who-said', { words: 'drown in promises' }],
  ['ask', { question: 'How many people live below the dam?' }],
  ['search', { words: 'gates' }],
  ['sources', {}],
] as const

test('GIVEN 200 questions at once THEN each is acknowledged before any answer keeps it waiting, and each is answered', async () => {
  await using desk = await startDesk()
  const exchanges = Array.from({ length: 200 }, (_, i) => {
    const [command, options] = QUESTIONS[i % QUESTIONS.length]!
    return desk.member.command(command, options)
  })
  const acknowledged = await Promise.all(exchanges.map((exchange) => exchange.acknowledged(20_000)))
  const answers = await Promise.all(exchanges.map((exchange) => exchange.response(25_000)))
  expect(answers.every(({ embeds }) => embeds.length === 1)).toBe(true)
  const slowest = Math.max(...acknowledged.map(({ realMs }) => realMs))
  // Discord gives up after three seconds; sandbox and bot share this process, and others the machine.
  expect(slowest).toBeLessThan(3000)
  expect(desk.log.lines().filter(({ level }) => level === 'error')).toEqual([])
})
