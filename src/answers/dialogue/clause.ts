/** A question taken apart: what asks, whom or what it asks about, and what of them. */
import { conversation as english } from '../../language/en/questions/conversation.js'
import { pastOf, thirdPersonOf, verbLemmas } from '../../language/en/speech/verbs.js'
import { lexicon } from '../../language/en/words/lexicon.js'
import type { Question } from '../model/answer.js'
import { tokensOf } from './names.js'

/** `when | did | the rig | blow up`; `who | | | owned the rig`; `is | the well | dead`. */
export interface Clause {
  /** "when", "how many people"; empty where yes or no is asked. */
  readonly asks: string
  /** "did", "was"; null where a statement would have none. */
  readonly auxiliary: string | null
  /** Empty where the words that ask are the subject. */
  readonly subject: string
  /** The verb and what follows it; empty where there is none: "when is the concert?" */
  readonly predicate: string
}

/** How a question of `/ask` or `/when` is built; null for others, and for words that are no question. */
export function clauseOf(question: Question): Clause | null {
  if (question.command === 'when') {
    const { topic, verb } = question
    // "Until when?", asked after a statement: the verb is the statement's.
    if (!verb?.split(' ').some((word) => english.auxiliaries.has(word))) return toldBare(topic)
    return taken(/\bwhen\b/.test(verb) ? `${verb} ${topic}` : `when ${verb} ${topic}`)
  }
  return question.command === 'ask' ? taken(parted(question.question).main) : null
}

/** What joins a question to what it is asked of: "how many died | when the dam broke", "who pulled out | – the concert". */
const JOINT = / (?:when (?!(?:is|are|was|were|did|does|do|will)\b)|– )/

/** A question without what it is asked of, and that with what joins it. */
export function parted(text: string): { readonly main: string; readonly about: string } {
  const whole = text.replace(/(?<![?!.\s])[?!.\s]+$/, '')
  const at = whole.search(JOINT)
  return at > 0 ? { main: whole.slice(0, at), about: whole.slice(at + 1) } : { main: whole, about: '' }
}

function taken(text: string): Clause | null {
  const words = text.replace(/(?<![?!.\s])[?!.\s]+$/, '').split(/\s+/)
  const at = words.findIndex((word) => english.auxiliaries.has(word.toLowerCase()))
  const opens = english.asks.test(text)
  if (!opens) return null
  if (at < 0 || at > MOST_ASKING) return subjectAsked(words)
  const asks = words.slice(0, at).join(' ')
  const auxiliary = words[at]!.toLowerCase()
  const rest = words.slice(at + 1)
  if (rest.length === 0) return null
  const [first = ''] = rest
  // "Who was killed", "how many have left": those asked for did it.
  // "How many nurses are ON strike".
  const isTold = isVerbal(first) || first === 'been' || (rest.length === 2 && english.prepositions.has(first))
  if (asks && isTold && !mayBegin(first)) {
    return { asks, auxiliary: null, subject: '', predicate: words.slice(at).join(' ') }
  }
  const split = verbAt(rest, english.supports.has(auxiliary))
  return {
    asks,
    auxiliary,
    subject: rest.slice(0, split).join(' '),
    predicate: rest.slice(split).join(' '),
  }
}

/** "How many of the members of the council" has seven words. */
const MOST_ASKING = 7

/** "Who owned the rig", "how many people died": the words that ask are the subject. */
function subjectAsked(words: readonly string[]): Clause | null {
  const at = words.findIndex((word, index) => index > 0 && (isVerbal(word) || isThirdPerson(word)))
  if (at < 0) return null
  return {
    asks: words.slice(0, at).join(' '),
    auxiliary: null,
    subject: '',
    predicate: words.slice(at).join(' '),
  }
}

/** A topic that is told as a statement ("oil stopped flowing") or lacks its auxiliary ("the bridge collapse"). */
function toldBare(topic: string): Clause | null {
  const words = topic.replace(/(?<![?!.\s])[?!.\s]+$/, '').split(/\s+/)
  const past = words.findIndex((word, index) => index > 0 && isPast(word))
  const bare = words.findIndex((word, index) => index > 0 && classes(word)[0] === 'V' && isBase(word))
  if (past < 0 && bare > 0) {
    const [subject, predicate] = [words.slice(0, bare).join(' '), words.slice(bare).join(' ')]
    return { asks: 'when', auxiliary: 'did', subject, predicate }
  }
  if (past < 0) return { asks: 'when', auxiliary: 'is', subject: words.join(' '), predicate: '' }
  const auxiliary = words[past - 1]!.toLowerCase()
  // "Flights WERE cancelled": the auxiliary is no part of those who were.
  if (past > 1 && english.auxiliaries.has(auxiliary))
    return {
      asks: 'when',
      auxiliary,
      subject: words.slice(0, past - 1).join(' '),
      predicate: words.slice(past).join(' '),
    }
  const subject = words.slice(0, past).join(' ')
  const base = verbLemmas().get(words[past]!.toLowerCase())
  const rest = words.slice(past + 1)
  return base
    ? { asks: 'when', auxiliary: 'did', subject, predicate: [base, ...rest].join(' ') }
    : { asks: 'when', auxiliary: 'was', subject, predicate: words.slice(past).join(' ') }
}

/** Where the verb stands behind its subject; the end where there is none. @param base whether it has no ending */
function verbAt(words: readonly string[], base: boolean): number {
  const from = english.determiners.has(words[0]!.toLowerCase()) ? 2 : 1
  const fits = base ? isBase : isPredicative
  let at = words.findIndex(
    // "The first to CATCH it": no verb of the clause itself.
    (word, index) => index >= from && fits(word) && words[index - 1] !== 'to' && !isNamedSo(words, index),
  )
  if (at < 0) return words.length
  // "The chief boss quit": of several in a row the last is the verb.
  if (base) while (at + 1 < words.length && isBase(words[at + 1]!) && !isObjectOf(words, at)) at++
  return at
}

/** "The written ANSWER": a noun where an adjective stands before it. */
const isNamedSo = (words: readonly string[], at: number) =>
  classes(words[at]!)[0] === 'N' && /^[JE][^N]*$/.test(classes(words[at - 1]!))

/** "Arrest people": a verb before a noun. */
const isObjectOf = (words: readonly string[], at: number) =>
  classes(words[at]!)[0] === 'V' && /^[NSJ]/.test(classes(words[at + 1]!))

const classes = (word: string) => lexicon().get(word.toLowerCase()) ?? ''
const isBase = (word: string) =>
  word === word.toLowerCase() &&
  classes(word).includes('V') &&
  !english.states.has(word) &&
  !english.prepositions.has(word)
const isPast = (word: string) =>
  word === word.toLowerCase() && /^[DE]/.test(classes(word) || (/ed$/.test(word) ? 'D' : ''))
const isThirdPerson = (word: string) => word === word.toLowerCase() && classes(word).includes('Z')
/** "Hurt" and "shut" are participles among other things. */
export const isVerbal = (word: string) =>
  isPast(word) || (word === word.toLowerCase() && (/^G/.test(classes(word)) || /[DE]/.test(classes(word))))
const isPredicative = (word: string) =>
  isVerbal(word) || word === 'be' || word === 'been' || english.states.has(word.toLowerCase())
const mayBegin = (word: string) => english.determiners.has(word.toLowerCase())

/** The same of the past: "runs the bank" → "ran the bank". */
export function inPast(predicate: string): string {
  const [verb = '', ...rest] = predicate.split(' ')
  const base = verbLemmas().get(verb)
  return base && !isPast(verb) ? [pastOf(base), ...rest].join(' ') : predicate
}

/** The question as a statement: "the rig blew up". */
export function statementOf({ auxiliary, subject, predicate }: Clause): string {
  const [verb = '', ...rest] = predicate.split(' ')
  switch (auxiliary) {
    case null:
      return `${subject} ${predicate}`.trim()
    case 'did':
      return [subject, pastOf(verb), ...rest].join(' ')
    case 'does':
      return [subject, thirdPersonOf(verb), ...rest].join(' ')
    case 'do':
      return `${subject} ${predicate}`
    default:
      return `${subject} ${auxiliary} ${predicate}`.trim()
  }
}

/**
 * The same asked with other words: "where did the rig blow up", for "when did …".
 * @param done who or what did it, where those who did it are asked for
 */
export function askedWith(asks: string, clause: Clause, done: string | null): string {
  const { auxiliary, subject, predicate } = clause
  if (auxiliary !== null) return [asks, auxiliary, subject, predicate].filter(Boolean).join(' ')
  const [verb = '', ...rest] = predicate.split(' ')
  const who = done ?? (counted(clause) || 'they')
  if (english.auxiliaries.has(verb)) {
    const plural = (done === null && english.plurals.get(verb)) || verb
    return [asks, plural, who, ...rest].join(' ')
  }
  const base = verbLemmas().get(verb) ?? verb
  const now = who === 'they' ? 'do' : 'does'
  const support = isThirdPerson(verb) && !isPast(verb) ? now : 'did'
  return [asks, support, who, base, ...rest].join(' ')
}

/** What is counted or chosen: the "people" of "how many people". */
export const counted = ({ asks }: Clause): string =>
  asks.replace(/^(?:how (?:many|much)|which|what)\b ?/i, '').replace(/^(?:of the|who|whom)\b ?/i, '')

/** Whether words only ask: "how many", "with whom", but not "how many died". */
export const onlyAsk = (core: string): boolean =>
  core
    .toLowerCase()
    .split(/\s+/)
    .every((word, at) => at === 0 || (!english.auxiliaries.has(word) && !isVerbal(word)))

/** What a predicate is about: "owned THE RIG". */
export function objectOf({ predicate }: Clause): string {
  const words = predicate.split(' ')
  const at = words.findIndex(
    (word) => !english.auxiliaries.has(word) && !isVerbal(word) && !isThirdPerson(word),
  )
  const object = at < 0 ? '' : words.slice(at).join(' ')
  return tokensOf(object).length > 0 ? object.replace(english.particles, '') : ''
}
