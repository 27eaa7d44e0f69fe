/** From questions to the message that answers them. */

import { hasTable } from '../../answers/export/index.js'
import { answer } from '../../answers/index.js'
import type { Answer, Question } from '../../answers/model/answer.js'
import { textOf } from '../../answers/model/question.js'
import { describeTimeline, drawTimeline, type TimelineData } from '../../answers/timeline/index.js'
import type { ArchiveStatus } from '../../archive/contract/archive.js'
import type { Words } from '../../i18n/words.js'
import type { Log } from '../../lib/log.js'
import { type AskingCommand, asks } from '../bot/command.js'
import type { Given } from '../bot/given.js'
import type { Commands } from '../bot/loader.js'
import type { Asker, Services } from '../bot/services.js'
import { plainWords, problem } from '../gateway/option-parsing.js'
import { Refusal } from '../gateway/refusal.js'
import { citationChoices } from '../render/context.js'
import {
  type AskedQuestion,
  type ComponentState,
  controls,
  stamp,
  type UnderAnswer,
} from '../render/controls.js'
import * as limits from '../render/limits.js'
import { literal } from '../render/markup.js'
import { type AnswerPage, renderAnswer } from '../render/renderer.js'
import { type Reply, reply } from '../render/reply.js'
import { memoize } from './memoize.js'

export interface Wanted {
  /** At least one. */
  readonly questions: readonly Question[]
  /** Whether they are the words of somebody's message, which then stand above the answers. */
  readonly quoted?: boolean
  /** Said above the first answer, such as that not all questions are answered. */
  readonly notice?: string | null
  /** From 0. */
  readonly page?: number
  /** All findings with their sources, from the page that holds this one. */
  readonly sourcesFrom?: number
  /** The stamp of the archive that the page before came from; null for the first. */
  readonly since?: string | null
}

const stampOf = memoize(({ version }: ArchiveStatus) => stamp(version), String)

type Means = Pick<Services, 'archive' | 'commands' | 'feedback' | 'log'>

/** One page of the answers to one question or several, one under the other, with the controls under them. */
export async function answerPage(wanted: Wanted, services: Means, asker: Asker): Promise<Reply> {
  const { questions, quoted = false, since = null } = wanted
  const { archive, commands, log } = services
  const { scope, words } = asker
  const [answers, status] = await Promise.all([
    Promise.all(questions.map((question) => answer(question, archive, scope))),
    archive.status(scope),
  ])
  if (since === null && !quoted) keepUnanswered(questions, answers, services, asker)
  const now = stampOf(status)
  const notice = since === null || since === now ? (wanted.notice ?? null) : words.say('changed')
  const pages = pagesOf(answers, { ...wanted, notice }, words)
  const asked = askedAgain(questions, commands)
    ? { questions: questions.map(given), quoted, archive: now }
    : null
  const full = wanted.sourcesFrom !== undefined
  const plain =
    (asked && withControls(pages, asked, full, services, asker)) ??
    withControls(pagesOf(answers, { ...wanted, notice, page: 0 }, words, false), null, full, services, asker)!
  const [only] = pages
  const picture = answers.length === 1 && only?.page === 0 && !full ? answers[0]!.attachment : undefined
  return picture ? withPicture(plain, picture, asker.words, log) : plain
}

/** The answers that have such a page, each with its place among them. */
export function pagesOf(
  answers: readonly Answer[],
  { questions, quoted = false, notice = null, page: wanted = 0, sourcesFrom }: Wanted,
  words: Words,
  turns = true,
): Shown[] {
  const full = sourcesFrom !== undefined && { full: true, holding: sourcesFrom }
  const several = answers.length > 1 && {
    room: Math.floor(limits.SEVERAL / answers.length),
    each: limits.FINDINGS_EACH,
    titleRoom: Math.floor(limits.SEVERAL_TITLES / answers.length),
  }
  const rendered = (page: number): Shown[] =>
    answers.map((answered, index) => ({
      place: index + 1,
      ...renderAnswer(answered, {
        page,
        turns,
        words,
        title: titleOf(questions[index]!, quoted),
        ...several,
        ...full,
      }),
    }))
  const first = rendered(wanted)
  const last = Math.max(...first.map(({ pages }) => pages)) - 1
  const shown = wanted > last ? rendered(last) : first
  const [top, ...others] = shown.filter(({ pages, findings: [, to] }) =>
    sourcesFrom ? to > sourcesFrom : pages > Math.min(wanted, last),
  )
  return [withNotice(top!, notice), ...others]
}

export interface Shown extends AnswerPage {
  /** Of the question among all, from 1. */
  readonly place: number
}

function withNotice<T extends AnswerPage>(page: T, notice: string | null): T {
  const { embed } = page
  return notice
    ? { ...page, embed: { ...embed, description: `${literal(notice)}\n\n${embed.description}` } }
    : page
}

/** The question as it would be typed, or the words of the message that it is about. */
function titleOf(question: Question, quoted: boolean): string {
  if (!quoted) return textOf(question)
  const [about = ''] = Object.values(given(question).given)
  return `“${plainWords(about ?? '').replace(/^["“”]+|(?<!["“”])["“”]+$/g, '')}”`
}

function given({ command, ...options }: Question): AskedQuestion {
  return { command, given: options }
}

/** The reply with the timeline drawn in it; where that fails, without. */
async function withPicture(plain: Reply, timeline: TimelineData, words: Words, log: Log): Promise<Reply> {
  try {
    const file = {
      name: PICTURE,
      attachment: await drawTimeline(timeline, words),
      description: describeTimeline(timeline, words),
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

/** Null where the questions are too long to be carried by the controls. */
function withControls(
  pages: readonly Shown[],
  asked: ComponentState | null,
  full: boolean,
  { feedback }: Means,
  asker: Asker,
): Reply | null {
  const { words, quiet, shareable } = asker
  const [first] = pages
  const isOne = asked ? asked.questions.length === 1 : pages.length === 1
  const numbered = isOne
    ? first!.citations
    : pages.flatMap(({ citations, place }) =>
        citations.map(([number, citation]) => [`${place}/${number}`, citation] as const),
      )
  const under = {
    page: first!.page,
    pages: Math.max(...pages.map(({ pages }) => pages)),
    sources: sourcesOf(pages, full),
    asked,
    asker: asker.asker,
    quiet,
    shareable,
    rateable: feedback !== null,
    downloadable:
      asked !== null && isOne && hasTable(asked.questions[0]!.command) && first!.citations.length > 0,
    citations: citationChoices(numbered, words),
  }
  const rows = controls(under, words)
  return (
    rows &&
    reply(
      pages.map(({ embed }) => embed),
      rows,
    )
  )
}

/** Where the sources of what the pages show can be opened, or which others are beside open ones. */
function sourcesOf(pages: readonly Shown[], full: boolean): UnderAnswer['sources'] {
  if (!full) return pages.some(({ cut }) => cut) ? { from: pages[0]!.findings[0] } : null
  const { page, starts } = pages.reduce((most, one) => (one.pages > most.pages ? one : most))
  return { before: starts[page - 1] ?? null, after: starts[page + 1] ?? null }
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

/** Questions that found nothing are kept, where that is switched on. */
function keepUnanswered(
  questions: readonly Question[],
  answers: readonly Answer[],
  { feedback }: Means,
  { scope, message, asker }: Asker,
): void {
  for (const [index, question] of questions.entries()) {
    const { findings, articles } = answers[index]!
    if (findings.length > 0 || articles === 0 || !SEEKING.has(question.command)) continue
    feedback?.noteUnanswered(textOf(question), scope.server, asker, message)
  }
}

/** Whether the commands can ask the questions again. */
function askedAgain(questions: readonly Question[], commands: Commands): boolean {
  return questions.every((question) => commandFor(given(question), commands) !== null)
}

function commandFor({ command: name, given }: AskedQuestion, commands: Commands): AskingCommand | null {
  const command = commands.get(name)
  return command && asks(command) && problem(command, typed(command, given)) === null ? command : null
}

/** The options that a member could have typed; plain words may give a question more. */
function typed({ definition }: AskingCommand, given: Given<string>): Given<string> {
  const names = definition.options?.map(({ name }) => name) ?? []
  return Object.fromEntries(Object.entries(given).filter(([name]) => names.includes(name)))
}

/**
 * The questions that the controls of a message hold.
 * @throws Refusal when this version of the bot can't ask one of them
 */
export function questionsOfControls(asked: ComponentState, commands: Commands): Question[] {
  return asked.questions.map((question) => {
    const command = commandFor(question, commands)
    if (!command) throw new Refusal('oldButton')
    return command.question(question.given)
  })
}
