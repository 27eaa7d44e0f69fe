import { names as data } from '../../../language/en/names/names.js'
import { speechData } from '../../../language/en/speech/speech.js'
import type { NameMention } from '../../annotations.js'
import { isShort } from '../../names/runs.js'
import { singular } from '../../names/words.js'
import type { Frame, Item } from './frames.js'

/** A noun phrase of a frame: items `from..to` (end-exclusive), the last noun of which is `head`. */
export interface Chunk {
  readonly from: number
  readonly to: number
  readonly head: number
  readonly kind: ChunkKind
  /** Of `kind` among `chunkKinds`. */
  readonly kindIndex: number
  readonly name: NameMention | null
  /** Whom it is said to be of: Mr Berg, of "Mr Berg's claim". */
  readonly owner: NameMention | null
}

/** What a noun phrase may be the source as. The order is that of the fitted weights. */
export const chunkKinds = [
  'I',
  'we',
  'you',
  'he',
  'it',
  'they',
  'object',
  'who',
  'which',
  'pronoun',
  'person',
  'organisation',
  'place',
  'name',
  'role',
  'roles',
  'group',
  'body',
  'record',
  'thing',
  'things',
  'determiner',
  'time',
] as const
export type ChunkKind = (typeof chunkKinds)[number]

const kindIndex: ReadonlyMap<ChunkKind, number> = new Map(chunkKinds.map((kind, i) => [kind, i]))

const makeChunk = (
  from: number,
  to: number,
  head: number,
  kind: ChunkKind,
  name: NameMention | null,
  owner: NameMention | null = null,
): Chunk => ({ from, to, head, kind, kindIndex: kindIndex.get(kind)!, name, owner })

/** Noun phrases longer than this are lists or noise. */
const LONGEST = 24

export function findChunks(frame: Frame, nameAt: (token: number) => NameMention | null): Chunk[] {
  const { items } = frame
  const chunks: Chunk[] = []
  for (let i = 0; i < items.length; ) {
    const tag = items[i]!.tag
    if (tag === 'H' || (tag === 'W' && /^(?:who|which|whom)$/.test(items[i]!.lower))) {
      chunks.push(makeChunk(i, i + 1, i, pronounKind(items[i]!), null))
      i++
      continue
    }
    const to = chunkEnd(items, i)
    if (to === i) {
      i++
      continue
    }
    chunks.push(chunkOf(items, i, to, nameAt))
    i = to
  }
  return chunks
}

function chunkEnd(items: readonly Item[], from: number): number {
  let end = from
  let nominal = false
  for (let i = from; i < items.length && i - from < LONGEST; i++) {
    const { tag } = items[i]!
    if (tag === 'T' || tag === 'O') {
      if (nominal) break
      if (
        tag === 'T' &&
        i === from &&
        items[i]!.lower !== 'the' &&
        items[i]!.lower !== 'a' &&
        items[i]!.lower !== 'an'
      )
        end = i + 1
    } else if (tag === 'N' || tag === 'S' || tag === 'P' || tag === '#') {
      // "Anna Berg *today* accused"
      if (tag === 'N' && items[i - 1]?.tag === 'P' && i > from && speechData.times.has(items[i]!.lower)) break
      nominal = true
      end = i + 1
    } else if (tag === "'") {
      if (!nominal) break
      nominal = false
    } else if (tag === 'J' || tag === 'G' || tag === 'E') {
      if (!beforeNoun(items, i, nominal)) break
    } else if (tag === 'R') {
      if (nominal || i === from || !beforeNoun(items, i, false)) break
    } else if (items[i]!.lower === 'of') {
      if (!joinsTitle(items, i)) break
    } else if (tag === 'C') {
      if (!joinsModifiers(items, i)) break
    } else if (tag === '"') {
      if (!inNickname(items, i)) break
    } else if (tag === '.' || tag === '-') {
      if (!joinsShort(items, i)) break
    } else if (tag === 'Q') {
      if (items[i + 1]?.tag !== 'N' && items[i + 1]?.tag !== 'S') break
      if (i === from || items[i]!.end - items[i]!.start > 40) break
    } else break
  }
  return end
}

/** A modifier belongs to a noun phrase only where a noun follows it. */
function beforeNoun(items: readonly Item[], at: number, nominal: boolean): boolean {
  const tag = items[at]!.tag
  const next = items[at + 1]?.tag
  if (nominal && tag !== 'J') return false
  if ((tag === 'G' || tag === 'E') && at > 0 && !"TOJR'IC,".includes(items[at - 1]!.tag)) return false
  return (
    next === 'N' ||
    next === 'S' ||
    next === 'P' ||
    next === 'J' ||
    next === '#' ||
    (tag === 'R' && (next === 'E' || next === 'G'))
  )
}

/** "Secretary of State". */
const joinsTitle = (items: readonly Item[], at: number) =>
  items[at - 1]?.tag === 'P' && items[at - 1]!.word.name.headTitle && items[at + 1]?.tag === 'P'

/** 'Raymond “Buddy” Clarke': the marks of what is no quotation. */
const inNickname = (items: readonly Item[], at: number) =>
  items[at - 1]?.tag === 'P' &&
  items[at + 1]?.tag === 'P' &&
  (items[at + 2]?.tag === '"' || items[at - 2]?.tag === '"')

/** The stop of "Rep. Jane Marlow" and of "Lee H. Berg", the stroke of "9/11". */
function joinsShort(items: readonly Item[], at: number): boolean {
  const before = items[at - 1]
  const mark = items[at]!
  const next = items[at + 1]
  if (!before || !next || before.end !== mark.start) return false
  if (mark.tag === '-')
    return mark.text === '/' && before.tag === '#' && next.tag === '#' && next.start === mark.end
  return next.tag === 'P' && next.start - mark.end <= 1 && isShort(before)
}

/** "foreign and security policy". */
const joinsModifiers = (items: readonly Item[], at: number) =>
  items[at]!.lower === 'and' && items[at - 1]?.tag === 'J' && items[at + 1]?.tag === 'J'

function chunkOf(
  items: readonly Item[],
  from: number,
  to: number,
  nameAt: (token: number) => NameMention | null,
): Chunk {
  let head = to - 1
  if (items[head]!.tag === 'P' || items[head]!.tag === 'N' || items[head]!.tag === 'S') {
    const name = nameAt(items[head]!.index)
    const silent =
      isStorm(items, from, head, name) || isDateline(items, from, to) || isByline(items, from, to)
    const kind = silent ? 'thing' : nounKind(items, head, name)
    return makeChunk(from, to, head, kind, name, ownerIn(items, from, to, nameAt))
  }
  head = Math.max(from, head)
  return makeChunk(from, to, head, items[head]!.tag === '#' ? 'things' : 'determiner', null)
}

/** "*Hurricane Berta* slammed into the coast": no storm says anything, though it is called as people are. */
function isStorm(items: readonly Item[], from: number, head: number, name: NameMention | null): boolean {
  if (!name) return false
  if (speechData.storms.has(name.name.split(' ', 1)[0]!.toLowerCase())) return true
  return head > from && speechData.storms.has(items[head - 1]!.lower)
}

/** "*OSLO* -- Anna Berg said": where the report was written says nothing. */
const isDateline = (items: readonly Item[], from: number, to: number) =>
  from === 0 &&
  DASH.test(items[to]?.text ?? '') &&
  items.slice(0, to).every(({ text }) => CAPITALS.test(text))

/** "OSLO (*Norpress*) - Farmers said": whose report it is. */
const isByline = (items: readonly Item[], from: number, to: number) =>
  items[from - 1]?.text === '(' && items[to]?.text === ')' && DASH.test(items[to + 1]?.text ?? '')

const DASH = /^[-–—]+$/
const CAPITALS = /^[\p{Lu}.]{2,}$/u

function ownerIn(
  items: readonly Item[],
  from: number,
  to: number,
  nameAt: (token: number) => NameMention | null,
): NameMention | null {
  for (let i = to - 2; i > from; i--) if (items[i]!.tag === "'") return nameAt(items[i - 1]!.index)
  return null
}

const OBJECTS = new Set(['me', 'him', 'her', 'us', 'them'])

function pronounKind({ lower, tag }: Item): ChunkKind {
  if (tag === 'W') return lower === 'which' ? 'which' : 'who'
  const word = lower.split("'")[0]!
  if (word === 'i' || word === 'we' || word === 'you' || word === 'it' || word === 'they')
    return word === 'i' ? 'I' : word
  if (word === 'he' || word === 'she') return 'he'
  if (OBJECTS.has(word) || word.endsWith('self') || word.endsWith('selves')) return 'object'
  return 'pronoun'
}

function nounKind(items: readonly Item[], head: number, name: NameMention | null): ChunkKind {
  const { lower, tag, word } = items[head]!
  if (tag === 'P' || name) {
    if (word.name.group && !name?.name.includes(' ')) return 'group'
    if (name?.kind === 'person') return 'person'
    if (name?.kind === 'organisation') return 'organisation'
    if (name?.kind === 'place') return 'place'
    if (!name && word.name.headTitle) return 'role'
    return 'name'
  }
  const kind = commonNouns.get(lower)
  if (tag === 'S') return kind === 'role' ? 'roles' : (kind ?? pluralKind(lower) ?? 'things')
  return kind ?? 'thing'
}

/** What common nouns are taken for; where two lists hold one, the later counts. */
const commonNouns: ReadonlyMap<string, ChunkKind> = new Map<string, ChunkKind>([
  ...[...speechData.records].map((word): [string, ChunkKind] => [word, 'record']),
  ...[...speechData.bodies].map((word): [string, ChunkKind] => [word, 'body']),
  ...[...speechData.people].map((word): [string, ChunkKind] => [word, 'role']),
  ...[...data.headTitles].map((word): [string, ChunkKind] => [word, 'role']),
  ...[...speechData.times].map((word): [string, ChunkKind] => [word, 'time']),
])

/** A plural by its singular, or by being listed itself ("officials"). */
function pluralKind(lower: string): ChunkKind | undefined {
  const kind = commonNouns.get(singular(lower))
  return kind === 'role' ? 'roles' : kind
}
