import type { DateWord } from '../../../language/language.js'
import type { Found } from '../expression.js'
import type { Lexicon } from '../lexicon.js'
import type { Token } from '../tokens.js'
import { clockDateAt, datedDayAt, holidayAt, weekdaysAgoAt, weekOnAt, withClock } from './days.js'
import { definiteAt } from './definite.js'
import { setAt, windowAt } from './duration.js'
import { figuresAt } from './figures.js'
import { modifiedAt } from './modified.js'
import { dayFirstAt, monthFirstAt } from './months.js'
import { amountAloneAt, sidedAt } from './offset.js'
import type { Part } from './part.js'
import { referenceAt } from './reference.js'
import { deicticAt, quarterAt, relationAt, seasonAt, unitEndAt } from './relative.js'
import { reportingPeriodAt } from './reporting.js'
import type { Grammar, Rule } from './rule.js'
import { single } from './rule.js'
import { centuryAt, yearAt } from './years.js'

/** Which rules a token can start: by what its word can mean, or by being a number. */
const RULES: readonly (readonly [rule: Rule, ...first: (keyof DateWord | 'figures')[]])[] = [
  [modifiedAt, 'edge', 'phrase'],
  [definiteAt, 'role'],
  [monthFirstAt, 'month'],
  [dayFirstAt, 'figures', 'ordinal', 'cardinal'],
  [figuresAt, 'figures'],
  [yearAt, 'figures', 'cardinal', 'decade'],
  [centuryAt, 'figures', 'ordinal'],
  [datedDayAt, 'weekday'],
  [single(deicticAt), 'days'],
  [single(relationAt), 'relation'],
  [single(windowAt), 'relation'],
  [single(reportingPeriodAt), 'figures', 'unit', 'comparable'],
  [single(quarterAt), 'figures', 'ordinal', 'role', 'nth'],
  [single(seasonAt), 'season'],
  [single(unitEndAt), 'unit'],
  [single(setAt), 'set', 'every', 'weekday'],
  [single(weekOnAt), 'figures', 'cardinal'],
  [single(weekdaysAgoAt), 'cardinal'],
  [sidedAt, 'figures', 'cardinal'],
  [single(amountAloneAt), 'figures', 'cardinal', 'vague', 'unit', 'role', 'multiplier'],
  [clockDateAt, 'figures', 'hour'],
  [holidayAt, 'phrase'],
  [referenceAt, 'phrase'],
]

const FIGURES = RULES.filter(([, ...first]) => first.includes('figures')).map(([rule]) => rule)
const NONE: readonly Rule[] = []
/** What the commonest words of all can start, where they mean nothing else. */
const SMALL: ReadonlyMap<string, readonly Rule[]> = new Map([
  ['the', [definiteAt]],
  ...['of', 'in', 'on', 'at', 'and', 'or', 'to', 'from'].map((role): [string, readonly Rule[]] => [
    role,
    NONE,
  ]),
])
const byWord = new WeakMap<DateWord, readonly Rule[]>()

function rulesAt({ kind, word }: Token): readonly Rule[] {
  if (kind !== 'word') return kind === 'number' ? FIGURES : NONE
  let rules = byWord.get(word)
  if (!rules) {
    const { role } = word
    const small = role !== undefined && Object.keys(word).length === 1 ? SMALL.get(role) : undefined
    rules =
      small ?? RULES.filter(([, ...first]) => first.some((meaning) => meaning in word)).map(([rule]) => rule)
    byWord.set(word, rules)
  }
  return rules
}

/** "the end of the week of March 6": expressions stand in one another no deeper than this. */
const DEEPEST = 3

/** Finds the longest expression of time at a token. */
export function grammar(lexicon: Lexicon): (t: readonly Token[], at: number) => Found<Part[]> | null {
  let inner: Grammar['inner'] = () => null
  for (let depth = 0; depth <= DEEPEST; depth++) {
    const level: Grammar = { lexicon, inner }
    inner = (t, at) => longestAt(t, at, level)
  }
  return inner
}

function longestAt(t: readonly Token[], at: number, level: Grammar): Found<Part[]> | null {
  const token = t[at]
  if (!token) return null
  let longest: Found<Part[]> | null = null
  for (const rule of rulesAt(token)) {
    const match = rule(t, at, level)
    if (match && (!longest || match.next > longest.next)) longest = match
  }
  return longest && withClock(t, longest)
}
