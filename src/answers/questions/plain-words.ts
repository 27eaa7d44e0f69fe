/** Questions in plain words: which command is meant, and which words are its options. */
import { splitSentences } from '../../annotate/document.js'
import { isShortName } from '../../articles/model/short-name.js'
import { intents } from '../../language/en/questions/intents.js'
import { phrasings as english } from '../../language/en/questions/phrasings.js'
import { wordRuns } from '../../text/characters.js'
import type { Question } from '../model/answer.js'
import { isTooLong, LONGEST_QUESTION } from '../model/query.js'
import { bestMatch, type Compiled, compile } from './intent-templates.js'
import { claimsIn } from './message.js'

/**
 * Reads a question in plain words; what fits no phrasing is for `/ask`.
 * @param mainOption the option that bare words fill; undefined for a command that there is not
 */
export function plainQuestion(
  text: string,
  mainOption: (command: string) => string | null | undefined,
): Question {
  if (isTooLong(text)) return { command: 'ask', question: text }
  const core = withoutCourtesies(text)
  if (text && english.greetings.test(core)) return { command: 'help' }
  // What stands in a table or was copied from an article.
  if (isShortName(core)) return { command: 'article', name: core }
  const { command, slots } = intentOf(core)
  const main = command === null ? undefined : mainOption(command)
  if (command === null || main === undefined) return { command: 'ask', question: core }
  const given = command === 'who-said' ? { ...slots, rest: inQuotes(slots.rest ?? core) } : slots
  const options = Object.entries(given).flatMap(([slot, value]) => {
    const words =
      slot === 'speaker' ? tidy(value).replace(/['’]s$/, '') : slot === 'verb' ? value : tidy(value)
    const filled = (command === 'brief' ? BRIEFLY[slot] : undefined) ??
      OPTIONS[slot] ?? [MAIN.has(slot) ? main : slot]
    return words ? filled.map((option) => [option, words]) : []
  })
  return { command, ...Object.fromEntries(options) } as Question
}

interface Intended {
  /** Null where the words are put in no known way. */
  readonly command: string | null
  readonly slots: Readonly<Record<string, string>>
}

/** What the words ask for: the row of the table that fits them best, or a time. */
function intentOf(core: string): Intended {
  if (!/[\p{L}\p{N}]/u.test(core)) return { command: core.includes('?') ? 'help' : null, slots: {} }
  table ??= intents.intents.map((intent) => compile(intent, intents.classes))
  const best = bestMatch(core, table, intents)
  // "what is the position on tariffs": nobody's.
  const nobody = best?.slots.speaker !== undefined && english.nobody.test(best.slots.speaker)
  const order = best?.intent.command === 'who-said' && english.ordered.test(core)
  if (order) return { command: null, slots: {} }
  if (best && !nobody) return { command: best.intent.command, slots: best.slots }
  const { groups } = english.when.exec(core) ?? {}
  if (!groups) return { command: null, slots: {} }
  const { bound, verb, ...others } = groups
  const opening = [bound, verb].filter(Boolean).join(' ').toLowerCase()
  return { command: 'when', slots: given({ ...others, verb: opening }) }
}

let table: readonly Compiled[] | undefined

const given = (groups: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(Object.entries(groups).filter((entry): entry is [string, string] => Boolean(entry[1])))

/** Slots that fill the main option. */
const MAIN: ReadonlySet<string> = new Set(['rest', 'head'])

/** The options that a slot fills, where it is called otherwise. */
const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  starting: ['from'],
  ending: ['to'],
  during: ['from', 'to'],
}

/** A summary has no end but the newest article. */
const BRIEFLY: Readonly<Record<string, readonly string[]>> = {
  from: ['since'],
  starting: ['since'],
  during: ['since'],
  to: [],
  ending: [],
}

/** The text without what is said around a question: greetings, "can you tell me", "please". */
function withoutCourtesies(text: string): string {
  let core = text.trim()
  for (let before = ''; before !== core; ) {
    before = core
    for (const lead of english.leads) core = core.replace(lead, '')
    for (const tail of english.tails) core = core.replace(tail, '')
    if (!core) return /[\p{L}\p{N}]/u.test(before) ? before : text
  }
  return core
}

/** The words without what is said after a question: "please". */
export function withoutTails(text: string): string {
  const core = english.tails.reduce((rest, tail) => rest.replace(tail, ''), text)
  return /[\p{L}\p{N}]/u.test(core) ? core : text
}

/** Words of an option: without the mark at the end of the question, or a verb left over there. */
function tidy(value: string): string {
  const words = value.replace(/(?<![?!.\s])[?!.\s]+$/, '').replace(english.hollow, '')
  return words.replace(english.loose, '') || words
}

const inQuotes = (text: string) => /["“„«][^"“”„«»]+["”»]/.exec(text)?.[0] ?? text

/** No more questions of one message are answered. */
export const MOST_QUESTIONS = 3

/**
 * The questions of a message, in order: one for each sentence that ends with a question mark, otherwise the
 * whole. A line that begins with a slash is one by itself. Question marks within quotation marks end nothing. Of a
 * claim with "is this true?" beside it, the claim is looked up.
 */
export function questionsIn(text: string): string[] {
  const lines = text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean)
  const asked = lines.flatMap((line) => (line.startsWith('/') ? [line] : sentencesThatAsk(line)))
  const whole = lines.join(' ')
  const claims = isTooLong(whole) ? [] : claimsBeside(whole)
  if (claims.length > 0) return claims.map((claim) => `/ask ${claim}`)
  const questions = asked.length > 0 ? asked : [whole].filter(Boolean)
  return questions.flatMap((question) => (isTooLong(question) ? [question] : eachAsked(question)))
}

/** What somebody asks to be checked: the claims of a text that asks beside them whether they are true. */
function claimsBeside(text: string): string[] {
  const rest = text.replace(english.checks, ' ')
  if (rest === text || /\?/.test(rest)) return []
  const unquoted = rest
    .replace(english.hearsay, ' ')
    .replace(/["“”„«»>]/g, ' ')
    .replace(/\s+/g, ' ')
  const claims = claimsIn(unquoted.replace(/^[\s:,;.!–-]+/, ''))
  return claims.filter((claim) => wordRuns(claim).length >= FEWEST_CLAIMED)
}

/** Fewer words beside "is this true?" are no claim: "wow, is that true?" */
const FEWEST_CLAIMED = 4

/** A shorter question says too little by itself. */
const FEWEST_ASKED = 4

/** Whether the words only ask whether something else is true. */
export const onlyChecks = (text: string): boolean =>
  !isTooLong(text) && english.checks.test(text) && !/\p{L}/u.test(text.replace(english.checks, ''))

/** "Who leads the talks, and when are they?": each by itself; "when and where are the talks" of the same. */
function eachAsked(question: string): string[] {
  if (question.startsWith('/') || /["“„«]/.test(question) || !english.opensQuestion.test(question))
    return [question]
  const parts = question.split(english.another)
  // "How many died and how many were hurt in Lorne": the first lacks what only the second tells.
  const [first = ''] = parts
  if (!english.onlyAsks.test(first) && first.split(' ').length < FEWEST_ASKED) return [question]
  return parts.map((part, at) => {
    const next = parts[at + 1]
    // The words that ask alone have what follows in common.
    if (next === undefined || at > 0 || !english.onlyAsks.test(part.trim())) return part.trim()
    return next.replace(english.asksFirst, part.trim())
  })
}

function sentencesThatAsk(line: string): string[] {
  const text = line.slice(0, 4 * LONGEST_QUESTION)
  return splitSentences(text, { start: 0, end: text.length })
    .flatMap(({ start, end }) => text.slice(start, end).match(UP_TO_QUESTION_MARK) ?? [])
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\?[!.]*$/.test(sentence))
}

/** A question in a sentence, however the next one begins. A question mark within quotation marks is part of it. */
const UP_TO_QUESTION_MARK = /(?:["“„«][^"“”„«»]*["”»]|[^?]|\?(?=[^\s?!]))+[?!]*/g
