import '@skyra/discord-components-core/discord-attachments.js'
import '@skyra/discord-components-core/discord-command.js'
import '@skyra/discord-components-core/discord-message.js'
import '@skyra/discord-components-core/discord-reply.js'
import type { APIMessage } from 'discord-api-types/v10'
import { parseMarkup, plainText } from '../../shared/markup.js'
import type { People } from '../composer/people.js'
import { h } from '../parts/dom.js'
import { icon } from '../parts/icons.js'
import { renderAttachment } from '../parts/pictures.js'
import { renderText } from '../parts/text.js'
import { sentAt } from '../parts/times.js'
import { type ControlUse, renderControls } from './controls.js'
import { Flag, Message } from './discord.js'
import { renderEmbed } from './embed.js'

/** What can be done with a whole message. */
export interface MessageUse extends ControlUse {
  reply(message: APIMessage): void
  dismiss(message: APIMessage): void
  react(message: APIMessage, emoji: string, added: boolean): void
  jump(id: string): void
  /** Opens the message's menu beside this element, or at this point. */
  menu(message: APIMessage, at: DOMRect, back: HTMLElement): void
}

const has = ({ flags }: APIMessage, flag: number): boolean => ((flags ?? 0) & flag) !== 0
export const isPrivate = (message: APIMessage): boolean => has(message, Flag.ephemeral)
export const isThinking = (message: APIMessage): boolean => has(message, Flag.loading)

/** A message as one person sees it. @param follows whether it continues the same author's message before it */
export function renderMessage(
  message: APIMessage,
  people: People,
  use: MessageUse,
  follows: boolean,
): HTMLElement {
  const author = people.person(message.author.id)
  const when = sentAt(message.timestamp)
  const inEmbeds = new Set(message.embeds.flatMap(({ image, thumbnail }) => [image?.url, thumbnail?.url]))
  const attachments = message.attachments.filter(({ url }) => !inEmbeds.has(url))
  const body = h(
    'discord-message',
    {
      author: author.name,
      avatar: author.avatar,
      bot: author.bot,
      timestamp: when,
      'message-body-only': follows,
      edited: message.edited_timestamp !== null && message.content !== '',
    },
    renderHead(message, people, use),
    ...(isThinking(message) ? [thinking(author.name)] : renderText(message.content, people)),
    attachments.length > 0
      ? h('discord-attachments', { slot: 'attachments' }, ...attachments.map(renderAttachment))
      : null,
    ...message.embeds.map((embed) => renderEmbed(embed, people)),
    ...renderControls(message, people, use),
    renderReactions(message, use),
    isPrivate(message) ? onlyYou(message, use) : null,
  )
  const element = h(
    'article',
    {
      class: isPrivate(message) ? 'message private' : 'message',
      'data-id': message.id,
      tabindex: -1,
      'aria-label': `${author.name}, ${when}`,
    },
    body,
    actions(message, use),
  )
  element.addEventListener('contextmenu', (event) => {
    if (event.target instanceof HTMLAnchorElement || event.target instanceof HTMLImageElement) return
    event.preventDefault()
    const byKey = event.clientX === 0 && event.clientY === 0
    const at = byKey ? element.getBoundingClientRect() : new DOMRect(event.clientX, event.clientY, 0, 0)
    use.menu(message, at, element)
  })
  return element
}

/** What stands above a message: the command that it answers, or the message. */
function renderHead(message: APIMessage, people: People, use: MessageUse): HTMLElement | null {
  const name = message.interaction?.name
  const asker = people.person(message.interaction_metadata?.user.id ?? message.author.id)
  if (message.type === Message.slashCommand)
    return h('discord-command', {
      slot: 'reply',
      author: asker.name,
      avatar: asker.avatar,
      command: `/${name}`,
    })
  const target = message.referenced_message
  if (message.type === Message.menuCommand) {
    const writer = target ? people.person(target.author.id) : undefined
    return h('discord-command', {
      slot: 'reply',
      type: 'message_command',
      author: asker.name,
      avatar: asker.avatar,
      command: name,
      'context-user-name': writer?.name,
      'context-user-image': writer?.avatar ?? asker.avatar,
      'context-user-bot': writer?.bot,
      'context-message-reply': target ? summary(target, people) : undefined,
      'context-message-deleted': !target,
    })
  }
  if (message.type !== Message.reply) return null
  if (!target) return h('discord-reply', { slot: 'reply', deleted: true, avatar: asker.avatar })
  const writer = people.person(target.author.id)
  const jump = h(
    'button',
    { type: 'button', class: 'reply-text', onclick: () => use.jump(target.id) },
    summary(target, people),
  )
  return h(
    'discord-reply',
    { slot: 'reply', author: writer.name, avatar: writer.avatar, bot: writer.bot },
    jump,
  )
}

/** The message in one short line, as replies to it and screen readers give it. */
export function summary(message: APIMessage, people: People, most = 120): string {
  if (isThinking(message)) return 'is thinking…'
  const texts = message.embeds.flatMap(({ title, description, fields }) => [
    title,
    description,
    ...(fields ?? []).map(({ name, value }) => `${name} ${value}`),
  ])
  const files = message.attachments.map(({ filename }) => filename)
  const line = [message.content, ...texts, ...files]
    .filter((text) => text !== undefined && text !== '')
    .map((text) => plainText(parseMarkup(text!), people.nameOf))
    .join(' – ')
    .replace(/\s+/g, ' ')
    .trim()
  const characters = [...line]
  return characters.length <= most ? line : `${characters.slice(0, most).join('')}…`
}

const thinking = (name: string): HTMLElement =>
  h(
    'span',
    { class: 'thinking' },
    h('span', { class: 'dots', 'aria-hidden': 'true' }),
    `${name} is thinking…`,
  )

const onlyYou = (message: APIMessage, use: MessageUse): HTMLElement =>
  h(
    'div',
    { slot: 'components', class: 'only-you' },
    icon('eye'),
    'Only you can see this • ',
    h('button', { type: 'button', class: 'link', onclick: () => use.dismiss(message) }, 'Dismiss message'),
  )

function renderReactions(message: APIMessage, use: MessageUse): HTMLElement | null {
  const { reactions = [] } = message
  if (reactions.length === 0) return null
  const buttons = reactions.map(({ emoji, count, me }) =>
    h(
      'button',
      {
        type: 'button',
        class: 'reaction',
        'aria-pressed': String(me),
        onclick: () => use.react(message, emoji.id ? `${emoji.name}:${emoji.id}` : (emoji.name ?? ''), !me),
      },
      `${emoji.name ?? ''} ${count}`,
    ),
  )
  return h('div', { slot: 'reactions', class: 'reactions' }, ...buttons)
}

/** The buttons in the corner, for pointers; by keyboard the menu has them all. */
function actions(message: APIMessage, use: MessageUse): HTMLElement {
  const more = h(
    'button',
    { type: 'button', tabindex: -1, 'aria-label': 'More', title: 'More', 'aria-haspopup': 'menu' },
    icon('more'),
  )
  more.addEventListener('click', () => use.menu(message, more.getBoundingClientRect(), more))
  return h(
    'div',
    { class: 'actions' },
    isPrivate(message) || isThinking(message)
      ? null
      : h(
          'button',
          {
            type: 'button',
            tabindex: -1,
            'aria-label': 'Reply',
            title: 'Reply',
            onclick: () => use.reply(message),
          },
          icon('reply'),
        ),
    more,
  )
}
