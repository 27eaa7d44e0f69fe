/** What a server is told when the bot is invited: once, in the one channel where newcomers are greeted. */
import { ChannelType, type Client, type Guild } from 'discord.js'
import { z } from 'zod'
import { type Words, wordsFor } from '../../../i18n/words.js'
import type { Log } from '../../../lib/log.js'
import type { Changes } from '../../../state/index.js'
import type { Post } from '../../bot/command.js'
import { mayWrite } from '../../gateway/writable.js'
import { literal } from '../../render/markup.js'
import { COLOURS, type Reply, reply } from '../../render/reply.js'
import { oneLine, shorten } from '../../render/text.js'
import type { Library } from '../articles/library.js'

/** Whoever invited the bot longer ago has found out by themselves. */
const FRESH_MS = 24 * 3_600_000
/** Of a topic or a name among the questions to try. */
const LONGEST_EXAMPLE = 60

export interface WelcomeOptions {
  /** With what remembers which servers are known. */
  readonly library: Pick<Library, 'archive' | 'state'>
  readonly post: Post
  readonly log: Log
  readonly now?: () => number
}

export class Welcome {
  readonly #options: WelcomeOptions
  #last: Promise<void> = Promise.resolve()

  constructor(options: WelcomeOptions) {
    this.#options = options
  }

  /**
   * Greets the servers that it was invited to of late, also while it was not running. That a server is known is kept
   * before anything is said there: a process that is killed in between says nothing rather than something twice.
   */
  greet(guilds: readonly Guild[], client: Client<true>): Promise<void> {
    return this.#inTurn(async () => {
      const toGreet = await this.#options.library.state.change(null, async (changes) => {
        const known = await knownBy(changes)
        const fresh = guilds.filter(({ id }) => !known.has(id))
        const welcome = fresh.flatMap((guild) => {
          const channel = this.#isFresh(guild) ? channelIn(guild, client) : null
          return channel === null ? [] : [[guild, channel] as const]
        })
        // Where it may write nowhere yet it may tomorrow.
        const greeted = new Set(welcome.map(([{ id }]) => id))
        const settled = fresh.filter((guild) => greeted.has(guild.id) || !this.#isFresh(guild))
        if (settled.length > 0) write(changes, [...known, ...settled.map(({ id }) => id)])
        return welcome
      })
      for (const [guild, channel] of toGreet) await this.#say(guild, channel)
    })
  }

  /** The bot has left a server: should it come back, that is a new invitation. */
  left(server: string): Promise<void> {
    return this.#inTurn(() =>
      this.#options.library.state.change(null, async (changes) => {
        const known = await knownBy(changes)
        if (known.delete(server)) write(changes, [...known])
      }),
    )
  }

  #isFresh({ joinedTimestamp }: Guild): boolean {
    const { now = Date.now } = this.#options
    return joinedTimestamp > now() - FRESH_MS
  }

  async #say(guild: Guild, channel: string): Promise<void> {
    const { post, log, library } = this.#options
    const words = wordsFor(guild.preferredLocale)
    const tries = await questionsToTry(library, guild.id).catch(() => PLAIN)
    await post(channel, renderWelcome(tries, words), `welcome-${guild.id}`.slice(0, 25))
      .then(() => log.info({ guild: guild.id, channel }, 'said hello'))
      .catch((err) => log.warn({ guild: guild.id, channel, reason: String(err) }, 'could not say hello'))
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#last = this.#last
      .then(work)
      .catch((err) => this.#options.log.warn({ reason: String(err) }, 'new servers can’t be greeted'))
    return this.#last
  }
}

/** @throws where what is kept makes no sense: nobody is greeted rather than everybody again */
async function knownBy(changes: Changes): Promise<Set<string>> {
  return new Set(z.array(z.string()).parse(JSON.parse((await changes.read('greeted')) ?? '[]')))
}

const write = (changes: Changes, known: readonly string[]) => changes.write('greeted', JSON.stringify(known))

/** Where a server greets newcomers, or else the first channel from above that the bot may write in; null: nowhere. */
function channelIn(guild: Guild, client: Client<true>): string | null {
  const text = [...guild.channels.cache.values()]
    .filter(({ type }) => type === ChannelType.GuildText)
    .sort((a, b) => ('rawPosition' in a && 'rawPosition' in b ? a.rawPosition - b.rawPosition : 0))
    .map(({ id }) => id)
  const { systemChannelId } = guild
  const all = systemChannelId === null ? text : [systemChannelId, ...text]
  return all.find((id) => mayWrite(client, id)) ?? null
}

/** What can be asked whatever the articles tell of. */
const PLAIN: readonly string[] = ['/timeline', '/sources', '/help']

/** Three questions that the articles answer. */
async function questionsToTry(
  { archive }: Pick<Library, 'archive'>,
  server: string,
): Promise<readonly string[]> {
  const first = async (kind: 'topic' | 'speaker') =>
    (await archive.suggest({ kind, typed: '', limit: 1 }, { server }))[0]?.value
  const [topic, speaker] = await Promise.all([first('topic'), first('speaker')])
  const asked = [topic && `/when ${short(topic)}`, speaker && `/quotes ${short(speaker)}`].filter(
    (one) => typeof one === 'string',
  )
  return ['/timeline', ...asked, ...PLAIN.slice(1)].slice(0, PLAIN.length)
}

const short = (example: string) => shorten(oneLine(example.replaceAll('`', '')), LONGEST_EXAMPLE)

function renderWelcome(tries: readonly string[], words: Words): Reply {
  const lines = [
    literal(words.say('welcomeWhat')),
    '',
    literal(words.say('welcomeTry')),
    ...tries.map((question) => `- \`${question}\``),
    '',
    literal(words.say('welcomeAdd')),
    literal(words.say('welcomeMore')),
  ]
  return reply([{ title: words.say('welcomeTitle'), description: lines.join('\n'), color: COLOURS.answered }])
}
