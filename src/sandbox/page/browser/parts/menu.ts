import { h, newId } from './dom.js'
import { openPopup, type Popup } from './popup.js'

export interface MenuItem {
  label: string
  danger?: boolean
  run(): void
}

export interface MenuGroup {
  /** Shown above the items; a group without one is parted by a line alone. */
  heading?: string
  items: readonly MenuItem[]
}

/** Opens a menu at this place; arrows move in it, Escape gives the focus back. */
export function openMenu(label: string, groups: readonly MenuGroup[], at: DOMRect, back: HTMLElement): void {
  const element = h('div', { role: 'menu', class: 'menu', 'aria-label': label, tabindex: -1 })
  let popup: Popup | undefined
  const buttons: HTMLButtonElement[] = []
  for (const { heading, items } of groups.filter((group) => group.items.length > 0)) {
    const title = heading === undefined ? null : h('div', { class: 'menu-heading', id: newId() }, heading)
    const group = h('div', { role: 'group', 'aria-labelledby': title?.id }, title)
    for (const item of items) {
      const button = h(
        'button',
        {
          type: 'button',
          role: 'menuitem',
          tabindex: -1,
          class: item.danger ? 'danger' : undefined,
          onclick: () => {
            popup?.close()
            item.run()
          },
        },
        item.label,
      )
      group.append(button)
      buttons.push(button)
    }
    element.append(group)
  }
  const move = (to: number) => buttons.at(to % buttons.length)?.focus()
  element.addEventListener('keydown', (event) => {
    const now = buttons.indexOf(document.activeElement as HTMLButtonElement)
    const { key } = event
    if (key === 'ArrowDown') move(now + 1)
    else if (key === 'ArrowUp') move(Math.max(now, 0) - 1)
    else if (key === 'Home') move(0)
    else if (key === 'End') move(-1)
    else if (key === 'Escape' || key === 'Tab') popup?.close()
    else return
    event.preventDefault()
    event.stopPropagation()
  })
  popup = openPopup(element, at, back, () => {
    if (element.contains(document.activeElement)) back.focus({ preventScroll: true })
  })
  move(0)
}
