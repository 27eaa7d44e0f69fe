import { type Said, type Values, wordsFor } from '../../i18n/words.js'

/** Something a person can put right; they are told in their language, the log in English. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly what: Said
  readonly values: Values

  constructor(what: Said, values: Values = {}) {
    super(wordsFor('en').say(what, values))
    this.what = what
    this.values = values
  }
}
