import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { RestFault } from '../../src/sandbox/sandbox.js'
import { AT_ONCE, buttonsOf, CALLBACK, type Desk, EDIT, isPrivate, LATER, startDesk, textOf } from './desk.js'

const SEND = 'POST /channels/{channel_id}/messages'
const PATIENCE_MS = 20_000

let desk: Desk
let atOnce: Desk
beforeAll(async () => {
  // A request that hangs is soon given up.
  desk = await startDesk({ ...LATER, rest: { timeout: 600 } })
  atOnce = await startDesk({ ...AT_ONCE, rest: { timeout: 600 } })
})
afterEach(() => {
  desk.sandbox.faults.clear()
  atOnce.sandbox.faults.clear()
})
afterAll(async () => {
  await desk.close()
  await atOnce.close()
})

const ask = ({ member } = desk) => member.command('when', { topic: 'lorne dam' })
const repliesTo = (id: string) =>
  desk.sandbox
    .messages(desk.sandbox.ids.general)
    .filter(({ message_reference }) => message_reference?.message_id === id)

const FAULTS: readonly [string, RestFault][] = [
  ['500', { status: 500 }],
  ['504 though it was served', { status: 504, served: true }],
  ['503', { status: 503 }],
  ['429 for its route', { status: 429, retryAfter: 0.1 }],
  ['429 for the whole bot', { status: 429, retryAfter: 0.1, global: true }],
  ['a connection that is cut', { cut: true }],
  ['no answer', { hang: true }],
  ['a late answer', { delayMs: 300 }],
]

/** The bot's own messages in #general, those that one member alone sees included. */
const shown = ({ member, sandbox }: Desk) =>
  member.messages().filter(({ author }) => author.id === sandbox.ids.bot)

describe('a reply in one request that fails', () => {
  test.each(FAULTS)('GIVEN %s THEN it arrives, once', async (_, fault) => {
    const before = shown(atOnce).length
    atOnce.sandbox.faults.next(CALLBACK, fault)
    const exchange = ask(atOnce)
    expect(textOf(await exchange.response(PATIENCE_MS))).toContain('15')
    const { ms } = await atOnce.log.until(({ msg, ...line }) => msg === 'answered' && line.ms !== null)
    expect(ms).toEqual(expect.any(Number))
    await ask(atOnce).response()
    expect(exchange.followUps).toEqual([])
    expect(shown(atOnce)).toHaveLength(before + 2)
  })

  test.each(FAULTS)('GIVEN %s twice THEN it arrives, once', async (_, fault) => {
    const before = shown(atOnce).length
    atOnce.sandbox.faults.next(CALLBACK, fault, 2)
    const exchange = ask(atOnce)
    expect(textOf(await exchange.response(PATIENCE_MS))).toContain('15')
    await ask(atOnce).response()
    expect(exchange.followUps).toEqual([])
    expect(shown(atOnce)).toHaveLength(before + 2)
  })

  test.each(FAULTS)('GIVEN %s to one with a picture THEN both arrive, once', async (_, fault) => {
    atOnce.sandbox.faults.next(CALLBACK, fault)
    const { attachments } = await atOnce.member.command('timeline').response(PATIENCE_MS)
    expect(attachments).toHaveLength(1)
  })

  test.each(FAULTS)(
    'GIVEN %s to a complaint THEN whoever asked is told, once, in private',
    async (_, fault) => {
      atOnce.sandbox.faults.next(CALLBACK, fault)
      const exchange = atOnce.member.command('when', { topic: ' ** ' })
      const told = await exchange.response(PATIENCE_MS)
      expect(textOf(told)).toMatch(/no words to go by/)
      expect(isPrivate(told)).toBe(true)
      expect(exchange.followUps).toEqual([])
    },
  )

  test.each(FAULTS)('GIVEN %s to a button that deletes THEN the answer is gone', async (_, fault) => {
    const message = await ask(atOnce).response()
    const gone = atOnce.sandbox.next('delete', ({ id }) => id === message.id, PATIENCE_MS)
    atOnce.sandbox.faults.next(CALLBACK, fault)
    atOnce.member.click(message, buttonsOf(message).get('Delete')!.id)
    await gone
  })

  test('GIVEN that Discord never takes it THEN one line says so, and the next question is answered', async () => {
    const before = atOnce.log.lines().length
    atOnce.sandbox.faults.next(CALLBACK, { status: 500 }, 1000)
    ask(atOnce)
    await atOnce.log.until(
      ({ msg, by }) => msg === 'the error could not be reported to whoever asked' && by === 'command',
    )
    atOnce.sandbox.faults.clear()
    expect(textOf(await ask(atOnce).response())).toContain('15')
    const errors = atOnce.log.lines().slice(before)
    expect(errors.filter(({ level }) => level === 'error')).toEqual([
      expect.objectContaining({ command: 'when', stage: 'reply', reference: expect.any(String) }),
    ])
  })
})

describe('requests that fail', () => {
  test.each(FAULTS)(
    'GIVEN %s to the acknowledgement, and to the answer twice THEN the question is answered',
    async (_, fault) => {
      desk.sandbox.faults.next(CALLBACK, fault)
      desk.sandbox.faults.next(EDIT, fault, 2)
      const exchange = ask()
      expect(textOf(await exchange.response(PATIENCE_MS))).toContain('15')
      expect(exchange.followUps).toEqual([])
    },
  )

  test.each(FAULTS)('GIVEN %s to a reply in a channel THEN it arrives, once', async (_, fault) => {
    const { sandbox, member } = desk
    sandbox.faults.next(SEND, fault, 2)
    const asked = member.send(`<@${sandbox.ids.bot}> /when lorne dam`)
    expect(textOf(await sandbox.replyTo(asked, PATIENCE_MS))).toContain('15')
    await ask().response()
    expect(repliesTo(asked.id)).toHaveLength(1)
  })

  test('GIVEN an acknowledgement that hangs THEN it is made again while Discord still takes it', async () => {
    await using patient = await startDesk(LATER)
    patient.sandbox.faults.next(CALLBACK, { hang: true })
    const exchange = patient.member.command('when', { topic: 'lorne dam' })
    expect(textOf(await exchange.response(PATIENCE_MS))).toContain('15')
  })

  test('GIVEN that Discord holds all requests for a while THEN all who ask meanwhile are answered', async () => {
    desk.sandbox.faults.next(CALLBACK, { status: 429, retryAfter: 1, global: true })
    const exchanges = Array.from({ length: 30 }, () => ask())
    for (const exchange of exchanges) expect(textOf(await exchange.response(PATIENCE_MS))).toContain('15')
  })

  test('GIVEN an answer that Discord never takes THEN one line says so, and the next question is answered', async () => {
    const before = desk.log.lines().length
    desk.sandbox.faults.next(EDIT, { status: 500 }, 1000)
    await ask().acknowledged()
    await desk.log.until(({ level, by }) => level === 'error' && by === 'command')
    await desk.log.until(
      ({ msg, by }) => msg === 'the error could not be reported to whoever asked' && by === 'command',
    )
    desk.sandbox.faults.clear()
    expect(textOf(await ask().response())).toContain('15')
    const errors = desk.log.lines().slice(before)
    expect(errors.filter(({ level }) => level === 'error')).toEqual([
      expect.objectContaining({ command: 'when', stage: 'reply', reference: expect.any(String) }),
    ])
  })
})

describe('what comes twice or late', () => {
  test('GIVEN every event twice THEN each question is answered once, and that is logged', async () => {
    const { sandbox, member, log } = desk
    const callbacks = () => sandbox.requests.filter(({ path }) => path.endsWith('/callback')).length
    const before = callbacks()
    sandbox.faults.repeatEvents(true)
    const exchange = ask()
    const asked = member.send(`<@${sandbox.ids.bot}> /when lorne dam`)
    expect(textOf(await exchange.response())).toContain('15')
    await sandbox.replyTo(asked)
    sandbox.faults.repeatEvents(false)
    await ask().response()
    expect(callbacks() - before).toBe(2)
    expect(repliesTo(asked.id)).toHaveLength(1)
    expect(log.lines()).toContainEqual(
      expect.objectContaining({ msg: 'came twice, answered once', id: exchange.id }),
    )
  })

  test('GIVEN a question that is three seconds old when it comes THEN it is left alone, and that is logged', async () => {
    const { sandbox, log } = desk
    await ask().response()
    const before = sandbox.requests.length
    sandbox.faults.delayGateway(3200)
    const late = ask()
    const { ageMs } = await log.until(({ msg }) => msg === 'too late to be answered')
    expect(ageMs).toBeGreaterThan(3000)
    expect((await late.failure()).message).toBe('The application did not respond')
    expect(sandbox.requests.slice(before)).toEqual([])
    sandbox.faults.delayGateway(0)
    expect(textOf(await ask().response())).toContain('15')
  })
})
