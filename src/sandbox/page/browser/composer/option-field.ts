import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10'
import { Option } from '../messages/discord.js'
import { h, newId } from '../parts/dom.js'
import type { Choice } from '../parts/listbox.js'
import { channelChoices, personChoices, roleChoices } from './choices.js'
import type { People } from './people.js'
import type { Suggestions } from './suggestions.js'
import { readUpload, type Upload } from './upload.js'

/** Milliseconds of silence before the bot is asked for suggestions. */
const PAUSE = 120

export type OptionValue = string | number | boolean | Upload

export interface OptionFieldUse {
  people: People
  suggestions: Suggestions
  /** The bot's suggestions while this option is typed. */
  complete(option: string): Promise<Choice[]>
  /** A choice was taken, so that the next field can have the focus. */
  onChosen(): void
  onFocus(option: APIApplicationCommandBasicOption): void
}

/** The field of one option of a command. */
export class OptionField {
  readonly option: APIApplicationCommandBasicOption
  readonly element: HTMLElement
  readonly input: HTMLInputElement
  readonly #use: OptionFieldUse
  /** What was chosen from the list, as long as its name stands in the field. */
  #chosen: Choice | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #asked = 0

  constructor(option: APIApplicationCommandBasicOption, use: OptionFieldUse) {
    this.option = option
    this.#use = use
    const isFile = option.type === Option.attachment
    this.input = h('input', {
      type: isFile ? 'file' : 'text',
      id: newId(),
      autocomplete: 'off',
      spellcheck: 'false',
      'aria-required': String(option.required ?? false),
      ...(!isFile && {
        role: 'combobox',
        'aria-expanded': 'false',
        'aria-autocomplete': 'list',
        inputmode: isNumber(option) ? 'decimal' : undefined,
      }),
    })
    this.element = h('div', { class: 'option' }, h('label', { for: this.input.id }, option.name), this.input)
    this.input.addEventListener('focus', () => this.#focused())
    this.input.addEventListener('input', () => this.#typed())
    this.input.addEventListener('blur', () => this.#left())
    if (!isFile) this.#fit()
  }

  get isEmpty(): boolean {
    return this.input.value === ''
  }

  set text(text: string) {
    this.input.value = text
    this.#chosen = undefined
    this.#fit()
  }

  /** What the field holds; undefined where it is empty. @throws Error with what is wrong with it */
  async value(): Promise<OptionValue | undefined> {
    if (this.isEmpty) return undefined
    const file = this.input.files?.[0]
    if (file) return readUpload(file)
    const fixed = this.#fixed()
    const typed = this.input.value.trim()
    const taken =
      this.#chosen ??
      fixed?.find(({ label }) => label.toLowerCase() === typed.toLowerCase().replace(/^@/, ''))
    if (fixed && !taken) throw new Error(`Choose “${this.option.name}” from the list.`)
    const text = taken?.value ?? typed
    if (this.option.type === Option.boolean) return text === 'true'
    if (isNumber(this.option)) {
      if (!Number.isFinite(Number(text))) throw new Error(`“${this.option.name}” takes a number.`)
      return Number(text)
    }
    return text
  }

  /** What can be told without asking the bot, as it is to be sent while another option is completed. */
  get raw(): string | undefined {
    if (this.isEmpty || this.option.type === Option.attachment) return undefined
    if (this.#fixed() && !this.#chosen) return undefined
    return this.#chosen?.value ?? this.input.value
  }

  complain(why: string | undefined): void {
    if (why === undefined) this.input.removeAttribute('aria-invalid')
    else this.input.setAttribute('aria-invalid', 'true')
  }

  /** The only values that the option takes; undefined where any text may be typed. */
  #fixed(): Choice[] | undefined {
    const { option } = this
    const { people } = this.#use
    if ('choices' in option && option.choices?.length)
      return option.choices.map(({ name, value }) => ({ label: name, value: String(value) }))
    switch (option.type) {
      case Option.boolean:
        return [
          { label: 'True', value: 'true' },
          { label: 'False', value: 'false' },
        ]
      case Option.user:
        return personChoices(people)
      case Option.role:
        return roleChoices(people)
      case Option.mentionable:
        return [...personChoices(people), ...roleChoices(people)]
      case Option.channel:
        return channelChoices(people, option.channel_types)
      default:
        return undefined
    }
  }

  #focused(): void {
    this.#use.onFocus(this.option)
    this.#suggest(0)
  }

  #typed(): void {
    this.#chosen = undefined
    this.complain(undefined)
    this.#fit()
    this.#suggest(PAUSE)
  }

  #left(): void {
    clearTimeout(this.#timer)
    this.#asked++
    this.#use.suggestions.close()
  }

  /** Shows what fits: the fixed choices at once, the bot's when it has answered and nothing was typed since. */
  #suggest(pause: number): void {
    clearTimeout(this.#timer)
    const ask = ++this.#asked
    const fixed = this.#fixed()
    if (fixed) {
      const typed = this.#chosen ? '' : this.input.value.toLowerCase().replace(/^[@#]/, '')
      this.#show(
        fixed.filter(({ label }) => label.toLowerCase().includes(typed)),
        true,
      )
      return
    }
    if (!('autocomplete' in this.option && this.option.autocomplete)) return
    this.#timer = setTimeout(async () => {
      const choices = await this.#use.complete(this.option.name)
      if (ask === this.#asked) this.#show(choices, false)
    }, pause)
  }

  #show(choices: Choice[], strict: boolean): void {
    const { name, description } = this.option
    this.#use.suggestions.show(this.input, `${name}: ${description}`, choices, strict, (choice) => {
      this.#chosen = choice
      this.input.value = choice.label
      this.#fit()
      this.#use.onChosen()
    })
  }

  /** As wide as its text, within bounds. */
  #fit(): void {
    const { type, input } = { type: this.option.type, input: this.input }
    if (type !== Option.attachment) input.size = Math.max(8, Math.min(40, input.value.length + 1))
  }
}

const isNumber = ({ type }: APIApplicationCommandBasicOption): boolean =>
  type === Option.integer || type === Option.number
