import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPublicAddress } from '../../../src/articles/fetch/addresses.js'
import { checkLink } from '../../../src/articles/fetch/connect.js'
import { LIMITS } from '../../../src/articles/fetch/limits.js'
import { FetchError } from '../../../src/articles/fetch/problems.js'

describe('which addresses are of the public internet', () => {
  test.each(['93.184.216.34', '8.8.8.8', '1.1.1.1', '2606:4700:4700::1111', '2a00:1450:4001:81b::200e'])(
    '%s is',
    (address) => expect(isPublicAddress(address)).toBe(true),
  )

  test.each([
    ['this network', '0.0.0.0'],
    ['private', '10.1.2.3'],
    ['private', '172.16.0.1'],
    ['private', '172.31.255.255'],
    ['private', '192.168.1.1'],
    ['shared by a carrier', '100.64.0.1'],
    ['metadata in the carrier’s range', '100.100.100.200'],
    ['loopback', '127.0.0.1'],
    ['loopback', '127.255.255.254'],
    ['metadata', '169.254.169.254'],
    ['metadata of containers', '169.254.170.2'],
    ['metadata in the protocol range', '192.0.0.192'],
    ['a host agent', '168.63.129.16'],
    ['documentation', '192.0.2.1'],
    ['benchmarks', '198.18.0.1'],
    ['multicast', '224.0.0.1'],
    ['reserved', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['unspecified', '::'],
    ['loopback', '::1'],
    ['IPv4-compatible', '::127.0.0.1'],
    ['IPv4-mapped', '::ffff:127.0.0.1'],
    ['IPv4-mapped, of a public address too', '::ffff:8.8.8.8'],
    ['translated', '64:ff9b::7f00:1'],
    ['translated, locally', '64:ff9b:1::1'],
    ['6to4', '2002:7f00:1::1'],
    ['Teredo', '2001::1'],
    ['ISATAP', '2606:4700::5efe:7f00:1'],
    ['ISATAP of a public address', '2606:4700::200:5efe:808:808'],
    ['unique-local', 'fc00::1'],
    ['metadata', 'fd00:ec2::254'],
    ['metadata', 'fd20:ce::254'],
    ['link-local', 'fe80::1'],
    ['link-local with a zone', 'fe80::1%eth0'],
    ['site-local', 'fec0::1'],
    ['multicast', 'ff02::1'],
    ['documentation', '2001:db8::1'],
    ['not given out', '4000::1'],
    ['a name', 'localhost'],
    ['nothing', ''],
  ])('%s: %s is not', (_, address) => expect(isPublicAddress(address)).toBe(false))

  test('GIVEN any IPv4 address THEN none of its IPv6 forms is', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        const hex = address
          .split('.')
          .map((part) => Number(part).toString(16).padStart(2, '0'))
          .join('')
        const tail = `${hex.slice(0, 4)}:${hex.slice(4)}`
        for (const prefix of ['::', '::ffff:', '::ffff:0:', '64:ff9b::']) {
          expect(isPublicAddress(prefix + tail)).toBe(false)
        }
        expect(isPublicAddress(`2002:${tail}::1`)).toBe(false)
      }),
    )
  })
})

describe('which links are fetched', () => {
  const problemOf = (link: string) => {
    try {
      checkLink(link, null, LIMITS)
      return null
    } catch (error) {
      return (error as FetchError).problem
    }
  }

  test.each([
    'https://news.example/story',
    'http://news.example:80/',
    'HTTPS://NEWS.EXAMPLE/',
    'https://8.8.8.8/',
  ])('%s is', (link) => expect(problemOf(link)).toBeNull())

  test.each([
    'file:///etc/passwd',
    'ftp://news.example/story',
    'data:text/html,hello',
    'javascript:alert(1)',
    'news.example/story',
    '//news.example/story',
    '',
    'https://',
    'https://user:secret@news.example/',
    'https://user@news.example/',
    'https://news.example:8080/',
    'http://news.example:22/',
    `https://news.example/${'a'.repeat(2_000)}`,
  ])('%s is no link to fetch', (link) => expect(problemOf(link)).toBe('link'))

  test.each([
    'http://127.0.0.1/',
    'http://127.0.0.1./',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0x7f.0.0.1/',
    'http://0177.0.0.1/',
    'http://0/',
    'http://①②⑦.0.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[::1]/',
    'http://[::ffff:7f00:1]/',
    'http://[::ffff:169.254.169.254]/',
    'http://[64:ff9b::a9fe:a9fe]/',
    'http://[fd00:ec2::254]/',
  ])('%s leads to no public site', (link) => expect(problemOf(link)).toBe('address'))

  test('GIVEN any text as a link THEN it is taken or refused with a sentence', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((text) => `http://${text}`),
        ),
        (link) => {
          try {
            expect(checkLink(link, null, LIMITS).protocol).toMatch(/^https?:$/)
          } catch (error) {
            expect(error).toBeInstanceOf(FetchError)
            expect((error as Error).message).toMatch(/\.$/)
          }
        },
      ),
      { numRuns: 1_000 },
    )
  })
})
