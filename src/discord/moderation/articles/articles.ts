/** `/articles`: what its actions do, and what the buttons under them do. */

import type { Suggestion } from '../../../archive/contract/archive.js'
import { NO_ROOM } from '../../../archive/index.js'
import { type Draft, refusalMessages } from '../../../articles/drafts/index.js'
import { FetchError } from '../../../articles/fetch/index.js'
import { hashIn, ownId, StoreError } from '../../../articles/store/index.js'
import type { MessageKey } from '../../../i18n/message.js'
import type { Words } from '../../../i18n/words.js'
import type { Announce, CompletingContext, ManagingContext, Post } from '../../bot/command.js'
import { Refusal } from '../../gateway/refusal.js'
import * as limits from '../../render/limits.js'
import { COLOURS, escapeTo, type Reply, reply } from '../../render/reply.js'
import { oneLine } from '../../render/text.js'
import { checkForm, corrected } from './form.js'
import type { Library } from './library.js'
import { type OwnArticle, ownArticles, titleOf } from './own.js'
import {
  isLogged,
  type LoggedAction,
  renderAdded,
  renderDone,
  renderDraft,
  renderEdited,
  renderList,
  renderLog,
  renderPasting,
  renderRemoval,
  renderRemoved,
} from './render.js'

/** Who presses or runs something, and where. */
export interface Moderator {
  readonly library: Library
  readonly server: string
  readonly by: string
  readonly words: Words
  /** The language of their own, as Discord gives it. */
  readonly locale: string
  readonly post: Post
  readonly announce: Announce
}

export async function manageArticles(context: ManagingContext): Promise<Reply> {
  const { library, server, words, given } = context
  switch (context.action) {
    case 'add':
      return found(context)
    case 'edit':
      return toEdit(context)
    case 'remove':
      return renderRemoval(named(await ownArticles(library, server), given.name ?? ''), words)
    case 'list':
      return listed(context, 0)
    case 'log':
      return log(context)
    default:
      throw new Refusal('unknownCommand')
  }
}

export async function listed({ library, server, words }: Moderator, page: number): Promise<Reply> {
  return renderList(await ownArticles(library, server), page, words)
}

async function found({ library, server, by, words, given, file }: ManagingContext): Promise<Reply> {
  const { link } = given
  if ((link === undefined) === (file === null)) return renderPasting(words.say('articlesOneOf'), words)
  try {
    const draft = await (file ? library.draftOfFile(file, server) : library.draftOfPage(link!, server))
    return renderDraft(draft, await library.drafts.keep({ server, by, draft }), words)
  } catch (error) {
    // What can't be read by the bot a moderator may well have in front of them.
    if (error instanceof FetchError || error instanceof StoreError) {
      return renderPasting(words.tell(error.messages), words)
    }
    throw error
  }
}

/** What was found in a text that was pasted. */
export async function pasted({ library, server, by, words }: Moderator, text: string): Promise<Reply> {
  const draft = await library.draftOfText(text, server)
  return renderDraft(draft, await library.drafts.keep({ server, by, draft }), words)
}

/** What is known of one of the server's own articles, to be put right. */
async function toEdit({ library, server, by, words, given }: ManagingContext): Promise<Reply> {
  const { file } = named(await ownArticles(library, server), given.name ?? '')
  const draft = await library.store.draftOf(server, file.name)
  if (!draft) throw new Refusal('articlesGone')
  return renderDraft(draft, await library.drafts.keep({ server, by, draft, edits: file.name }), words, true)
}

/** Takes back the last edit of an article. */
export async function reverted(moderator: Moderator, hash: string): Promise<Reply> {
  const { library, server, by, words } = moderator
  const file = await library.store.revert(server, by, hash)
  await library.renew(server)
  const own = (await ownArticles(library, server)).find((one) => one.hash === hash)
  const title = own ? titleOf(own) : file.name
  await tell(moderator, 'articlesLogEdited', title)
  return renderDone(words.say('articlesReverted', { title: oneLine(title) }))
}

async function edited(moderator: Moderator, key: string, draft: Draft, name: string): Promise<Reply> {
  const { library, server, by, words } = moderator
  const file = await library.store.edit(server, by, name, draft)
  await library.drafts.drop(key, server, by)
  await Promise.all([library.renew(server), tell(moderator, 'articlesLogEdited', draft.title)])
  return renderEdited(draft.title, hashIn(file.name), words)
}

/** Stores a draft as it was corrected. @throws Refusal what is wrong with it; it can be corrected again */
export async function stored(
  moderator: Moderator,
  key: string,
  typedIn: (field: string) => string,
): Promise<Reply> {
  const { library, server, by, words } = moderator
  const pending = await library.drafts.find(key, server, by)
  if (!pending) throw new Refusal('articlesExpired')
  const draft = corrected(pending.draft, typedIn)
  await library.drafts.change(key, { ...pending, draft })
  checkForm(typedIn)
  if (pending.edits !== undefined) return edited(moderator, key, draft, pending.edits)
  const file = await library.store.add(server, by, draft)
  await library.drafts.drop(key, server, by)
  await Promise.all([library.renew(server), tell(moderator, 'articlesLogAdded', draft.title)])
  await moderator.announce([ownId(file.name)], server)
  const [article, { rejections }, all] = await Promise.all([
    library.archive.article(ownId(file.name), { server }),
    library.archive.status({ server }),
    library.store.list(server),
  ])
  const noRoom = rejections.some((one) => one.file === ownId(file.name) && one.reason === NO_ROOM.reason)
  const hidden =
    article !== null ? null : noRoom ? words.tell(refusalMessages(NO_ROOM)) : words.say('articlesSame')
  return renderAdded(draft.title, hidden, all.length, words)
}

export async function removed(moderator: Moderator, hash: string): Promise<Reply> {
  const { library, server, by, words } = moderator
  const own = (await ownArticles(library, server)).find((one) => one.hash === hash)
  if (!own) throw new Refusal('articlesGone')
  await library.store.remove(server, by, own.file.name)
  await Promise.all([library.renew(server), tell(moderator, 'articlesLogRemoved', titleOf(own))])
  return renderRemoved(titleOf(own), hash, words)
}

export async function restored(moderator: Moderator, hash: string): Promise<Reply> {
  const { library, server, by, words } = moderator
  const [file] = (await library.store.removed(server))
    .filter(({ name }) => hashIn(name) === hash)
    .sort((a, b) => b.since - a.since)
  if (!file) throw new Refusal('articlesGone')
  await library.store.restore(server, by, file.name)
  const renewing = library.renew(server)
  const own = await renewing.then(
    async () => (await ownArticles(library, server)).find((one) => one.hash === hash),
    () => undefined,
  )
  const title = own ? titleOf(own) : file.name
  await tell(moderator, 'articlesLogRestored', title)
  await renewing
  return renderDone(words.say('articlesRestored', { title: oneLine(title) }))
}

/** With a channel: told there from now on. Without: what was done lately, and nothing is changed. */
async function log(context: ManagingContext): Promise<Reply> {
  const { library, server, words, channel } = context
  if (!channel) return shownLog(context)
  if (!channel.writable) throw new Refusal('cantPost', { channel: `#${channel.name}` })
  await library.settings.change(server, (settings) => ({ ...settings, log: channel.id }))
  return reply([
    {
      description: `${escapeTo(words.say('articlesLogOn'), limits.PAGE)} <#${channel.id}>`,
      color: COLOURS.done,
    },
  ])
}

/** Entries of the record that are shown, and days that are looked back on. */
const LOGGED = 10
const LOOK_BACK_MS = 90 * 86_400_000

async function shownLog({ library, server, words }: ManagingContext): Promise<Reply> {
  const [{ log }, own] = await Promise.all([library.settings.of(server), ownArticles(library, server)])
  const titles = new Map(own.map((one) => [one.file.name, titleOf(one)]))
  const entries: LoggedAction[] = []
  for await (const entry of library.store.audit.since(new Date(Date.now() - LOOK_BACK_MS))) {
    const { action, article, at, by } = entry
    if (entry.server !== server || article === null || !isLogged(action)) continue
    entries.push({ action, by, at: new Date(at), title: titles.get(article) ?? article })
    if (entries.length === LOGGED) break
  }
  return renderLog(entries, log, words)
}

/** Tells the moderators' channel, if there is one, what was done. Nothing hangs on whether that can be told. */
export async function tell(
  { library, server, by, post, words }: Moderator,
  what: MessageKey,
  title: string,
): Promise<void> {
  const { log } = await library.settings.of(server)
  if (log === null) return
  const text = escapeTo(words.say(what, { title: oneLine(title) }), limits.PAGE)
  await post(log, reply([{ description: `<@${by}> ${text}`, color: COLOURS.answered }])).catch((err) =>
    library.log.warn({ guild: server, channel: log, reason: err.message }, 'the moderators can’t be told'),
  )
}

/** @throws Refusal where nobody is called so, or several are */
function named(all: readonly OwnArticle[], name: string): OwnArticle {
  const wanted = name.toLowerCase().trim()
  const namesOf = (own: OwnArticle) => [own.file.name, titleOf(own)].map((one) => one.toLowerCase())
  const whole = all.filter((own) => namesOf(own).includes(wanted))
  const fitting =
    whole.length > 0 ? whole : all.filter((own) => namesOf(own).some((one) => one.includes(wanted)))
  const [only] = fitting
  if (!only || wanted === '') throw new Refusal('articlesNotOwn', { name: oneLine(name) })
  if (fitting.length > 1) throw new Refusal('articlesSeveral', { name: oneLine(name), n: fitting.length })
  return only
}

export async function completeArticles({
  library,
  server,
  action,
  option,
  typed,
}: CompletingContext): Promise<readonly Suggestion[]> {
  if ((action !== 'remove' && action !== 'edit') || option !== 'name') return []
  const wanted = typed.toLowerCase().trim()
  const all = await ownArticles(library, server)
  const fitting = all.filter((own) =>
    `${titleOf(own)} ${own.article?.outlet ?? ''} ${own.file.name}`.toLowerCase().includes(wanted),
  )
  // Those to be mended are the ones that lack something.
  const ordered = action === 'edit' ? [...fitting].sort((a, b) => lacks(b) - lacks(a)) : fitting
  return ordered.map((own) => ({ label: titleOf(own), value: own.file.name }))
}

const lacks = ({ article }: OwnArticle) =>
  article ? 2 * Number(article.published === null) + Number(article.outlet === null) : 0
