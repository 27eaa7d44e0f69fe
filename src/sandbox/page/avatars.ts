const COLOURS = ['#3d5afe', '#00796b', '#c2185b', '#6a1b9a', '#ad5300', '#2e7d32']

const svg = (background: string, inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80"><rect width="80" height="80" fill="${background}"/>${inside}</svg>`

/** Open quotation marks over two lines of text: the bot proves what it says. */
const BOT = svg(
  '#1f2a44',
  '<g fill="#ffd166"><path d="M20 36c0-9 5-15 13-17l2 4c-4 2-6 5-6 8h6v13H20zM45 36c0-9 5-15 13-17l2 4c-4 2-6 5-6 8h6v13H45z"/></g><g fill="#8ea4d2"><rect x="20" y="52" width="40" height="5" rx="2.5"/><rect x="20" y="62" width="26" height="5" rx="2.5"/></g>',
)

/** A picture for somebody: the bot's own, or the first letter of the name on a colour of its own. */
export function avatar(name: string, isBot: boolean): string {
  if (isBot) return BOT
  const letter = [...name.toUpperCase()].find((char) => /[\p{L}\p{N}]/u.test(char)) ?? '?'
  const sum = [...name].reduce((total, char) => total + char.codePointAt(0)!, 0)
  const colour = COLOURS[sum % COLOURS.length]!
  return svg(
    colour,
    `<text x="40" y="55" text-anchor="middle" font-family="Helvetica, Arial, sans-serif" font-size="42" fill="#fff">${letter}</text>`,
  )
}
