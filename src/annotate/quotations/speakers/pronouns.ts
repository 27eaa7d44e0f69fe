import { speechData } from '../../../language/en/speech/speech.js'
import type { NameMention } from '../../annotations.js'
import type { Chunk } from '../chunks/chunks.js'
import type { FramedSentence } from '../chunks/sentences.js'
import { type Gender, genderOf, genderOfPronoun, isObject, type Memory, maybeSomebody } from './memory.js'

/** The frame a source stands in, with its index among the document's frames. */
export interface Place extends FramedSentence {
  readonly text: string
  readonly index: number
}

/** How many frames back a pronoun may reach, and by how much the likeliest must lead to be meant for sure. */
const REACH = 3
const LEAD = 2

/** How much it tells for somebody that the sex of their name is known, and fits. */
const FITS = 1

/** How whom the frame itself names before the pronoun ranks: as its object, otherwise, first of all, as its subject. */
const OBJECT = 1
const NAMED = 3
const FIRST = 4
/** … of a clause before the main one ("While *Berg* was away, he …"). */
const SUBORDINATE = 6
/** … whom the sentence opens with by their office ("The minister, *Anna Berg*, said … though she …"). */
const OFFICE = 8

/**
 * Whom a pronoun means, null where that is not sure: of those who fit its sex, whoever the text is about most, after the
 * centring of discourse (Grosz, Joshi and Weinstein 1995): whoever spoke or was the subject last before whoever was only
 * mentioned. Nobody is meant whom the clause of the pronoun or the words they say name beside it (principles B and C of
 * binding).
 */
export function antecedent(place: Place, chunk: Chunk, memory: Memory): NameMention | null {
  const { frame, chunks, index } = place
  const gender = genderOfPronoun(frame.items[chunk.from]!.lower)
  if (!gender) return null
  const ranks = new Map<string, { readonly mention: NameMention; rank: number }>()
  const consider = (mention: NameMention, theirs: Gender | null, rank: number) => {
    if (theirs && theirs !== gender) return
    const known = ranks.get(mention.name)
    if (!known) ranks.set(mention.name, { mention, rank })
    else known.rank = Math.max(rank, known.rank)
  }
  for (const { mention, gender: theirs, frame: last, weight } of memory.recent) {
    const age = index - last
    if (age <= REACH) consider(mention, theirs, (weight - age) * 2 + (theirs ? FITS : 0))
  }
  for (const other of chunks) {
    if (other.from >= chunk.from) break
    const somebody = other.kind === 'person' || (other.from === 0 && maybeSomebody(frame.items, other))
    if (somebody && other.name) consider(other.name, genderOf(other.name), rankIn(place, other, chunk))
  }
  const [first, second] = [...ranks.values()].sort((a, b) => b.rank - a.rank)
  if (!first || (second && first.rank - second.rank < LEAD) || isBarred(place, chunk, first.mention))
    return null
  const known = memory.people.get(first.mention.name)
  const since = known?.frame ?? index
  // Somebody unnamed spoke later, or in the very sentence that names this one beside.
  const later =
    memory.stranger > since || (memory.stranger === since && known !== undefined && known.weight < 3)
  return later && index - memory.stranger <= REACH ? null : first.mention
}

function rankIn({ frame: { items }, chunks }: Place, other: Chunk, pronoun: Chunk): number {
  if (other.from === 0) return FIRST
  if (opensByOffice(chunks, other)) return OFFICE
  if (isObject(items, other)) return OBJECT
  const start = items[0]!
  const before = items[pronoun.from - 1]
  const leads = speechData.subordinators.has(start.lower) && before?.tag === ',' && chunks[0] === other
  return leads ? SUBORDINATE : NAMED
}

const opensByOffice = ([first]: readonly Chunk[], { from }: Chunk) =>
  first?.kind === 'role' && first.from === 0 && from === first.to + 1

/** Whether the clause of a pronoun names somebody beside it: "he told *Berg*", "he said that *Berg* …", '“*Berg* lies,” he said'. */
function isBarred({ text, frame: { items }, chunks }: Place, pronoun: Chunk, { name }: NameMention): boolean {
  const surname = name.split(' ').at(-1)!
  for (const { quoted } of items)
    if (quoted && holdsWord(text.slice(quoted.start, quoted.end), surname)) return true
  // "When *he* was asked, Berg said": the name of whom it means may follow.
  const before = items[pronoun.from - 1]
  if (before && (speechData.subordinators.has(before.lower) || before.tag === 'W')) return false
  if (items[pronoun.from]!.tag !== 'H') return false
  return chunks.some(
    ({ from, kind, name: other }) => from > pronoun.from && kind === 'person' && other?.name === name,
  )
}

/** Whether a word stands in a text as it is written. */
function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!isLetter(text[at - 1]) && !isLetter(text[at + word.length])) return true
  return false
}

const isLetter = (char: string | undefined) => char !== undefined && /\p{L}/u.test(char)
