/** How briefs are made from the articles and posted in Discord. */
import { type Client, DiscordAPIError, Routes } from 'discord.js'
import type { APIMessage } from 'discord-api-types/v10'
import { answer, hasNews } from '../../../answers/index.js'
import { wordsFor } from '../../../i18n/words.js'
import type { Services } from '../../bot/services.js'
import { answerPage } from '../../lifecycle/answering.js'
import { renderNotice } from '../../render/reply.js'
import type { Library } from '../articles/library.js'
import { tellModerators } from '../settings/log-channel.js'
import type { BriefMeans } from './briefs.js'

export function briefMeans(library: Library, services: Services, client: () => Client | null): BriefMeans {
  const wordsOf = async (server: string) => {
    const { language } = await library.settings.load(server)
    return wordsFor(language ?? client()?.guilds.cache.get(server)?.preferredLocale ?? 'en')
  }
  return {
    post: services.post,
    async make(server, { topic, quiet, by }, since) {
      const scope = { server }
      const question = { command: 'brief', since, ...(topic !== null && { topic }) } as const
      if (quiet && !hasNews(await answer(question, services.archive, scope))) return null
      const words = await wordsOf(server)
      const asker = { scope, words, asker: by ?? server, quiet: false, shareable: false }
      return answerPage({ questions: [question] }, services, asker)
    },
    stands: (channel, moment) => standsIn(client(), channel, moment),
    async refused(server, { by }) {
      if (await tellModerators(library, services.post, server, 'briefRefused', {})) return
      const text = (await wordsOf(server)).say('briefRefused')
      if (by === null) return
      await client()
        ?.users.send(by, renderNotice(text))
        .catch((err) => services.log.warn({ guild: server, reason: String(err) }, 'nobody can be told'))
    },
  }
}

/** Whether one of the bot's last messages in a channel has this moment on it; null where that can't be seen. */
async function standsIn(client: Client | null, channel: string, moment: string): Promise<boolean | null> {
  if (!client?.isReady()) return null
  try {
    const query = new URLSearchParams({ limit: '50' })
    const messages = (await client.rest.get(Routes.channelMessages(channel), { query })) as APIMessage[]
    return messages.some(
      ({ author, embeds }) =>
        author.id === client.user.id &&
        embeds.some(({ timestamp }) => Date.parse(timestamp ?? '') === Date.parse(moment)),
    )
  } catch (error) {
    if (error instanceof DiscordAPIError) return null
    throw error
  }
}
