/** How briefs are made from the articles and posted in Discord. */
import { DiscordAPIError, type REST, Routes } from 'discord.js'
import type { APIDMChannel, APIGuild, APIMessage } from 'discord-api-types/v10'
import { answer, hasNews } from '../../../answers/index.js'
import { wordsFor } from '../../../i18n/words.js'
import type { Post } from '../../bot/command.js'
import type { Services } from '../../bot/services.js'
import { answerPage } from '../../lifecycle/answering.js'
import { type Reply, renderNotice } from '../../render/reply.js'
import type { Library } from '../articles/library.js'
import { type DiscordApi, recentOf } from '../recent.js'
import { tellModerators } from '../settings/log-channel.js'
import type { BriefMeans } from './briefs.js'

export function briefMeans(library: Library, services: Services, { rest, self }: DiscordApi): BriefMeans {
  const wordsOf = async (server: string) => {
    const { language } = await library.settings.load(server)
    return wordsFor(language ?? (await localeOf(server, rest)))
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
    async stands(channel, moment) {
      const recent = await recentOf({ rest, self }, channel)
      return recent?.some((message) => bears(message, moment)) ?? null
    },
    async refused(server, { by }) {
      if (await tellModerators(library, services.post, server, 'briefRefused', {})) return
      const text = (await wordsOf(server)).say('briefRefused')
      if (by === null) return
      await tell(by, renderNotice(text), { rest, post: services.post }).catch((err) =>
        services.log.warn({ guild: server, reason: String(err) }, 'nobody can be told'),
      )
    },
  }
}

/** The language that a server has chosen at Discord. */
async function localeOf(server: string, rest: REST): Promise<string> {
  try {
    return ((await rest.get(Routes.guild(server))) as APIGuild).preferred_locale
  } catch (error) {
    if (error instanceof DiscordAPIError) return 'en'
    throw error
  }
}

/** A direct message. @throws DiscordAPIError where the person takes none */
async function tell(
  person: string,
  reply: Reply,
  { rest, post }: { readonly rest: REST; readonly post: Post },
): Promise<void> {
  const { id } = (await rest.post(Routes.userChannels(), { body: { recipient_id: person } })) as APIDMChannel
  await post(id, reply)
}

/** Whether a message has this moment on it. */
const bears = ({ embeds }: APIMessage, moment: string) =>
  embeds.some(({ timestamp }) => Date.parse(timestamp ?? '') === Date.parse(moment))
