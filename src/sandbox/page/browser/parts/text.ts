import '@skyra/discord-components-core/discord-mention.js'
import { type Node as Markup, parseInline, parseMarkup } from '../../shared/markup.js'
import { isThread, type People } from '../composer/people.js'
import { Channel } from '../messages/discord.js'
import { h } from './dom.js'
import { inStyle } from './times.js'

const TAGS = { strong: 'strong', em: 'em', underline: 'u', strike: 's' } as const

/** Mark-up as elements. */
export const renderText = (text: string, people: People): Node[] => render(parseMarkup(text), people)

/** The same for a line in which blocks mean nothing. */
export const renderLine = (text: string, people: People): Node[] => render(parseInline(text), people)

const render = (nodes: readonly Markup[], people: People): Node[] =>
  nodes.map((node) => renderNode(node, people))

function renderNode(node: Markup, people: People): Node {
  switch (node.kind) {
    case 'text':
      return document.createTextNode(node.text)
    case 'break':
      return h('br')
    case 'code':
      return h('code', {}, node.text)
    case 'codeBlock':
      return h('pre', { tabindex: 0 }, h('code', {}, node.text))
    case 'strongEm':
      return h('strong', {}, h('em', {}, ...render(node.children, people)))
    case 'spoiler':
      return spoiler(render(node.children, people))
    case 'quote':
      return h('blockquote', {}, ...render(node.children, people))
    case 'subtext':
      return h('small', {}, ...render(node.children, people))
    case 'heading':
      return h('p', { class: `heading heading-${node.level}` }, ...render(node.children, people))
    case 'list':
      return h('ul', {}, ...node.items.map((item) => h('li', {}, ...render(item, people))))
    case 'link':
      return outward(node.url, ...render(node.children, people))
    case 'time':
      return timeStamp(new Date(node.seconds * 1000), node.style)
    case 'emoji':
      return document.createTextNode(`:${node.name}:`)
    case 'command':
      return h('discord-mention', { type: 'slash' }, node.name)
    case 'user':
      return h(
        'discord-mention',
        { type: 'user', highlight: node.id === people.view.me },
        people.nameOf(node.id),
      )
    case 'role':
      return h('discord-mention', { type: 'role' }, people.nameOf(node.id))
    case 'channel':
      return h('discord-mention', { type: channelKind(node.id, people) }, people.nameOf(node.id))
    default:
      return h(TAGS[node.kind], {}, ...render(node.children, people))
  }
}

/** A link that leaves the page: only when it is followed, in a tab of its own, and without saying where from. */
export const outward = (url: string, ...children: Node[]): HTMLElement =>
  h('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, ...children)

function channelKind(id: string, people: People): string {
  const channel = people.channel(id)
  if (!channel) return 'channel'
  return isThread(channel) ? 'thread' : channel.type === Channel.forum ? 'forum' : 'channel'
}

function timeStamp(date: Date, style: string): Node {
  if (Number.isNaN(date.valueOf())) return document.createTextNode('an unknown time')
  return h('time', { datetime: date.toISOString(), title: inStyle(date, 'F') }, inStyle(date, style))
}

function spoiler(children: Node[]): HTMLElement {
  const hidden = h('span', { hidden: true }, ...children)
  const button = h(
    'button',
    { type: 'button', class: 'spoiler', 'aria-expanded': 'false' },
    'Spoiler',
    hidden,
  )
  button.addEventListener('click', () => button.replaceWith(h('span', { class: 'spoiler' }, ...children)))
  return button
}
