import { speechData } from '../../language/en/speech/speech.js'
import type { Capitals } from './capitals.js'
import type { Untagged } from './tokens.js'
import { isFirstName, type Tag, type Word } from './vocabulary.js'

/**
 * The likeliest class of each token: its classes by the lexicon (or its ending), chosen between by the class of
 * the token before and the shape of the one after, as the first rules of a Brill tagger do.
 */
export function tagTokens(tokens: readonly Untagged[], capitals: Capitals): void {
  let before: Tag = '.'
  let sentence = -1
  let opened = false
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    if (token.sentence !== sentence) {
      before = '.'
      opened = false
    }
    sentence = token.sentence
    const last = tokens[i - 1]
    const next = tokens[i + 1]
    token.tag = token.word.fixed ?? tagOf(token, last?.word, next?.word, before, capitals)
    if (SINGLE.test(token.text)) {
      const adjacent = last?.end === token.start
      if (!adjacent) opened = true
      else if (!opened && isOwner(before, last) && next?.kind === 'word' && next.start > token.end)
        token.tag = "'"
      else opened = false
    }
    before = token.tag
  }
}

const SINGLE = /^['’‘]$/

/** "*Santos’* statements", "the *workers’* leader": what a lone mark behind may make a possessor. */
const isOwner = (tag: Tag, { lower }: Untagged) => lower.endsWith('s') && (tag === 'P' || tag === 'S')

const reports = (lower: string) => {
  const verb = speechData.speechVerbs.get(lower)
  return verb !== undefined && speechData.reporting.has(`${verb}/v`)
}

function tagOf(
  { word, sentence }: Untagged,
  last: Word | undefined,
  next: Word | undefined,
  before: Tag,
  capitals: Capitals,
): Tag {
  const { classes, lower } = word
  if (word.kind === 'capital') {
    const headline = capitals.headlines.has(sentence)
    if (word.name.calendar) return lower === 'may' && headline ? 'M' : 'R'
    if (word.text === 'US' || !word.listed) return 'P'
    const starts = headline || before === '.' || before === '"' || before === ':'
    const closed = word.functional || classes === 'R'
    if (!closed && (!starts || isFirstName(word) || capitals.inside.has(word.text))) return 'P'
  }
  // "Norland *disputes* reports", "the team *says* prosecutors": of two plurals the first is a verb.
  if (
    word.cue?.verb !== undefined &&
    next?.classes[0] === 'S' &&
    has(classes, 'Z') &&
    (before === 'P' || (before === 'N' && classes[0] === 'Z'))
  )
    return 'Z'
  // "…, his lawyer *says*."
  if (before === 'N' && classes === 'ZS' && reports(lower)) return 'Z'
  if (classes.length > 1) return choose(classes, before, last, next)
  if (lower === 'her') return next?.owned ? 'O' : 'H'
  return classes as Tag
}

function choose(classes: string, before: Tag, last: Word | undefined, next: Word | undefined): Tag {
  const first = classes[0] as Tag
  switch (before) {
    case 'T':
    case 'O':
    case "'":
    case 'J':
    case '#':
      // "a co-chair *of* the panel"
      if (first === 'J' && has(classes, 'N') && next?.functional) return 'N'
      if (has(classes, 'J') && (first === 'J' || next?.nominal)) return 'J'
      return firstOf(classes, 'NSEG') ?? first
    case 't':
    case 'M':
      return has(classes, 'V') ? 'V' : first
    case 'B':
      return firstOf(classes, 'EGJVN') ?? first
    case 'H':
      if (first === 'J' && !has(classes, 'D') && !has(classes, 'Z')) return first
      return firstOf(classes, 'DZVRE') ?? first
    case 'W':
      return firstOf(classes, 'DZVRE') ?? first
    case 'P':
    case 'N':
      if (has(classes, 'D')) return 'D'
      // Behind a name, "wants" and "saying" are hardly ever nouns; "reports" and "meeting" often are.
      if (before === 'P' && (first === 'Z' || first === 'G')) return first
      if (has(classes, 'Z') && next?.opensObject) return 'Z'
      if (first === 'V' && next?.opensObject) return first
      return firstOf(classes, 'SN') ?? first
    case 'S':
      if (has(classes, 'D')) return 'D'
      if (has(classes, 'V') && (first === 'V' || next?.opensObject)) return 'V'
      return first
    case 'I':
      // No finite verb follows a preposition; "that" may be a pronoun.
      if (last?.lower !== 'that' && first === 'Z') return firstOf(classes, 'SN') ?? first
      return first
    case 'R':
      if (has(classes, 'D')) return 'D'
      return first
    default:
      return first
  }
}

const has = (classes: string, tag: Tag) => classes.includes(tag)

/** The first of the wanted classes that is among a word's. */
function firstOf(classes: string, wanted: string): Tag | undefined {
  for (let i = 0; i < wanted.length; i++) if (classes.includes(wanted[i]!)) return wanted[i] as Tag
  return undefined
}
