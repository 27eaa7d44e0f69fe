import { type MessageKey, message, type Values } from '../../i18n/message.js'
import { MessageError } from '../../i18n/message-error.js'

/** What a person asks for that can't be done as it stands. */
export class Refusal extends MessageError {
  override readonly name = 'Refusal'

  constructor(what: MessageKey, values: Values = {}) {
    super([message(what, values)])
  }
}
