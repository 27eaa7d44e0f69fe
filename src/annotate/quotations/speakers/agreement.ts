import { child, LABEL, predicateOf, sentenceSyntax, subjectOf, wordAt } from '../../../text/syntax/index.js'
import type { Cue } from '../attribution/cues.js'
import type { Source } from '../attribution/sources.js'
import type { Frame } from '../chunks/frames.js'

/** A sentence longer than this, in characters, is not parsed. */
const LONGEST = 900

/**
 * Whether the syntax of the sentence has the source for who does what the cue says. The fitted ranking alone is right more
 * often than the parse alone; where the ranking is in doubt, the two agree on 19 in 20 people that are right, and on few of
 * the others. So only doubtful ones are parsed.
 */
export function syntaxAgrees(text: string, frame: Frame, cue: Cue, { from, to }: Source): boolean {
  const { items, start, end } = frame
  if (end - start > LONGEST) return false
  const syntax = sentenceSyntax(text.slice(start, end))
  const word = wordAt(syntax, items[cue.at]!.start - start)
  if (word < 0) return false
  const within = (at: number) =>
    at >= 0 &&
    syntax.starts[at]! + start >= items[from]!.start &&
    syntax.ends[at]! + start <= items[to - 1]!.end
  // "Mr Berg's claim that …": whose it is.
  if (within(child(syntax, word, LABEL['nmod:poss']))) return true
  const subject = subjectOf(syntax, word)
  if (subject >= 0) return within(subject)
  const predicate = predicateOf(syntax, word)
  return predicate >= 0 && within(subjectOf(syntax, predicate))
}
