/** Names in what people type, who often leave out the capitals. */

import { names as english } from '../../language/en/names/names.js'
import { conversation } from '../../language/en/questions/conversation.js'
import { search } from '../../language/en/words/search.js'

export interface Token {
  readonly word: string
  readonly lower: string
}

export function tokensOf(text: string): Token[] {
  return text
    .split(/[\s,;:!?]+/)
    .filter(Boolean)
    .map((word) => ({ word, lower: word.toLowerCase() }))
}

const CAPITAL = /^["“‘(]*\p{Lu}/u

/** Whether the words are written as a name is. */
export function isName(text: string): boolean {
  const words = text.split(/\s+/)
  return (
    words.length <= 5 &&
    words.every((word) => CAPITAL.test(word) || english.particles.has(word) || english.joiners.has(word)) &&
    words.some((word) => CAPITAL.test(word) && !english.joiners.has(word.toLowerCase()))
  )
}

/** Whether a name is that of a place or of a body rather than of a person. */
export function isPlaceOrBody(text: string): boolean {
  const lower = text
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/['’]s$/, '')
  if ([english.places, english.organisations].some((known) => known.has(lower))) return true
  if (english.capitals.has(lower)) return true
  const words = lower.split(/[\s-]+/)
  return words.some((word) => english.organisationWords.has(word)) || english.placeWords.has(words.at(-1)!)
}

const COUNTRIES = new Set([...english.demonyms.values()])

/** Whether a name is that of a country, whose people and government bear it too. */
export function isCountry(text: string): boolean {
  const lower = text.toLowerCase().replace(/^the\s+/, '')
  return COUNTRIES.has(lower) || conversation.countries.has(lower)
}

/** Whether a name is that of a place or of a body where it stands in the text. */
export function isPlaceIn(text: string, name: string): boolean {
  if (isPlaceOrBody(name)) return true
  const [before = ''] = /(?<!\S)\S+\s+(?:the\s+)?$/i.exec(text.slice(0, text.indexOf(name))) ?? []
  return conversation.placing.has(before.trim().split(/\s+/)[0]!.toLowerCase())
}

/** Written with a capital where no sentence begins. */
const NAMED_INSIDE = /(?<=[\p{Ll}\p{N},;][\s])\p{Lu}[\p{L}’'-]+/gu

/**
 * The names in a question, in order: words with a capital that don't ask, words of known places, and words that
 * the snippets of its answer write with a capital.
 */
export function namesIn(text: string, snippets: readonly string[]): string[] {
  const inside = snippets.flatMap((snippet) => snippet.match(NAMED_INSIDE) ?? [])
  const known = new Set(inside.map((word) => word.toLowerCase()))
  const found: string[] = []
  let run: string[] = []
  const close = () => {
    if (run.length > 0) found.push(run.join(' '))
    run = []
  }
  const written = text.split(/\s+/)
  const words = written.map((word) =>
    word.replace(/^["“‘(]+|(?<!["”’?!.,;:)])["”’?!.,;:)]+$|['’]s["”’?!.,;:)]*$/g, ''),
  )
  for (const [index, word] of words.entries()) {
    const asks = conversation.asks.test(word) && (index === 0 || !CAPITAL.test(word))
    const opens = run.length === 0 && word !== word.toUpperCase() && search.stopWords.has(word.toLowerCase())
    if (!asks && !opens && (CAPITAL.test(word) || known.has(word.toLowerCase()) || isPlaceOrBody(word)))
      run.push(word)
    else close()
    // "in Europe, Ukraine will have a chair": a comma parts two names
    if (/[,;:]$/.test(written[index]!)) close()
  }
  close()
  return found
}
