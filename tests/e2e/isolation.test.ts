import { join } from 'node:path'
import type { APIMessage } from 'discord-api-types/v10'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answer } from '../../src/answers/index.js'
import { questionOf } from '../../src/answers/question.js'
import { ServerStore } from '../../src/articles/store/servers.js'
import type { Actor } from '../../src/sandbox/sandbox.js'
import { draft } from '../articles/support/drafts.js'
import { type ArticleFolder, articleFolder } from '../support/folder.js'
import { type Desk, menuOf, startDesk } from './desk.js'

const INTERACTIONS = 10_000
/** So many of them go through the real client and the local Discord; the others ask as the client’s handlers do. */
const THROUGH_DISCORD = 2000
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
/** What nobody types, so that it can only come from an article. */
const OTHERS = {
  alpha: /Betamark Herald|Bruno/,
  beta: /Alphamark Herald|Ada Quist/,
  none: /Herald|Ada Quist|Bruno/,
}
const ITS_OWN = { alpha: /Alphamark Herald/, beta: /Betamark Herald/ }

const QUESTIONS = [
  '/when lorne dam',
  '/who-said drown in promises',
  '/ask How many people live below the dam?',
  '/search gates of the dam',
  '/quotes Quist',
  '/quotes Tellis',
  '/compare lorne dam',
  '/sources',
  '/article Gates of the Lorne dam to open',
  '/search Alphamark',
  '/search Betamark',
]

let kept: ArticleFolder
let desk: Desk
let servers: { alpha: string; beta: string }
let people: Record<keyof typeof OTHERS, Actor[]>
beforeAll(async () => {
  kept = await articleFolder()
  const folder = join(kept.path, 'servers')
  desk = await startDesk({ worker: { servers: folder }, sandbox: { keepRequests: 100 } })
  const { sandbox, archive } = desk
  const other = sandbox.world.addGuild({ name: 'Beta' })
  servers = { alpha: sandbox.ids.guild, beta: other.guild }
  const store = new ServerStore({ folder })
  await store.add(servers.alpha, '1', own('Alphamark', 3, 'Ada Quist'))
  await store.add(servers.beta, '1', own('Betamark', 9, 'Bruno Tellis'))
  await Promise.all([archive.renew(servers.alpha), archive.renew(servers.beta)])
  people = peopleOf(desk, other)
})
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

/** What a member gets to see for a question, asked in one of the ways. */
async function seen(actor: Actor, text: string, way: number): Promise<string> {
  const { sandbox } = desk
  const [name = '', ...words] = text.slice(1).split(' ')
  const option = { when: 'topic', 'who-said': 'words', ask: 'question', search: 'words', quotes: 'speaker' }[
    name
  ]
  const options = option ? { [option]: words.join(' ') } : words.length > 0 ? given(name, words) : {}
  if (way === 1) {
    const asked = actor.send(`<@${sandbox.ids.bot}> ${text}`)
    return JSON.stringify(await sandbox.replyTo(asked, PATIENCE_MS))
  }
  if (way === 2)
    return JSON.stringify(await actor.autocomplete('when', { topic: 'a' }, 'topic').choices(PATIENCE_MS))
  if (way === 3) {
    const said = actor.send('The gates of the Lorne dam will be opened in June, they say.')
    return JSON.stringify(await actor.contextMenu('Find sources', said).response(PATIENCE_MS))
  }
  const message = await actor.command(name, options).response(PATIENCE_MS)
  return JSON.stringify(message) + (way === 4 ? await context(actor, message) : '')
}

const given = (name: string, words: readonly string[]) => ({
  [name === 'compare' ? 'topic' : 'name']: words.join(' '),
})

/** Every citation of a message in its context. */
async function context(actor: Actor, message: APIMessage): Promise<string> {
  if ((message.components ?? []).length < 2) return ''
  const { custom_id, options } = menuOf(message)
  const shown = await actor.select(message, custom_id, [options[0]!.value]).response(PATIENCE_MS)
  return JSON.stringify(shown.embeds)
}

test(`GIVEN two servers with articles of their own WHEN the same ${INTERACTIONS} questions are asked side by side THEN not one citation crosses`, async () => {
  const sides = ['alpha', 'beta', 'none'] as const
  const found = { alpha: 0, beta: 0, none: 0 }
  const crossed: string[] = []
  const check = (side: (typeof sides)[number], shown: string) => {
    if (side !== 'none' && ITS_OWN[side].test(shown)) found[side]++
    const at = shown.search(OTHERS[side])
    if (at >= 0) crossed.push(`${side}: ${shown.slice(Math.max(0, at - 500), at + 100)}`)
  }
  let next = 0
  const member = async () => {
    while (next < THROUGH_DISCORD) {
      const i = next++
      const side = sides[i % sides.length]!
      const actor = people[side][i % people[side].length]!
      check(side, await seen(actor, QUESTIONS[i % QUESTIONS.length]!, Math.floor(i / 7) % 8))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, member))
  const questions = QUESTIONS.map(questionOf)
  const scopes = { alpha: { server: servers.alpha }, beta: { server: servers.beta }, none: { server: null } }
  const handler = async () => {
    while (next < INTERACTIONS) {
      const i = next++
      const side = sides[i % sides.length]!
      const { findings, closest } = await answer(questions[i % questions.length]!, desk.archive, scopes[side])
      check(side, JSON.stringify([findings, closest]))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, handler))
  expect(crossed.slice(0, 3)).toEqual([])
  expect(found.alpha).toBeGreaterThan(INTERACTIONS / 10)
  expect(found.beta).toBeGreaterThan(INTERACTIONS / 10)
  expect(desk.log.lines().filter(({ level }) => level === 'error')).toEqual([])
}, 300_000)
