/** PostgreSQL takes no longer lexeme, in bytes of UTF-8; such a term is found by nothing. */
const LONGEST_BYTES = 2046

/** A term as a part of a `tsquery`. */
export const quoted = (term: string) => `'${term.replace(/[\\']/g, '$&$&')}'`

export const isLexeme = (term: string) =>
  term !== '' && (term.length < 600 || Buffer.byteLength(term) <= LONGEST_BYTES)
