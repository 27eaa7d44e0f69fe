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

/**
 * Holds what was given against the command's definition.
 * @throws Refusal that says which option is missing, too long or unknown
 */
export function check({ definition }: AskingCommand, given: Given<string>): void {
  const options = definition.options ?? []
  for (const option of options) {
    const text = given[option.name] ?? ''
    if (option.required && !text) {
      throw new Refusal(
        `There are no words to go by in “${option.name}”. /${definition.name} needs: ${option.description}`,
      )
    }
    checkLength(`“${option.name}”`, text, option.max_length ?? OPTION)
  }
  const unknown = Object.keys(given).find((name) => !options.some((option) => option.name === name))
  if (unknown !== undefined) throw new Refusal(`/${definition.name} has no option “${unknown}”.`)
  checkLength('The question', Object.values(given).join(''), QUESTION)
}

function checkLength(what: string, text: string, most: number): void {
  if (text.length <= most) return
  throw new Refusal(
    `${what} is too long: ${text.length.toLocaleString('en')} characters, and at most ${most} are read. Ask with the few words that matter.`,
  )
}
