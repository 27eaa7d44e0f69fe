import '@skyra/discord-components-core/discord-messages.js'
import type { APIMessage } from 'discord-api-types/v10'
import type { People } from '../composer/people.js'
import { fill, h, part } from '../parts/dom.js'
import { sameControl } from './controls.js'
import { type MessageUse, renderMessage } from './message.js'

/** Milliseconds within which messages of one author stand together. */
const TOGETHER = 7 * 60_000
/** Pixels from the end at which the view still goes along with new messages. */
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
  /** Whether the view goes along with what is added, as it does until the visitor scrolls away. */
  #follows = true
  /** What was added last: shown from its beginning where it is higher than the window. */
  #newest: HTMLElement | undefined
  /** Where the view was put; anywhere else it was scrolled by the visitor. */
  #putAt = 0

  constructor(people: People, use: MessageUse) {
    this.#people = people
    this.#use = use
    fill(this.#scroller, this.#list)
    this.#list.addEventListener('keydown', (event) => this.#key(event))
    this.#newer.addEventListener('click', () => this.#goTo(this.#last))
    this.#scroller.addEventListener('scroll', () => this.#scrolled(), { passive: true })
    // Pictures and embeds find their height late.
    const resized = new ResizeObserver(() => {
      if (this.#follows) this.#settle()
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
    this.#goTo(this.#last)
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
    const element = renderMessage(message, this.#people, this.#use, this.#continues(at))
    this.#elements.set(message.id, element)
    if (before) {
      replace(before, element)
      if (this.#newest === before) this.#newest = element
      this.#rove()
      return
    }
    const isSeen = this.#follows && this.#isNearEnd()
    this.#list.insertBefore(element, this.#elements.get(this.#messages[at + 1]?.id ?? '') ?? null)
    this.#rove()
    if (isSeen || this.#people.isForMe(message)) this.#goTo(element)
    else this.#newer.hidden = false
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

  /** What stands at the end. */
  get #last(): HTMLElement {
    return this.#elements.get(this.#messages.at(-1)?.id ?? '') ?? part('welcome')
  }

  /** Shows this message and stays with it while it finds its height. */
  #goTo(element: HTMLElement): void {
    this.#newest = element
    this.#follow(true)
    this.#settle()
  }

  #settle(): void {
    const { clientHeight, scrollHeight } = this.#scroller
    const isHigh = this.#newest && this.#newest.offsetHeight > clientHeight
    this.#scroller.scrollTop = isHigh
      ? this.#newest!.offsetTop - this.#list.offsetTop - ABOVE
      : scrollHeight - clientHeight
    this.#putAt = this.#scroller.scrollTop
  }

  #scrolled(): void {
    if (Math.abs(this.#scroller.scrollTop - this.#putAt) < 2) return
    this.#newest = undefined
    this.#follow(this.#isNearEnd())
  }

  #isNearEnd(): boolean {
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller
    return scrollHeight - scrollTop - clientHeight < NEAR
  }

  #follow(follows: boolean): void {
    this.#follows = follows
    if (follows) this.#newer.hidden = true
    // The browser's own way to hold the view still would look like scrolling.
    this.#scroller.style.overflowAnchor = follows ? 'none' : 'auto'
  }

  #placeOf({ id }: APIMessage): number {
    const later = this.#messages.findIndex((other) => BigInt(other.id) > BigInt(id))
    return later < 0 ? this.#messages.length : later
  }

  #continues(at: number): boolean {
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
  after.tabIndex = before.tabIndex
  before.replaceWith(after)
  if (!hadFocus) return
  sameControl(after, focused).focus({ preventScroll: true })
}
