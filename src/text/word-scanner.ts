// Letters and digits; inside a word also an apostrophe, a full stop (U.S.) or a digit separator (100,000; 100 000,
// with a space that does not break, or before three zeros with any).
export const WORD =
  /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:(?:['’.]|(?<=\p{N})[,\u00a0\u2009\u202f](?=\p{N}{3})|(?<=(?<![\p{N}.,])\p{N}{1,3}) (?=000(?!\p{N})))[\p{L}\p{N}\p{M}]+)*/gu

const LETTER = 1
/** No part of a word that is of letters. */
const GAP = 2
/** What the units of ASCII are; of all others, of digits, apostrophes and full stops the pattern has to tell. */
const KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code)
  if (/[a-z]/i.test(sign)) return LETTER
  return /[\d'.]/.test(sign) ? 0 : GAP
})

/** Goes through the words of a text. Nearly all are of ASCII letters alone and are found without the pattern. */
export class WordScanner {
  start = 0
  /** Exclusive. */
  end = 0
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  /** Goes to the next word. @returns whether there is one */
  next(): boolean {
    const text = this.#text
    const length = text.length
    let start = this.end
    while (start < length && KINDS[text.charCodeAt(start)] === GAP) start++
    let end = start
    while (end < length && KINDS[text.charCodeAt(end)] === LETTER) end++
    if (start < end && (end === length || KINDS[text.charCodeAt(end)] === GAP)) {
      this.start = start
      this.end = end
      return true
    }
    WORD.lastIndex = start
    const found = start < length ? WORD.exec(text) : null
    this.start = found ? found.index : length
    this.end = found ? found.index + found[0].length : length
    return found !== null
  }
}
