import type { Span } from '../../../articles/model/article.js'
import { reasonWords as english } from '../../../language/en/questions/reasons.js'
import { stanceOf } from '../../../language/en/text/syntax.js'
import { LABEL, type SentenceSyntax, TAG, wordAt } from '../../../text/syntax/index.js'

/** A part of a sentence that may be the reason of something, from the word that begins it. */
export interface Reason extends Span {
  /** How surely what follows such a word is a reason, 0 to 1. */
  readonly fit: number
}

/** The reasons that a sentence may give, surest first: "because it leaked", "for failing to warn", "to save fuel". */
export function reasonsIn(text: string, syntax: SentenceSyntax): Reason[] {
  const found: Reason[] = []
  const add = (start: number, fit: number) => {
    if (found.some((one) => Math.abs(one.start - start) < SAME)) return
    const end = start + endOf(text.slice(start))
    if (end - start >= SHORTEST) found.push({ start, end, fit })
  }
  for (const { index } of text.matchAll(english.sure)) add(index, english.fit.sure)
  for (const { index } of text.matchAll(english.likely))
    if (!english.sources.test(text.slice(index))) add(index, english.fit.likely)
  for (const start of purposes(syntax)) add(start, english.fit.purpose)
  for (const { index } of text.matchAll(english.loose)) {
    const rest = text.slice(index)
    if (!english.times.test(rest) && !english.sources.test(rest) && governs(syntax, index))
      add(index, english.fit.loose)
  }
  return found
}

/** Whether a sentence has a word that gives a reason, at a glance. */
export const givesReason = (text: string): boolean =>
  text.search(english.sure) >= 0 || text.search(english.likely) >= 0

/** Cues nearer to one another than this, in characters, begin one reason. */
const SAME = 12
const SHORTEST = 12

/** The end of a clause: a mark that ends it, the end of somebody's words, or who says so. */
function endOf(rest: string): number {
  const end = rest.search(ENDS)
  return (end < 0 ? rest : rest.slice(0, end)).replace(/(?<![\s,.])[\s,.]+$/, '').length
}
const ENDS =
  /[;:!?()]|,["”’]|[.]["”]?$|, (?:(?:\p{Lu}[\p{L}.’'-]* ){1,3}|he |she |they |it )(?:said|says|told|added)\b/u

/** The infinitives that tell what something is done for: "sailed TO save fuel"; not "voted TO go", "a plan TO go". */
function purposes(syntax: SentenceSyntax): number[] {
  return syntax.words.flatMap((_, to) => {
    const verb = syntax.tag[to] === TAG.TO ? syntax.head[to]! : -1
    if (verb <= to || syntax.tag[verb] !== TAG.VB) return []
    const governor = syntax.head[verb]!
    // "Sailed to Oslo TO buy fuel": what a verb takes itself stands right behind it, or behind whom it moves.
    const isFar =
      syntax.label[verb] === LABEL.xcomp &&
      to - governor > 1 &&
      !english.becoming.has(syntax.words[governor]!.toLowerCase()) &&
      !stanceOf.has(syntax.words[governor]!.toLowerCase())
    return syntax.label[verb] === LABEL.advcl || isFar ? [syntax.starts[to]!] : []
  })
}

/** Whether a word begins a clause, or a phrase of time: "AFTER the dam broke", "AFTER the storm"; not "AS mayor". */
function governs(syntax: SentenceSyntax, start: number): boolean {
  const at = wordAt(syntax, start)
  const head = at < 0 ? -1 : syntax.head[at]!
  if (head < 0) return at >= 0 && isGerund(syntax, at)
  const isPhrase = syntax.label[head] === LABEL.nmod && syntax.words[at]!.toLowerCase() !== 'as'
  return (
    syntax.label[at] === LABEL.mark || syntax.label[head] === LABEL.advcl || isPhrase || isGerund(syntax, at)
  )
}

/** "SAYING that it leaked". */
const isGerund = (syntax: SentenceSyntax, at: number) => syntax.tag[at] === TAG.VBG
