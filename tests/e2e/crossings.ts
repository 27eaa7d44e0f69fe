/** Two kinds of servers that are told the same story by different outlets, and people who ask in every way there is. */
import type { APIMessage } from 'discord-api-types/v10'
import type { Actor, Sandbox } from '../../src/sandbox/sandbox.js'
import { draft } from '../articles/support/drafts.js'
import { menuOf } from './desk.js'

const AT_ONCE = 50
export const PATIENCE_MS = 60_000

/** The same story, told to each server by an outlet of its own, whose words the other must never see. */
export const own = (outlet: string, day: number, speaker: string) =>
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
export const ALPHAS_LOG = '77777777777'
/** What nobody types, so that it can only come from an article. */
export const OTHERS = {
  alpha: /Betamark Herald|Bruno/,
  beta: new RegExp(`Alphamark Herald|Ada Quist|${ALPHAS_LOG}`),
  none: /Herald|Ada Quist|Bruno/,
}
export const ITS_OWN = { alpha: /Alphamark Herald/, beta: /Betamark Herald/ }

/** What can be asked by a command, as its name and options. */
export const COMMANDS: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
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
export const COMPLETED: readonly (readonly [command: string, option: string])[] = [
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

export type Side = keyof typeof OTHERS
/** Who asks, and where. */
export interface World {
  readonly sandbox: Sandbox
  readonly people: Readonly<Record<Side, readonly Actor[]>>
  readonly moderators: Readonly<Record<Exclude<Side, 'none'>, readonly Actor[]>>
}

const of = <T>(list: readonly T[], n: number): T => list[n % list.length]!

/** What somebody gets to see who asks in one of the ways. */
const WAYS: readonly ((n: number, side: Side, actor: Actor, world: World) => Promise<unknown>)[] = [
  (n, _, actor) => actor.command(...of(COMMANDS, n)).response(PATIENCE_MS),
  (n, _, actor, { sandbox }) => mentioned(sandbox, actor, of(WORDS, n)),
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
  (n, side, actor, { sandbox, moderators }) =>
    side === 'none' ? mentioned(sandbox, actor, of(WORDS, n + 3)) : of(MANAGED, n)(of(moderators[side], n)),
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

function mentioned(sandbox: Sandbox, actor: Actor, text: string): Promise<unknown> {
  return sandbox.replyTo(actor.send(`<@${sandbox.ids.bot}> ${text}`), PATIENCE_MS)
}

export const completed = (actor: Actor, command: string, option: string, typed: string) =>
  actor.autocomplete(command, { [option]: typed }, option).choices(PATIENCE_MS)

/** The first citation of a message in its context. */
async function context(actor: Actor, message: APIMessage): Promise<unknown> {
  if ((message.components ?? []).length < 2) return ''
  const { custom_id, options } = menuOf(message)
  return (await actor.select(message, custom_id, [options[0]!.value]).response(PATIENCE_MS)).embeds
}

/** One member in a channel of a server and in a thread of it. */
export function placesOf({ as, ids }: Sandbox, channel: string): Actor[] {
  const here = as(ids.member, { channel })
  return [here, as(ids.member, { channel: here.startThread('The dam').id })]
}

/** Discord gives up after three seconds, which processes that share a busy machine may need: who asked asks again. */
const TRIES = 10

async function persistently<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await ask()
    } catch (error) {
      if (tries === TRIES) throw error
    }
  }
}

/**
 * Asks so many questions side by side, each in every way and in every place.
 * @returns what was seen of whom, and what those met with who were not answered
 */
export async function askAll(world: World, interactions: number, atOnce = AT_ONCE) {
  const unanswered: string[] = []
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
    while (next < interactions) {
      const i = next++
      const side = of(sides, i)
      const n = Math.floor(i / sides.length)
      const way = of(WAYS, n)
      const round = Math.floor(n / WAYS.length)
      const ask = () => way(round, side, of(world.people[side], round), world)
      const shown = await persistently(ask).catch((error) => {
        unanswered.push(`${side}, way ${n % WAYS.length}, round ${round}: ${error}`)
        return null
      })
      check(side, JSON.stringify(shown))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, member))
  return { found, crossed, unanswered }
}
