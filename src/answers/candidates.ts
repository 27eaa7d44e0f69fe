import type { NameMention } from '../annotate/annotations.js'
import type { Token } from '../annotate/names/tokens.js'
import type { Excerpt, PassageHit } from '../archive/archive.js'
import type { Term } from '../archive/terms.js'
import type { Span } from '../articles/article.js'
import { names as nameData } from '../language/en/names.js'
import { questions as english } from '../language/en/questions.js'
import type { AnswerType } from '../language/language.js'
import { type Asked, asksScene, termsOf } from './asked.js'
import {
  clausesFrom,
  definitions,
  measures,
  nounPhrases,
  numbers,
  quoted,
  reasons,
  verbPhrases,
  years,
} from './phrases.js'

/** A part of a sentence that may be the answer by its kind. Offsets are into the sentence. */
export interface Typed extends Span {
  /** 1 where it is of the very kind that is asked for, less for what may pass for it. */
  readonly fit: number
  /** How many plain phrases it joins, and how many of them by "of". */
  readonly parts?: number
  readonly ofs?: number
  readonly list?: boolean
  /** 1 for a date where no date is asked for. */
  readonly dated?: number
}

const typed = (spans: readonly Span[], fit: number): Typed[] => spans.map((span) => ({ ...span, fit }))

type AskedFor = Pick<Asked, 'text' | 'type' | 'focus' | 'worth' | 'identity' | 'sort' | 'act' | 'manner'>

/** What a sentence holds of a kind. Offsets are into the sentence. */
export function ofKind(
  asked: AskedFor,
  hit: PassageHit,
  sentence: Excerpt,
  tokens: readonly Token[],
): Typed[] {
  const candidates = allOfKind(asked, hit, sentence, tokens).filter(
    ({ start, end }) => !isHonorific(sentence.text.slice(start, end)),
  )
  if (asked.type === 'date' || asked.type === 'duration') return candidates
  const dates = hit.dates.filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
  return candidates.map((one) => ({
    ...one,
    dated: Number(
      dates.some((date) => date.start - sentence.start < one.end && one.start < date.end - sentence.start),
    ),
  }))
}

const within = (spans: readonly Span[], { start, end }: Span) =>
  spans.some((span) => span.start <= start && end <= span.end)

function allOfKind(
  asked: AskedFor,
  { dates, names, quotations }: PassageHit,
  sentence: Excerpt,
  tokens: readonly Token[],
): Typed[] {
  const here = <T extends Span>(spans: readonly T[]) =>
    spans
      .filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
      .map((span) => ({ ...span, start: span.start - sentence.start, end: span.end - sentence.start }))
  const named = (...kinds: string[]) =>
    here(names).filter(
      ({ kind, start, end }) => kinds.includes(kind) && isName(sentence.text.slice(start, end)),
    )
  const inDate = (span: Span) => within(dated, span)
  const dated = here(dates).filter(({ type }) => type !== 'DURATION')
  switch (asked.type) {
    case 'date': {
      const year = asked.focus === 'year'
      return [
        ...dated
          .filter(({ type }) => type !== 'SET')
          .map((date) => ({ ...date, fit: (year ? 0.3 : 1) * (GRAINS[date.interval?.grain ?? ''] ?? 1) })),
        ...typed(years(sentence.text), year ? 1 : 0.5),
        ...typed(clausesFrom(tokens, english.temporalCues), 0.2),
      ]
    }
    case 'duration': {
      const inTime = here(dates)
      return [
        ...typed(
          inTime.filter(({ type }) => type === 'DURATION' || type === 'SET'),
          1,
        ),
        ...typed(clausesFrom(tokens, english.limits), 0.5),
        ...typed(
          numbers(tokens).filter((span) => !within(inTime, span)),
          0.5,
        ),
      ]
    }
    case 'number':
    case 'money':
    case 'percentage': {
      const marks = MARKS[asked.type]
      return figuresFor(asked, sentence.text, tokens).map((span) => ({
        ...span,
        fit:
          inDate(span) && !counts(span, tokens)
            ? 0
            : marks && !marks.test(sentence.text.slice(span.start, span.end))
              ? 0.5
              : countFit(asked, span, sentence.text, tokens),
      }))
    }
    case 'person':
      return [
        ...typed(named('person'), 1),
        ...typed(named('organisation'), 0.8),
        ...typed(named('other', 'place'), 0.5),
        ...typed(nounPhrases(tokens), 0),
      ]
    case 'organisation':
      return [
        ...typed(named('organisation'), 1),
        ...typed(named('other'), 0.8),
        ...typed(named('person', 'place'), 0.6),
        ...typed(nounPhrases(tokens), 0),
      ]
    case 'place': {
      const terms = termsOf(sentence.text)
      const distances = measures(tokens)
      const places = [
        ...typed(named('place'), 1),
        ...typed(named('other', 'organisation', 'person'), 0.5),
        // "Sixty miles away" tells how far, not where.
        ...typed(
          nounPhrases(tokens).filter((span) => !within(distances, span)),
          0,
        ),
      ]
      // "Where" asks for the scene: a place that is named as a party or by the way is seldom it.
      if (!asksScene(asked)) return places
      const bodies = here(names).filter(({ kind }) => kind === 'other' || kind === 'organisation')
      return places.map((span) =>
        endsName(span, bodies, sentence.text)
          ? { ...span, fit: span.fit * ELSEWHERE }
          : asScene(span, sentence.text, terms, asked),
      )
    }
    case 'quotation':
      return [...typed(here(quotations), 1), ...typed(nounPhrases(tokens), 0.2)]
    case 'reason': {
      const given = typed(reasons(sentence.text), 1)
      return given.length > 0 ? given : typed(nounPhrases(tokens), 0.3)
    }
    case 'thing':
      return [
        ...(asked.act ? typed(verbPhrases(tokens), 1) : []),
        ...(asked.manner ? typed(clausesFrom(tokens, english.meansCues), 1) : []),
        ...typed(kindsOf(sentence.text, tokens, asked.focus), asked.sort ? 1 : 0),
        ...typed([...named('other', 'organisation'), ...quoted(sentence.text)], 1),
        ...typed(named('person', 'place'), 0.5),
        ...typed(nounPhrases(tokens), 0),
      ]
    case 'other':
      return asked.identity
        ? typed(
            here(names)
              .filter((name) => isAskedFor(asked, name))
              .flatMap((name) => [
                ...rolesBeside(name, sentence.text),
                ...definitions(sentence.text, name.end),
              ]),
            1,
          )
        : []
  }
}

/** What tells the kind of what is asked for, without it: "patrol" of "patrol ships" for "what kind of ships". */
function kindsOf(text: string, tokens: readonly Token[], focus: string | null): Span[] {
  if (focus === null) return []
  return nounPhrases(tokens)
    .filter(({ parts }) => parts === 1)
    .flatMap(({ start, end }) => {
      const terms = termsOf(text.slice(start, end))
      const head = terms.at(-1)
      const before = terms.at(-2)
      if (head?.term !== focus || !before || head.end < end - start || before.end > head.start) return []
      return [{ start, end: start + before.end }]
    })
}

/** "The Council for Trade and Travel in EUROPE" is not there: what stands before "in" is a body's name. */
const endsName = ({ start }: Span, bodies: readonly Span[], text: string) =>
  bodies.some(({ end }) => end < start && text.slice(end, start) === ' in ')

function asScene(span: Typed, text: string, terms: readonly Term[], { worth }: Pick<Asked, 'worth'>): Typed {
  const word = /(?<!\p{L})(\p{L}+)\s+(?:the\s+)?$/iu.exec(
    text.slice(Math.max(0, span.start - LOOK_BACK), span.start),
  )?.[1]
  if (english.introductions.place?.has(word?.toLowerCase() ?? ''))
    return { ...span, fit: Math.max(span.fit, IN) }
  const next = terms.find(({ start }) => start >= span.end)
  const beside = next && worth.has(next.term) && !/[^\s]/.test(text.slice(span.end, next.start))
  return { ...span, fit: span.fit * (beside ? BESIDE : ELSEWHERE) }
}

/** How well a date answers that names no day; a vague one least. */
const GRAINS: Readonly<Record<string, number>> = { week: 0.9, month: 0.85, quarter: 0.8, year: 0.8, '': 0.5 }
/** How well as a scene fits what is "in" or "at" something and not known as a place. */
const IN = 0.4
/** How well a place fits that stands before what is asked about ("the Vienna talks"), or just anywhere. */
const BESIDE = 0.9
const ELSEWHERE = 0.1
const LOOK_BACK = 20

/** How well a figure fits that counts something: what is asked for, something else, or nothing by name. */
function countFit(
  { focus, type }: Pick<Asked, 'focus' | 'type'>,
  span: Span,
  text: string,
  tokens: readonly Token[],
) {
  if (focus === null || type !== 'number') return 1
  const from = tokens.findIndex(({ start }) => start >= span.end)
  if (from < 0) return UNNAMED
  let to = from
  while (to < tokens.length && COUNTED.has(tokens[to]!.tag)) to++
  if (to === from) return UNNAMED
  const terms = termsOf(text.slice(tokens[from]!.start, tokens[to - 1]!.end)).map(({ term }) => term)
  return terms.includes(focus) ? 1 : OTHER
}

const COUNTED = new Set<string>(['N', 'S', 'P', 'J', 'E', 'G'])
const UNNAMED = 0.9
const OTHER = 0.6

function isAskedFor({ worth }: Pick<Asked, 'worth'>, { name }: NameMention): boolean {
  const last = termsOf(name).at(-1)
  return last !== undefined && worth.has(last.term)
}

/** What a sentence says that somebody is whom the question names: "the foreign minister", beside the name. */
function rolesBeside({ role, start, end }: NameMention, text: string): Span[] {
  if (role === null) return []
  const from = Math.max(0, start - role.length - LOOK_BACK)
  const at = text
    .toLowerCase()
    .slice(from, end + role.length + LOOK_BACK)
    .indexOf(role.toLowerCase())
  return at < 0 ? [] : [{ start: from + at, end: from + at + role.length }]
}

/** Whether it counts what follows, as a year does not: "2000 GUESTS". */
function counts({ end }: Span, tokens: readonly Token[]): boolean {
  const next = tokens.find(({ start }) => start >= end)
  return next?.tag === 'S' && next.start - end === 1
}

/** The numbers, without the measure that the question names itself: "how many MILES". */
function figuresFor({ text: question }: Pick<Asked, 'text'>, text: string, tokens: readonly Token[]): Span[] {
  const asked = new Set(question.toLowerCase().match(/\p{L}+/gu))
  return numbers(tokens).map(({ start, end }) => {
    const words = [...text.slice(start, end).matchAll(/\p{L}+/gu)]
    let last = words.length
    while (last > 0 && asked.has(words[last - 1]![0].toLowerCase())) last--
    const cut = words[last]
    const kept = cut && cut.index > 0 ? text.slice(start, start + cut.index).trimEnd().length : end - start
    return { start, end: start + kept }
  })
}

/** A name, and no word made of one: "Brekke-based", "Norwegian". */
function isName(text: string): boolean {
  return !/[-–]\p{Ll}/u.test(text) && !nameData.demonyms.has(text.toLowerCase())
}

/** "Mr" where the name behind it is the question's own. */
const isHonorific = (text: string) => nameData.honorifics.has(text.toLowerCase().replace(/\.$/, ''))

const MARKS: Partial<Record<AnswerType, RegExp>> = {
  money: /\p{Sc}|[^\p{N}\s,.%]\s*$/u,
  percentage: /%|per ?cent/i,
}
