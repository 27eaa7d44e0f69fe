/** The last question with a part of it put otherwise: "and in Vienna?" after a question on Geneva. */

import { names as nameData } from '../../language/en/names/names.js'
import { conversation as english } from '../../language/en/questions/conversation.js'
import { lexicon } from '../../language/en/words/lexicon.js'
import type { Question } from '../model/answer.js'
import { aboutWhat } from './antecedents.js'
import { askedWith, clauseOf } from './clause.js'
import { isCountry, isName, isPlaceOrBody, namesIn } from './names.js'
import type { Turn } from './turn.js'

/** The last question with a part of it exchanged for the words of a fragment ("and in Vienna?"). */
export function substituted(last: Turn, fragment: string): Question {
  const { question } = last
  if (english.added.test(fragment)) return extended(question, fragment)
  const [first = '', ...others] = fragment.split(/\s+/)
  const preposition =
    english.prepositions.has(first.toLowerCase()) && others.length > 0 ? first.toLowerCase() : null
  const words = preposition ? others.join(' ') : fragment
  const about = preposition !== null && english.aboutWords.has(preposition)
  switch (question.command) {
    case 'who-said':
      if (/["“„«]/.test(fragment)) return { ...question, words: fragment }
      if (NUMBER.test(fragment) && /\d/.test(question.words))
        return { ...question, words: question.words.replace(/\d[\d.,]*/, fragment) }
      if (!preposition) return { ...question, speaker: words }
      return ofSpeaker(last, words)
    case 'quotes':
      return preposition ? { ...question, topic: about ? words : fragment } : ofAnother(question, words)
    case 'ask':
      return { command: 'ask', question: exchanged(question.question, preposition, words, last) }
    case 'when':
      return { ...question, topic: exchanged(question.topic, preposition, words, last) }
    case 'search':
      return { ...question, words: exchanged(question.words, preposition, words, last) }
    case 'compare':
    case 'timeline':
      return { ...question, topic: words }
    default:
      return { command: 'search', words }
  }
}

/** What whoever was found said about something; all on it where nobody was. */
function ofSpeaker({ headlines }: Turn, topic: string): Question {
  const speaker = headlines.find(isName)
  return speaker ? { command: 'quotes', speaker, topic } : { command: 'search', words: topic }
}

const NUMBER = /^\d[\d.,]*$/

/** What another one said, or the same one about another topic. */
function ofAnother(question: Extract<Question, { command: 'quotes' }>, words: string): Question {
  const { speaker, topic } = question
  const body = isPlaceOrBody(words)
  const [last = ''] = words.toLowerCase().split(/\s+/).slice(-1)
  // Roles are no names: who has one is found by the words of the article.
  if (!isName(words) && nameData.headTitles.has(last))
    return { command: 'ask', question: `what did ${words} say${topic ? ` about ${topic}` : ''}` }
  const named = isName(words.replace(english.article, '')) || body
  return named && !(topic && body && !isPlaceOrBody(speaker))
    ? { ...question, speaker: words }
    : { ...question, topic: words }
}

function extended(question: Question, words: string): Question {
  const longer = (text: string) => `${text.replace(/(?<![?!.\s])[?!.\s]+$/, '')} ${words}`
  switch (question.command) {
    case 'ask':
      return { ...question, question: longer(question.question) }
    case 'when':
      return { ...question, topic: longer(question.topic) }
    default:
      return { command: 'search', words: longer(aboutWhat({ question })) }
  }
}

/** The text with the part of it exchanged that plays the role of the new words. */
function exchanged(text: string, preposition: string | null, words: string, { snippets }: Turn): string {
  const names = namesIn(text, snippets)
  const place = isPlaceOrBody(words)
  const held = preposition ? phraseAfter(text, preposition, names) : null
  if (held) return text.replace(held, `${preposition} ${words}`)
  const longer = () => `${text.replace(/(?<![?!.\s])[?!.\s]+$/, '')} ${preposition} ${words}`
  // "And about the bridge?" is no other place.
  if (preposition !== null && english.aboutWords.has(preposition) && !place) return longer()
  const which = english.ones.exec(words)?.groups?.which
  if (which && !preposition) {
    const old = adjectiveIn(text) ?? names.at(-1)
    if (old) return exchange(text, old, which)
  }
  const twinPhrase = preposition ? null : alikeIn(text, words)
  if (twinPhrase) return text.replace(twinPhrase, words)
  const named = place || isName(words) || preposition !== null
  const source = named || isOfficial(words) ? english.according.exec(text)?.groups?.source : undefined
  if (source && !preposition) return exchange(text, source, words)
  const pair = pairIn(text, names)
  if (pair && english.pair.test(words)) return exchange(text, pair, words)
  const twin = named ? twinOf(words, names, place || preposition !== null) : undefined
  // "Where do Norland and Sudria meet?" "In Orsk?": a town is no other country.
  const other = twin && preposition && isCountry(twin) && !isCountry(words)
  if (twin && !other) return exchange(text, twin, words)
  if (preposition) return longer()
  // "And the girl in the harbour?" is another one whom the same is asked of.
  const clause = whole(words) ? clauseOf({ command: 'ask', question: text }) : null
  if (clause?.auxiliary && clause.subject)
    return askedWith(
      clause.asks,
      { ...clause, subject: words, auxiliary: agreeing(clause.auxiliary, words) },
      null,
    )
  const noun = english.counted.exec(text)?.groups?.noun
  if (noun && !named) return exchange(text, noun, words)
  const object = [...english.prepositions].map((one) => phraseAfter(text, one, names)).findLast(Boolean)
  if (object) return text.replace(object, `${object.split(' ')[0]} ${words}`)
  const last = named ? undefined : english.lastNoun.exec(text)?.groups?.noun
  return last ? exchange(text, last, words) : words
}

/** "The Polish foreign minister", for "the Ukrainian defence minister": a phrase of the text with the same noun. */
function alikeIn(text: string, words: string): string | null {
  const [noun = ''] = words.split(/\s+/).slice(-1)
  if (!english.article.test(words) || !/^\p{Ll}+$/u.test(noun)) return null
  return new RegExp(`\\b(?:the|an?) (?:\\p{L}+ ){0,3}${noun}\\b`, 'iu').exec(text)?.[0] ?? null
}

/** Somebody or something with a place of its own: "the girl in the harbour". */
const whole = (words: string) =>
  english.article.test(words) && words.split(' ').some((word) => english.placing.has(word.toLowerCase()))

/** "Is" for "are", of one. */
function agreeing(auxiliary: string, words: string): string {
  const all = words.toLowerCase().split(' ')
  const head = all[all.findIndex((word) => english.placing.has(word)) - 1] ?? ''
  const [one, many] = [...english.plurals].find((pair) => pair.includes(auxiliary)) ?? [auxiliary, auxiliary]
  return /[^s]s$/.test(head) ? many : one
}

/** The last name of the kind of the new words: a place or a body for one, and a country for a country. */
function twinOf(words: string, names: readonly string[], place: boolean): string | undefined {
  const alike = names.filter((name) => isPlaceOrBody(name) === place)
  const kind = isCountry(words)
  return alike.findLast((name) => isCountry(name) === kind) ?? alike.at(-1)
}

/** "The RUSSIAN delegation": the people that a text speaks of. */
const adjectiveIn = (text: string) =>
  text.split(/[^\p{L}]+/u).findLast((word) => nameData.demonyms.has(word.toLowerCase()))

const isOfficial = (words: string) => english.officials.has(words.toLowerCase().split(/\s+/).at(-1)!)

/** Two names of a text that "and" joins. */
function pairIn(text: string, names: readonly string[]): string | null {
  const pairs = names.slice(1).map((name, at) => `${names[at]} and ${name}`)
  return pairs.find((pair) => text.includes(pair)) ?? null
}

/** New words for old ones, with one article before them at most. */
function exchange(text: string, old: string, people: string): string {
  const at = text.indexOf(old)
  // "How many British soldiers?" "And Americans?"
  const isOfPeople =
    nameData.demonyms.has(old.toLowerCase()) && /^\s+\p{Ll}/u.test(text.slice(at + old.length))
  const words = isOfPeople && /s$/.test(people) ? (oneOf(people) ?? people) : people
  const before = text.slice(0, at)
  const after = text.slice(at + old.length)
  if (!/\b(?:the|an?)\s+$/i.test(before)) return before + words + after
  // "In the US", "in Norland": most names go without an article, but for one that stands before a noun.
  const [, next] = /^\s+(\p{Ll}+)/u.exec(after) ?? []
  const isVerb = /^[VZDEG]/.test(lexicon().get(next ?? '') ?? '')
  const attributive = next !== undefined && !english.prepositions.has(next) && !isVerb
  const bare = !attributive && isName(words) && (isName(old) || !isPlaceOrBody(words))
  return (bare ? before.replace(/(?<!\S)\S+\s+$/, '') : before) + words.replace(english.article, '') + after
}

/** "American", for "Americans". */
const oneOf = (people: string) => {
  const one = people.slice(0, -1)
  return nameData.demonyms.has(one.toLowerCase()) ? one : null
}

/** A preposition of the text with the name or the word behind it. */
function phraseAfter(text: string, preposition: string, names: readonly string[]): string | null {
  const at = text.toLowerCase().lastIndexOf(` ${preposition} `)
  if (at < 0) return null
  const rest = text.slice(at + preposition.length + 2)
  const [article = ''] = /^(?:the|an?)\s+/i.exec(rest) ?? []
  const behind = rest.slice(article.length)
  const name = names.find((one) => behind.startsWith(one)) ?? nounsAt(behind)
  return name ? text.slice(at + 1, at + 1 + preposition.length + 1) + article + name : null
}

/** The first word, with the nouns that it stands before: "winter storm". */
function nounsAt(text: string): string | undefined {
  const words = /^[^?!.,]*/.exec(text)![0].trim().split(/\s+/)
  const end = words.findIndex(
    (_, at) => at > 0 && !/^[NS]/.test(lexicon().get(words[at]!.toLowerCase()) ?? ''),
  )
  return words.slice(0, end < 0 ? undefined : end).join(' ') || undefined
}
