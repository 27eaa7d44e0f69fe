/** Pixels between a popup and the edges of the window. */
const EDGE = 8
/** Pixels between a popup and what it belongs to. */
const GAP = 4

export interface Popup {
  close(): void
}

/** There is one at a time. */
let current: Popup | undefined

/**
 * Shows an element above everything, below or above a rectangle of the window, until something outside it is
 * pressed, the window changes, or it is closed. @param owner what it belongs to: it goes along when that is scrolled,
 * until it is out of sight @param onClose is called once, however it ends
 */
export function openPopup(element: HTMLElement, at: DOMRect, owner: HTMLElement, onClose: () => void): Popup {
  current?.close()
  element.popover = 'manual'
  element.classList.add('popup')
  // Outside an open dialogue nothing can be used.
  ;(document.querySelector('dialog[open]') ?? document.body).append(element)
  element.showPopover()
  place(element, at)
  const ownerTop = owner.getBoundingClientRect().top
  const ending = new AbortController()
  const close = () => {
    if (ending.signal.aborted) return
    ending.abort()
    onClose()
    element.remove()
  }
  const options = { capture: true, signal: ending.signal }
  const outside = ({ target }: Event) => {
    if (!(target instanceof Node && element.contains(target))) close()
  }
  document.addEventListener('pointerdown', outside, options)
  const scrolled = ({ target }: Event) => {
    if (target instanceof Node && element.contains(target)) return
    const y = at.y + owner.getBoundingClientRect().top - ownerTop
    if (!owner.isConnected || y + at.height < 0 || y > innerHeight) close()
    else place(element, new DOMRect(at.x, y, at.width, at.height))
  }
  document.addEventListener('scroll', scrolled, options)
  window.addEventListener('resize', close, options)
  window.addEventListener('blur', close, { signal: ending.signal })
  current = { close }
  return current
}

function place(element: HTMLElement, at: DOMRect): void {
  element.style.maxHeight = ''
  const { width, height: wanted } = element.getBoundingClientRect()
  const below = innerHeight - at.bottom - 2 * EDGE
  const above = at.top - 2 * EDGE
  const isAbove = below < wanted && above > below
  const height = Math.min(wanted, isAbove ? above : below)
  const left = Math.max(EDGE, Math.min(at.left, innerWidth - width - EDGE))
  element.style.left = `${left}px`
  element.style.maxHeight = `${height}px`
  element.style.top = `${isAbove ? at.top - height - GAP : at.bottom + GAP}px`
}
