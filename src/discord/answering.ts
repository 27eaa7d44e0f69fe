/** From a question to the page of its answer that is shown. */
import type { Question } from '../answers/answer.js'
import { answer } from '../answers/index.js'
import type { Archive, Scope } from '../archive/archive.js'
import { asks, type Given } from './command.js'
import { problem, Refusal } from './incoming.js'
import type { Commands } from './loader.js'
import { type Asked, pageButtons, stamp } from './pages.js'
import { type Reply, renderAnswer } from './renderer.js'

export interface WantedPage {
  readonly question: Question
  /** From 0. */
  readonly page: number
  /** The stamp of the archive that the page before came from; null for the first. */
  readonly since: string | null
}

const CHANGED = 'The articles have changed since this was asked. This is the answer as it is now.'

/** One page of an answer, with buttons for the others. */
export async function answerPage(
  { question, page, since }: WantedPage,
  commands: Commands,
  archive: Archive,
  scope: Scope,
): Promise<Reply> {
  const [answered, { version }] = await Promise.all([answer(question, archive, scope), archive.status(scope)])
  const now = stamp(version)
  const { command, ...given } = question
  const again = canAsk(command, given, commands)
  return renderAnswer(answered, {
    page,
    notice: since === null || since === now ? null : CHANGED,
    ...(again && { buttons: (at, pages) => pageButtons({ command, given, archive: now }, at, pages) }),
  })
}

function canAsk(name: string, given: Given<string>, commands: Commands): boolean {
  const command = commands.get(name)
  return command !== undefined && asks(command) && problem(command, given) === null
}

/**
 * The question that a button holds.
 * @throws Refusal when this version of the bot can't ask it
 */
export function questionOfButton(asked: Asked | undefined, commands: Commands): Question {
  const command = asked && commands.get(asked.command)
  if (!command || !asks(command) || problem(command, asked.given) !== null) {
    throw new Refusal('This button is from another version of me. Please ask again.')
  }
  return command.question(asked.given)
}
