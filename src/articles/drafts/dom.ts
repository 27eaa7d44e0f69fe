import { parseHTML } from 'linkedom'
import { message } from '../../i18n/message.js'
import type { Refusal } from './draft.js'

/** The part of a document that is read here; no script of it is ever run. */
export interface Node {
  readonly nodeType: number
  readonly localName?: string
  readonly textContent: string | null
  readonly firstChild: Node | null
  readonly nextSibling: Node | null
  readonly parentNode: Node | null
}

export interface Element extends Node {
  readonly localName: string
  getAttribute(name: string): string | null
  remove(): void
}

export interface Document {
  readonly documentElement: Element | null
  readonly body: Element
  querySelectorAll(selectors: string): Iterable<Element>
  querySelector(selectors: string): Element | null
}

/** Characters of a page. */
const LONGEST_PAGE = 5_000_000
/** Browsers build no deeper trees. */
const DEEPEST = 512
export const MOST_ELEMENTS = 50_000
/** Pieces that a text falls into where a parser meets an entity or a `<` that begins no tag. */
const MOST_PIECES = 300_000
/**
 * The most work that a page may make: each look at an element reads all that is below it, so that a character counts
 * once for each element that it stands in, and an element or a piece of text for as much as so many characters.
 * Pages of news come to a tenth of it; at the limit they take two seconds.
 */
const MOST_WORK = 150_000_000
const CHARACTERS_TO_A_PIECE = 20

/** Elements that need not be closed nest deeper on pages that never close them; there is an end to that, too. */
const DEEPEST_UNCLOSED = 1_000

/** Elements that need not be closed, or can't be. */
const UNCLOSED = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option optgroup colgroup rt rp html head body'.split(
    ' ',
  ),
)

/** What no text of a page stands in. */
const OPAQUE = ['script', 'style', 'noscript', 'template', 'svg', 'iframe', 'textarea', 'object', 'math']

export function parsePage(html: string): Document | Refusal {
  const refusal = checkShape(html)
  if (refusal) return refusal
  const document = parse(html)
  // The parser makes up no elements that a page left out, as browsers do.
  return hasBody(document) ? document : parse(`<!doctype html><html><body>${html}</body></html>`)
}

const parse = (html: string) => parseHTML(html).document as unknown as Document

function hasBody({ documentElement: root }: Document): boolean {
  let child = root?.localName === 'html' ? root.firstChild : null
  while (child && child.localName !== 'body') child = child.nextSibling
  return child !== null
}

/** Trees that would take a parser too much memory or time are refused before one is built. */
function checkShape(html: string): Refusal | null {
  const remedy = message('noteSaveText')
  if (html.length > LONGEST_PAGE) {
    return { reason: message('notePageCharacters', { n: html.length, most: LONGEST_PAGE }), remedy }
  }
  let elements = 0
  let pieces = 0
  let depth = 0
  let work = 0
  let before = 0
  const open: string[] = []
  for (const { name, closes, start, end } of marksOf(html)) {
    work += (start - before + CHARACTERS_TO_A_PIECE) * (open.length + 1)
    before = end
    if (name === null) {
      pieces++
      continue
    }
    elements++
    if (nest(open, name, closes) > DEEPEST_UNCLOSED) {
      return { reason: message('notePageNests', { n: DEEPEST_UNCLOSED }), remedy }
    }
    if (UNCLOSED.has(name)) continue
    depth = closes ? Math.max(0, depth - 1) : depth + 1
    if (depth > DEEPEST) return { reason: message('notePageNests', { n: DEEPEST }), remedy }
  }
  work += (html.length - before) * (open.length + 1)
  if (elements > 2 * MOST_ELEMENTS) {
    return { reason: message('notePageElements', { n: MOST_ELEMENTS }), remedy }
  }
  return pieces > MOST_PIECES || work > MOST_WORK ? { reason: message('noteFileSlow'), remedy } : null
}

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
/** The elements that end where another begins, as the parser has it. */
const ENDED_BY: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    'address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul'
      .split(' ')
      .map((name) => [name, ['p']]),
  ),
  tr: ['tr', 'th', 'td'],
  th: ['th'],
  td: ['thead', 'th', 'td'],
  tbody: ['thead', 'tbody'],
  tfoot: ['thead', 'tbody'],
  li: ['li'],
  dd: ['dt', 'dd'],
  dt: ['dt', 'dd'],
  rt: ['rt', 'rp'],
  rp: ['rt', 'rp'],
  option: ['option'],
  optgroup: ['optgroup', 'option'],
}

/** Opens or closes an element as the parser does. @returns how many are open then */
function nest(open: string[], name: string, closes: boolean): number {
  if (VOID.has(name)) return open.length
  if (closes) {
    const at = open.lastIndexOf(name)
    if (at >= 0) open.length = at
    return open.length
  }
  const ended = ENDED_BY[name] ?? []
  while (open.length > 0 && ended.includes(open.at(-1)!)) open.pop()
  return open.push(name)
}

/** Where a parser begins something new: at a tag of this name, or, where the name is null, at a piece of text. */
interface Mark {
  readonly name: string | null
  readonly closes: boolean
  readonly start: number
  /** Where what is to be read goes on. */
  readonly end: number
}

/** The marks of a page but for what stands in scripts and comments. Each character is looked at once. */
function* marksOf(html: string): Generator<Mark> {
  const mark = /&|<(?:!--|(\/?)([a-z][a-z0-9-]*))?/gi
  for (let found = mark.exec(html); found; found = mark.exec(html)) {
    const name = found[2]?.toLowerCase() ?? null
    const closes = found[1] === '/'
    if (found[0] === '<!--') mark.lastIndex = after(html, '-->', mark.lastIndex)
    else if (!closes && (name === 'script' || name === 'style')) {
      mark.lastIndex = closingTag(html, name, mark.lastIndex)
    }
    if (found[0] !== '<!--') yield { name, closes, start: found.index, end: mark.lastIndex }
  }
}

function after(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from)
  return at < 0 ? html.length : at + mark.length
}

function closingTag(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}`, 'gi')
  closing.lastIndex = from
  return closing.exec(html)?.index ?? html.length
}

const BLOCKS = new Set(
  'address article aside blockquote br caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

const ELEMENT = 1
const TEXT = 3

/**
 * The lines of text below a node, one for each block that a browser would begin a new line for.
 * @param leftOut whether nothing that stands in an element is read
 */
export function linesBelow(root: Node, leftOut: (node: Node) => boolean = () => false): string[] {
  const lines: string[] = []
  let line = ''
  const endLine = () => {
    if (line.trim() !== '') lines.push(line)
    line = ''
  }
  for (const node of walk(root, leftOut)) {
    if (node.nodeType === TEXT) line += node.textContent ?? ''
    else if (BLOCKS.has(node.localName ?? '')) endLine()
  }
  endLine()
  return lines
}

/** All nodes below a root in the order of the page; elements twice, when they begin and when they end. */
function* walk(root: Node, leftOut: (node: Node) => boolean): Generator<Node> {
  let node: Node | null = root.firstChild
  while (node) {
    yield node
    const open: boolean =
      node.nodeType === ELEMENT && !OPAQUE.includes(node.localName ?? '') && !leftOut(node)
    if (open && node.firstChild) {
      node = node.firstChild
      continue
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode
      if (node && node !== root) yield node
    }
    node = node === root ? null : (node?.nextSibling ?? null)
  }
}
