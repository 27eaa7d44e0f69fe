/** What people write, on its way in: mark-up and mentions out, options checked against their definition. */
import type { AskingCommand } from '../bot/command.js'
import type { Given } from '../bot/given.js'
import { OPTION, QUESTION } from '../render/limits.js'
import { oneLine } from '../render/text.js'
import { Refusal } from './refusal.js'

/** Names of those who are mentioned, by id. */
export type Names = ReadonlyMap<string, string>

/** The words of a text with Discord's mark-up: without emphasis, with mentions as names, without custom emoji. */
export function plainWords(text: string, names: Names = new Map()): string {
  return oneLine(
    text
      .replace(/<(?:@[!&]?|#)(\d{1,20})>/g, (_, id) => ` ${names.get(id) ?? ''} `)
      .replace(/<a?:\w{1,32}:\d{1,20}>|<t:-?\d{1,17}(?::\w)?>|<id:\w{1,20}>/g, ' ')
      .replace(/<(\/[\w -]{1,100}):\d{1,20}>/g, '$1')
      .replace(/^[^\S\r\n\u2028\u2029]*(?:>{1,3}|-?#{1,3})[^\S\n]/gm, ' ')
      .replace(/\*{1,3}|_{2}|~~|\|\||`+/g, ''),
  )
}

/** The options that hold words, in plain words. */
export function tidy(raw: Readonly<Record<string, string | null>>, names?: Names): Given<string> {
  const entries = Object.entries(raw).map(([name, text]) => [name, plainWords(text ?? '', names)] as const)
  return Object.fromEntries(entries.filter(([, text]) => text))
}

/** What is wrong with the options, held against the command's definition, and what to do; null when nothing is. */
export function problem({ definition }: AskingCommand, given: Given<string>): Refusal | null {
  const options = definition.options ?? []
  const command = definition.name
  for (const { name: option, description: what, required, max_length: most = OPTION } of options) {
    const text = given[option] ?? ''
    if (required && !text) return new Refusal('noWords', { option, command, what })
    if (text.length > most) return new Refusal('optionTooLong', { option, length: text.length, most })
  }
  const unknown = Object.keys(given).find((name) => !options.some((option) => option.name === name))
  if (unknown !== undefined) return new Refusal('noOption', { command, option: unknown })
  return questionTooLong(Object.values(given).join(''))
}

/** Why no question of this length is taken, or null. */
export function questionTooLong(text: string): Refusal | null {
  return text.length > QUESTION
    ? new Refusal('questionTooLong', { length: text.length, most: QUESTION })
    : null
}
