import { isIP, type LookupFunction } from 'node:net'
import { Agent, buildConnector } from 'undici'
import { message } from '../../i18n/message.js'
import type { FetchLimits } from './limits.js'
import { FetchError, noPublicSite } from './problems.js'

/** Characters. Browsers take more, articles need less. */
const LONGEST_LINK = 2_000

/**
 * A link as an address, when it is one that may be fetched.
 * @throws FetchError of the problems `link` and `address`
 */
export function checkLink(link: string, base: URL | null, limits: FetchLimits): URL {
  const url = link.length <= LONGEST_LINK && URL.canParse(link, base?.href) ? new URL(link, base?.href) : null
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw new FetchError('link', [message('noteNoWebAddress'), message('noteWholeLink')])
  }
  if (url.username !== '' || url.password !== '') {
    throw new FetchError('link', [message('noteLinkPassword'), message('noteWithoutThem')])
  }
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port)
  if (!limits.ports.includes(port)) {
    throw new FetchError('link', [message('noteLinkPort'), message('noteWithoutPort')])
  }
  // Decimal, octal and hexadecimal forms are plain ones by now: the URL standard turns them into such.
  const literal = bareHost(url.hostname)
  if (isIP(literal) !== 0 && !limits.allow(literal)) throw noPublicSite()
  return url
}

const bareHost = (hostname: string) => hostname.replace(/^\[|\]$/g, '')

/**
 * An agent that connects to nothing but what the policy allows. A name is resolved once for each connection,
 * every address of it is checked, and the connection is made to those very addresses: a second answer of the
 * name server is never asked for. The name stays in the Host header and in the TLS handshake.
 */
export function guardedAgent(limits: FetchLimits): Agent {
  const connector = buildConnector({
    timeout: limits.connectMs,
    lookup: guardedLookup(limits),
    autoSelectFamily: true,
  })
  return new Agent({
    connect: (options, callback) => {
      const literal = bareHost(options.hostname)
      if (isIP(literal) !== 0 && !limits.allow(literal)) callback(noPublicSite(), null)
      else connector(options, callback)
    },
    headersTimeout: limits.headersMs,
    bodyTimeout: limits.totalMs,
    pipelining: 1,
  })
}

function guardedLookup({ resolve, allow }: FetchLimits): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname)
      .catch((error: unknown): readonly string[] | FetchError => (error instanceof FetchError ? error : []))
      .then((addresses) => {
        if (addresses instanceof FetchError) return callback(addresses, '', 0)
        if (addresses.length === 0 || !addresses.every(allow)) return callback(noPublicSite(), '', 0)
        const found = addresses.map((address) => ({ address, family: isIP(address) }))
        if (options.all) callback(null, found)
        else callback(null, found[0]!.address, found[0]!.family)
      })
  }
}
