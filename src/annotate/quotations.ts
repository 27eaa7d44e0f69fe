import { speechData } from '../language/en/speech.js'
import type { Document, NameMention, Quotation, Speaker } from './annotations.js'
import { read } from './names/reading.js'
import type { Tag } from './names/tags.js'
import type { Token } from './names/tokens.js'
import { findQuoted, type Quoted } from './quotations/marks.js'

/** The quotations of a document, in order of their start. */
export function findQuotations(document: Document, names: readonly NameMention[]): Quotation[] {
  const { tokens, tags } = read(document)
  const quoted = findQuoted(document)
  const found: Quotation[] = []
  let last: Speaker | null = null
  let q = 0
  for (const quote of quoted) {
    while (q < tokens.length && tokens[q]!.start < quote.open) q++
    const hit = attribute(tokens, tags, quote, q, names)
    const speaker: Speaker | null = hit?.speaker ?? last
    const context = {
      start: hit ? Math.min(quote.open, hit.speaker.start) : quote.open,
      end: hit ? Math.max(quote.close, hit.speaker.end) : quote.close,
    }
    found.push({ start: quote.start, end: quote.end, direct: true, speaker, cue: hit?.cue ?? null, context })
    last = speaker
  }
  return found
}

interface Hit {
  readonly speaker: Speaker
  readonly cue: { start: number; end: number; text: string }
}

const REACH = 12

function attribute(
  tokens: readonly Token[],
  tags: readonly Tag[],
  quote: Quoted,
  from: number,
  names: readonly NameMention[],
): Hit | null {
  let after = from
  while (after < tokens.length && tokens[after]!.start < quote.close) after++
  for (let i = after; i < Math.min(tokens.length, after + REACH); i++) {
    if (speechData.speechVerbs.has(tokens[i]!.lower) && /[VZDG]/.test(tags[i]!))
      return hitAt(tokens, tags, i, names, after)
    if (tags[i] === '.') break
  }
  for (let i = from - 1; i >= Math.max(0, from - REACH); i--) {
    if (tags[i] === '.' || tags[i] === '"') break
    if (speechData.speechVerbs.has(tokens[i]!.lower) && /[VZDG]/.test(tags[i]!))
      return hitAt(tokens, tags, i, names, i - REACH)
  }
  return null
}

function hitAt(
  tokens: readonly Token[],
  tags: readonly Tag[],
  cue: number,
  names: readonly NameMention[],
  least: number,
): Hit | null {
  const at = subject(tags, cue, Math.max(0, least))
  if (at === null) return null
  const token = tokens[at]!
  const name = names.find((n) => n.start <= token.start && n.end >= token.end)
  const verb = tokens[cue]!
  return {
    cue: { start: verb.start, end: verb.end, text: verb.text },
    speaker: {
      start: name?.start ?? token.start,
      end: name?.end ?? token.end,
      name: name?.name ?? token.text,
      role: name?.role ?? null,
      via: null,
      confidence: name ? 'explicit' : 'unclear',
    },
  }
}

function subject(tags: readonly Tag[], cue: number, least: number): number | null {
  for (let i = cue - 1; i >= least; i--) if (/[HPNS]/.test(tags[i]!)) return i
  for (let i = cue + 1; i < Math.min(tags.length, cue + 6); i++) if (/[HPNS]/.test(tags[i]!)) return i
  return null
}
