/** Tells channels of new articles about the topics that are followed there. */
import { createHash } from 'node:crypto'
import { DiscordAPIError } from 'discord.js'
import { type APIEmbed, RESTJSONErrorCodes } from 'discord-api-types/v10'
import type { PassageHit, PassageResult } from '../../../archive/contract/archive.js'
import { type Words, wordsFor } from '../../../i18n/words.js'
import { boundedMap } from '../../../lib/bounded.js'
import type { Post } from '../../bot/command.js'
import * as limits from '../../render/limits.js'
import { literal, quote, webAddress } from '../../render/markup.js'
import { COLOURS, escapeTo, type Reply, reply } from '../../render/reply.js'
import { oneLine, shorten } from '../../render/text.js'
import type { Library } from '../articles/library.js'
import type { Follow } from '../settings/settings.js'

/** The share of a topic's weight that a passage must hold for its article to be about it. */
const LEAST_HELD = 0.7
/** Articles in one message, and messages to one channel within an hour. What is more is left out. */
const EMBEDS = 5
const MESSAGES_AN_HOUR = 6
const HOUR = 3_600_000
/** What was told where is remembered, so many of them. */
const MOST_TOLD = 10_000

export interface AnnouncerOptions {
  readonly library: Library
  readonly post: Post
  readonly now?: () => number
}

export class Announcer {
  readonly #options: Required<AnnouncerOptions>
  /** When messages were sent, by channel. */
  readonly #sent = new Map<string, number[]>()

  /** What was told already, by channel and article: where others have to be told once more, they are not. */
  readonly #told = boundedMap<string, true>(MOST_TOLD)

  constructor(options: AnnouncerOptions) {
    this.#options = { now: Date.now, ...options }
  }

  /**
   * Tells of new articles. Never rejects.
   * @param ids of articles that the archive has by now
   * @param server whose own they are; null for everybody's
   * @returns whether all were told that can be; false where Discord can't be reached, so that it may go better later
   */
  async announce(ids: readonly string[], server: string | null): Promise<boolean> {
    const { store, log } = this.#options.library
    const servers = server === null ? await store.servers().catch(() => []) : [server]
    // Many servers follow one topic, and what is everybody's is about it for all of them.
    const known = new Map<string, Promise<PassageHit[]>>()
    const about = ({ topic }: Follow) => {
      const hits = known.get(topic) ?? this.#hits(topic, ids, server)
      known.set(topic, hits)
      return hits
    }
    let all = true
    for (const one of servers) {
      const done = await this.#inServer(one, about).catch((err) => {
        log.warn({ guild: one, reason: String(err) }, 'new articles can’t be told of')
        return false
      })
      all &&= done
    }
    return all
  }

  async #inServer(server: string, about: (follow: Follow) => Promise<PassageHit[]>): Promise<boolean> {
    const { library } = this.#options
    const { follows, language } = await library.settings.of(server)
    const words = wordsFor(language ?? 'en')
    if (follows.length === 0 || (await library.store.isForgotten(server))) return true
    const byChannel = new Map<string, Map<string, News>>()
    for (const follow of follows) {
      for (const hit of await about(follow)) {
        const { channel } = follow
        if (this.#told.has(toldAs(channel, hit.article.id))) continue
        const embeds = byChannel.get(channel) ?? new Map<string, News>()
        byChannel.set(channel, embeds)
        // Of two topics that an article is about, the first is told.
        if (!embeds.has(hit.article.id))
          embeds.set(hit.article.id, { embed: embedOf(follow, hit, words), role: follow.role })
      }
    }
    let all = true
    for (const [channel, embeds] of byChannel) {
      const done = await this.#send(channel, embeds, server)
      all &&= done
    }
    return all
  }

  /** The passage that fits best of each new article that is about the topic. */
  async #hits(topic: string, ids: readonly string[], server: string | null): Promise<PassageHit[]> {
    const query = { words: topic, among: ids, limit: 10 * EMBEDS }
    const result = await this.#options.library.archive.passages(query, { server })
    const best = new Map<string, PassageHit>()
    for (const hit of result.hits) {
      if (heldBy(hit, result) >= LEAST_HELD && !best.has(hit.article.id)) best.set(hit.article.id, hit)
    }
    return [...best.values()]
  }

  /** @returns false where it may go better later */
  async #send(channel: string, embeds: ReadonlyMap<string, News>, server: string): Promise<boolean> {
    const { post, now, library } = this.#options
    // A clock that was set back must not silence a channel.
    const sent = (this.#sent.get(channel) ?? []).filter((at) => at > now() - HOUR && at <= now())
    if (sent.length >= MESSAGES_AN_HOUR) {
      library.log.warn({ guild: server, channel, left: embeds.size }, 'too many new articles to tell of')
      return true
    }
    const told = [...embeds].slice(0, EMBEDS)
    const ids = told.map(([id]) => toldAs(channel, id))
    try {
      await post(channel, messageOf(told.map(([, one]) => one)), onceFor(ids))
    } catch (error) {
      return this.#notSent(error, channel, server)
    }
    this.#sent.set(channel, [...sent, now()])
    for (const id of ids) this.#told.set(id, true)
    return true
  }

  /** What one channel refuses is told in the others; a channel that is gone is followed in no more. */
  async #notSent(error: unknown, channel: string, server: string): Promise<boolean> {
    const { library } = this.#options
    const facts = { guild: server, channel, reason: String(error) }
    if (!(error instanceof DiscordAPIError) || error.status >= 500) {
      library.log.warn(facts, 'new articles can’t be told of now')
      return false
    }
    if (error.code !== RESTJSONErrorCodes.UnknownChannel) {
      library.log.warn(facts, 'new articles can’t be told of: Discord lets the bot not write in the channel')
      return true
    }
    library.log.warn(facts, 'the channel is gone, and so are the topics that were followed in it')
    await library.settings.change(server, (settings) => ({
      ...settings,
      follows: settings.follows.filter((follow) => follow.channel !== channel),
    }))
    return true
  }
}

/** What is told of an article, and the role that is pinged with it. */
interface News {
  readonly embed: APIEmbed
  readonly role: string | undefined
}

function messageOf(news: readonly News[]): Reply {
  const roles = [...new Set(news.flatMap(({ role }) => role ?? []))]
  const content = roles.map((role) => `<@&${role}>`).join(' ')
  const plain = reply(
    news.map(({ embed }) => embed),
    [],
    content,
  )
  return { ...plain, allowedMentions: { ...plain.allowedMentions, roles } }
}

const toldAs = (channel: string, article: string) => `${channel} ${article}`

/** The same for the same articles in the same channel. */
const onceFor = (ids: readonly string[]) =>
  createHash('sha256').update(ids.toSorted().join('\n')).digest('base64url').slice(0, 25)

function heldBy({ matched }: PassageHit, { weights }: PassageResult): number {
  let total = 0
  let held = 0
  for (const [stem, weight] of Object.entries(weights)) {
    total += weight
    held += weight * (matched[stem] ?? 0)
  }
  return total === 0 ? 0 : held / total
}

function embedOf({ topic }: Follow, { article, passage, sentences }: PassageHit, words: Words): APIEmbed {
  const { title, outlet, published, url } = article
  const asked = topic.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []
  const inText = (text: string) => asked.filter((word) => text.toLowerCase().includes(word)).length
  const sentence = [...sentences].sort((a, b) => inText(b.text) - inText(a.text))[0] ?? passage
  const text = sentence.text
  const ranges = asked.flatMap((word): [number, number][] => {
    const at = text.toLowerCase().indexOf(word)
    return at < 0 ? [] : [[at, at + word.length]]
  })
  const address = webAddress(url)
  const source = [outlet && oneLine(outlet), published ? words.day(published) : words.say('undated')]
  return {
    author: { name: shorten(oneLine(words.say('followNew', { topic })), limits.EMBED_TITLE) },
    title: escapeTo(oneLine(title), limits.EMBED_TITLE),
    ...(address && { url: address }),
    description:
      quote(
        text,
        ranges.sort((a, b) => a[0] - b[0]),
        limits.SNIPPET_ALONE,
      ) || literal('…'),
    color: COLOURS.answered,
    footer: {
      text: shorten(`${source.filter(Boolean).join(' · ')} · ¶${passage.paragraph}`, limits.EMBED_TITLE),
    },
  }
}
