/** Tells channels of new articles about the topics that are followed there: of each article once in each channel. */
import { createHash } from 'node:crypto'
import { DiscordAPIError } from 'discord.js'
import { type APIEmbed, type APIMessage, RESTJSONErrorCodes } from 'discord-api-types/v10'
import type { PassageHit, PassageResult } from '../../../archive/contract/archive.js'
import { type Words, wordsFor } from '../../../i18n/words.js'
import type { Post } from '../../bot/command.js'
import * as limits from '../../render/limits.js'
import { literal, quote, webAddress } from '../../render/markup.js'
import { COLOURS, escapeTo, type Reply, reply } from '../../render/reply.js'
import { oneLine, shorten } from '../../render/text.js'
import type { Library } from '../articles/library.js'
import { type Attempt, type Claim, Once, type Wanted } from '../once.js'
import type { Follow } from '../settings/settings.js'

/** The share of a topic's weight that a passage must hold for its article to be about it. */
const LEAST_HELD = 0.7
/** Articles in one message, and messages to one channel within an hour. What is more is left out. */
const EMBEDS = 5
const MESSAGES_AN_HOUR = 6
const HOUR = 3_600_000
/** What was told in a server is remembered, so many messages and as long as anything is news. */
const MOST_TOLD = 2_000
const TOLD_MS = 30 * HOUR

export interface AnnouncerOptions {
  readonly library: Library
  readonly post: Post
  /** The last messages of the bot in a channel; null where they can't be seen. */
  readonly recent: (channel: string) => Promise<readonly APIMessage[] | null>
  readonly now?: () => number
}

export class Announcer {
  readonly #options: Required<AnnouncerOptions>
  readonly #once: Once

  constructor(options: AnnouncerOptions) {
    this.#options = { now: Date.now, ...options }
    const { library, now } = this.#options
    this.#once = new Once({ state: library.state, kind: 'announced', most: MOST_TOLD, keptMs: TOLD_MS, now })
  }

  /**
   * Tells of new articles. Never rejects.
   * @param ids of articles that the archive has by now
   * @param server whose own they are; null for everybody's
   * @returns whether all were told that can be; false where Discord can't be reached, so that it may go better later
   */
  async announce(ids: readonly string[], server: string | null): Promise<boolean> {
    const { store, log } = this.#options.library
    const servers = server === null ? await store.servers().catch(() => null) : [server]
    if (servers === null) return false
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
    const { follows, language } = await library.settings.read(server)
    const words = wordsFor(language ?? 'en')
    if (follows.length === 0 || (await library.store.isForgotten(server))) return true
    const byChannel = new Map<string, Map<string, News>>()
    const known = await this.#once.known(server)
    for (const follow of follows) {
      for (const hit of await about(follow)) {
        const { channel } = follow
        const embeds = byChannel.get(channel) ?? new Map<string, News>()
        byChannel.set(channel, embeds)
        // Of two topics that an article is about, the first is told.
        if (!embeds.has(hit.article.id))
          embeds.set(hit.article.id, { embed: embedOf(follow, hit, words), role: follow.role })
      }
    }
    let all = true
    for (const [channel, news] of byChannel) {
      for (const wanted of [...leftOf(known, channel, news), null]) {
        const done = await this.#send(channel, news, server, wanted)
        all &&= done
      }
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

  /**
   * @param left what was begun and not done; null for what was not begun
   * @returns false where it may go better later
   */
  async #send(
    channel: string,
    news: ReadonlyMap<string, News>,
    server: string,
    left: Wanted | null,
  ): Promise<boolean> {
    let wanted = left
    const messageFor = ({ ids = [] }: Wanted) =>
      messageOf(ids.flatMap((id) => news.get(id) ?? []).slice(0, EMBEDS))
    const attempt: Attempt = {
      choose: (known) => {
        wanted ??= this.#fresh(known, channel, news, server)
        return wanted
      },
      send: (chosen) => this.#options.post(channel, messageFor(chosen), chosen.key),
      stands: async (chosen) => {
        const recent = await this.#options.recent(channel)
        return recent?.some((message) => isSame(message, messageFor(chosen))) ?? null
      },
    }
    try {
      return (await this.#once.post(server, attempt)) !== 'later'
    } catch (error) {
      const done = await this.#notSent(error, channel, server)
      if (done && wanted) await this.#once.settle(server, wanted.key)
      return done
    }
  }

  /** What of the news was not told in a channel; null where that is nothing, or too much was told there of late. */
  #fresh(
    known: readonly Claim[],
    channel: string,
    news: ReadonlyMap<string, News>,
    server: string,
  ): Wanted | null {
    const { now, library } = this.#options
    const here = known.filter((one) => one.channel === channel)
    const told = new Set(here.flatMap(({ ids = [] }) => ids))
    const ids = [...news.keys()].filter((id) => !told.has(id))
    if (ids.length === 0) return null
    // A clock that was set back must not silence a channel.
    const lately = here.filter(({ at }) => at > now() - HOUR && at <= now())
    if (lately.length >= MESSAGES_AN_HOUR) {
      library.log.warn({ guild: server, channel, left: ids.length }, 'too many new articles to tell of')
      return null
    }
    return { key: keyOf(channel, ids), channel, ids }
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

/** What an earlier attempt has begun in a channel, of what is news now. */
const leftOf = (
  known: readonly Claim[],
  channel: string,
  news: ReadonlyMap<string, News>,
): readonly Claim[] =>
  known.filter((one) => one.channel === channel && !one.done && one.ids?.some((id) => news.has(id)))

/** Whether a message tells of the same, as far as Discord leaves it as it was sent. */
function isSame({ embeds }: Pick<APIMessage, 'embeds'>, sent: Reply): boolean {
  const told = (all: readonly APIEmbed[]) =>
    JSON.stringify(all.map(({ author, title, footer }) => [author?.name, title, footer?.text]))
  return told(embeds) === told(sent.embeds)
}

/** The same for the same articles in the same channel; the message's nonce, too. */
const keyOf = (channel: string, ids: readonly string[]) =>
  createHash('sha256')
    .update([channel, ...ids.toSorted()].join('\n'))
    .digest('base64url')
    .slice(0, 25)

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
