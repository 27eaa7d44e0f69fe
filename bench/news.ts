import { pick, pickByRank, randomNumbers } from './random.js'

/** A file of the articles' folder. */
export interface ArticleFile {
  readonly name: string
  readonly text: string
}

const ONSETS = 'b br c ch d dr f fl g gr h j k kr l m n p pr r s sh st t tr v w z'.split(' ')
const VOWELS = 'a a e e i i o o u ai ea ou'.split(' ')
const CODAS = ['', '', '', 'l', 'm', 'n', 'nd', 'r', 'rk', 's', 'st', 't']
const VERBS =
  'approved blocked closed criticised delayed denied expanded halted inspected opened praised rejected repaired reviewed suspended welcomed'.split(
    ' ',
  )
const ROLES = [
  'President',
  'Prime Minister',
  'Foreign Minister',
  'Defence Minister',
  'Governor',
  'Mayor',
  'Spokeswoman',
  'General',
]
const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ')
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** How many different words, people and places all the articles have to choose from. */
const NOUNS = 60_000
const PEOPLE = 8_000
const PLACES = 4_000
const PARAGRAPHS = { least: 6, most: 24 }

interface Person {
  readonly full: string
  readonly surname: string
}

/** What one article is about: its own few words, people and places come up again and again. */
interface Topic {
  readonly nouns: readonly string[]
  readonly people: readonly Person[]
  readonly places: readonly string[]
}

/**
 * Articles that read like news to an indexer and an annotator: words by Zipf's law, names that come back by surname,
 * quotations with their speakers, absolute and relative dates, figures. The same for the same seed.
 * @param passages at least so many paragraphs in all, of about 300 characters
 */
export function* newsArticles(passages: number, seed = 1): Generator<ArticleFile> {
  const random = randomNumbers(seed)
  const nouns = distinct(NOUNS, () => word(random, 2))
  const names = distinct(PEOPLE, () => capital(word(random, 1)))
  const places = distinct(PLACES, () => capital(word(random, 1)))
  const person = (): Person => {
    const surname = pickByRank(names, random)
    return { full: `${pick(names, random)} ${surname}`, surname }
  }
  for (let made = 0, number = 1; made < passages; number++) {
    const topic: Topic = {
      nouns: times(12, () => pickByRank(nouns, random)),
      people: times(3, person),
      places: times(3, () => pickByRank(places, random)),
    }
    const writer = new Writer(topic, nouns, random)
    const count = Math.floor(PARAGRAPHS.least + random() * (PARAGRAPHS.most - PARAGRAPHS.least + 1))
    const body = times(count, () => writer.paragraph())
    made += count
    const title = `${writer.noun()} ${writer.noun()} in ${topic.places[0]}: ${writer.noun()} ${pick(VERBS, random)}`
    const day = new Date(Date.UTC(2020, 0, 1 + Math.floor(random() * 1400))).toISOString().slice(0, 10)
    const head = [
      '---',
      `title: ${JSON.stringify(capital(title))}`,
      `outlet: ${pick(places.slice(0, 20), random)} Post`,
      `published: ${day}`,
      '---',
    ]
    yield {
      name: `article-${String(number).padStart(6, '0')}.md`,
      text: `${[...head, body.join('\n\n')].join('\n')}\n`,
    }
  }
}

class Writer {
  readonly #topic: Topic
  readonly #nouns: readonly string[]
  readonly #random: () => number

  constructor(topic: Topic, nouns: readonly string[], random: () => number) {
    this.#topic = topic
    this.#nouns = nouns
    this.#random = random
  }

  paragraph(): string {
    return times(2 + Math.floor(this.#random() * 2), () => pick(this.#sentences, this.#random)()).join(' ')
  }

  noun(): string {
    return this.#random() < 0.4
      ? pick(this.#topic.nouns, this.#random)
      : pickByRank(this.#nouns, this.#random)
  }

  readonly #sentences: readonly (() => string)[] = [
    () =>
      `The ${this.noun()} ${this.noun()} in ${this.#place()} was ${this.#verb()} ${this.#when()}, after the ${this.noun()} of the ${this.noun()} had ${this.#verb()} the ${this.noun()}.`,
    () =>
      `${pick(ROLES, this.#random)} ${this.#person().full} ${this.#verb()} the ${this.noun()} and the ${this.noun()} of ${this.#place()}.`,
    () => `“${this.#speech()},” ${this.#person().surname} said ${this.#when()}. “${this.#speech()}.”`,
    () => `${this.#person().full} told reporters in ${this.#place()} that ${this.#clause()}.`,
    () => `According to the ${this.noun()} authority, ${this.#clause()} ${this.#when()}.`,
    () =>
      `About ${this.#figure()} ${this.noun()} were ${this.#verb()} near ${this.#place()}, down from ${this.#figure()} a year earlier.`,
    () =>
      `It is not clear whether the ${this.noun()} will be ${this.#verb()} before the ${this.noun()} of ${this.#place()}.`,
  ]

  #clause(): string {
    return `the ${this.noun()} would be ${this.#verb()} with the ${this.noun()}`
  }

  #speech(): string {
    return `We will not let the ${this.noun()} be ${this.#verb()} without a ${this.noun()}`
  }

  #when(): string {
    const random = this.#random
    const day = 1 + Math.floor(random() * 28)
    return pick(
      [
        `on ${pick(WEEKDAYS, random)}`,
        `on ${pick(MONTHS, random)} ${day}`,
        `on ${day} ${pick(MONTHS, random)} 202${Math.floor(random() * 4)}`,
        'last week',
        'two days later',
        `in ${pick(MONTHS, random)}`,
      ],
      random,
    )
  }

  #figure(): string {
    return Math.floor(10 ** (1 + this.#random() * 5)).toLocaleString('en')
  }

  #verb = () => pick(VERBS, this.#random)
  #place = () => pick(this.#topic.places, this.#random)
  #person = () => pick(this.#topic.people, this.#random)
}

/** A word that can be spoken, of so many syllables or one more. */
function word(random: () => number, syllables: number): string {
  const count = syllables + Math.floor(random() * 2)
  return times(count, () => pick(ONSETS, random) + pick(VOWELS, random) + pick(CODAS, random)).join('')
}

function distinct(count: number, make: () => string): string[] {
  const made = new Set<string>()
  while (made.size < count) made.add(make())
  return [...made]
}

const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1)
const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make)
