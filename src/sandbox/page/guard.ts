import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** Keeps everybody but the page itself away from the page's server. */
export interface Guard {
  /** The secret that the page's document carries; new at each start. */
  readonly token: string
  /** Why the request is not let in; undefined where it is. `kind` says how much it must prove. */
  refusal(request: IncomingMessage, kind: 'file' | 'call', given: string | null): string | undefined
}

/**
 * A foreign web page can send requests to 127.0.0.1, but not read answers, set this header or forge `Origin`;
 * one whose name was pointed at 127.0.0.1 shows itself by `Host`.
 * @param port that the server listens on
 */
export function newGuard(port: number): Guard {
  const token = randomBytes(24).toString('base64url')
  return {
    token,
    refusal({ headers }, kind, given) {
      const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
      const host = headers.host ?? ''
      if (!hosts.includes(host)) return `this server is called ${hosts[0]}, not "${host}"`
      if (headers.origin !== undefined && headers.origin !== `http://${host}`)
        return 'only the page itself may use this server'
      if (kind === 'call' && !same(given ?? '', token))
        return 'the page is older than the program; load it again'
      return undefined
    },
  }
}

function same(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/**
 * The headers of every answer. Nothing may be loaded from elsewhere, no script may stand in the document but the
 * import map of this hash, and no text may become HTML but lit's own templates. Style attributes are what lit sets.
 */
export const securityHeaders = (importMapHash: string, attachments: string): Record<string, string> => ({
  'content-security-policy': [
    "default-src 'none'",
    `script-src 'self' '${importMapHash}'`,
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    `img-src 'self' ${attachments}`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
})
