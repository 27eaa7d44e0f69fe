import { h } from '../parts/dom.js'
import { icon } from '../parts/icons.js'
import { type Choice, Listbox } from '../parts/listbox.js'
import { openPopup, type Popup } from '../parts/popup.js'

export interface SelectOptions {
  /** What stands on it while nothing is chosen; its name for screen readers too. */
  placeholder: string
  choices: readonly Choice[]
  picked?: readonly string[]
  /** How many must and may be chosen; one by default. */
  least?: number
  most?: number
  disabled?: boolean
  attributes?: Record<string, string>
  onChange(values: string[]): void
}

/** A button that opens a list. With one choice to make it is made at once, with several when the list closes. */
export function selectMenu(options: SelectOptions): HTMLButtonElement {
  const { choices, placeholder, most = 1, least = 1 } = options
  const isMany = most > 1
  const text = h('span', { class: 'select-text' })
  const button = h(
    'button',
    {
      type: 'button',
      role: 'combobox',
      class: 'select-menu',
      'aria-label': placeholder,
      'aria-haspopup': 'listbox',
      'aria-expanded': 'false',
      disabled: options.disabled,
      ...options.attributes,
    },
    text,
    icon('down'),
  )
  let picked = new Set(options.picked ?? [])
  let popup: Popup | undefined

  const show = () => {
    const labels = choices.filter(({ value }) => picked.has(value)).map(({ label }) => label)
    text.textContent = labels.join(', ') || placeholder
    text.classList.toggle('placeholder', labels.length === 0)
  }
  const mark = () => {
    if (popup && list.activeId) button.setAttribute('aria-activedescendant', list.activeId)
  }
  const choose = ({ value }: Choice) => {
    if (!isMany) {
      // What need not be chosen is given up by choosing it again.
      picked = new Set(least === 0 && picked.has(value) ? [] : [value])
      popup?.close()
      return
    }
    if (!picked.delete(value) && picked.size < most) picked.add(value)
    list.pick(picked)
  }
  const list = new Listbox(choose, { many: isMany })
  const open = () => {
    const before = [...picked].join()
    const first = choices.findIndex(({ value }) => picked.has(value))
    list.show(placeholder, choices, Math.max(0, first), picked)
    list.element.style.width = `${button.getBoundingClientRect().width}px`
    button.setAttribute('aria-expanded', 'true')
    button.setAttribute('aria-controls', list.element.id)
    popup = openPopup(list.element, button.getBoundingClientRect(), button, () => {
      popup = undefined
      button.setAttribute('aria-expanded', 'false')
      button.removeAttribute('aria-activedescendant')
      button.removeAttribute('aria-controls')
      show()
      const values = choices.map(({ value }) => value).filter((value) => picked.has(value))
      if ([...picked].join() !== before && values.length >= least) options.onChange(values)
    })
    mark()
  }
  button.addEventListener('click', () => (popup ? popup.close() : open()))
  button.addEventListener('blur', () => popup?.close())
  button.addEventListener('keydown', (event) => {
    if (!popup) {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
      event.preventDefault()
      return open()
    }
    if (event.key === 'ArrowDown') list.move(1)
    else if (event.key === 'ArrowUp') list.move(-1)
    else if (event.key === 'Enter' || event.key === ' ') {
      if (list.active) choose(list.active)
    } else if (event.key === 'Escape') popup.close()
    else if (event.key.length === 1) list.seek(event.key)
    else return
    event.preventDefault()
    event.stopPropagation()
    mark()
  })
  show()
  return button
}
