/** One request and its one reply, whatever it came by: worked on, acknowledged if that takes a while, answered, logged. */
import { randomBytes } from 'node:crypto'
import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js'
import { QuestionError } from '../../answers/model/question.js'
import { ArchiveUnavailable, ReloadInProgress } from '../../archive/contract/archive.js'
import { FetchError } from '../../articles/fetch/index.js'
import { StoreError } from '../../articles/store/index.js'
import type { MessageError } from '../../i18n/message-error.js'
import type { Words } from '../../i18n/words.js'
import type { Log } from '../../lib/log.js'
import { Refusal } from '../gateway/refusal.js'
import { ACKNOWLEDGE_MS } from '../render/limits.js'
import { type Reply, renderNotice } from '../render/reply.js'
import { makeWork, type ToDo, TooSlow, type Work } from './job.js'
import type { Meter, Outcome } from './meter.js'
import type { Workload } from './scheduler.js'

/** A way to speak to whoever asked. */
export interface Responder {
  reply(reply: Reply): Promise<unknown>
  /** Says why there is no reply. */
  complain(reply: Reply): Promise<unknown>
  /** Whether a complaint takes the place of a reply that may have arrived, so that there are never two. */
  readonly complaintReplaces: boolean
}

export interface Request extends ToDo {
  /** Milliseconds since it was made, for one that Discord takes no answer to after a while. */
  readonly ageMs?: () => number
  /** For the log: what it came by, which command, where. Never what somebody wrote. */
  readonly facts: Readonly<Record<string, unknown>>
  /** Shows that the request has arrived. */
  acknowledge(): Promise<unknown>
  /**
   * How to answer in the place of an acknowledgement, where the work is done soon. Null for work that must not begin
   * before Discord has taken the acknowledgement: it changes something, or needs it.
   */
  readonly atOnce: Responder | null
  /** How to answer what has been acknowledged. */
  readonly later: Responder
  /** In the language of whoever asked. */
  readonly words: Words
  /** Called at the end, however it went. */
  finish?(): void
}

/** Errors of Discord that mean only that somebody was quicker or has gone: nobody is to blame, nobody to tell. */
const NOBODYS_FAULT: ReadonlySet<number | string> = new Set([
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownGuild,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.InvalidWebhookToken,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
  RESTJSONErrorCodes.ThreadLocked,
  RESTJSONErrorCodes.InvalidActionOnArchivedThread,
])

class TooLate extends Error {
  override readonly name = 'TooLate'
}

export interface Server {
  readonly log: Log
  readonly meter: Meter
  readonly workload: Workload
  /** How old a request may be before it is acknowledged; whoever asked has the answer by then, or is told to wait. */
  readonly soonMs: number
}

/** Settles when the request has been dealt with; it never rejects. */
export async function serve(request: Request, server: Server): Promise<void> {
  const { atOnce, later, ageMs } = request
  const { workload, soonMs } = server
  // Nobody who has all the time there is takes a turn from those who have not.
  const speaking: Workload['speaking'] = ageMs ? workload.speaking : (speak) => speak()
  const served = beingServed(request, server)
  const work = makeWork(request, workload)
  try {
    const soon = soonMs - (ageMs?.() ?? 0)
    if (atOnce && soon > 0) await work.doneWithin(soon)
    const answered = await speaking(async () => {
      refuseWhatIsLate(request)
      const isReady = atOnce !== null && work.isDone
      await (isReady ? answer(served, atOnce, work) : request.acknowledge())
      return isReady
    })
    if (answered) return
    served.heard()
    await answer(served, later, work)
  } catch (error) {
    work.giveUp()
    explain(error, served, 'acknowledge')
  } finally {
    request.finish?.()
  }
}

interface Served {
  readonly request: Request
  readonly server: Server
  /** For the log. */
  readonly facts: Record<string, unknown>
  elapsed(): number
  /** Notes when whoever asked first hears something. */
  heard(): void
}

function beingServed(request: Request, server: Server): Served {
  const started = performance.now()
  const elapsed = () => Math.round(performance.now() - started)
  const facts: Record<string, unknown> = { ...request.facts, ...ageOf(request) }
  return {
    request,
    server,
    facts,
    elapsed,
    heard() {
      if (facts.ackMs !== undefined) return
      facts.ackMs = elapsed()
      server.meter.acknowledged(elapsed())
    },
  }
}

function ageOf({ ageMs }: Request): { ageMs?: number } {
  return ageMs ? { ageMs: Math.round(ageMs()) } : {}
}

/** @throws TooLate when it waited for too long, here or on its way */
function refuseWhatIsLate(request: Request): void {
  const { ageMs = 0 } = ageOf(request)
  if (ageMs > ACKNOWLEDGE_MS) throw new TooLate(`${ageMs} ms old`)
}

type Stage = 'acknowledge' | 'work' | 'reply'

/** Says what came of the work, good or bad. Never rejects. */
async function answer(served: Served, responder: Responder, work: Work): Promise<void> {
  const { log, meter } = served.server
  let stage: Stage = 'work'
  try {
    const reply = await work.result()
    stage = 'reply'
    if (reply) await responder.reply(reply)
    served.heard()
    log.info({ ...served.facts, ms: served.elapsed() }, 'answered')
    meter.dealtWith(String(served.facts.by), 'answered', served.elapsed())
  } catch (error) {
    const complaint = explain(error, served, stage)
    // What may have been told already is not told again.
    const mayComplain = stage === 'work' || responder.complaintReplaces || isRefused(error)
    if (complaint && mayComplain) await complain(complaint, served, responder)
  }
}

function outcomeOf(error: unknown): Outcome {
  if (error instanceof TooLate) return 'late'
  if (error instanceof Refusal || isForAsker(error)) return 'refused'
  if (error instanceof ReloadInProgress || error instanceof ArchiveUnavailable) return 'unavailable'
  return isNobodysFault(error) ? 'not taken' : 'failed'
}

/** Whether it says to whoever asked what is wrong and what to do. */
function isForAsker(error: unknown): error is MessageError {
  return [QuestionError, FetchError, StoreError].some((kind) => error instanceof kind)
}

function isNobodysFault(error: unknown): error is DiscordAPIError {
  return error instanceof DiscordAPIError && NOBODYS_FAULT.has(error.code)
}

/** Logs and counts the error. @returns what to tell whoever asked; null if there is nothing to tell */
function explain(error: unknown, served: Served, stage: Stage): string | null {
  const { patienceMs, words } = served.request
  const { log, meter } = served.server
  const facts = { ...served.facts, stage, ms: served.elapsed() }
  meter.dealtWith(String(served.facts.by), outcomeOf(error), served.elapsed())
  if (error instanceof TooLate) {
    log.warn({ ...facts, reason: error.message }, 'too late to be answered')
    return null
  }
  if (error instanceof Refusal || isForAsker(error)) {
    log.info(facts, 'refused')
    return words.tell(error.messages)
  }
  if (error instanceof ReloadInProgress || error instanceof ArchiveUnavailable) {
    log.warn({ ...facts, reason: error.message }, 'not now')
    return words.tell(error.messages)
  }
  if (isNobodysFault(error)) {
    notTaken(error, facts, log)
    return null
  }
  const reference = randomBytes(4).toString('hex')
  log.error({ ...facts, reference, err: error }, 'failed')
  const what = error instanceof TooSlow ? words.say('tooSlow', { n: patienceMs / 1000 }) : words.say('failed')
  return `${what}\n${words.say('reference', { reference })}`
}

async function complain(text: string, { server, facts, heard }: Served, responder: Responder): Promise<void> {
  const { log } = server
  try {
    await responder.complain(renderNotice(text))
    heard()
  } catch (error) {
    if (isNobodysFault(error)) return notTaken(error, facts, log)
    log.warn({ ...facts, err: error }, 'the error could not be reported to whoever asked')
  }
}

function notTaken({ code, message }: DiscordAPIError, facts: object, log: Log): void {
  log.warn({ ...facts, code, reason: message }, 'Discord did not take it')
}

function isRefused(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.status < 500
}
