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
      (before.kind === 'capital' && inside.has(before.text))
    ) {
      inside.add(token.text)
    }
  }
  return { headlines, inside }
}

/** Words that headlines set in small letters. */
const isSmall = (word: string, known: ReadonlyMap<string, string>) =>
  'TICtOHBMW'.includes(known.get(word) ?? '-')

function findHeadlines(tokens: readonly Token[]): Set<number> {
  const known = lexicon()
  const found = new Set<number>()
  for (let i = 0; i < tokens.length; ) {
    const { sentence } = tokens[i]!
    let capitals = 0
    let plain = 0
    let common = 0
    const first = i
    for (; i < tokens.length && tokens[i]!.sentence === sentence; i++) {
      const { kind, lower } = tokens[i]!
      if (kind === 'capital') {
        capitals++
        if (i > first && known.has(lower) && !data.titles.has(lower) && !data.organisationWords.has(lower))
          common++
      } else if (kind === 'word' && !isSmall(lower, known)) plain++
    }
    if (common >= 2 && capitals >= 4 && capitals > 4 * plain) found.add(sentence)
  }
  return found
}
