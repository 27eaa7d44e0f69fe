import { join } from 'node:path'
import { DefaultRestOptions } from 'discord.js'
import type { APIMessage } from 'discord-api-types/v10'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ServerStore } from '../../src/articles/store/servers.js'
import { openFeedback } from '../../src/discord/moderation/feedback.js'
import type { Actor } from '../../src/sandbox/sandbox.js'
import { draft } from '../articles/support/drafts.js'
import { type ArticleFolder, articleFolder } from '../support/folder.js'
import { filesIn } from '../support/state.js'
import { type Desk, menuOf, startDesk } from './desk.js'

const INTERACTIONS = 10_000
const AT_ONCE = 50
const PATIENCE_MS = 60_000

/** The same story, told to each server by an outlet of its own, whose words the other must never see. */
const own = (outlet: string, day: number, speaker: string) =>
  draft(1, {
    title: `Gates of the Lorne dam to open, ${outlet} learns`,
    outlet: `${outlet} Herald`,
    published: '2023-05-14',
    paragraphs: [
      `The gates of the Lorne dam will be opened on June ${day}, the ${outlet} Herald has learned.`,
      `“We will drown in promises, and ${outlet} knows it,” ${speaker} said on Friday.`,
      `About ${day},000 people live below the dam, according to ${speaker} of ${outlet}.`,
    ],
  })
/** The channel that one server's moderators have set. */
const ALPHAS_LOG = '77777777777'
/** What nobody types, so that it can only come from an article. */
const OTHERS = {
  alpha: /Betamark Herald|Bruno/,
  beta: new RegExp(`Alphamark Herald|Ada Quist|${ALPHAS_LOG}`),
  none: /Herald|Ada Quist|Bruno/,
}
const ITS_OWN = { alpha: /Alphamark Herald/, beta: /Betamark Herald/ }

/** What can be asked by a command, as its name and options. */
const COMMANDS: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['when', { topic: 'lorne dam' }],
  ['who-said', { words: 'drown in promises' }],
  ['ask', { question: 'How many people live below the dam?' }],
  ['search', { words: 'gates of the dam' }],
  ['quotes', { speaker: 'Quist' }],
  ['quotes', { speaker: 'Tellis' }],
  ['compare', { topic: 'lorne dam' }],
  ['sources', {}],
  ['article', { name: 'Gates of the Lorne dam to open' }],
  ['search', { words: 'Alphamark' }],
  ['search', { words: 'Betamark' }],
  ['who-said', { words: 'knows it', speaker: 'Tellis' }],
  ['status', {}],
  ['brief', { topic: 'lorne dam' }],
]
/** The same in words, for mentions; some lean on what was asked before in the thread. */
const WORDS = [
  'when will the gates of the lorne dam be opened?',
  '/who-said drown in promises',
  'How many people live below the dam?',
  'who said that?',
  '/quotes Quist',
  'and in Alphamark?',
  '/compare lorne dam',
  '/search Betamark',
  'catch me up on the dam',
]
const COMPLETED: readonly (readonly [command: string, option: string])[] = [
  ['when', 'topic'],
  ['who-said', 'words'],
  ['quotes', 'speaker'],
  ['sources', 'outlet'],
  ['article', 'name'],
  ['compare', 'topic'],
]
const SAID = [
  'The gates of the Lorne dam will be opened in June, they say.',
  'Somebody said: “We will drown in promises”.',
]

let kept: ArticleFolder
let desk: Desk
let servers: { alpha: string; beta: string }
let people: Record<keyof typeof OTHERS, Actor[]>
let moderators: { alpha: Actor; beta: Actor }
beforeAll(async () => {
  kept = await articleFolder()
  const folder = join(kept.path, 'servers')
  desk = await startDesk({
    worker: { servers: folder },
    // A question that is forgotten before its turn could not be replied to.
    sandbox: { keepRequests: 100, keepMessages: 2000 },
    // Messages by the thousand would take their time: Discord allows fifty a second.
    rest: { makeRequest: DefaultRestOptions.makeRequest },
  })
  const { sandbox, archive } = desk
  const other = sandbox.world.addGuild({ name: 'Beta', ownerId: sandbox.ids.moderator })
  servers = { alpha: sandbox.ids.guild, beta: other.guild }
  // What members of the one asked in vain, with words that only they use.
  const feedback = openFeedback(filesIn(join(kept.path, 'feedback')), desk.log.log)
  feedback.inVain('/ask Who hides Ada Quist?', servers.alpha)
  feedback.inVain('/ask Who hides Bruno Tellis?', servers.beta)
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
  people = peopleOf(desk, other)
  moderators = {
    alpha: desk.moderator,
    beta: sandbox.as(sandbox.ids.moderator, { channel: other.general }),
  }
  // One after another first: what is needed for the first answer alone is not loaded by fifty at once.
  for (const [command, option] of COMPLETED) await completed(people.alpha[0]!, command, option, 'a')
  for (const [name, options] of COMMANDS) await people.alpha[0]!.command(name, options).response(PATIENCE_MS)
}, 120_000)
afterAll(async () => {
  await desk.close()
  await kept[Symbol.asyncDispose]()
})

/** One member of both servers: in a channel and in a thread of each, and in direct messages. */
function peopleOf({ sandbox }: Desk, beta: { guild: string; general: string }) {
  const { member, general } = sandbox.ids
  sandbox.world.addMember(beta.guild, member)
  const places = (channel: string) => {
    const here = sandbox.as(member, { channel })
    return [here, sandbox.as(member, { channel: here.startThread('The dam').id })]
  }
  return {
    alpha: places(general),
    beta: places(beta.general),
    none: [sandbox.as(member, { channel: sandbox.world.openDm(member) })],
  }
}

type Side = keyof typeof OTHERS
const of = <T>(list: readonly T[], n: number): T => list[n % list.length]!

/** What somebody gets to see who asks in one of the ways. */
const WAYS: readonly ((n: number, side: Side, actor: Actor) => Promise<unknown>)[] = [
  (n, _, actor) => actor.command(...of(COMMANDS, n)).response(PATIENCE_MS),
  (n, _, actor) => mentioned(actor, of(WORDS, n)),
  (n, _, actor) => completed(actor, ...of(COMPLETED, n), of(['a', 'b', 'her', 'g', ''], n)),
  (n, _, actor) => actor.command(...of(COMMANDS, n + 5)).response(PATIENCE_MS),
  (n, _, actor) =>
    actor
      .contextMenu(of(['Find sources', 'Who said this?'], n), actor.send(of(SAID, n)))
      .response(PATIENCE_MS),
  async (n, _, actor) => {
    const [name, options] = of(COMMANDS, n)
    const message = await actor.command(name, options).response(PATIENCE_MS)
    return [message, await context(actor, message)]
  },
  (n, side, actor) =>
    side === 'none' ? mentioned(actor, of(WORDS, n + 3)) : of(MANAGED, n)(moderators[side]),
]

/** What a moderator sees of a server. */
const MANAGED: readonly ((moderator: Actor) => Promise<unknown>)[] = [
  (moderator) => moderator.command('articles list').response(PATIENCE_MS),
  (moderator) => moderator.command('articles log').response(PATIENCE_MS),
  (moderator) => completed(moderator, 'articles remove', 'name', 'gates'),
  (moderator) => moderator.command('feeds list').response(PATIENCE_MS),
  (moderator) => completed(moderator, 'feeds stop', 'name', 'h'),
  (moderator) => moderator.command('follow list').response(PATIENCE_MS),
  (moderator) => moderator.command('settings').response(PATIENCE_MS),
  async (moderator) => {
    const status = await moderator.command('status').response(PATIENCE_MS)
    return [status, await moderator.click(status, 'vain:list:0;').response(PATIENCE_MS)]
  },
]

function mentioned(actor: Actor, text: string): Promise<unknown> {
  const { sandbox } = desk
  return sandbox.replyTo(actor.send(`<@${sandbox.ids.bot}> ${text}`), PATIENCE_MS)
}

const completed = (actor: Actor, command: string, option: string, typed: string) =>
  actor.autocomplete(command, { [option]: typed }, option).choices(PATIENCE_MS)

/** The first citation of a message in its context. */
async function context(actor: Actor, message: APIMessage): Promise<unknown> {
  if ((message.components ?? []).length < 2) return ''
  const { custom_id, options } = menuOf(message)
  return (await actor.select(message, custom_id, [options[0]!.value]).response(PATIENCE_MS)).embeds
}

test(`GIVEN two servers with articles of their own WHEN ${INTERACTIONS} questions are asked side by side, in every way there is, THEN not one citation crosses`, async () => {
  const sides = ['alpha', 'beta', 'none'] as const
  const found = { alpha: 0, beta: 0, none: 0 }
  const crossed: string[] = []
  const check = (side: Side, shown: string) => {
    if (side !== 'none' && ITS_OWN[side].test(shown)) found[side]++
    const at = shown.search(OTHERS[side])
    if (at >= 0) crossed.push(`${side}: ${shown.slice(Math.max(0, at - 500), at + 100)}`)
  }
  let next = 0
  const member = async () => {
    while (next < INTERACTIONS) {
      const i = next++
      const side = of(sides, i)
      // Every question in every way, and in every place.
      const n = Math.floor(i / sides.length)
      const way = of(WAYS, n)
      const round = Math.floor(n / WAYS.length)
      check(side, JSON.stringify(await way(round, side, of(people[side], round))))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, member))
  expect(crossed.slice(0, 3)).toEqual([])
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
