import type { Token } from './tokens.js'
import { isFirstName, type Word } from './vocabulary.js'

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
      (before.kind === 'capital' && (inside.has(before.text) || isNameByItself(before.word)))
    ) {
      inside.add(token.text)
    }
  }
  return { headlines, inside }
}

/** No common word, or somebody's first name: what follows it with a capital is a surname, even "Miles". */
const isNameByItself = (word: Word) => !word.listed || isFirstName(word)

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
  let plain = 0
  let common = 0
  tokens.forEach(({ kind, word }, i) => {
    // Headlines set the small words of the grammar in small letters.
    if (kind === 'word' && !word.functional) plain++
    const telling = kind === 'capital' && i > 0 && word.listed
    if (telling && !word.name.title && !word.name.organisationWord) common++
  })
  return common >= 2 && capitals > 4 * plain
}
