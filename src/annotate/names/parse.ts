import { lexicon } from '../../language/en/lexicon.js'
import { names as data } from '../../language/en/names.js'
import type { NameKind } from '../annotations.js'
import { remembered } from '../remembered.js'
import type { Run } from './runs.js'
import type { Token } from './tokens.js'
import { singular } from './words.js'

/** A run of capitals taken apart. Indexes are of tokens. */
export interface RawName extends Run {
  /** The name alone, without titles. */
  readonly words: readonly string[]
  readonly kind: NameKind | null
  readonly role: Run | null
  readonly gender: Gender | null
}

export type Gender = 'masculine' | 'feminine'

/** Takes titles and honorifics off the front and tells the kind; null where only a title remains ("the President"). */
export function parseRun(tokens: readonly Token[], run: Run): RawName | null {
  const last = lastTitle(tokens, run)
  const from = last + 1
  if (from >= run.to) return null
  const words = tokens
    .slice(from, run.to)
    .filter((t) => t.kind !== 'mark' && t.kind !== 'number')
    .map((t) => t.text)
  if (!words.length) return null
  const title = from > run.from ? tokens[tokens[last]!.text === '.' ? last - 1 : last]! : undefined
  // "Mr" is no office, and "Presidents" is nobody's alone.
  const office = title !== undefined && !isHonorific(title) && !isPluralTitle(title.lower)
  const role = office ? { from: run.from, to: last + 1 } : null
  return {
    from,
    to: run.to,
    words,
    kind: (title ? titledKind : plainKind)(words.join(' ')),
    role,
    gender: genderOf(words, title),
  }
}

const isHonorific = (token: Token) => data.honorifics.has(token.lower)

/** The index of the last title in a run, when a person's name follows it; the one before the run otherwise. */
function lastTitle(tokens: readonly Token[], { from, to }: Run): number {
  let found = from - 1
  for (let i = from; i < to; i++) {
    const { lower } = tokens[i]!
    if (
      data.headTitles.has(lower) ||
      data.honorifics.has(lower) ||
      SHORT_TITLES.has(lower) ||
      isPluralTitle(lower)
    )
      found = skipStop(tokens, i, to)
    else if (data.joiners.has(lower) || data.organisationWords.has(lower)) {
      if (i > from && found >= from) return i + 1 < to && hasTitle(tokens, i + 1, to) ? found : from - 1
    }
  }
  return found
}

const SHORT_TITLES = new Set(
  'sen rep gov gen col lt capt maj sgt dr prof rev adm amb ceo cfo former acting'.split(' '),
)
const isPluralTitle = (lower: string) =>
  lower.endsWith('s') && !data.headTitles.has(lower) && data.headTitles.has(singular(lower))
const skipStop = (tokens: readonly Token[], i: number, to: number) =>
  i + 1 < to && tokens[i + 1]!.text === '.' ? i + 1 : i
const hasTitle = (tokens: readonly Token[], from: number, to: number) => {
  for (let i = from; i < to; i++) if (data.headTitles.has(tokens[i]!.lower)) return true
  return false
}

/** News names the same few again and again. */
const MOST_NAMES = 4096
const plainKind = remembered((name) => kindOf(name.split(' '), false), MOST_NAMES)
const titledKind = remembered((name) => kindOf(name.split(' '), true), MOST_NAMES)

function kindOf(words: readonly string[], titled: boolean): NameKind | null {
  const lower = words.map((word) => word.toLowerCase())
  const phrase = lower.join(' ')
  if (data.organisations.has(phrase)) return 'organisation'
  if (data.places.has(phrase)) return 'place'
  const last = lower.at(-1)!
  if (lower.length > 1 && data.placeWords.has(last) && !data.organisationWords.has(last)) return 'place'
  if (!titled && lower.some((word) => data.organisationWords.has(word))) return 'organisation'
  if (titled) return 'person'
  if (lower.length === 1 && (data.demonyms.has(phrase) || data.groups.has(phrase))) return 'other'
  const first = lower[0]!
  const named = data.masculine.has(first) || data.feminine.has(first)
  if (lower.length > 1 && lower.length < 5) {
    if (named) return 'person'
    if (lower.some((word) => data.demonyms.has(word) || data.groups.has(word) || data.places.has(word)))
      return null
    const common = lexicon()
    return lower.some((word) => common.has(word) && !data.particles.has(word)) ? null : 'person'
  }
  if (/^\p{Lu}{2,6}$/u.test(words[0]!)) return 'organisation'
  return null
}

const FEMININE_TITLES =
  /^(?:mrs|ms|miss|mme|lady|dame|madame|queen|princess|chairwoman|congresswoman|spokeswoman|councilwoman|actress|sister|businesswoman|mother|wife|daughter)$/
const MASCULINE_TITLES =
  /^(?:mr|sir|lord|king|prince|pope|chairman|congressman|spokesman|councilman|actor|father|businessman|husband|son|brother|imam|rabbi|cardinal)$/

function genderOf(words: readonly string[], title: Token | undefined): Gender | null {
  const name = title?.lower.replace('.', '') ?? ''
  if (FEMININE_TITLES.test(name)) return 'feminine'
  if (MASCULINE_TITLES.test(name)) return 'masculine'
  if (words.length < 2) return null
  const first = words[0]!.toLowerCase()
  return data.feminine.has(first) ? 'feminine' : data.masculine.has(first) ? 'masculine' : null
}
