import { names } from '../../language/en/names/names.js'
import { questions as english } from '../../language/en/questions/questions.js'
import type { AnswerType } from '../../language/language.js'
import { sentenceSyntax, TAG, wordAt } from '../../text/syntax/index.js'
import { Analyzer } from '../../text/terms.js'
import { tokensOf } from '../passage-qa/question/phrases.js'

const analyzer = new Analyzer()

/** What a question asks for, by its words alone. */
export interface QuestionShape {
  readonly type: AnswerType
  /** What kind of thing is asked for, in the question's own words: the term of "team" in "which team won?" */
  readonly focus: string | null
  /** Whether several are asked for ("which two rivers"). */
  readonly plural: boolean
  /** Whether it asks who or what does something ("who won?"), not what is done ("what did they sign?"). */
  readonly subject: boolean
  /** The terms between which the answer would stand if the question were a statement. */
  readonly gap: Gap
  /** The preposition that goes with the answer: "what did they agree ON?", "IN which town?" */
  readonly preposition: string | null
  /** Whether it asks who or what bears a name: not a name answers it but what is said of it. */
  readonly identity: boolean
  /** Whether it is so or not: "did they sign?", "they signed". */
  readonly polar: boolean
  /** Whether it asks for a kind ("what kind of ship"), not for one of the kind. */
  readonly sort: boolean
  /** Whether it asks for a name: "what is the ship called?", "the name of the ship". */
  readonly named: boolean
  /** Whether it asks what somebody does, which a verb answers: "what did the crew do?" */
  readonly act: boolean
  /** Whether it asks by what means: "how did they escape?" */
  readonly manner: boolean
  /** The words of a measure beside the figure that is asked for: "years" and "age" for "how old". */
  readonly measure: ReadonlySet<string>
}

/** The question's terms on either side of the place where the answer goes: "who WON", "what did he SIGN?" */
export interface Gap {
  readonly before: string | null
  readonly behind: string | null
}

interface Word {
  readonly start: number
  readonly lower: string
  readonly capital: boolean
  readonly term: string | null
}

/** How many words behind the asking one may still be what is asked for: "what kind of warship". */
const LONGEST_FOCUS = 6
/** How many words behind the asking one are looked at where no verb shows the end: "which home team won". */
const MODIFIED = 2
const NO_MEASURE: ReadonlySet<string> = new Set()

export function shapeOf(question: string): QuestionShape {
  const words = wordsOf(question)
  const asking = askingWord(words)
  if (asking < 0) {
    const type = english.topics.find(([pattern]) => pattern.test(question))?.[1]
    return type ? { ...SHAPELESS, type } : { ...SHAPELESS, polar: states(question, words) }
  }
  const helper = words.findIndex(({ lower }, at) => at > asking && english.auxiliaries.has(lower))
  const near = helper > asking && helper <= asking + 1 + LONGEST_FOCUS && words.length > helper + 2
  const phrase = near ? words.slice(asking + 1, helper) : askedFor(question, words, asking)
  const defined = near && phrase.length === 0 ? definedIn(words, asking, helper) : []
  const rest = words.slice(near ? helper : asking + 1 + phrase.length)
  const kind = nounOf(phrase.length > 0 ? phrase : defined)
  const focus = termsIn(kind).at(-1) ?? null
  const nouns = near || phrase.length > 1 ? kind.slice(-1) : words.slice(asking + 1, asking + 1 + MODIFIED)
  const sort = phrase.concat(defined).some(({ lower }) => english.sortNouns.has(lower))
  const identity = asksWhatIsNamed(question, words, asking)
  return {
    type: identity
      ? 'other'
      : typeOf(question.slice(words[asking]!.start).toLowerCase(), words[asking]!.lower, sort ? [] : nouns),
    focus,
    plural: kind.some(({ lower }) => english.numberWords.has(lower) || /[^s]s$/.test(lower)),
    subject: !near,
    gap: {
      before:
        termsIn(words.slice(0, asking)).at(-1) ??
        (near ? (verbIn(question, rest) ?? termsIn(rest).at(-1) ?? null) : null),
      behind: near ? null : (termsIn(rest)[0] ?? null),
    },
    preposition: prepositionOf(words, asking),
    identity,
    polar: false,
    sort,
    named: english.asksName.test(question),
    act: helper > asking && english.asksAct.test(question.slice(words[asking]!.start)),
    manner: words[asking]!.lower === 'how' && helper === asking + 1,
    measure: english.measures.get(words[asking + 1]?.lower ?? '') ?? NO_MEASURE,
  }
}

/** What follows the word that asks, where no helping verb shows its end: "team" of "which team won?" */
function askedFor(question: string, words: readonly Word[], asking: number): readonly Word[] {
  const behind = words.slice(asking + 1)
  // "Name a ship that was lost", "what types of companies closed": to the end of the noun phrase.
  if (english.commands.has(words[asking]!.lower)) return behind
  const of = english.genericNouns.has(behind[0]?.lower ?? '') && behind[1]?.lower === 'of'
  if (of) return behind.slice(0, 3)
  return english.defining.has(words[asking]!.lower)
    ? behind.slice(0, nounPhraseEnd(question, behind))
    : behind.slice(0, 1)
}

/** Up to the noun before the verb of "which harbour pilot left"; the first word where no verb shows the end. */
function nounPhraseEnd(question: string, words: readonly Word[]): number {
  const syntax = sentenceSyntax(question)
  const tags = words.slice(0, LONGEST_FOCUS).map(({ start }) => syntax.tag[wordAt(syntax, start)] ?? -1)
  const end = tags.findIndex((tag) => !NOMINAL.has(tag))
  return end > 1 && NOUNS.has(tags[end - 1]!) && VERBAL.has(tags[end]!) ? end : 1
}

const NOUNS = new Set<number>([TAG.NN, TAG.NNS, TAG.NNP, TAG.NNPS])
const NOMINAL = new Set<number>([...NOUNS, TAG.JJ, TAG.CD])
const VERBAL = new Set<number>([TAG.VB, TAG.VBD, TAG.VBZ, TAG.VBP, TAG.VBN, TAG.MD])

const SHAPELESS: QuestionShape = {
  type: 'other',
  focus: null,
  plural: false,
  subject: false,
  gap: { before: null, behind: null },
  preposition: null,
  identity: false,
  polar: false,
  sort: false,
  named: false,
  act: false,
  manner: false,
  measure: NO_MEASURE,
}

/** "Did they sign?", "they signed": what is or is not so; not mere words such as "troops border". */
const states = (question: string, words: readonly Word[]) =>
  words.some(({ lower }) => english.auxiliaries.has(lower)) ||
  tokensOf(question).some(({ tag }) => FINITE.has(tag))

const FINITE = new Set<string>(['V', 'D', 'Z'])

const termsIn = (words: readonly Word[]) => words.flatMap(({ term }) => term ?? [])

function wordsOf(question: string): Word[] {
  // In their context: "take place" says nothing, and neither word does then.
  const terms = analyzer.terms(question)
  return [...question.matchAll(/[\p{L}\p{N}'’-]+/gu)].flatMap(({ 0: word, index }) => {
    const [lower = '', helper] = apart(word.toLowerCase())
    const first: Word = {
      start: index,
      lower,
      capital: /^\p{Lu}/u.test(word),
      term: terms.find(({ start, end }) => start < index + word.length && end > index)?.term ?? null,
    }
    if (helper === undefined) return [first]
    return [first, { start: index + lower.length, lower: helper, capital: false, term: null }]
  })
}

/** "Who" and "is" of "who's"; any other word as it is. */
function apart(lower: string): string[] {
  const [, asking = '', rest = ''] = /^(\p{L}+)['’](\p{L}+)$/u.exec(lower) ?? []
  const helper = english.contractions.get(rest)
  const asks = english.questionWords.has(asking) || english.placeOrTime.has(asking)
  return helper && asks ? [asking, helper] : [lower]
}

/** The index of the word that asks; -1 where none does, as in "is it true". */
function askingWord(words: readonly Word[]): number {
  if (words[0] && english.placeOrTime.has(words[0].lower)) {
    // "When he left, what did he say?" asks what; "when did he say what he said?" asks when.
    return words[1] && english.auxiliaries.has(words[1].lower) ? 0 : later(words, 0)
  }
  // "Name a ship that was lost": which ship was lost?
  if (english.commands.has(words[0]?.lower ?? '')) return 0
  const sure = words.findIndex(({ lower }) => english.questionWords.has(lower))
  return sure >= 0 ? sure : words.findIndex(({ lower }) => english.placeOrTime.has(lower))
}

function later(words: readonly Word[], fallback: number): number {
  const at = words.findIndex(({ lower }) => english.questionWords.has(lower))
  return at >= 0 ? at : fallback
}

/** The words after "what is the", where a question asks what something is: what the answer is defined to be. */
function definedIn(words: readonly Word[], asking: number, helper: number): readonly Word[] {
  if (!english.defining.has(words[asking]!.lower) || !english.copulas.has(words[helper]!.lower)) return []
  const [next, ...others] = words.slice(helper + 1)
  if (english.determiners.has(next?.lower ?? '')) return [next!, ...others]
  // "What is Oslo's population?"
  const name = [next, ...others].findIndex((word) => !word?.capital || /['’]s$/.test(word.lower))
  return /['’]s$/.test([next, ...others][name]?.lower ?? '') ? others.slice(name) : []
}

/** The first noun phrase that is no mere kind: "warship" of "kind of warship", "area" of "area of the town". */
function nounOf(words: readonly Word[]): readonly Word[] {
  let rest = words
  for (;;) {
    const end = rest.findIndex(({ lower }) => english.phraseEnds.has(lower))
    const noun = end < 0 ? rest : rest.slice(0, end)
    const generic = english.genericNouns.has(noun.at(-1)?.lower ?? '')
    if (end < 0) return noun.filter(({ lower }) => !english.genericNouns.has(lower))
    if (noun.length > 0 && !generic) return noun
    rest = rest.slice(end + 1)
  }
}

/** "Who is Ana Belova?", "What is the OSCE?": not a name answers it but what is said of them. */
function asksWhatIsNamed(question: string, words: readonly Word[], asking: number): boolean {
  const [who, copula, ...rest] = words.slice(asking)
  if (!who || !english.identifying.has(who.lower) || !english.copulas.has(copula?.lower ?? '')) return false
  const named = rest.slice(Number(english.determiners.has(rest[0]?.lower ?? '')))
  return named.length > 0 && named.every(({ start }) => /^[\p{Lu}\p{N}]/u.test(question.slice(start)))
}

/** @param nouns what may be the noun that tells the kind, the likeliest first */
function typeOf(asked: string, asking: string, nouns: readonly Word[]): AnswerType {
  const byPattern = english.types.find(([pattern]) => pattern.test(asked))?.[1]
  if (byPattern) return byPattern
  if (!english.defining.has(asking)) return 'thing'
  return nouns.map(({ lower }) => typeOfNoun(lower)).find((type) => type !== undefined) ?? 'thing'
}

/** The kind of answer that each noun asks for. */
const TYPES: ReadonlyMap<string, AnswerType> = new Map([
  ...[...names.headTitles]
    .filter((title) => !english.ranks.has(title))
    .map((noun) => [noun, 'person'] as const),
  ...english.answerNouns.flatMap(([type, nouns]) => [...nouns].map((noun) => [noun, type] as const)),
])

function typeOfNoun(noun: string): AnswerType | undefined {
  const forms = [noun, noun.replace(/s$/, ''), noun.replace(/es$/, ''), noun.replace(/ies$/, 'y')]
  return forms.map((form) => TYPES.get(form)).find((type) => type !== undefined)
}

/** The main verb of what follows the helping verb: "sign" of "what did the minister sign in May?" */
function verbIn(question: string, rest: readonly Word[]): string | null {
  const from = rest[1]?.start ?? question.length
  const verb = tokensOf(question).find(({ start, tag }) => start >= from && MAIN_VERBS.has(tag))
  return rest.find(({ start }) => start === verb?.start)?.term ?? null
}

const MAIN_VERBS = new Set<string>(['V', 'D', 'E', 'Z', 'G'])

/** One before the word that asks, or at the end of the question. */
function prepositionOf(words: readonly Word[], asking: number): string | null {
  return (
    [words[asking - 1], words.at(-1)]
      .map((word) => word?.lower ?? '')
      .find((lower) => english.prepositions.has(lower)) ?? null
  )
}
