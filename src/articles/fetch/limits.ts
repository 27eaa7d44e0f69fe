import { Resolver as NameServers } from 'node:dns/promises'
import { type AddressPolicy, publicInternet } from './addresses.js'
import { offline } from './problems.js'

/** All addresses of a host name. */
export type Resolver = (hostname: string) => Promise<readonly string[]>

export interface FetchLimits {
  /** Bytes of the page as sent, and again as decompressed. */
  readonly maxBytes: number
  readonly maxRedirects: number
  /** Milliseconds until a connection stands, until the answer begins, and until all of it is there. */
  readonly connectMs: number
  readonly headersMs: number
  readonly totalMs: number
  readonly ports: readonly number[]
  /** Media types, in full or up to their slash (`text/`). An answer that names none is let through. */
  readonly types: readonly string[]
  readonly userAgent: string
  readonly allow: AddressPolicy
  readonly resolve: Resolver
}

const PAGE_TYPES = [
  'text/html',
  'application/xhtml+xml',
  'text/plain',
  'text/markdown',
  'application/pdf',
  'application/octet-stream',
]

/** Milliseconds for an answer of a name server, and how often each is asked. */
const NAME_MS = 3_000
const NAME_TRIES = 2

/** What is wrong where no name server answers at all. */
const NO_SERVER = new Set(['ECONNREFUSED', 'ETIMEOUT', 'ENETUNREACH', 'EHOSTUNREACH', 'ENETDOWN'])

/**
 * Asks name servers by way of the network alone. The system's own look-up would keep one of the few threads waiting
 * in which the whole process reads its files: four names of a slow server, and nothing is read any more.
 * @param servers those to ask, as addresses; by default the system's
 * @throws FetchError where none of them can be reached: that tells nothing of the name
 */
export function nameResolver(servers?: readonly string[]): Resolver {
  return async (hostname) => {
    const names = new NameServers({ timeout: NAME_MS, tries: NAME_TRIES })
    if (servers) names.setServers(servers)
    const found = await Promise.allSettled([names.resolve4(hostname), names.resolve6(hostname)])
    if (found.every((one) => one.status === 'rejected' && NO_SERVER.has(one.reason.code))) throw offline()
    return found.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
  }
}

export const LIMITS: FetchLimits = {
  maxBytes: 10_000_000,
  maxRedirects: 5,
  connectMs: 10_000,
  headersMs: 15_000,
  totalMs: 30_000,
  ports: [80, 443],
  types: PAGE_TYPES,
  userAgent: 'CrisisDesk/0.1 (news archive of a Discord bot; fetches single pages on request)',
  allow: publicInternet,
  resolve: nameResolver(),
}
