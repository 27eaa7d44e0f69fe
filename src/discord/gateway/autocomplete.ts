import type { APIApplicationCommandOptionChoice } from 'discord-api-types/v10'
import type { Archive, Scope, Suggestion } from '../../archive/contract/archive.js'
import type { AskingCommand } from '../bot/command.js'
import { CHOICE_LABEL, CHOICE_VALUE, CHOICES, OPTION } from '../render/limits.js'
import { cutBefore, oneLine, shorten } from '../render/text.js'
import { plainWords } from './option-parsing.js'

export type Choice = APIApplicationCommandOptionChoice<string>

/** What can be picked for an option while it is being typed. Anything else may be typed too. */
export async function complete(
  command: AskingCommand,
  option: { readonly name: string; readonly value: string },
  archive: Archive,
  scope: Scope,
): Promise<Choice[]> {
  const kind = command.suggest?.[option.name]
  if (!kind) return []
  return choices(await archive.suggest({ kind, typed: typedWords(option.value), limit: CHOICES }, scope))
}

/** What is typed so far, as it is looked for. */
export const typedWords = (value: string) => plainWords(value).slice(0, OPTION)

/** Suggestions within Discord's limits, no two of which look or act alike. */
export function choices(suggestions: readonly Suggestion[]): Choice[] {
  const byName = new Map<string, Choice>()
  const values = new Set<string>()
  for (const { label, value } of suggestions) {
    const choice = { name: shorten(oneLine(label), CHOICE_LABEL), value: start(oneLine(value), CHOICE_VALUE) }
    if (!choice.name || !choice.value || byName.has(choice.name) || values.has(choice.value)) continue
    values.add(choice.value)
    byName.set(choice.name, choice)
  }
  return [...byName.values()].slice(0, CHOICES)
}

/** A value is asked for, not read: where it is too long its beginning does, without an ellipsis. */
function start(value: string, length: number): string {
  return value.length <= length ? value : value.slice(0, cutBefore(value, length)).trim()
}
