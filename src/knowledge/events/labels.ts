import type { EventMention } from '../../annotate/annotations.js'
import type { Span } from '../../articles/model/article.js'
import { events as english } from '../../language/en/dates/events.js'
import { search } from '../../language/en/words/search.js'
import { wordRuns } from '../../text/characters.js'

const LONGEST = 110

/** The clause of an event on one line, without its date, without the conjunction it hangs on: `Talks in Geneva`. */
export function labelOf(
  text: string,
  { clause, adverbial, date, sentence, reporting }: EventMention,
): string {
  const first = clause[0]!
  const lineOf = (spans: readonly Span[], from: number) => {
    const pieces = spans.map(({ start, end }, i) => {
      const piece = without(text, start, end, from, date.end)
      return i > 0 ? goingOn(piece) : piece
    })
    const line = pieces
      .join(' ')
      .replace(/\s+/g, ' ')
      .replace(/ ([,.;:])/g, '$1')
      .replace(/,[,.]+/g, ',')
    return tidied(line.trim())
  }
  // Of a saying, what is said is what tells: the clause goes on to the end of its sentence.
  const spans = reporting
    ? [{ start: first.start, end: sentence.end }]
    : [...clause.slice(0, -1), completed(text, clause.at(-1)!, sentence.end)]
  const line = lineOf(spans, adverbial.start)
  // A subject that is missing ("could begin in May") stands further up, or is the date itself.
  const whole = [{ start: sentence.start, end: first.end }, ...clause.slice(1)]
  const found = [line, lineOf(whole, adverbial.start)].find((one) => !lacksSubject(one))
  return capitalised(cut(found ?? lineOf(whole, date.end)))
}

/** With what the clause can't do without: "concern | that it may rain", "worked on preparing | for talks". */
function completed(text: string, clause: Span, end: number): Span {
  const told = text.slice(clause.start, clause.end)
  const after = text.slice(clause.end, end)
  const [, word = ''] = /^,?\s*(\p{L}+)\s/u.exec(after) ?? []
  if (DANGLING.test(told)) return clause
  if (labels.completing.has(word.toLowerCase())) return { ...clause, end }
  const words = told.split(/\s+/)
  const hangs = /ing$/.test(words.at(isLoose(words.at(-1)!) ? -2 : -1) ?? '')
  const [object = ''] = (hangs && /^\s+\p{L}[^,;:.–—]*/u.exec(after)) || []
  return { ...clause, end: clause.end + object.length }
}

/** Words that carry meaning, below which a label tells nothing by itself ("Session", "They began"). */
const LEAST_WORDS = 2

/** Whether a label can't be understood without its sentence: too few words, or one that points back. */
export function isFragment(label: string): boolean {
  const words = wordRuns(label)
  const [first = ''] = words
  if (labels.pronouns.has(first.toLowerCase())) return true
  return words.filter((word) => !search.stopWords.has(word.toLowerCase())).length < LEAST_WORDS
}

/** What goes on behind its subject: "the envoy[, who] left", "the call [and] ended"; "the talks, which they fear". */
function goingOn(text: string): string {
  const [, before = '', word = ''] = /^([\s,]*)(\p{L}+)\s/u.exec(text) ?? []
  const lower = word.toLowerCase()
  if (labels.subjects.has(lower) || labels.loosening.has(lower))
    return text.slice(before.length + word.length)
  return english.relatives.has(lower) ? `, ${text.slice(before.length)}` : text
}

const { labels } = english

const lacksSubject = (text: string) => {
  const [word = ''] = /\p{L}+/u.exec(text) ?? []
  return english.finiteAuxiliaries.has(word.toLowerCase()) || labels.modals.has(word.toLowerCase())
}

/** A text's `start..end` without `from..to`, and without the possessive that hangs on what is left out. */
function without(text: string, start: number, end: number, from: number, to: number): string {
  if (to <= start || from >= end || leavesHole(text.slice(start, from), text.slice(from, to)))
    return text.slice(start, end)
  const genitive = /^['’]s\b/.exec(text.slice(to, to + 3))?.[0].length ?? 0
  return `${text.slice(start, Math.max(start, from))} ${text.slice(Math.min(end, to + genitive), end)}`
}

/** Whether words end so that what follows can't be left out: "their only meeting WAS", "much OF Friday". */
function leavesHole(before: string, date: string): boolean {
  const [, word = ''] = /(?<!\p{L})(\p{L}+)\s*$/u.exec(before) ?? []
  const [tie = ''] = /^\p{L}+/u.exec(date) ?? []
  return labels.holding.has(word.toLowerCase()) || labels.tying.has(tie.toLowerCase())
}

/** Without the marks at either end and the small words that only tie a clause to its sentence. */
function tidied(line: string): string {
  let words = line.replace(DANGLING, '').split(' ')
  while (words.length > 1 && isTie(words[0]!)) words = words.slice(1)
  while (words.length > 1 && isLoose(words.at(-1)!)) words = words.slice(0, -1)
  return unquoted(words.join(' ').replace(/^[\s,;:–—-]+|(?<![\s,;:.–—-])[\s,;:.–—-]+$/g, ''))
}

/** "It fired a missile, a move [that alarmed …]": the noun of a clause that the label is without. */
const DANGLING = /,\s+(?:a|an|the|one)\s+\p{L}+\s*$/u

/** Without a quotation mark whose other one is elsewhere. */
function unquoted(line: string): string {
  const opened = (line.match(/“/g) ?? []).length
  const closed = (line.match(/”/g) ?? []).length
  if (opened > closed) return line.replace(/“(?=[^“]*$)/, '')
  if (closed > opened) return line.replace('”', '')
  return line
}

const TIES = new Set([...english.subordinators, ...labels.loosening])
const ENDS = new Set([...english.scheduling, ...english.placePrepositions, ...labels.loose])
const bare = (word: string) => word.toLowerCase().replace(/[^\p{L}’']/gu, '')
const isTie = (word: string) => TIES.has(bare(word)) || !/[\p{L}\p{N}]/u.test(word)
const isLoose = (word: string) => ENDS.has(bare(word)) || !/[\p{L}\p{N}]/u.test(word)

/** At most so many characters, cut between words. */
function cut(line: string): string {
  if (line.length <= LONGEST) return line
  const at = line.lastIndexOf(' ', LONGEST - 1)
  const kept = at > 0 ? line.slice(0, at) : Array.from(line.slice(0, LONGEST)).slice(0, -2).join('')
  return `${kept.replace(/(?<![\s,;:–—-])[\s,;:–—-]+$/, '')}…`
}

function capitalised(line: string): string {
  const first = String.fromCodePoint(line.codePointAt(0) ?? 0x20)
  return first.toUpperCase() + line.slice(first.length)
}
