import type { MessageKey, Values } from '../../i18n/message.js'
import { wordsFor } from '../../i18n/words.js'

/** Something a person can put right; they are told in their language, the log in English. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly what: MessageKey
  readonly values: Values

  constructor(what: MessageKey, values: Values = {}) {
    super(wordsFor('en').say(what, values))
    this.what = what
    this.values = values
  }
}
