/** Tells channels of new articles about the topics that are followed there. */
import type { APIEmbed } from 'discord-api-types/v10'
import type { PassageHit, PassageResult } from '../../archive/archive.js'
import type { Words } from '../../language/words.js'
import type { Post } from '../command.js'
import * as limits from '../limits.js'
import { literal, quote, webAddress } from '../markup.js'
import { COLOURS, escapeTo, reply } from '../reply.js'
import { oneLine } from '../text.js'
import type { Library } from './library.js'
import type { Follow } from './settings.js'

/** The share of a topic's weight that a passage must hold for its article to be about it. */
const LEAST_HELD = 0.7
/** Articles in one message, and messages to one channel within an hour. What is more is left out. */
const EMBEDS = 5
const MESSAGES_AN_HOUR = 6
const HOUR = 3_600_000

export interface AnnouncerOptions {
  readonly library: Library
  readonly post: Post
  /** Those of the server's members are not known here. */
  readonly words: Words
  readonly now?: () => number
}

export class Announcer {
  readonly #options: Required<AnnouncerOptions>
  /** When messages were sent, by channel. */
  readonly #sent = new Map<string, number[]>()

  constructor(options: AnnouncerOptions) {
    this.#options = { now: Date.now, ...options }
  }

  /**
   * Tells of new articles. Never rejects.
   * @param ids of articles that the archive has by now
   * @param server whose own they are; null for everybody's
   */
  async announce(ids: readonly string[], server: string | null): Promise<void> {
    const { store, log } = this.#options.library
    const servers = server === null ? await store.servers().catch(() => []) : [server]
    for (const one of servers) {
      await this.#inServer(one, ids).catch((err) =>
        log.warn({ guild: one, reason: String(err) }, 'new articles can’t be told of'),
      )
    }
  }

  async #inServer(server: string, ids: readonly string[]): Promise<void> {
    const { library, words } = this.#options
    const { follows } = await library.settings.of(server)
    if (follows.length === 0 || (await library.store.isForgotten(server))) return
    const byChannel = new Map<string, Map<string, APIEmbed>>()
    for (const follow of follows) {
      for (const hit of await this.#hits(follow, ids, server)) {
        const embeds = byChannel.get(follow.channel) ?? new Map<string, APIEmbed>()
        byChannel.set(follow.channel, embeds)
        // Of two topics that an article is about, the first is told.
        if (!embeds.has(hit.article.id)) embeds.set(hit.article.id, embedOf(follow, hit, words))
      }
    }
    for (const [channel, embeds] of byChannel) await this.#send(channel, [...embeds.values()], server)
  }

  /** The passage that fits best of each new article that is about the topic. */
  async #hits({ topic }: Follow, ids: readonly string[], server: string): Promise<PassageHit[]> {
    const query = { words: topic, among: ids, limit: 10 * EMBEDS }
    const result = await this.#options.library.archive.passages(query, { server })
    const best = new Map<string, PassageHit>()
    for (const hit of result.hits) {
      if (heldBy(hit, result) >= LEAST_HELD && !best.has(hit.article.id)) best.set(hit.article.id, hit)
    }
    return [...best.values()]
  }

  async #send(channel: string, embeds: readonly APIEmbed[], server: string): Promise<void> {
    const { post, now, library } = this.#options
    const sent = (this.#sent.get(channel) ?? []).filter((at) => at > now() - HOUR)
    if (sent.length >= MESSAGES_AN_HOUR) {
      library.log.warn({ guild: server, channel, left: embeds.length }, 'too many new articles to tell of')
      return
    }
    this.#sent.set(channel, [...sent, now()])
    await post(channel, reply(embeds.slice(0, EMBEDS)))
  }
}

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
    author: { name: oneLine(words.say('followNew', { topic })).slice(0, limits.EMBED_TITLE) },
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
      text: `${source.filter(Boolean).join(' · ')} · ¶${passage.paragraph}`.slice(0, limits.EMBED_TITLE),
    },
  }
}
