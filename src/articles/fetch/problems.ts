import { type Message, type MessageKey, message } from '../../i18n/message.js'
import { MessageError } from '../../i18n/message-error.js'
/** What kept a page from being fetched. */
export type FetchProblem =
  | 'link'
  | 'address'
  | 'unreachable'
  | 'status'
  | 'redirects'
  | 'size'
  | 'time'
  | 'type'
  | 'broken'

/**
 * A page that was not fetched, and why, for moderators: it names no address, so that nobody
 * learns from it what stands in the network the bot runs in.
 */
export class FetchError extends MessageError {
  override readonly name = 'FetchError'
  readonly problem: FetchProblem
  /** The answer's status, where the problem is one. */
  readonly status: number | null
  /** Seconds that the site asks to wait. */
  readonly retryAfter: number | null

  constructor(
    problem: FetchProblem,
    messages: readonly Message[],
    { status = null, retryAfter = null }: { status?: number | null; retryAfter?: number | null } = {},
  ) {
    super(messages)
    this.problem = problem
    this.status = status
    this.retryAfter = retryAfter
  }
}

/** One sentence for names that don't exist and for those of an inner network: they can't be told apart. */
export const noPublicSite = () =>
  new FetchError('address', [message('noteNoPublicSite'), message('noteCheckAddress')])

/** The bot itself is cut off: no link would work. */
export const offline = () => new FetchError('unreachable', [message('noteOffline'), message('noteTryLater')])

const STATUSES: Readonly<Record<number, readonly MessageKey[]>> = {
  401: ['noteSignedIn', 'noteSaveAsFile'],
  402: ['notePaywall', 'noteSaveAsFile'],
  403: ['noteNoPrograms', 'noteSaveAsFile'],
  404: ['noteNoPage', 'noteCheckLink'],
  410: ['noteTakenDown'],
  429: ['noteLeftAlone', 'noteTryLater'],
  451: ['noteLegal'],
}

export function badStatus(status: number, retryAfter: number | null): FetchError {
  const keys =
    STATUSES[status] ??
    (status >= 500 ? (['noteSiteFault', 'noteTryLater'] as const) : (['noteStatus'] as const))
  const messages = keys.map((key) => message(key, { status }))
  return new FetchError('status', messages, { status, retryAfter })
}
