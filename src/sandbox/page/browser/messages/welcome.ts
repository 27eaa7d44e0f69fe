import { type SlashCommand, slashCommands } from '../composer/commands.js'
import type { People } from '../composer/people.js'
import { type Child, fill, h } from '../parts/dom.js'
import { icon } from '../parts/icons.js'
import { iconOf } from '../sidebar.js'

/** How many commands are offered at the beginning of a place. */
const MOST = 8

/** What stands before a place's first message: where one is, and what to try. */
export function showWelcome(people: People, openCommand: (command: SlashCommand) => void): void {
  const element = document.getElementById('welcome')
  const channel = people.channel(people.view.place)
  if (!element || !channel) return
  const { bot, view } = people
  const name = people.channelName(channel)
  const open = view.commands.filter(({ default_member_permissions: needed }) => (needed ?? null) === null)
  const asking = slashCommands(open).sort((a, b) => demand(b) - demand(a))
  fill(
    element,
    h('div', { class: 'welcome-icon' }, icon(iconOf(channel))),
    h('h2', {}, view.online ? `Welcome to ${name}` : `${bot.name} is starting…`),
    view.online
      ? hint(bot.name, asking.length > 0)
      : h('p', {}, 'Its commands appear here as soon as it is ready.'),
    h(
      'ul',
      { class: 'try' },
      ...asking
        .slice(0, MOST)
        .map((command) =>
          h(
            'li',
            {},
            h(
              'button',
              { type: 'button', onclick: () => openCommand(command) },
              h('strong', {}, `/${command.name}`),
              h('span', {}, command.description),
            ),
          ),
        ),
    ),
  )
}

/** Commands that must be asked something come first, then those that may be, last those that only tell. */
const demand = ({ options }: SlashCommand): number =>
  options.filter(({ required }) => required).length || options.length / 100

function hint(bot: string, hasCommands: boolean): Child {
  if (!hasCommands) return h('p', {}, `Mention @${bot} and ask.`)
  return h('p', {}, 'Type ', h('kbd', {}, '/'), ` for a command, or mention @${bot} and ask in plain words.`)
}
