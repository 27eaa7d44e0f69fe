import { singular } from '../../annotate/names.js'
import type { CalendarDate } from '../../articles/model/article.js'
import { offices as english } from '../../language/en/names/offices.js'
import { nameWords } from './names.js'

/** What somebody is called by, as words that can be compared: "Russia's deputy defense minister". */
export interface Office {
  /** What they are: "minister". */
  readonly head: string
  /** Whatever else is said of it, countries and ranks apart: "defence". */
  readonly words: ReadonlySet<string>
  /** "russia", whichever way it is put. */
  readonly countries: ReadonlySet<string>
  /** "deputy", "former": those who are not it themselves. */
  readonly ranks: ReadonlySet<string>
  /** Those of `words` that name a seat of government: "kremlin". */
  readonly seats: ReadonlySet<string>
}

/** The longest description that is read, in words. */
const LONGEST = 16

/** The office that a role, or a member's words for somebody, names; null where they name none. */
export function readOffice(text: string): Office | null {
  const found = wordsOf(text)
  if (found.length === 0 || found.length > LONGEST) return null
  const end = found.findIndex((word, at) => at > 0 && english.prepositions.has(word))
  const main = end < 0 ? found : found.slice(0, end)
  const head = plain(main.at(-1)!)
  if (!english.heads.has(main.at(-1)!) && !english.heads.has(head)) return null
  const read = {
    words: new Set<string>(),
    countries: new Set<string>(),
    ranks: new Set<string>(),
    seats: new Set<string>(),
  }
  readInto(read, main.slice(0, -1))
  if (end >= 0) readInto(read, found.slice(end))
  return { head, ...read }
}

const PREPOSITIONS = new RegExp(`\\s(?:${[...english.prepositions].join('|')})\\s`)

/** Whether a text is set as a description ("senior US official") and not as a name ("Anna Berg"). */
export const isDescription = (text: string): boolean => /^\p{Ll}/u.test(descriptionHead(text))

/** What somebody is by a description: "official" of "senior US official in Kyiv". */
export const descriptionHead = (text: string): string =>
  text.split(PREPOSITIONS, 1)[0]!.split(/\s+/).at(-1) ?? ''

/** How the holder of an office is told: by the country too, or without a country where one is asked for. */
export type Holding = 'told' | 'untold' | null

/** @param known the countries that the holder is known for otherwise */
export function holding(asked: Office, held: Office, known: ReadonlySet<string>): Holding {
  if (asked.head !== held.head || asked.ranks.size !== held.ranks.size) return null
  if (![...asked.ranks].every((rank) => held.ranks.has(rank))) return null
  if (![...asked.words].every((word) => held.words.has(word))) return null
  // The country in the name of a body is not the one whose office it is.
  if (asked.countries.size > 0 && isOfBody(asked, held)) return null
  const countries = held.countries.size > 0 ? held.countries : known
  if ([...asked.countries].every((country) => countries.has(country))) return 'told'
  return countries.size === 0 ? 'untold' : null
}

/** Whether an office is held in a body that is not asked for: "president of the American Academy". */
function isOfBody(asked: Office, held: Office): boolean {
  const more = [...held.words].filter((word) => !asked.words.has(word) && !held.seats.has(word))
  return english.sole.has(held.head) ? more.length > 0 : more.some((word) => english.organisations.has(word))
}

/** A role that is given to somebody so seldom, among all of theirs, is a slip. */
const SLIP = 0.05

/** How often articles give somebody a role, and the date of the newest that does. */
export interface RoleUse {
  readonly times: number
  readonly latest: CalendarDate | null
}

/**
 * The role by which somebody holds an office, the one with the country first; null where none of theirs is it.
 * @param known the countries they are said to be of, with how often; the commonest counts
 */
export function heldBy(
  asked: Office,
  roles: ReadonlyMap<string, RoleUse>,
  known: ReadonlyMap<string, number>,
): {
  holding: 'told' | 'untold'
  use: { role: string; latest: CalendarDate | null; inBody: boolean }
} | null {
  if (![...roles.keys()].some((role) => officeOf(role)?.head === asked.head)) return null
  const [country] = [...known].sort((a, b) => b[1] - a[1])
  let best: ReturnType<typeof heldBy> = null
  const all = [...roles.values()].reduce((sum, { times }) => sum + times, 0)
  const kept = [...roles].filter(([, { times }]) => times >= SLIP * all)
  const read = kept.map(([role, { latest }]) => ({ role, latest, office: officeOf(role) }))
  const told = new Set(
    read.flatMap(({ office }) => (office?.head === asked.head ? [...office.countries] : [])),
  )
  const theirs = told.size > 0 ? told : new Set(country ? [country[0]] : [])
  for (const { role, latest, office } of read) {
    const how = office && holding(asked, office, theirs)
    if (!how || (best?.holding === 'told' && how === 'untold')) continue
    const newer = (latest ?? '') > (best?.use.latest ?? '')
    if (!best || best.holding !== how || newer)
      best = { holding: how, use: { role, latest, inBody: isOfBody(asked, office) } }
  }
  return best
}

/** Whether a speaker without a name is called so: "senior US official" for "an American official". */
export function isCalled(asked: Office, speaker: string): boolean {
  if (!speaker.toLowerCase().includes(asked.head.slice(0, FIRST_LETTERS))) return false
  const office = isDescription(speaker) ? officeOf(speaker) : null
  return office !== null && holding(asked, office, NOWHERE) === 'told'
}

/** All forms of a word that names an office begin so. */
const FIRST_LETTERS = 4
const NOWHERE: ReadonlySet<string> = new Set()

/** The same roles are asked about again and again. */
const known = new Map<string, Office | null>()
const MOST_KNOWN = 20_000

function officeOf(role: string): Office | null {
  const found = known.get(role)
  if (found !== undefined) return found
  if (known.size >= MOST_KNOWN) known.clear()
  const office = readOffice(role)
  known.set(role, office)
  return office
}

/** The country that a name or adjective stands for, null for any other word. */
export const countryOf = (name: string): string | null =>
  english.countries.get(wordsOf(name).join(' ')) ?? null

/** The country whose seat of government it is ("White House"), null for any other. */
export const seatIn = (name: string): string | null => english.seats.get(wordsOf(name).join(' ')) ?? null

const wordsOf = (text: string) =>
  nameWords(text)
    .filter((word) => !english.empty.has(word))
    .flatMap((word) => english.abbreviations.get(word) ?? word)

function plain(word: string): string {
  const one = /(?:men|[^s]s)$/.test(word) ? singular(word) : word
  return english.same.get(one) ?? one
}

/** The longest name of a country or a seat of government, in words. */
const LONGEST_NAME = 3

function readInto(
  { words, countries, ranks, seats }: Record<'words' | 'countries' | 'ranks' | 'seats', Set<string>>,
  found: readonly string[],
): void {
  let abroad = false
  for (let at = 0; at < found.length; ) {
    const word = found[at]!
    if (english.prepositions.has(word)) {
      abroad = word === english.to
      at++
      continue
    }
    const named = placeAt(found, at)
    if (!named) {
      if (english.ranks.has(word)) ranks.add(word)
      else words.add(plain(word))
      at++
      continue
    }
    if (abroad) words.add(`to ${named.country}`)
    else countries.add(named.country)
    if (named.seat) for (const part of found.slice(at, named.to)) words.add(part) && seats.add(part)
    at = named.to
  }
}

function placeAt(
  words: readonly string[],
  at: number,
): { country: string; to: number; seat: boolean } | null {
  for (let to = Math.min(words.length, at + LONGEST_NAME); to > at; to--) {
    const name = words.slice(at, to).join(' ')
    // Typed without its apostrophe: "iraqs president".
    const country = english.countries.get(name) ?? english.countries.get(name.replace(/s$/, ''))
    if (country) return { country, to, seat: false }
    const seat = english.seats.get(name)
    if (seat) return { country: seat, to, seat: true }
  }
  return null
}
