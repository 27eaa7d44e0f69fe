import { describe, expect, test } from 'vitest'
import type { LiveArchive } from '../../src/archive/contract/archive.js'
import { manualClock } from '../../src/sandbox/sandbox.js'
import {
  AT_ONCE,
  buttonsOf,
  CALLBACK,
  changed,
  type Desk,
  EDIT,
  held,
  LATER,
  startDesk,
  textOf,
} from './desk.js'

const failingEvents = (archive: LiveArchive) =>
  changed(archive, { events: () => Promise.reject(new Error('index corrupted at /srv/secret')) })
const endlessEvents = (archive: LiveArchive) => changed(archive, { events: () => new Promise(() => {}) })

/** What was logged as a warning or worse. */
const trouble = ({ log }: Desk) => log.lines().filter(({ level }) => level === 'warn' || level === 'error')

describe('when something fails', () => {
  test('GIVEN an error in an answer THEN the reply has a reference that finds it in the log, and no detail', async () => {
    await using desk = await startDesk({ before: failingEvents })
    const text = textOf(await desk.member.command('when', { topic: 'lorne' }).response())
    const [, reference] = /Reference: ([0-9a-f]{8})/.exec(text)!
    expect(text).not.toMatch(/index corrupted|srv|at /)
    expect(desk.log.lines()).toContainEqual(
      expect.objectContaining({ level: 'error', reference, command: 'when', ms: expect.any(Number) }),
    )
  })

  test('GIVEN an error in the answer to a mention THEN there is one reply, with a reference', async () => {
    await using desk = await startDesk({ before: failingEvents })
    const asked = desk.member.send(`<@${desk.sandbox.ids.bot}> /when lorne`)
    const reply = await desk.sandbox.replyTo(asked)
    await desk.member.command('help').response()
    expect(textOf(reply)).toMatch(/Reference: /)
    const replies = desk.sandbox
      .messages(reply.channel_id)
      .filter((one) => one.message_reference?.message_id === asked.id)
    expect(replies).toHaveLength(1)
  })

  test('GIVEN an answer that never comes THEN the member is told after the time set', async () => {
    await using desk = await startDesk({ before: endlessEvents, answerTimeoutMs: 50 })
    const text = textOf(await desk.member.command('when', { topic: 'lorne' }).response())
    expect(text).toMatch(/took longer than 0\.05 seconds/)
  })

  test('GIVEN suggestions that fail THEN there are none, and the next question is answered', async () => {
    await using desk = await startDesk({
      before: (archive) => changed(archive, { suggest: () => Promise.reject(new Error('lost')) }),
    })
    expect(await desk.member.autocomplete('when', { topic: 'l' }, 'topic').choices()).toEqual([])
    expect(textOf(await desk.member.command('when', { topic: 'lorne' }).response())).toContain('15')
  })

  test.each([
    ['at once', AT_ONCE, CALLBACK],
    ['later', LATER, EDIT],
  ])(
    'GIVEN Discord failing for a moment, and an answer %s THEN it comes all the same',
    async (_, when, request) => {
      await using desk = await startDesk(when)
      desk.sandbox.faults.next(request, { status: 502 })
      desk.sandbox.faults.next(request, { status: 429 })
      expect(textOf(await desk.member.command('when', { topic: 'lorne' }).response())).toContain('15')
    },
  )

  test.each([
    ['at once', AT_ONCE, CALLBACK],
    ['later', LATER, EDIT],
  ])('GIVEN an answer %s that Discord refuses THEN the member is told', async (_, when, request) => {
    await using desk = await startDesk(when)
    desk.sandbox.faults.next(request, { status: 400 })
    expect(textOf(await desk.member.command('when', { topic: 'lorne' }).response())).toMatch(/Reference: /)
  })
})

describe('interactions that can’t be answered any more', () => {
  test('GIVEN one that arrives too late THEN it is left alone, and the next is answered', async () => {
    const clock = manualClock()
    await using desk = await startDesk({ sandbox: { clock } })
    desk.sandbox.faults.delayGateway(3500)
    const refused = desk.sandbox.next('request', ({ status }) => status === 404)
    desk.member.command('when', { topic: 'lorne' })
    clock.advance(3500)
    await refused
    desk.sandbox.faults.delayGateway(0)
    expect(textOf(await desk.member.command('help').response())).toContain('/when')
    expect(trouble(desk)).toEqual([expect.objectContaining({ code: 10062, command: 'when' })])
  })

  test('GIVEN one that another process has acknowledged THEN it is left alone', async () => {
    const clock = manualClock()
    await using desk = await startDesk({ sandbox: { clock } })
    const { sandbox } = desk
    sandbox.faults.delayGateway(100)
    const { id, token } = desk.member.command('when', { topic: 'lorne' })
    await fetch(`${sandbox.api}/v10/interactions/${id}/${token}/callback`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ type: 4, data: { content: 'the other' } }),
    })
    const refused = sandbox.next('request', ({ status }) => status === 400)
    clock.advance(100)
    await refused
    sandbox.faults.delayGateway(0)
    await desk.member.command('help').response()
    expect(trouble(desk)).toEqual([expect.objectContaining({ code: 40060, command: 'when' })])
    expect(desk.member.messages().map(({ content }) => content)).toContain('the other')
  })

  test('GIVEN an acknowledgement whose receipt is lost THEN the question is answered all the same', async () => {
    await using desk = await startDesk(LATER)
    desk.sandbox.faults.next(({ path }) => path.endsWith('/callback'), { cut: true })
    expect(textOf(await desk.member.command('when', { topic: 'lorne' }).response())).toContain('15')
  })

  test('GIVEN a message that is deleted before the answer THEN the bot goes on', async () => {
    await using desk = await startDesk()
    const asked = desk.member.send(`<@${desk.sandbox.ids.bot}> /when lorne`)
    desk.member.delete(asked)
    expect(textOf(await desk.member.command('status').response())).toContain('articles')
    expect(desk.log.lines().filter(({ level }) => level === 'error')).toEqual([])
  })

  test('GIVEN a connection that drops THEN it is taken up again and questions are answered', async () => {
    await using desk = await startDesk()
    const resumed = desk.sandbox.next('resumed', () => true, 15_000)
    desk.sandbox.faults.dropGateway()
    const exchange = desk.member.command('when', { topic: 'lorne' })
    await resumed
    expect(textOf(await exchange.response())).toContain('15')
  })
})

describe('buttons of other versions', () => {
  test('GIVEN a button that nobody knows THEN the one who pressed is told', async () => {
    await using desk = await startDesk()
    const { sandbox } = desk
    const response = await fetch(`${sandbox.api}/v10/channels/${sandbox.ids.general}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${sandbox.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        content: 'old',
        components: [
          {
            type: 1,
            components: [
              { type: 2, style: 2, label: 'vote', custom_id: 'vote:1' },
              { type: 2, style: 2, label: '›', custom_id: 'page:1:v0|weather|place=3|abc;' },
            ],
          },
        ],
      }),
    })
    const old = sandbox.message(((await response.json()) as { id: string }).id)!
    const vote = await desk.member.click(old, buttonsOf(old).get('vote')!.id).response()
    expect(textOf(vote)).toMatch(/another version of me/)
    const page = await desk.member.click(old, buttonsOf(old).get('›')!.id).response()
    expect(textOf(page)).toMatch(/another version of me/)
  })
})

test('GIVEN that the bot is ended THEN what is under way is finished first', async () => {
  const { before, release } = held()
  const desk = await startDesk({ before })
  const exchange = desk.member.command('when', { topic: 'lorne' })
  await exchange.acknowledged()
  const closing = desk.restart()
  release()
  expect(textOf(await exchange.response())).toContain('15')
  await closing
  await desk.close()
})
