import type { Message } from './message.js'
import { wordsFor } from './words.js'

/** Something a person can put right or wait for: they are told in their language, the log in English. */
export class MessageError extends Error {
  /** Sentences, one behind the other. */
  readonly messages: readonly Message[]

  constructor(messages: readonly Message[], options?: ErrorOptions) {
    super(wordsFor('en').tell(messages), options)
    this.messages = messages
  }
}

/** An error as it can be told: one that nobody foresaw in its own words. */
export const messagesOf = (error: unknown): readonly Message[] =>
  error instanceof MessageError
    ? error.messages
    : [{ text: error instanceof Error ? error.message : String(error) }]
