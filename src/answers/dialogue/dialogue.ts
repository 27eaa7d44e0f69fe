/** Questions that lean on those before them ("and in Vienna?", "who said that?"), made whole. */

import { names as nameData } from '../../language/en/names/names.js'
import { conversation as english } from '../../language/en/questions/conversation.js'
import type { Question } from '../model/answer.js'
import { isTooLong } from '../model/query.js'
import { questionOf, textOf } from '../model/question.js'
import { onlyChecks, withoutTails } from '../questions/plain-words.js'
import { USUAL_EVENTS } from '../timeline/most-events.js'
import {
  aboutWhat,
  mainOf,
  ONE,
  personOf,
  placeOf,
  several,
  subject,
  thing,
  thingIn,
  topical,
} from './antecedents.js'
import { onlyAsk } from './clause.js'
import { correctionIn, inTime, moved, spelt } from './dialogue-acts.js'
import { namesIn, type Token, tokensOf } from './names.js'
import { occasion, spoken } from './shown.js'
import { substituted } from './slot-substitution.js'
import { askedAnew, completed, eventOf, holderBeside, isOpen, isTold, namesItsOwn, toldOf } from './topic.js'
import type { Turn } from './turn.js'

/** A longer message says itself what it is about. */
const LONGEST_FRAGMENT = 6

/**
 * The whole question that somebody asks in a conversation.
 * @param turns what was asked and answered before, oldest first
 * @throws QuestionError for a command that does not exist
 */
export function followUp(turns: readonly Turn[], words: string): Question {
  const last = turns.at(-1)
  const lean = last ? leanOf(words) : null
  if (last && lean) return near(lean(last, turns), turns)
  // Of nothing that was answered.
  return isComplaint(words) || isBare(words) ? { command: 'help' } : questionOf(asTyped(words))
}

/** "Why?", "where?" */
const isBare = (words: string) => !isTooLong(words) && english.wordAlone.test(coreOf(words))

/** Whether the last answer is doubted, in words that ask nothing else. */
const isComplaint = (words: string) =>
  !isTooLong(words) && (english.complaints.test(spelt(words.trim())) || onlyChecks(words))

/** A question with the articles to look into first: those that the last answer is from. */
function near(question: Question, turns: readonly Turn[]): Question {
  const { articles = [] } = turns.slice(-MOST_BACK).findLast(({ headlines }) => headlines.length > 0) ?? {}
  if (question.command !== 'ask' || articles.length === 0 || turns.some((turn) => turn.question === question))
    return question
  const fitting = articles.filter((_, at) => articles.slice(0, at + 1).join(SEPARATOR).length <= LONGEST_NEAR)
  return fitting.length > 0 ? { ...question, near: fitting.join(SEPARATOR) } : question
}

const SEPARATOR = '\n'
/** They are carried by the controls of an answer, beside the question. */
const LONGEST_NEAR = 120

/** The number of the page that is asked for ("more"), from 1: the one after that of the last answer; null for none. */
export function pageAfter(turns: readonly Turn[], words: string): number | null {
  const { page } = turns.at(-1) ?? {}
  return page && page.number < page.of && asksForMore(words) ? page.number + 1 : null
}

/** What is to be said where a question is answered as the last one was. */
export type Remark = 'noMore' | 'noDay' | 'asTold'

/** What is to be said to the words beside the answer to their question, if that is the last one again. */
export function remarkOn(turns: readonly Turn[], words: string, question: Question): Remark | null {
  const last = turns.at(-1)
  if (!last || last.headlines.length === 0 || isTooLong(words) || textOf(last.question) !== textOf(question))
    return null
  if (asksForMore(words)) return 'noMore'
  const core = coreOf(words)
  if (english.time.test(core)) return 'noDay'
  return english.doubts.test(core) || isComplaint(words) ? 'asTold' : null
}

/** The words without what is said around them. */
function coreOf(words: string): string {
  const whole = withoutTails(spelt(words.trim())).replace(/(?<![?!.\s])[?!.\s]+$/, '')
  return whole.replace(english.leads, '') || whole
}

/** Whether the words ask for more of what was just shown, and nothing else. */
function asksForMore(words: string): boolean {
  return !isTooLong(words) && english.furtherOn.test(coreOf(words))
}

const asTyped = (words: string) => (words.trim().startsWith('/') ? words : spelt(words))

/** Whether the words can't be understood without what was said before. */
export function leansOnContext(words: string): boolean {
  return leanOf(words) !== null
}

type Lean = (last: Turn, turns: readonly Turn[]) => Question

function leanOf(words: string): Lean | null {
  const text = words.trim()
  if (text.startsWith('/') || isTooLong(text)) return null
  const whole = withoutTails(spelt(text)).replace(/(?<![?!.\s])[?!.\s]+$/, '')
  const corrected = correctionIn(whole)
  if (corrected !== null)
    return (last, turns) => leanOf(corrected)?.(last, turns) ?? instead(corrected, last, turns)
  const core = aside(whole.replace(english.leads, '') || whole)
  if (english.doubts.test(core) || isComplaint(text)) return (last) => last.question
  if (english.stretch.test(whole) || (english.stretch.test(core) && core !== whole))
    return (last, turns) =>
      inTime(core, topical(turns)) ?? leanIn(core, whole)?.(last, turns) ?? questionOf(whole)
  if (english.onlyFrom.test(whole)) return (last, turns) => moved(whole, topical(turns)) ?? last.question
  const only = english.onlyThat.exec(whole)?.groups?.that
  if (only) return (_, turns) => substituted(topical(turns), english.stuff.exec(only)?.groups?.what ?? only)
  if (
    english.stepping.test(core) ||
    english.stepping.test(whole) ||
    english.anotherDay.test(core) ||
    english.thatTime.test(core)
  )
    return (last, turns) =>
      stepped(core, turns) ?? stepped(whole, turns) ?? leanIn(core, whole)?.(last, turns) ?? questionOf(whole)
  return leanIn(core, whole)
}

/** The step from the last turn that gives a day to step from, among the last few. */
function stepped(words: string, turns: readonly Turn[]): Question | null {
  for (const turn of turns.slice(-MOST_BACK).reverse()) {
    const question = moved(words, turn)
    if (question) return question
  }
  return null
}

/** How far back what is spoken of may lie. */
const MOST_BACK = 3

/** "The place?": the word that asks for it. */
const aside = (core: string) => [...english.asides].find(([, pattern]) => pattern.test(core))?.[0] ?? core

/** What is meant instead of the last question, or of a part of it. */
function instead(words: string, last: Turn, turns: readonly Turn[]): Question {
  return english.asks.test(words) || words.split(/\s+/).length > LONGEST_FRAGMENT
    ? questionOf(words)
    : substituted(/["“„«]/.test(words) ? last : topical(turns), words)
}

function leanIn(core: string, whole: string): Lean | null {
  if (english.whoIs.test(core))
    return (last, turns) => {
      const { command } = last.question
      const person = command === 'quotes' || command === 'who-said' ? personOf(turns) : null
      return person
        ? { command: 'ask', question: `who is ${person}` }
        : { command: 'who-said', words: spoken(last) }
    }
  const { who: him } = english.wasIt.exec(core)?.groups ?? {}
  if (him) return (last) => ({ command: 'who-said', words: spoken(last), speaker: him })
  if (english.sameWords.test(core)) return (last) => ({ command: 'who-said', words: spoken(last) })
  if (english.time.test(core)) {
    const [bound] = english.lasting.exec(core.toLowerCase()) ?? []
    const whenOf: Lean = (last, turns) => {
      const isThing = tokensOf(core).some(({ lower }) => lower === 'it')
      // "When was it agreed": of the thing itself, if it has a name.
      if (isThing && english.become.test(core) && english.article.test(thing(topical(turns))))
        return questionOf(resolved(core, turns))
      const told = isThing ? null : toldOf(turns, english.lasting.test(core))
      if (told) return told
      if (last.question.command === 'ask') return occasion(topical(turns), isThing)
      // "What does the mayor say?" "When did it begin?": whatever was spoken of before.
      const before = english.itself.test(core) ? turns.slice(-MOST_BACK).findLast(isOfThing) : undefined
      if (before) return { command: 'when', topic: thing(before) }
      const when = occasion(last, isThing)
      return when === last.question && topical(turns) !== last ? occasion(topical(turns), isThing) : when
    }
    return (last, turns) => {
      const question = whenOf(last, turns)
      return bound && question.command === 'when' ? { ...question, verb: bound } : question
    }
  }
  if (english.more.test(core) || english.furtherOn.test(core)) return more
  const { order } = english.whoBefore.exec(core)?.groups ?? {}
  if (order) return (_, turns) => holderBeside(order, turns) ?? questionOf(resolved(core, turns))
  if (english.whichName.test(core)) {
    return (_, turns) => ({ command: 'ask', question: `who is ${personOf(turns) ?? thing(topical(turns))}` })
  }
  if (english.bare.test(core) || english.elliptical.test(core))
    return (_, turns) => {
      const asks = pointed(core, turns)
      const last = topical(turns)
      if (last.question.command === 'quotes' || last.question.command === 'who-said')
        return { command: 'ask', question: joined(asks, meant(last)) }
      // "Where is it held": of the thing itself; "where was that": of what happened.
      const said = tokensOf(core)
      const pronoun = said.findIndex(
        (token, at) => english.topic.has(token.lower) && isPronoun(token, at, said),
      )
      if (pronoun > 0 && thing(last)) {
        const isAll = pronoun === 2 && said.length === 3 && english.auxiliaries.has(said[1]!.lower)
        const [word = ''] = core.split(/\s+/)
        const whole: Question = { command: 'ask', question: resolved(core, turns) }
        return isAll ? askedAnew(word, turns) : whole
      }
      return english.bare.test(core) && onlyAsk(asks) ? askedAnew(asks, turns) : completed(asks, turns)
    }
  if (english.others.test(core))
    return (last, turns) => {
      const topic = aboutWhat(topical(turns)) || subject(topical(turns))
      return topic ? { command: 'compare', topic } : last.question
    }
  const { who: another } = english.onTheSame.exec(core)?.groups ?? {}
  if (another && !english.asks.test(core)) return (_, turns) => substituted(topical(turns), another)
  const { deed: done } = english.whoDid.exec(core)?.groups ?? {}
  if (done)
    return (_, turns) => ({
      command: 'ask',
      question: `who ${done} that ${aboutWhat(topical(turns)) || subject(topical(turns))}`,
    })
  if (english.whoElse.test(core))
    return (_, turns) => ({ command: 'ask', question: `who ${deed(topical(turns))}` })
  if (english.countOf.test(core)) {
    return (_, turns) => {
      const last = topical(turns)
      if (english.defining.test(mainOf(last.question)) && !english.ofWhat.test(mainOf(last.question)))
        return { command: 'ask', question: `${core} ${subject(last)}` }
      return isOpen(core) && questionOf(core).command === 'ask' ? completed(core, turns) : questionOf(core)
    }
  }
  if (tokensOf(core).some(isPronoun)) return (_, turns) => questionOf(resolved(core, turns))
  const led = core !== whole
  const fragment = !english.asks.test(core) && core !== '' && core.split(/\s+/).length <= LONGEST_FRAGMENT
  const [first = ''] = core.toLowerCase().split(/\s+/)
  // "Who is the president?" "When was he elected?" "And the minister?": who that is.
  if (fragment && isRole(core))
    return (_, turns) => {
      const asked = turns.slice(-MOST_BACK).findLast(({ question }) => isRole(holderAsked(question)))
      if (!asked)
        return led || english.added.test(core) ? substituted(topical(turns), core) : questionOf(core)
      // "Of Lorne": whose president was asked for.
      const [ofWhom = ''] = ROLE_OF.test(core) ? [] : (ROLE_OF.exec(holderAsked(asked.question)) ?? [])
      const [asks = ''] = english.holding.exec(mainOf(asked.question)) ?? []
      return { command: 'ask', question: asks + core + ofWhom }
    }
  if (fragment && (led || english.prepositions.has(first) || english.added.test(core)))
    return (_, turns) => substituted(topical(turns), core)
  if (isOpen(core) && questionOf(core).command === 'ask')
    return (last, turns) =>
      namesItsOwn(core) && !isTold(core, last) ? { command: 'ask', question: core } : completed(core, turns)
  return led && english.asks.test(core) ? () => questionOf(core) : null
}

/** "The prime minister", "the mayor of Lorne". */
function isRole(words: string): boolean {
  const [head = ''] = words.toLowerCase().split(/ (?:of|in|at|for) /)
  const noun = head.split(' ').at(-1)!
  return english.article.test(words) && (nameData.headTitles.has(noun) || nameData.titles.has(noun))
}

const ROLE_OF = / (?:of|in|at|for) [^?!]+/i

/** "The president of Lorne", where it is asked who that is. */
const holderAsked = (question: Question) =>
  question.command === 'ask' && english.holding.test(question.question)
    ? question.question.replace(english.holding, '')
    : ''

/** A question and what it is about, nothing said twice. */
function joined(question: string, about: string): string {
  const said = new Set(tokensOf(question.replace(english.else, '')).map(({ lower }) => lower))
  const rest = tokensOf(about.replace(english.else, '')).filter(({ lower }) => !said.has(lower))
  return [question, ...rest.map(({ word }) => word)].join(' ')
}

/** What an elliptical question is about: what somebody said, where the last one asked for that. */
const meant = (last: Turn) =>
  last.question.command === 'quotes' && !last.question.topic && last.headlines[0]
    ? spoken(last)
    : subject(last)

/** What the last question asks whether somebody did: "did Hale lead the team?" */
function deed(last: Turn): string {
  const about = subject(last)
  const [name] = namesIn(about, last.snippets)
  return name && about.startsWith(name) ? about.slice(name.length).trim() : about
}

function isPronoun({ word, lower }: Token, index: number, tokens: readonly Token[]): boolean {
  if (word !== lower && index > 0) return false
  if (english.person.has(lower) || english.possessive.has(lower)) return true
  const next = tokens[index + 1]?.lower
  if (english.there.has(lower)) return next === undefined
  return english.topic.has(lower) && (lower === 'it' || next === undefined || english.afterPronoun.has(next))
}

/** "Her" before no noun: "what did he tell her about it". */
function isObject(index: number, tokens: readonly Token[]): boolean {
  const next = tokens[index + 1]?.lower
  return english.objects.has(tokens[index]!.lower) && (next === undefined || english.afterPronoun.has(next))
}

/** A question that lacks its object: people in place of their pronouns, and no word for the object itself. */
const pointed = (core: string, turns: readonly Turn[]) =>
  tokensOf(core.replace(english.dummies, ''))
    .flatMap((token, index, all) => {
      if (!isPronoun(token, index, all)) return token.word
      return english.person.has(token.lower) ? (personOf(turns) ?? []) : []
    })
    .join(' ')

/** The question with a name or a topic in place of each pronoun. */
function resolved(core: string, turns: readonly Turn[]): string {
  const last = topical(turns)
  const put = new Set<string>()
  // Two pronouns of one question stand for two things: nobody catches himself.
  const once = (antecedent: string, word: string) => {
    if (put.has(antecedent)) return word
    put.add(antecedent)
    return antecedent
  }
  const people = tokensOf(core).some(({ lower }) => english.person.has(lower)) ? personOf(turns) : null
  const plural = last.question.command === 'quotes' || last.question.command === 'who-said'
  return tokensOf(core)
    .map((token, index, all) => {
      if (!isPronoun(token, index, all)) return token.word
      const { lower, word } = token
      const many = /^the/.test(lower)
      const second = english.objects.has(lower) && all.some((one) => english.subjects.has(one.lower))
      const person = many && !plural ? null : personOf(turns, second ? 1 : 0)
      // "Where did they take him": whoever they are, they are not him.
      if (many && !plural && all.some((one) => ONE.has(one.lower))) return word
      if (english.possessive.has(lower) && !isObject(index, all))
        return person ? `${person}’s` : `${subject(last)}’s`
      if (english.person.has(lower)) return once(person ?? (many ? several(last) : word), word)
      if (english.there.has(lower)) return placeOf(turns) ?? ''
      const before = all[index - 1]?.lower ?? ''
      const event = english.order.has(before) && eventOf(last)
      // "What does she say about it": about what was just told.
      const told = english.aboutWords.has(before) && last.question.command === 'ask' && aboutTold(last)
      const it = event || told || thingIn(turns) || word
      return it === people ? word : once(it, word)
    })
    .join(' ')
    .trim()
    .replace(english.else, '')
}

/** What a turn tells of: its thing, or else what became of somebody, where that is short. */
function aboutTold(turn: Turn): string {
  const about = thing(turn) || aboutWhat(turn)
  return about.split(' ').length <= LONGEST_FRAGMENT ? about : ''
}

const isOfThing = (turn: Turn) =>
  turn.question.command !== 'quotes' &&
  turn.question.command !== 'who-said' &&
  english.article.test(thing(turn))

function furtherEvents(question: Extract<Question, { command: 'timeline' }>): Question {
  const most = Number(question.most) || USUAL_EVENTS
  return { ...question, most: String(2 * most) }
}

const more: Lean = (_, turns) => {
  const shown = turns.at(-1)!
  const last = shown.question.command === 'ask' ? topical(turns) : shown
  const { command } = last.question
  const speaker = command === 'quotes' || command === 'who-said' ? personOf(turns) : null
  if (speaker) return { command: 'quotes', speaker }
  // Its pages have been turned: twice as many events, of those that matter less.
  if (last.question.command === 'timeline' && shown === last) return furtherEvents(last.question)
  return command === 'search' || !subject(topical(turns))
    ? last.question
    : { command: 'search', words: subject(topical(turns)) }
}
