import { names as data } from '../../language/en/names/names.js'
import type { NameKind } from '../annotations.js'
import type { Run } from './runs.js'
import type { Token } from './tokens.js'
import { isFirstName, type Word } from './vocabulary.js'

/** A run of capitals taken apart. Indexes are of tokens. */
export interface RawName extends Run {
  /** The name alone, without titles. */
  readonly words: readonly string[]
  readonly kind: NameKind | null
  readonly role: Run | null
  readonly gender: Gender | null
  /** Whether what follows tells that it is a person, whatever else is called so: "Paris, who", "Paris, 12,". */
  readonly human: boolean
}

export type Gender = 'masculine' | 'feminine'

/** Takes titles and honorifics off the front and tells the kind; null where only a title remains ("the President"). */
export function parseRun(tokens: readonly Token[], run: Run): RawName | null {
  const last = lastTitle(tokens, run)
  const inner = personWithin(tokens, last + 1, run.to)
  const from = inner ?? last + 1
  const words: Word[] = []
  let nickname = false
  // "Lind & Holm": two who trade under one name.
  let firm = false
  for (let i = from; i < run.to; i++) {
    const { kind, word, tag, text } = tokens[i]!
    if (text === '&') firm = true
    if (tag === '"') nickname = !nickname
    else if (!nickname && kind !== 'mark' && kind !== 'number') words.push(word)
  }
  if (!words.length) return null
  const before = from - 1
  const title = from > run.from ? tokens[tokens[before]!.text === '.' ? before - 1 : before]!.word : undefined
  // "Mr" is no office, and "Presidents" is nobody's alone.
  const office =
    title !== undefined && !title.name.honorific && !title.name.pluralTitle && !(inner && title.name.place)
  const human = isHuman(tokens, run) && !words.some(({ name }) => name.organisationWord)
  return {
    from,
    to: run.to,
    words: words.map(({ text }) => text),
    kind: firm ? 'organisation' : human ? 'person' : kindOf(words, title !== undefined),
    human,
    role: office ? { from: run.from, to: from } : null,
    gender: genderOf(words, title),
  }
}

/** The ages that are told of people beside their names. */
const AGE = /^(?:[3-9]|[1-9]\d)$/

/** Whether a relative clause for people or an age stands behind a name. */
function isHuman(tokens: readonly Token[], { to }: Run): boolean {
  const [comma, next, end] = [tokens[to], tokens[to + 1], tokens[to + 2]]
  if (comma?.text !== ',' || !next || next.sentence !== comma.sentence) return false
  return next.lower === 'who' || (AGE.test(next.text) && end?.text === ',' && end.sentence === comma.sentence)
}

/**
 * Where somebody's name begins behind words that only tell who it is: "Oslo Alderman *Tom Berg*", "Labour MP *Anna
 * Holm*", "Archbishop of Bergen *Karl Lind*"; null where none does.
 */
function personWithin(tokens: readonly Token[], from: number, to: number): number | null {
  for (let at = from + 1; at < to - 1; at++) {
    const { word, kind } = tokens[at - 1]!
    if (kind === 'mark' || isFirstName(word) || word.name.organisationWord || word.name.honorific) return null
    const sure = isCalling(word) || /^former$/.test(tokens[from - 1]?.lower ?? '')
    if (
      isFirstName(tokens[at]!.word) &&
      (sure || tellsWho(tokens, from, at)) &&
      isWhole(tokens, at, to, sure)
    )
      return at
  }
  return null
}

/** Callings that no list of titles holds. */
const AGENT = /(?:er|or|ist|ian|man|woman)$/

const isCalling = ({ name: { group, title, headTitle, shortTitle } }: Word) =>
  group || title || headTitle || shortTitle

function tellsWho(tokens: readonly Token[], from: number, to: number): boolean {
  const { word } = tokens[to - 1]!
  if (word.name.place) return true
  if (word.listed && word.classes.startsWith('N') && AGENT.test(word.lower)) return true
  return tokens[from]!.word.name.headTitle && tokens[from + 1]!.lower === 'of' && to > from + 2
}

/** A first name and a surname, with initials and particles between: not both common words, unless it is sure. */
function isWhole(tokens: readonly Token[], from: number, to: number, sure: boolean): boolean {
  const common = tokens[from]!.word.listed && tokens[to - 1]!.word.listed
  if (to - from > LONGEST_NAME || (common && !sure)) return false
  for (let i = from; i < to; i++) {
    const { kind, text, word } = tokens[i]!
    const { organisationWord, placeWord, joiner, particle } = word.name
    if (kind === 'mark' ? text !== '.' : organisationWord || placeWord || (joiner && !particle)) return false
  }
  return true
}

/** In tokens. */
const LONGEST_NAME = 5

/** The index of the last title in a run, when a person's name follows it; the one before the run otherwise. */
function lastTitle(tokens: readonly Token[], { from, to }: Run): number {
  let found = from - 1
  for (let i = from; i < to; i++) {
    const { name } = tokens[i]!.word
    if (isSurname(tokens, i, from, to)) continue
    if (name.headTitle || name.honorific || name.shortTitle || name.pluralTitle)
      found = skipStop(tokens, i, to)
    else if (found === i - 1 && i > from && isDepartment(tokens, i, to)) found = ++i
    else if (name.joiner || name.organisationWord) {
      if (i > from && found >= from) return i + 1 < to && hasTitle(tokens, i + 1, to) ? found : from - 1
    }
  }
  return found
}

/** "Troy *King*": behind what may be a first name, at the end of all, a title is none. */
function isSurname(tokens: readonly Token[], at: number, from: number, to: number): boolean {
  if (at === from || at !== to - 1) return false
  const { listed, name } = tokens[at - 1]!.word
  if (name.title || name.honorific) return false
  return name.masculine || name.feminine || !(listed || Object.values(name).some(Boolean))
}

/** "Secretary *of State* Anna Berg". */
const isDepartment = (tokens: readonly Token[], of: number, to: number) =>
  tokens[of]!.lower === 'of' && of + 2 < to && tokens[of + 1]!.word.name.title

const skipStop = (tokens: readonly Token[], i: number, to: number) =>
  i + 1 < to && tokens[i + 1]!.text === '.' ? i + 1 : i
const hasTitle = (tokens: readonly Token[], from: number, to: number) => {
  for (let i = from; i < to; i++) if (tokens[i]!.word.name.headTitle) return true
  return false
}

function kindOf(words: readonly Word[], titled: boolean): NameKind | null {
  const first = words[0]!
  if (words.length === 1) return kindOfWord(first, titled)
  const phrase = words.map(({ lower }) => lower).join(' ')
  if (data.organisations.has(phrase)) return 'organisation'
  if (data.places.has(phrase)) return 'place'
  const last = words.at(-1)!
  if (last.name.placeWord && !last.name.organisationWord) return 'place'
  if (titled) return 'person'
  if (words.some(({ name }) => name.organisationWord)) return 'organisation'
  if (words.length < 5) {
    if (isFirstName(first)) return 'person'
    if (words.some(({ name }) => name.demonym || name.group || name.place)) return null
    return words.some(({ listed, name }) => listed && !name.particle) ? null : 'person'
  }
  return isAcronym(first) ? 'organisation' : null
}

function kindOfWord(word: Word, titled: boolean): NameKind | null {
  const { organisation, place, organisationWord, demonym, group } = word.name
  if (organisation) return 'organisation'
  if (place) return 'place'
  if (titled) return 'person'
  if (organisationWord) return 'organisation'
  if (demonym || group) return 'other'
  return isAcronym(word) ? 'organisation' : null
}

const isAcronym = ({ text }: Word) => /^\p{Lu}{2,6}$/u.test(text)

const FEMININE_TITLES =
  /^(?:mrs|ms|miss|mme|lady|dame|madame|queen|princess|chairwoman|congresswoman|spokeswoman|councilwoman|actress|sister|businesswoman|mother|wife|daughter)$/
const MASCULINE_TITLES =
  /^(?:mr|sir|lord|king|prince|pope|chairman|congressman|spokesman|councilman|actor|father|businessman|husband|son|brother|imam|rabbi|cardinal)$/

function genderOf(words: readonly Word[], title: Word | undefined): Gender | null {
  if (title) {
    const name = title.lower.replace('.', '')
    if (FEMININE_TITLES.test(name)) return 'feminine'
    if (MASCULINE_TITLES.test(name)) return 'masculine'
  }
  if (words.length < 2) return null
  const { name } = words[0]!
  return name.feminine ? 'feminine' : name.masculine ? 'masculine' : null
}
