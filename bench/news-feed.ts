/** A feed on this machine that brings an article whenever it is told to, and where each of them is told of. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Database } from '../src/lib/postgres/database.js'
import type { Sandbox } from '../src/sandbox/sandbox.js'
import { PostgresState } from '../src/state/index.js'

/** So long an answer takes: two who ask at a time are seen. */
const ANSWER_MS = 100

export interface NewsFeed extends AsyncDisposable {
  readonly url: string
  readonly port: number
  /** How often it was asked, and how often while another was still being answered. */
  readonly polls: { asked: number; overlapping: number }
  /** Brings an article about the topic. */
  bring(topic: string): void
}

export async function newsFeed(): Promise<NewsFeed> {
  const brought: { readonly topic: string; readonly at: string }[] = []
  const polls = { asked: 0, overlapping: 0 }
  let underWay = 0
  const server = createServer((request, response) => {
    response.on('error', () => {})
    const topic = decodeURIComponent(request.url ?? '').slice(1)
    if (topic !== 'feed') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(pageOf(topic))
      return
    }
    polls.asked++
    if (underWay++ > 0) polls.overlapping++
    response.on('close', () => underWay--)
    setTimeout(() => {
      response.writeHead(200, { 'content-type': 'application/atom+xml' }).end(atomOf(brought))
    }, ANSWER_MS)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/feed`,
    port,
    polls,
    bring: (topic) => void brought.unshift({ topic, at: new Date().toISOString() }),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
    },
  }
}

const pageOf = (topic: string) =>
  `<!doctype html><html><head><title>The ${topic} of Lorne</title></head><body><article><h1>The ${topic} of Lorne</h1>
<p>Everybody in the valley spoke of the ${topic} on Friday, and thousands of people came to look at it, the mayor said.</p>
<p>It may be shown again next year, when the council has found the money for it, according to its treasurer.</p></article></body></html>`

const atomOf = (brought: readonly { readonly topic: string; readonly at: string }[]) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Wire</title>${brought
    .map(
      ({ topic, at }) =>
        `<entry><id>tag:${topic}</id><title>The ${topic}</title><link href="/${topic}"/><updated>${at}</updated></entry>`,
    )
    .join('')}</feed>`

/** So many words that nothing else holds. */
export function topicsOf(count: number): string[] {
  const syllables = [
    'bar',
    'del',
    'fim',
    'gon',
    'hup',
    'kel',
    'lom',
    'mur',
    'nas',
    'pov',
    'rit',
    'sud',
    'tav',
    'vix',
    'zeb',
  ]
  const at = (n: number) => syllables[n % syllables.length]!
  return Array.from({ length: count }, (_, n) => `${at(n)}${at(7 * n + 3)}${at(Math.floor(n / 15) + 5)}o`)
}

/** In each of these servers every topic is followed, in a channel of its own. @returns the channels of each topic */
export async function followAll(
  url: string,
  { world }: Sandbox,
  servers: readonly string[],
  topics: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const database = await Database.open({ url })
  const state = await PostgresState.open(database)
  const channels = new Map<string, string[]>(topics.map((topic) => [topic, []]))
  for (const server of servers) {
    const follows = topics.map((topic) => ({ topic, channel: world.addChannel(server, { name: topic }) }))
    for (const { topic, channel } of follows) channels.get(topic)!.push(channel)
    await state.change(server, async (changes) => changes.write('settings', JSON.stringify({ follows })))
  }
  await state.close()
  await database.close()
  return channels
}

/** How often what some channels follow was told there, each. */
export const toldIn = ({ messages }: Sandbox, channels: readonly string[]): number[] =>
  channels.map((channel) => messages(channel).flatMap(({ embeds }) => embeds).length)
