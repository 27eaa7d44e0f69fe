/** What a thread is about, and the questions that leave it out ("how many died?", "why?") made whole with it. */
import { conversation as english } from '../../language/en/questions/conversation.js'
import { pastOf } from '../../language/en/speech/verbs.js'
import { lexicon } from '../../language/en/words/lexicon.js'
import { search } from '../../language/en/words/search.js'
import type { Question } from '../model/answer.js'
import { mainOf, personOf, subject, topical } from './antecedents.js'
import { askedWith, type Clause, clauseOf, counted, inPast, objectOf, parted, statementOf } from './clause.js'
import { isName, tokensOf } from './names.js'
import type { Turn } from './turn.js'

/** A question of more words, or of more that mean something, says itself what it is about. */
const MOST_OPEN = 8
const MOST_CONTENT = 2
/** Longer topics are no help to a reader, and too much for a search. */
const LONGEST_TOPIC = 14

/** Whether a question may leave out what it is about: it names nobody and nothing of its own. */
export function isOpen(core: string): boolean {
  if (!english.asks.test(core) || /[\d"“„«]/.test(core)) return false
  const words = tokensOf(core)
  if (words.length > MOST_OPEN || words.some(({ word }, at) => at > 0 && /^\p{Lu}/u.test(word))) return false
  // "In the crash", "below the dam": it says itself of what.
  if (words.some(({ lower }, at) => lower === 'the' && isPreposition(words[at - 1]?.lower))) return false
  const telling = words.filter(({ lower }) => !search.stopWords.has(lower) && !english.light.has(lower))
  return telling.length <= MOST_CONTENT
}

/**
 * Whether an open question names itself what it asks of ("why did the rig explode", "how old was the boy"): the
 * conversation tells which, but another topic joined to it would be too much.
 */
export function namesItsOwn(core: string): boolean {
  const clause = clauseOf({ command: 'ask', question: core })
  return (
    clause !== null &&
    clause.auxiliary !== null &&
    /^the\b/i.test(clause.subject) &&
    english.circumstance.test(clause.asks.replace(/^how (?!many|much).*/i, 'how')) &&
    (clause.predicate !== '' || /^how\b/i.test(clause.asks))
  )
}

/** Whether the last answer itself tells of the one asked about: "the boy", after "a boy caught it". */
export function isTold(core: string, { headlines, snippets }: Turn): boolean {
  const noun = tokensOf(clauseOf({ command: 'ask', question: core })?.subject ?? '').at(-1)?.lower
  return (
    noun !== undefined &&
    headlines.length > 0 &&
    tokensOf(snippets.join(' ')).some(({ lower }) => lower === noun)
  )
}

const isPreposition = (word = '') => lexicon().get(word)?.startsWith('I') ?? false

/** Whether words only name something: "flood aid", "Belova". */
export function isTopic(text: string): boolean {
  const words = tokensOf(text.replace(english.article, ''))
  return (
    words.length > 0 &&
    words.length <= MOST_NAMING &&
    !/["“„«?]/.test(text) &&
    words.every(({ word, lower }) => !search.stopWords.has(lower) && (CAPITAL.test(word) || isNoun(lower)))
  )
}

const MOST_NAMING = 3
const CAPITAL = /^\p{Lu}/u
const isNoun = (word: string) => /^(?:$|[NSPJ])/.test(lexicon().get(word) ?? '') && !english.asks.test(word)

/** The question with what the thread is about. */
export function completed(core: string, turns: readonly Turn[]): Question {
  const topic = ofState(core, topicOf(turns))
  const said = new Set(tokensOf(core).map(({ lower }) => lower))
  const isSaid = tokensOf(topic).every(
    ({ lower }) => said.has(lower) || search.stopWords.has(lower) || !/\p{L}/u.test(lower),
  )
  return { command: 'ask', question: isSaid ? core : `${core} ${topic}` }
}

/** "Who is the judge", asked after when the trial began: now, and of the trial. */
function ofState(core: string, topic: string): string {
  const event = topic.startsWith('when ') ? clauseOf({ command: 'when', topic: topic.slice(5) }) : null
  return event?.subject && english.ofNow.test(core) ? joined(event.subject) : topic
}

/** What the thread is about, as it is joined to a question: "when the dam broke", "– the concert"; or empty. */
function topicOf(turns: readonly Turn[]): string {
  for (const turn of backFrom(turns)) {
    const topic = topicOfTurn(turn)
    if (topic) return topic
  }
  return ''
}

/** The last few turns that ask something of their own, the latest first. */
function backFrom(turns: readonly Turn[]): Turn[] {
  const at = turns.lastIndexOf(topical(turns))
  return turns.slice(Math.max(0, at + 1 - MOST_BACK), at + 1).reverse()
}

const MOST_BACK = 3

function topicOfTurn(turn: Turn): string {
  const { question } = turn
  const { about } = question.command === 'ask' ? parted(question.question) : { about: '' }
  if (about) return about
  // "How many of the crew were hurt": of the crew; "what is the depth of the lake": of the lake.
  const main = mainOf(question)
  const { those } = (english.ofThose.exec(main) ?? english.ofWhat.exec(main))?.groups ?? {}
  // "Of the people that died": counted already, and no topic of their own.
  if (those && english.countedPeople.test(those)) return ''
  if (those) return joined(those)
  const clause = clauseOf(question)
  const event = clause && isEvent(clause) ? `when ${statementOf(clause)}` : ''
  // "Why did they close the school": of the school.
  if (clause && english.pronouns.has(clause.subject.toLowerCase())) return joined(undergone(clause))
  const topic = event || joined((clause && thingOf(clause)) || subject(turn))
  return topic.split(' ').length <= LONGEST_TOPIC ? topic : ''
}

/** "The school" in "did they close the school", whatever form the verb has. */
const undergone = (clause: Clause) =>
  english.supports.has(clause.auxiliary ?? '') ? clause.predicate.replace(/^\S+\s*/, '') : objectOf(clause)

const joined = (about: string) => (/\p{L}/u.test(about) ? `– ${about}` : '')

/** Whether it is taken for granted that it happened: "when did the dam break", not "did it". */
const isEvent = ({ asks, auxiliary, subject, predicate }: Clause) =>
  english.circumstance.test(asks) &&
  english.pastAuxiliaries.has(auxiliary ?? '') &&
  predicate !== '' &&
  !english.pronouns.has(subject.toLowerCase())

function thingOf(clause: Clause): string {
  if (clause.subject) return clause.subject.replace(english.adverbsAround, '')
  // Of "how many people died" only where or in what they did goes on.
  const what = english.ofPeople.test(clause.asks) ? '' : counted(clause)
  const done = clause.predicate.replace(english.openingAuxiliaries, '')
  return (what ? `${what} ${done}` : objectOf(clause)).replace(english.adverbsAround, '')
}

/** "Where?", "why?", "how many?", "who?": the last question, or what the thread is about, asked anew. */
export function askedAnew(core: string, turns: readonly Turn[]): Question {
  const last = topical(turns)
  const asks = english.fullAsking.get(core.toLowerCase()) ?? core
  const { main, about } =
    last.question.command === 'ask' ? parted(last.question.question) : { main: '', about: '' }
  const isPlace = /\bwhere\b/i.test(asks)
  // Of those who died when the dam broke: the dam broke where?
  const event =
    isPlace && about.startsWith('when ') ? clauseOf({ command: 'when', topic: about.slice(5) }) : null
  if (event) return { command: 'ask', question: askedWith(asks, event, null) }
  const clause = clauseOf(last.question)
  const rest = about && main ? ` ${about}` : ''
  const anew = clause && anewFrom(asks, clause, last)
  return { command: 'ask', question: anew ? `${anew}${rest}` : `${asks} ${topicOf(turns)}`.trim() }
}

function anewFrom(asks: string, clause: Clause, { headlines }: Turn): string | null {
  const { auxiliary, subject, predicate } = clause
  if (/^what about\b/i.test(asks)) return null
  const isCounting = /^how (?:many|much)$/i.test(asks)
  const { what } = english.existing.exec(`${subject} ${predicate}`)?.groups ?? {}
  if (isCounting && what) return `${asks} ${what.trim()}`
  if (english.indefinite.has(subject.toLowerCase()) && (isCounting || /^who$/i.test(asks))) {
    const those = isCounting ? `${asks} people` : asks
    return `${those} ${held(clause, isCounting)}`
  }
  if (auxiliary === null && (isCounting || /^(?:who|which)\b/i.test(asks))) return `${asks} ${predicate}`
  if (isCounting || (auxiliary !== null && predicate === '' && !english.circumstance.test(asks))) return null
  const [headline = ''] = headlines
  return askedWith(asks, clause, isName(headline) ? headline : null)
}

/** What a question takes for granted, as a statement: "the well was capped"; null for any other question. */
export function eventOf({ question }: Turn): string | null {
  const clause = clauseOf(question)
  return clause && isEvent(clause) ? statementOf(clause) : null
}

/** "Was … hurt" → "were hurt", "did … die" → "died". */
function held({ auxiliary, predicate }: Clause, plural: boolean): string {
  const [verb = '', ...rest] = predicate.split(' ')
  if (auxiliary === 'did') return [pastOf(verb), ...rest].join(' ')
  return `${(plural && english.plurals.get(auxiliary ?? '')) || auxiliary} ${predicate}`
}

/**
 * What was asked, as a statement, to be asked when that was: "the rig blew up", "Ann Lee runs the bank".
 * @param since whether it is asked since when: then whoever was found stands in place of the word that asks
 */
export function toldOf(turns: readonly Turn[], since: boolean): Question | null {
  for (const turn of backFrom(turns)) {
    const told = since ? (heldBy(turn) ?? happened(turn)) : happened(turn)
    if (told) return { command: 'when', ...told, topic: told.topic.replace(english.adverbsAround, '') }
    if (clauseOf(turn.question)?.predicate || turn.question.command !== 'ask') return null
  }
  return null
}

interface Told {
  readonly topic: string
}

function happened({ question }: Turn): Told | null {
  if (question.command !== 'ask') return null
  const { about } = parted(question.question)
  if (about.startsWith('– ')) return { topic: about.slice(2) }
  const clause = clauseOf(about ? { command: 'when', topic: about.replace(/^when /, '') } : question)
  if (!clause?.auxiliary || !clause.predicate || !english.circumstance.test(clause.asks)) return null
  return { topic: `${clause.subject} ${clause.predicate}` }
}

function heldBy({ question, headlines: [found = ''] }: Turn): Told | null {
  const clause = clauseOf(question)
  if (!clause || !/^who\b/i.test(clause.asks) || !isName(found)) return null
  if (clause.auxiliary === null) return { topic: `${found} ${clause.predicate}` }
  return clause.predicate ? null : { topic: `${found} became ${clause.subject}` }
}

/** Who held what somebody was found to hold, before or after them: "who ran the bank before Adam Meer". */
export function holderBeside(order: string, turns: readonly Turn[]): Question | null {
  const turn = turns.findLast(({ headlines: [found = ''] }) => isName(found))
  const person = personOf(turns)
  const clause = turn && clauseOf(turn.question)
  if (!clause || !person || !/^who\b/i.test(clause.asks)) return null
  const held =
    clause.auxiliary === null ? inPast(clause.predicate) : `was ${clause.subject} ${clause.predicate}`.trim()
  return { command: 'ask', question: `who ${held.replace(english.adverbsAround, '')} ${order} ${person}` }
}
