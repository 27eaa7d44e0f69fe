/** From questions to the message that answers them. */
import type { Answer, Question } from '../answers/answer.js'
import { answer } from '../answers/index.js'
import { textOf } from '../answers/question.js'
import { describeTimeline, drawTimeline, type TimelineData } from '../answers/timeline/index.js'
import { type AskingCommand, asks, type Given } from './command.js'
import { citationChoices } from './context.js'
import { type Asked, controls, stamp } from './controls.js'
import type { Asker, Desk } from './desk.js'
import { problem, Refusal } from './incoming.js'
import * as limits from './limits.js'
import type { Commands } from './loader.js'
import { type AnswerPage, renderAnswer } from './renderer.js'
import { type Reply, reply } from './reply.js'

export interface WantedPage {
  readonly question: Question
  /** From 0. */
  readonly page: number
  /** The stamp of the archive that the page before came from; null for the first. */
  readonly since: string | null
}

type Means = Pick<Desk, 'archive' | 'commands' | 'feedback' | 'log'>

/** One page of an answer, with the controls under it. */
export async function answerPage(
  { question, page, since }: WantedPage,
  desk: Means,
  asker: Asker,
): Promise<Reply> {
  const { archive, commands } = desk
  const { scope, words } = asker
  const [answered, { version }] = await Promise.all([answer(question, archive, scope), archive.status(scope)])
  if (since === null) keepInVain(question, answered, desk, asker)
  const now = stamp(version)
  const { command, ...given } = question
  const shown = renderAnswer(answered, {
    page,
    words,
    title: textOf(question),
    notice: since === null || since === now ? null : words.say('changed'),
  })
  const asked = canAsk(command, given, commands) ? { command, given, archive: now } : null
  const plain = withControls([shown], asked, desk, asker)
  return answered.attachment && shown.page === 0 ? withPicture(plain, answered.attachment, desk) : plain
}

/** The reply with the timeline drawn in it; where that fails, without. */
async function withPicture(plain: Reply, timeline: TimelineData, { log }: Means): Promise<Reply> {
  try {
    const file = {
      name: PICTURE,
      attachment: await drawTimeline(timeline),
      description: describeTimeline(timeline),
    }
    const [first, ...others] = plain.embeds
    return {
      ...plain,
      embeds: [{ ...first, image: { url: `attachment://${PICTURE}` } }, ...others],
      files: [file],
    }
  } catch (err) {
    log.warn({ err }, 'the timeline could not be drawn')
    return plain
  }
}

const PICTURE = 'timeline.png'

export interface Several {
  readonly questions: readonly Question[]
  /** What stands above each answer; the question by default. */
  readonly titles?: readonly string[]
  /** Said above the first answer, such as that not all questions are answered. */
  readonly notice?: string | null
  /** How many findings each answer shows. */
  readonly each: number
}

/** The best findings for several questions, one under the other in one message. */
export async function answerSeveral(
  { questions, titles, notice = null, each }: Several,
  desk: Means,
  asker: Asker,
): Promise<Reply> {
  const answers = await Promise.all(questions.map((question) => answer(question, desk.archive, asker.scope)))
  const pages = answers.map((answered, index) => {
    const question = questions[index]!
    if (!titles) keepInVain(question, answered, desk, asker)
    return renderAnswer(answered, {
      title: titles?.[index] ?? textOf(question),
      notice: index === 0 ? notice : null,
      room: Math.floor(limits.SEVERAL / questions.length),
      most: each,
      words: asker.words,
    })
  })
  return withControls(pages, null, desk, asker)
}

function withControls(
  pages: readonly AnswerPage[],
  asked: Asked | null,
  { feedback }: Means,
  asker: Asker,
): Reply {
  const { words, quiet, shareable } = asker
  const numbered = pages.flatMap(({ citations }, index) =>
    citations.map(
      ([number, citation]) => [pages.length > 1 ? `${index + 1}/${number}` : number, citation] as const,
    ),
  )
  const under = {
    page: pages[0]?.page ?? 0,
    pages: pages.length === 1 ? pages[0]!.pages : 1,
    asked,
    asker: asker.asker,
    quiet,
    shareable,
    rateable: feedback !== null,
    citations: citationChoices(numbered, words),
  }
  return reply(
    pages.map(({ embed }) => embed),
    controls(under, words),
  )
}

const SEEKING: ReadonlySet<string> = new Set([
  'when',
  'who-said',
  'quotes',
  'ask',
  'search',
  'timeline',
  'compare',
])

/** A question that found nothing is kept, where that is switched on. */
function keepInVain(
  question: Question,
  { findings, articles }: Answer,
  { feedback }: Means,
  { scope }: Asker,
): void {
  if (findings.length > 0 || articles === 0 || !SEEKING.has(question.command)) return
  feedback?.inVain(textOf(question), scope.server)
}

function canAsk(name: string, given: Given<string>, commands: Commands): boolean {
  const command = commands.get(name)
  return command !== undefined && asks(command) && problem(command, typed(command, given)) === null
}

/** The options that a member could have typed; plain words may give a question more. */
function typed({ definition }: AskingCommand, given: Given<string>): Given<string> {
  const names = definition.options?.map(({ name }) => name) ?? []
  return Object.fromEntries(Object.entries(given).filter(([name]) => names.includes(name)))
}

/**
 * The question that the controls of a message hold.
 * @throws Refusal when this version of the bot can't ask it
 */
export function questionOfControls(asked: Asked | null, commands: Commands): Question {
  const command = asked && commands.get(asked.command)
  if (!command || !asks(command) || problem(command, typed(command, asked.given)) !== null) {
    throw new Refusal('oldButton')
  }
  return command.question(asked.given)
}
