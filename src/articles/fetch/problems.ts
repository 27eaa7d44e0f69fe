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
 * A page that was not fetched. The message is a sentence for moderators; it names no address, so that nobody
 * learns from it what stands in the network the bot runs in.
 */
export class FetchError extends Error {
  override readonly name = 'FetchError'
  readonly problem: FetchProblem
  /** The answer's status, where the problem is one. */
  readonly status: number | null
  /** Seconds that the site asks to wait. */
  readonly retryAfter: number | null

  constructor(
    problem: FetchProblem,
    message: string,
    { status = null, retryAfter = null }: { status?: number | null; retryAfter?: number | null } = {},
  ) {
    super(message)
    this.problem = problem
    this.status = status
    this.retryAfter = retryAfter
  }
}

/** One sentence for names that don't exist and for those of an inner network: they can't be told apart. */
export const noPublicSite = () =>
  new FetchError('address', 'The link leads to no site on the public internet. Check the address.')

const STATUSES: Readonly<Record<number, string>> = {
  401: 'The page is only for people who have signed in to it. Save it as a file and add that.',
  402: 'The page is behind a paywall. Save it as a file and add that.',
  403: 'The site does not let programs read this page. Save it as a file and add that.',
  404: 'There is no page at this address. Check the link.',
  410: 'The page has been taken down.',
  429: 'The site asks to be left alone for a while. Try again later.',
  451: 'The page may not be shown here for legal reasons.',
}

export function badStatus(status: number, retryAfter: number | null): FetchError {
  const sentence =
    STATUSES[status] ??
    (status >= 500
      ? `The site has a fault of its own (status ${status}). Try again later.`
      : `The site answered with status ${status} in place of the page.`)
  return new FetchError('status', sentence, { status, retryAfter })
}
