import { lookup } from 'node:dns'
import { type AddressPolicy, publicInternet } from './addresses.js'

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

export const PAGE_TYPES = [
  'text/html',
  'application/xhtml+xml',
  'text/plain',
  'text/markdown',
  'application/pdf',
  'application/octet-stream',
]

const resolveAll: Resolver = (hostname) =>
  new Promise((resolve, reject) => {
    lookup(hostname, { all: true }, (error, found) =>
      error ? reject(error) : resolve(found.map(({ address }) => address)),
    )
  })

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
  resolve: resolveAll,
}
