/** Discord's mark-up as a tree. */
export type Node =
  | { kind: 'text' | 'code'; text: string }
  | { kind: 'codeBlock'; text: string }
  | { kind: Pair | 'quote' | 'subtext'; children: Node[] }
  | { kind: 'heading'; level: number; children: Node[] }
  | { kind: 'list'; items: Node[][] }
  | { kind: 'link'; url: string; children: Node[] }
  | { kind: 'user' | 'role' | 'channel'; id: string }
  | { kind: 'command'; name: string }
  | { kind: 'emoji'; name: string }
  | { kind: 'time'; seconds: number; style: string }
  | { kind: 'break' }

type Pair = 'strong' | 'em' | 'strongEm' | 'underline' | 'strike' | 'spoiler'

/** Marks around text, longest first. */
const PAIRS: readonly (readonly [mark: string, kind: Pair])[] = [
  ['***', 'strongEm'],
  ['**', 'strong'],
  ['__', 'underline'],
  ['~~', 'strike'],
  ['||', 'spoiler'],
  ['*', 'em'],
  ['_', 'em'],
]
const DEEPEST = 8
const FENCE = '```'
const LINK = /\[((?:\\.|[^\\[\]]){1,1000})\]\(<?(https?:\/\/[^\s<>()]{1,2000})>?\)/y
const ADDRESS = /<?(https?:\/\/[^\s<>"]{1,2000})>?/y
const TOKEN =
  /<(?:@!?(?<user>\d{1,20})|@&(?<role>\d{1,20})|#(?<channel>\d{1,20})|\/(?<command>[^:<>\n]{1,100}):\d{1,20}|a?:(?<emoji>\w{1,32}):\d{1,20}|t:(?<time>-?\d{1,13})(?::(?<style>[tTdDfFR]))?)>/y
/** Punctuation at the end of a bare address belongs to the sentence. */
const TRAILING = /(?<![.,;:!?)\]'"])[.,;:!?)\]'"]+$/

/** Parses a message's or an embed's text. Time is linear in the text, but for nesting, which is bounded. */
export function parseMarkup(text: string): Node[] {
  const nodes: Node[] = []
  let at = 0
  while (at < text.length) {
    const open = text.indexOf(FENCE, at)
    const close = open < 0 ? -1 : text.indexOf(FENCE, open + FENCE.length)
    if (close < 0) break
    nodes.push(...parseLines(text.slice(at, open).replace(/\n$/, '')))
    const inside = text.slice(open + FENCE.length, close)
    nodes.push({ kind: 'codeBlock', text: inside.replace(/^[\w+-]*\n/, '').replace(/\n$/, '') })
    at = close + FENCE.length
    if (text[at] === '\n') at++
  }
  return [...nodes, ...parseLines(text.slice(at))]
}

/** @param inQuote quotes do not nest: their mark is text there */
function parseLines(text: string, inQuote = false): Node[] {
  if (text === '') return []
  const nodes: Node[] = []
  const lines = text.split('\n')
  let afterLine = false
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!
    const block = (inQuote ? undefined : parseQuote(lines, at)) ?? parseBlock(lines, at)
    if (block) {
      // A block begins a line of its own, so that the break before it shows only where a line is empty.
      if (afterLine && lines[at - 1] === '') nodes.push({ kind: 'break' })
      nodes.push(block.node)
      at += block.lines - 1
      afterLine = false
      continue
    }
    if (afterLine) nodes.push({ kind: 'break' })
    nodes.push(...parseInline(line))
    afterLine = true
  }
  return nodes
}

interface Block {
  node: Node
  /** How many lines it takes. */
  lines: number
}

/** The lines from here on that begin with the mark, without it. */
function run(lines: readonly string[], at: number, mark: RegExp): string[] {
  let end = at
  while (end < lines.length && mark.test(lines[end]!)) end++
  return lines.slice(at, end).map((line) => line.replace(mark, ''))
}

function parseQuote(lines: readonly string[], at: number): Block | undefined {
  const toTheEnd = lines[at]!.startsWith('>>> ')
  const quoted = toTheEnd ? [lines[at]!.slice(4), ...lines.slice(at + 1)] : run(lines, at, /^> /)
  if (quoted.length === 0) return undefined
  return { node: { kind: 'quote', children: parseLines(quoted.join('\n'), true) }, lines: quoted.length }
}

/** A list, heading or small print that begins at this line. */
function parseBlock(lines: readonly string[], at: number): Block | undefined {
  const line = lines[at]!
  const items = run(lines, at, /^ *[-*] (?=\S)/)
  if (items.length > 0)
    return { node: { kind: 'list', items: items.map((item) => parseInline(item)) }, lines: items.length }
  const heading = /^(#{1,3}) (?=\S)/.exec(line)
  if (heading)
    return {
      node: {
        kind: 'heading',
        level: heading[1]!.length,
        children: parseInline(line.slice(heading[0].length)),
      },
      lines: 1,
    }
  if (line.startsWith('-# '))
    return { node: { kind: 'subtext', children: parseInline(line.slice(3)) }, lines: 1 }
  return undefined
}

/** Parses text without blocks: bold, links, mentions and the like. */
export function parseInline(text: string, depth = 0): Node[] {
  const nodes: Node[] = []
  /** Marks that do not close any more, so that they are not looked for again. */
  const dead = new Set<string>()
  let plain = ''
  let at = 0
  const add = (node: Node, length: number) => {
    if (plain !== '') nodes.push({ kind: 'text', text: plain })
    plain = ''
    nodes.push(node)
    at += length
  }
  while (at < text.length) {
    const char = text[at]!
    if (char === '\\' && /[^\w\s]/.test(text[at + 1] ?? ' ')) {
      plain += text[at + 1]
      at += 2
      continue
    }
    const found = readToken(text, at, depth) ?? readCode(text, at, dead) ?? readPair(text, at, dead, depth)
    if (found) add(found.node, found.length)
    else {
      plain += char
      at++
    }
  }
  if (plain !== '') nodes.push({ kind: 'text', text: plain })
  return nodes
}

interface Found {
  node: Node
  length: number
}

const sticky = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function readToken(text: string, at: number, depth: number): Found | undefined {
  const char = text[at]
  if (char === '[') {
    const link = sticky(LINK, text, at)
    return link
      ? {
          node: { kind: 'link', url: link[2]!, children: parseInline(link[1]!, depth + 1) },
          length: link[0].length,
        }
      : undefined
  }
  if (char === '<') {
    const token = sticky(TOKEN, text, at)
    if (token) return { node: tokenNode(token.groups ?? {}), length: token[0].length }
  }
  if (char !== '<' && char !== 'h') return undefined
  const address = sticky(ADDRESS, text, at)
  if (!address) return undefined
  const bracketed = address[0].startsWith('<') && address[0].endsWith('>')
  if (char === '<' && !bracketed) return undefined
  const url = bracketed ? address[1]! : address[1]!.replace(TRAILING, '')
  return {
    node: { kind: 'link', url, children: [{ kind: 'text', text: url }] },
    length: bracketed ? address[0].length : url.length,
  }
}

function tokenNode(groups: Record<string, string | undefined>): Node {
  if (groups.user) return { kind: 'user', id: groups.user }
  if (groups.role) return { kind: 'role', id: groups.role }
  if (groups.channel) return { kind: 'channel', id: groups.channel }
  if (groups.command) return { kind: 'command', name: groups.command }
  if (groups.emoji) return { kind: 'emoji', name: groups.emoji }
  return { kind: 'time', seconds: Number(groups.time), style: groups.style ?? 'f' }
}

function readCode(text: string, at: number, dead: Set<string>): Found | undefined {
  if (text[at] !== '`' || dead.has('`')) return undefined
  const mark = text.startsWith('``', at) ? '``' : '`'
  const end = text.indexOf(mark, at + mark.length)
  if (end < 0) {
    dead.add('`')
    return undefined
  }
  if (end === at + mark.length) return undefined
  return {
    node: { kind: 'code', text: text.slice(at + mark.length, end) },
    length: end + mark.length - at,
  }
}

function readPair(text: string, at: number, dead: Set<string>, depth: number): Found | undefined {
  if (depth >= DEEPEST) return undefined
  for (const [mark, kind] of PAIRS) {
    if (!text.startsWith(mark, at) || dead.has(mark) || !mayOpen(text, at, mark)) continue
    const from = at + mark.length
    const end = closing(text, mark, from)
    if (end < 0) {
      dead.add(mark)
      continue
    }
    return {
      node: { kind, children: parseInline(text.slice(from, end), depth + 1) },
      length: end + mark.length - at,
    }
  }
  return undefined
}

const isWord = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}_]/u.test(char)

/** `*` and `_` alone are often just characters: an opening one stands before a word, and `_` not inside one. */
function mayOpen(text: string, at: number, mark: string): boolean {
  if (mark.length > 1) return true
  if (/\s/.test(text[at + 1] ?? ' ') || text[at + 1] === mark) return false
  return mark === '*' || !isWord(text[at - 1])
}

/** Where the mark closes: not escaped, not at once, and, when it is single, not as part of a double one or inside a word. */
function closing(text: string, mark: string, from: number): number {
  let end = text.indexOf(mark, from)
  while (end >= 0) {
    const escaped = text[end - 1] === '\\'
    const single = mark.length === 1
    const doubled = single && text[end + 1] === mark
    const inWord = mark === '_' && isWord(text[end + 1])
    if (end > from && !escaped && !doubled && !inWord) {
      // "**bold *and italic***": the last two of three close the bold.
      return mark === '**' && text[end + 2] === '*' && text[end + 3] !== '*' ? end + 1 : end
    }
    end = text.indexOf(mark, end + (doubled ? 2 : 1))
  }
  return -1
}

/** The text alone, for titles and screen readers; `nameOf` gives the name of whatever is mentioned. */
export function plainText(nodes: readonly Node[], nameOf: (id: string) => string): string {
  return nodes
    .map((node): string => {
      switch (node.kind) {
        case 'text':
        case 'code':
        case 'codeBlock':
          return node.text
        case 'list':
          return node.items.map((item) => plainText(item, nameOf)).join(', ')
        case 'user':
        case 'role':
          return `@${nameOf(node.id)}`
        case 'channel':
          return `#${nameOf(node.id)}`
        case 'command':
          return `/${node.name}`
        case 'emoji':
          return `:${node.name}:`
        case 'time':
          return new Date(node.seconds * 1000).toLocaleString()
        case 'break':
          return ' '
        case 'quote':
          return ` ${plainText(node.children, nameOf)} `
        default:
          return plainText(node.children, nameOf)
      }
    })
    .join('')
}
