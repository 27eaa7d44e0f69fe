import type { EventMention } from '../../annotate/annotations.js'
import { events as english } from '../../language/en/events.js'

const LONGEST = 110

/** The clause of an event on one line, without its date, without the conjunction it hangs on: `Talks in Geneva`. */
export function labelOf(
  text: string,
  { clause, adverbial, date, sentence, reporting }: EventMention,
): string {
  // Of a saying, what is said is what tells: the clause goes on to the end of its sentence.
  const spans = reporting ? [{ start: clause[0]!.start, end: sentence.end }] : clause
  const pieces = spans.map(({ start, end }) => without(text, start, end, adverbial.start, date.end))
  const line = pieces
    .join(' ')
    .replace(/\s+/g, ' ')
    .replace(/\s+([,.;:])/g, '$1')
    .replace(/,[,.]+/g, ',')
  return capitalised(cut(tidied(line.trim())))
}

/** A text's `start..end` without `from..to`, and without the possessive that hangs on what is left out. */
function without(text: string, start: number, end: number, from: number, to: number): string {
  if (to <= start || from >= end) return text.slice(start, end)
  const genitive = /^['’]s\b/.exec(text.slice(to, to + 3))?.[0].length ?? 0
  return `${text.slice(start, Math.max(start, from))} ${text.slice(Math.min(end, to + genitive), end)}`
}

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
