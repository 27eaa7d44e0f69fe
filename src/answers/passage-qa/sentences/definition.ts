import type { Span } from '../../../articles/model/article.js'
import { definitions as english } from '../../../language/en/questions/definitions.js'
import type { TextWord } from '../question/lexicon.js'
import { definitions } from '../question/phrases.js'
import type { AnalyzedQuestion } from '../question/question.js'
import type { Match } from '../question/understood.js'

/** So well must a sentence's words be those of the question to be what is defined. */
const SAME = 0.8
/** Something like it may bear the name: "the vessel". */
const LIKE = 0.5
/** How many words may stand between those of what is defined: "motion TO vacate". */
const BETWEEN = 2

/** What a sentence says that something is which a question asks to be explained: "what is a spring tide". */
export function definitionsIn(
  { text: question, parts }: AnalyzedQuestion,
  text: string,
  words: readonly TextWord[],
  matches: readonly Match[],
): Span[] {
  if (!english.asksWhatItIs.test(question)) return []
  const same = matches.filter(({ value, part }) => value >= SAME && !english.asking.has(parts[part]!.word))
  const asked = parts.flatMap(({ word }, i) => (english.asking.has(word) ? [] : [i]))
  if (asked.length === 0) return []
  const ends = new Set<number>()
  for (const { from, to } of same) {
    const window = same.filter((one) => one.from >= from && one.to <= from + asked.length + BETWEEN)
    if (!asked.every((i) => window.some(({ part }) => part === i))) continue
    ends.add(Math.max(to, ...window.map((one) => one.to)))
  }
  return [...ends].flatMap((last) => {
    const { end } = words[last - 1]!
    const said = english.meaning.exec(text.slice(end))
    if (!said) return definitions(text, end)
    const start = end + said[0].indexOf(said.groups!.said!)
    return [{ start, end: start + said.groups!.said!.length }]
  })
}

/** How far from its name, in characters, what bears it is told: "the FERRY, since last May called “Aurora”". */
const BESIDE = 40

/** The names that a sentence says what a question asks about bears: "a ferry called “Aurora”". */
export function namesIn(
  { named, text: question, parts }: AnalyzedQuestion,
  text: string,
  words: readonly TextWord[],
  matches: readonly Match[],
): Span[] {
  if (!named || !english.asksWhatItIsCalled.test(question)) return []
  const bearers = matches.filter(
    ({ part, value }) => value >= LIKE && !english.asksWhatItIsCalled.test(`what ${parts[part]!.word}`),
  )
  return [...text.matchAll(english.naming)]
    .flatMap(({ index, 0: whole, groups }) => {
      const isBeside = bearers.some(({ to }) => {
        const { end } = words[to - 1]!
        return end <= index && end >= index - BESIDE
      })
      if (!isBeside) return []
      const name = groups!.quoted ?? groups!.bare!
      const start = index + whole.lastIndexOf(name)
      return [{ start, end: start + name.length }]
    })
    .concat(bearers.flatMap(({ from }) => namedOtherwise(text.slice(0, words[from]!.start))))
}

/** The name in front of what else its bearer is called: “Ann Berg” before "Gull". */
function namedOtherwise(before: string): Span[] {
  const from = Math.max(0, before.length - LONGEST_LEAD)
  const found = english.otherwise.exec(before.slice(from))
  if (!found) return []
  const end = from + found.index
  let start = end
  for (const { index, 0: word } of [...before.slice(from, end).matchAll(/[^\s,;:()“”"]+/gu)].reverse()) {
    const isNext = from + index + word.length === (start === end ? end : start - 1)
    if (!isNext || !/^\p{Lu}/u.test(word)) break
    start = from + index
  }
  return start < end ? [{ start, end }] : []
}

const LONGEST_LEAD = 100
