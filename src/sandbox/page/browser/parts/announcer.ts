import type { APIMessage } from 'discord-api-types/v10'
import type { People } from '../composer/people.js'
import { isPrivate, isThinking, summary } from '../messages/message.js'
import { fill, h, part } from './dom.js'
import { icon } from './icons.js'

/** Milliseconds for which somebody counts as typing after the last sign of it. */
const TYPING_FOR = 10_000
const LONGEST = 400

/** Tells screen readers of new messages, shows who is typing and what went wrong. */
export class Announcer {
  readonly #log = part('announcements')
  readonly #typing = part('typing')
  readonly #problem = part('problem')
  #timer: ReturnType<typeof setTimeout> | undefined
  #typist: string | undefined

  message(message: APIMessage, people: People, edited: boolean): void {
    if (message.author.id === people.view.me || isThinking(message)) return
    const { name } = people.person(message.author.id)
    const how = [edited ? ' edited' : '', isPrivate(message) ? ' to you alone' : ''].join('')
    this.#log.append(h('p', {}, `${name}${how}: ${summary(message, people, LONGEST)}`))
    while (this.#log.childElementCount > 5) this.#log.firstElementChild?.remove()
  }

  typing(id: string, people: People): void {
    clearTimeout(this.#timer)
    this.#typist = id
    fill(
      this.#typing,
      h('span', { class: 'dots', 'aria-hidden': 'true' }),
      h('strong', {}, people.person(id).name),
      ' is typing…',
    )
    this.#timer = setTimeout(() => this.stopTyping(id), TYPING_FOR)
  }

  /** @param id of the one who stopped; everybody by default */
  stopTyping(id = this.#typist): void {
    if (id === this.#typist) this.#typing.replaceChildren()
  }

  /** Shows what went wrong until it is put away or something goes well. */
  problem(why: string | undefined): void {
    this.#problem.hidden = why === undefined
    this.#problem.replaceChildren()
    if (why === undefined) return
    const close = h(
      'button',
      { type: 'button', class: 'plain', 'aria-label': 'Put away', onclick: () => this.problem(undefined) },
      icon('close'),
    )
    this.#problem.append(h('span', {}, why), close)
  }
}
