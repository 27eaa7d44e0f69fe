import { EVENT_CLASSES } from './events.js'
import { ROLE_CLASSES } from './roles.js'
import { THING_CLASSES } from './things.js'

/**
 * Words that stand for one another in questions and in the news. A class is a line `name: same; near`, its members
 * parted by commas, in base form and lower case, of one word or several:
 *
 * - `same` say the same thing in other words ("quit", "step down"), so one may stand for the other;
 * - `near` (behind the semicolon) often tell of the same thing ("sack" of a resignation): weaker evidence;
 * - a member behind `?` is everyday speech that members of a server type and the news does not print in this meaning
 *   ("nick" for an arrest): a question's word is looked up by it, an article's word is never matched by it.
 *
 * Written for this project. British, American and everyday English; spelling variants that follow a rule
 * (centre/center) are the analyzer's business and listed only where they share no stem.
 */
export interface SynonymClass {
  /** The plainest word of the class; unique, no term of any text. */
  readonly name: string
  readonly domain: 'event' | 'role' | 'thing'
  readonly same: readonly string[]
  readonly near: readonly string[]
  /** Looked up by questions alone. */
  readonly everyday: readonly string[]
}

function classesOf(domain: SynonymClass['domain'], lines: string): SynonymClass[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const colon = line.indexOf(':')
      const [same = [], near = []] = line
        .slice(colon + 1)
        .split(';')
        .map((part) => part.split(',').map((member) => member.trim()))
      const asked = [...same, ...near].filter((member) => member.startsWith('?'))
      return {
        name: line.slice(0, colon),
        domain,
        same: same.filter((member) => !member.startsWith('?')),
        near: near.filter((member) => !member.startsWith('?')),
        everyday: asked.map((member) => member.slice(1)),
      }
    })
}

export const synonymClasses: readonly SynonymClass[] = [
  ...classesOf('event', EVENT_CLASSES),
  ...classesOf('role', ROLE_CLASSES),
  ...classesOf('thing', THING_CLASSES),
]
