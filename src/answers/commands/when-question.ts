import { whenQuestions as english } from '../../language/en/dates/events.js'
import { wordRuns } from '../../text/characters.js'

/** Whether a question asks for what is to come or for what has been. */
export type Tense = 'future' | 'past'

export interface WhenQuestion {
  readonly topic: string
  readonly tense: Tense | null
  /** True where it asks for the next or the last of several. */
  readonly nearest: boolean
  /** What the question opens with, in lower case: "when did". */
  readonly opening: string
  /** Whether it asks from which day or up to which something is so: "since when", "until when". */
  readonly bound: 'since' | 'until' | null
  /** True for "how long …". */
  readonly durations: boolean
}

/** Reads what was asked: `when is the next meeting` → the topic `the meeting`, looking ahead. */
export function whenQuestion(asked: string, verb?: string): WhenQuestion {
  let topic = asked.trim()
  const long = english.howLong.exec(topic.toLowerCase())?.[0]
  if (long) topic = topic.slice(long.length)
  let opening = verb ?? ''
  for (const pattern of english.openings) {
    const found = pattern.exec(topic.toLowerCase())?.[0]
    if (!found || found.length >= topic.length) continue
    opening = `${opening} ${found}`
    topic = topic.slice(found.length)
  }
  // "When did the raid HAPPEN": the raid is what is asked about.
  topic = topic.replace(english.comingAbout, '').trimEnd()
  const inside = wordsOf(topic).filter((word) => english.outsideTopic.has(word))
  const bound = english.since.test(opening) ? 'since' : english.until.test(opening) ? 'until' : null
  const tense = bound ? null : (tenseOf(inside) ?? tenseOf(wordsOf(opening)))
  const rest = topic
    .split(/\s+/)
    .filter((word) => !english.outsideTopic.has(wordsOf(word)[0] ?? ''))
    .join(' ')
  // A topic of nothing but such words ("the past") is meant as it stands.
  return {
    topic: /[\p{L}\p{N}]/u.test(rest) ? rest : topic || asked,
    tense,
    nearest: inside.length > 0,
    opening: opening.trim(),
    bound,
    durations: long !== undefined,
  }
}

function tenseOf(words: readonly string[]): Tense | null {
  if (words.some((word) => english.future.has(word))) return 'future'
  return words.some((word) => english.past.has(word)) ? 'past' : null
}

const wordsOf = (text: string) => wordRuns(text.toLowerCase())
