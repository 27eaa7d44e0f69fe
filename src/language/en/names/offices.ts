import { speechData } from '../speech/speech.js'
import { names } from './names.js'

const words = (list: string) => list.trim().split(/\s+/)

/** Words of one office, a line each: the first stands for all. */
const SAME_WORD = `
  defence defense
  spokesperson spokesman spokeswoman
  chair chairman chairwoman chairperson
  adviser advisor
  foreign external
  congressperson congressman congresswoman
`

/** Names of countries beside those that their adjectives lead to. */
const COUNTRIES: Readonly<Record<string, string>> = {
  us: 'united states',
  usa: 'united states',
  america: 'united states',
  uk: 'britain',
  'united kingdom': 'britain',
  'great britain': 'britain',
}

export const offices = {
  /** A word of an office to the one that stands for all its spellings and forms. */
  same: new Map(
    SAME_WORD.trim()
      .split('\n')
      .map(words)
      .flatMap((forms) => forms.map((form) => [form, forms[0]!] as const)),
  ),
  /** Offices that are called by their first letters. */
  abbreviations: new Map([
    ['pm', words('prime minister')],
    ['vp', words('vice president')],
    ['veep', words('vice president')],
    ['ag', words('attorney general')],
    ['gov', words('governor')],
    ['prez', words('president')],
  ]),
  /** Whoever bears one of these does not hold the office itself. */
  ranks: new Set(
    words(
      'deputy vice former ex assistant under shadow associate late onetime undersecretary would elect aspiring presumptive potential possible',
    ),
  ),
  /** Words that tell no office from another. */
  empty: new Set(words('the a an then now current new acting interim and')),
  /** They part what somebody is from where ("secretary | general of NATO"). */
  prepositions: new Set(words('of for at in to on with by from')),
  /** What follows is no country of the office's own: an ambassador to Poland is not Poland's. */
  to: 'to',
  /** Nouns that name somebody by what they are. */
  heads: new Set([...names.headTitles, ...speechData.people, ...speechData.bodies]),
  /** Offices that a country has but one of: with another word, they are some body's. */
  sole: new Set(words('president chancellor premier king queen emperor sultan emir')),
  /** Words that make a name a body's ("academy"). */
  organisations: new Set([...names.organisationWords, ...speechData.bodies]),
  /** The adjectives and names of countries to the country. */
  countries: new Map<string, string>([
    ...names.demonyms,
    ...[...names.demonyms.values()].map((country) => [country, country] as const),
    ...Object.entries(COUNTRIES),
  ]),
  /** Seats of government to the country: said of an office, they tell both. */
  seats: names.capitals,
}
