import { names as data } from '../../language/en/names/names.js'
import type { Capitals } from './capitals.js'
import type { Token } from './tokens.js'
import { isFirstName, type Word } from './vocabulary.js'

/** Tokens `from..to` (end-exclusive) that are written as one name, titles before it included. */
export interface Run {
  readonly from: number
  readonly to: number
}

/** Longer runs of capitals are headings or noise. */
const LONGEST = 12

/**
 * Runs of capitalised words, with the small words that may join them ("of", "van"). The first word of a sentence
 * counts only where it is no common word, or stands capitalised in the middle of a sentence elsewhere.
 */
export function findRuns(tokens: readonly Token[], { headlines, inside }: Capitals): Run[] {
  const runs: Run[] = []
  for (let i = 0; i < tokens.length; ) {
    if (!opens(tokens, i, inside, headlines.has(tokens[i]!.sentence))) {
      i++
      continue
    }
    const to = runEnd(tokens, i, headlines.has(tokens[i]!.sentence) ? inside : null)
    runs.push({ from: i, to })
    i = to
  }
  return runs
}

function startsSentence(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]
  if (!before || before.sentence !== tokens[i]!.sentence) return true
  return before.kind === 'mark' && before.text !== ',' && before.text !== '-' && before.text !== '('
}

function opens(tokens: readonly Token[], i: number, inside: ReadonlySet<string>, headline: boolean): boolean {
  const token = tokens[i]!
  if (token.kind !== 'capital' || isModifier(token) || isCredit(tokens, i)) return false
  const { listed, classes, functional, name } = token.word
  if (((listed && classes === 'R') || functional) && token.text !== 'US') return false
  if (name.calendar) return !!follows(tokens, i) && token.lower === 'april'
  if (!listed || (!headline && !startsSentence(tokens, i))) return true
  if (headline) return inside.has(token.text)
  if (isKnown(token.word)) return true
  const next = tokens[i + 1]
  if (next && isFirstName(next.word) && !inside.has(token.text)) return false
  // "*Wrote* Berg on his page": a verb of speech before its subject.
  if (classes === 'D' && token.word.cue?.verb !== undefined) return false
  return (
    inside.has(token.text) ||
    (next?.kind === 'capital' && next.start === token.end + 1 && !'RVG'.includes(classes[0]!))
  )
}

/** "*Houston-based* Norland Oil". */
function isModifier({ lower }: Token): boolean {
  const hyphen = lower.lastIndexOf('-')
  return hyphen > 0 && data.modifiers.has(lower.slice(hyphen + 1))
}

/** "*AP* Tom Berg said": what is left of the line under a picture. */
function isCredit(tokens: readonly Token[], i: number): boolean {
  const { lower, word, text } = tokens[i]!
  const next = tokens[i + 1]
  if (!next || (next.kind !== 'capital' && next.text !== '/')) return false
  if (data.agencies.has(lower)) return !next.word.name.organisationWord
  // "*UK* Tom Berg said", but "US Airways".
  if (word.name.place && /^\p{Lu}{2,3}$/u.test(text) && isFirstName(next.word) && !next.word.name.title)
    return true
  // "*U.N.* Antão Berg said": the body of somebody, and no part of the name.
  const after = tokens[i + 2]
  return (
    /^(?:\p{Lu}\.){2,4}$/u.test(text) &&
    next.start === tokens[i]!.end + 1 &&
    (isFirstName(next.word) || !next.word.listed) &&
    !Object.entries(next.word.name).some(
      ([trait, holds]) => holds && !/^(?:masculine|feminine)$/.test(trait),
    ) &&
    after?.kind === 'capital' &&
    after.start === next.end + 1 &&
    !after.word.listed &&
    !after.word.name.organisationWord
  )
}

const isKnown = (word: Word) =>
  isFirstName(word) ||
  word.name.title ||
  word.name.demonym ||
  word.name.place ||
  word.name.organisation ||
  word.name.honorific

/** The next token, when only a space (or the stop of an initial or a title) stands between. */
function follows(tokens: readonly Token[], i: number): Token | undefined {
  const next = tokens[i + 1]
  return next && next.sentence === tokens[i]!.sentence && next.start - tokens[i]!.end <= 1 ? next : undefined
}

/** @param only in a headline, the words that may belong to a name */
function runEnd(tokens: readonly Token[], from: number, only: ReadonlySet<string> | null): number {
  let to = from + 1
  while (to < tokens.length && to - from < LONGEST) {
    const next = follows(tokens, to - 1)
    if (!next) break
    if (next.kind === 'capital' && !next.word.name.calendar) {
      if (only && !only.has(next.text) && next.word.listed) break
      if (next.word.functional && follows(tokens, to)?.text !== '.' && next.text !== 'US') break
      if (endsSentence(tokens[to - 1]!, next)) break
      to++
    } else if (isNickname(tokens, to)) to += 4
    else if (next.text === '.' && isShort(tokens[to - 1]!) && follows(tokens, to)?.kind === 'capital') to += 2
    else if (next.text === '&' && follows(tokens, to)?.kind === 'capital') to += 2
    else if (next.lower === 'and' && joinsParts(tokens, from, to)) to += 2
    else if (next.kind === 'word' && joinsNames(tokens, to)) to += tokens[to + 1]!.kind === 'capital' ? 2 : 3
    else break
  }
  return to
}

/** "… to the U.N. *More* than a third": behind the stop of an abbreviation a common word starts a sentence. */
const endsSentence = ({ text }: Token, { word }: Token) =>
  text.endsWith('.') &&
  text.length > 2 &&
  word.listed &&
  !/^[NSJ]/.test(word.classes) &&
  !isKnown(word) &&
  !word.name.organisationWord

/** 'Raymond *“Buddy”* Clarke'. */
const isNickname = (tokens: readonly Token[], at: number) =>
  tokens[at]!.tag === '"' &&
  tokens[at + 1]?.kind === 'capital' &&
  tokens[at + 2]?.tag === '"' &&
  tokens[at + 3]?.kind === 'capital' &&
  tokens[at + 3]!.start === tokens[at + 2]!.end + 1

/** Whether a word is one that a full stop shortens: "Rep.", "Mr.", the initial of a name. */
export const isShort = ({ text, word: { name } }: Pick<Token, 'text' | 'word'>) =>
  text.length === 1 || name.honorific || name.title || name.suffix

/** How far behind an "and" the body is looked for that both parts belong to. */
const BODY_REACH = 3

/** "Food *and* Drug Administration", "Ministry of Health *and* Population": two fields of one body. */
function joinsParts(tokens: readonly Token[], from: number, at: number): boolean {
  const next = follows(tokens, at)
  if (next?.kind !== 'capital' || !isField(tokens[at - 1]!) || !isField(next)) return false
  const before = tokens.slice(from, at)
  if (before.some(({ word }) => word.name.organisationWord))
    return (
      before.some(({ lower }) => lower === 'of' || lower === 'for') &&
      follows(tokens, at + 1)?.kind !== 'capital'
    )
  if (tokens[from - 1]?.tag !== 'T') return false
  for (let i = at + 2; i <= at + BODY_REACH && follows(tokens, i - 1)?.kind === 'capital'; i++)
    if (tokens[i]!.word.name.organisationWord) return true
  return false
}

/** "Oceanic", "Financial": what ends so is hardly a surname. */
const ADJECTIVE = /(?:ic|ial|tional|mental|ary)$/

/** A common noun with a capital, as in the names of offices: "Health", "Defence". */
const isField = ({ kind, word }: Token) =>
  kind === 'capital' &&
  /^[NSJ]/.test(word.classes) &&
  (word.listed || ADJECTIVE.test(word.lower)) &&
  !(
    word.name.organisation ||
    word.name.place ||
    word.name.headTitle ||
    word.name.demonym ||
    word.name.group
  ) &&
  !(word.name.organisationWord || isFirstName(word) || word.name.calendar)

/** "Ursula von der Leyen", "Bank of America", "Council on Foreign Relations". */
function joinsNames(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]!
  const next = follows(tokens, at)
  if (word.word.name.particle) {
    return (
      next?.kind === 'capital' ||
      (!!next && next.word.name.particle && follows(tokens, at + 1)?.kind === 'capital')
    )
  }
  const before = tokens[at - 1]!
  const { headTitle, organisationWord, placeWord } = before.word.name
  if (word.lower !== 'of' && !(word.lower === 'for' || word.lower === 'on')) return false
  if (word.lower === 'of' && headTitle && before.kind === 'capital') return next?.kind === 'capital'
  if (!organisationWord && !placeWord && !/(?:s|tion)$/.test(before.lower)) return false
  if (next?.kind === 'capital') return !next.word.name.calendar && (word.lower === 'of' || organisationWord)
  return next?.lower === 'the' && follows(tokens, at + 1)?.kind === 'capital' && word.lower === 'of'
}
