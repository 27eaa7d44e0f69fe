import '@skyra/discord-components-core/discord-messages.js'
import type { APIMessage } from 'discord-api-types/v10'
import { fill, h, part } from './dom.js'
import { isThinking, type MessageUse, renderMessage } from './message.js'
import type { People } from './people.js'

/** Milliseconds within which messages of one author stand together. */
const TOGETHER = 7 * 60_000
/** Pixels from the end at which new messages still pull the view along. */
const NEAR = 120
/** Pixels left above a message that is shown from its beginning: the corner with its buttons. */
const ABOVE = 14

/** The messages of the place that is open. */
export class Timeline {
  readonly #scroller = part('timeline')
  readonly #list = h('discord-messages', { id: 'messages', 'no-background': true })
  readonly #newer = part<HTMLButtonElement>('newer')
  readonly #use: MessageUse
  #people: People
  /** Oldest first. */
  #messages: APIMessage[] = []
  readonly #elements = new Map<string, HTMLElement>()
  /** Whether the view stays at the end when something is added there. */
  #pinned = true
  #scrolledTo = 0
  /** What was added last, until its height is known. */
  #fresh: HTMLElement | undefined

  constructor(people: People, use: MessageUse) {
    this.#people = people
    this.#use = use
    fill(this.#scroller, this.#list)
    this.#list.addEventListener('keydown', (event) => this.#key(event))
    this.#newer.addEventListener('click', () => this.toEnd())
    this.#scroller.addEventListener('scroll', () => this.#scrolled(), { passive: true })
    // Pictures and embeds find their height late.
    const resized = new ResizeObserver(() => {
      if (this.#pinned) this.#settle()
    })
    resized.observe(this.#list)
    resized.observe(this.#scroller)
  }

  get messages(): readonly APIMessage[] {
    return this.#messages
  }

  /** Shows these messages instead of the present ones. */
  show(people: People, messages: readonly APIMessage[]): void {
    this.#people = people
    this.#messages = []
    this.#elements.clear()
    this.#list.replaceChildren(h('div', { id: 'welcome' }))
    for (const message of messages) this.put(message)
    this.#showNewer(false)
    this.toEnd()
  }

  /** The same place, seen again: what changed meanwhile is brought up to date. */
  update(people: People, messages: readonly APIMessage[]): void {
    this.#people = people
    for (const { id } of this.#messages) if (!messages.some((message) => message.id === id)) this.remove(id)
    for (const message of messages) {
      const known = this.#messages.find(({ id }) => id === message.id)
      if (!known || JSON.stringify(known) !== JSON.stringify(message)) this.put(message)
    }
  }

  /** Adds the message in its place, or shows it as it is now. */
  put(message: APIMessage): void {
    const known = this.#messages.findIndex(({ id }) => id === message.id)
    const at = known >= 0 ? known : this.#placeOf(message)
    if (known >= 0) this.#messages[at] = message
    else this.#messages.splice(at, 0, message)
    const before = this.#elements.get(message.id)
    const element = renderMessage(message, this.#people, this.#use, this.#follows(at))
    this.#elements.set(message.id, element)
    if (before) replace(before, element)
    else this.#list.insertBefore(element, this.#elements.get(this.#messages[at + 1]?.id ?? '') ?? null)
    this.#rove()
    if (before && !isThinking(this.#messages[at]!) && before.querySelector('.thinking')) this.#fresh = element
    if (before) return
    this.#fresh = element
    if (this.#pinned || message.author.id === this.#people.view.me) this.toEnd()
    else this.#showNewer(true)
  }

  remove(id: string): void {
    const element = this.#elements.get(id)
    if (!element) return
    const hadFocus = element.contains(document.activeElement)
    const next = element.nextElementSibling ?? element.previousElementSibling
    this.#messages = this.#messages.filter((message) => message.id !== id)
    this.#elements.delete(id)
    element.remove()
    this.#rove()
    if (hadFocus && next instanceof HTMLElement && next.matches('.message')) next.focus()
    else if (hadFocus) part('box').focus()
  }

  jump(id: string): void {
    const element = this.#elements.get(id)
    if (!element) return
    element.scrollIntoView({ block: 'center' })
    element.focus()
  }

  toEnd(): void {
    this.#pinned = true
    this.#scroller.scrollTop = this.#scroller.scrollHeight
    this.#showNewer(false)
  }

  /** Stays at the end; but what is new and higher than the window is shown from its beginning. */
  #settle(): void {
    this.toEnd()
    const { clientHeight } = this.#scroller
    if (!this.#fresh || this.#fresh.offsetHeight <= clientHeight) return
    this.#pinned = false
    this.#scroller.scrollTop = this.#fresh.offsetTop - this.#list.offsetTop - ABOVE
    this.#fresh = undefined
  }

  #scrolled(): void {
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller
    const isNear = scrollHeight - scrollTop - clientHeight < NEAR
    // What grows below does not let go of the end, only scrolling up does.
    this.#pinned = isNear || (this.#pinned && scrollTop >= this.#scrolledTo)
    this.#scrolledTo = scrollTop
    if (this.#pinned) this.#showNewer(false)
  }

  #showNewer(shown: boolean): void {
    this.#newer.hidden = !shown
  }

  #placeOf({ id }: APIMessage): number {
    const later = this.#messages.findIndex((other) => BigInt(other.id) > BigInt(id))
    return later < 0 ? this.#messages.length : later
  }

  #follows(at: number): boolean {
    const [message, before] = [this.#messages[at]!, this.#messages[at - 1]]
    if (!before || message.type !== 0 || before.author.id !== message.author.id) return false
    return Date.parse(message.timestamp) - Date.parse(before.timestamp) < TOGETHER
  }

  /** One message can be reached with Tab, the last; arrows lead to the others. */
  #rove(): void {
    const items = [...this.#list.querySelectorAll<HTMLElement>('.message')]
    const focused = items.find((item) => item === document.activeElement)
    for (const item of items) item.tabIndex = item === (focused ?? items.at(-1)) ? 0 : -1
  }

  #key(event: KeyboardEvent): void {
    const { target, key } = event
    if (!(target instanceof HTMLElement) || !target.matches('.message')) return
    const items = [...this.#list.querySelectorAll<HTMLElement>('.message')]
    const now = items.indexOf(target)
    const to = { ArrowUp: now - 1, ArrowDown: now + 1, Home: 0, End: items.length - 1 }[key]
    if (key === 'Enter') {
      const message = this.#messages.find(({ id }) => id === target.dataset.id)
      if (message) this.#use.menu(message, target.getBoundingClientRect(), target)
    } else if (to !== undefined) {
      items[Math.max(0, Math.min(to, items.length - 1))]?.focus()
      this.#rove()
    } else return
    event.preventDefault()
  }
}

/** Puts the new element in the old one's place; the focus stays on the same control, or on the message. */
function replace(before: HTMLElement, after: HTMLElement): void {
  const focused = document.activeElement
  const hadFocus = before.contains(focused)
  const control = focused instanceof HTMLElement ? focused.dataset.control : undefined
  after.tabIndex = before.tabIndex
  before.replaceWith(after)
  if (!hadFocus) return
  const same = [...after.querySelectorAll<HTMLButtonElement>('[data-control]')].find(
    (element) => element.dataset.control === control && !element.disabled,
  )
  ;(same ?? after).focus({ preventScroll: true })
}
