import type { Capitals } from './capitals.js'
import type { Untagged } from './tokens.js'
import type { Tag, Word } from './vocabulary.js'

/**
 * The likeliest class of each token: its classes by the lexicon (or its ending), chosen between by the class of
 * the token before and the shape of the one after, as the first rules of a Brill tagger do.
 */
export function tagTokens(tokens: readonly Untagged[], capitals: Capitals): void {
  let before: Tag = '.'
  let sentence = -1
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    if (token.sentence !== sentence) before = '.'
    sentence = token.sentence
    token.tag = token.word.fixed ?? tagOf(token, tokens[i + 1]?.word, before, capitals)
    before = token.tag
  }
}

function tagOf({ word, sentence }: Untagged, next: Word | undefined, before: Tag, capitals: Capitals): Tag {
  const { classes, lower } = word
  if (word.kind === 'capital') {
    const headline = capitals.headlines.has(sentence)
    if (word.calendar) return lower === 'may' && headline ? 'M' : 'R'
    if (word.text === 'US' || !word.listed) return 'P'
    const starts = headline || before === '.' || before === '"' || before === ':'
    const closed = word.functional || classes === 'R'
    if (!closed && (!starts || word.firstName || capitals.inside.has(word.text))) return 'P'
  }
  if (classes.length > 1) return choose(classes, before, next)
  if (lower === 'her') return next?.owned ? 'O' : 'H'
  return classes as Tag
}

function choose(classes: string, before: Tag, next: Word | undefined): Tag {
  const has = (tag: Tag) => classes.includes(tag)
  const first = classes[0] as Tag
  switch (before) {
    case 'T':
    case 'O':
    case "'":
    case 'J':
    case '#':
      for (const tag of ['J', 'N', 'S', 'E', 'G'] as const) {
        if (has(tag) && (tag !== 'J' || first === 'J' || next?.nominal)) return tag
      }
      return first
    case 't':
    case 'M':
      return has('V') ? 'V' : first
    case 'B':
      for (const tag of ['E', 'G', 'J', 'V', 'N'] as const) if (has(tag)) return tag
      return first
    case 'H':
      if (first === 'J' && !has('D') && !has('Z')) return first
      return verbFirst(has) ?? first
    case 'W':
      return verbFirst(has) ?? first
    case 'P':
    case 'N':
      if (has('D')) return 'D'
      if (has('Z') && next?.opensObject) return 'Z'
      if (first === 'V' && next?.opensObject) return first
      return has('S') ? 'S' : has('N') ? 'N' : first
    case 'S':
      if (has('D')) return 'D'
      if (has('V') && (first === 'V' || next?.opensObject)) return 'V'
      return first
    case 'R':
      if (has('D')) return 'D'
      return first
    default:
      return first
  }
}

const verbFirst = (has: (tag: Tag) => boolean): Tag | undefined =>
  (['D', 'Z', 'V', 'R', 'E'] as const).find(has)
