import { expect, test } from 'vitest'
import { changed, startDesk } from './desk.js'

/** Words that nobody but their writer and the bot may read. */
const PRIVATE = 'quokkas in the basement of Lorne'

test('GIVEN questions in every way, some of which fail THEN the log holds neither their words nor any token', async () => {
  await using desk = await startDesk({
    before: (archive) =>
      changed(archive, { events: () => Promise.reject(new Error('the events can’t be read')) }),
  })
  const { sandbox, member, log } = desk
  log.log.level = 'trace'
  const direct = sandbox.as(member.userId, { channel: sandbox.world.openDm(member.userId) })
  const asked = direct.send(`What about ${PRIVATE}?`)
  await sandbox.replyTo(asked)
  const mentioned = member.send(`<@${sandbox.ids.bot}> what about ${PRIVATE}?`)
  await sandbox.replyTo(mentioned)
  const tokens: string[] = [sandbox.token]
  for (const exchange of [
    member.command('search', { words: PRIVATE, private: true }),
    member.command('when', { topic: PRIVATE }),
    direct.command('ask', { question: PRIVATE }),
    member.contextMenu('Find sources', mentioned),
  ]) {
    await exchange.response()
    tokens.push(exchange.token)
  }
  tokens.push(member.autocomplete('when', { topic: PRIVATE }, 'topic').token)
  sandbox.faults.next('PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original', { status: 400 })
  await member.command('search', { words: PRIVATE }).response()
  expect(log.lines().some(({ level }) => level === 'error')).toBe(true)
  expect(log.text()).not.toMatch(/quokka|basement/)
  for (const token of tokens) expect(log.text()).not.toContain(token)
})
