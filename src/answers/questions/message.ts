/** What somebody else's message holds that can be looked up. */

import { documentOfText } from '../../annotate/document.js'
import { wordRuns } from '../../text/characters.js'
import { LONGEST_QUESTION } from '../model/query.js'

/** Fewer words than these claim nothing. */
const FEWEST_WORDS = 4
const LOOKED_AT = 4000

/** The sentences of a message that claim something; the whole of a message that has no such sentence. */
export function claimsIn(text: string): string[] {
  const document = documentOfText(text.slice(0, LOOKED_AT))
  const sentences = document.sentences.map(({ start, end }) => document.text.slice(start, end))
  const claims = sentences.filter(
    (sentence) => wordsOf(sentence) >= FEWEST_WORDS && !/\?[^\w?]*$/.test(sentence),
  )
  return unique(claims.length > 0 ? claims : [text])
}

/** What stands in quotation marks in a message, if anything does; otherwise the whole of it. */
export function quotedIn(text: string): string[] {
  const quoted = [...text.slice(0, LOOKED_AT).matchAll(/["“„«]([^"“”„«»\n]+)["”“»]/g)].map(
    ([, words]) => words!,
  )
  const long = quoted.filter((words) => wordsOf(words) > 1)
  return unique(long.length > 0 ? long : [text])
}

const wordsOf = (text: string) => wordRuns(text).length

function unique(texts: readonly string[]): string[] {
  const tidy = texts.map((text) => text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_QUESTION))
  return [...new Set(tidy)].filter((text) => wordsOf(text) > 0)
}
