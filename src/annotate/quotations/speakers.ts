import { names as data } from '../../language/en/names.js'
import type { NameMention, Speaker } from '../annotations.js'
import type { Chunk } from './chunks.js'
import type { Frame } from './frames.js'
import type { FramedSentence } from './sentences.js'

type Gender = 'masculine' | 'feminine'

interface Known {
  readonly mention: NameMention
  /** The frame that named them last, and whether as its first noun phrase or as a speaker. */
  frame: number
  weight: number
}

/** Who has been named so far: what pronouns and descriptions are followed to. Grows frame by frame. */
export interface Memory {
  readonly people: Map<string, Known>
  /** Those of the last frames, newest last; never more than a few. */
  recent: Known[]
}

export const newMemory = (): Memory => ({ people: new Map(), recent: [] })

const RECENT = 8

/** Takes note of the people a frame names. */
export function remember(
  memory: Memory,
  { chunks }: FramedSentence,
  frame: number,
  speakers: ReadonlySet<string>,
): void {
  chunks.forEach((chunk, i) => {
    if (chunk.kind !== 'person' || !chunk.name) return
    note(memory, chunk.name, frame, i === 0 ? 2 : 1)
  })
  for (const name of speakers) {
    const known = memory.people.get(name)
    if (known) note(memory, known.mention, frame, 3)
  }
}

function note(memory: Memory, mention: NameMention, frame: number, weight: number): void {
  const known = memory.people.get(mention.name)
  if (known) {
    known.weight = known.frame === frame ? Math.max(weight, known.weight) : weight
    known.frame = frame
    memory.recent = memory.recent.filter((other) => other !== known)
    memory.recent.push(known)
  } else {
    const made = { mention, frame, weight }
    memory.people.set(mention.name, made)
    memory.recent.push(made)
  }
  if (memory.recent.length > RECENT) memory.recent.shift()
}

/** The speaker that a noun phrase of a frame names, as far as the text so far tells. */
export function speakerOf(
  text: string,
  { frame, chunks }: FramedSentence,
  index: number,
  chunk: Chunk,
  from: number,
  to: number,
  memory: Memory,
): Speaker {
  const span = spanOf(frame, from, to)
  const words = text.slice(span.start, span.end).replace(/\s+/g, ' ')
  const unclear: Speaker = { ...span, name: words, role: null, via: null, confidence: 'unclear' }
  if (chunk.kind === 'person' && chunk.name) {
    const { name, role, start, end } = chunk.name
    const confidence = name === text.slice(start, end) ? 'explicit' : 'resolved'
    return { ...span, name, role, via: null, confidence }
  }
  if (chunk.kind === 'he' || frame.items[from]?.tag === 'O')
    return pronoun(unclear, frame, chunks, chunk, index, memory) ?? unclear
  if (chunk.kind === 'role')
    return described(unclear, memory) ?? { ...unclear, confidence: definite(words) ? 'unclear' : 'explicit' }
  if (chunk.kind === 'who') return relative(unclear, chunks, chunk) ?? unclear
  if (/^(?:organisation|place|name|group|roles|body|record)$/.test(chunk.kind)) {
    const name = chunk.name && frame.items[chunk.head]!.tag === 'P' ? whole(chunk, words) : words
    return { ...unclear, name: bare(name), confidence: 'explicit' }
  }
  return unclear
}

const spanOf = ({ items }: Frame, from: number, to: number) => ({
  start: items[from]!.start,
  end: items[to - 1]!.end,
})
const definite = (words: string) => /^(?:the|this|that|his|her|their|its)\b/i.test(words)
const bare = (words: string) => words.replace(/^(?:the|a|an)\s+/i, '')
const whole = (chunk: Chunk, words: string) => (chunk.to - chunk.from <= 2 ? chunk.name!.name : words)

function genderOfPronoun(word: string): Gender | null {
  return /^(?:he|his|him|himself)\b/i.test(word)
    ? 'masculine'
    : /^(?:she|her|hers|herself)\b/i.test(word)
      ? 'feminine'
      : null
}

function genderOf(mention: NameMention): Gender | null {
  const first = mention.name.split(' ', 1)[0]!.toLowerCase()
  const feminine =
    data.feminine.has(first) || /\b(?:Ms|Mrs|Miss|\w*woman|Queen|Princess)\b/.test(mention.role ?? '')
  const masculine = data.masculine.has(first) || /\b(?:Mr|\w*[a-z]man|King|Prince)\b/.test(mention.role ?? '')
  return feminine === masculine ? null : feminine ? 'feminine' : 'masculine'
}

/** How many frames back a pronoun may reach. */
const REACH = 4

function pronoun(
  unclear: Speaker,
  frame: Frame,
  chunks: readonly Chunk[],
  chunk: Chunk,
  index: number,
  memory: Memory,
): Speaker | null {
  const gender = genderOfPronoun(frame.items[chunk.from]!.lower)
  if (!gender) return null
  const ranked: { mention: NameMention; rank: number }[] = []
  for (const known of memory.recent) {
    const age = index - known.frame
    const theirs = genderOf(known.mention)
    if (age > REACH || (theirs && theirs !== gender)) continue
    ranked.push({ mention: known.mention, rank: known.weight * 2 - age * 2 + (theirs ? 1 : 0) })
  }
  for (const other of chunks) {
    if (other.from >= chunk.from) break
    const theirs = other.kind === 'person' && other.name ? genderOf(other.name) : null
    if (other.kind !== 'person' || !other.name || (theirs && theirs !== gender)) continue
    ranked.push({ mention: other.name, rank: other.from === 0 ? 4 : 3 })
  }
  const best = new Map<string, { mention: NameMention; rank: number }>()
  for (const one of ranked) {
    const known = best.get(one.mention.name)
    if (!known || known.rank < one.rank) best.set(one.mention.name, one)
  }
  const [first, second] = [...best.values()].sort((a, b) => b.rank - a.rank)
  if (!first) return null
  const sure = !second || first.rank - second.rank >= 2
  if (!sure) return null
  return { ...unclear, name: first.mention.name, role: first.mention.role, confidence: 'resolved' }
}

/** "the Ukrainian president": the one person known by that office. */
function described(unclear: Speaker, memory: Memory): Speaker | null {
  if (!definite(unclear.name)) return null
  const wanted = bare(unclear.name).toLowerCase().split(' ')
  const head = wanted.at(-1)!
  let found: Known | null = null
  for (const known of memory.people.values()) {
    const role = known.mention.role?.toLowerCase()
    if (!role || !new RegExp(`\\b${literal(head)}\\b`).test(role)) continue
    if (!wanted.every((word) => role.includes(word))) continue
    if (found && found.mention.name !== known.mention.name) return null
    found = known
  }
  return found && { ...unclear, name: found.mention.name, role: found.mention.role, confidence: 'resolved' }
}

const literal = (word: string) => word.replace(/[^\p{L}\p{N}]/gu, '.')

/** "Ivanov, who said": the name before. */
function relative(unclear: Speaker, chunks: readonly Chunk[], chunk: Chunk): Speaker | null {
  const before = chunks[chunks.indexOf(chunk) - 1]
  if (before?.kind !== 'person' || !before.name || chunk.from - before.to > 1) return null
  return { ...unclear, name: before.name.name, role: before.name.role, confidence: 'explicit' }
}
