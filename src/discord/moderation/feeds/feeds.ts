/** `/feeds`: feeds of a server's own. One is shown before it is followed. */
import { ButtonStyle } from 'discord-api-types/v10'
import type { Suggestion } from '../../../archive/contract/archive.js'
import type { FeedItem } from '../../../articles/feeds/index.js'
import { type FeedStatus, siteOf } from '../../../articles/feeds/index.js'
import type { Words } from '../../../i18n/words.js'
import type { CompletingContext, ManagingContext } from '../../bot/command.js'
import { Refusal } from '../../gateway/refusal.js'
import * as limits from '../../render/limits.js'
import { link, literal } from '../../render/markup.js'
import { COLOURS, escapeTo, type Reply, reply } from '../../render/reply.js'
import { feedLine } from '../../render/reports.js'
import { oneLine, shorten } from '../../render/text.js'
import { type Moderator, tell } from '../articles/articles.js'
import { writePress } from '../articles/ids.js'
import { buttons, renderDone } from '../articles/render.js'
import { type FeedPreview, MOST_FEEDS } from './server-feeds.js'

/** Items of a feed that are shown before it is followed. */
const SHOWN = 3

export async function manageFeeds(context: ManagingContext): Promise<Reply> {
  switch (context.action) {
    case 'add':
      return previewed(context)
    case 'list':
      return renderFeeds(await context.library.feeds.status(context.server), context.words)
    case 'stop':
      return stopped(context)
    default:
      throw new Refusal('unknownCommand')
  }
}

async function previewed({ library, server, by, words, given }: ManagingContext): Promise<Reply> {
  const url = (given.link ?? '').trim()
  const { feeds } = await library.settings.of(server)
  checkNew(url, feeds)
  const { title, items } = await library.feedAt(url, server)
  const preview = { server, by, url, title: title === null ? null : shorten(title, limits.OUTLET) }
  return renderPreview(preview, items, await library.previews.keep(preview), words)
}

/** @throws Refusal */
function checkNew(url: string, feeds: readonly { readonly url: string }[]): void {
  if (feeds.some((feed) => feed.url === url)) throw new Refusal('feedsKnown')
  if (feeds.length >= MOST_FEEDS) throw new Refusal('feedsTooMany', { n: MOST_FEEDS })
}

/** Follows a feed that was shown. @throws Refusal */
export async function followed(moderator: Moderator, key: string): Promise<Reply> {
  const { library, server, by, words } = moderator
  const preview = await library.previews.find(key, server, by)
  if (!preview) throw new Refusal('feedsExpired')
  const { url, title } = preview
  await library.store.recordSetting(server, by, 'feed', siteOf(url))
  await library.settings.change(server, (settings) => {
    checkNew(url, settings.feeds)
    return { ...settings, feeds: [...settings.feeds, { url, title }] }
  })
  await library.previews.drop(key, server, by)
  await library.feeds.changed(server)
  await tell(moderator, 'feedsLogAdded', nameOf(preview))
  return renderDone(words.say('feedsAdded', { title: oneLine(nameOf(preview)) }))
}

export async function dropped({ library, server, by, words }: Moderator, key: string): Promise<Reply> {
  await library.previews.drop(key, server, by)
  return renderDone(words.say('feedsDropped'))
}

async function stopped(moderator: ManagingContext): Promise<Reply> {
  const { library, server, by, words, given } = moderator
  const { feeds } = await library.settings.of(server)
  const wanted = (given.name ?? '').toLowerCase().trim()
  const places = feeds.map((_, place) => place)
  // A pick from the list says which of them by its place.
  const picked = /^#(\d{1,2})$/.exec(wanted)
  const fitting = picked
    ? places.filter((place) => place === Number(picked[1]) - 1)
    : places.filter((place) => nameOf(feeds[place]!).toLowerCase().includes(wanted))
  const feed = feeds[fitting[0] ?? -1]
  if (!feed || wanted === '') throw new Refusal('feedsUnknown', { name: oneLine(given.name ?? '') })
  if (fitting.length > 1) {
    throw new Refusal('articlesSeveral', { name: oneLine(given.name ?? ''), n: fitting.length })
  }
  await library.store.recordSetting(server, by, 'unfeed', siteOf(feed.url))
  await library.settings.change(server, (settings) => ({
    ...settings,
    feeds: settings.feeds.filter(({ url }) => url !== feed.url),
  }))
  await library.feeds.changed(server)
  await tell(moderator, 'feedsLogStopped', nameOf(feed))
  return renderDone(words.say('feedsStopped', { title: oneLine(nameOf(feed)) }))
}

/** Never its whole address, which may hold a key. */
const nameOf = ({ title, url }: Pick<FeedPreview, 'title' | 'url'>) => title ?? siteOf(url)

export async function completeFeeds({
  library,
  server,
  action,
  typed,
}: CompletingContext): Promise<readonly Suggestion[]> {
  if (action !== 'stop') return []
  const { feeds } = await library.settings.of(server)
  return feeds
    .map((feed, place) => ({ label: `${nameOf(feed)} (${siteOf(feed.url)})`, value: `#${place + 1}` }))
    .filter(({ label }) => label.toLowerCase().includes(typed.toLowerCase().trim()))
}

function renderPreview(preview: FeedPreview, items: readonly FeedItem[], key: string, words: Words): Reply {
  const newest = [...items]
    .sort((a, b) => (b.published ?? '').localeCompare(a.published ?? ''))
    .slice(0, SHOWN)
    .map(({ title, url, published }) => {
      const day = published ? ` · ${literal(words.day(published))}` : ''
      return `- ${link(shorten(oneLine(title ?? siteOf(url)), limits.ARTICLE_TITLE), url)}${day}`
    })
  const lines = [
    literal(words.say('feedsPreview', { n: items.length, site: siteOf(preview.url) })),
    ...newest,
    '',
    literal(words.say('feedsAsk')),
  ]
  return reply(
    [
      {
        title: escapeTo(oneLine(nameOf(preview)), limits.EMBED_TITLE),
        description: lines.join('\n'),
        color: COLOURS.answered,
      },
    ],
    [
      buttons(
        { id: writePress('feed', key), label: words.say('feedsFollow'), style: ButtonStyle.Primary },
        { id: writePress('nofeed', key), label: words.say('cancel') },
      ),
    ],
  )
}

function renderFeeds(feeds: readonly FeedStatus[], words: Words): Reply {
  const lines = feeds.map((feed) => feedLine(feed, words))
  const failing = feeds.some(({ error }) => error !== null)
  return reply([
    {
      title: words.say('feedsTitle', { n: feeds.length }),
      description: lines.join('\n') || literal(words.say('feedsNone')),
      color: failing ? COLOURS.trouble : COLOURS.answered,
    },
  ])
}
