import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ServerStore } from '../../src/articles/store/servers.js'
import { openFeedback } from '../../src/discord/moderation/feedback.js'
import { type ArticleFolder, articleFolder } from '../support/folder.js'
import { filesIn } from '../support/state.js'
import {
  ALPHAS_LOG,
  askAll,
  COMMANDS,
  COMPLETED,
  completed,
  OTHERS,
  own,
  PATIENCE_MS,
  placesOf,
  type World,
} from './crossings.js'
import { type Desk, startDesk } from './desk.js'

const INTERACTIONS = 10_000

let kept: ArticleFolder
let desk: Desk
let servers: { alpha: string; beta: string }
let people: World['people']
let moderators: World['moderators']
beforeAll(async () => {
  kept = await articleFolder()
  const folder = join(kept.path, 'servers')
  desk = await startDesk({
    worker: { servers: folder },
    // A question that is forgotten before its turn could not be replied to.
    sandbox: { keepRequests: 100, keepMessages: 2000 },
    // Messages by the thousand would take their time: Discord allows fifty a second.
    rest: { globalRequestsPerSecond: 5000 },
    // It is not how soon that is tested here.
    answerTimeoutMs: PATIENCE_MS,
  })
  const { sandbox, archive } = desk
  const other = sandbox.world.addGuild({ name: 'Beta', ownerId: sandbox.ids.moderator })
  servers = { alpha: sandbox.ids.guild, beta: other.guild }
  // What members of the one asked in vain, with words that only they use.
  const feedback = openFeedback(filesIn(join(kept.path, 'feedback')), desk.log.log)
  feedback.noteUnanswered('/ask Who hides Ada Quist?', servers.alpha)
  feedback.noteUnanswered('/ask Who hides Bruno Tellis?', servers.beta)
  await desk.restart({ feedback })
  const store = new ServerStore({ state: filesIn(folder) })
  await store.add(servers.alpha, '1', own('Alphamark', 3, 'Ada Quist'))
  await store.add(servers.beta, '1', own('Betamark', 9, 'Bruno Tellis'))
  await Promise.all([archive.renew(servers.alpha), archive.renew(servers.beta)])
  // What moderators set, and the feeds they follow, tell of their server as its articles do.
  for (const [server, outlet] of [
    [servers.alpha, 'Alphamark'],
    [servers.beta, 'Betamark'],
  ] as const) {
    await desk.library.settings.change(server, (settings) => ({
      ...settings,
      feeds: [{ url: 'https://nowhere.invalid/', title: `${outlet} Herald` }],
      follows: [{ topic: `${outlet} Herald`, channel: '1' }],
      log: outlet === 'Alphamark' ? ALPHAS_LOG : null,
    }))
  }
  const { member, general } = sandbox.ids
  sandbox.world.addMember(other.guild, member)
  people = {
    alpha: placesOf(sandbox, general),
    beta: placesOf(sandbox, other.general),
    none: [sandbox.as(member, { channel: sandbox.world.openDm(member) })],
  }
  moderators = {
    alpha: [desk.moderator],
    beta: [sandbox.as(sandbox.ids.moderator, { channel: other.general })],
  }
  // One after another first: what is needed for the first answer alone is not loaded by fifty at once.
  for (const [command, option] of COMPLETED) await completed(people.alpha[0]!, command, option, 'a')
  for (const [name, options] of COMMANDS) await people.alpha[0]!.command(name, options).response(PATIENCE_MS)
}, 120_000)
afterAll(async () => {
  await desk.close()
  await kept[Symbol.asyncDispose]()
})

test(`GIVEN two servers with articles of their own WHEN ${INTERACTIONS} questions are asked side by side, in every way there is, THEN not one citation crosses`, async () => {
  const { crossed, found, unanswered } = await askAll(
    { sandbox: desk.sandbox, people, moderators },
    INTERACTIONS,
  )
  expect(crossed.slice(0, 3)).toEqual([])
  expect(unanswered).toEqual([])
  expect(found.alpha).toBeGreaterThan(INTERACTIONS / 10)
  expect(found.beta).toBeGreaterThan(INTERACTIONS / 10)
  expect(desk.log.lines().filter(({ level }) => level === 'error')).toEqual([])
}, 300_000)

test('GIVEN pictures THEN they show the events of the own server alone', async () => {
  for (const side of ['alpha', 'beta', 'none'] as const) {
    const shown = await people[side][0]!.command('timeline', { topic: 'lorne dam' }).response(PATIENCE_MS)
    expect(JSON.stringify(shown)).not.toMatch(OTHERS[side])
  }
})
