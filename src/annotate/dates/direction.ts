import type { DateData } from '../../language/language.js'
import type { Token } from './tokens.js'

/**
 * Whether the clause around an expression looks back or ahead. `open`: the words around it do not tell
 * ("he said the January talks …": the verb dates the saying, not the talks). `due`: it was to come once ("was due to
 * start"), which may be over.
 */
export type Direction = 'past' | 'future' | 'open' | 'due'

/** How far a verb may stand from the expression that it governs, in tokens. */
const REACH = { before: 30, after: 16 }
/** "said on Friday", "told reporters Friday": a reporting verb this near is dated itself. */
const BESIDE = 3

/** The nearest verb or cue before the expression decides, then the nearest after it. */
export function directionAt(t: readonly Token[], from: number, to: number, data: DateData): Direction {
  if (isSoonest(t, from, data)) return 'future'
  // "March 28 – The state recognises …": a chronology tells in the present of what was.
  if (from === 0 && DASHES.has(t[to]?.text ?? '') && !t[to]!.glued) return 'past'
  // "March 28: Crowds cross the bridge", as captions and chronologies have it; not "March 28: The court will rule".
  if (from === 0 && t[to]?.text === ':' && !isToCome(t, to, data)) return 'past'
  if (isAheadOf(t, from, data)) return 'future'
  const before = cueBefore(t, from, data)
  const attributive = isAttributive(t, from, to, data)
  if (attributive) return before?.direction === 'future' && from - before.at <= BESIDE ? 'future' : 'open'
  if (before) return before.direction
  for (let i = to; i < Math.min(t.length, to + REACH.after); i++) {
    // "In January she decided to go": what was decided then was not done later
    if (data.tense.promised.has(t[i]!.text)) return 'past'
    const cue = cueAt(t, i, t.length, data)
    if (cue === 'reported' || cue === 'participle') return 'past'
    if (cue) return cue === 'planned' ? 'past' : cue
  }
  return 'open'
}

function isToCome(t: readonly Token[], to: number, data: DateData): boolean {
  for (let i = to; i < Math.min(t.length, to + REACH.after); i++) {
    const cue = cueAt(t, i, t.length, data)
    if (cue) return cue === 'future' || cue === 'planned' || cue === 'due'
  }
  return false
}

const DASHES = new Set(['–', '—', '-', ':'])

/** "Ahead of Friday's vote", "preparations for Saturday's match". */
function isAheadOf(t: readonly Token[], from: number, { tense }: DateData): boolean {
  const at = t[from - 1]?.word.role === 'the' ? from - 2 : from - 1
  if (t[at]?.word.role === 'of') return t[at - 1]?.text === 'ahead'
  if (t[at]?.text !== 'for') return false
  return t.slice(Math.max(0, at - AHEAD_WITHIN), at).some(({ text }) => tense.preparing.has(text))
}

/** How far before "for" what is prepared for a day may stand, in words. */
const AHEAD_WITHIN = 5

/** "Thursday's vote", "the January talks": the expression belongs to a noun, not to the clause. */
function isAttributive(t: readonly Token[], from: number, to: number, data: DateData): boolean {
  if (t[to]?.text === "'s" || data.determiners.has(t[from - 1]?.text ?? '')) return true
  const next = t[to]
  // "The group's Oct. 7 raid"; "it's May 7 at the latest" has no noun behind it.
  if (t[from - 1]?.text === "'s" && next?.kind === 'word' && !data.functionWords.has(next.text)) return true
  return (
    t[from]?.word.role === 'the' &&
    next?.kind === 'word' &&
    !next.capital &&
    !data.functionWords.has(next.text)
  )
}

/** "as early as Tuesday". */
function isSoonest(t: readonly Token[], from: number, { tense }: DateData): boolean {
  return tense.soonest.has(`${t[from - 3]?.text} ${t[from - 2]?.text} ${t[from - 1]?.text}`)
}

function cueBefore(
  t: readonly Token[],
  from: number,
  data: DateData,
): { direction: Direction; at: number } | null {
  let participle: number | null = null
  // what somebody did "to" do something, or what holds "until" a date, need not be over
  let open = data.tense.bounds.has(t[from - 1]?.text ?? '')
  for (let i = from - 1; i >= Math.max(0, from - REACH.before); i--) {
    if (isInfinitive(t, i, data)) open = true
    const cue = cueAt(t, i, from, data)
    if (cue === null) continue
    if (cue === 'participle') participle ??= i
    else if (cue === 'future' || cue === 'planned' || cue === 'due')
      return { direction: cue === 'due' ? 'due' : 'future', at: i }
    else if (participle !== null) break
    else if (cue === 'reported') return { direction: from - i <= BESIDE ? 'past' : 'open', at: i }
    else return { direction: open ? 'open' : cue, at: i }
  }
  return participle === null ? null : { direction: open ? 'open' : 'past', at: participle }
}

function isInfinitive(t: readonly Token[], at: number, data: DateData): boolean {
  const next = t[at + 1]
  return (
    data.tense.infinitive.has(t[at]?.text ?? '') &&
    next?.kind === 'word' &&
    !next.capital &&
    !data.functionWords.has(next.text)
  )
}

/** "The council meets on Friday", "talks begin on Friday", "the vote is on Friday": the present of calendars. */
function isScheduled(t: readonly Token[], at: number, from: number, data: DateData): boolean {
  const { tense, determiners } = data
  const { text, capital } = t[at]!
  const next = t[at + 1]
  if (tense.present.has(text)) return at + 1 === from || (at + 2 === from && next!.word.preposition === true)
  // "The ceasefire holds, but …": what ends its clause there has no day of its own
  if (capital || next?.text === ',') return false
  const listed = (verbs: ReadonlySet<string>) => verbs.has(text) || verbs.has(`${text} ${next?.text}`)
  if (listed(tense.schedule.one)) return !determiners.has(t[at - 1]?.text ?? '')
  return (listed(tense.schedule.several) && followsSeveral(t, at, data)) || isPresent(t, at, data)
}

/** "On Thursday the court hears the appeal": the form in -s of a verb, between its subject and its object. */
function isPresent(t: readonly Token[], at: number, { tense, functionWords }: DateData): boolean {
  const { text } = t[at]!
  const subject = t[at - 1]
  if (!/[^s]s$/.test(text) || functionWords.has(text) || tense.reporting.has(text)) return false
  if (subject?.kind !== 'word' || functionWords.has(subject.text) || subject.text.endsWith('s')) return false
  return tense.articles.has(t[at + 1]?.text ?? '')
}

/** Whether a plural noun, names joined by "and", or a pronoun for several stands before a verb. */
function followsSeveral(t: readonly Token[], at: number, { tense, functionWords }: DateData): boolean {
  const subject = t[at - 1]
  if (subject?.kind !== 'word') return false
  const joined = subject.capital && t[at - 2]?.word.role === 'and'
  const plural = subject.text.endsWith('s') && !functionWords.has(subject.text)
  return joined || plural || tense.severalSubjects.has(subject.text)
}

type Cue = Direction | 'reported' | 'participle' | 'planned'

function cueAt(t: readonly Token[], at: number, from: number, data: DateData): Cue | null {
  const { tense } = data
  const { kind, text, capital, word } = t[at]!
  if (kind !== 'word' || (capital && word.month !== undefined)) return null
  const before = t[at - 1]?.text ?? ''
  if (tense.future.has(text) || text.endsWith("'ll")) return 'future'
  if (tense.planned.has(text)) {
    return tense.perfect.has(before) || tense.perfect.has(`${t[at - 2]?.text} ${before}`) ? 'past' : 'planned'
  }
  const next = t[at + 1]
  if (tense.plannedTo.has(text) && (at + 1 === from || tense.afterPlanned.has(next?.text ?? '')))
    return tense.wasDue.has(before) ? 'due' : 'future'
  if (tense.promised.has(text) && isInfinitive(t, at + 1, data)) return 'future'
  // "Has been summoned to the palace on Wednesday": it is yet to come
  if (tense.arranged.has(text) && before === 'been' && tense.have.has(t[at - 2]?.text ?? '')) return 'future'
  if (tense.moved.has(text) && tense.movedTo.has(next?.text ?? '')) return 'future'
  if (isScheduled(t, at, from, data)) return 'future'
  const reporting = tense.reporting.has(text)
  const past =
    reporting || tense.past.has(text) || (text.length > 4 && text.endsWith('ed') && !tense.notPast.has(text))
  if (!past) return null
  if (tense.be.has(before)) {
    return tense.ahead.has(t[at - 2]?.text ?? '') || tense.ahead.has(t[at - 3]?.text ?? '')
      ? 'future'
      : 'open'
  }
  if (tense.present.has(before)) return 'open'
  if (reporting) return 'reported'
  // "preferred shares": a participle before a noun may be no verb at all
  const adjective =
    text.endsWith('ed') &&
    next?.kind === 'word' &&
    at + 1 !== from &&
    !next.capital &&
    !data.functionWords.has(next.text)
  return adjective ? 'participle' : 'past'
}
