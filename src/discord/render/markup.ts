/** Discord's Markdown: text in it that stays what it was, and the little of it that replies use. */
import { LINK } from './limits.js'
import { clean, cutBefore, oneLine, wholeCharacters } from './text.js'

const ZERO_WIDTH_SPACE = '\u200b'

/**
 * Text in which nothing acts: no emphasis, code, spoiler, quote, heading, list, link, mention, time stamp or
 * emoji. Discord takes a backslash before any punctuation as "just this character"; `@everyone` is parted by
 * a space of no width, since its letters can't be escaped. Discord looks for the end of a link without regard
 * to backslashes, so that `](` must not stand in a text after one.
 */
export function literal(text: string): string {
  return clean(text)
    .replace(/[\\*_~|`<>[\]]|(?<=\])\(/g, '\\$&')
    .replace(/^([^\S\r\n\u2028\u2029]*)([#+-])/gm, '$1\\$2')
    .replace(/^([^\S\r\n\u2028\u2029]*\d{1,9})([.)])/gm, '$1\\$2')
    .replace(/:(?=\/\/|[^\s:]{1,64}:)/g, '\\:')
    .replace(/@(?=everyone|here)/gi, `@${ZERO_WIDTH_SPACE}`)
}

/** The text that `literal` made harmless. */
export function unescaped(text: string): string {
  return text.replaceAll(ZERO_WIDTH_SPACE, '').replace(/\\([\\*_~|`<>[\]()#+\-.:])/g, '$1')
}

/** What may stand between backticks in a text of ours: a question as somebody would type it. */
const EXAMPLE = /`(\/[\p{L}\p{N} "“”'’.,?!:-]{1,100})`/gu

/** Text in which nothing acts but the commands in backticks, which look like code. */
export function withExamples(text: string): string {
  return clean(text)
    .split(EXAMPLE)
    .map((part, index) => (index % 2 === 1 ? `\`${part}\`` : literal(part)))
    .join('')
}

/** Bold, with the white space at either end outside of it; nothing if there is nothing to see. */
export function bold(text: string): string {
  const [before, seen, after] = parted(text)
  return seen ? `${before}**${literal(seen)}**${after}` : before
}

function parted(text: string): [string, string, string] {
  const cleaned = clean(text)
  const start = cleaned.length - cleaned.trimStart().length
  const seen = cleaned.trim()
  return [cleaned.slice(0, start), seen, cleaned.slice(start + seen.length)]
}

/**
 * A link where the address is one of the web, otherwise just the text. Discord looks for the closing bracket
 * without regard to backslashes, so that brackets in the text become parentheses.
 */
export function link(text: string, url: string | null): string {
  const href = webAddress(url)
  const label = literal(oneLine(text).replaceAll('[', '(').replaceAll(']', ')'))
  return href ? `[${label}](${href})` : label
}

/** The address as it may stand in a link; null for what is no address of the web. */
export function webAddress(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null
  const { protocol, username, password, href } = new URL(url)
  if ((protocol !== 'http:' && protocol !== 'https:') || username || password) return null
  const safe = href.replace(
    /[()<>[\]\\*_~|`'"\s]|@(?=everyone|here)/gi,
    (char) => `%${char.charCodeAt(0).toString(16).padStart(2, '0')}`,
  )
  return safe.length <= LINK ? safe : null
}

/** Places in a text, `[start, end)`. */
type Ranges = readonly (readonly [number, number])[]

/**
 * A block quote of one line, at most `length` long as mark-up, with the highlighted words in bold. A longer text is
 * cut at either end so that the first highlighted words are in it.
 */
export function quote(whole: string, highlights: Ranges, length: number): string {
  const { text, ranges, before, after } = neighbourhood(whole, joined(whole, highlights), length)
  const render = (start: number, end: number) => {
    const head = start > 0 || before ? '… ' : ''
    return `> ${head}${highlighted(text, ranges, start, end)}${end < text.length || after ? '…' : ''}`
  }
  if (render(0, text.length).length <= length) return render(0, text.length)
  const start = windowStart(text, ranges[0], length)
  let low = start
  let high = text.length
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (render(start, middle).length <= length) low = middle
    else high = middle - 1
  }
  return render(start, start + cutBefore(text.slice(start), low - start))
}

/** Of a very long text, the part around the first highlighted words; there is no need to look at the rest. */
function neighbourhood(text: string, ranges: Ranges, length: number) {
  const most = 8 * length
  if (text.length <= most) return { text, ranges, before: false, after: false }
  const from = Math.max(0, (ranges[0]?.[0] ?? 0) - 2 * length)
  return {
    text: text.slice(from, from + most),
    ranges: ranges.map(([start, end]) => [start - from, end - from] as const),
    before: from > 0,
    after: from + most < text.length,
  }
}

/** Where to begin so that the first highlighted words come early, after some words before them. */
function windowStart(text: string, first: readonly [number, number] | undefined, length: number): number {
  if (!first || first[1] < length / 2) return 0
  return cutBefore(text, Math.max(0, first[0] - Math.floor(length / 4)))
}

/** In order, within the text, of whole characters, with those made one that have nothing but space between. */
function joined(text: string, ranges: Ranges): [number, number][] {
  const result: [number, number][] = []
  for (const range of [...ranges].sort((a, b) => a[0] - b[0])) {
    const [start, end] = wholeCharacters(text, [Math.max(0, range[0]), Math.min(text.length, range[1])])
    if (start >= end) continue
    const last = result.at(-1)
    if (last && text.slice(last[1], Math.max(start, last[1])).trim() === '') last[1] = Math.max(last[1], end)
    else result.push([start, end])
  }
  return result
}

/** One line of the text's `start..end`, with the parts of it that lie in the ranges in bold. */
function highlighted(text: string, ranges: Ranges, start: number, end: number): string {
  let at = start
  let line = ''
  for (const [from, to] of ranges) {
    if (to <= at || from >= end) continue
    line +=
      literal(text.slice(at, Math.max(at, from))) + bold(text.slice(Math.max(at, from), Math.min(to, end)))
    at = Math.min(to, end)
  }
  return (line + literal(text.slice(at, end))).replace(/\s+/g, ' ').trim()
}
