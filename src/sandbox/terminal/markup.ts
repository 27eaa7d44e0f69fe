/** How the kinds of Discord's mark-up look in an output. */
export interface Style {
  bold(text: string): string
  italic(text: string): string
  underline(text: string): string
  strike(text: string): string
  code(text: string): string
  dim(text: string): string
  link(text: string, url: string): string
  /** What stands before each line of a block quote. */
  quoteMark: string
}

const sgr = (on: number, off: number) => (text: string) => `\x1b[${on}m${text}\x1b[${off}m`

export const COLOURED: Style = {
  bold: sgr(1, 22),
  italic: sgr(3, 23),
  underline: sgr(4, 24),
  strike: sgr(9, 29),
  code: sgr(36, 39),
  dim: sgr(2, 22),
  link: (text, url) => `\x1b]8;;${url}\x1b\\${sgr(4, 24)(text)}\x1b]8;;\x1b\\`,
  quoteMark: '\x1b[2m▌\x1b[22m ',
}

const same = (text: string): string => text

export const PLAIN: Style = {
  bold: same,
  italic: same,
  underline: same,
  strike: same,
  code: same,
  dim: same,
  link: (text, url) => (text === url ? text : `${text} <${url}>`),
  quoteMark: '> ',
}

/** Names for the ids in mentions. */
export type NameOf = (id: string) => string

/** Discord's mark-up as it looks in a terminal. Control characters in the text are dropped: they could steer the terminal. */
export function renderMarkup(text: string, style: Style, nameOf: NameOf): string {
  const inline = (line: string) => renderInline(line, style, nameOf)
  return printable(text)
    .split('\n')
    .map((line) => {
      const quote = /^(?:>>>|>) /.exec(line)
      if (quote) return style.quoteMark + inline(line.slice(quote[0].length))
      const heading = /^#{1,3} /.exec(line)
      if (heading) return style.bold(inline(line.slice(heading[0].length)))
      if (line.startsWith('-# ')) return style.dim(inline(line.slice(3)))
      return inline(line)
    })
    .join('\n')
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
export const printable = (text: string): string => text.replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/g, '')

/** Pairs of marks, longest first, with their style. */
const PAIRS = [
  ['**', 'bold'],
  ['__', 'underline'],
  ['~~', 'strike'],
  ['||', 'dim'],
  ['*', 'italic'],
  ['_', 'italic'],
  ['```', 'code'],
  ['`', 'code'],
] as const
const LINK = /\[((?:\\.|[^\\[\]]){1,1000})\]\(<?(https?:\/\/[^\s<>()]{1,2000})>?\)/y
const TOKEN = /<(@[!&]?|#|t:)(\d{1,20})(?::[a-zA-Z])?>/y

function renderInline(text: string, style: Style, nameOf: NameOf): string {
  let out = ''
  let at = 0
  const sticky = (pattern: RegExp) => {
    pattern.lastIndex = at
    return pattern.exec(text)
  }
  while (at < text.length) {
    const char = text[at]!
    if (char === '\\' && at + 1 < text.length) {
      out += text[at + 1]
      at += 2
      continue
    }
    const link = char === '[' ? sticky(LINK) : null
    const token = char === '<' ? sticky(TOKEN) : null
    if (link) {
      out += style.link(renderInline(link[1]!, style, nameOf), link[2]!)
      at += link[0].length
    } else if (token) {
      out += renderToken(token[1]!, token[2]!, nameOf)
      at += token[0].length
    } else {
      const pair = PAIRS.find(([mark]) => text.startsWith(mark, at))
      const end = pair ? closing(text, pair[0], at + pair[0].length) : -1
      if (pair && end > 0) {
        const inner = text.slice(at + pair[0].length, end)
        out += style[pair[1]](pair[1] === 'code' ? inner : renderInline(inner, style, nameOf))
        at = end + pair[0].length
      } else {
        out += char
        at++
      }
    }
  }
  return out
}

/** Where the pair opened before `from` closes, skipping escaped marks; -1 where it does not, is empty, or begins with a space. */
function closing(text: string, mark: string, from: number): number {
  if (text[from] === ' ') return -1
  let end = text.indexOf(mark, from)
  while (end > 0 && text[end - 1] === '\\') end = text.indexOf(mark, end + 1)
  return end > from ? end : -1
}

function renderToken(kind: string, id: string, nameOf: NameOf): string {
  if (kind === 't:') return `${new Date(Number(id) * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`
  return kind === '#' ? `#${nameOf(id)}` : `@${nameOf(id)}`
}
