import type { AnnotatedArticle } from '../../annotate/annotations.js'
import { type Word, wordOf } from '../../annotate/names.js'
import { type CooperativeTask, mapped, runToEnd } from '../../lib/cooperative-tasks.js'
import { type NameFacts, nameFactsOf } from './name-facts.js'
import { namesLike } from './name-similarity.js'
import { nameWords, sameGivenName } from './names.js'
import type { OfficeHolder } from './office-holders.js'
import { type Candidate, holderOf, likeliest, newestFirst } from './office-holders.js'
import { descriptionHead, heldBy, isCalled, isDescription, type Office, readOffice } from './offices.js'
import { termsOf, titleTerms } from './people-keys.js'
import {
  calledBy,
  count,
  type Draft,
  nothing,
  type Person,
  type PersonRecord,
  personOf,
  use,
} from './person.js'
import { Surnames } from './surnames.js'

/** Whom a member may mean. */
export interface Meant {
  readonly is: (name: string) => boolean
  /** Where an office is asked for: who the articles say holds it, the newest holder first. */
  readonly holders: readonly OfficeHolder[]
  /** Where nobody is said to hold it: those whose office is given without the country that is asked for. */
  readonly possible: readonly OfficeHolder[]
}

/**
 * Who speaks in an archive. Spelling variants and transliterations of one name are one person; a surname
 * alone is the one person of that surname, and nobody where there are several.
 */
export class People {
  readonly #drafts: Draft[] = []
  readonly #surnames = new Surnames<Draft>()
  /** Names that are no person's: a "House" is not the White House. */
  readonly #bodies = new Set<string>()
  readonly #known = new Map<string, Draft | null>()
  readonly #terms = new Map<string, readonly string[]>()
  /** The names of those who were asked for: one may have thousands of spellings. */
  readonly #canonical = new Map<Draft, string>()
  /** Who has which name in the records. */
  readonly #named = new Map<string, Draft>()
  readonly #background: People | null
  /** Those of the background of whom more is known here. */
  readonly #more = new Map<Draft, Draft>()
  readonly #own = new Set<Draft>()
  /** Those of them who have a word in a name, by the word: to look at everybody takes too long. */
  #byWord: ReadonlyMap<string, readonly Draft[]> | null = null
  /** Those who have a role that is an office, by what it makes them. */
  #byHead: ReadonlyMap<string, readonly Draft[]> | null = null
  /** Those who are named with a role and say nothing, by name. */
  readonly #silent = new Map<string, Draft>()

  /** Those who speak in some articles. */
  static in(articles: readonly AnnotatedArticle[]): People {
    return runToEnd(People.found(articles))
  }

  /** The same in steps. */
  static *found(articles: readonly AnnotatedArticle[]): CooperativeTask<People> {
    return yield* People.told(yield* mapped(articles, nameFactsOf))
  }

  /** Those who speak, by what articles tell of names. */
  static *told(facts: readonly NameFacts[]): CooperativeTask<People> {
    const people = new People(null)
    yield* people.#read(facts)
    return people
  }

  private constructor(background: People | null) {
    this.#background = background
  }

  *#read(articles: readonly NameFacts[]): CooperativeTask<void> {
    for (const { bodies } of articles) {
      for (const name of bodies) this.#bodies.add(bodyKey(name))
      yield
    }
    const speakers = articles.flatMap(({ published, speakers }) =>
      speakers.flatMap(([name, role]) => (isProper(name) ? [{ name, role, published }] : [])),
    )
    // The fuller names first, so that a surname alone finds whose it is.
    const byLength = speakers
      .map((speaker) => ({ ...speaker, words: nameWords(speaker.name).length }))
      .sort((a, b) => b.words - a.words)
    for (const { name, role, published } of byLength) {
      yield
      const draft = this.#find(name) ?? this.#create(name)
      if (!draft) continue
      draft.quotations++
      count(draft.spellings, name)
      if (role) use(draft.roles, role, { times: 1, latest: published })
    }
    for (const facts of articles) {
      yield* this.#introduce(facts)
      for (const [name, country] of facts.near) {
        yield
        const draft = this.#find(name)
        if (draft) count(draft.near, country)
      }
    }
    this.#known.clear()
  }

  /** What an article tells of those who speak in any, where it doesn't quote them. */
  *#introduce({ published, people }: NameFacts): CooperativeTask<void> {
    for (const [name, role, country] of people) {
      yield
      const draft = this.#find(name) ?? this.#listener(name)
      if (country) count(draft.countries, country)
      if (role) use(draft.roles, role, { times: 1, latest: published })
    }
  }

  #listener(name: string): Draft {
    const known = this.#silent.get(name)
    const draft = known ?? { words: nameWords(name), ...nothing(), body: false, quotations: 0 }
    if (!known) draft.spellings.set(name, 1)
    this.#silent.set(name, draft)
    return draft
  }

  /**
   * The people of an archive who were found before. Whom the background knows, too, is one; what it knows is not
   * copied.
   * @param background those of what the archive lies on
   */
  static of(records: readonly PersonRecord[], background: People | null = null): People {
    return runToEnd(People.recorded(records, background))
  }

  /** The same in steps. */
  static *recorded(all: readonly PersonRecord[], background: People | null): CooperativeTask<People> {
    const people = new People(background)
    const records = all.filter(({ quotations }) => quotations > 0)
    for (const record of all)
      if (record.quotations === 0)
        people.#add(people.#listener(calledBy(record)), { ...record, spellings: [] })
    for (const record of records) if (record.body) people.#bodies.add(record.words.join(' '))
    // The people of one archive are different ones.
    const drafts = yield* mapped(records, (record) => {
      const known = background ? people.#meant(nameIn(record)) : null
      return known ? people.#toOwn(known) : people.#put(record)
    })
    for (const [at, record] of records.entries()) people.#add(drafts[at]!, record)
    for (const [at, record] of records.entries()) people.#named.set(calledBy(record), drafts[at]!)
    return people
  }

  /** A person of the background as one of these, so that more can be told of them here alone. */
  #toOwn(draft: Draft): Draft {
    if (this.#own.has(draft)) return draft
    const { spellings, roles, countries, near, ...rest } = draft
    const copy = {
      ...rest,
      spellings: new Map(spellings),
      roles: new Map(roles),
      countries: new Map(countries),
      near: new Map(near),
    }
    this.#more.set(draft, copy)
    this.#own.add(copy)
    return copy
  }

  #put({ words, body }: PersonRecord): Draft {
    return this.#enter({ words, body, ...nothing(), quotations: 0 })
  }

  #add(draft: Draft, { spellings, roles, countries, near, quotations }: PersonRecord): void {
    draft.quotations += quotations
    for (const [name, times] of spellings) count(draft.spellings, name, times)
    for (const [role, times, latest] of roles) use(draft.roles, role, { times, latest })
    for (const [country, times] of countries) count(draft.countries, country, times)
    for (const [country, times] of near) count(draft.near, country, times)
  }

  records(): PersonRecord[] {
    return [...this.#drafts, ...this.#silent.values()].map(
      ({ spellings, roles, countries, near, ...rest }) => ({
        ...rest,
        spellings: [...spellings],
        roles: [...roles].map(([role, { times, latest }]) => [role, times, latest] as const),
        countries: [...countries],
        near: [...near],
      }),
    )
  }

  /** Everybody, those who are quoted most first. */
  all(): Person[] {
    return this.#drafts
      .map(personOf)
      .sort((a, b) => b.quotations - a.quotations || (a.name < b.name ? -1 : 1))
  }

  /** Whose name this is: the spelling that stands for them all, or null when it is nobody's or several people's. */
  canonical(name: string): string | null {
    const draft = this.#find(name)
    if (!draft) return null
    const known = this.#canonical.get(draft) ?? calledBy(draft)
    this.#canonical.set(draft, known)
    return known
  }

  /** Whom a member may mean: by any word of any spelling, or by office ("US president", "a Kremlin spokesman"). */
  meant(wanted: string): Meant {
    const { words, isMeant } = namesLike(wanted)
    const asked = readOffice(wanted)
    const byName = this.#where(
      (people) => people.#withWords(words),
      ({ spellings }) =>
        [...spellings.keys()].some((spelling) => isMeant(nameWords(spelling))) &&
        !(asked && [...spellings.keys()].every(isDescription)),
    )
    // "a spokeswoman for Adair" and "Adair officials" are others than Adair.
    const typed = nameWords(wanted)
    const isOther = ({ spellings }: Draft) =>
      [...spellings.keys()].every((one) => isDescription(one) && !typed.includes(descriptionHead(one)))
    const person = byName.some((draft) => !draft.body && !isOther(draft))
    const whose = person ? byName.filter((draft) => !isOther(draft)) : byName
    // "lawyer for Adair", picked from a list, is nobody else.
    const key = typed.join(' ')
    const isSpelt = ({ spellings }: Draft) =>
      [...spellings.keys()].some((one) => nameWords(one).join(' ') === key)
    const exact = typed.length > 1 && !asked && isDescription(wanted) ? whose.filter(isSpelt) : []
    const named = new Set((exact.length > 0 ? exact : whose).map((draft) => calledBy(draft)))
    if (asked) return this.#inOffice(asked, named)
    if (named.size > 0) return { is: (name) => named.has(name), holders: [], possible: [] }
    const stems = titleTerms(wanted)
    const found =
      stems.length === 0
        ? []
        : this.#where(
            (people) => people.#own,
            (draft) => this.#isTitled(draft, stems),
          )
    const titled = new Set(found.map((draft) => calledBy(draft)))
    return { is: (name) => titled.has(name), holders: [], possible: [] }
  }

  /** Whether somebody's roles hold some of the stems, and their names the others: "Minister Berg". */
  #isTitled({ roles, spellings }: Draft, stems: readonly string[]): boolean {
    const told = new Set([...roles.keys()].flatMap((role) => this.#roleTerms(role)))
    const others = stems.filter((stem) => !told.has(stem))
    if (others.length === stems.length) return false
    const names = new Set(others.length > 0 ? [...spellings.keys()].flatMap(termsOf) : [])
    return others.every((stem) => names.has(stem))
  }

  /** Many have the same role. */
  #roleTerms(role: string): readonly string[] {
    const terms = this.#terms.get(role) ?? termsOf(role)
    this.#terms.set(role, terms)
    return terms
  }

  #inOffice(asked: Office, named: ReadonlySet<string>): Meant {
    const told: Candidate[] = []
    const untold: Candidate[] = []
    for (const draft of this.#where((people) => people.#inOffices(asked.head))) {
      const held = heldBy(asked, draft.roles, draft.countries)
      if (held) (held.holding === 'told' ? told : untold).push({ draft, ...held.use })
    }
    const holders = told.sort(newestFirst).map(holderOf)
    const known = holders.length > 0 || this.#isHeldInSilence(asked)
    const likely = known ? [] : likeliest(untold, asked.countries)
    const all = new Set([...named, ...holders.map(({ name }) => name)])
    return {
      is: (name) => all.has(name) || isCalled(asked, name),
      holders,
      possible: likely.map(holderOf),
    }
  }

  /** Whether somebody is said to hold an office who says nothing. */
  #isHeldInSilence(asked: Office): boolean {
    for (const { roles, countries } of this.#silent.values())
      if (heldBy(asked, roles, countries)?.holding === 'told') return true
    return this.#background ? this.#background.#isHeldInSilence(asked) : false
  }

  /** Those of whom something holds; the more is known of somebody, the more does. @param among who may be those */
  #where(among: (people: People) => Iterable<Draft>, holds: (draft: Draft) => boolean = () => true): Draft[] {
    const below = this.#background
      ? this.#background.#where(among, holds).map((draft) => this.#mine(draft))
      : []
    return [...new Set([...below, ...[...among(this)].filter(holds)])]
  }

  /** Its own whose names have a word like each of some. */
  #withWords(words: readonly ((word: string) => boolean)[]): Iterable<Draft> {
    const [first, ...others] = words
    if (!first) return []
    this.#byWord ??= listed(this.#own, ({ spellings }) => [...spellings.keys()].flatMap(nameWords))
    const all = [...this.#byWord.keys()]
    const bearers = (isLike: (word: string) => boolean) =>
      new Set(all.filter(isLike).flatMap((word) => this.#byWord!.get(word)!))
    const rest = others.map(bearers)
    return inOrder(
      this.#own,
      [...bearers(first)].filter((draft) => rest.every((one) => one.has(draft))),
    )
  }

  /** Its own who are said to be that in an office: a minister of whatever. */
  #inOffices(head: string): Iterable<Draft> {
    this.#byHead ??= listed(this.#own, ({ roles }) =>
      [...roles.keys()].flatMap((role) => readOffice(role)?.head ?? []),
    )
    return this.#byHead.get(head) ?? []
  }

  /** Somebody of the background as known here. */
  #mine(draft: Draft): Draft {
    return this.#more.get(draft) ?? draft
  }

  #find(name: string): Draft | null {
    const known = this.#known.get(name) ?? this.#recorded(name)
    if (known !== undefined) return known
    const draft = this.#meant(name)
    this.#known.set(name, draft)
    return draft
  }

  /** Who is meant by a name, by its words alone. */
  #meant(name: string): Draft | null {
    // "Scientists" at the head of a sentence are not the scientists of another article.
    const plain = !/\s/.test(name) && !isProper(name)
    const whole = plain || isDescription(name) || this.#isBody(bodyKey(name))
    return whole ? this.#body(name) : this.#person(nameWords(name))
  }

  #recorded(name: string): Draft | undefined {
    const own = this.#named.get(name)
    if (own || !this.#background) return own
    const below = this.#background.#recorded(name)
    return below && this.#mine(below)
  }

  #isBody(key: string): boolean {
    return this.#bodies.has(key) || (this.#background ? this.#background.#isBody(key) : false)
  }

  #body(name: string): Draft | null {
    const words = bodyKey(name).split(' ')
    const namesakes = this.#withSurname(words.at(-1) ?? '')
    return namesakes.find((draft) => draft.words.join(' ') === words.join(' ')) ?? null
  }

  #person(words: readonly string[]): Draft | null {
    const namesakes = this.#namesakes(words.at(-1) ?? '')
    const fitting = namesakes.filter((draft) => mayBe(words, draft.words))
    return fitting.length === 1 || words.length > 1 ? (fitting[0] ?? null) : null
  }

  #namesakes(surname: string): readonly Draft[] {
    const exact = this.#withSurname(surname)
    if (exact.length > 0) return exact
    const similar = this.#surnameLike(surname)
    return similar === undefined ? [] : this.#withSurname(similar)
  }

  #withSurname(surname: string): readonly Draft[] {
    const own = this.#surnames.bearers(surname)
    if (!this.#background) return own
    return [...this.#background.#withSurname(surname).map((draft) => this.#mine(draft)), ...own]
  }

  #surnameLike(surname: string): string | undefined {
    const below = this.#background ? this.#background.#surnameLike(surname) : undefined
    return below ?? this.#surnames.like(surname)
  }

  #create(name: string): Draft | null {
    const key = bodyKey(name)
    if (key === '') return null
    const draft = this.#enter({
      words: key.split(' '),
      ...nothing(),
      body: this.#isBody(key),
      quotations: 0,
    })
    this.#known.set(name, draft)
    return draft
  }

  #enter(draft: Draft): Draft {
    this.#drafts.push(draft)
    this.#own.add(draft)
    this.#surnames.add(draft.words.at(-1) ?? '', draft)
    return draft
  }
}

/** Drafts by each of the keys that they have. */
function listed(
  drafts: Iterable<Draft>,
  keysOf: (draft: Draft) => readonly string[],
): ReadonlyMap<string, readonly Draft[]> {
  const lists = new Map<string, Draft[]>()
  for (const draft of drafts)
    for (const key of new Set(keysOf(draft))) {
      const list = lists.get(key)
      if (list) list.push(draft)
      else lists.set(key, [draft])
    }
  return lists
}

/** Some of all, in the order of all. */
function inOrder(all: Iterable<Draft>, some: readonly Draft[]): Draft[] {
  if (some.length < 2) return [...some]
  const wanted = new Set(some)
  return [...all].filter((draft) => wanted.has(draft))
}

/** The spelling that tells most of a name. */
const nameIn = ({ spellings }: PersonRecord) =>
  spellings.reduce(
    (fullest, [name]) => (nameWords(name).length > nameWords(fullest).length ? name : fullest),
    '',
  )

/** Whether two names under one surname may be one person's: the given names agree as far as both are told. */
function mayBe(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 1 || b.length === 1) return true
  return sameGivenName(a[0]!, b[0]!)
}

/** Whether it names somebody: "officials" are others in every article, so are "Experts" where a sentence starts. */
export function isProper(name: string): boolean {
  const capital = /\p{Lu}/u.exec(name)
  if (!capital) return false
  if (capital.index > 0 || name.split(/\s+/).some((word, i) => i > 0 && /\p{Lu}/u.test(word))) return true
  const first = wordOf(name.split(/\s/, 1)[0]!)
  // "MP", "Mr", "Republican": one of many.
  const { title, shortTitle, honorific, group } = first.name
  if (shortTitle || honorific || (title && !first.listed)) return false
  if (group && wordOf(`${name}s`).name.organisationWord) return false
  return !/^\p{Lu}\p{Ll}/u.test(name) || !first.listed || isNameWord(first)
}

const isNameWord = ({ name: { masculine, feminine, organisation, place, demonym, group } }: Word) =>
  masculine || feminine || organisation || place || demonym || group

/** A name without its article: "the White House" and "White House" are one body. */
const bodyKey = (name: string) => nameWords(name.replace(/^the\s+/i, '')).join(' ')
