import { names as data } from '../../../language/en/names/names.js'
import type { NameMention, Speaker, SpeakerConfidence } from '../../annotations.js'
import type { Word } from '../../names/vocabulary.js'
import type { Cue } from '../attribution/cues.js'
import type { Source } from '../attribution/sources.js'
import type { Chunk } from '../chunks/chunks.js'
import type { Frame } from '../chunks/frames.js'
import { syntaxAgrees } from './agreement.js'
import type { Known, Memory } from './memory.js'
import { antecedent, type Place } from './pronouns.js'

/**
 * How clearly a source must lead the next likeliest to be named where the syntax does not have it as the subject: what
 * the fitted ranking gives, in logits.
 */
const CLEAR = 1.5

/** The same for a place, which more often ends the name of somebody else ("the University of California, *Los Angeles* said"). */
const CLEAR_PLACE = 4

function isClear({ text, frame }: Place, source: Source, cue: Cue | null): boolean {
  const clear = source.chunk.kind === 'place' ? CLEAR_PLACE : CLEAR
  return source.score >= clear || (cue !== null && syntaxAgrees(text, frame, cue, source))
}

/**
 * The speaker that a source names, as far as the text so far tells.
 * @param cue what attributes words to the source; null where it is set apart
 */
export function speakerOf(place: Place, source: Source, cue: Cue | null, memory: Memory): Speaker {
  const { chunk, from, to } = source
  const { text, frame } = place
  const start = frame.items[from]!.start
  const end = frame.items[to - 1]!.end
  const words = text.slice(start, end).replace(/\s+/g, ' ')
  const unclear: Speaker = { start, end, name: words, role: null, via: null, confidence: 'unclear' }
  // "*Holding banners* declaring …" is nobody.
  if (
    chunk.kind !== 'person' &&
    from === 0 &&
    HOLDING.test(frame.items[0]!.lower) &&
    frame.items[0]!.word.listed
  )
    return unclear
  // Whatever the syntax says, these name nobody.
  const own = frame.items[from]!.tag === 'O' && to === from + 1
  if (NAMELESS.has(chunk.kind) && !own && !chunk.owner) return unclear
  if (!isClear(place, source, cue)) {
    if (chunk.kind === 'person') return called(unclear, chunk.name!.name, chunk.name!.role, 'unclear')
    return (chunk.kind === 'role' && byApposition(unclear, place, chunk)) || unclear
  }
  const byPronoun = () => {
    const meant = antecedent(place, chunk, memory)
    return meant ? resolved(unclear, meant) : unclear
  }
  if (own) return byPronoun()
  if (to < chunk.to && chunk.owner && frame.items[to]!.tag === "'") {
    const { name, role, start, end } = chunk.owner
    return called(unclear, name, role, name === text.slice(start, end) ? 'explicit' : 'resolved')
  }
  switch (chunk.kind) {
    case 'person': {
      const named = chunk.name!
      const confidence = named.name === text.slice(named.start, named.end) ? 'explicit' : 'resolved'
      return called(unclear, named.name, named.role, confidence)
    }
    case 'he':
      return byPronoun()
    case 'who':
      return byRelative(unclear, place, chunk)
    case 'role':
      return (
        byName(unclear, place, source) ??
        byApposition(unclear, place, chunk) ??
        byOffice(unclear, place, chunk, memory)
      )
    case 'body':
      return byBody(unclear, memory)
    case 'organisation':
    case 'place':
    case 'name':
    case 'group':
    case 'roles':
    case 'record':
      return called(unclear, plainName(chunk, frame, words), null, 'explicit')
    default:
      return unclear
  }
}

const NAMELESS: ReadonlySet<Chunk['kind']> = new Set([
  ...(['I', 'we', 'you', 'it', 'they', 'object', 'which', 'pronoun'] as const),
  ...(['thing', 'things', 'determiner', 'time'] as const),
])

const HOLDING = /^\p{L}{3,}ing$/u

/** The same source without a name: below the threshold of naming anybody stands what the text says. */
export function unnamed(text: string, speaker: Speaker): Speaker {
  const name = text.slice(speaker.start, speaker.end).replace(/\s+/g, ' ')
  return called(speaker, name, null, 'unclear')
}

/** The same speaker, whom no clause of its own attributes the words to. */
export const inferred = (speaker: Speaker): Speaker =>
  speaker.confidence === 'explicit' ? called(speaker, speaker.name, speaker.role, 'resolved') : speaker

/** The same speaker, as somebody else reports. */
export const passedOn = ({ start, end, name, role, confidence }: Speaker, via: string): Speaker => ({
  start,
  end,
  name,
  role,
  via,
  confidence,
})

/** The same mention, taken for somebody. */
const called = (
  { start, end, via }: Speaker,
  name: string,
  role: string | null,
  confidence: SpeakerConfidence,
): Speaker => ({ start, end, name, role, via, confidence })

const withoutArticle = (words: string) => words.replace(/^(?:the|a|an)\s+/i, '')
const isDefinite = (words: string) => /^(?:the|this|that|his|her|their|its)\b/i.test(words)

/** The fullest form of a bare name, the words of any longer phrase. */
function plainName(chunk: Chunk, { items }: Frame, words: string): string {
  const bare = withoutArticle(words)
  const mention = chunk.name
  if (!mention || items[chunk.head]!.tag !== 'P') return bare
  // "Houston-based Norland Oil", "reuters Norland Oil": the name alone, of a group what kind of it.
  return chunk.kind !== 'group' || bare.length <= mention.end - mention.start ? mention.name : bare
}

const resolved = (unclear: Speaker, { name, role }: NameMention): Speaker =>
  called(unclear, name, role, 'resolved')

/** "the Ukrainian president": the one person known by that office; an indefinite description stands for itself. */
function byOffice(unclear: Speaker, { frame }: Place, { to }: Chunk, memory: Memory): Speaker {
  const bare = withoutArticle(unclear.name)
  if (!isDefinite(unclear.name)) return called(unclear, bare, null, 'explicit')
  const wanted = bare.toLowerCase().split(' ')
  const fits = ({ mention }: Known) => wanted.every((word) => mention.role!.toLowerCase().includes(word))
  const holders = (memory.byOffice.get(wanted.at(-1)!) ?? []).filter(fits)
  if (holders.length === 1) return resolved(unclear, holders[0]!.mention)
  const more = unclear.end > frame.items[to - 1]!.end
  const telling = holders.length === 0 && (wanted.some(isCountry) || (more && /\s\p{Lu}/u.test(bare)))
  return called(unclear, bare, null, telling ? 'explicit' : 'unclear')
}

const APOSTROPHE = /['’]/

/** "the *Norwegian* president", "*Norway's* president": told apart by the country, whatever the name. */
function isCountry(word: string): boolean {
  const end = word.search(APOSTROPHE)
  const name = end < 0 ? word : word.slice(0, end)
  return data.demonyms.has(name) || data.places.has(name)
}

/** "*Head of security Tom Berg* said": the name ends the phrase that tells who it is. */
function byName(unclear: Speaker, { text, frame: { items }, chunks }: Place, { chunk, from, to }: Source) {
  const last = chunks.find((one) => one.to === to)
  if (!last || last === chunk || last.kind !== 'person' || !last.name || items[from]!.tag === 'T') return null
  const { name, role, start } = last.name
  const modifiers = items.slice(last.from, last.to).filter((item) => item.start < start)
  const own = modifiers.length > 0 && modifiers.every(({ tag, word }) => tag !== 'T' && !isTitleWord(word))
  return own ? called(unclear, name, role ?? text.slice(unclear.start, start).trim(), 'explicit') : null
}

const isTitleWord = ({ name }: Word) => name.title || name.headTitle || name.shortTitle || name.honorific

/** How far an office may reach before the name that follows it: "the union's envoy to Geneva, Anna Berg,". */
const APPOSITION_REACH = 10

function byApposition(unclear: Speaker, { frame, chunks }: Place, chunk: Chunk): Speaker | null {
  const { items } = frame
  let at = chunk.to
  while (at < items.length && at < chunk.to + APPOSITION_REACH && /[INJPTSO']/.test(items[at]!.tag)) at++
  if (items[at]?.tag !== ',') return null
  const named = chunks.find(({ from }) => from === at + 1)
  return named?.kind === 'person' && named.name
    ? called(unclear, named.name.name, named.name.role, 'explicit')
    : null
}

/** "the administration": the body last named with that noun. */
function byBody(unclear: Speaker, memory: Memory): Speaker {
  const bare = withoutArticle(unclear.name)
  const full = isDefinite(unclear.name) ? memory.bodies.get(bare.toLowerCase()) : undefined
  return full ? called(unclear, full, null, 'resolved') : called(unclear, bare, null, 'explicit')
}

const NAMED = /^(?:person|name|place|organisation)$/

/** "*Anna Berg*, the leader of the farmers in Norland, who said": not the place. */
function apposedTo(items: Frame['items'], chunks: readonly Chunk[], last: number): NameMention | null {
  let at = last
  while (at > 0 && items[chunks[at]!.from - 1]?.tag === 'I' && chunks[at - 1]!.to === chunks[at]!.from - 1)
    at--
  const [role, person] = [chunks[at]!, chunks[at - 1]]
  if (at === last || !/^roles?$/.test(role.kind) || person?.kind !== 'person') return null
  return items[role.from - 1]?.tag === ',' && person.to === role.from - 1 ? person.name : null
}

/** "Ivanov, who said": whoever stands before, or before the first of several ("who was there, *and who* said"). */
function byRelative(unclear: Speaker, { text, frame: { items }, chunks }: Place, chunk: Chunk): Speaker {
  let at = chunks.indexOf(chunk)
  if (items[chunk.from - 1]?.tag === 'C')
    while (at > 0 && (chunks[at] === chunk || chunks[at]!.kind !== 'who')) at--
  const before = chunks[at - 1]
  if (!before || chunks[at]!.from - before.to > 1) return unclear
  const apposed = apposedTo(items, chunks, at - 1)
  if (apposed) return called(unclear, apposed.name, apposed.role, 'explicit')
  if (before.name && NAMED.test(before.kind))
    return called(unclear, before.name.name, before.name.role, 'explicit')
  if (before.kind !== 'role' && before.kind !== 'roles' && before.kind !== 'group') return unclear
  const words = text.slice(items[before.from]!.start, items[before.to - 1]!.end).replace(/\s+/g, ' ')
  return called(unclear, withoutArticle(words), null, isDefinite(words) ? 'unclear' : 'explicit')
}
