import type { AnnotatedArticle, Quotation } from '../annotate/annotations.js'
import { documentOfText } from '../annotate/document.js'
import { read } from '../annotate/names/reading.js'
import { speechData } from '../language/en/speech.js'

/** Fewer words that nobody marked as said ("reacted strongly") are no wording to remember. */
const LEAST_INDIRECT_WORDS = 3

/** The quotations of an article that can be looked for. */
export function wordingsOf({ article, quotations }: AnnotatedArticle): Quotation[] {
  return quotations.filter((quotation) => isWording(article.text, quotation))
}

/** Whether words are in marks, or said, or told of as a clause: "focused on the talks" attributes none. */
export function isWording(text: string, { direct, start, end, cue }: Quotation): boolean {
  if (direct) return true
  const words = text.slice(start, end)
  if (words.trim().split(/\s+/).length < LEAST_INDIRECT_WORDS) return false
  return (cue !== null && speechData.speechVerbs.has(cue.text.toLowerCase())) || isClause(words)
}

/** Whether a finite verb is among the words. */
function isClause(words: string): boolean {
  const { tokens } = read(documentOfText(words))
  return tokens.some(({ tag }, i) => 'ZDBM'.includes(tag) || (tag === 'V' && tokens[i - 1]?.tag !== 't'))
}
