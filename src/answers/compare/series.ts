/** The figures that articles give of one thing, in a row: by outlet and day, the newest first. */
import type { ArticleRef, Excerpt, PassageHit, QueryTerm } from '../../archive/contract/archive.js'
import { message } from '../../i18n/message.js'
import { names } from '../../language/en/names/names.js'
import { comparing as english } from '../../language/en/questions/comparing.js'
import { groupBy } from '../../lib/group-by.js'
import type { Difference, Finding } from '../model/answer.js'
import { cite, stemsOf } from '../model/citation.js'
import { outletOf } from './disagreement.js'
import { type Figure, figuresIn } from './figures.js'
import type { ComparedTopic } from './topic.js'

/** A figure as an article gives it, and how surely it is of what was asked. */
interface Given {
  readonly article: ArticleRef
  readonly sentence: Excerpt
  readonly figure: Figure
  /** 0 to about 2. */
  readonly score: number
}

/** What all figures stand in need of: the share of the topic's weight that sentence, passage or title holds. */
const LEAST_HELD = 0.7
/** What stands in the passage or the title counts less than what stands in the sentence. */
const NEARBY = 0.55
const LEAST_INSIDE = 0.3
const MOST_INSIDE = 0.5
/** How far a word that tells the figure may stand from it, in characters. */
const NEAR = 70
const MUCH_WORSE = 0.5
const MOST = 8

/**
 * The figures of a topic: a finding for each unit, that of most articles first. None where no article gives one.
 * @param title what stands before the figures: the topic as it was typed
 */
export function seriesOf(
  topic: ComparedTopic,
  hits: readonly PassageHit[],
  weights: Readonly<Record<string, number>>,
  title: string,
): Finding[] {
  return groupsOf(topic, hits, weights)
    .filter((group, at, [first]) => at === 0 || isOfItsOwn(group, first!))
    .slice(0, MOST_UNITS)
    .map((group) => finding(group, stemsToMark(topic), title, topic))
}

/**
 * What has become more since a day: the last figure from before it and the last one since, of one unit. Null where there
 * are not both, and where it has not become more: a lower figure may be one of a part.
 * @param title what stands before the figures
 */
export function grownSince(
  topic: ComparedTopic,
  hits: readonly PassageHit[],
  weights: Readonly<Record<string, number>>,
  since: string,
  title: string,
): Finding | null {
  const [group] = groupsOf(topic, hits, weights)
  if (!group) return null
  const row = rising(inOrder(group), topic)
  const after = row.find((one) => dayOf(one) >= since)
  const before = row.find((one) => dayOf(one) !== '' && dayOf(one) < since)
  if (!after || !before || after.figure.value <= (before.figure.upper ?? before.figure.value)) return null
  return {
    text: `${title}: ${phraseOf(before)} → ${phraseOf(after)}`,
    citations: [after, before].map(({ article, sentence, figure: { start, end } }) =>
      cite(article, sentence, stemsToMark(topic), [
        { start: sentence.start + start, end: sentence.start + end },
      ]),
    ),
  }
}

/** The figures of a topic by their units, those of most articles first. */
function groupsOf(
  topic: ComparedTopic,
  hits: readonly PassageHit[],
  weights: Readonly<Record<string, number>>,
): (readonly Given[])[] {
  const given = hits.flatMap((hit) => givenIn(hit, topic, weights))
  const best = Math.max(0, ...given.map(({ score }) => score))
  const good = given.filter(({ score }) => score >= best - MUCH_WORSE)
  return [...groupBy(good, ({ figure }) => unitOf(figure, topic)).values()]
    .map((group) => settled(onePerArticle(group), topic))
    .sort((a, b) => b.length - a.length || b[0]!.score - a[0]!.score)
}

const stemsToMark = (topic: ComparedTopic) => [
  ...topic.scope.flatMap(({ term, synonyms }) => [term, ...Object.keys(synonyms)]),
  ...topic.told,
]

const MOST_UNITS = 2

/** Whether other articles give figures of another unit, and not the same ones in another. */
function isOfItsOwn(group: readonly Given[], first: readonly Given[]): boolean {
  const told = new Set(first.map(({ article }) => article.id))
  const own = group.filter(({ article }) => !told.has(article.id))
  return new Set(own.map(({ article }) => outletOf(article))).size > 1
}

/** Figures of one unit are compared with one another. */
function unitOf({ unit, noun }: Figure, { measure }: ComparedTopic): string {
  if (unit) return unit
  const isMeasured =
    measure?.quantity === 'volume' || measure?.quantity === 'length' || measure?.quantity === 'money'
  return isMeasured && noun ? stemsOf(noun).join(' ') : ''
}

function givenIn(
  { article, passage, sentences, dates, matched }: PassageHit,
  topic: ComparedTopic,
  weights: Readonly<Record<string, number>>,
): Given[] {
  const about = new Set([...stemsOf(article.title), ...stemsOf(passage.text)])
  return sentences.flatMap((sentence) => {
    const held = heldBy(topic, stemsOf(sentence.text), about, matched, weights)
    if (held === null || held.share < LEAST_HELD) return []
    const spans = dates.map(({ start, end }) => ({
      start: start - sentence.start,
      end: end - sentence.start,
    }))
    const figures =
      topic.measure?.quantity === 'age' ? agesIn(sentence.text) : figuresIn(sentence.text, spans)
    const spotted = figures.filter((figure) => !isConversion(figure, sentence.text))
    return spotted.flatMap((figure) => {
      if (!fits(figure, sentence.text, topic) || isOfAnother(figure, sentence.text, topic)) return []
      const near = nearness(figure, sentence.text, topic, spotted)
      return near === null ? [] : [{ article, sentence, figure, score: held.share + held.inside + near }]
    })
  })
}

/** How much of the scope a sentence and what surrounds it hold; null where a part of it is nowhere. */
function heldBy(
  { scope, counted, isAsked }: ComparedTopic,
  stems: readonly string[],
  about: ReadonlySet<string>,
  matched: Readonly<Record<string, number>>,
  weights: Readonly<Record<string, number>>,
): { readonly share: number; readonly inside: number } | null {
  if (scope.length === 0) return { share: 1, inside: 0 }
  const there = new Set(stems)
  let [total, share, inside] = [0, 0, 0]
  for (const { term, synonyms } of scope) {
    const weight = weights[term] ?? UNKNOWN
    const best = (held: (stem: string) => boolean) =>
      Math.max(held(term) ? 1 : 0, ...Object.keys(synonyms).map((one) => (held(one) ? synonyms[one]! : 0)))
    const own = best((stem) => there.has(stem))
    const around = Math.max(
      best((stem) => about.has(stem)),
      matched[term] ?? 0,
    )
    if (own === 0 && (around === 0 || term === counted?.term)) return null
    total += weight
    share += weight * Math.max(own, own > 0 ? 0.85 : 0, NEARBY + around * (1 - NEARBY) * 0.5)
    inside += weight * own
  }
  // Of several words one at least stands in the sentence itself; of what is but named, most.
  if (scope.length > 1 && inside / total < (isAsked ? LEAST_INSIDE : MOST_INSIDE)) return null
  return { share: share / total, inside: (inside / total) * 0.5 }
}

/** The weight of a word that no article holds itself. */
const UNKNOWN = 5

/** "$20bn (£13bn)": the same in another unit. */
const isConversion = ({ start }: Figure, text: string) =>
  /[\p{L}\p{N}]\s*\((?:about |some )?$/u.test(text.slice(0, start))

/** Whether what follows tells of something else that is counted: "820 displaced" is no death toll. */
function isOfAnother({ end, noun }: Figure, text: string, { measure, told }: ComparedTopic): boolean {
  if (measure?.quantity !== 'people' && measure?.quantity !== 'things') return false
  const after = text.slice(end, end + NEAR).split(/[,;]|\band\b/)[0]!
  for (const word of after.match(/\p{L}+/gu) ?? []) {
    const lower = word.toLowerCase()
    if (lower === noun) continue
    if (stemsOf(lower).some((stem) => told.has(stem))) return false
    const other = english.measures.find((one) => one.quantity === 'people' && one.told.includes(lower))
    if (other && other !== measure)
      return !measure.told.some((own) => other.told.includes(own) && own === lower)
  }
  return false
}

/** Whether a figure can be what is measured, by its unit and by what is counted. */
function fits(
  { unit, noun, start, end, value }: Figure,
  text: string,
  { measure, perTime, counted }: ComparedTopic,
): boolean {
  const isMoney = /^[$€£]$/.test(unit) || (noun !== null && english.moneyWords.has(noun))
  const capital = /^\s+(\p{Lu}\p{Ll}+)/u.exec(text.slice(end, end + 30))?.[1]?.toLowerCase()
  // "How many turtles died": workers are none, nor are Israelis Americans.
  const named = noun ?? (capital && names.demonyms.has(capital) ? capital : null)
  if (counted && named && !english.asPeople.has(named) && !isSaidBy(named, counted)) return false
  // "Category 3", "Boeing 737".
  if (
    !unit &&
    noun === null &&
    /\p{Lu}\p{Ll}+\s$/u.test(text.slice(0, start)) &&
    !/^\S+\s$/.test(text.slice(0, start))
  )
    return false
  if (english.aged.test(text.slice(0, start)) && measure?.quantity !== 'age') return false
  if (measure?.quantity === 'volume' && perTime !== english.perTime.test(text.slice(end, end + NEAR)))
    return false
  // "24-hour", "A330", "3-1": no count of anything.
  if (!unit && /^-/.test(text.slice(end)) && measure?.quantity !== 'age') return false
  switch (measure?.quantity) {
    case 'people': {
      if (unit && !(unit === '%' && measure.nouns.length > 0)) return false
      if (noun === null && capital) return names.demonyms.has(capital)
      if (noun === null || unit) return true
      const counts = measure.nouns.length > 0 ? new Set(measure.nouns) : english.people
      return (
        counts.has(noun) ||
        (measure.nouns.length === 0 && (english.asPeople.has(noun) || measure.told.includes(noun)))
      )
    }
    case 'things':
      return unit === '' && value > 1 && (noun === null || measure.nouns.includes(noun))
    case 'money':
      return isMoney
    case 'age':
      return value < 120
    case 'duration':
      return noun !== null && english.units.duration.has(noun)
    case 'rate':
      return unit === '%' || /^ (?:out )?(?:of|in) (?:every )?\d/.test(text.slice(end, end + 20))
    case 'volume':
      return noun !== null && english.units.volume.has(noun)
    case 'length':
      return noun !== null && english.units.length.has(noun) && start >= 0
    case 'any':
      return unit === '%'
    default:
      return false
  }
}

const isSaidBy = (word: string, { term, synonyms }: QueryTerm) =>
  stemsOf(word).some((stem) => stem === term || Object.hasOwn(synonyms, stem))

/** How near the words stand that tell the figure, 0 to .6; null where none is near. */
function nearness(
  figure: Figure,
  text: string,
  { told, scope, measure }: ComparedTopic,
  figures: readonly Figure[],
): number | null {
  const { start, end, noun } = figure
  const own = new Set(scope.flatMap(({ term, synonyms }) => [term, ...Object.keys(synonyms)]))
  if (measure?.quantity === 'age') return isAgeOf(text, figure, own) ? CLOSE : null
  if (measure?.quantity === 'any') {
    const distance = distanceTo(text, figure, own, figures)
    return distance <= ANY_NEAR ? CLOSE * (1 - distance / NEAR) : null
  }
  if (told.size === 0) return CLOSE * (1 - distanceTo(text, figure, own, figures) / NEAR)
  // "12 new cases": not how many there are.
  const increment = english.increments.has(/^\s+(\p{L}+)/u.exec(text.slice(end))?.[1]?.toLowerCase() ?? '')
  const part = noun !== null && english.parts.has(noun) && !own.has(stemsOf(noun)[0] ?? '') ? PART : 0
  const less =
    part + (increment || /\b(?:extra|another|further)\s$/i.test(text.slice(0, start)) ? INCREMENT : 0)
  const there = placed(figure, text, own)
  if (there < 0 && !stemsOf(text).some((stem) => own.has(stem))) return null
  if (noun !== null && stemsOf(noun).some((stem) => told.has(stem))) return CLOSE - less + there
  const counts = measure?.quantity === 'people' || measure?.quantity === 'things'
  const words = counts ? new Set([...told, ...english.totals]) : told
  const distance = distanceTo(text, figure, words, figures)
  // A bare number needs the word beside it.
  if (distance >= (counts && noun === null && figure.unit === '' ? BARE_NEAR : NEAR)) return null
  return CLOSE * (1 - distance / NEAR) - less + there
}

/** Whether the place behind a figure is asked for ("26 in Mexico"), or another is. */
function placed({ end }: Figure, text: string, own: ReadonlySet<string>): number {
  const place = english.where.exec(text.slice(end, end + NEAR))?.groups?.place
  if (!place || own.size === 0) return 0
  return stemsOf(place).some((stem) => own.has(stem)) ? THERE : -ELSEWHERE
}

const THERE = 0.2
const ELSEWHERE = 0.3

/** "Meer, 57,", "the 57-year-old mayor Adam Meer". */
function isAgeOf(text: string, { start, end }: Figure, own: ReadonlySet<string>): boolean {
  for (const match of text.matchAll(/[\p{L}][\p{L}\p{M}’'-]*/gu)) {
    const [from, to] = [match.index, match.index + match[0].length]
    if (Math.min(Math.abs(start - to), Math.abs(from - end)) > NEAR) continue
    if (!stemsOf(match[0].replace(/['’]s$/, '')).some((stem) => own.has(stem))) continue
    if (to <= start && english.ageBehind.test(text.slice(to, start))) return true
    if (from >= end && english.ageBefore.test(text.slice(end, from))) return true
  }
  return false
}

/** What the word beside a figure is worth. */
const CLOSE = 0.6
const INCREMENT = 0.5
const PART = 0.25
const ANY_NEAR = 40
const BARE_NEAR = 40
/** What stands between makes a word farther: another figure, a comma, "and". */
const BEHIND_FIGURE = 45
const BEHIND_COMMA = 20
const BEHIND_AND = 8

/** How far the nearest of some words stands from a figure, in characters; at most as far as one looks. */
function distanceTo(
  text: string,
  { start, end }: Figure,
  terms: ReadonlySet<string>,
  figures: readonly Figure[],
): number {
  let least = NEAR
  const from = Math.max(0, start - NEAR)
  for (const match of text.slice(from, end + NEAR).matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}’'-]*/gu)) {
    const at = from + match.index
    if (at >= start && at < end) continue
    if (!stemsOf(match[0]).some((stem) => terms.has(stem))) continue
    const [left, right] = at >= end ? [end, at] : [at + match[0].length, start]
    const between = text.slice(left, right)
    const other = figures.some((one) => one.start >= left && one.end <= right)
    const distance =
      between.length +
      (other ? BEHIND_FIGURE : 0) +
      (/[,;]|\bbut\b/.test(between) ? BEHIND_COMMA : /\band\b/.test(between) ? BEHIND_AND : 0)
    least = Math.min(least, distance)
  }
  return least
}

function agesIn(text: string): Figure[] {
  return [...text.matchAll(english.ages)].map((match) => {
    const age = match.groups!.age!
    const start = match.index + match[0].indexOf(age)
    return {
      start,
      end: start + age.length,
      text: age,
      value: Number(age),
      hedge: null,
      unit: '',
      noun: null,
    }
  })
}

/** The surest figure of each article. */
function onePerArticle(group: readonly Given[]): Given[] {
  return [...groupBy(group, ({ article }) => article.id).values()].map(
    (own) => [...own].sort((a, b) => b.score - a.score)[0]!,
  )
}

/**
 * Without what few give, where most give the same: of a thing that has one figure, another one is likely another
 * thing's. Sums, sizes and shares are such; those who are counted become more.
 */
function settled(group: readonly Given[], { measure }: ComparedTopic): readonly Given[] {
  const byValue = [...groupBy(group, ({ figure }) => `${figure.value}`).values()]
  const most = Math.max(...byValue.map(({ length }) => length))
  const grows = measure?.quantity === 'people' || measure?.quantity === 'volume'
  const isSettled = grows ? most >= MANY && most * 2 >= group.length : most > 1
  if (!isSettled) return group
  const best = Math.max(...group.map(({ score }) => score))
  return byValue.filter((same) => same.length > 1 || (!grows && same[0]!.score >= best)).flat()
}

const MANY = 3

const dayOf = ({ article }: Given) => article.published ?? ''

/** Newest first; of one day the surest first. Of the same figure of one outlet the newest alone. */
function inOrder(group: readonly Given[]): Given[] {
  const sorted = [...group].sort((a, b) => dayOf(b).localeCompare(dayOf(a)) || b.score - a.score)
  const seen = new Set<string>()
  return sorted.filter((one) => {
    const key = `${outletOf(one.article)} ${one.figure.value} ${one.figure.unit}`
    return !seen.has(key) && seen.add(key)
  })
}

function finding(
  group: readonly Given[],
  stems: readonly string[],
  title: string,
  topic: ComparedTopic,
): Finding {
  const row = rising(inOrder([...group].sort((a, b) => b.score - a.score).slice(0, MOST)), topic)
  const outlets = new Set(row.map(({ article }) => outletOf(article)))
  const agree = new Set(row.map(({ figure }) => figure.value)).size === 1 && outlets.size > 1
  const differs = differing(row)
  return {
    heading: message('noteFigures'),
    text: `${title}: ${agree ? phraseOf(row[0]!) : inTime(row)}`,
    ...(agree ? { agreeing: outlets.size } : {}),
    citations: row.map(({ article, sentence, figure: { start, end } }) =>
      cite(article, sentence, stems, [{ start: sentence.start + start, end: sentence.start + end }]),
    ),
    ...(differs ? { differs } : {}),
  }
}

/** "159 ← 103 / 81 ← 60": what is older behind an arrow, what is of one day behind a stroke; each figure once. */
function inTime(row: readonly Given[]): string {
  const oldest = new Map(row.map((one) => [one.figure.value, one]))
  return [
    ...groupBy(
      [...oldest.values()].sort((a, b) => dayOf(b).localeCompare(dayOf(a))),
      dayOf,
    ).values(),
  ]
    .map((day) => day.map(phraseOf).join(' / '))
    .join(' ← ')
}

/** Without figures far below those of before, where what is counted can but grow: the dead. */
function rising(row: readonly Given[], { measure }: ComparedTopic): Given[] {
  if (!measure?.cues.includes('death toll')) return [...row]
  return row.filter(({ figure }, at) =>
    row.slice(at + 1).every((older) => (figure.upper ?? figure.value) * MOST_FALL >= older.figure.value),
  )
}

const MOST_FALL = 3

/** The figure as written, with the unit that follows it: "six weeks". */
function phraseOf({ sentence, figure: { start, end, noun } }: Given): string {
  const [unit = ''] = /^\s\p{Ll}+/u.exec(sentence.text.slice(end)) ?? []
  const isUnit = noun !== null && Object.values(english.units).some((nouns) => nouns.has(unit.trim()))
  return sentence.text.slice(start, isUnit ? end + unit.length : end).replace(/\s+/g, ' ')
}

/** What outlets give otherwise at one time; what one gives later is no difference. */
function differing(row: readonly Given[]): Difference[] | null {
  for (const one of row) {
    const others = row.filter(
      (other) =>
        outletOf(other.article) !== outletOf(one.article) && isAtOnce(one, other) && !isSame(one, other),
    )
    if (others.length === 0) continue
    return [one, ...others].map(({ article, figure }) => ({
      source: outletOf(article),
      says: figure.text.replace(/\s+/g, ' '),
    }))
  }
  return null
}

/** Of different days they are later and earlier ones. */
const isAtOnce = (a: Given, b: Given) => dayOf(a) !== '' && dayOf(a) === dayOf(b)

/** Rounded figures are the same within a tenth. */
const ROUNDING = 0.1

/** Whether two figures can both be true: the same but for rounding, or a bound that the other keeps. */
function isSame({ figure: a }: Given, { figure: b }: Given): boolean {
  if (a.value === b.value) return true
  const [low, high] = a.value < b.value ? [a, b] : [b, a]
  if (low.upper !== undefined && low.upper >= high.value) return true
  if (low.hedge === 'over' || high.hedge === 'under') return high.value <= low.value * 2
  const isRounded = low.hedge === 'about' || high.hedge === 'about'
  return isRounded && high.value - low.value <= high.value * ROUNDING
}
