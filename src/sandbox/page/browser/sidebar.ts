import type { APIChannel } from 'discord-api-types/v10'
import { isThread, type People } from './composer/people.js'
import { Channel } from './messages/discord.js'
import { fill, h, isNarrow, part } from './parts/dom.js'
import { type IconName, icon } from './parts/icons.js'

export interface SidebarUse {
  go(place: string): void
  become(person: string): void
}

/** The list of places, and who one is. */
export class Sidebar {
  readonly #aside = part('sidebar')
  readonly #list = part('channels')
  readonly #who = part<HTMLSelectElement>('who')
  readonly #toggle = part('toggle-sidebar')
  readonly #veil = part('veil')
  readonly #use: SidebarUse
  readonly #unread = new Set<string>()

  constructor(use: SidebarUse) {
    this.#use = use
    this.#who.addEventListener('change', () => use.become(this.#who.value))
    this.#toggle.addEventListener('click', () => this.#open(true))
    this.#veil.addEventListener('click', () => this.#open(false))
    part('close-sidebar').addEventListener('click', () => this.#open(false))
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.#aside.classList.contains('open')) this.#open(false)
    })
    matchMedia('(max-width: 760px)').addEventListener('change', () => this.#open(false))
    this.#open(false)
  }

  show(people: People): void {
    const { view } = people
    this.#unread.delete(view.place)
    part('guild-name').textContent = view.guild.name
    part<HTMLImageElement>('my-avatar').src = people.me.avatar
    const parts = view.people.filter((person) => person.part !== null)
    fill(
      this.#who,
      ...parts.map(({ id, name, part: as }) =>
        h('option', { value: id, selected: id === view.me }, `${name} – ${as}`),
      ),
    )
    const direct = view.channels.filter(({ type }) => type === Channel.dm)
    const inGuild = view.channels.filter(({ type }) => type !== Channel.dm)
    const focused = this.#list.querySelector<HTMLElement>(':focus')?.dataset.place
    fill(
      this.#list,
      section(
        'Channels',
        inGuild.map((channel) => this.#item(channel, people)),
      ),
      section(
        'Direct messages',
        direct.map((channel) => this.#item(channel, people)),
      ),
    )
    if (focused) this.#list.querySelector<HTMLElement>(`[data-place="${focused}"]`)?.focus()
  }

  /** Something was written in a place that is not open. */
  markUnread(place: string, people: People): void {
    this.#unread.add(place)
    this.show(people)
  }

  #item(channel: APIChannel, people: People): HTMLElement {
    const { id, type } = channel
    const name = people.channelName(channel)
    const inside = h('span', { class: 'channel-name' }, name)
    const lead =
      type === Channel.dm
        ? h('img', { src: people.bot.avatar, alt: '', class: people.view.online ? 'online' : '' })
        : icon(iconOf(channel))
    if (type === Channel.forum)
      return h('li', { class: 'forum' }, h('span', { class: 'place' }, lead, inside))
    const isUnread = this.#unread.has(id)
    const button = h(
      'button',
      {
        type: 'button',
        class: isUnread ? 'place unread' : 'place',
        'data-place': id,
        'aria-current': id === people.view.place ? 'page' : undefined,
        onclick: () => {
          this.#open(false)
          this.#use.go(id)
        },
      },
      lead,
      inside,
      isUnread ? h('span', { class: 'sr' }, ' (unread)') : null,
    )
    return h('li', { class: isThread(channel) ? 'nested' : undefined }, button)
  }

  /** In a narrow window the list lies over the page, and what is under it cannot be used. */
  #open(isOpen: boolean): void {
    const wasOpen = this.#aside.classList.contains('open')
    const narrow = isNarrow()
    this.#aside.classList.toggle('open', isOpen && narrow)
    this.#aside.inert = narrow && !isOpen
    part('main').inert = narrow && isOpen
    this.#veil.hidden = !(narrow && isOpen)
    this.#toggle.setAttribute('aria-expanded', String(narrow && isOpen))
    if (isOpen && narrow) this.#list.querySelector<HTMLElement>('[aria-current]')?.focus()
    else if (wasOpen && narrow) this.#toggle.focus()
  }
}

const section = (title: string, items: HTMLElement[]): HTMLElement =>
  h('section', {}, h('h2', {}, title), h('ul', {}, ...items))

export function iconOf(channel: APIChannel): IconName {
  if (channel.type === Channel.dm) return 'at'
  if (channel.type === Channel.forum) return 'forum'
  return isThread(channel) ? 'thread' : 'hash'
}
