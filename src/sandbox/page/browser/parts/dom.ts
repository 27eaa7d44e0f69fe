type Listener = (event: never) => void
type Attributes = Record<string, string | number | boolean | null | undefined | Listener>
export type Child = Node | string | null | undefined | false

/**
 * An element with attributes, listeners (`onclick: …`) and children. Text becomes text nodes, never HTML.
 * Attributes that are false, null or undefined are left out; true ones are empty.
 */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value as EventListener)
    else if (value !== false && value !== null && value !== undefined)
      element.setAttribute(name, value === true ? '' : String(value))
  }
  element.append(...present(children))
  return element
}

export const present = (children: readonly Child[]): (Node | string)[] =>
  children.filter((child) => child !== null && child !== undefined && child !== false)

export const fill = (element: Element, ...children: Child[]): void =>
  element.replaceChildren(...present(children))

/** The element of the document with this id. */
export function part<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id)
  if (!found) throw new Error(`the document has no #${id}`)
  return found as T
}

let last = 0

/** An id that no other element has. */
export const newId = (): string => `id${++last}`

export const isNarrow = (): boolean => matchMedia('(max-width: 760px)').matches

/** Whether there is a pointer that can hover: then a keyboard is likely, and focus opens no screen keyboard. */
export const hasMouse = (): boolean => matchMedia('(hover: hover)').matches
