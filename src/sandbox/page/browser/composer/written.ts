import type { People } from './people.js'

/** `@Name` and `#channel`, longest names first, become the ids that Discord's mark-up has for them. */
export function withIds(text: string, people: People): string {
  const names = [
    ...people.view.people.flatMap(({ id, name, username }) =>
      [...new Set([name, username])].map((each) => ({ written: `@${each}`, markup: `<@${id}>` })),
    ),
    ...people.view.guild.roles.map(({ id, name }) => ({ written: `@${name}`, markup: `<@&${id}>` })),
    ...people.view.channels.map((channel) => ({
      written: `#${people.channelName(channel)}`,
      markup: `<#${channel.id}>`,
    })),
  ].sort((a, b) => b.written.length - a.written.length)
  return text.replace(/(?<![\p{L}\p{N}<])[@#][^@#\n]*/gu, (rest) => {
    const lower = rest.toLowerCase()
    const found = names.find(
      ({ written }) =>
        lower.startsWith(written.toLowerCase()) && !/[\p{L}\p{N}]/u.test(rest.charAt(written.length)),
    )
    return found ? found.markup + rest.slice(found.written.length) : rest
  })
}

/** The other way about, to edit a message as it was typed. */
export const withNames = (content: string, people: People): string =>
  content
    .replace(/<@[!&]?(\d{1,20})>/g, (_, id: string) => `@${people.nameOf(id)}`)
    .replace(/<#(\d{1,20})>/g, (_, id: string) => `#${people.nameOf(id)}`)
