import { lexicon } from '../../language/en/lexicon.js'
import { names as data } from '../../language/en/names.js'
import type { Token } from './tokens.js'

/** What the capitals of a document tell: where they mean nothing, and which words bear one by right. */
export interface Capitals {
  /** Sentences that are set in capitals, word by word: there a capital does not make a name. */
  readonly headlines: ReadonlySet<number>
  /** Words that stand with a capital within an ordinary sentence. */
  readonly inside: ReadonlySet<string>
}

export function readCapitals(tokens: readonly Token[]): Capitals {
  const headlines = findHeadlines(tokens)
  const inside = new Set<string>()
  for (let i = 1; i < tokens.length; i++) {
    const token = tokens[i]!
    const before = tokens[i - 1]!
    if (token.kind !== 'capital' || before.sentence !== token.sentence || headlines.has(token.sentence))
      continue
    if (
      before.kind === 'word' ||
      before.text === ',' ||
      (before.kind === 'capital' && (inside.has(before.text) || isNameByItself(before.lower)))
    ) {
      inside.add(token.text)
    }
  }
  return { headlines, inside }
}

/** No common word, or somebody's first name: what follows it with a capital is a surname, even "Miles". */
const isNameByItself = (lower: string) =>
  !lexicon().has(lower) || data.masculine.has(lower) || data.feminine.has(lower)

/** Words that headlines set in small letters. */
const isSmall = (word: string, known: ReadonlyMap<string, string>) =>
  'TICtOHBMW'.includes(known.get(word) ?? '-')

function findHeadlines(tokens: readonly Token[]): Set<number> {
  const found = new Set<number>()
  for (let i = 0; i < tokens.length; ) {
    const { sentence } = tokens[i]!
    const first = i
    let capitals = 0
    let words = 0
    for (; i < tokens.length && tokens[i]!.sentence === sentence; i++) {
      const { kind } = tokens[i]!
      if (kind === 'capital') capitals++
      else if (kind === 'word') words++
    }
    if (capitals >= 4 && capitals > words && isHeadline(tokens.slice(first, i), capitals)) found.add(sentence)
  }
  return found
}

/** Common words with a capital make a headline; a sentence of names and titles is none. */
function isHeadline(tokens: readonly Token[], capitals: number): boolean {
  const known = lexicon()
  let plain = 0
  let common = 0
  tokens.forEach(({ kind, lower }, i) => {
    if (kind === 'word' && !isSmall(lower, known)) plain++
    const telling = kind === 'capital' && i > 0 && known.has(lower)
    if (telling && !data.titles.has(lower) && !data.organisationWords.has(lower)) common++
  })
  return common >= 2 && capitals > 4 * plain
}
