import type { EventMention } from '../../annotate/annotations.js'
import type { Span } from '../../articles/article.js'
import { events as english } from '../../language/en/events.js'

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
      return i > 0 ? withoutRelative(piece) : piece
    })
    const line = pieces
      .join(' ')
      .replace(/\s+/g, ' ')
      .replace(/\s+([,.;:])/g, '$1')
      .replace(/,[,.]+/g, ',')
    return tidied(line.trim())
  }
  // Of a saying, what is said is what tells: the clause goes on to the end of its sentence.
  const line = lineOf(reporting ? [{ start: first.start, end: sentence.end }] : clause, adverbial.start)
  // A subject that is missing ("could begin in May") stands further up, or is the date itself.
  const whole = [{ start: sentence.start, end: first.end }, ...clause.slice(1)]
  const found = [line, lineOf(whole, adverbial.start)].find((one) => !lacksSubject(one))
  return capitalised(cut(found ?? lineOf(whole, date.end)))
}

/** A relative clause behind what it tells of, as a clause of its own: "the envoy[, who] left". */
const withoutRelative = (text: string) =>
  text.replace(/^\s*(\p{L}+)\s/u, (whole, word: string) => (RELATIVES.has(word.toLowerCase()) ? ' ' : whole))

const RELATIVES = new Set(['who', 'which'])

const lacksSubject = (text: string) => {
  const [word = ''] = /\p{L}+/u.exec(text) ?? []
  return english.finiteAuxiliaries.has(word.toLowerCase()) || MODALS.has(word.toLowerCase())
}

const MODALS = new Set(['will', 'would', 'could', 'may', 'might', 'can', 'should', 'shall'])

/** A text's `start..end` without `from..to`, and without the possessive that hangs on what is left out. */
function without(text: string, start: number, end: number, from: number, to: number): string {
  if (to <= start || from >= end || leavesHole(text.slice(start, from))) return text.slice(start, end)
  const genitive = /^['’]s\b/.exec(text.slice(to, to + 3))?.[0].length ?? 0
  return `${text.slice(start, Math.max(start, from))} ${text.slice(Math.min(end, to + genitive), end)}`
}

/** Whether words end so that what follows can't be left out: "their only meeting WAS", "it goes back TO". */
function leavesHole(before: string): boolean {
  const [, word = ''] = /(\p{L}+)\s*$/u.exec(before) ?? []
  return HOLES.has(word.toLowerCase())
}

const HOLES = new Set([
  'is',
  'are',
  'was',
  'were',
  'be',
  'been',
  'to',
  'of',
  'until',
  'than',
  'from',
  'and',
  'between',
])

/** Without the marks at either end and the small words that only tie a clause to its sentence. */
function tidied(line: string): string {
  let words = line.split(' ')
  while (words.length > 1 && isTie(words[0]!)) words = words.slice(1)
  while (words.length > 1 && isLoose(words.at(-1)!)) words = words.slice(0, -1)
  return words.join(' ').replace(/^[\s,;:–—-]+|[\s,;:.–—-]+$/g, '')
}

const TIES = new Set([...english.subordinators, 'and', 'but', 'or', 'then', 'meanwhile', 'however'])
const ENDS = new Set([
  ...english.scheduling,
  ...english.placePrepositions,
  'on',
  'for',
  'by',
  'with',
  'of',
  'and',
  'or',
  'the',
  'a',
])
const bare = (word: string) => word.toLowerCase().replace(/[^\p{L}’']/gu, '')
const isTie = (word: string) => TIES.has(bare(word)) || !/[\p{L}\p{N}]/u.test(word)
const isLoose = (word: string) => ENDS.has(bare(word)) || !/[\p{L}\p{N}]/u.test(word)

/** At most so many characters, cut between words. */
function cut(line: string): string {
  if (line.length <= LONGEST) return line
  const at = line.lastIndexOf(' ', LONGEST - 1)
  const kept = at > 0 ? line.slice(0, at) : Array.from(line.slice(0, LONGEST)).slice(0, -2).join('')
  return `${kept.replace(/[\s,;:–—-]+$/, '')}…`
}

function capitalised(line: string): string {
  const first = String.fromCodePoint(line.codePointAt(0) ?? 0x20)
  return first.toUpperCase() + line.slice(first.length)
}
