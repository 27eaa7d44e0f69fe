/** Where and to whom the bot answers, by what a server's moderators have set. */
import type { Settings } from './settings.js'

/** A place in a server. */
export interface Where {
  readonly channel: string
  /** The channel or forum of a thread; null for a channel. */
  readonly parent: string | null
}

/** Whether answers may be shown there. A choice of no channels is no choice yet. */
export function isOpen({ where, channels }: Settings, { channel, parent }: Where): boolean {
  if (where === 'all' || channels.length === 0) return true
  const chosen = channels.includes(channel) || (parent !== null && channels.includes(parent))
  return chosen === (where === 'only')
}

/** Whether a message there that mentions the bot is answered. */
export function answersMentions(settings: Settings, where: Where, isThread: boolean): boolean {
  const { mentions } = settings
  return isOpen(settings, where) && (mentions === 'everywhere' || (mentions === 'threads' && isThread))
}

/** Whether posts of the forum are answered though they mention nobody. */
export const answersPosts = (settings: Settings, where: Where): boolean =>
  where.parent !== null && settings.forums.includes(where.parent) && isOpen(settings, where)
