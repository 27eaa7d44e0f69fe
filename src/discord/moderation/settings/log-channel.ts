/** What a server's moderators are told of by the bot itself, in the channel that they have set for that. */
import type { MessageKey, Values } from '../../../i18n/message.js'
import { wordsFor } from '../../../i18n/words.js'
import type { Post } from '../../bot/command.js'
import * as limits from '../../render/limits.js'
import { COLOURS, escapeTo, reply } from '../../render/reply.js'
import type { Library } from '../articles/library.js'

/** @returns whether they could be told */
export async function tellModerators(
  { settings, log: logger }: Pick<Library, 'settings' | 'log'>,
  post: Post,
  server: string,
  what: MessageKey,
  values: Values,
): Promise<boolean> {
  const { log, language } = await settings.load(server)
  if (log === null) return false
  const text = wordsFor(language ?? 'en').say(what, values)
  try {
    await post(log, reply([{ description: escapeTo(text, limits.PAGE), color: COLOURS.trouble }]))
    return true
  } catch (error) {
    logger.warn({ guild: server, channel: log, reason: String(error) }, 'the moderators can’t be told')
    return false
  }
}
