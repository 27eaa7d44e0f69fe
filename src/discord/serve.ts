/** One request and its one reply, whatever it came by: acknowledged, worked on, answered, logged. */
import { randomBytes } from 'node:crypto'
import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js'
import { QuestionError } from '../answers/question.js'
import { ArchiveUnavailable, ReloadInProgress } from '../archive/archive.js'
import { FetchError } from '../articles/fetch/problems.js'
import { StoreError } from '../articles/store/refusals.js'
import type { Words } from '../language/words.js'
import type { Log } from '../log.js'
import { Refusal } from './incoming.js'
import { ACKNOWLEDGE_MS } from './limits.js'
import type { Meter, Outcome } from './meter.js'
import { type Reply, renderNotice } from './reply.js'
import type { Workload } from './workload.js'

export interface Request {
  /** Milliseconds since it was made, for one that Discord takes no answer to after a while. */
  readonly ageMs?: () => number
  /** For the log: what it came by, which command, where. Never what somebody wrote. */
  readonly facts: Readonly<Record<string, unknown>>
  /** How long the work may take before whoever waits is told that it takes too long. */
  readonly patienceMs: number
  /** Shows at once that the request has arrived. */
  acknowledge(): Promise<unknown>
  /** @returns null where there is nothing to say any more */
  work(): Promise<Reply | null>
  reply(reply: Reply): Promise<unknown>
  /** Says why there is no reply. */
  complain(reply: Reply): Promise<unknown>
  /** Whether a complaint takes the place of a reply that may have arrived, so that there are never two. */
  readonly complaintReplaces: boolean
  /** In the language of whoever asked. */
  readonly words: Words
  /** Work that must not wait for its turn, since others may wait for it. */
  readonly atOnce?: boolean
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

class TooSlow extends Error {
  override readonly name = 'TooSlow'
}

export interface Server {
  readonly log: Log
  readonly meter: Meter
  readonly workload: Workload
}

/** Settles when the request has been dealt with; it never rejects. */
export async function serve(request: Request, { log, workload, meter }: Server): Promise<void> {
  const started = performance.now()
  const elapsed = () => Math.round(performance.now() - started)
  const facts: Record<string, unknown> = { ...request.facts, ...ageOf(request) }
  const by = String(request.facts.by)
  let stage: Stage = 'acknowledge'
  try {
    await workload.acknowledging(() => inTime(request))
    facts.ackMs = elapsed()
    meter.acknowledged(elapsed())
    stage = 'work'
    const work = () => within(request.patienceMs, request.work())
    const reply = await (request.atOnce ? work() : workload.run(work))
    stage = 'reply'
    if (reply) await request.reply(reply)
    log.info({ ...facts, ms: elapsed() }, 'answered')
    meter.dealtWith(by, 'answered', elapsed())
  } catch (error) {
    meter.dealtWith(by, outcomeOf(error), elapsed())
    const complaint = explain(error, log, { ...facts, stage, ms: elapsed() }, request)
    if (complaint && mayComplain(stage, error, request)) await complain(request, complaint, log)
  } finally {
    request.finish?.()
  }
}

function ageOf({ ageMs }: Request): { ageMs?: number } {
  return ageMs ? { ageMs: Math.round(ageMs()) } : {}
}

/** @throws TooLate when it waited for too long, here or on its way */
function inTime(request: Request): Promise<unknown> {
  const { ageMs = 0 } = ageOf(request)
  if (ageMs > ACKNOWLEDGE_MS) return Promise.reject(new TooLate(`${ageMs} ms old`))
  return request.acknowledge()
}

type Stage = 'acknowledge' | 'work' | 'reply'

/** Nobody can be told before the acknowledgement, nor again what may have been told already. */
function mayComplain(stage: Stage, error: unknown, request: Request): boolean {
  return stage === 'work' || (stage === 'reply' && (request.complaintReplaces || isRefused(error)))
}

function outcomeOf(error: unknown): Outcome {
  if (error instanceof TooLate) return 'late'
  if (error instanceof Refusal || isForAsker(error)) return 'refused'
  if (error instanceof ReloadInProgress || error instanceof ArchiveUnavailable) return 'unavailable'
  return isNobodysFault(error) ? 'not taken' : 'failed'
}

/** Whether its message, in English, says to whoever asked what is wrong and what to do. */
function isForAsker(error: unknown): error is Error {
  return [QuestionError, FetchError, StoreError].some((kind) => error instanceof kind)
}

function isNobodysFault(error: unknown): error is DiscordAPIError {
  return error instanceof DiscordAPIError && NOBODYS_FAULT.has(error.code)
}

/** Logs the error. @returns what to tell whoever asked; null if there is nothing to tell */
function explain(error: unknown, log: Log, facts: object, { patienceMs, words }: Request): string | null {
  if (error instanceof TooLate) {
    log.warn({ ...facts, reason: error.message }, 'too late to be answered')
    return null
  }
  if (error instanceof Refusal) {
    log.info(facts, 'refused')
    return words.say(error.what, error.values)
  }
  if (isForAsker(error)) {
    log.info(facts, 'refused')
    return words.retold(error.message)
  }
  if (error instanceof ReloadInProgress || error instanceof ArchiveUnavailable) {
    log.warn({ ...facts, reason: error.message }, 'not now')
    return words.retold(error.message)
  }
  if (isNobodysFault(error)) {
    log.warn({ ...facts, code: error.code, reason: error.message }, 'Discord did not take it')
    return null
  }
  const reference = randomBytes(4).toString('hex')
  log.error({ ...facts, reference, err: error }, 'failed')
  const what = error instanceof TooSlow ? words.say('tooSlow', { n: patienceMs / 1000 }) : words.say('failed')
  return `${what}\n${words.say('reference', { reference })}`
}

async function complain(request: Request, text: string, log: Log): Promise<void> {
  try {
    await request.complain(renderNotice(text))
  } catch (error) {
    log.warn({ ...request.facts, err: error }, 'the error could not be reported to whoever asked')
  }
}

function isRefused(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.status < 500
}

/** @throws TooSlow when the work is not done in time; it is then left to end by itself */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooSlow(`not done within ${ms} ms`)), ms)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
