/** Being spoken to in a channel: whether to respond, and to which questions. */
import { ChannelType, type Message, MessageType } from 'discord.js'
import { isSmallTalk } from '../../answers/dialogue/index.js'
import { MOST_QUESTIONS, questionsIn } from '../../answers/questions/index.js'
import { type Names, plainWords } from './option-parsing.js'

/** A message as far as the decision goes. */
export interface Heard {
  readonly author: 'me' | 'bot' | 'person'
  /** Something that Discord reports, such as a pinned message, rather than something that was written. */
  readonly system: boolean
  /** In direct messages with the bot. */
  readonly direct: boolean
  /** The bot itself is mentioned in the text; a role of it or everyone does not count. */
  readonly mentionsMe: boolean
  readonly repliesToMe: boolean
  /** Empty where Discord withholds it. */
  readonly content: string
  readonly names: Names
}

export type Decision =
  | { readonly respond: false; readonly because: string }
  | {
      readonly respond: true
      /** What is asked, at most three. None: somebody just called. */
      readonly questions: readonly string[]
      /** Whether more was asked. */
      readonly more: boolean
    }

export function decide({ author, system, direct, mentionsMe, repliesToMe, content, names }: Heard): Decision {
  if (author === 'me') return { respond: false, because: 'it is my own message' }
  if (author === 'bot') return { respond: false, because: 'bots are not answered' }
  if (system) return { respond: false, because: 'nobody wrote it' }
  if (!direct && !mentionsMe && !repliesToMe) return { respond: false, because: 'it is not meant for me' }
  if (!mentionsMe && content === '') return { respond: false, because: 'it has no words that I may read' }
  const asked = questionsIn(plainLines(content, names))
  const questions = asked.filter((words) => !isSmallTalk(words))
  // Whoever only sends a sign along with a mention may not know how to ask.
  const signs = mentionsMe && !asked.some((words) => /\p{L}/u.test(words))
  if (questions.length < asked.length && questions.length === 0 && !signs)
    return { respond: false, because: 'it asks nothing' }
  return {
    respond: true,
    questions: questions.slice(0, MOST_QUESTIONS),
    more: questions.length > MOST_QUESTIONS,
  }
}

/** The lines of a message, each in plain words. */
function plainLines(content: string, names: Names): string {
  return content
    .split('\n')
    .map((line) => plainWords(line, names).replace(/^[\s,:;.–-]+/, ''))
    .join('\n')
    .trim()
}

/** What the decision needs of a message. */
export function hear(message: Message, myId: string): Heard {
  const { users, repliedUser } = message.mentions
  return {
    author: message.author.id === myId ? 'me' : message.author.bot || message.webhookId ? 'bot' : 'person',
    system: message.type !== MessageType.Default && message.type !== MessageType.Reply,
    direct: message.channel.type === ChannelType.DM,
    mentionsMe: users.has(myId) && new RegExp(`<@!?${myId}>`).test(message.content),
    repliesToMe: repliedUser?.id === myId,
    content: message.content,
    names: namesIn(message, myId),
  }
}

function namesIn({ mentions: { users, roles, channels } }: Message, myId: string): Names {
  return new Map([
    ...users.map((user) => [user.id, user.id === myId ? '' : user.displayName] as const),
    ...roles.map((role) => [role.id, role.name] as const),
    ...channels.map((channel) => [channel.id, 'name' in channel ? (channel.name ?? '') : ''] as const),
  ])
}

/** The words of somebody's message, line by line; of one without words, those of its embeds. */
export function textOfMessage(message: Message): string {
  const own = plainLines(message.content, namesIn(message, message.client.user.id))
  if (own) return own
  return message.embeds
    .map(({ title, description }) =>
      [title, description]
        .filter(Boolean)
        .map((text) => plainLines(text!, new Map()))
        .join('\n'),
    )
    .join('\n')
    .trim()
}
