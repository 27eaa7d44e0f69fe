import {
  ApplicationCommandType as Kind,
  Locale,
  ApplicationCommandOptionType as OptionType,
} from 'discord-api-types/v10'
import { characters, type Field, isRecord } from '../form.js'

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]+$/u
/** Names, descriptions and choice values of one command together. */
const TOTAL = 8000
const OPTIONS = 25
const SUBCOMMANDS: readonly unknown[] = [OptionType.Subcommand, OptionType.SubcommandGroup]
const WITH_CHOICES: readonly unknown[] = [OptionType.String, OptionType.Integer, OptionType.Number]

/** The definition of a command, new or (with `partial`) changes to one. */
export function checkCommand(form: Field, partial = false): void {
  const kind =
    form.get('type').oneOf([Kind.ChatInput, Kind.User, Kind.Message, Kind.PrimaryEntryPoint]) ??
    Kind.ChatInput
  const chat = kind === Kind.ChatInput
  checkName(form, chat, !partial)
  if (chat) checkDescription(form, !partial)
  else if (form.get('description').value)
    form
      .get('description')
      .fail('APPLICATION_COMMAND_DESCRIPTION_NOT_ALLOWED', 'Context menu commands cannot have description')
  if (chat) checkOptions(form.get('options'), 0)
  else if (form.get('options').items().length > 0)
    form
      .get('options')
      .fail('APPLICATION_COMMAND_OPTIONS_NOT_ALLOWED', 'Context menu commands cannot have options')
  const permissions = form.get('default_member_permissions')
  if (!permissions.absent && !/^\d+$/.test(String(permissions.value)))
    permissions.fail('NUMBER_TYPE_COERCE', `Value "${String(permissions.value)}" is not int.`)
  for (const context of form.get('contexts').items()) context.oneOf([0, 1, 2], true)
  for (const type of form.get('integration_types').items({ min: 1 })) type.oneOf([0, 1], true)
  if (sizeOf(form.value) > TOTAL)
    form.fail('APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${TOTAL})`)
}

function checkName(form: Field, chat: boolean, required: boolean): void {
  const own = form.get('name')
  for (const name of [own, ...localized(form.get('name_localizations'))]) {
    const text = name.text({ min: 1, max: 32, required: required && name === own })
    if (text && chat && (!NAME.test(text) || text !== text.toLowerCase()))
      name.fail('APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid')
  }
}

function checkDescription(form: Field, required: boolean): void {
  form.get('description').text({ min: 1, max: 100, required })
  for (const text of localized(form.get('description_localizations'))) text.text({ min: 1, max: 100 })
}

/** The texts of a localisation, by locale. */
function localized(form: Field): Field[] {
  if (form.absent || !form.record()) return []
  const locales = new Set<string>(Object.values(Locale))
  return Object.keys(form.value as object).map((locale) => {
    if (!locales.has(locale))
      form.get(locale).fail('LOCALIZATION_INVALID_LOCALE', `Locale '${locale}' is not supported`)
    return form.get(locale)
  })
}

function checkOptions(list: Field, depth: number): void {
  const options = list.items({ max: OPTIONS })
  const names = new Set<unknown>()
  let optional = false
  const nested = options.filter((option) => SUBCOMMANDS.includes(option.get('type').value))
  if (nested.length > 0 && nested.length < options.length)
    list.fail(
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      'Sub-command and sub-command group option types are mutually exclusive to all other types',
    )
  for (const option of options) {
    const name = option.get('name')
    if (names.has(name.value))
      name.fail('APPLICATION_COMMAND_OPTIONS_NAME_INVALID', 'Option names must be unique')
    names.add(name.value)
    const required = option.get('required').value === true
    if (required && optional)
      option
        .get('required')
        .fail(
          'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
          'Required options must be placed before non-required options',
        )
    optional ||= !required && !SUBCOMMANDS.includes(option.get('type').value)
    checkOption(option, depth)
  }
}

function checkOption(option: Field, depth: number): void {
  checkName(option, true, true)
  checkDescription(option, true)
  const type = option.get('type').integer({ min: 1, max: 11, required: true })
  const deepest = type === OptionType.SubcommandGroup ? 0 : type === OptionType.Subcommand ? 1 : 2
  const allowed = depth <= deepest
  if (!allowed)
    option
      .get('type')
      .fail('APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'Sub-commands cannot be nested this deep')
  if (SUBCOMMANDS.includes(type) && allowed) {
    checkOptions(option.get('options'), type === OptionType.Subcommand ? 2 : 1)
    return
  }
  const choices = option.get('choices').items({ max: 25 })
  if (choices.length > 0 && !WITH_CHOICES.includes(type))
    option
      .get('choices')
      .fail(
        'APPLICATION_COMMAND_CHOICES_NOT_ALLOWED',
        'Choices are only for string, integer and number options',
      )
  if (choices.length > 0 && option.get('autocomplete').value === true)
    option
      .get('autocomplete')
      .fail('APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES', 'Autocomplete and choices cannot both be set')
  for (const choice of choices) checkChoice(choice, type)
  option.get('min_length').integer({ min: 0, max: 6000 })
  option.get('max_length').integer({ min: 1, max: 6000 })
  option.get('min_value').number()
  option.get('max_value').number()
}

/** A choice of an option, or one that autocompletion offers. */
export function checkChoice(choice: Field, type: number | undefined): void {
  choice.get('name').text({ min: 1, max: 100, required: true })
  if (type === OptionType.String) choice.get('value').text({ max: 100, required: true })
  else choice.get('value').number({ required: true }, type === OptionType.Integer)
}

function sizeOf(definition: unknown): number {
  if (!isRecord(definition)) return 0
  const texts = [definition.name, definition.description, definition.value]
  const own = texts.reduce<number>((sum, text) => sum + (typeof text === 'string' ? characters(text) : 0), 0)
  const inner = [definition.options, definition.choices].flatMap((list) => (Array.isArray(list) ? list : []))
  return inner.reduce<number>((sum, item) => sum + sizeOf(item), own)
}
