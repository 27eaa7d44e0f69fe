import { questions as english } from '../../../language/en/questions/questions.js'
import { TEMPORAL } from '../../../language/en/text/syntax.js'
import {
  child,
  doerOf,
  isPassive,
  isPredicate,
  isVerb,
  LABEL,
  modalityOf,
  predicateOf,
  type SentenceSyntax,
  sentenceSyntax,
  subjectOf,
  subtree,
  TAG,
  undergoerOf,
  wordAt,
} from '../../../text/syntax/index.js'
import type { TextWord } from '../question/lexicon.js'
import type { Concept, Match } from '../question/understood.js'
import { accusedOf, isCalled, isOne } from './deed.js'
import { isHypothetical } from './hypothetical.js'

export type Role = 'doer' | 'undergoer' | 'beside'

/** How a question's concepts hang together, and what it asks for. */
export interface AskedRoles {
  /** The concept that the rest hangs on; -1 where the parse shows none. */
  readonly predicate: number
  /** What the answer is to it. */
  readonly asked: Role
  /** Concepts that are named as who does it, and as whom or what it is done to. */
  readonly doers: readonly number[]
  readonly undergoers: readonly number[]
  /** Concepts of which one hangs on the other. */
  readonly edges: readonly (readonly [number, number])[]
}

const WH = new Set<number>([TAG.WP, TAG.WDT, TAG.WRB, TAG.WP$])

export function askedRoles(
  text: string,
  words: readonly TextWord[],
  concepts: readonly Concept[],
  isSubject: boolean,
): AskedRoles {
  const syntax = sentenceSyntax(text)
  const ofWord = new Map<number, number>()
  concepts.forEach(({ from, to }, i) => {
    for (let at = from; at < to; at++) {
      const word = wordAt(syntax, words[at]!.start)
      if (word >= 0) ofWord.set(word, i)
    }
  })
  const above = (word: number): number => {
    const own = ofWord.get(word)
    for (let at = syntax.head[word]!; at >= 0; at = syntax.head[at]!) {
      const found = ofWord.get(at)
      if (found !== undefined && found !== own) return found
    }
    return -1
  }
  const edges: [number, number][] = []
  for (const [word, concept] of ofWord) {
    const head = above(word)
    if (head >= 0 && !edges.some(([a, b]) => a === concept && b === head)) edges.push([concept, head])
  }
  const asking = syntax.words.findIndex((_, i) => WH.has(syntax.tag[i]!))
  // "What was the name of the boy WHO was rescued": what is told of him is told behind.
  const relative = english.asksName.test(text)
    ? syntax.words.findIndex((word, i) => i > asking && ['who', 'that'].includes(word.toLowerCase()))
    : -1
  const wh = relative > 0 ? relative : asking
  let root = wh >= 0 ? predicateOf(syntax, wh) : -1
  if (root < 0) root = syntax.words.findIndex((_, i) => syntax.head[i]! < 0)
  const conceptAt = (word: number) => {
    if (word < 0) return []
    const { first, last } = subtree(syntax, word)
    const found = new Set<number>()
    for (let at = first; at <= last; at++) {
      const own = ofWord.get(at)
      if (own !== undefined) found.add(own)
    }
    return [...found]
  }
  let predicate = root >= 0 ? (ofWord.get(root) ?? -1) : -1
  const verbAt = root
  if (predicate < 0) predicate = concepts.findIndex((one) => one.verb)
  const isVerbal = verbAt >= 0 && isVerb(syntax, verbAt)
  const doer = isVerbal ? doerOf(syntax, verbAt) : -1
  const undergoer = isVerbal ? undergoerOf(syntax, verbAt) : -1
  const holdsWh = (word: number) => {
    if (word < 0 || wh < 0) return false
    const { first, last } = subtree(syntax, word)
    return first <= wh && wh <= last
  }
  let asked: Role = 'beside'
  if (isVerbal && holdsWh(doer)) asked = 'doer'
  else if (isVerbal && (holdsWh(undergoer) || (wh >= 0 && syntax.label[wh] === LABEL.dobj)))
    asked = 'undergoer'
  const other = (list: readonly number[]) => list.filter((i) => i !== predicate)
  const plain = relative > 0 ? null : plainRoles(words, concepts, isSubject, syntax)
  if (plain) return { ...plain, edges }
  return {
    predicate,
    asked,
    doers: holdsWh(doer) ? [] : other(conceptAt(doer)),
    undergoers: holdsWh(undergoer) ? [] : other(conceptAt(undergoer)),
    edges,
  }
}

const GETS = new Set(['get', 'gets', 'got', 'getting', 'gotten'])
const DOES = new Set(['did', 'does', 'do'])
const ASKING = new Set(['who', 'which', 'what', 'whom'])
const PREPOSITIONS = new Set<number>([TAG.IN, TAG.TO])

/**
 * What is plain from the order of a question's words, which the parser often gets wrong, for statements have no such
 * order: "which pilot hit the pier?", "who got hit?", "what did the pilot hit?"; null for any other question.
 */
function plainRoles(
  words: readonly TextWord[],
  concepts: readonly Concept[],
  isSubject: boolean,
  syntax: SentenceSyntax,
): Omit<AskedRoles, 'edges'> | null {
  if (!ASKING.has(words[0]?.word ?? '')) return null
  const tagAt = (at: number) => syntax.tag[wordAt(syntax, words[at]!.start)]
  const isVerbal = ({ from, verb }: Concept) => {
    const word = wordAt(syntax, words[from]!.start)
    return word >= 0 && (isVerb(syntax, word) || (verb && !NOUN.has(syntax.tag[word]!)))
  }
  if (isSubject) {
    const predicate = concepts.findIndex(
      (one) => one.from > 0 && !(one.focus && one.from === 1 && words[0]!.word !== 'who') && isVerbal(one),
    )
    if (predicate < 0) return null
    const { from, to } = concepts[predicate]!
    // A word before it that is neither of the noun phrase nor "got": "who had to leave", "who used to run".
    const between = words.slice(1, from)
    const passive = GETS.has(words[from - 1]!.word)
    if (between.some(({ stop, word }) => stop && !GETS.has(word))) return null
    const end = words.findIndex((_, at) => at >= to && PREPOSITIONS.has(tagAt(at)!))
    const last = end < 0 ? words.length : end
    const behind = concepts.flatMap((one, i) => (one.from >= to && one.from < last ? [i] : []))
    if (!passive) return { predicate, asked: 'doer', doers: [], undergoers: behind }
    const by = words.findIndex(({ word }, at) => at >= to && word === 'by')
    const doers = by < 0 ? [] : concepts.flatMap((one, i) => (one.from > by ? [i] : []))
    return { predicate, asked: 'undergoer', doers, undergoers: [] }
  }
  const helper = words.findIndex(({ word }) => DOES.has(word))
  if (helper < 1) return null
  const after = concepts.flatMap((one, i) => (one.from > helper ? [i] : []))
  // "Who did the attack?"
  if (after.length === 1 && words[0]!.word === 'who' && english.determiners.has(words[helper + 1]!.word))
    return { predicate: after[0]!, asked: 'doer', doers: [], undergoers: [] }
  const end = words.findIndex((_, at) => at > helper + 1 && PREPOSITIONS.has(tagAt(at)!))
  const clause = after.filter((i) => end < 0 || concepts[i]!.from < end)
  const verb = clause.findLast((i) => i !== clause[0] && isVerbal(concepts[i]!)) ?? clause.at(-1)
  if (verb === undefined) return null
  return { predicate: verb, asked: 'undergoer', doers: clause.filter((i) => i < verb), undergoers: [] }
}

const NOUN = new Set<number>([TAG.NN, TAG.NNS, TAG.NNP, TAG.NNPS])

/** The words of a clause and how it tells what it tells. */
export interface Clause {
  readonly words: ReadonlySet<number>
  /** 1 where it tells of what is planned, wanted, possible or conditional. */
  readonly unreal: number
  readonly negated: number
  /** See `isHypothetical`. */
  readonly wouldBe: number
}

/** A sentence with its syntax and where the question's parts stand in it. */
export interface ParsedSentence {
  readonly syntax: SentenceSyntax
  /** For each part the words that stand for it, with how well. */
  readonly at: readonly (readonly { readonly word: number; readonly value: number }[])[]
  /** The clauses that were looked at, by their predicates. */
  readonly clauses: Map<number, Clause>
}

const LEAST = 0.35

export function parseSentence(
  text: string,
  words: readonly TextWord[],
  matches: readonly Match[],
  parts: number,
): ParsedSentence {
  const syntax = sentenceSyntax(text)
  const at: { word: number; value: number }[][] = Array.from({ length: parts }, () => [])
  for (const { part, value, from } of matches) {
    if (value < LEAST) continue
    const word = wordAt(syntax, words[from]!.start)
    if (word < 0) continue
    const known = at[part]!.find((one) => one.word === word)
    if (!known) at[part]!.push({ word, value })
    else if (value > known.value) known.value = value
  }
  return { syntax, at, clauses: new Map() }
}

/** How near two words are by the steps between them in the tree. */
const NEARNESS = [1, 1, 0.8, 0.5, 0.3, 0.15]

/** How near two words stand in the tree: 1 where one hangs on the other, 0 beyond five steps. */
export function treeNearness({ head }: Pick<SentenceSyntax, 'head'>, a: number, b: number): number {
  for (let other = b, down = 0; other >= 0 && down < NEARNESS.length; other = head[other]!, down++) {
    for (let one = a, up = 0; one >= 0 && up < NEARNESS.length; one = head[one]!, up++) {
      if (one === other) return NEARNESS[up + down] ?? 0
    }
  }
  return 0
}

/** What a sentence's syntax says for and against its telling of what is asked. */
export function roleFeatures(
  { predicate, asked, doers, undergoers, edges }: AskedRoles,
  { syntax, at }: ParsedSentence,
  shares: readonly number[],
): Record<string, number> {
  let all = 0
  let linked = 0
  for (const [a, b] of edges) {
    const weight = Math.min(shares[a]!, shares[b]!)
    all += weight
    let best = 0
    for (const one of at[a]!)
      for (const other of at[b]!)
        if (one.word !== other.word)
          best = Math.max(best, Math.min(one.value, other.value) * treeNearness(syntax, one.word, other.word))
    linked += weight * best
  }
  const features: Record<string, number> = {
    edge: all > 0 ? linked / all : 0,
    edges: Number(all > 0),
    predicate: 0,
    verbal: 0,
    agree: 0,
    clash: 0,
    negated: 0,
    unsure: 0,
    conditional: 0,
    otherDoer: 0,
    otherUndergoer: 0,
    agentless: 0,
    passing: 0,
    hypothetical: 0,
  }
  if (predicate < 0) return features
  let bestScore = Number.NEGATIVE_INFINITY
  for (const { word, value } of at[predicate]!) {
    features.predicate = Math.max(features.predicate!, value)
    if (!isVerb(syntax, word) && !isPredicate(syntax, word)) continue
    const doer = doerOf(syntax, word)
    const undergoer = undergoerOf(syntax, word)
    const agree =
      Number(doers.length > 0) * held(doers, doer, syntax, at) +
      Number(undergoers.length > 0) * held(undergoers, undergoer, syntax, at)
    const clash =
      Number(doers.length > 0) * held(doers, undergoer, syntax, at) +
      Number(undergoers.length > 0) * held(undergoers, doer, syntax, at)
    const otherDoer = isOther(doers, doer, syntax, at)
    const otherUndergoer = isOther(undergoers, undergoer, syntax, at)
    const score = value + agree - 0.5 * clash - 0.25 * (otherDoer + otherUndergoer)
    if (score <= bestScore) continue
    bestScore = score
    const modality = modalityOf(syntax, word)
    features.verbal = value
    features.agree = value * agree
    features.clash = value * Math.max(0, clash - agree)
    features.otherDoer = value * otherDoer
    features.otherUndergoer = value * otherUndergoer
    features.agentless = value * Number(asked === 'doer' && doer < 0 && isPassive(syntax, word))
    features.passing = value * Number(isInPassing(syntax, word))
    features.hypothetical = Number(isHypothetical(syntax, word))
    features.negated = Number(modality.negated || modality.denied)
    features.conditional = Number(modality.conditional)
    features.unsure = Number(
      modality.planned || modality.wanted || modality.conditional || modality.possible || modality.future,
    )
  }
  return features
}

function held(
  concepts: readonly number[],
  word: number,
  syntax: SentenceSyntax,
  at: ParsedSentence['at'],
): number {
  if (word < 0) return 0
  const { first, last } = subtree(syntax, word)
  let best = 0
  for (const concept of concepts)
    for (const one of at[concept]!)
      if (one.word >= first && one.word <= last) best = Math.max(best, one.value)
  return best
}

/** Whether a clause only tells when something else was: "the port shut AFTER the ferry SANK". */
function isInPassing(syntax: SentenceSyntax, predicate: number): boolean {
  const mark = syntax.label[predicate] === LABEL.advcl ? child(syntax, predicate, LABEL.mark) : -1
  return mark >= 0 && TEMPORAL.has(syntax.words[mark]!.toLowerCase())
}

/** Whether somebody or something else than what the question names does it, or it is done to: a pronoun may be they. */
function isOther(
  named: readonly number[],
  word: number,
  syntax: SentenceSyntax,
  at: ParsedSentence['at'],
): number {
  if (named.length === 0 || word < 0 || PRONOUNS.has(syntax.tag[word]!)) return 0
  return held(named, word, syntax, at) > 0 ? 0 : 1
}

/** How far a word fills the role that is asked for, or the other one, 0 to 1. */
export interface RoleOfWord {
  /** How near it stands to the predicate in the tree. */
  readonly link: number
  readonly fills: number
  /** How near it stands to a verb of that kind, or to a noun that tells who it is. */
  readonly theirs: number
  readonly opposes: number
  /** The place of the word that says of somebody that they did it, where that is only alleged; -1 for none. */
  readonly alleged: number
  /** How far the predicate's other argument is what the question names there: "wrote the RULING". */
  readonly frame: number
  /** How far it is something else: "wrote that …" where it is asked who wrote the ruling. */
  readonly other: number
}

/** What a word of a sentence is to the predicate that is asked about. */
export function roleOfWord(
  { predicate, asked, doers, undergoers }: AskedRoles,
  { syntax, at }: ParsedSentence,
  first: number,
  last: number,
): RoleOfWord {
  let link = 0
  let fills = 0
  let opposes = 0
  let alleged = -1
  let by = -1
  let theirs = 0
  let head = first
  for (let i = first; i <= last; i++) if (syntax.head[i]! < first || syntax.head[i]! > last) head = i
  const within = (word: number) => {
    if (word < 0) return false
    const tree = subtree(syntax, word)
    return (
      word === head || (tree.first <= head && head <= tree.last && treeNearness(syntax, word, head) >= 0.8)
    )
  }
  if (predicate >= 0)
    for (const { word, value } of at[predicate]!) {
      link = Math.max(link, value * treeNearness(syntax, word, head))
      if (isVerb(syntax, word) || isOne(syntax, word, head))
        theirs = Math.max(theirs, value * treeNearness(syntax, word, head))
      if (asked === 'doer' && value > fills) {
        const accused = accusedOf(syntax, word)
        if (isCalled(syntax, word, head)) [fills, alleged, by] = [value, -1, word]
        else if (accused && within(accused.word)) [fills, alleged, by] = [value, accused.alleged ?? -1, word]
      }
      if (asked === 'beside' || !(isVerb(syntax, word) || isPredicate(syntax, word))) continue
      const doer = isPassive(syntax, word) ? doerOf(syntax, word) : subjectOf(syntax, word)
      const undergoer = undergoerOf(syntax, word)
      const [wanted, other] = asked === 'doer' ? [doer, undergoer] : [undergoer, doer]
      if (within(wanted) && value > fills) [fills, alleged, by] = [value, -1, word]
      if (within(other)) opposes = Math.max(opposes, value)
    }
  const named = asked === 'doer' ? undergoers : doers
  const frame = by < 0 || named.length === 0 ? 0 : fills * frameOf(asked, named, by, syntax, at)
  return {
    link,
    fills,
    theirs,
    opposes: Math.max(0, opposes - fills),
    alleged,
    frame: Math.max(0, frame),
    other: Math.max(0, -frame),
  }
}

/**
 * Whether what a question names as the other argument of a predicate is that of a sentence's: how well it is held there,
 * -1 where something else is, 0 where nothing is or a pronoun.
 */
function frameOf(
  asked: Role,
  named: readonly number[],
  predicate: number,
  syntax: SentenceSyntax,
  at: ParsedSentence['at'],
): number {
  if (!isVerb(syntax, predicate)) return held(named, predicate, syntax, at)
  const argument = asked === 'doer' ? undergoerOf(syntax, predicate) : doerOf(syntax, predicate)
  const clause = asked === 'doer' ? child(syntax, predicate, LABEL.ccomp) : -1
  const value = Math.max(held(named, argument, syntax, at), held(named, clause, syntax, at))
  if (value > 0) return value
  const isTold = argument >= 0 && !PRONOUNS.has(syntax.tag[argument]!)
  return isTold || clause >= 0 ? -1 : 0
}

const PRONOUNS = new Set<number>([TAG.PRP, TAG.WP, TAG.WDT, TAG.DT])

/** Whether a word is the subject of a verb of speech. */
export function speaks(
  syntax: SentenceSyntax,
  first: number,
  last: number,
  says: (word: string) => boolean,
): boolean {
  for (let i = first; i <= last; i++) {
    const head = syntax.head[i]!
    if (head < 0 || (syntax.label[i] !== LABEL.nsubj && syntax.label[i] !== LABEL.nmod)) continue
    if (syntax.label[i] === LABEL.nsubj && says(syntax.words[head]!.toLowerCase())) return true
    if (syntax.label[i] === LABEL.nmod && child(syntax, i, LABEL.case) >= 0) {
      const lead = syntax.words
        .slice(Math.max(0, first - 2), first)
        .join(' ')
        .toLowerCase()
      if (lead.includes('according to')) return true
    }
  }
  return false
}
