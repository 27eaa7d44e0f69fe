/** Names and descriptions of the commands in other languages, as Discord shows them to whoever uses it in one. */
import { german } from './commands/de.js'
import { spanish } from './commands/es.js'
import { french } from './commands/fr.js'
import { polish } from './commands/pl.js'
import { russian } from './commands/ru.js'
import type { CommandCatalogue, OptionTexts } from './commands/texts.js'
import { ukrainian } from './commands/uk.js'

export type { CommandCatalogue, OptionTexts } from './commands/texts.js'

/** By Discord's name of the language. */
export const COMMAND_TEXTS: Readonly<Record<string, CommandCatalogue>> = {
  de: german,
  'es-ES': spanish,
  fr: french,
  pl: polish,
  ru: russian,
  uk: ukrainian,
}

interface Texts {
  readonly name: string
  readonly description?: string
}

interface Definition extends Texts {
  readonly options?: readonly (Texts & { readonly required?: boolean })[]
}

/** The texts of a definition in a language; in English where there are none. */
export function localised(definition: Definition, language: string) {
  const locale = Object.keys(COMMAND_TEXTS).find((name) => name.split('-')[0] === language)
  const texts = locale === undefined ? undefined : COMMAND_TEXTS[locale]!.commands[definition.name]
  return {
    name: texts?.name ?? definition.name,
    description: texts?.description ?? definition.description ?? '',
    options: (definition.options ?? []).map((option) => ({ ...option, ...texts?.options?.[option.name] })),
  }
}

/** The fields by which Discord shows a text in other languages. */
export interface Localisations {
  readonly name_localizations?: Readonly<Record<string, string>>
  readonly description_localizations?: Readonly<Record<string, string>>
}

/** @param read the texts of one catalogue; undefined where it has none */
export function localisations(
  read: (catalogue: CommandCatalogue) => Partial<OptionTexts> | undefined,
): Localisations {
  const collect = (field: 'name' | 'description') => {
    const entries = Object.entries(COMMAND_TEXTS).flatMap(([locale, catalogue]) => {
      const text = read(catalogue)?.[field]
      return text === undefined ? [] : [[locale, text] as const]
    })
    return entries.length > 0 ? Object.fromEntries(entries) : null
  }
  const names = collect('name')
  const descriptions = collect('description')
  return {
    ...(names && { name_localizations: names }),
    ...(descriptions && { description_localizations: descriptions }),
  }
}
