import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10'
import { Option } from '../messages/discord.js'
import { fill, h, newId } from '../parts/dom.js'
import { icon } from '../parts/icons.js'
import type { Choice } from '../parts/listbox.js'
import type { SlashCommand } from './commands.js'
import { OptionField, type OptionValue } from './option-field.js'
import type { People } from './people.js'
import type { Suggestions } from './suggestions.js'

export type Options = Record<string, OptionValue>

export interface CommandFormUse {
  people: People
  suggestions: Suggestions
  complete(command: string, options: Options, focused: string): Promise<Choice[]>
  run(command: string, options: Options): Promise<void>
  /** Back to the plain message box, with this text in it. */
  leave(text: string): void
}

/** A command with its options, in place of the message box. */
export class CommandForm {
  readonly element: HTMLFormElement
  readonly #command: SlashCommand
  readonly #use: CommandFormUse
  readonly #fields: OptionField[] = []
  readonly #row = h('div', { class: 'options' })
  readonly #more = h('div', { class: 'more-options' })
  readonly #hint = h('p', { class: 'hint', id: newId(), 'aria-live': 'polite' })
  #isRunning = false

  /**
   * @param text what was typed after the command's name: it goes into the first text option. Null where nothing was
   *   begun to be typed there.
   */
  constructor(command: SlashCommand, text: string | null, use: CommandFormUse) {
    this.#command = command
    this.#use = use
    const name = h('span', { class: 'command-name' }, `/${command.name}`)
    const cancel = h(
      'button',
      { type: 'button', class: 'plain', 'aria-label': 'Leave the command', title: 'Leave the command (Esc)' },
      icon('close'),
    )
    cancel.addEventListener('click', () => use.leave(''))
    const send = h(
      'button',
      { type: 'submit', class: 'plain send', 'aria-label': 'Run', title: 'Run (Enter)' },
      icon('send'),
    )
    this.element = h(
      'form',
      { class: 'command-form', 'aria-label': `Command /${command.name}`, autocomplete: 'off' },
      this.#hint,
      h(
        'div',
        { class: 'command-line' },
        cancel,
        h('div', { class: 'command-fields' }, name, this.#row, this.#more),
        send,
      ),
    )
    this.element.addEventListener('submit', (event) => {
      event.preventDefault()
      void this.#run()
    })
    this.element.addEventListener('keydown', (event) => this.#key(event))
    const required = command.options.filter((option) => option.required)
    const first = command.options.find(({ type }) => type === Option.string)
    for (const option of required.length > 0 ? required : text !== null && first ? [first] : [])
      this.#add(option)
    const filled = this.#fields.find(({ option }) => option.type === Option.string)
    if (filled && text) filled.text = text
    this.#listMore()
    this.#explain()
  }

  focus(): void {
    const next = this.#fields.find((field) => field.isEmpty) ?? this.#fields.at(-1)
    ;(next?.input ?? this.element.querySelector<HTMLElement>('.send'))?.focus()
  }

  #add(option: APIApplicationCommandBasicOption): OptionField {
    const field = new OptionField(option, {
      people: this.#use.people,
      suggestions: this.#use.suggestions,
      complete: (focused) => this.#complete(focused),
      onChosen: () => this.focus(),
      onFocus: (focused) => this.#explain(focused),
    })
    field.input.setAttribute('aria-describedby', this.#hint.id)
    this.#fields.push(field)
    this.#row.append(field.element)
    return field
  }

  /** Buttons for the options that are not filled in yet. */
  #listMore(): void {
    const left = this.#command.options.filter(
      (option) => !this.#fields.some((field) => field.option === option),
    )
    const buttons = left.map((option) =>
      h(
        'button',
        {
          type: 'button',
          class: 'add-option',
          title: option.description,
          onclick: () => {
            const field = this.#add(option)
            this.#listMore()
            field.input.focus()
          },
        },
        icon('plus'),
        option.name,
      ),
    )
    fill(this.#more, ...buttons)
  }

  #explain(option?: APIApplicationCommandBasicOption): void {
    const text = option ? `${option.name}: ${option.description}` : this.#command.description
    this.#hint.className = 'hint'
    this.#hint.textContent = text
  }

  #key(event: KeyboardEvent): void {
    if (this.#use.suggestions.key(event)) return
    const { target } = event
    const field = this.#fields.find(({ input }) => input === target)
    if (event.key === 'Escape') {
      event.preventDefault()
      this.#use.leave('')
    } else if (event.key === 'Backspace' && field?.isEmpty) {
      event.preventDefault()
      this.#drop(field)
    }
  }

  /** Backspace in an empty field takes an added option away, and in the first one leads back to the name. */
  #drop(field: OptionField): void {
    if (field.option.required) {
      if (field === this.#fields[0]) this.#use.leave(`/${this.#command.name}`)
      return
    }
    this.#fields.splice(this.#fields.indexOf(field), 1)
    field.element.remove()
    this.#listMore()
    if (this.#fields.length > 0) this.#fields.at(-1)?.input.focus()
    else this.#use.leave(`/${this.#command.name}`)
  }

  async #complete(focused: string): Promise<Choice[]> {
    const options: Options = {}
    for (const field of this.#fields) {
      const { name } = field.option
      const value = name === focused ? field.input.value : field.raw
      if (value !== undefined) options[name] = value
    }
    return this.#use.complete(this.#command.name, options, focused)
  }

  async #run(): Promise<void> {
    if (this.#isRunning) return
    const options: Options = {}
    for (const field of this.#fields) {
      try {
        const value = await field.value()
        if (value === undefined && field.option.required) throw new Error(`Fill in “${field.option.name}”.`)
        if (value !== undefined) options[field.option.name] = value
      } catch (error) {
        field.complain((error as Error).message)
        field.input.focus()
        this.#hint.className = 'hint problem'
        this.#hint.textContent = (error as Error).message
        return
      }
    }
    this.#isRunning = true
    await this.#use.run(this.#command.name, options)
    this.#isRunning = false
  }
}
