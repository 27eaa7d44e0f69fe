/** `/follow`: topics of which a channel is told when an article about them arrives. */
import type { Suggestion } from '../../../archive/contract/archive.js'
import type { CompletingContext, ManagingContext } from '../../bot/command.js'
import { plainWords } from '../../gateway/option-parsing.js'
import { Refusal } from '../../gateway/refusal.js'
import * as limits from '../../render/limits.js'
import { literal } from '../../render/markup.js'
import { COLOURS, escapeTo, type Reply, reply } from '../../render/reply.js'
import { shorten } from '../../render/text.js'
import { renderDone } from '../articles/render.js'
import type { Follow } from '../settings/settings.js'

/** Of a server. Each is looked for in every article that arrives. */
const MOST = 25
const LONGEST = 100
/** Of each in the list, with what makes it harmless: all of them fit into one message. */
const LISTED = 120

export async function manageFollows(context: ManagingContext): Promise<Reply> {
  switch (context.action) {
    case 'topic':
      return followed(context)
    case 'stop':
      return stopped(context)
    case 'list':
      return renderFollows(context)
    default:
      throw new Refusal('unknownCommand')
  }
}

async function followed(context: ManagingContext): Promise<Reply> {
  const { library, server, words, given, channel, here, role } = context
  const topic = shorten(plainWords(given.topic ?? ''), LONGEST)
  const { weights } = await library.archive.passages({ words: topic, limit: 1 }, { server })
  if (Object.keys(weights).length === 0) throw new Refusal('followNoTopic', { topic })
  const { id, name, writable } = channel ?? here
  if (!writable) throw new Refusal('cantPost', { channel: `#${name}` })
  if (role && !role.pingable) throw new Refusal('cantPing', { role: role.name })
  await library.settings.change(server, (settings) => {
    const others = settings.follows.filter((follow) => !isSame(follow, topic, id))
    if (others.length >= MOST) throw new Refusal('followTooMany', { n: MOST })
    return { ...settings, follows: [...others, { topic, channel: id, ...(role && { role: role.id }) }] }
  })
  return reply([
    {
      description: `${escapeTo(words.say('followOn', { topic }), limits.PAGE)} <#${id}>${role ? ` <@&${role.id}>` : ''}`,
      color: COLOURS.done,
    },
  ])
}

const isSame = (follow: Follow, topic: string, channel: string | null) =>
  follow.topic.toLowerCase() === topic.toLowerCase() && (channel === null || follow.channel === channel)

/** In one channel, if one is named, or else in all of the server. */
async function stopped({ library, server, words, given, channel }: ManagingContext): Promise<Reply> {
  const topic = plainWords(given.topic ?? '')
  await library.settings.change(server, (settings) => {
    const follows = settings.follows.filter((follow) => !isSame(follow, topic, channel?.id ?? null))
    if (follows.length === settings.follows.length) throw new Refusal('followNotOn', { topic })
    return { ...settings, follows }
  })
  return renderDone(words.say('followOff', { topic }))
}

async function renderFollows({ library, server, words }: ManagingContext): Promise<Reply> {
  const { follows } = await library.settings.of(server)
  const lines = follows.map(
    ({ topic, channel, role }) => `${escapeTo(topic, LISTED)} → <#${channel}>${role ? ` <@&${role}>` : ''}`,
  )
  return reply([
    {
      title: words.say('followTitle'),
      description: lines.join('\n') || literal(words.say('followNone')),
      color: COLOURS.answered,
    },
  ])
}

export async function completeFollows({
  library,
  server,
  action,
  option,
  typed,
}: CompletingContext): Promise<readonly Suggestion[]> {
  if (option !== 'topic') return []
  if (action === 'topic') {
    return library.archive.suggest({ kind: 'topic', typed, limit: limits.CHOICES }, { server })
  }
  const { follows } = await library.settings.of(server)
  return follows
    .map(({ topic }) => ({ label: topic, value: topic }))
    .filter(({ label }) => label.toLowerCase().includes(typed.toLowerCase().trim()))
}
