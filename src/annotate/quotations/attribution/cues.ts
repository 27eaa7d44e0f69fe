import type { CueSenses } from '../../../language/en/speech/cue-senses.js'
import { cueWords } from '../../../language/en/speech/cues.js'
import { speechData } from '../../../language/en/speech/speech.js'
import { verbLemmas } from '../../../language/en/speech/verbs.js'
import type { Frame, Item } from '../chunks/frames.js'

/** A word that may attribute what is said to somebody: a verb, a noun, "according to" or a colon. */
export interface Cue {
  /** Its item in the frame, and where its group of verbs starts ("has repeatedly *said*"). */
  readonly at: number
  readonly group: number
  /** Index into the cue words of the language. */
  readonly word: number
  readonly form: number
  /** The kind of item before the group and after the cue. */
  readonly before: number
  readonly after: number
  /** "did not say". */
  readonly negated: boolean
  /** A noun or adjective that leans on a verb without a meaning of its own: "made it clear". */
  readonly light: boolean
}

export const CUE_WORDS = cueWords.length
export const CUE_FORMS = 12
export const CONTEXTS = 32

type CueClass = keyof CueSenses

function classOf({ tag, lower }: Item): CueClass | null {
  switch (tag) {
    case 'V':
    case 'Z':
    case 'D':
    case 'E':
    case 'G':
      return lower === 'according' ? 'other' : 'verb'
    case 'N':
    case 'S':
      return 'noun'
    case 'J':
      return 'adjective'
    case ':':
    case 'I':
      return 'other'
    default:
      return lower === 'according' ? 'other' : null
  }
}

const SUFFIXES: Readonly<Record<CueClass, string>> = { verb: 'v', noun: 'n', adjective: 'j', other: '' }

/** What an item would be called among the cue words: "say/v", "statement/n", "clear/j"; null where it can't be one. */
export function cueKey(item: Item): string | null {
  const kind = classOf(item)
  if (kind === null) return null
  const word = kind === 'verb' ? (verbLemmas().get(item.lower) ?? item.lower) : item.lower
  return `${word}/${SUFFIXES[kind]}`
}

export function findCues(frame: Frame): Cue[] {
  const cues: Cue[] = []
  for (let at = 0; at < frame.items.length; at++) {
    const item = frame.items[at]!
    if (item.quoted) continue
    const kind = item.word.cue && classOf(item)
    const word = kind ? item.word.cue![kind] : undefined
    if (word !== undefined) cues.push(cueAt(frame, at, word))
    else if (frame.quotes && tellsByPlace(frame.items, at)) cues.push(cueAt(frame, at, SAY))
  }
  return cues
}

/** A verb that no list holds, where only a verb of speech can stand, is read as this one. */
const SAY = cueWords.indexOf(speechData.colon)

/** How many items the subject between a quotation and its verb may take. */
const LONGEST_SUBJECT = 5

/** Whether a verb attributes by its place alone: '“It is a trap,” *thundered* Omar Haddad', '“No,” the man *rasped*.' */
function tellsByPlace(items: readonly Item[], at: number): boolean {
  if (!'DZ'.includes(items[at]!.tag)) return false
  const before = items[at - 1]
  if (!before) return false
  if (before.quoted) {
    const next = items[at + 1]?.tag === 'R' ? items[at + 2] : items[at + 1]
    return before.quoted.stopped && (next?.tag === 'P' || (next?.tag === 'T' && next.lower !== 'that'))
  }
  if (!',.RIQ'.includes(items[at + 1]?.tag ?? '.') || items[at + 1]?.lower === 'that') return false
  for (let i = at - 1; i >= Math.max(0, at - LONGEST_SUBJECT); i--) {
    const { tag, quoted } = items[i]!
    if (quoted) return quoted.stopped && i < at - 1
    if (!"PNSTJHO'".includes(tag)) return false
  }
  return false
}

const LONGEST_GROUP = 6

function cueAt(frame: Frame, at: number, word: number): Cue {
  const { items } = frame
  const light = lightVerb(items, at)
  const head = light ?? at
  const verbal = light !== null || 'VZDEG'.includes(items[at]!.tag)
  let group = head
  let negated = false
  let helper = ''
  while (verbal && group > 0 && head - group < LONGEST_GROUP) {
    const item = items[group - 1]!
    if (!'BMRt'.includes(item.tag)) break
    if (item.lower.endsWith("n't") || item.lower === 'not' || item.lower === 'never') negated = true
    if (item.tag === 'B' || item.tag === 'M' || item.tag === 't') helper = helper || helperOf(item)
    group--
  }
  return {
    at,
    group,
    word,
    form: formOf(items[head]!, helper),
    before: contextOf(items[group - 1]),
    after: contextOf(items[at + 1]),
    negated,
    light: light !== null,
  }
}

/** The verb of "made it *clear*" and "gave a *warning*", null where there is none. */
function lightVerb(items: readonly Item[], at: number): number | null {
  if (!'NSJ'.includes(items[at]!.tag)) return null
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    const { tag, lower } = items[i]!
    if ('VZDEG'.includes(tag)) return speechData.lightVerbs.has(verbLemmas().get(lower) ?? lower) ? i : null
    if (!'HTJR'.includes(tag)) return null
  }
  return null
}

const helperOf = ({ tag, lower }: Item) =>
  tag === 'M'
    ? 'M'
    : tag === 't'
      ? 't'
      : /^(?:have|has|had|haven't|hasn't|hadn't|having)$/.test(lower)
        ? 'h'
        : /^do|^did/.test(lower)
          ? 'd'
          : 'b'

function formOf({ tag }: Item, helper: string): number {
  switch (tag) {
    case 'V':
      return helper === 't' ? 0 : helper === 'M' ? 1 : helper === 'd' ? 2 : 3
    case 'Z':
      return 4
    case 'D':
    case 'E':
      return helper === 'h' ? 5 : helper === 'b' || helper === 't' ? 6 : tag === 'D' ? 7 : 8
    case 'G':
      return helper ? 9 : 10
    default:
      return 11
  }
}

const PREPOSITIONS: ReadonlyMap<string, number> = new Map(
  ['of', 'for', 'in', 'on', 'about', 'with', 'by', 'against', 'as', 'from'].map((word, i) => [word, 20 + i]),
)

const OBJECTS = new Set(['me', 'him', 'her', 'us', 'them'])

/** The kind of a neighbouring item, 0 where the frame ends; at most `CONTEXTS - 1`. */
export function contextOf(item: Item | undefined): number {
  if (!item) return 0
  switch (item.tag) {
    case 'Q':
      return 1
    case ':':
      return 2
    case ',':
      return 3
    case '.':
      return 0
    case 't':
      return 4
    case 'T':
    case 'O':
      return 5
    case 'N':
    case 'S':
    case '#':
      return 6
    case 'P':
      return 7
    case 'H':
      return OBJECTS.has(item.lower) ? 8 : 9
    case 'W':
      return item.lower === 'who' || item.lower === 'which' ? 10 : 11
    case 'R':
      return 12
    case 'G':
      return 13
    case 'V':
    case 'Z':
    case 'D':
    case 'E':
      return 14
    case 'B':
    case 'M':
      return 15
    case 'J':
      return 16
    case 'C':
      return 17
    case 'I':
      return item.lower === 'that' ? 18 : (PREPOSITIONS.get(item.lower) ?? 19)
    case '-':
      return 30
    default:
      return 31
  }
}
