import { english } from './words/en.js'

/** What the catalogues of all languages hold. */
export type MessageKey = keyof typeof english

/** A number is written as the language writes it, a day (YYYY-MM-DD) in words; of several all are, with commas. */
export type Value = string | number | { readonly day: string } | Message | readonly Value[]
export type Values = Readonly<Record<string, Value>>

/**
 * What is to be said, before it is put in words: a key of the catalogues with its values, or words that stay as they
 * are in every language. Plain data, so that it passes between threads.
 */
export type Message = KeyedMessage | { readonly text: string }

export interface KeyedMessage {
  readonly key: MessageKey
  readonly values?: Values
}

/** Messages line by line; those of one line are sentences one behind the other. */
export type Note = readonly (readonly Message[])[]

export const message = (key: MessageKey, values?: Values): KeyedMessage =>
  values ? { key, values } : { key }

/** A message as a note; null where there is none. */
export const noteOf = (only: Message | null): Note | null => only && [[only]]

/** One line of those that are there. */
export const lineOf = (...messages: readonly (Message | null)[]): Note => [
  messages.filter((one) => one !== null),
]

/** Whether data from outside is a message of this version. */
export const isMessage = (data: unknown): data is Message =>
  typeof data === 'object' &&
  data !== null &&
  ('text' in data || ('key' in data && Object.hasOwn(english, String(data.key))))
