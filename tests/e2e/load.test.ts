import { expect, test } from 'vitest'
import { manualClock } from '../../src/sandbox/sandbox.js'
import { startDesk } from './desk.js'

const QUESTIONS = [
  ['when', { topic: 'lorne dam' }],
  ['who-said', { words: 'drown in promises' }],
  ['ask', { question: 'How many people live below the dam?' }],
  ['search', { words: 'gates' }],
  ['sources', {}],
] as const

test('GIVEN 200 questions at once THEN acknowledgements don’t wait for answers, and each question is answered', async () => {
  await using desk = await startDesk({ sandbox: { clock: manualClock() } })
  const { requests } = desk.sandbox
  const before = requests.length
  const exchanges = Array.from({ length: 200 }, (_, i) => {
    const [command, options] = QUESTIONS[i % QUESTIONS.length]!
    return desk.member.command(command, options)
  })
  const answers = await Promise.all(exchanges.map((exchange) => exchange.response(25_000)))
  expect(answers.every(({ embeds }) => embeds.length === 1)).toBe(true)
  const kinds = requests
    .slice(before)
    .map(({ path }) => (path.endsWith('/callback') ? 'acknowledged' : 'answered'))
  const answeredBefore = kinds
    .slice(0, kinds.lastIndexOf('acknowledged'))
    .filter((kind) => kind === 'answered')
  expect(answeredBefore.length).toBeLessThan(100)
  expect(desk.log.lines().filter(({ level }) => level === 'error')).toEqual([])
})
