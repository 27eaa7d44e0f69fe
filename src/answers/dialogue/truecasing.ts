/** What members type in a hurry, read with what the archive knows: whose names the words are, which are outlets. */
import type { Archive, Scope } from '../../archive/contract/archive.js'
import { nameWords, sameName } from '../../knowledge/index.js'
import { names as nameData } from '../../language/en/names/names.js'
import { conversation as english } from '../../language/en/questions/conversation.js'
import { lexicon } from '../../language/en/words/lexicon.js'
import { search } from '../../language/en/words/search.js'
import { foldForPhrases } from '../../text/terms.js'
import type { Question } from '../model/answer.js'
import { isTooLong } from '../model/query.js'
import { followUp } from './dialogue.js'
import { spelt } from './dialogue-acts.js'
import { isName, isPlaceOrBody } from './names.js'
import type { Turn } from './turn.js'

/** Longer messages are written with care, and longer names of outlets are written in full. */
const MOST_LOOKED_UP = 12
const MOST_OUTLETS = 200

/**
 * The whole question that somebody asks in a conversation, as `followUp` makes it, with capitals where names lack
 * them and outlets taken for what they are.
 * @throws QuestionError for a command that does not exist
 */
export async function understood(
  turns: readonly Turn[],
  words: string,
  archive: Archive,
  scope: Scope,
): Promise<Question> {
  if (words.trim().startsWith('/') || isTooLong(words)) return followUp(turns, words)
  const text = await withCapitals(spelt(words), archive, scope)
  const { outlet: perhaps } = english.perhapsOutlet.exec(text)?.groups ?? {}
  const outlet = perhaps && turns.length > 0 ? await outletOf(perhaps, archive, scope) : null
  const question = followUp(turns, outlet ? `only from ${outlet}` : text)
  if (question.command === 'ask') return (await quotesOf(question.question, archive, scope)) ?? question
  if (question.command !== 'quotes') return question
  const writer = await outletOf(question.speaker, archive, scope)
  if (!writer) return (await isQuoted(question, archive, scope)) ? question : asked(question, text)
  return question.topic
    ? { command: 'search', words: question.topic, outlet: writer }
    : { command: 'sources', outlet: writer }
}

/** Whether somebody of that name is, or may be, quoted: "the hackers" may not be, and are looked for in sentences. */
async function isQuoted({ speaker }: Quotes, archive: Archive, scope: Scope): Promise<boolean> {
  const isRole = !/\p{Lu}/u.test(speaker) && (english.article.test(speaker) || /s$/.test(speaker))
  return (!isRole && !isPlaceOrBody(speaker)) || speaks(speaker.replace(english.article, ''), archive, scope)
}

const speaks = async (speaker: string, archive: Archive, scope: Scope) =>
  (await archive.quotations({ words: '', speaker, limit: 1 }, scope)).hits.length > 0

/** "Belova on the dam": what she said about it, if the articles quote her; null for what is no such question. */
async function quotesOf(words: string, archive: Archive, scope: Scope): Promise<Question | null> {
  const { who, what } = english.nameOn.exec(words)?.groups ?? {}
  if (!who || !what || !(await speaks(who, archive, scope))) return null
  return { command: 'quotes', speaker: who, topic: what }
}

type Quotes = Extract<Question, { command: 'quotes' }>

function asked({ speaker, topic }: Quotes, text: string): Question {
  const about = topic ? ` about ${topic}` : ''
  return {
    command: 'ask',
    question: text.includes(speaker) ? text : `what did ${speaker} say${about}`,
  }
}

/** The words with a capital where they are a name's that the articles know, outside quotation marks. */
async function withCapitals(text: string, archive: Archive, scope: Scope): Promise<string> {
  const parts = text.replace(english.bodyOrUs, (body) => body.toUpperCase()).split(/(["“„«][^"“”„«»]*["”»])/)
  const typed = parts.flatMap((part, at) => (at % 2 > 0 ? [] : (part.match(TYPED) ?? [])))
  const unknown = [...new Set(typed)].filter(mayBeName).slice(0, MOST_LOOKED_UP)
  const names = new Map<string, string>()
  const beside = neighbours(typed)
  for (const found of await Promise.all(unknown.map((word) => nameOf(word, archive, scope)))) {
    if (!found) continue
    names.set(found.typed, found.written)
    for (const part of found.parts) {
      if (beside.get(part)?.has(found.typed) && !names.has(part)) names.set(part, capitalised(part))
    }
  }
  // "Anthony Wakefield": what is no word stands before a surname.
  for (const [at, word] of typed.entries()) {
    const surname = names.get(typed[at + 1] ?? '')
    if (
      surname &&
      !names.has(word) &&
      unknown.includes(word) &&
      isGiven(word) &&
      text.includes(`${word} ${typed[at + 1]}`)
    )
      names.set(word, capitalised(word))
  }
  return parts
    .map((part, at) => (at % 2 > 0 ? part : part.replace(TYPED, (word) => names.get(word) ?? word)))
    .join('')
}

/** Of each word, the words typed right after it, or one further: "tony hayward", "la toya jackson". */
function neighbours(typed: readonly string[]): Map<string, ReadonlySet<string>> {
  return new Map(typed.map((word, at) => [word, new Set(typed.slice(at + 1, at + 3))]))
}

const isGiven = (word: string) => /^(?:$|P)/.test(lexicon().get(word) ?? '')

const capitalised = (word: string) => word[0]!.toUpperCase() + word.slice(1)

/** A word without a capital. */
const TYPED = /(?<![\p{L}\p{N}’'.-])\p{Ll}{2,}(?![\p{L}\p{N}-])/gu

const mayBeName = (word: string) =>
  !search.stopWords.has(word) &&
  !english.asks.test(word) &&
  !nameData.titles.has(word) &&
  !nameData.headTitles.has(word) &&
  !english.officials.has(word) &&
  !nameData.placeWords.has(word)

/** A word typed without a capital that is a name's, or a part of one. */
interface Known {
  readonly typed: string
  readonly written: string
  /** The other words of the names that it stands in, in small letters: given names before a surname. */
  readonly parts: readonly string[]
}

/** The word as the articles write it, if it is a surname there, or a name by itself. */
async function nameOf(word: string, archive: Archive, scope: Scope): Promise<Known | null> {
  const capital = capitalised(word)
  const known = (written: string, parts: readonly string[] = []): Known => ({ typed: word, written, parts })
  if (nameData.demonyms.has(word) || nameData.places.has(word)) return known(capital)
  if (word.endsWith('s') && nameData.demonyms.has(word.slice(0, -1))) return known(capital)
  const suggested = (kind: 'speaker' | 'topic') => archive.suggest({ kind, typed: word, limit: 5 }, scope)
  for (const { value } of await suggested('speaker')) {
    // "The other side" is no name.
    if (!/\p{Lu}/u.test(value.slice(value.lastIndexOf(' ') + 1))) continue
    const full = nameWords(value)
    const surname = full.length > 1 ? full.at(-1)! : ''
    // "Schools" are no surname.
    if (nameData.organisationWords.has(word) || lexicon().get(word)?.startsWith('S')) continue
    const isPlural = word.endsWith('s') && lexicon().has(word)
    if (surname && `${surname}s` === word && !isPlural) return known(`${capital.slice(0, -1)}’s`, full)
    // "Saddams trial": some are called by their first names.
    if (!surname.startsWith(word) && full.some((name) => `${name}s` === word) && !isPlural)
      return known(`${capital.slice(0, -1)}’s`)
    if (surname === word) return known(value.slice(value.lastIndexOf(' ') + 1), full.slice(0, -1))
    if (word.length > 4 && sameName(surname, word)) return known(capital, full.slice(0, -1))
  }
  for (const { value } of await suggested('topic')) {
    const [only = '', ...others] = nameWords(value)
    // The surname of somebody who is told of, but says nothing.
    if (others.length > 0 && others.at(-1) === word && !lexicon().has(word) && isName(value))
      return known(capital, [only, ...others.slice(0, -1)])
    if (only !== word || others.length > 0) continue
    // "Rig" and "oil" are words, though there is a RIG, and a heading begins with "Oil".
    if (lexicon().has(word) && !nameData.places.has(word)) continue
    // "Post" and "times" are words as well as parts of names; "OSCE" is a name alone.
    const plain = nameData.organisationWords.has(word) && value !== value.toUpperCase()
    return /^\p{Lu}/u.test(value) && !plain ? known(value) : null
  }
  return null
}

/** What names the outlet that somebody means by a part of its name or its initials ("the Ledger", "AP"); or null. */
async function outletOf(typed: string, archive: Archive, scope: Scope): Promise<string | null> {
  const part = foldForPhrases(typed).replace(english.article, '')
  if (part.length < 2 || nameData.places.has(part) || nameData.demonyms.has(part) || isTimeOrEmpty(part))
    return null
  const outlets = await archive.suggest({ kind: 'outlet', typed: '', limit: MOST_OUTLETS }, scope)
  for (const { value } of outlets) {
    const name = value.endsWith(')') ? value.split('(', 1)[0]!.trimEnd() : value
    const folded = foldForPhrases(name)
    if (folded === part || folded.endsWith(` ${part}`) || (/\s/.test(part) && folded.startsWith(`${part} `)))
      return name.slice(folded.indexOf(part)).slice(0, part.length)
    const initials = nameWords(name.replace(english.article, '')).map(([first]) => first)
    if (initials.length > 1 && initials.join('') === part) return name
  }
  return null
}

const isTimeOrEmpty = (part: string) => english.stretch.test(part) || search.stopWords.has(part)
