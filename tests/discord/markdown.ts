/**
 * What Discord's client makes of a text: every piece of mark-up that acts, in order. The rules and their
 * order follow the client's own (simple-markdown with Discord's additions).
 */
export interface Piece {
  readonly kind: string
  readonly text: string
}

interface Rule {
  readonly kind: string
  readonly pattern: RegExp
  /** Which group holds text that is read in turn. */
  readonly inner?: number
  readonly lineStart?: boolean
}

const RULES: readonly Rule[] = [
  { kind: 'heading', pattern: /^(#{1,3})[^\S\n]+([^\n]+)/, inner: 2, lineStart: true },
  { kind: 'subtext', pattern: /^-#[^\S\n]+([^\n]+)/, inner: 1, lineStart: true },
  { kind: 'quote', pattern: /^>>>[^\S\n]([\s\S]*)/, inner: 1, lineStart: true },
  { kind: 'quote', pattern: /^>[^\S\n]([^\n]*)/, inner: 1, lineStart: true },
  { kind: 'list', pattern: /^[^\S\n]*(?:[*+-]|\d{1,10}\.)[^\S\n]+([^\n]+)/, inner: 1, lineStart: true },
  { kind: 'code block', pattern: /^```(?:[\s\S]*?)```/ },
  { kind: 'escape', pattern: /^\\[^0-9A-Za-z\s]/ },
  { kind: 'auto link', pattern: /^<(?:https?|mailto|tel|steam):[^\s<>]+>/ },
  { kind: 'mention', pattern: /^<(?:@[!&]?|#)\d{1,20}>/ },
  { kind: 'mention', pattern: /^@(?:everyone|here)/ },
  { kind: 'command mention', pattern: /^<\/[^>]+:\d+>/ },
  { kind: 'navigation', pattern: /^<id:\w+>/ },
  { kind: 'time stamp', pattern: /^<t:-?\d{1,17}(?::\w)?>/ },
  { kind: 'emoji', pattern: /^<a?:\w+:\d+>/ },
  { kind: 'emoji', pattern: /^:[\w+-]{1,64}:/ },
  { kind: 'address', pattern: /^(?:https?|steam):\/\/[^\s<]+[^<.,:;"'\]\s]/ },
  {
    kind: 'link',
    pattern:
      /^\[((?:\[[^\]]*\]|[^[\]]|\](?=[^[]*\]))*)\]\(\s*<?((?:[^\s\\]|\\.)*?)>?(?:\s+['"]([\s\S]*?)['"])?\s*\)/,
    inner: 1,
  },
  { kind: 'strong', pattern: /^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/, inner: 1 },
  { kind: 'underline', pattern: /^__((?:\\[\s\S]|[^\\])+?)__(?!_)/, inner: 1 },
  { kind: 'emphasis', pattern: /^\b_((?:__|\\[\s\S]|[^\\_])+?)_\b/, inner: 1 },
  {
    kind: 'emphasis',
    pattern: /^\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/,
    inner: 1,
  },
  { kind: 'strike', pattern: /^~~([\s\S]+?)~~(?!_)/, inner: 1 },
  { kind: 'spoiler', pattern: /^\|\|([\s\S]+?)\|\|/, inner: 1 },
  { kind: 'code', pattern: /^(`+)([\s\S]*?[^`])\1(?!`)/ },
  { kind: 'stray', pattern: /^(?:\*\*|__|~~|\|\||[`<[])/ },
]

/** Every piece of mark-up in the text, those within others after them. Plain text and escapes are left out. */
export function pieces(text: string, block = true): Piece[] {
  const found: Piece[] = []
  let at = 0
  let lineStart = block
  while (at < text.length) {
    const rest = text.slice(at)
    const hit = match(rest, lineStart)
    if (!hit) {
      lineStart = rest[0] === '\n'
      at++
      continue
    }
    lineStart = false
    at += hit.length
    if (hit.kind === 'escape') continue
    found.push({ kind: hit.kind, text: hit.text })
    if (hit.inner !== null) found.push(...pieces(hit.inner))
  }
  return found
}

function match(rest: string, lineStart: boolean) {
  for (const { kind, pattern, inner, lineStart: only } of RULES) {
    if (only && !lineStart) continue
    const found = pattern.exec(rest)
    if (!found) continue
    return {
      kind,
      text: found[0],
      length: found[0].length,
      inner: inner === undefined ? null : (found[inner] ?? ''),
    }
  }
  return null
}

/** The text as it is read: mark-up taken away, escapes resolved. Good for texts whose mark-up is only bold. */
export function seen(text: string): string {
  return text.replace(/\\([^0-9A-Za-z\s])|\*\*/g, (_, char) => char ?? '').replaceAll('\u200b', '')
}
