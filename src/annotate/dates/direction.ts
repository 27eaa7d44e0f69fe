import type { TenseData } from '../../language/language.js'
import type { Token } from './tokens.js'

/**
 * Whether the clause around an expression looks back or ahead. `reported`: the nearest verb only reports
 * ("he said the January talks …"), so that it dates the saying and not what was said.
 */
export type Direction = 'past' | 'future' | 'reported' | 'unknown'

/** How far a verb may stand from the expression that it governs, in tokens. */
const REACH = { before: 30, after: 16 }
/** "said on Friday", "told reporters Friday": a reporting verb this near is dated itself. */
const BESIDE = 3

/** The nearest verb or cue before the expression decides, then the nearest after it. */
export function directionAt(t: readonly Token[], from: number, to: number, tense: TenseData): Direction {
  for (let i = from - 1; i >= Math.max(0, from - REACH.before); i--) {
    const cue = cueAt(t, i, tense)
    if (cue) return cue === 'reported' && from - i <= BESIDE ? 'past' : cue
  }
  for (let i = to; i < Math.min(t.length, to + REACH.after); i++) {
    const cue = cueAt(t, i, tense)
    if (cue) return cue
  }
  return 'unknown'
}

function cueAt(t: readonly Token[], at: number, tense: TenseData): Direction | null {
  const { kind, text } = t[at]!
  if (kind !== 'word') return null
  if (tense.future.has(text)) return 'future'
  if (tense.reporting.has(text)) return ahead(t, at, tense) ? 'future' : 'reported'
  const past = tense.past.has(text) || (text.length > 4 && text.endsWith('ed') && !tense.notPast.has(text))
  if (!past) return null
  return ahead(t, at, tense) ? 'future' : 'past'
}

/** "will be followed", "to be held": a participle behind "be" is no past. */
function ahead(t: readonly Token[], at: number, tense: TenseData): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 2); i--) if (tense.ahead.has(t[i]!.text)) return true
  return false
}
