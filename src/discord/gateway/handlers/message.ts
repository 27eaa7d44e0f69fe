/** Messages that mention the bot or reply to it, and what becomes of them. */
import { type Message, type MessageCreateOptions, type PartialMessage, SnowflakeUtil } from 'discord.js'
import type { Turn } from '../../../answers/dialogue/index.js'
import { leansOnContext, pageAfter, remarkOn, understood } from '../../../answers/dialogue/index.js'
import { answer } from '../../../answers/index.js'
import type { Question } from '../../../answers/model/answer.js'
import { questionsIn } from '../../../answers/questions/index.js'
import type { Archive, Scope } from '../../../archive/contract/archive.js'
import { acts } from '../../bot/command.js'
import { mayDo } from '../../bot/permissions.js'
import type { Asker, Services } from '../../bot/services.js'
import { answerPage } from '../../lifecycle/answering.js'
import { serve } from '../../lifecycle/request-lifecycle.js'
import { answersMentions, answersPosts, type Where } from '../../moderation/settings/policy.js'
import { instead, type Reply, renderNotice, withoutPictures } from '../../render/reply.js'
import { turnsBefore } from '../history.js'
import { type Decision, decide, hear } from '../mentions.js'
import { plainWords, questionTooLong } from '../option-parsing.js'
import type { Remembered } from '../own-answers.js'
import { complainOfPermissions, keepTyping, lacking, mayAttach, mayReply, wordsIn } from '../speaking.js'

interface Answered extends Extract<Decision, { respond: true }> {
  /** Whether nothing is said where the articles have no answer. */
  readonly ifFound?: boolean
}

/** Answers a message that is meant for the bot. */
export function onMessage(message: Message, services: Services): Promise<void> | null {
  const decision = decide(hear(message, message.client.user.id))
  if (decision.respond) return respond(message, decision, services, null)
  const title = titleOfPost(message)
  return title === null ? null : answerPost(message, title, services)
}

/** The title of a post in a forum, of which the message is the first; null for any other message. */
function titleOfPost({ id, channelId, channel, author }: Message): string | null {
  if (id !== channelId || author.bot || !channel.isThread()) return null
  return channel.parent?.isThreadOnly() ? channel.name : null
}

/**
 * Where its forum was chosen for that, a post is answered though it mentions nobody: by its title, as Discord withholds
 * what it says. What the articles don't answer is left alone.
 */
async function answerPost(message: Message, title: string, services: Services): Promise<void> {
  if (!message.guildId || !services.library || lacking(message).length > 0) return
  if (!answersPosts(await services.library.settings.load(message.guildId), whereOf(message))) return
  const questions = questionsIn(plainWords(title)).slice(0, 1)
  if (questions.length === 0 || services.cooldown.take(message.author.id) > 0) return
  const entry = services.answers.remember(message.id, message.content)
  const decision = { respond: true, questions, more: false, ifFound: true } as const
  entry.done = serve(requestFor(message, decision, entry, services, null), services)
  await entry.done
}

function whereOf({ channelId, channel }: Message): Where {
  return { channel: channelId, parent: channel.isThread() ? channel.parentId : null }
}

/** Lets the answer follow its question: edits it, or takes it away where the bot is not meant any more. */
export function onEdit(message: Message, services: Services): Promise<void> | null {
  if (!isFreshEdit(message, services)) return null
  const known = services.answers.of(message.id)
  const decision = decide(hear(message, message.client.user.id))
  // What is answered by its title stays answered.
  if (!decision.respond) return known && titleOfPost(message) === null ? onDelete(message, services) : null
  if (known?.words === message.content && !known.withdrawn) return null
  return edited(message, decision, known, services)
}

/** Discord reports a message as changed too when it has found a picture for a link in it. */
function isFreshEdit({ editedTimestamp }: Message, { discordClock }: Services): boolean {
  return editedTimestamp !== null && discordClock.ageOf(editedTimestamp) < FRESH_MS
}

const FRESH_MS = 60_000

async function edited(
  message: Message,
  decision: Answered,
  known: Remembered | undefined,
  services: Services,
): Promise<void> {
  await known?.done
  const standing = known ? known.answer : await services.answers.find(message.channel, message.id)
  await respond(message, decision, services, standing)
}

/** Takes back the answer to a question that is gone. */
export async function onDelete(message: Message | PartialMessage, services: Services): Promise<void> {
  const known = services.answers.of(message.id)
  if (known) known.withdrawn = true
  // What was asked since the start is remembered; anything else is no question, and needs no look at the channel.
  const older = SnowflakeUtil.timestampFrom(message.id) < services.service.startedAt.getTime()
  const answer =
    known?.answer ?? (known || !older ? null : await services.answers.find(message.channel, message.id))
  if (!answer) return
  await message.channel.messages
    .delete(answer)
    .catch((err) => services.log.debug({ err, guild: message.guildId }, 'the answer is gone already'))
}

/** @param standing the id of the answer that is to be changed; null for a new one */
async function respond(
  message: Message,
  decision: Answered,
  services: Services,
  standing: string | null,
): Promise<void> {
  const missing = lacking(message)
  if (missing.length > 0) return complainOfPermissions(message, missing, services)
  const seconds = services.cooldown.take(message.author.id)
  if (seconds > 0) return slowDown(message, seconds, services)
  const entry = services.answers.remember(message.id, message.content)
  entry.withdrawn = false
  entry.done = isAnsweredHere(message, services).then((answers) =>
    answers
      ? serve(requestFor(message, decision, entry, services, standing), services)
      : notHere(message, services),
  )
  return entry.done as Promise<void>
}

async function isAnsweredHere(message: Message, { library }: Services): Promise<boolean> {
  if (!message.guildId || !library) return true
  const settings = await library.settings.load(message.guildId)
  return answersMentions(settings, whereOf(message), message.channel.isThread())
}

/** A private note, once to a member for each channel; where it can't be sent, silence. */
async function notHere(message: Message, services: Services): Promise<void> {
  const { channel, channelId, author } = message
  const key = `closed:${author.id}:${channelId}`
  if (services.complained.has(key)) return
  services.complained.set(key, true)
  services.log.info(
    { by: 'message', guild: message.guildId, channel: channelId },
    'mentions are not answered there',
  )
  const name = `#${'name' in channel ? channel.name : ''}`
  await author
    .send(renderNotice(wordsIn(message, services).say('closedMention', { channel: name })))
    .catch(() => {})
}

/** A private note, once until the member may ask again; where it can't be sent, silence. */
async function slowDown(message: Message, seconds: number, services: Services): Promise<void> {
  const { complained, log } = services
  const key = `slow:${message.author.id}:${Math.floor(performance.now() / 30_000)}`
  if (complained.has(key)) return
  complained.set(key, true)
  log.info({ by: 'message', guild: message.guildId }, 'asked too fast')
  await message.author
    .send(renderNotice(wordsIn(message, services).say('cooldown', { n: seconds })))
    .catch(() => {})
}

function requestFor(
  message: Message,
  decision: Answered,
  entry: Remembered,
  services: Services,
  standing: string | null,
) {
  const typing = keepTyping(message)
  // Discord takes one message of a nonce, whether its receipt arrives or not.
  const nonce = SnowflakeUtil.generate().toString()
  const say = async (made: Reply) => {
    if (entry.withdrawn) return
    const reply = mayAttach(message) ? made : withoutPictures(made)
    entry.answer = standing ?? null
    if (standing) await message.channel.messages.edit(standing, instead(reply))
    else entry.answer = (await send(message, { ...reply, nonce, enforceNonce: true })).id
    if (entry.withdrawn) await onDelete(message, services)
  }
  const responder = { reply: say, complain: say, complaintReplaces: true }
  return {
    facts: { by: 'message', guild: message.guildId },
    words: wordsIn(message, services),
    patienceMs: services.patienceMs,
    acknowledge: async () => typing.start(),
    work: () => answered(message, decision, services),
    atOnce: responder,
    later: responder,
    finish: typing.stop,
  }
}

function send(message: Message, reply: MessageCreateOptions): Promise<Message> {
  if (mayReply(message)) return message.reply({ ...reply, failIfNotExists: false })
  const { channel } = message
  if (!channel.isSendable()) return Promise.reject(new Error('a channel that takes no messages'))
  return channel.send(reply)
}

async function answered(
  message: Message,
  { questions: asked, more, ifFound = false }: Answered,
  services: Services,
): Promise<Reply | null> {
  const asker: Asker = {
    scope: { server: message.guildId },
    words: wordsIn(message, services),
    asker: message.author.id,
    ...(message.guildId && { message: { channel: message.channelId, message: message.id } }),
    quiet: false,
    shareable: false,
  }
  const leans = asked.some(leansOnContext)
  const before = leans ? await turnsBefore(message, services, asker) : []
  const further = asked.length === 1 ? pageAfter(before, asked[0]!) : null
  if (further !== null)
    return answerPage({ questions: [before.at(-1)!.question], page: further - 1 }, services, asker)
  const questions = await questionsOf(asked, before, services.archive, asker.scope)
  const [first] = questions
  if (ifFound && first) {
    const { findings } = await answer(first, services.archive, asker.scope)
    if (findings.length === 0) return null
  }
  if (questions.length === 1 && first) {
    const told = await toldOfItself(first, message, services, asker)
    if (told) return told
  }
  const remark = first && asked.length === 1 ? remarkOn(before, asked[0]!, first) : null
  const remarked = remark && asker.words.say(remark)
  const notice = more ? asker.words.say('moreQuestions', { n: questions.length }) : remarked
  return answerPage({ questions, notice }, services, asker)
}

/** What commands that tell of the bot itself say; null where the question is one for the articles. */
async function toldOfItself(
  question: Question,
  message: Message,
  services: Services,
  asker: Asker,
): Promise<Reply | null> {
  const command = services.commands.get(question.command)
  if (!command || !acts(command) || command.permission) return null
  const { archive, commands, service, reports } = services
  const { scope, words } = asker
  return command.run({
    archive,
    commands,
    reports,
    service,
    scope,
    words,
    by: message.author.displayName,
    moderates: mayDo('Manage Server', message.member?.permissions.bitfield ?? null),
    unanswered: null,
    feeds: null,
    keepsFeedback: services.feedback !== null,
    keptOfMine: null,
  })
}

/**
 * The questions made whole: each leans on those before it, in the message as in the conversation.
 * @throws Refusal for one that is too long
 */
async function questionsOf(
  asked: readonly string[],
  before: readonly Turn[],
  archive: Archive,
  scope: Scope,
): Promise<Question[]> {
  if (asked.length === 0) return [{ command: 'help' }]
  const turns = [...before]
  const questions: Question[] = []
  for (const words of asked) {
    const wrong = questionTooLong(words)
    if (wrong) throw wrong
    const question = await understood(turns, words, archive, scope)
    turns.push({ question, headlines: [], snippets: [] })
    questions.push(question)
  }
  return questions
}
