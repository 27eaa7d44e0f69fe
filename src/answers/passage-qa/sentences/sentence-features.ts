import type { Excerpt, PassageHit } from '../../../archive/contract/archive.js'
import { questions as english } from '../../../language/en/questions/questions.js'
import { predicateOf, wordAt } from '../../../text/syntax/index.js'
import { asksScene } from '../question/analyzed-question.js'
import { togetherness, verbatimShare } from './similarity.js'
/** Whether a sentence is a question: none in an article is the answer to one. */
export const asks = (sentence: string): boolean => /\?[”"’'»)\]\s]*$/.test(sentence)

import type { TextWord } from '../question/lexicon.js'
import { type AnalyzedQuestion, best } from '../question/question.js'
import type { Match } from '../question/understood.js'
import { type RatedFigure, ratedFigures } from './answer-figures.js'
import { givesReason } from './reasons.js'
import { isRefuted } from './refutation.js'
import { type ParsedSentence, parseSentence, roleFeatures } from './roles.js'
import { CONTEXT } from './span-context.js'
import { type AnswerSpan, answerSpans } from './spans.js'
import { type State, stateIn } from './state.js'

export interface Candidate {
  readonly hit: PassageHit
  readonly sentence: Excerpt
  /** Its place in its passage. */
  readonly at: number
  readonly features: Record<string, number>
  readonly words: readonly TextWord[]
  readonly matches: readonly Match[]
  /** How well each part of the question is matched by it, the sentence before it or the title. */
  readonly near: Float64Array
  figures: readonly RatedFigure[]
  spans: readonly (AnswerSpan & { readonly score: number })[]
  /** What it tells of the state that is asked for, where it is asked whether something is so. */
  state: State | null
}

const K1 = 1.2
const B = 0.6
const USUAL_LENGTH = 25

/**
 * The sentences of the passages, with the features that a glance needs: the rest is read of a few alone.
 * @param more what else of the question stands in a sentence than its words tell
 */
export function candidatesOf(
  asked: AnalyzedQuestion,
  hits: readonly PassageHit[],
  more: (hit: PassageHit, sentence: Excerpt, words: readonly TextWord[]) => readonly Match[] = () => [],
): Candidate[] {
  const parts = asked.parts.length
  // What stands beside one passage is another one's sentence.
  const known = new Map<string, readonly Match[]>()
  const matchesIn = (text: string) => {
    const matches = known.get(text) ?? asked.matcher.matches(asked.wordsOf(text))
    known.set(text, matches)
    return matches
  }
  const held = (text: string) => best(matchesIn(text), parts)
  const top = hits[0]?.score || 1
  const titles = new Map<string, Float64Array>()
  const ofArticle = new Map<string, Float64Array>()
  const found: Candidate[] = []
  const days = [...new Set(hits.map(({ article }) => article.published ?? ''))].sort()
  const seen = new Set<string>()
  for (const [rank, hit] of hits.entries()) {
    const { article, around, sentences } = hit
    const title = titles.get(article.id) ?? held(`${article.title}. ${around.lead}`)
    titles.set(article.id, title)
    const sequences = sentences.map(({ text }) => asked.wordsOf(text))
    const matched = sequences.map((words, i) => {
      const further = more(hit, sentences[i]!, words)
      const own = matchesIn(sentences[i]!.text)
      return further.length > 0 ? [...own, ...further].sort((a, b) => a.from - b.from) : own
    })
    const each = matched.map((matches) => best(matches, parts))
    const passage = new Float64Array(parts)
    for (const one of each) raise(passage, one)
    ofArticle.set(article.id, raise(Float64Array.from(ofArticle.get(article.id) ?? title), passage))
    const newest = days.length > 1 ? days.indexOf(article.published ?? '') / (days.length - 1) : 0.5
    for (const [i, sentence] of sentences.entries()) {
      const key = `${article.id}:${sentence.start}`
      if (seen.has(key) || asks(sentence.text)) continue
      seen.add(key)
      const words = sequences[i]!
      const matches = matched[i]!
      const own = each[i]!
      const previous = each[i - 1] ?? held(around.before)
      const next = each[i + 1] ?? held(around.behind)
      const features = coverageFeatures(asked, own, previous, next, passage, title)
      features.bm25 = bm25(asked, words, matches)
      features.rank = hit.score / top
      features.place = 1 / (1 + rank)
      features.furniture = Number(FURNITURE.test(sentence.text))
      features.cue = CUE * Number(hasCue(asked, hit, sentence))
      features.newest = newest
      const near = raise(raise(Float64Array.from(own), previous), title)
      found.push({
        hit,
        sentence,
        at: i,
        features,
        words,
        matches,
        near,
        figures: [],
        spans: [],
        state: null,
      })
    }
  }
  for (const candidate of found) {
    const article = raise(Float64Array.from(candidate.near), ofArticle.get(candidate.hit.article.id)!)
    let lost = 0
    let worst = 0
    asked.parts.forEach(({ share }, i) => {
      const missing = share * (1 - article[i]!)
      lost += missing
      worst = Math.max(worst, missing)
    })
    candidate.features.articleMiss = lost
    candidate.features.articleWorst = worst
  }
  return found
}

/** What it adds at a glance that a sentence holds something of the kind that is asked for. */
const CUE = 0.3

const FIGURE =
  /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen|\p{L}+ty|dozens?|hundreds?|thousands?|millions?|billions?|half|third|quarter)\b/iu
const AGE = /\b(?:aged?|years?[ -]old)\b|(?<!\p{L})\p{Lu}\p{L}+, \d{1,2}[,.) ]/u

/** Whether a sentence holds something of the kind that is asked for, at a glance. */
function hasCue(
  asked: AnalyzedQuestion,
  { names, dates }: PassageHit,
  { start, end, text }: Excerpt,
): boolean {
  const within = (span: { readonly start: number; readonly end: number }) =>
    span.start >= start && span.end <= end
  switch (kindOf(asked)) {
    case 'number':
      return asked.figure?.units.age === 1 ? AGE.test(text) : FIGURE.test(text)
    case 'who':
      return names.some((name) => within(name) && name.kind !== 'place')
    case 'place':
      return names.some((name) => within(name) && name.kind === 'place')
    case 'date':
      return dates.some(within)
    case 'reason':
      return givesReason(text)
    default:
      return false
  }
}

/** Raises each value to that of another list, where that is greater. */
function raise(values: Float64Array, others: Float64Array): Float64Array {
  for (let i = 0; i < values.length; i++) if (others[i]! > values[i]!) values[i] = others[i]!
  return values
}

/** The terms of a sentence, each as the part of the question that it stands for. */
function standing(asked: AnalyzedQuestion, words: readonly TextWord[], matches: readonly Match[]): string[] {
  const values = new Map<number, Match>()
  for (const match of matches) {
    if (match.value > 0.5 && match.value > (values.get(match.from)?.value ?? 0)) values.set(match.from, match)
  }
  const stems: string[] = []
  for (const [i, { term, stop }] of words.entries()) {
    const match = values.get(i)
    if (match) stems.push(asked.parts[match.part]!.term)
    else if (!stop) stems.push(term)
  }
  return stems
}

/** @param matches in the order of the words: of those of a part at one word the best counts */
function bm25({ parts }: AnalyzedQuestion, words: readonly TextWord[], matches: readonly Match[]): number {
  const counts = new Float64Array(parts.length)
  const last = new Float64Array(parts.length)
  const at = new Int32Array(parts.length).fill(-1)
  for (const { part, value, from } of matches) {
    if (at[part] !== from) {
      counts[part]! += last[part]!
      last[part] = value
      at[part] = from
    } else if (value > last[part]!) last[part] = value
  }
  const norm = K1 * (1 - B + (B * words.length) / USUAL_LENGTH)
  let sum = 0
  for (let i = 0; i < parts.length; i++) {
    const count = counts[i]! + last[i]!
    sum += (parts[i]!.share * count * (K1 + 1)) / (count + norm)
  }
  return sum
}

function coverageFeatures(
  asked: AnalyzedQuestion,
  own: Float64Array,
  previous: Float64Array,
  next: Float64Array,
  passage: Float64Array,
  title: Float64Array,
): Record<string, number> {
  let exact = 0,
    synonym = 0,
    soft = 0,
    before = 0,
    after = 0,
    wide = 0,
    head = 0
  let names = 0,
    nameOwn = 0,
    nameNear = 0,
    nameWide = 0,
    focus = 0,
    verb = 0,
    verbs = 0,
    lost = 0,
    worst = 0,
    held = 0
  asked.parts.forEach(({ share, name, focus: isFocus, verb: isVerb }, i) => {
    const value = own[i]!
    if (value >= 1) exact += share
    if (value >= 0.8) synonym += share
    soft += share * value
    held += Number(value >= 0.8)
    const withPrevious = Math.max(value, previous[i]!)
    const near = Math.max(withPrevious, next[i]!)
    const all = Math.max(near, passage[i]!, title[i]!)
    before += share * (withPrevious - value)
    after += share * (near - withPrevious)
    wide += share * (Math.max(near, passage[i]!) - near)
    head += share * (all - Math.max(near, passage[i]!))
    lost += share * (1 - all)
    worst = Math.max(worst, share * (1 - all))
    if (name) {
      names += share
      nameOwn += share * Number(value >= 0.8)
      nameNear += share * Number(Math.max(withPrevious, title[i]!) >= 0.8)
      nameWide += share * Number(all >= 0.8)
    }
    if (isFocus) focus = value
    if (isVerb) {
      verbs += share
      verb += share * value
    }
  })
  const rate = (x: number) => (names > 0 ? x / names : 0)
  return {
    exact,
    synonym,
    soft,
    before,
    after,
    wide,
    head,
    lost,
    worst,
    held: held / Math.max(1, asked.parts.length),
    nameOwn: rate(nameOwn),
    nameNear: rate(nameNear),
    nameWide: rate(nameWide),
    nameLost: names - nameWide,
    focus,
    verb: verbs > 0 ? verb / verbs : 0,
    full: soft * soft,
  }
}

/** How tightly the matched parts stand: how many over the words from the first to the last. */
function tightness(matches: readonly Match[]): number {
  let first = Number.POSITIVE_INFINITY
  let last = -1
  const parts = new Set<number>()
  for (const { part, value, from, to } of matches) {
    if (value < 0.5) continue
    first = Math.min(first, from)
    last = Math.max(last, to)
    parts.add(part)
  }
  return parts.size < 2 ? 0 : parts.size / (last - first)
}

function longestOrder(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0)
  for (const term of a) {
    const next = [0]
    for (let j = 0; j < b.length; j++)
      next.push(b[j] === term ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!))
    row = next
  }
  return row[b.length]!
}

const FURNITURE =
  /\b\d{1,2}[.:]\d\d (?:GMT|BST|EDT|EST|am|pm)\b|\blast updated\b|^photograph\b|\bphotograph: |\/(?:AP|EPA|AFP|Reuters|Getty)|\bappeared on p|\bcopyright\b|\ball rights reserved\b|\bread more\b|\bsign up\b|\bfollow us\b|\bnewsletter\b|@\w+/i

/** Without one of these a sentence is no caption: a short look spares a long one. */
const PICTURE = /hoto|mage|icture|view|seen|shown|handout|deo Ad/
/** What a picture shows and whose it is. */
const CAPTION =
  /^(?:an? (?:(?:aerial|general|file|handout) )?(?:image|view|photo|picture)|this (?:image|photo|picture|handout|file))\b|\b(?:is|are) (?:seen|shown|pictured)\b|\bin this (?:\p{L}+ )?(?:photo|image|handout|undated|file)\b|\b(?:photo|picture|image)s? (?:by|courtesy|provided)\b|\b(?:file|handout) (?:photo|image|picture)\b|\bvideo ad feedback\b/iu
/** The headline of another article: "Dam latest:Mayor quits", "More: …". */
const TEASER =
  /[\p{Ll}?!’'"]:\p{Lu}|^(?:more|watch|read|related|see also|listen|opinion|analysis|explainer)\b[^:.]{0,20}:/iu

/** How the question's words stand to one another in a sentence. */
export function orderFeatures(
  asked: AnalyzedQuestion,
  { sentence, words, matches }: Candidate,
): Record<string, number> {
  const { parts } = asked
  const stems = standing(asked, words, matches)
  const terms = parts.map(({ term }) => term)
  return {
    together: togetherness(asked, stems),
    verbatim: verbatimShare(asked.pairs, sentence.text),
    order: longestOrder(terms, stems) / Math.max(1, parts.length),
    span: tightness(matches),
  }
}

export function formFeatures({ sentence: { text }, words, at, hit }: Candidate): Record<string, number> {
  const quoted =
    (text.match(/[“"][^“”"]*[”"]?/g) ?? []).reduce((sum, one) => sum + one.length, 0) / text.length
  const opening = text.split(' ', 2).map((word) => word.toLowerCase().replace(/[^\p{L}]/gu, ''))
  return {
    length: Math.log(1 + words.length) / 4,
    short: Number(words.length < 8),
    long: Number(words.length > 50),
    first: Number(at === 0),
    lead: Number(hit.sentences[0]!.paragraph <= 1),
    depth: Math.log(1 + hit.sentences[0]!.paragraph) / 4,
    unended: Number(!/[.!?…][”"’')\]]*$/.test(text)),
    quoted,
    speech: Number(/\b(?:said|says|told|added)\b/.test(text)),
    carried: Number(opening.some((word) => english.backReferences.has(word))),
    digits: Number(/\d/.test(text)),
    denied: Number(english.denials.test(text)),
    caption: Number(PICTURE.test(text) && CAPTION.test(text)),
    teaser: Number(text.includes(':') && TEASER.test(text)),
  }
}

/** How much speaks for a sentence at a glance: enough to choose which are read. */
export function glance(f: Readonly<Record<string, number>>): number {
  return (
    2 * f.soft! +
    1.5 * f.bm25! +
    0.7 * f.before! +
    0.6 * f.head! +
    0.4 * f.wide! +
    0.6 * f.rank! +
    (f.cue ?? 0) +
    0.5 * f.exact! -
    0.5 * f.furniture!
  )
}

/** The kinds of questions whose sentences are told apart by different things. */
export function kindOf(asked: Pick<AnalyzedQuestion, 'type' | 'polar' | 'identity'>): string {
  if (asked.identity) return 'identity'
  switch (asked.type) {
    case 'person':
    case 'organisation':
      return 'who'
    case 'number':
    case 'money':
    case 'percentage':
    case 'duration':
      return 'number'
    case 'place':
      return 'place'
    case 'date':
      return 'date'
    case 'reason':
      return 'reason'
    case 'thing':
    case 'quotation':
      return 'thing'
    default:
      return asked.polar ? 'polar' : 'other'
  }
}

/** The features that need the sentence to be read for what in it would answer. */
export function readFeatures(asked: AnalyzedQuestion, candidate: Candidate): void {
  const { hit, sentence, features, words, matches } = candidate
  const kind = kindOf(asked)
  const parsed = parseSentence(sentence.text, words, matches, asked.parts.length)
  const shares = asked.parts.map(({ share }) => share)
  Object.assign(
    features,
    orderFeatures(asked, candidate),
    formFeatures(candidate),
    roleFeatures(asked.roles, parsed, shares),
  )
  if (kind === 'polar') {
    features.refuted = Number(isRefuted(parsed, shares))
    readState(asked, candidate, parsed)
  }
  candidate.figures = kind === 'number' ? ratedFigures(asked, hit, sentence, words, matches) : []
  candidate.spans = answerSpans(asked, kind, hit, sentence, words, matches, candidate.figures, parsed)
    .map((span) => ({ ...span, score: spanScore(span.features) }))
    .sort((a, b) => b.score - a.score)
  const [top] = candidate.spans
  const f = top?.features
  const fit = f?.fit ?? 0
  features[`fit.${kind}`] = fit
  features[`near.${kind}`] = f?.near ?? 0
  features[`link.${kind}`] = fit * (f?.link ?? 0)
  features[`fills.${kind}`] = fit * (f?.fills ?? 0)
  features[`good.${kind}`] = fit * (f?.near ?? 0)
  features.fitting = Number(fit > 0.8)
  Object.assign(features, missingFeatures(asked, candidate))
  // The predicate stands there, but what is asked for is none of its own: "she was shot" tells of no doer.
  const fills = Math.max(f?.fills ?? 0, (f?.link ?? 0) >= LINKED ? 1 : 0)
  features.softer = softer(asked, candidate)
  features.kinVerb = kinVerb(asked, parsed, features.predicate ?? 0)
  features.past = Number(asked.past) * (features.unsure ?? 0)
  for (const name of CONTEXT) features[`${name}.${kind}`] = f?.[name] ?? 0
  features.unfilled = Number(asked.roles.asked !== 'beside') * (features.verbal ?? 0) * (1 - fills)
  features.speaker = Number(kind === 'who') * (f?.speaks ?? 0)
  features.scene = Number(asksScene(asked)) * fit
  // "The name of the BOY": of a person who is told to be one.
  features.nameless = Number(asked.named && kind === 'who') * (1 - (f?.focusBy ?? 0))
  if (kind === 'reason') {
    features.cause = Number(
      /\b(?:because|due to|owing to|thanks to|reasons?|blam\w+|cit(?:ed|ing)|caus\w+)\b/i.test(sentence.text),
    )
    features.cause2 = Number(
      /\b(?:after|amid|over|as|following|fear\w*|so that|in order to|in protest|accus\w+|since)\b/i.test(
        sentence.text,
      ),
    )
  }
  for (const name of ['denied', 'quoted', 'lead', 'focus', 'verb', 'newest', 'edge', 'agree'] as const)
    features[`${name}.${kind}`] = features[name]!
  features.current = Number(asked.current) * features.newest!
}

/** What a sentence says of whether something is so: its state or the opposite, of what is asked about, and how new. */
function readState(asked: AnalyzedQuestion, candidate: Candidate, { syntax }: ParsedSentence): void {
  const { matches, words, features } = candidate
  const state = stateIn(asked, syntax, matches, ({ from }) => wordAt(syntax, words[from]!.start))
  candidate.state = state
  features.state = state?.of ?? 0
  features.stateFact = state?.fact ? state.of : 0
  features.stateNewest = features.stateFact * features.newest!
  features.stateOpposite = state?.opposite ? state.of : 0
}

/** How much of the question is matched where the likest word stands for each part, by its cosine. */
function softer({ parts, matcher }: AnalyzedQuestion, { matches, words }: Candidate): number {
  const held = best(matches, parts.length)
  for (const { word, stop } of words) {
    if (stop) continue
    const cosines = matcher.cosines(word)
    for (let i = 0; i < held.length; i++) if (cosines[i]! > held[i]!) held[i] = cosines[i]!
  }
  return parts.reduce((sum, { share }, i) => sum + share * held[i]!, 0)
}

/** How like a verb that governs something of the question is to the predicate that is asked about. */
function kinVerb(
  { roles: { predicate }, matcher }: AnalyzedQuestion,
  { syntax, at }: ParsedSentence,
  known: number,
): number {
  let most = known
  if (predicate < 0) return most
  at.forEach((places, part) => {
    if (part === predicate) return
    for (const { word } of places) {
      const verb = predicateOf(syntax, word)
      if (verb >= 0) most = Math.max(most, matcher.cosines(syntax.words[verb]!)[predicate]!)
    }
  })
  return most
}

/** From this nearness in the tree on, a span belongs to the predicate. */
const LINKED = 0.8
/** A part with less of the question's weight says little. */
const SAYS = 0.08

/** What of the question neither the sentence nor the one before it nor the title holds. */
function missingFeatures(
  { parts, roles: { predicate } }: AnalyzedQuestion,
  { near, matches }: Candidate,
): Record<string, number> {
  const own = best(matches, parts.length)
  const telling = parts.flatMap(({ share }, i) => (share >= SAYS ? [i] : []))
  const least = (held: Float64Array, some: readonly number[]) => Math.min(1, ...some.map((i) => held[i]!))
  const names = telling.filter((i) => parts[i]!.name)
  const words = telling.filter((i) => !parts[i]!.name)
  return {
    least: least(near, telling),
    leastOwn: least(own, telling),
    leastName: least(near, names),
    leastWord: least(near, words),
    predicateMiss: predicate < 0 ? 0 : 1 - near[predicate]!,
    predicateOwnMiss: predicate < 0 ? 0 : 1 - own[predicate]!,
  }
}

/** Adds how many other articles have a sentence with the same likeliest span: what several tell is likelier so. */
export function addSupport(candidates: readonly Candidate[]): void {
  const telling = new Map<string, Set<string>>()
  const key = ({ spans: [top], sentence }: Candidate) =>
    top && top.fit >= FITTING
      ? sentence.text.slice(top.start, top.end).toLowerCase().replace(QUALIFIED, '')
      : null
  for (const candidate of candidates) {
    const span = key(candidate)
    if (span === null) continue
    const articles = telling.get(span) ?? new Set()
    telling.set(span, articles.add(candidate.hit.article.report ?? candidate.hit.article.id))
  }
  for (const candidate of candidates) {
    const span = key(candidate)
    candidate.features.support = span === null ? 0 : Math.log2(telling.get(span)!.size) / 2
  }
}

const FITTING = 0.5
const QUALIFIED = /^(?:more than|at least|about|around|nearly|some|almost|up to|mr|mrs|ms) /

/** Which span of a sentence is looked at first. */
function spanScore(f: Readonly<Record<string, number>>): number {
  return (
    3 * f.fit! +
    f.near! +
    0.8 * f.link! +
    f.fills! -
    f.opposes! -
    f.speaks! +
    (f.scope ?? 0) +
    0.6 * (f.tie ?? 0) +
    0.5 * (f.focusBy ?? 0) +
    0.7 * (f.kin ?? 0) +
    0.3 * f.between! +
    0.4 * f.introduced!
  )
}
