import { names as data } from '../../language/en/names/names.js'
import { singular } from './words.js'

/** What the lists of names tell of a word, wherever it stands. */
export interface NameTraits {
  readonly honorific: boolean
  /** Of an office or a calling: before a name; as a noun; as a noun in the plural. */
  readonly title: boolean
  readonly headTitle: boolean
  readonly pluralTitle: boolean
  /** A title that stands before names alone, or cut short ("Sen"). */
  readonly shortTitle: boolean
  readonly organisationWord: boolean
  /** The word alone names an organisation, a place. */
  readonly organisation: boolean
  readonly place: boolean
  readonly placeWord: boolean
  readonly demonym: boolean
  readonly group: boolean
  readonly calendar: boolean
  readonly particle: boolean
  readonly joiner: boolean
  readonly suffix: boolean
  readonly masculine: boolean
  readonly feminine: boolean
}

const SHORT_TITLES = new Set(
  'sen rep gov gen col lt capt maj sgt dr prof rev adm amb ceo cfo former acting'.split(' '),
)
const plurals = new Set([...data.headTitles].flatMap((title) => [`${title}s`, title.replace(/y$/, 'ies')]))

const traitsOf = (lower: string): NameTraits => ({
  honorific: data.honorifics.has(lower),
  title: data.titles.has(lower),
  headTitle: data.headTitles.has(lower),
  pluralTitle: lower.endsWith('s') && !data.headTitles.has(lower) && data.headTitles.has(singular(lower)),
  shortTitle: SHORT_TITLES.has(lower),
  organisationWord: data.organisationWords.has(lower),
  organisation: data.organisations.has(lower),
  place: data.places.has(lower),
  placeWord: data.placeWords.has(lower),
  demonym: data.demonyms.has(lower),
  group: data.groups.has(lower),
  calendar: data.calendar.has(lower),
  particle: data.particles.has(lower),
  joiner: data.joiners.has(lower),
  suffix: data.suffixes.has(lower),
  masculine: data.masculine.has(lower),
  feminine: data.feminine.has(lower),
})

/** Most words are in no list. */
const NONE = traitsOf('')
const listed: ReadonlyMap<string, NameTraits> = new Map(
  [SHORT_TITLES, plurals, ...Object.values(data)]
    .flatMap((words) => [...words.keys()])
    .map((word) => [word, traitsOf(word)]),
)

/** @param lower in lower case */
export const nameTraits = (lower: string): NameTraits => listed.get(lower) ?? NONE
