import type { DateData } from '../../language/language.js'
import type { Token } from './tokens.js'

/**
 * Whether the clause around an expression looks back or ahead. `open`: the words around it do not tell
 * ("he said the January talks …": the verb dates the saying, not the talks).
 */
export type Direction = 'past' | 'future' | 'open'

/** How far a verb may stand from the expression that it governs, in tokens. */
const REACH = { before: 30, after: 16 }
/** "said on Friday", "told reporters Friday": a reporting verb this near is dated itself. */
const BESIDE = 3

type Cue = Direction | 'reported' | 'participle'

/** The nearest verb or cue before the expression decides, then the nearest after it. */
export function directionAt(t: readonly Token[], from: number, to: number, data: DateData): Direction {
  const attributive = t[to]?.text === "'s" || data.determiners.has(t[from - 1]?.text ?? '')
  let participle = false
  for (let i = from - 1; i >= Math.max(0, from - REACH.before); i--) {
    const cue = cueAt(t, i, from, data)
    if (cue === null) continue
    if (attributive) return cue === 'future' && from - i <= BESIDE ? 'future' : 'open'
    if (cue === 'participle') {
      participle = true
      continue
    }
    if (participle) return cue === 'future' ? 'future' : 'past'
    if (cue === 'reported') return from - i <= BESIDE ? 'past' : 'open'
    return cue
  }
  if (participle) return 'past'
  if (attributive) return 'open'
  for (let i = to; i < Math.min(t.length, to + REACH.after); i++) {
    const cue = cueAt(t, i, t.length, data)
    if (cue === 'reported' || cue === 'participle') return 'past'
    if (cue) return cue
  }
  return 'open'
}

function cueAt(t: readonly Token[], at: number, from: number, data: DateData): Cue | null {
  const { tense } = data
  const { kind, text } = t[at]!
  if (kind !== 'word') return null
  const before = t[at - 1]?.text ?? ''
  if (tense.future.has(text) || text.endsWith("'ll")) return 'future'
  if (tense.planned.has(text)) {
    const after = t[at + 1]?.text ?? ''
    if (before === 'had' || (before === 'been' && t[at - 2]?.text === 'had')) return 'past'
    if (at + 1 === from || tense.afterPlanned.has(after)) return 'future'
  }
  const reporting = tense.reporting.has(text)
  const past =
    reporting || tense.past.has(text) || (text.length > 4 && text.endsWith('ed') && !tense.notPast.has(text))
  if (!past) return null
  if (before === 'be')
    return tense.ahead.has(t[at - 2]?.text ?? '') || tense.ahead.has(t[at - 3]?.text ?? '')
      ? 'future'
      : 'open'
  if (before === 'is' || before === 'are') return 'open'
  if (reporting) return 'reported'
  // "preferred shares": a participle before a noun may be no verb at all
  const next = t[at + 1]
  const adjective =
    text.endsWith('ed') &&
    next?.kind === 'word' &&
    at + 1 !== from &&
    !next.capital &&
    !data.functionWords.has(next.text)
  return adjective ? 'participle' : 'past'
}
