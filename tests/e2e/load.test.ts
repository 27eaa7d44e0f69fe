import { InteractionResponseType } from 'discord-api-types/v10'
import { expect, test } from 'vitest'
import { manualClock } from '../../src/sandbox/sandbox.js'
import { held, startDesk } from './desk.js'

const MANY = 200
const PATIENCE_MS = 25_000
const QUESTIONS = [
  ['when', { topic: 'lorne dam' }],
  ['who-said', { words: 'drown in promises' }],
  ['ask', { question: 'How many people live below the dam?' }],
  ['search', { words: 'gates' }],
  ['sources', {}],
] as const

test(`GIVEN ${MANY} questions at once THEN nobody’s acknowledgement waits for an answer, and each question is answered`, async () => {
  const { before, release } = held()
  // Told is the order of things, not their time: to a clock that stands still nothing comes too late on a slow machine.
  await using desk = await startDesk({ before, sandbox: { clock: manualClock() } })
  const exchanges = Array.from({ length: MANY }, (_, i) => {
    const [command, options] = QUESTIONS[i % QUESTIONS.length]!
    return desk.member.command(command, options)
  })
  for (const exchange of exchanges) {
    const { type } = await exchange.acknowledged(PATIENCE_MS)
    expect(type).toBe(InteractionResponseType.DeferredChannelMessageWithSource)
  }
  release()
  const answers = await Promise.all(exchanges.map((exchange) => exchange.response(PATIENCE_MS)))
  expect(answers.every(({ embeds }) => embeds.length === 1)).toBe(true)
  expect(exchanges.flatMap(({ followUps }) => followUps)).toEqual([])
  expect(desk.log.lines().filter(({ level }) => level === 'error')).toEqual([])
})
