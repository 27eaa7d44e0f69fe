import { isUtf8 } from 'node:buffer'

const MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]
/** Bytes in which a page must have named its encoding (HTML standard, 13.2.3.2), with some room. */
const PRESCAN = 4_096

/**
 * The text of a page. Its encoding is told by a byte order mark, the `Content-Type` header, the page's own
 * words (`<meta charset>`, `<?xml encoding?>`), in this order; it is UTF-8 where none of them tells and the
 * bytes are, else Windows-1252, as browsers hold it. Bytes that are not of the encoding become U+FFFD.
 */
export function decodeText(bytes: Uint8Array, contentType = ''): string {
  const mark = byMark(bytes)
  if (mark) return decode(bytes, mark)
  const label = byHeader(contentType) ?? byPage(bytes)
  const utf8 = isUtf8(bytes)
  if (label === null) return decode(bytes, utf8 ? 'utf-8' : 'windows-1252')
  // Text of a single-byte encoding is hardly ever UTF-8 by chance; what says that it is UTF-8 may be none.
  if (utf8 && SINGLE_BYTE.test(label)) return decode(bytes, 'utf-8')
  if (!utf8 && label === 'utf-8' && !isMostlyUtf8(bytes)) return decode(bytes, 'windows-1252')
  return decode(bytes, label)
}

const SINGLE_BYTE = /^(?:windows-125\d|windows-874|iso-8859-|koi8-|macintosh|ibm866|us-ascii)/

/** A broken byte or two are no other encoding: most of what is not ASCII must be broken. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes)
  let broken = 0
  let sound = 0
  for (const character of text) {
    if (character === '\uFFFD') broken++
    else if (character > '\x7f') sound++
  }
  return sound >= broken
}

/** What Windows-1252 has in place of the control characters of Latin-1, from 0x80 on. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

function decode(bytes: Uint8Array, label: string): string {
  const text = new TextDecoder(label).decode(bytes)
  // Node 20 reads Windows-1252 as Latin-1 (https://github.com/nodejs/node/issues/56542).
  return label === 'windows-1252'
    ? text.replace(/[\x80-\x9f]/g, (c) => WINDOWS_1252[c.charCodeAt(0) - 0x80]!)
    : text
}

const byMark = (bytes: Uint8Array) =>
  MARKS.find(([mark]) => mark.every((byte, i) => bytes[i] === byte))?.[1] ?? null

const byHeader = (contentType: string) => known(/;\s*charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1])

function byPage(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN))
  const label =
    /^\s*<\?xml[^>]{1,200}?encoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1] ??
    /<meta[^>]{1,300}?charset\s*=\s*(?:["']\s*)?([\w.:-]+)/i.exec(head)?.[1]
  const name = known(label)
  // A page whose words can be read byte by byte is not in UTF-16, whatever it says.
  return name?.startsWith('utf-16') ? 'utf-8' : name
}

function known(label: string | undefined): string | null {
  if (label === undefined) return null
  try {
    return new TextDecoder(label).encoding
  } catch {
    return null
  }
}
