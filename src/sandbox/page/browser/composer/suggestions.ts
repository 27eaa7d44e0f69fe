import { fill, h, part } from '../parts/dom.js'
import { type Choice, Listbox } from '../parts/listbox.js'

type Field = HTMLInputElement | HTMLTextAreaElement

/** The list above the message box: commands, people, or what an option takes. It serves one field at a time. */
export class Suggestions {
  readonly #panel = part('suggestions')
  readonly #list = new Listbox((choice) => this.#take(choice))
  #field: Field | undefined
  #choose: ((choice: Choice) => void) | undefined

  get isOpen(): boolean {
    return this.#field !== undefined
  }

  /** Shows choices for the field; none closes the list. @param strict marks the first, so that Enter takes it */
  show(
    field: Field,
    heading: string,
    choices: readonly Choice[],
    strict: boolean,
    choose: (choice: Choice) => void,
  ): void {
    if (choices.length === 0 || this.#field !== field) this.close()
    if (choices.length === 0) return
    this.#field = field
    this.#choose = choose
    const isCombobox = field.getAttribute('role') === 'combobox'
    this.#list.show(heading, choices, strict ? 0 : -1)
    // A list that scrolls must be in reach of the keyboard, unless it belongs to a combobox.
    this.#list.element.tabIndex = isCombobox ? -1 : 0
    fill(
      this.#panel,
      isCombobox ? null : h('div', { class: 'suggestions-heading' }, heading),
      this.#list.element,
    )
    this.#panel.hidden = false
    field.setAttribute('aria-controls', this.#list.element.id)
    if (isCombobox) field.setAttribute('aria-expanded', 'true')
    this.#mark()
  }

  close(): void {
    this.#field?.removeAttribute('aria-activedescendant')
    this.#field?.removeAttribute('aria-controls')
    if (this.#field?.getAttribute('role') === 'combobox') this.#field.setAttribute('aria-expanded', 'false')
    this.#field = undefined
    this.#choose = undefined
    this.#panel.hidden = true
  }

  /** Whether the key was meant for the list. */
  key(event: KeyboardEvent): boolean {
    if (!this.isOpen || event.isComposing) return false
    const { active } = this.#list
    if (event.key === 'ArrowDown') this.#list.move(1)
    else if (event.key === 'ArrowUp') this.#list.move(-1)
    else if (event.key === 'Escape') this.close()
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && active) this.#take(active)
    else {
      if (event.key === 'Tab') this.close()
      return false
    }
    event.preventDefault()
    this.#mark()
    return true
  }

  #take(choice: Choice): void {
    const choose = this.#choose
    this.close()
    choose?.(choice)
  }

  #mark(): void {
    if (this.#list.activeId) this.#field?.setAttribute('aria-activedescendant', this.#list.activeId)
    else this.#field?.removeAttribute('aria-activedescendant')
  }
}
