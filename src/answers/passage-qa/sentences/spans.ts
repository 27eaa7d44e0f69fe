import type { Excerpt, PassageHit } from '../../../archive/contract/archive.js'
import type { Span } from '../../../articles/model/article.js'
import { names as nameData } from '../../../language/en/names/names.js'
import { questions as english } from '../../../language/en/questions/questions.js'
import { wordsWithin } from '../../../text/syntax/index.js'
import { isRole, lexicon, type Member, nameOfClass, type TextWord, wordsOf } from '../question/lexicon.js'
import { clausesFrom, definitions, nounPhrases, quoted, tokensOf } from '../question/phrases.js'
import type { AnalyzedQuestion } from '../question/question.js'
import type { Match } from '../question/understood.js'
import type { RatedFigure } from './answer-figures.js'
import { definitionsIn, namesIn } from './definition.js'
import { reasonsIn } from './reasons.js'
import { type ParsedSentence, type RoleOfWord, roleOfWord, speaks } from './roles.js'
import { spanContext } from './span-context.js'

/** A part of a sentence that may be the answer. Offsets are into the sentence. */
export interface AnswerSpan extends Span {
  /** How well its kind fits what is asked for, 0 to 1. */
  readonly fit: number
  readonly features: Readonly<Record<string, number>>
  /** The sentence's word for it where a deed is only alleged of somebody: "accused"; null where it is told as a fact. */
  readonly alleged: string | null
}

interface Proposed extends Span {
  readonly fit: number
  readonly person?: boolean
  /** A name of nobody knows what: whoever does what is asked about is likely somebody. */
  readonly unsorted?: boolean
  /** The sentence says outright that what is asked about is this, or is called so. */
  readonly said?: boolean
  /** No name: only who does it is told by it. */
  readonly common?: boolean
  readonly figure?: RatedFigure
}

/** What of a sentence is of the kind that is asked for. */
export function answerSpans(
  asked: AnalyzedQuestion,
  kind: string,
  hit: PassageHit,
  sentence: Excerpt,
  words: readonly TextWord[],
  matches: readonly Match[],
  figures: readonly RatedFigure[],
  parsed: ParsedSentence,
): AnswerSpan[] {
  const proposed = propose(asked, kind, hit, sentence, figures, words, matches, parsed)
  const strong = matches.filter(({ value }) => value >= 0.5)
  const deniable = (kind === 'who' || kind === 'place' || asked.subject) && !english.denials.test(asked.text)
  const seen = new Set<string>()
  const found: AnswerSpan[] = []
  for (const { start, end, fit: likely, person, unsorted, common, said, figure } of proposed) {
    const key = `${start}:${end}`
    if (seen.has(key)) continue
    seen.add(key)
    const first = words.findIndex((word) => word.end > start)
    let last = first
    while (last + 1 < words.length && words[last + 1]!.start < end) last++
    if (first < 0) continue
    const inside = words.slice(first, last + 1).map((_, i) => first + i)
    const content = inside.filter((i) => !words[i]!.stop)
    const repeated = content.filter((i) =>
      strong.some(
        ({ from, to, value, part }) =>
          value >= 0.8 && i >= from && i < to && !(asked.parts[part]!.focus && kind === 'number'),
      ),
    )
    const fresh = content.length === 0 ? Number(kind === 'number') : 1 - repeated.length / content.length
    // "A gale is a WIND": what says the same is what is asked for.
    if ((fresh === 0 && !said) || (person && repeated.length > 0)) continue
    // "Prof. Ann Berg: we must wait": whose words or picture it is, no part of what is told.
    if (person && isCredit({ start, end }, sentence.text)) continue
    if (deniable && isDenied({ start, end }, sentence.text, words, strong)) continue
    const at = wordsWithin(parsed.syntax, start, end)
    const role = at ? roleOfWord(asked.roles, parsed, at.first, at.last) : NO_ROLE
    // "Which JUDGE" asks for a name.
    if (common && (asked.humanFocus || role.fills < DOES)) continue
    const fit = unsorted && asked.roles.asked === 'doer' && role.fills >= DOES ? DOER : likely
    const isSpeaker = at !== null && speaks(parsed.syntax, at.first, at.last, isSpeech)
    // Who speaks of it did not do it, nor did they whom it was done to.
    if (kind === 'who' && role.fills === 0 && ((isSpeaker && role.link < DIRECT) || role.opposes > 0))
      continue
    const text = sentence.text
    const before = text.slice(Math.max(0, start - 16), start).toLowerCase()
    const preposition = /(?<!\p{L})(\p{L}+)\s+(?:the\s+)?$/u.exec(before)?.[1] ?? ''
    found.push({
      start,
      end,
      fit,
      alleged: role.alleged < 0 ? null : parsed.syntax.words[role.alleged]!,
      features: {
        fit,
        fresh,
        near: nearness(asked, first, last, matches),
        link: role.link,
        fills: role.fills,
        theirs: role.theirs,
        opposes: role.opposes,
        frame: role.frame,
        other: role.other,
        speaks: Number(isSpeaker),
        capital: Number(/^\p{Lu}/u.test(text.slice(start, end))),
        length: Math.log(1 + inside.length) / 2,
        first: Number(start < 3),
        introduced: Number(english.introductions[asked.type]?.has(preposition) ?? false),
        by: Number(preposition === 'by'),
        apposed: Number(/,\s*$/.test(text.slice(0, start)) || /^,/.test(text.slice(end))),
        possessive: Number(/^['’]s\b/.test(text.slice(end))),
        bracket: Number(/\(\s*$/.test(text.slice(0, start))),
        between: between(text, { start, end }, words, strong),
        said: Number(said ?? false),
        noun: figure?.noun ?? 0,
        which: figure?.which ?? 0,
        ...(at ? spanContext(asked, parsed, at.first, at.last) : {}),
      },
    })
  }
  return found
}

/** "Ann Berg: we must wait", "Ann Berg/Agency", "Photo by Ann Berg", "By Ann Berg" at the head. */
function isCredit({ start, end }: Span, text: string): boolean {
  return CREDIT_BEHIND.test(text.slice(end)) || CREDIT_BEFORE.test(text.slice(Math.max(0, start - 24), start))
}
const CREDIT_BEHIND = /^(?:\s*:|\s?\\?\/\p{Lu})/u
const CREDIT_BEFORE =
  /(?:\b(?:photo(?:graph)?|picture|image|video|illustration|reporting|credit|source)(?: by|:)(?: by)? |^By |--|\p{L}\/)$/iu

/** From here on somebody does what is asked about, and how well a name of unknown kind fits then. */
const DOES = 0.5
const DOER = 0.6
/** "Importers" for who pays: a name would be better. */
const COMMON = 0.4

const NO_ROLE: RoleOfWord = { link: 0, fills: 0, theirs: 0, opposes: 0, alleged: -1, frame: 0, other: 0 }
/** The nearness of a word that hangs on the very predicate. */
const DIRECT = 0.85

const isSpeech = (word: string) =>
  /^(?:said|says|say|told|tells|added|adds|claimed|wrote|insisted|announced|argued|warned|stressed|acknowledged|replied|explained|confirmed|testified|described|called|asked)$/.test(
    word,
  )

/** Whether a denial stands between what would be the answer and what of the question is nearest: "who never won". */
function isDenied(
  { start, end }: Span,
  text: string,
  words: readonly TextWord[],
  matches: readonly Match[],
): boolean {
  let nearest: string | null = null
  for (const { from, to } of matches) {
    const a = words[from]!.start
    const b = words[to - 1]!.end
    const gap = a >= end ? text.slice(end, a) : b <= start ? text.slice(b, start) : null
    if (gap !== null && (nearest === null || gap.length < nearest.length)) nearest = gap
  }
  return nearest !== null && english.denials.test(nearest)
}

/** Whether only words stand between a span and the nearest match. */
function between(
  text: string,
  { start, end }: Span,
  words: readonly TextWord[],
  matches: readonly Match[],
): number {
  let nearest = text
  for (const { from, to } of matches) {
    const a = words[from]!.start
    const b = words[to - 1]!.end
    const gap = a >= end ? text.slice(end, a) : b <= start ? text.slice(b, start) : ''
    if (gap.length < nearest.length && !(a < end && b > start)) nearest = gap
  }
  return Number(!/[;:()“”"–—,]/.test(nearest) && nearest !== text)
}

function propose(
  asked: AnalyzedQuestion,
  kind: string,
  hit: PassageHit,
  sentence: Excerpt,
  figures: readonly RatedFigure[],
  words: readonly TextWord[],
  matches: readonly Match[],
  parsed: ParsedSentence,
): Proposed[] {
  if (kind === 'number') return figures.map((figure) => ({ ...figure, figure }))
  const { text } = sentence
  const names = hit.names
    .filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
    .map((name) => ({ ...name, start: name.start - sentence.start, end: name.end - sentence.start }))
    .filter(({ start, end }) => isName(text.slice(start, end)))
  const of = (fits: Partial<Record<string, number>>): Proposed[] =>
    names.flatMap(({ kind: one, start, end }) =>
      fits[one] === undefined
        ? []
        : [{ start, end, fit: fits[one]!, person: one === 'person', unsorted: one === 'other' }],
    )
  const phrases = (fit: number) =>
    nounPhrases(tokensOf(text))
      .filter(({ parts, ofs }) => parts - ofs === 1 && parts <= 2)
      .map(({ start, end }) => ({ start, end, fit }))
  const doers = () =>
    phrases(COMMON)
      .filter(
        ({ start, end }) =>
          isCommon(text.slice(start, end)) && !names.some((one) => one.start < end && one.end > start),
      )
      .map((span) => ({ ...span, common: true }))
  switch (asked.type) {
    case 'person':
      return [
        ...of({
          person: 1,
          organisation: asked.roles.asked === 'doer' && !asked.humanFocus ? 0.6 : 0.3,
          other: 0.15,
        }),
        ...(asked.roles.asked === 'doer' ? doers() : []),
      ]
    case 'organisation':
      return of({ organisation: 1, other: 0.6, person: 0.25, place: 0.3 })
    case 'place': {
      const bodies = names.filter(({ kind: one }) => one === 'other' || one === 'organisation')
      return [...of({ place: 1, other: 0.4, organisation: 0.3 }), ...locatives(text)].map((span) =>
        endsName(span, bodies, text) ? { ...span, fit: 0.1 * span.fit } : span,
      )
    }
    case 'date': {
      const dates = hit.dates.filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
      return dates.map(({ start, end }) => ({
        start: start - sentence.start,
        end: end - sentence.start,
        fit: 1,
      }))
    }
    case 'reason':
      return reasonsIn(text, parsed.syntax).map((reason) =>
        holdsAsked(asked, reason, words, matches) ? { ...reason, fit: OF_ITSELF * reason.fit } : reason,
      )
    case 'thing':
      return [
        ...[...definitionsIn(asked, text, words, matches), ...namesIn(asked, text, words, matches)].map(
          (span) => ({
            ...span,
            fit: 1,
            said: true,
          }),
        ),
        ...of({ other: 0.8, organisation: 0.7, person: 0.4, place: 0.4 }),
        ...quoted(text).map((span) => ({ ...span, fit: 0.6 })),
        ...phrases(0.5),
        ...(asked.manner
          ? clausesFrom(tokensOf(text), english.meansCues).map((span) => ({ ...span, fit: 0.8 }))
          : []),
      ]
    default:
      return asked.identity ? named(asked, hit, sentence) : []
  }
}

/** "Since STEPPING DOWN he has …" gives no reason for stepping down. */
const OF_ITSELF = 0.3

const holdsAsked = (
  { roles: { predicate } }: AnalyzedQuestion,
  { start, end }: Span,
  words: readonly TextWord[],
  matches: readonly Match[],
) =>
  matches.some(
    ({ part, value, from }) =>
      part === predicate && value >= 0.8 && start <= words[from]!.start && words[from]!.start < end,
  )

/** What is said of somebody whom the question names: the role beside the name, or what defines it. */
function named(
  asked: AnalyzedQuestion,
  hit: PassageHit,
  { start: from, end: to, text }: Excerpt,
): Proposed[] {
  return hit.names
    .filter(({ start, end }) => start >= from && end <= to)
    .flatMap(({ name, role, start, end }) => {
      const last = wordsOf(name).at(-1)
      if (!last || !asked.parts.some(({ term }) => term === last.term)) return []
      const own = { start: start - from, end: end - from }
      return [...roleBeside(own, role, text), ...definitions(text, own.end)]
    })
    .map((span) => ({ ...span, fit: 1 }))
}

/** How far from a name its role may stand. */
const LOOK_BACK = 20

function roleBeside({ start, end }: Span, role: string | null, text: string): Span[] {
  if (role === null) return []
  const from = Math.max(0, start - role.length - LOOK_BACK)
  const at = text
    .toLowerCase()
    .slice(from, end + role.length + LOOK_BACK)
    .indexOf(role.toLowerCase())
  return at < 0 ? [] : [{ start: from + at, end: from + at + role.length }]
}

/** "The Council for Trade and Travel in EUROPE" is not there: what stands before "in" is a body's name. */
const endsName = ({ start }: Span, bodies: readonly Span[], text: string) =>
  bodies.some(({ end }) => end < start && text.slice(end, start) === ' in ')

/** "In a soccer stadium", "on the hillside": where something is without a name. */
function locatives(text: string): Proposed[] {
  return nounPhrases(tokensOf(text))
    .filter(({ parts, ofs }) => parts - ofs === 1)
    .filter(({ start }) =>
      /\b(?:in|at|near|on|off|outside|inside|from|to)\s+(?:an?\s+|the\s+|his\s+|her\s+|their\s+)?$/i.test(
        text.slice(Math.max(0, start - 20), start),
      ),
    )
    .map(({ start, end }) => ({ start, end, fit: /^\p{Lu}/u.test(text.slice(start, end)) ? 0.6 : 0.4 }))
}

function isName(text: string): boolean {
  return (
    !/[-–]\p{Ll}/u.test(text) &&
    !nameData.demonyms.has(text.toLowerCase()) &&
    /\p{Ll}|^\p{Lu}{2,}$/u.test(text)
  )
}

/** Whether a phrase tells who somebody is without a name: neither "they" nor "people" does. */
function isCommon(text: string): boolean {
  const last = text.match(/\p{L}+/gu)?.at(-1) ?? ''
  if (english.nobody.has(last)) return false
  return AGENT.test(last) || wordsOf(last).some(({ term }) => membersOf(term).some(isPeople))
}

/** "Importers", "consumers", "gunmen". */
const AGENT = /^\p{Ll}+(?:[eo]rs|ists?|(?:wo)?m[ae]n)$/u
const membersOf = (term: string) => lexicon().byFirst.get(term) ?? []
const isPeople = ({ of, closeness, terms, everyday }: Member) =>
  terms.length === 1 &&
  !everyday &&
  closeness === 'same' &&
  isRole(of) &&
  !english.bodies.has(nameOfClass(of))

const HALF = 5

function nearness(
  { parts }: AnalyzedQuestion,
  first: number,
  last: number,
  matches: readonly Match[],
): number {
  const held = new Float64Array(parts.length)
  for (const { part, value, from, to } of matches) {
    const gap = from > last ? from - last : first > to - 1 ? first - (to - 1) : 0
    held[part] = Math.max(held[part]!, (value * HALF) / (HALF + gap))
  }
  return parts.reduce((sum, { share }, i) => sum + share * held[i]!, 0)
}
