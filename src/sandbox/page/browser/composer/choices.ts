import { Channel } from '../messages/discord.js'
import { h } from '../parts/dom.js'
import type { Choice } from '../parts/listbox.js'
import type { People } from './people.js'

/** Everybody, the bot first, with the user name where it is another. */
export const personChoices = ({ view }: People): Choice[] =>
  view.people
    .toSorted((a, b) => Number(b.bot) - Number(a.bot))
    .map(({ id, name, username, avatar }) => ({
      label: name,
      value: id,
      detail: username === name ? undefined : username,
      lead: () => h('img', { src: avatar, alt: '' }),
    }))

export const roleChoices = ({ view }: People): Choice[] =>
  view.guild.roles.map(({ id, name }) => ({ label: name, value: id, detail: 'role' }))

export const channelChoices = (people: People, types?: readonly number[]): Choice[] =>
  people.view.channels
    .filter(({ type }) => type !== Channel.dm && (!types || types.includes(type)))
    .map((channel) => ({ label: `#${people.channelName(channel)}`, value: channel.id }))
