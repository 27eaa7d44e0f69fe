/** What people write, on its way in: mark-up and mentions out, options checked against their definition. */
import type { AskingCommand, Given } from './command.js'
import { OPTION, QUESTION } from './limits.js'
import { oneLine } from './text.js'

/** Something a person can put right; its message is meant for them. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
}

/** Names of those who are mentioned, by id. */
export type Names = ReadonlyMap<string, string>

/** The words of a text with Discord's mark-up: without emphasis, with mentions as names, without custom emoji. */
export function plainWords(text: string, names: Names = new Map()): string {
  return oneLine(
    text
      .replace(/<(?:@[!&]?|#)(\d{1,20})>/g, (_, id) => ` ${names.get(id) ?? ''} `)
      .replace(/<a?:\w{1,32}:\d{1,20}>|<t:-?\d{1,17}(?::\w)?>|<id:\w{1,20}>/g, ' ')
      .replace(/<(\/[\w -]{1,100}):\d{1,20}>/g, '$1')
      .replace(/^[^\S\n]*(?:>{1,3}|-?#{1,3})[^\S\n]/gm, ' ')
      .replace(/\*{1,3}|_{2}|~~|\|\||`+/g, ''),
  )
}

/** The options that hold words, in plain words. */
export function tidy(raw: Readonly<Record<string, string | null>>, names?: Names): Given<string> {
  const entries = Object.entries(raw).map(([name, text]) => [name, plainWords(text ?? '', names)] as const)
  return Object.fromEntries(entries.filter(([, text]) => text))
}

/** What is wrong with the options, held against the command's definition, and what to do; null when nothing is. */
export function problem({ definition }: AskingCommand, given: Given<string>): string | null {
  const options = definition.options ?? []
  for (const { name, description, required, max_length = OPTION } of options) {
    const text = given[name] ?? ''
    if (required && !text) {
      return `There are no words to go by in “${name}”. /${definition.name} needs: ${description}`
    }
    if (text.length > max_length) return tooLong(`“${name}”`, text, max_length)
  }
  const unknown = Object.keys(given).find((name) => !options.some((option) => option.name === name))
  if (unknown !== undefined) return `/${definition.name} has no option “${unknown}”.`
  return questionTooLong(Object.values(given).join(''))
}

/** Why no question of this length is taken, or null. */
export function questionTooLong(text: string): string | null {
  return text.length > QUESTION ? tooLong('The question', text, QUESTION) : null
}

function tooLong(what: string, text: string, most: number): string {
  return `${what} is too long: ${text.length.toLocaleString('en')} characters, and at most ${most} are read. Ask with the few words that matter.`
}
