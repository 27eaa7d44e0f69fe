import { isIP } from 'node:net'
import { networkInterfaces } from 'node:os'
import ipaddr from 'ipaddr.js'

/** Whether a connection to an address may be made. The address is an IP address, never a name. */
export type AddressPolicy = (address: string) => boolean

/**
 * Addresses that are of the public internet by their number and yet answer only inside a provider's network:
 * Azure's host agent (https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16).
 */
const INTERNAL_BY_CUSTOM = new Set(['168.63.129.16'])

/** All addresses that are given out for use in the public internet (RFC 4291, section 2.4; IANA). */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * Whether an address is of the public internet: not private, loopback, link-local, unique-local, shared by a
 * carrier, multicast, reserved, nor an IPv6 form that carries an IPv4 address (mapped, translated, tunnelled).
 * The registries are those of RFC 6890; metadata services of clouds stand in them.
 */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0 || INTERNAL_BY_CUSTOM.has(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast') return false
  return parsed instanceof ipaddr.IPv4 || (parsed.match(GLOBAL_UNICAST) && !isIsatap(parsed))
}

/** An IPv4 address, of whatever network, behind an ordinary prefix (RFC 5214, section 6.1). */
const isIsatap = ({ parts }: ipaddr.IPv6) => (parts[4]! & ~0x0200) === 0 && parts[5] === 0x5efe

/** The policy of a bot that runs: the public internet, without the machine it runs on. */
export const publicInternet: AddressPolicy = (address) => isPublicAddress(address) && !isOwn(address)

/** A service that listens on all addresses of this machine is reached by its public ones too. */
function isOwn(address: string): boolean {
  const own = Object.values(networkInterfaces()).flatMap((found) => found ?? [])
  const same = ipaddr.parse(address).toNormalizedString()
  return own.some((one) => isIP(one.address) !== 0 && ipaddr.parse(one.address).toNormalizedString() === same)
}
