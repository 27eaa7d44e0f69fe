import type { APIMessage } from 'discord-api-types/v10'
import type { Notice, Outcome } from '../shared/protocol.js'
import type { UserAction } from '../shared/user-actions.js'
import { Announcer } from './parts/announcer.js'
import './messages/component-styles.js'
import { Composer } from './composer/composer.js'
import { People } from './composer/people.js'
import { Channel, Command } from './messages/discord.js'
import { isPrivate, isThinking, type MessageUse, summary } from './messages/message.js'
import { Timeline } from './messages/timeline.js'
import { showWelcome } from './messages/welcome.js'
import { fill, hasMouse, part } from './parts/dom.js'
import { icon } from './parts/icons.js'
import { openMenu } from './parts/menu.js'
import { openModal } from './parts/modal.js'
import { startTheme } from './parts/theme.js'
import { act, fetchView, hear } from './server.js'
import { iconOf, Sidebar } from './sidebar.js'

const ME = 'me'
const PLACE = 'place'
const ALL = Number.POSITIVE_INFINITY

/** The page: what happens on the server is shown, what the visitor does is sent there. */
class Page {
  #people: People
  readonly #announcer = new Announcer()
  readonly #timeline: Timeline
  readonly #composer: Composer
  readonly #sidebar: Sidebar
  #stopHearing = () => {}
  /** Counts the views asked for, so that a late answer to an early question is dropped. */
  #asked = 0

  constructor(people: People) {
    this.#people = people
    const use: MessageUse = {
      click: (message, customId) => this.#act({ do: 'click', message: message.id, customId }).then(() => {}),
      select: (message, customId, values) =>
        this.#act({ do: 'select', message: message.id, customId, values }).then(() => {}),
      reply: (message) => this.#composer.reply(message),
      dismiss: (message) => void this.#act({ do: 'delete', message: message.id }),
      react: (message, emoji, added) => void this.#act({ do: 'react', message: message.id, emoji, added }),
      jump: (id) => this.#timeline.jump(id),
      menu: (message, at, back) => this.#openMenu(message, at, back),
    }
    this.#timeline = new Timeline(people, use)
    this.#composer = new Composer(people, {
      act: (action) => this.#act(action),
      complete: (name, options, focused) => this.#complete({ do: 'complete', name, options, focused }),
      lastOwn: () => this.#timeline.messages.findLast(this.#people.isOwn),
      problem: (why) => this.#announcer.problem(why),
    })
    this.#sidebar = new Sidebar({
      go: (place) => {
        this.#composer.leaving()
        void this.#look(this.#people.view.me, place)
      },
      become: (me) => {
        this.#composer.leaving()
        void this.#look(me, this.#people.view.place)
      },
    })
    startTheme(() => this.#show(this.#people, true))
    this.#show(people, true)
    this.#listen()
    if (hasMouse()) this.#composer.focus()
  }

  /** Shows the place as this person sees it. */
  async #look(me: string, place: string): Promise<void> {
    const asked = ++this.#asked
    try {
      const view = await fetchView(me, place)
      if (asked !== this.#asked) return
      const before = this.#people.view
      const moved = before.me !== view.me || before.place !== view.place
      this.#show(new People(view), moved)
      if (before.me !== view.me) this.#listen()
      // Whoever goes through the list of people by keys has not left it.
      const isChoosing = document.activeElement instanceof HTMLSelectElement
      if (moved && hasMouse() && !isChoosing) this.#composer.focus()
    } catch (error) {
      this.#announcer.problem((error as Error).message)
    }
  }

  /** @param whole everything anew; otherwise messages that are shown already stay as they are */
  #show(people: People, whole: boolean): void {
    const { view } = people
    this.#people = people
    sessionStorage.setItem(ME, view.me)
    sessionStorage.setItem(PLACE, view.place)
    const channel = people.channel(view.place)
    const name = channel ? people.channelName(channel) : ''
    const title = channel?.type === Channel.dm ? `@${name}` : `#${name}`
    document.title = `${title} – ${view.guild.name}`
    fill(part('place-icon'), channel ? icon(iconOf(channel)) : null)
    part('place-name').textContent = name
    part('place-topic').textContent = (channel && 'topic' in channel && channel.topic) || ''
    part('timeline').setAttribute('aria-label', `Messages in ${title}`)
    part('offline').hidden = view.online
    part('offline').textContent = `${people.bot.name} is not connected.`
    this.#sidebar.show(people)
    this.#composer.show(people, `Message ${title}`, whole)
    if (whole) {
      this.#timeline.show(people, view.messages)
      this.#announcer.stopTyping()
    } else {
      this.#timeline.update(people, view.messages)
    }
    showWelcome(people, (command) => this.#composer.openCommand(command))
  }

  #listen(): void {
    const { me } = this.#people.view
    this.#stopHearing()
    this.#stopHearing = hear(me, {
      onOpen: () => {
        this.#announcer.problem(undefined)
        void this.#look(me, this.#people.view.place)
      },
      onNotice: (notice) => this.#notice(notice),
      onBreak: (why) => this.#announcer.problem(why),
    })
  }

  #notice(notice: Notice): void {
    const { view } = this.#people
    if (notice.kind === 'changed') return void this.#look(view.me, view.place)
    const channelId = 'message' in notice ? notice.message.channel_id : notice.channelId
    if (channelId !== view.place) {
      if (notice.kind === 'message') this.#sidebar.markUnread(channelId, this.#people)
      return
    }
    switch (notice.kind) {
      case 'message':
      case 'edit': {
        const { message } = notice
        this.#timeline.put(message)
        this.#announcer.message(
          message,
          this.#people,
          notice.kind === 'edit' && message.edited_timestamp !== null,
        )
        this.#announcer.stopTyping(message.author.id)
        break
      }
      case 'delete':
        this.#timeline.remove(notice.id)
        break
      case 'typing':
        this.#announcer.typing(notice.userId, this.#people)
        break
      case 'reactions': {
        const message = this.#timeline.messages.find(({ id }) => id === notice.id)
        if (message) this.#timeline.put({ ...message, reactions: notice.reactions })
      }
    }
  }

  /** Does it here, as the visitor; whether it went well. */
  async #act(action: UserAction): Promise<boolean> {
    const { me, place } = this.#people.view
    const outcome = await act(me, place, action)
    if (action.do !== 'type') this.#announcer.problem(outcome.kind === 'refused' ? outcome.why : undefined)
    if (outcome.kind === 'modal') this.#openModal(outcome)
    return outcome.kind !== 'refused'
  }

  async #complete(action: UserAction) {
    const { me, place } = this.#people.view
    const outcome = await act(me, place, action)
    if (outcome.kind !== 'choices') return []
    return outcome.choices.map(({ name, value }) => ({ label: name, value: String(value) }))
  }

  #openModal({ exchange, modal }: Extract<Outcome, { kind: 'modal' }>): void {
    const { me, place } = this.#people.view
    openModal(modal, this.#people, async (fields) => {
      const outcome = await act(me, place, { do: 'submit', exchange, fields })
      return outcome.kind === 'refused' ? outcome.why : undefined
    })
  }

  #openMenu(message: APIMessage, at: DOMRect, back: HTMLElement): void {
    const people = this.#people
    const apps = people.view.commands.filter(({ type }) => type === Command.onMessage)
    const mayDelete = people.isOwn(message) || people.moderates
    const usable = !isPrivate(message) && !isThinking(message)
    const remove = () => void this.#act({ do: 'delete', message: message.id })
    openMenu(
      'Message',
      [
        {
          items: [
            ...(usable ? [{ label: 'Reply', run: () => this.#composer.reply(message) }] : []),
            ...(people.isOwn(message)
              ? [{ label: 'Edit message', run: () => this.#composer.edit(message) }]
              : []),
            {
              label: 'Copy text',
              run: () => void navigator.clipboard.writeText(message.content || summary(message, people, ALL)),
            },
          ],
        },
        {
          heading: 'Apps',
          items: usable
            ? apps.map(({ name }) => ({
                label: name,
                run: () => void this.#act({ do: 'app', name, message: message.id }),
              }))
            : [],
        },
        {
          items: isPrivate(message)
            ? [{ label: 'Dismiss message', run: remove }]
            : mayDelete
              ? [{ label: 'Delete message', danger: true, run: remove }]
              : [],
        },
      ],
      at,
      back,
    )
  }
}

try {
  const view = await fetchView(sessionStorage.getItem(ME), sessionStorage.getItem(PLACE)).catch(() =>
    fetchView(null, null),
  )
  new Page(new People(view))
  document.body.classList.add('ready')
} catch (error) {
  part('problem').hidden = false
  part('problem').textContent = (error as Error).message
}
