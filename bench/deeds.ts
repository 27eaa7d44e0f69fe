/** What members do, in the mix in which they do it. */
import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIMessage,
  type APIStringSelectComponent,
  ComponentType,
} from 'discord-api-types/v10'
import type { Actor, Exchange, Sandbox } from '../src/sandbox/sandbox.js'
import { pick } from './random.js'
import type { Tally } from './tally.js'

export interface Crowd {
  readonly sandbox: Sandbox
  readonly members: readonly Actor[]
  readonly questions: readonly string[]
  readonly random: () => number
}

/** One deed. Resolves with the message that came of it. */
type Deed = (crowd: Crowd, tally: Tally) => Promise<APIMessage | null>

const PATIENCE_MS = 60_000

/** How often each is done, of a hundred. */
const MIX: readonly (readonly [share: number, deed: Deed])[] = [
  [28, asking('ask', 'question')],
  [14, asking('when', 'topic', 3)],
  [10, asking('who-said', 'words', 6)],
  [10, asking('search', 'words', 3)],
  [4, asking('quotes', 'speaker', 2)],
  [5, asking('timeline', 'topic', 2)],
  [5, asking('compare', 'topic', 3)],
  [8, suggesting],
  [6, mentioning],
  [3, lookingUp],
  [2, asking('sources')],
  [2, asking('status')],
  [1, asking('help')],
  [2, asking('ask', 'question', 0, ' ||`**<@1> @everyone [x](http://x.example)')],
]

/** A deed of the mix, and now and then another with what came of it. */
export async function somebodyActs(crowd: Crowd, tally: Tally): Promise<void> {
  const message = await pickDeed(crowd.random)(crowd, tally)
  if (message && crowd.random() < 0.15) await useControl(message, crowd, tally)
}

/** A question of `/ask`, and nothing else. */
export async function somebodyAsks(crowd: Crowd, tally: Tally): Promise<void> {
  await MIX[0]![1](crowd, tally)
}

function pickDeed(random: () => number): Deed {
  const total = MIX.reduce((sum, [share]) => sum + share, 0)
  let at = random() * total
  for (const [share, deed] of MIX) {
    at -= share
    if (at < 0) return deed
  }
  return MIX[0]![1]
}

/** A slash command with so many words of a question; 0: all of it. */
function asking(command: string, option?: string, words = 0, behind = ''): Deed {
  return ({ members, questions, random }, tally) => {
    const question = pick(questions, random)
    const text =
      words > 0
        ? question
            .split(' ')
            .slice(-words - 1)
            .join(' ')
        : question
    const options = option ? { [option]: `${text}${behind}`.slice(0, 300) } : {}
    return follow(
      () => pick(members, random).command(command, options),
      (exchange) => exchange.response(PATIENCE_MS),
      tally,
    )
  }
}

async function suggesting({ members, questions, random }: Crowd, tally: Tally): Promise<null> {
  const typed = pick(questions, random).split(' ').at(-2)!.slice(0, 4)
  await follow(
    () => pick(members, random).autocomplete('when', { topic: typed }, 'topic'),
    (exchange) => exchange.choices(PATIENCE_MS),
    tally,
  )
  return null
}

async function lookingUp({ members, questions, random }: Crowd, tally: Tally): Promise<APIMessage> {
  const member = pick(members, random)
  const said = member.send(pick(questions, random))
  return follow(
    () => member.contextMenu('Find sources', said),
    (exchange) => exchange.response(PATIENCE_MS),
    tally,
  ) as Promise<APIMessage>
}

async function mentioning(
  { sandbox, members, questions, random }: Crowd,
  tally: Tally,
): Promise<APIMessage | null> {
  tally.asked++
  const started = performance.now()
  const id = { sent: '' }
  const reply = sandbox.next(
    'message',
    (message) => message.message_reference?.message_id === id.sent,
    PATIENCE_MS,
  )
  id.sent = pick(members, random).send(`<@${sandbox.ids.bot}> ${pick(questions, random)}`).id
  try {
    const message = await reply
    tally.answered++
    tally.took.push(performance.now() - started)
    return message
  } catch (error) {
    tally.lost.push((error as Error).message)
    return null
  }
}

async function useControl(message: APIMessage, crowd: Crowd, tally: Tally): Promise<void> {
  const { members, random } = crowd
  const rows = (message.components ?? []) as APIActionRowComponent<
    APIButtonComponentWithCustomId | APIStringSelectComponent
  >[]
  const usable = rows
    .flatMap(({ components }) => components)
    .filter(({ custom_id, disabled }) => !disabled && !/^(?:trash|share)/.test(custom_id))
  if (usable.length === 0) return
  const control = pick(usable, random)
  const member =
    members.find(({ userId }) => userId === message.interaction_metadata?.user.id) ?? pick(members, random)
  await follow(
    () =>
      control.type === ComponentType.StringSelect
        ? member.select(message, control.custom_id, [pick(control.options, random).value])
        : member.click(message, control.custom_id),
    (exchange) => exchange.response(PATIENCE_MS),
    tally,
  )
}

async function follow<T>(
  begin: () => Exchange,
  outcome: (exchange: Exchange) => Promise<T>,
  tally: Tally,
): Promise<T | null> {
  tally.asked++
  const started = performance.now()
  try {
    const exchange = begin()
    const answer = outcome(exchange)
    answer.catch(() => {})
    tally.acknowledged.push((await exchange.acknowledged(PATIENCE_MS)).realMs)
    const answered = await answer
    tally.answered++
    tally.took.push(performance.now() - started)
    return answered
  } catch (error) {
    tally.lost.push((error as Error).message)
    return null
  }
}
