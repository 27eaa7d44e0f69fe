/** What an answer shows that can be asked after: the words in it, and when that was. */
import { conversation as english } from '../../language/en/questions/conversation.js'
import type { Question } from '../model/answer.js'
import { mainOf, subject, thing } from './antecedents.js'
import { clauseOf, statementOf } from './clause.js'
import type { Turn } from './turn.js'

/** The question when that was. @param isThing whether "it" is asked after: the thing rather than what became of it */
export function occasion(turn: Turn, isThing: boolean): Question {
  const { question, snippets } = turn
  if (question.command === 'who-said' || question.command === 'quotes') {
    const told = snippets
      .map((snippet) => snippet.replace(english.relative, ','))
      .slice(0, question.command === 'quotes' ? 1 : MOST_WORDINGS)
      .map(telling)
      .find(Boolean)
    // Where no sentence tells the day, the days of the articles do.
    return told ? { command: 'when', topic: told } : question
  }
  const about = subject(turn)
  if (isThing) return { command: 'when', topic: thing(turn) || about }
  // "How long did he get?" "Four years." "When was that?"
  const [found = ''] = turn.headlines
  const clause = isShort(found) && english.amounts.test(mainOf(question)) ? clauseOf(question) : null
  if (clause?.subject && clause.predicate) {
    const [snippet = ''] = snippets
    // "4 years" of "four years in prison": the sentence has other words for it, by which it is found again.
    const isVerbatim = snippet === '' || snippet.toLowerCase().includes(found.toLowerCase())
    return { command: 'when', topic: isVerbatim ? `${statementOf(clause)} ${found}` : cut(snippet) }
  }
  // Who did something to a thing: the day is that of the thing.
  const object = english.asksWho.test(mainOf(question))
    ? / (?:the|an?) .*/i.exec(about)?.[0].trim()
    : undefined
  return { command: 'when', topic: object ?? about }
}

/** An answer in a few words rather than the title of its article. */
const isShort = (headline: string) => headline !== '' && headline.split(' ').length <= MOST_FOUND
const MOST_FOUND = 4

/** Wordings of one utterance that are looked through. */
const MOST_WORDINGS = 4

/** What a sentence tells around the words it quotes, if it tells the day. */
function telling(snippet: string): string | null {
  const around = snippet
    .replace(/[“"„«][^“”"„«»]*[”"»]/g, ' ')
    .replace(/[\s,]+/g, ' ')
    .trim()
  const text = [around, snippet].find((one) => english.dated.test(one)) ?? ''
  return text ? cut(text) : null
}

/** The beginning of a sentence, up to a whole word. */
const cut = (text: string) =>
  text.slice(0, LONGEST_TOLD).replace(/\s\S*$/, (end) => (text.length > LONGEST_TOLD ? '' : end))

/** Words that somebody said in an answer: those in quotation marks, or else the whole snippet. */
export function spoken({ question, headlines, snippets }: Turn): string {
  if (question.command === 'who-said') return question.words
  const headline = question.command === 'quotes' ? headlines[0] : undefined
  const text = headline ?? snippets[0] ?? mainOf(question)
  const marked = [...text.matchAll(/[“"„«]([^“”"„«»]+)[”"»]/g)].map(([, words]) => words!)
  const longest = marked.reduce((best, words) => (words.length > best.length ? words : best), '')
  const words = /\s/.test(longest) ? longest : text
  return words.length <= LONGEST_SPOKEN ? words : words.slice(0, LONGEST_SPOKEN).replace(/\s\S*$/, '')
}

/** Enough to find the sentence again, and short enough for a title. */
const LONGEST_TOLD = 90
/** It must stand in the title of its answer as a whole. */
const LONGEST_SPOKEN = 220
