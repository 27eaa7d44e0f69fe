import { type Child, fill, h, newId } from './dom.js'

/** Something to choose. */
export interface Choice {
  label: string
  value: string
  /** A second, quieter line or column. */
  detail?: string | undefined
  lead?: () => Node
}

/** A list of choices that is steered from elsewhere: the focus stays where it is, the active choice is marked. */
export class Listbox {
  readonly element = h('ul', { role: 'listbox', class: 'listbox', id: newId() })
  readonly #choose: (choice: Choice) => void
  #choices: readonly Choice[] = []
  #active = -1
  #picked: ReadonlySet<string> = new Set()

  constructor(choose: (choice: Choice) => void, options: { many?: boolean } = {}) {
    this.#choose = choose
    if (options.many) this.element.setAttribute('aria-multiselectable', 'true')
    // The focus must not leave the field or button for a click on a choice.
    this.element.addEventListener('mousedown', (event) => event.preventDefault())
  }

  get active(): Choice | undefined {
    return this.#choices[this.#active]
  }

  /** Id of the active choice's element, for `aria-activedescendant`. */
  get activeId(): string | undefined {
    return this.element.children[this.#active]?.id
  }

  /** @param active index of the choice that is marked; none by default */
  show(
    label: string,
    choices: readonly Choice[],
    active = -1,
    picked: ReadonlySet<string> = new Set(),
  ): void {
    this.#choices = choices
    this.#picked = picked
    this.element.setAttribute('aria-label', label)
    fill(this.element, ...choices.map((choice) => this.#item(choice)))
    this.#mark(active)
  }

  /** Marks the choices that are taken. */
  pick(picked: ReadonlySet<string>): void {
    this.#picked = picked
    this.#mark(this.#active)
  }

  /** Moves the mark, around the ends. */
  move(step: number): void {
    const { length } = this.#choices
    if (length === 0) return
    this.#mark(this.#active < 0 && step < 0 ? length - 1 : (this.#active + step + length) % length)
  }

  /** Moves the mark to the next choice that begins with the letter. */
  seek(letter: string): void {
    const { length } = this.#choices
    for (let step = 1; step <= length; step++) {
      const at = (this.#active + step) % length
      if (!this.#choices[at]!.label.toLowerCase().startsWith(letter.toLowerCase())) continue
      this.#mark(at)
      return
    }
  }

  #item(choice: Choice): HTMLElement {
    const text: Child[] = [
      h('span', { class: 'choice-label' }, choice.label),
      choice.detail ? h('span', { class: 'choice-detail' }, choice.detail) : null,
    ]
    return h(
      'li',
      { role: 'option', id: newId(), onclick: () => this.#choose(choice) },
      choice.lead?.(),
      h('span', { class: 'choice-text' }, ...text),
    )
  }

  #mark(active: number): void {
    this.#active = active
    for (const [index, item] of [...this.element.children].entries()) {
      const taken = this.#picked.has(this.#choices[index]!.value)
      const isMarked = index === active
      item.classList.toggle('active', isMarked)
      item.setAttribute('aria-selected', String(this.#picked.size > 0 ? taken : isMarked))
      if (isMarked) item.scrollIntoView({ block: 'nearest' })
    }
  }
}
