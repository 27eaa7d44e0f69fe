import { DiscordAPIError, HTTPError } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { ArchiveUnavailable, ReloadInProgress } from '../../src/archive/archive.js'
import { Refusal } from '../../src/discord/incoming.js'
import { makeMeter } from '../../src/discord/meter.js'
import { type Reply, renderNotice } from '../../src/discord/reply.js'
import { type Request, serve } from '../../src/discord/serve.js'
import { makeWorkload } from '../../src/discord/workload.js'
import { wordsFor } from '../../src/language/words.js'
import { makeMetrics } from '../../src/metrics.js'
import { memoryLog } from './memory-log.js'

const REPLY = renderNotice('the answer')

const discordError = (code: number, status = 404) =>
  new DiscordAPIError({ code, message: `error ${code}` }, code, status, 'POST', 'https://discord.com/api', {
    body: undefined,
    files: undefined,
  })

/** Serves a request that does as it is told, and gives all that was said, and the log. */
async function served(change: Partial<Request>) {
  const said: (Reply | string)[] = []
  const { log, lines } = memoryLog()
  await serve(
    {
      facts: { by: 'command', command: 'when' },
      patienceMs: 1000,
      acknowledge: async () => {},
      work: async () => REPLY,
      reply: async (reply) => said.push(reply),
      complain: async (reply) => said.push(reply.embeds[0]!.description!),
      complaintReplaces: false,
      words: wordsFor('en'),
      ...change,
    },
    { log, workload: makeWorkload(), meter: makeMeter(makeMetrics()) },
  )
  return { said, lines: lines() }
}

const failing = (error: unknown) => () => Promise.reject(error)

describe('a request', () => {
  test('GIVEN work that is done THEN there is one reply, and a line with the times', async () => {
    const { said, lines } = await served({})
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

  test('GIVEN an error nobody expected THEN its reference stands in the reply and in the log', async () => {
    const { said, lines } = await served({ work: failing(new TypeError('x is undefined')) })
    const [, reference] = /\nReference: ([0-9a-f]{8})$/.exec(said[0] as string)!
    expect(said).toHaveLength(1)
    expect(said[0]).not.toContain('undefined')
    expect(lines[0]).toMatchObject({ level: 'error', reference, err: { message: 'x is undefined' } })
  })

  test('GIVEN work that never ends THEN whoever asked is told after the time set', async () => {
    const { said, lines } = await served({ work: () => new Promise(() => {}), patienceMs: 1 })
    expect(said).toEqual([expect.stringMatching(/^This took longer than .*\nReference: /)])
    expect(lines[0]).toMatchObject({ level: 'error', err: { type: 'TooSlow' } })
  })

  test.each([
    ['a refusal', new Refusal('noText'), 'info', 'no words in this message'],
    ['a reload under way', new ReloadInProgress('Ada', new Date()), 'warn', 'started by Ada'],
    ['an archive that restarts', new ArchiveUnavailable('Ask again.'), 'warn', 'Ask again'],
  ])('GIVEN %s THEN its message is the reply, without a reference', async (_, error, level, message) => {
    const { said, lines } = await served({ work: failing(error) })
    expect(said).toEqual([expect.stringMatching(message)])
    expect(said[0]).not.toMatch('Reference')
    expect(lines[0]).toMatchObject({ level })
  })

  test.each([10062, 40060, 10008, 50001, 50013])(
    'GIVEN error %i when it is acknowledged THEN nothing is said, nothing is done, and no error is logged',
    async (code) => {
      const work = async () => expect.fail('worked for nobody')
      const { said, lines } = await served({ acknowledge: failing(discordError(code)), work })
      expect(said).toEqual([])
      expect(lines).toEqual([expect.objectContaining({ level: 'warn', code })])
    },
  )

  test('GIVEN any error before the acknowledgement THEN it is logged and nothing is said', async () => {
    const { said, lines } = await served({ acknowledge: failing(new Error('no network')) })
    expect(said).toEqual([])
    expect(lines[0]).toMatchObject({ level: 'error', stage: 'acknowledge' })
  })

  test('GIVEN a reply that Discord refused THEN whoever asked is told, once', async () => {
    const { said } = await served({ reply: failing(discordError(50035, 400)) })
    expect(said).toEqual([expect.stringMatching('Reference')])
  })

  test('GIVEN a reply that may have arrived THEN there is no second one', async () => {
    const lost = new HTTPError(502, 'Bad Gateway', 'POST', 'https://discord.com/api', {
      body: undefined,
      files: undefined,
    })
    expect((await served({ reply: failing(lost) })).said).toEqual([])
    expect((await served({ reply: failing(lost), complaintReplaces: true })).said).toHaveLength(1)
  })

  test('GIVEN a complaint that fails too THEN it is logged, and nothing is thrown', async () => {
    const { lines } = await served({ work: failing(new Error('x')), complain: failing(discordError(10008)) })
    expect(lines.map(({ level }) => level)).toEqual(['error', 'warn'])
  })

  test.each([
    ['done', {}],
    ['failed', { work: failing(new Error('x')) }],
    ['not acknowledged', { acknowledge: failing(discordError(10062)) }],
  ])('GIVEN a request that is %s THEN it is finished', async (_, change) => {
    let finished = 0
    await served({ ...change, finish: () => finished++ })
    expect(finished).toBe(1)
  })
})
