import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { APIMessage } from 'discord-api-types/v10'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../src/sandbox/sandbox.js'
import { idOf } from './adding.js'
import { type Desk, startDesk, textOf } from './desk.js'

const OPENING = 'The balloon was lost above the ridge of Lorne on 20 May 2023, Ada Quist said.'
const END = 'It was found two days later in a field behind the school of Orsk.'
const story = (n: number, inside: string) => `Balloon ${n} lost\n\n${OPENING} ${inside} ${END}\n\n${inside}\n`

/** What has stopped bots of this kind: runs of one kind of character, by which patterns take time without end. */
const HOSTILE: readonly (readonly [name: string, data: string])[] = [
  ['digits.txt', story(1, '9'.repeat(90_000))],
  ['letters.txt', story(2, 'y'.repeat(90_000))],
  ['dots.txt', story(3, '.'.repeat(90_000))],
  ['capitals.txt', story(4, 'A'.repeat(90_000))],
  ['base64.txt', story(5, 'QmFzZTY0IGlzIG5vIHdvcmQ'.repeat(4_000))],
  ['zero-width.txt', story(6, `a${'\u200b'.repeat(30_000)}b`)],
  ['lines.txt', `${'\r\n'.repeat(40)}${story(7, 'lost and found ')}`],
  ['quotes.txt', story(8, '“'.repeat(30_000))],
  [
    'page.html',
    `<article><h1>Balloon 9 lost</h1><p>${OPENING} a${'\u200b'.repeat(36_000)}b ${END}</p></article>`,
  ],
]
/** What is asked of them, and of the shared articles by others. */
const ABOUT: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['when', { topic: 'balloon' }],
  ['timeline', {}],
  ['who-said', { words: 'balloon was lost' }],
  ['ask', { question: 'Where was the balloon found?' }],
  ['compare', { topic: 'balloon' }],
  ['search', { words: '9'.repeat(200) }],
]
const OTHERS: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['when', { topic: 'lorne dam' }],
  ['ask', { question: 'How many people live below the dam?' }],
  ['search', { words: 'gates of the dam' }],
]

let desk: Desk
let attacker: Actor
beforeAll(async () => {
  desk = await startDesk()
  const { world } = desk.sandbox
  const owner = world.addUser({ username: 'attacker' })
  const { general } = world.addGuild({ name: 'Elsewhere', ownerId: owner })
  attacker = desk.sandbox.as(owner, { channel: general })
})
afterAll(() => desk.close())

test('GIVEN a moderator elsewhere who adds articles made to stop the bot, and asks for them WHEN others ask meanwhile THEN each of them is answered, and no thread is ended', async () => {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  const times: number[] = []
  let over = false
  const asking = (async () => {
    for (let i = 0; !over; i++) {
      const began = performance.now()
      const [command, options] = OTHERS[i % OTHERS.length]!
      const reply = await desk.member.command(command, { ...options }).response()
      times.push(performance.now() - began)
      expect(textOf(reply)).toMatch(/dam/i)
    }
  })()
  delay.enable()
  const added: string[] = []
  for (const [name, data] of HOSTILE) {
    const draft: APIMessage = await attacker
      .command('articles add', { file: { name, data } })
      .response(60_000)
    if (!textOf(draft).includes('Balloon')) throw new Error(`${name}: ${textOf(draft)}`)
    const form = attacker.click(draft, idOf(draft, 'Check and add'))
    const done = await (await attacker.submitModal(form, {})).response(60_000)
    added.push(textOf(done))
    for (const [command, options] of ABOUT) await attacker.command(command, { ...options }).response(60_000)
  }
  over = true
  await asking
  delay.disable()
  expect(added).toHaveLength(HOSTILE.length)
  expect(times.length).toBeGreaterThan(0)
  expect(desk.archive.vitals().restarts).toBe(0)
  if (process.env.REPORT_TIMES) {
    times.sort((a, b) => a - b)
    const at = (share: number) => Math.round(times[Math.floor(share * (times.length - 1))]!)
    console.log(
      `${times.length} answers to others: median ${at(0.5)} ms, most ${at(1)} ms; event loop p99 ${Math.round(delay.percentile(99) / 1e6)} ms, most ${Math.round(delay.max / 1e6)} ms`,
    )
  }
}, 300_000)
