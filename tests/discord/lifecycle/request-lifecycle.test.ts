import { DiscordAPIError, HTTPError } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { ArchiveUnavailable, ReloadInProgress } from '../../../src/archive/contract/archive.js'
import { Refusal } from '../../../src/discord/gateway/refusal.js'
import { makeMeter } from '../../../src/discord/lifecycle/meter.js'
import { type Request, type Responder, serve } from '../../../src/discord/lifecycle/request-lifecycle.js'
import { makeWorkload, type Workload } from '../../../src/discord/lifecycle/scheduler.js'
import { type Reply, renderNotice } from '../../../src/discord/render/reply.js'
import { wordsFor } from '../../../src/i18n/words.js'
import { makeMetrics } from '../../../src/lib/metrics.js'
import { memoryLog } from '../memory-log.js'

const SOON_MS = 50
const REPLY = renderNotice('the answer')

const discordError = (code: number, status = 404) =>
  new DiscordAPIError({ code, message: `error ${code}` }, code, status, 'POST', 'https://discord.com/api', {
    body: undefined,
    files: undefined,
  })

/** How somebody is spoken to, as far as a test changes it. */
type ResponderChange = Partial<Responder> | null

interface Change extends Partial<Omit<Request, 'atOnce' | 'later'>> {
  readonly atOnce?: ResponderChange
  readonly later?: ResponderChange
  readonly workload?: Workload
}

/** Serves a request that does as it is told, and gives all that was said, in order, and the log. */
async function served({ atOnce = {}, later = {}, workload = makeWorkload(), ...change }: Change = {}) {
  const said: (Reply | string)[] = []
  const { log, lines } = memoryLog()
  const responder: Responder = {
    reply: async (reply) => said.push(reply),
    complain: async (reply) => said.push(reply.embeds[0]!.description!),
    complaintReplaces: false,
  }
  await serve(
    {
      facts: { by: 'command', command: 'when' },
      patienceMs: 1000,
      acknowledge: async () => said.push('is thinking'),
      work: async () => REPLY,
      words: wordsFor('en'),
      ...change,
      atOnce: atOnce && { ...responder, ...atOnce },
      later: { ...responder, ...later },
    },
    { log, workload, meter: makeMeter(makeMetrics()), soonMs: SOON_MS },
  )
  return { said, lines: lines() }
}

const failing = (error: unknown) => () => Promise.reject(error)
/** So old that nobody may be kept waiting any longer. */
const OLD = { ageMs: () => SOON_MS }
const lost = new HTTPError(502, 'Bad Gateway', 'POST', 'https://discord.com/api', {
  body: undefined,
  files: undefined,
})

describe('a request that is answered soon', () => {
  test('GIVEN work that is done THEN the reply is the one thing said, and a line tells the times', async () => {
    const { said, lines } = await served()
    expect(said).toEqual([REPLY])
    expect(lines).toEqual([
      expect.objectContaining({
        msg: 'answered',
        command: 'when',
        ackMs: expect.any(Number),
        ms: expect.any(Number),
      }),
    ])
  })

  test('GIVEN work that fails THEN the complaint is the one thing said', async () => {
    const { said } = await served({ work: failing(new Refusal('noText')) })
    expect(said).toEqual([expect.stringMatching('no words in this message')])
  })

  test.each([10062, 40060, 10008, 50001, 50013])(
    'GIVEN error %i to the reply THEN nothing more is said, and no error is logged',
    async (code) => {
      const { said, lines } = await served({ atOnce: { reply: failing(discordError(code)) } })
      expect(said).toEqual([])
      expect(lines).toEqual([expect.objectContaining({ level: 'warn', code })])
    },
  )

  test('GIVEN a reply that Discord refused THEN whoever asked is told, once', async () => {
    const { said } = await served({ atOnce: { reply: failing(discordError(50035, 400)) } })
    expect(said).toEqual([expect.stringMatching('Reference')])
  })

  test('GIVEN a complaint that comes too late THEN one line says so', async () => {
    const { lines } = await served({
      work: failing(new Refusal('noText')),
      atOnce: { complain: failing(discordError(10062)) },
    })
    expect(lines.map(({ msg }) => msg)).toEqual(['refused', 'Discord did not take it'])
  })
})

describe('a request that is not answered soon', () => {
  test('GIVEN work that takes a while THEN it is acknowledged first, and answered when it is done', async () => {
    let done = () => {}
    const { said } = await served({
      acknowledge: async () => done(),
      work: () =>
        new Promise((resolve) => {
          done = () => resolve(REPLY)
        }),
      atOnce: { reply: async () => expect.fail('answered as if not acknowledged') },
    })
    expect(said).toEqual([REPLY])
  })

  test('GIVEN one that has waited already THEN it is acknowledged before the work begins', async () => {
    const order: string[] = []
    await served({
      ...OLD,
      acknowledge: async () => order.push('acknowledged'),
      work: async () => {
        order.push('worked')
        return REPLY
      },
    })
    expect(order).toEqual(['acknowledged', 'worked'])
  })

  test('GIVEN work that changes something THEN it begins when Discord has taken the acknowledgement, and no sooner', async () => {
    const work = async () => expect.fail('done for nobody')
    const { said } = await served({ atOnce: null, work, acknowledge: failing(discordError(40060)) })
    expect(said).toEqual([])
    expect((await served({ atOnce: null })).said).toEqual(['is thinking', REPLY])
  })

  test('GIVEN one that came too late THEN nothing is said and nothing is done', async () => {
    const work = async () => expect.fail('worked for nobody')
    const { said, lines } = await served({ ageMs: () => 3100, work })
    expect(said).toEqual([])
    expect(lines).toEqual([expect.objectContaining({ level: 'warn', msg: 'too late to be answered' })])
  })

  test.each([10062, 40060, 10008, 50001, 50013])(
    'GIVEN error %i when it is acknowledged THEN nothing is said, nothing is done, and no error is logged',
    async (code) => {
      const work = async () => expect.fail('worked for nobody')
      const { said, lines } = await served({ ...OLD, acknowledge: failing(discordError(code)), work })
      expect(said).toEqual([])
      expect(lines).toEqual([expect.objectContaining({ level: 'warn', code })])
    },
  )

  test('GIVEN any error before the acknowledgement THEN it is logged and nothing is said', async () => {
    const { said, lines } = await served({ ...OLD, acknowledge: failing(new Error('no network')) })
    expect(said).toEqual([])
    expect(lines[0]).toMatchObject({ level: 'error', stage: 'acknowledge' })
  })

  test('GIVEN a reply that may have arrived THEN there is no second one', async () => {
    const reply = failing(lost)
    expect((await served({ ...OLD, later: { reply } })).said).toEqual(['is thinking'])
    const replaced = await served({ ...OLD, later: { reply, complaintReplaces: true } })
    expect(replaced.said).toEqual(['is thinking', expect.stringMatching('Reference')])
  })
})

describe.each([
  ['soon', {}],
  ['later', OLD],
])('a request that fails %s', (_, when) => {
  /** What was said but the acknowledgement. */
  const complained = async (change: Change) => {
    const { said, lines } = await served({ ...when, ...change })
    return { said: said.filter((text) => text !== 'is thinking'), lines }
  }

  test('GIVEN an error nobody expected THEN its reference stands in the reply and in the log', async () => {
    const { said, lines } = await complained({ work: failing(new TypeError('x is undefined')) })
    const [, reference] = /\nReference: ([0-9a-f]{8})$/.exec(said[0] as string)!
    expect(said).toHaveLength(1)
    expect(said[0]).not.toContain('undefined')
    expect(lines[0]).toMatchObject({ level: 'error', reference, err: { message: 'x is undefined' } })
  })

  test('GIVEN work that never ends THEN whoever asked is told after the time set', async () => {
    const { said, lines } = await complained({ work: () => new Promise(() => {}), patienceMs: 1 })
    expect(said).toEqual([expect.stringMatching(/^This took longer than .*\nReference: /)])
    expect(lines[0]).toMatchObject({ level: 'error', err: { type: 'TooSlow' } })
  })

  test.each([
    ['a refusal', new Refusal('noText'), 'info', 'no words in this message'],
    ['a reload under way', new ReloadInProgress('Ada', new Date()), 'warn', 'started by Ada'],
    ['an archive that restarts', new ArchiveUnavailable([{ text: 'Ask again.' }]), 'warn', 'Ask again'],
  ])('GIVEN %s THEN its message is the reply, without a reference', async (_, error, level, message) => {
    const { said, lines } = await complained({ work: failing(error) })
    expect(said).toEqual([expect.stringMatching(message)])
    expect(said[0]).not.toMatch('Reference')
    expect(lines[0]).toMatchObject({ level })
  })

  test('GIVEN a complaint that fails too THEN it is logged, and nothing is thrown', async () => {
    const broken = { complain: failing(lost) }
    const { lines } = await complained({ work: failing(new Error('x')), atOnce: broken, later: broken })
    expect(lines.map(({ level }) => level)).toEqual(['error', 'warn'])
  })
})

test('GIVEN many replies that take long to be sent WHEN Discord waits for them as long as it takes THEN nobody whom it gives up on waits behind them', async () => {
  const workload = makeWorkload()
  const slow = { workload, atOnce: { reply: () => new Promise(() => {}) } }
  for (let n = 0; n < 100; n++) void served(slow)
  const { said } = await served({ workload, ageMs: () => 0 })
  expect(said).toEqual([REPLY])
})

test.each([
  ['done', {}],
  ['failed', { work: failing(new Error('x')) }],
  ['not acknowledged', { ...OLD, acknowledge: failing(discordError(10062)) }],
])('GIVEN a request that is %s THEN it is finished', async (_, change) => {
  let finished = 0
  await served({ ...change, finish: () => finished++ })
  expect(finished).toBe(1)
})
