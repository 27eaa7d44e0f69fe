/** What a question that leans on those before it speaks of: a person, a place, a thing. */

import { names as nameData } from '../../language/en/names/names.js'
import { conversation as english } from '../../language/en/questions/conversation.js'
import { lexicon } from '../../language/en/words/lexicon.js'
import { search } from '../../language/en/words/search.js'
import { wordRuns } from '../../text/characters.js'
import type { Question } from '../model/answer.js'
import { type Clause, clauseOf, counted, isVerbal, objectOf, parted } from './clause.js'
import { isName, isPlaceIn, isPlaceOrBody, namesIn, tokensOf } from './names.js'
import type { Turn } from './turn.js'

/**
 * The last turn that asks something of its own. Who said what was just read, or when that was, is asked in
 * passing: the conversation goes on about what was asked before.
 */
export function topical(turns: readonly Turn[]): Turn {
  let at = turns.length - 1
  while (at > 0 && isInPassing(turns[at]!, turns[at - 1]!)) at--
  return turns[at]!
}

/** A topic of fewer words may stand in an answer by chance. */
const FEWEST_TOLD = 6
const FEWEST_SAID = 2

/** Whether a question is made of what the answer before it shows. */
function isInPassing({ question }: Turn, before: Turn): boolean {
  const { snippets, headlines } = before
  if (question.command === 'ask') return isOfQuote(question.question, before.question)
  if (question.command !== 'who-said' && question.command !== 'when') return false
  const main = mainOf(question)
  if (/^["“„«]/.test(main)) return false
  const words = wordsIn(main)
  return (
    words.length >= (question.command === 'when' ? FEWEST_TOLD : FEWEST_SAID) &&
    [...snippets, ...headlines].some((shown) => {
      const there = new Set(wordsIn(shown))
      return words.every((word) => there.has(word))
    })
  )
}

/** "Where" or "to whom" somebody said what was asked for before. */
function isOfQuote(asked: string, before: Question): boolean {
  if (before.command !== 'who-said' && before.command !== 'quotes') return false
  const main = mainOf(before)
  return main !== '' && asked.endsWith(main) && english.bare.test(asked.slice(0, -main.length).trim())
}

const wordsIn = (text: string) => wordRuns(text.toLowerCase())

/**
 * Whoever was spoken of last: the speaker asked for or found, or the first person named in a question.
 * @param nth 1 for the second person named, such as the one who was told
 */
export function personOf(turns: readonly Turn[], nth = 0): string | null {
  for (const { question, headlines, snippets } of [...turns].reverse()) {
    const main = mainOf(question)
    const persons = namesIn(main, snippets).filter(
      (name) =>
        !isPlaceIn(main, name) &&
        !english.dated.test(name) &&
        !isRole(name) &&
        !isPeople(name) &&
        !ACRONYM.test(name),
    )
    if (nth > 0 && persons[nth]) return persons[nth]
    if ('speaker' in question && question.speaker) return question.speaker
    const isNamed =
      english.identity.test(main) && main.replace(english.identity, '').startsWith(persons[0] ?? '\0')
    const isAnswer = !isNamed && (question.command === 'who-said' || english.asksWho.test(main))
    const told = headlines.slice(0, question.command === 'who-said' ? undefined : 1)
    const answer = told.find(
      (headline) => isName(headline) && !isPlaceOrBody(headline) && !isPeople(headline),
    )
    if (isAnswer && answer) return answer
    const other = isAnswer && headlines.length > 0 ? otherThan(persons, snippets[0] ?? '') : null
    if (other) return other
    if (persons[0]) return persons[0]
    // What only comes closest names anybody.
    const [named, another] =
      isAnswer && headlines.length > 0 ? new Set(snippets.slice(0, 1).flatMap(fullNamesIn)) : []
    // Of two named, nobody knows which.
    if (named && another === undefined) return named
  }
  return toldOf(turns)
}

/** The one person of a sentence whom a question does not name: "who helped Meer?", "Dr Hale said she helped Meer". */
function otherThan(persons: readonly string[], snippet: string): string | null {
  const known = new Set(persons.flatMap((name) => name.toLowerCase().split(' ')))
  const titled = [...snippet.matchAll(english.honorificName)].map(([, name]) => name!)
  const others = [...titled, ...fullNamesIn(snippet)].filter(
    (name) => !isRole(name) && !name.split(' ').some((word) => known.has(word.toLowerCase())),
  )
  const [one, another] = new Set(others)
  return persons.length > 0 && one !== undefined && another === undefined ? one : null
}

/** "HSBC": a body, though no list has it. */
const ACRONYM = /^\p{Lu}{2,}$/u

/** Whoever the last answer's best sentence tells of, where nobody was asked for: one alone, or else it is anybody's guess. */
function toldOf(turns: readonly Turn[]): string | null {
  const [snippet = ''] = turns.findLast(({ headlines }) => headlines.length > 0)?.snippets ?? []
  const named = new Set([...snippet.matchAll(english.honorificName)].map(([, name]) => name!))
  const whole = fullNamesIn(snippet).filter((name) => !isRole(name) && !isPlaceOrBody(name))
  const [only, other] = named.size > 0 ? named : whole
  return other === undefined ? (only ?? null) : null
}

/** "Russian": a people, whoever of them is meant. */
const isPeople = (name: string) => nameData.demonyms.has(name.toLowerCase())

/** "President", which a sentence writes with a capital before a name. */
const isRole = (name: string) => {
  const lower = name.toLowerCase()
  return nameData.titles.has(lower) || nameData.headTitles.has(lower) || english.officials.has(lower)
}

/** Names of several words in a sentence that are no place's: whoever it tells of, where its headline is no name. */
const fullNamesIn = (snippet: string): string[] =>
  namesIn(snippet, []).filter(
    (name) =>
      !english.honorific.test(name) &&
      name.includes(' ') &&
      !isPlaceOrBody(name.slice(name.lastIndexOf(' ') + 1)) &&
      !isPlaceIn(snippet, name) &&
      !english.dated.test(name),
  )

export function placeOf(turns: readonly Turn[]): string | null {
  for (const { question, headlines, snippets } of [...turns].reverse()) {
    // Of the events of a timeline the first tells the place, if its topic does not.
    const main = mainOf(question) || (question.command === 'timeline' ? (headlines[0] ?? '') : '')
    const place = namesIn(main, snippets).findLast((name) => isPlaceIn(main, name))
    if (place) return `in ${place}`
  }
  return null
}

/** The words of a question that its command is about. */
export function mainOf(question: Question): string {
  const {
    words,
    topic,
    question: asked,
    name,
    speaker,
    outlet,
  } = question as Readonly<Record<string, string | undefined>>
  if (question.command === 'quotes') return topic ?? speaker ?? ''
  return words ?? topic ?? asked ?? name ?? outlet ?? ''
}

/** What a question is about, without the words that ask. */
export function subject({ question, headlines }: Turn): string {
  if (question.command === 'quotes') return [question.speaker, question.topic].filter(Boolean).join(' ')
  const about = aboutWhat({ question })
  // Of a timeline of everything, the first of its events: "7 December 2021: the presidents spoke".
  return about || question.command !== 'timeline' ? about : (/: (.+)$/.exec(headlines[0] ?? '')?.[1] ?? '')
}

export function aboutWhat({ question }: Pick<Turn, 'question'>): string {
  if (question.command === 'quotes') return question.topic ?? ''
  const text = mainOf(question).replace(/(?<![?!.\s])[?!.\s]+$/, '')
  return question.command === 'ask' ? text.replace(english.asked, '').replace(english.trailing, '') : text
}

/**
 * What "it" stands for: what was found, where a thing was asked for; whom or what the question is asked of; the last
 * thing that it names with an article, or all that it is about.
 */
export function thing(turn: Turn): string {
  const { question, headlines } = turn
  if (countsPeople(question)) return ''
  // "Where did it hit": that was never told.
  if (english.pronouns.has(clauseOf(question)?.subject.toLowerCase() ?? '')) return ''
  const { about: of } = parted(mainOf(question))
  if (of.startsWith('– ')) return of.slice(2)
  const clause = of ? clauseOf({ command: 'when', topic: of.replace(/^when /, '') }) : clauseOf(question)
  if (clause && !of && asksForThing(clause)) return isThing(headlines[0]) ? headlines[0]! : ''
  if (clause?.predicate && ownSubject(clause)) {
    // "When did the council declare an emergency?" "Who announced it?"
    return (isName(clause.subject.replace(english.article, '')) && definiteObject(clause)) || clause.subject
  }
  if (clause?.predicate && isName(clause.subject)) {
    return definiteObject(clause) || (isPlaceOrBody(clause.subject) ? clause.subject : '')
  }
  if (clause && clause.subject === '' && counted(clause) && !english.asksWho.test(clause.asks))
    return counted(clause)
  const about = aboutWhat(turn)
  const at = Math.max(
    ...['the ', 'a ', 'an '].map((article) => ` ${about.toLowerCase()}`.lastIndexOf(` ${article}`)),
  )
  if (at <= 0) return about
  // "Were any of them on the rig FOUND": that is asked of them, and no part of the thing.
  const named = about.slice(at).split(' ')
  return (named.length > 2 && isVerbal(named.at(-1)!) ? named.slice(0, -1) : named).join(' ')
}

/** "A pandemic" in "declare a pandemic"; empty where no object has an article. */
const definiteObject = (clause: Clause) => english.definite.exec(objectOf(clause))?.groups?.object ?? ''

/** "How many people died": nothing is named that "it" could be. */
const countsPeople = (question: Question) => {
  const clause = clauseOf(question)
  return (
    clause !== null && clause.subject === '' && english.ofPeople.test(clause.asks) && objectOf(clause) === ''
  )
}

/** Words that stand for one person. */
export const ONE: ReadonlySet<string> = new Set(['he', 'she', 'him'])

/** The pronoun of a question that stands for somebody whom nothing in it names: "how old is HE?"; or null. */
export function nobodysPronoun(question: string): string | null {
  if (/(?!^)\p{Lu}/u.test(question) || /["“„«]/.test(question)) return null
  const words = tokensOf(question).map(({ lower }) => lower)
  // "How strong was it?" names nothing; "is it raining in Lorne?" does.
  if (english.ofIt.test(question.trim())) return 'it'
  const at = words.findIndex((word) => ONE.has(word))
  const mayBeMeant = (word: string) =>
    !english.asks.test(word) && !search.stopWords.has(word) && /^(?:$|[NSP])/.test(lexicon().get(word) ?? '')
  return at < 0 || words.slice(0, at).some(mayBeMeant) ? null : words[at]!
}

/** What "it" stands for in a thread: the thing of the last turn that names one. */
export function thingIn(turns: readonly Turn[]): string {
  const at = turns.lastIndexOf(topical(turns))
  for (const turn of turns.slice(Math.max(0, at - 1), at + 1).reverse()) {
    const found = thing(turn)
    if (found) return found
  }
  const last = topical(turns)
  const clause = clauseOf(last.question)
  // Whatever it is that did something to nobody: "when did Brenda make landfall?"
  const alone = clause && isName(clause.subject) && namesIn(clause.predicate, last.snippets).length === 0
  return alone ? clause.subject : aboutWhat(last)
}

const asksForThing = ({ asks, auxiliary }: Clause) =>
  /^what$/i.test(asks) && english.supports.has(auxiliary ?? '')

const MOST_THING = 4
const isThing = (headline: string | undefined) =>
  headline !== undefined && headline.split(' ').length <= MOST_THING && !isName(headline)

/** "The rig" in "when did the rig blow up"; what "they" or "anyone" did is asked of something else. */
const ownSubject = ({ subject: whole }: Clause) =>
  english.article.test(whole) && !/ (?:of|in|at|on|to|for|with|near) /.test(whole)

/** Whom or what "they" stands for: those who are counted, those who did it, or else the thing. */
export function several(turn: Turn): string {
  const main = mainOf(turn.question)
  if (english.counting.test(main)) {
    const clause = clauseOf(turn.question)
    const those = clause?.auxiliary === null && clause.predicate ? counted(clause) : ''
    return those ? `the ${those} that ${clause!.predicate}` : subject(turn)
  }
  const [headline = ''] = turn.headlines
  if (english.asksWho.test(main) && isName(headline)) return headline
  const acting = english.acting.test(main)
  if (!acting && turn.question.command !== 'when') return thing(turn)
  const clause = acting ? clauseOf(turn.question) : null
  if (clause?.predicate && english.article.test(clause.subject)) return clause.subject
  const about = aboutWhat(turn)
  const [first, second] = namesIn(about, turn.snippets)
  const pair = `${first} and ${second}`
  if (second && about.startsWith(pair)) return pair
  return acting && first && about.startsWith(`${first} `) ? first : thing(turn)
}
