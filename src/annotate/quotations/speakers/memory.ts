import { names as data } from '../../../language/en/names/names.js'
import { speechData } from '../../../language/en/speech/speech.js'
import type { NameMention } from '../../annotations.js'
import type { Chunk } from '../chunks/chunks.js'
import type { Frame } from '../chunks/frames.js'
import type { FramedSentence } from '../chunks/sentences.js'

export type Gender = 'masculine' | 'feminine'

/** A person named so far. */
export interface Known {
  readonly mention: NameMention
  readonly gender: Gender | null
  /** The frame that named them last. */
  frame: number
  /** How prominent they were in it: 1 named, 2 before all others, 3 its speaker, or introduced at the head of a paragraph. */
  weight: number
}

/** Who and what has been named so far: what pronouns and descriptions are followed to. Grows frame by frame. */
export interface Memory {
  readonly people: Map<string, Known>
  /** Those named last, newest last; never more than `RECENT`. */
  readonly recent: Known[]
  /** The people known by a word of their role ("president"). */
  readonly byOffice: Map<string, Known[]>
  /** The fullest phrase for a body by its noun: "Ivanov administration" for "the administration". */
  readonly bodies: Map<string, string>
  /** That of the last frame. */
  paragraph: number
  /** The last frame in which somebody spoke whose name is not known: a pronoun may as well mean them. */
  stranger: number
}

export const newMemory = (): Memory => ({
  people: new Map(),
  recent: [],
  byOffice: new Map(),
  bodies: new Map(),
  paragraph: -1,
  stranger: -1,
})

const RECENT = 8

/** An office with more holders than this tells nobody apart. */
const MOST_HOLDERS = 16

/** Takes note of whom a frame names; `speakers` are the names of those who speak in it. */
export function remember(
  memory: Memory,
  { frame, chunks }: FramedSentence,
  index: number,
  speakers: ReadonlySet<string>,
): void {
  let first = true
  const opens = frame.paragraph !== memory.paragraph
  memory.paragraph = frame.paragraph
  const pronoun = chunks[0]?.kind === 'he' ? genderOfPronoun(frame.items[chunks[0].from]!.lower) : null
  chunks.forEach((chunk, i) => {
    // "*Mr Berg's father* works there": a pronoun goes on with him, who is not named.
    const unnamed = chunk.owner !== null && chunk.name === null && isOfSomebody(frame.items, chunk)
    if (unnamed && !isObject(frame.items, chunk) && !isApposed(chunk, chunks[i + 1])) memory.stranger = index
    // "Mr Berg's speech": it may go on with Berg.
    if (chunk.owner?.kind === 'person') note(memory, chunk.owner, index, 1)
    if (chunk.kind === 'person' && chunk.name) {
      const introduced = opens && chunk.from === 0 && !memory.people.has(chunk.name.name)
      // "She tried to be *Anna Berg*": whom a clause names behind its subject, a pronoun, is somebody else.
      const gender = genderOf(chunk.name)
      if (pronoun && gender === pronoun && isObject(frame.items, chunk)) return
      const office = /^(?:role|thing)$/.test(chunks[i - 1]?.kind ?? '') ? chunks[i - 1]! : null
      note(memory, chunk.name, index, introduced ? 3 : first && !isObject(frame.items, chunk, office) ? 2 : 1)
      first = false
    } else if (chunk.kind === 'body' && chunk.to - chunk.from > 1) {
      const named = frame.items.slice(chunk.from, chunk.to).filter(({ tag }) => tag !== 'T')
      // "Norland latest firm": of a title.
      const title = named.some(({ tag }, at) => tag === 'J' && named[at - 1]?.tag === 'P')
      if (!title && named.some(({ tag }) => tag === 'P')) {
        memory.bodies.set(
          named.at(-1)!.lower,
          named
            .map((item) => item.text)
            .join(' ')
            .replace(/ (?=['’]s )/g, ''),
        )
      }
    }
  })
  for (const chunk of chunks) {
    // Nobody told that it is somebody, but whoever speaks is.
    const somebody = maybeSomebody(frame.items, chunk) && !isIt(frame.items, chunk)
    if (chunk.name && speakers.has(chunk.name.name) && somebody) note(memory, chunk.name, index, 3)
    // "Cairo said": a government, or a person who is called so; whoever else the frame names is not the one who goes on.
    if (chunk.kind === 'place' && chunk.name && speakers.has(chunk.name.name)) memory.stranger = index + 1
  }
  for (const name of speakers) {
    const known = memory.people.get(name)
    if (known) touch(memory, known, index, 3)
  }
}

/** Whether a noun phrase is of what somebody is to its owner: "Mr Berg's *father*". */
function isOfSomebody(items: Frame['items'], { from, to }: Chunk): boolean {
  const owned = items.slice(from, to).findLastIndex(({ tag }) => tag === "'")
  return items.slice(from + owned + 1, to).some(({ word }) => word.name.headTitle)
}

/** "Mr Berg's lawyer, *Karl Lind*, …" */
const isApposed = ({ to }: Chunk, next: Chunk | undefined) => next?.kind === 'person' && next.from - to <= 1

/** Whether somebody is the object of a verb or a preposition: not whom the sentence is about. */
export function isObject(items: Frame['items'], { from }: Chunk, apposed: Chunk | null = null): boolean {
  const before = items[from - 1]
  if (!before) return false
  // "supporters of the cleric, *Berg*": with what he is in apposition to.
  if (before.tag === ',' && apposed && apposed.to === from - 1) return isObject(items, apposed)
  // "While Berg was away", "that Berg would resign": a clause follows.
  if (before.tag === 'I') return before.lower !== 'that' && !speechData.subordinators.has(before.lower)
  return 'VZDEG'.includes(before.tag)
}

/** Whether a name that nothing tells the kind of may be a surname: "Sanders", and not "Peace Prize". */
export function maybeSomebody(items: Frame['items'], { kind, from, to }: Chunk): boolean {
  const only = items[from]!
  return kind === 'name' && to === from + 1 && !only.word.listed && SURNAME.test(only.text)
}

/** Whether the rest of the sentence has a name for a thing's: "Norland would pay, said *its* lawyers". */
function isIt(items: Frame['items'], { to }: Chunk): boolean {
  const words = items.slice(to).filter(({ tag }) => tag === 'H' || tag === 'O')
  return words.some(({ lower }) => lower === 'its') && !words.some(({ lower }) => genderOfPronoun(lower))
}

const SURNAME = /^\p{Lu}[\p{L}'’]*\p{Ll}$/u

function note(memory: Memory, mention: NameMention, index: number, weight: number): void {
  const known = memory.people.get(mention.name)
  if (known) {
    touch(memory, known, index, weight)
    return
  }
  const made: Known = { mention, gender: genderOf(mention), frame: index, weight }
  memory.people.set(mention.name, made)
  memory.recent.push(made)
  if (memory.recent.length > RECENT) memory.recent.shift()
  for (const word of new Set(
    ownOffice(mention.role ?? '')
      .toLowerCase()
      .split(/[^\p{L}-]+/u),
  )) {
    if (!data.headTitles.has(word)) continue
    const holders = memory.byOffice.get(word)
    if (holders && holders.length < MOST_HOLDERS) holders.push(made)
    else if (!holders) memory.byOffice.set(word, [made])
  }
}

function touch({ recent }: Memory, known: Known, index: number, weight: number): void {
  // Who spoke a sentence ago is still whom the text is about, though this one names them in passing.
  known.weight = Math.max(weight, known.weight - (index - known.frame))
  known.frame = index
  const at = recent.indexOf(known)
  if (at >= 0) recent.splice(at, 1)
  recent.push(known)
  if (recent.length > RECENT) recent.shift()
}

/** A role without whoever it is held under and for: "adviser" of "the president's adviser on trade". */
const ownOffice = (role: string) => role.replace(/^.*['’]s?\s/, '').split(/\s(?:of|for|to|at|on|in)\s/, 1)[0]!

export function genderOf({ name, role: whole }: NameMention): Gender | null {
  const role = whole === null ? null : ownOffice(whole)
  const first = name.split(' ', 1)[0]!.toLowerCase()
  const feminine =
    (data.feminine.has(first) && !data.unisex.has(first)) ||
    (role !== null && /\b(?:Ms|Mrs|Miss|Queen|Princess)\b|woman\b/.test(role))
  const masculine =
    (data.masculine.has(first) && !data.unisex.has(first)) ||
    (role !== null && /\b(?:Mr|King|Prince)\b|[a-vx-z]man\b/.test(role))
  return feminine === masculine ? null : feminine ? 'feminine' : 'masculine'
}

export function genderOfPronoun(word: string): Gender | null {
  if (/^(?:he|his|him|himself)\b/.test(word)) return 'masculine'
  return /^(?:she|her|hers|herself)\b/.test(word) ? 'feminine' : null
}
