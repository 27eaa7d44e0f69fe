/** What moderators are told of the articles of their server. */
import { ButtonStyle, ComponentType } from 'discord-api-types/v10'
import type { ArticleSummary } from '../../../archive/contract/archive.js'
import type { Draft } from '../../../articles/drafts/index.js'
import type { MessageKey } from '../../../i18n/message.js'
import type { Words } from '../../../i18n/words.js'
import * as limits from '../../render/limits.js'
import { link, literal } from '../../render/markup.js'
import { COLOURS, escapeTo, type Reply, type Row, reply } from '../../render/reply.js'
import { oneLine, shorten } from '../../render/text.js'
import { writePress } from './ids.js'
import { type OwnArticle, titleOf } from './own.js'

const SHOWN_PARAGRAPHS = 2
export const LISTED = 10

interface Button {
  readonly id: string
  readonly label: string
  readonly style?: ButtonStyle.Secondary | ButtonStyle.Danger | ButtonStyle.Primary
  readonly disabled?: boolean
}

export function buttons(...all: readonly Button[]): Row {
  return {
    type: ComponentType.ActionRow,
    components: all.map(({ id, label, style = ButtonStyle.Secondary, disabled = false }) => ({
      type: ComponentType.Button,
      style,
      custom_id: id,
      label,
      disabled,
    })),
  }
}

/** How a day or an outlet was found, by the last word of its basis. */
const BASES: Readonly<Record<string, MessageKey>> = {
  printed: 'basisPrinted',
  caption: 'basisCaption',
  copyright: 'basisCopyright',
  weekday: 'basisWeekday',
  address: 'basisAddress',
  link: 'basisAddress',
  masthead: 'basisMasthead',
  byline: 'basisByline',
  dateline: 'basisDateline',
  feed: 'basisFeed',
}

/** `Published: 31 Dec 2021 – inferred from a caption` */
function factLine(what: MessageKey, value: string | null, basis: string | undefined, words: Words): string {
  const how = basis && BASES[basis.split(' ').at(-1)!]
  return `${literal(words.say(what))}: ${value ?? '–'}${value !== null && how ? ` – ${literal(words.say(how))}` : ''}`
}

/** What answers will lack unless it is put in. */
function warnings({ published, outlet, unclearDate }: Draft, words: Words): string[] {
  const unclear = unclearDate === undefined ? null : { line: oneLine(unclearDate) }
  const day = unclear ? words.say('articlesUnclear', unclear) : words.say('articlesNoDayFound')
  return [
    ...(published === null ? [`⚠ ${escapeTo(day, limits.DIFFERS)}`] : []),
    ...(outlet === null ? [`⚠ ${literal(words.say('articlesNoOutletFound'))}`] : []),
  ]
}

/** What was found in a page or file, to be checked, or what is known of a stored article, to be put right. */
export function renderDraft(draft: Draft, key: string, words: Words, edits = false): Reply {
  const paragraphs = draft.paragraphs.filter((line) => line.trim() !== '')
  const lines = [
    literal(words.say(edits ? 'articlesEditAsk' : 'articlesCheck', { n: paragraphs.length })),
    ...warnings(draft, words),
    '',
    `${literal(words.say('articlesTitle'))}: ${escapeTo(oneLine(draft.title) || '–', limits.ARTICLE_TITLE)}`,
    factLine(
      'articlesOutlet',
      draft.outlet === null ? null : escapeTo(oneLine(draft.outlet), limits.OUTLET),
      draft.outletBasis,
      words,
    ),
    factLine(
      'articlesDay',
      draft.published === null ? null : literal(words.day(draft.published)),
      draft.basis,
      words,
    ),
    '',
    ...paragraphs
      .slice(0, SHOWN_PARAGRAPHS)
      .map((line) => `> ${escapeTo(oneLine(line), limits.CONTEXT_BESIDE)}`),
  ]
  return reply(
    [
      {
        title: words.say(edits ? 'articlesEditForm' : 'articlesFound'),
        description: lines.join('\n'),
        color: draft.published === null ? COLOURS.trouble : COLOURS.answered,
      },
    ],
    [
      buttons(
        {
          id: writePress('check', key),
          label: words.say(edits ? 'articlesEdit' : 'articlesCheckAndAdd'),
          style: ButtonStyle.Primary,
        },
        { id: writePress('drop', key), label: words.say('cancel') },
      ),
    ],
  )
}

/** Why there is nothing to check yet, and the button that takes a text in its place. */
export function renderPasting(why: string, words: Words): Reply {
  const lines = [escapeTo(why, limits.PAGE), '', literal(words.say('articlesPasteAsk'))]
  return reply(
    [{ description: lines.join('\n'), color: COLOURS.trouble }],
    [buttons({ id: writePress('paste'), label: words.say('articlesPaste'), style: ButtonStyle.Primary })],
  )
}

/** @param hidden why answers don't cite it, if they don't */
export function renderAdded(title: string, hidden: string | null, count: number, words: Words): Reply {
  const lines = [
    words.say('articlesAdded', { title: oneLine(title) }),
    hidden ?? words.say('articlesOwn', { n: count }),
  ]
  return reply([{ description: escapeTo(lines.join('\n'), limits.PAGE), color: COLOURS.done }])
}

/** Asks before an article is removed. */
export function renderRemoval(own: OwnArticle, words: Words): Reply {
  const { article } = own
  const facts = [article?.outlet, article?.published && words.day(article.published)].filter(Boolean)
  const lines = [
    `**${escapeTo(oneLine(titleOf(own)), limits.ARTICLE_TITLE)}**`,
    ...(facts.length > 0 ? [literal(oneLine(facts.join(' · ')))] : []),
    '',
    literal(words.say('articlesRemoveAsk')),
  ]
  return reply(
    [{ description: lines.join('\n'), color: COLOURS.answered }],
    [
      buttons(
        {
          id: writePress('remove', own.hash),
          label: words.say('articlesRemove'),
          style: ButtonStyle.Danger,
        },
        { id: writePress('keep'), label: words.say('cancel') },
      ),
    ],
  )
}

export function renderRemoved(title: string, hash: string, words: Words): Reply {
  return reply(
    [
      {
        description: escapeTo(words.say('articlesRemoved', { title: oneLine(title) }), limits.PAGE),
        color: COLOURS.done,
      },
    ],
    [buttons({ id: writePress('restore', hash), label: words.say('articlesPutBack') })],
  )
}

export function renderEdited(title: string, hash: string, words: Words): Reply {
  return reply(
    [
      {
        description: escapeTo(words.say('articlesEdited', { title: oneLine(title) }), limits.PAGE),
        color: COLOURS.done,
      },
    ],
    [buttons({ id: writePress('revert', hash), label: words.say('articlesUndo') })],
  )
}

/** A sentence that ends what was begun; its buttons go. */
export function renderDone(text: string): Reply {
  return reply([{ description: escapeTo(text, limits.PAGE), color: COLOURS.done }])
}

/** A page of the server's own articles. */
export function renderList(all: readonly OwnArticle[], wanted: number, words: Words): Reply {
  const pages = Math.max(1, Math.ceil(all.length / LISTED))
  const page = Math.min(Math.max(0, wanted), pages - 1)
  const shown = all.slice(page * LISTED, (page + 1) * LISTED)
  const line = (own: OwnArticle, at: number, linked: boolean) => {
    const { article, file } = own
    const facts = [
      article &&
        (article.outlet
          ? escapeTo(oneLine(article.outlet), limits.OUTLET)
          : `⚠ ${words.say('articlesNoOutlet')}`),
      article && dayOf(article, words),
      article ? null : literal(words.say('articlesSame')),
      `<t:${Math.floor(file.since / 1000)}:R>`,
    ].filter(Boolean)
    const title = linked
      ? link(shorten(oneLine(titleOf(own)), limits.ARTICLE_TITLE), article?.url ?? null)
      : escapeTo(oneLine(titleOf(own)), limits.ARTICLE_TITLE)
    return `**${page * LISTED + at + 1}.** ${title}\n${facts.join(' · ')}`
  }
  const lines = (linked: boolean) => shown.map((own, at) => line(own, at, linked)).join('\n')
  const lacking = lackingLine(all, words)
  // Long addresses may leave no room for the titles.
  const withLinks = lines(true)
  const room = limits.EMBED_DESCRIPTION - lacking.length
  const listing = lacking + (withLinks.length <= room ? withLinks : lines(false))
  const turning =
    pages > 1
      ? [
          buttons(
            { id: writePress('list', Math.max(0, page - 1)), label: '‹', disabled: page === 0 },
            { id: writePress('list', page + 1), label: '›', disabled: page === pages - 1 },
          ),
        ]
      : []
  return reply(
    [
      {
        title: words.say('articlesOwn', { n: all.length }),
        description: listing || literal(words.say('articlesNone')),
        color: COLOURS.answered,
        ...(pages > 1 && { footer: { text: words.say('page', { page: page + 1, pages }) } }),
      },
    ],
    turning,
  )
}

function dayOf({ published, publishedBasis }: ArticleSummary, words: Words): string {
  if (published === null) return `⚠ ${words.say('undated')}`
  const day = words.day(published)
  return literal(publishedBasis?.startsWith('inferred') ? words.say('inferredDay', { day }) : day)
}

/** How many lack a date or an outlet, and what to do about it; nothing where none does. */
function lackingLine(all: readonly OwnArticle[], words: Words): string {
  const articles = all.flatMap(({ article }) => article ?? [])
  const undated = articles.filter(({ published }) => published === null).length
  const unnamed = articles.filter(({ outlet }) => outlet === null).length
  const told = [
    undated > 0 && words.say('articlesLackDay', { n: undated }),
    unnamed > 0 && words.say('articlesLackOutlet', { n: unnamed }),
  ].filter((one) => typeof one === 'string')
  return told.length > 0 ? `⚠ ${literal(`${told.join(', ')}. ${words.say('articlesMend')}`)}\n\n` : ''
}

/** What was done to an article, as the record has it. */
export interface LoggedAction {
  readonly action: keyof typeof LOGGED_ACTIONS
  /** Null for the bot itself. */
  readonly by: string | null
  readonly at: Date
  /** Its title, or the name of its file where it is gone. */
  readonly title: string
}

const LOGGED_ACTIONS = {
  add: 'articlesLogAdd',
  edit: 'articlesLogEdit',
  remove: 'articlesLogRemove',
  restore: 'articlesLogRestore',
} as const

export const isLogged = (action: string): action is LoggedAction['action'] =>
  Object.hasOwn(LOGGED_ACTIONS, action)

/** @param channel where it is told, or null */
export function renderLog(entries: readonly LoggedAction[], channel: string | null, words: Words): Reply {
  const lines = entries.map(({ action, by, at, title }) => {
    const what = `${literal(words.say(LOGGED_ACTIONS[action]))} “${escapeTo(oneLine(title), limits.TITLE_LISTED)}”`
    return [`<t:${Math.floor(at.getTime() / 1000)}:R>`, by && `<@${by}>`, what].filter(Boolean).join(' · ')
  })
  const told = channel
    ? `${literal(words.say('articlesLogIn'))} <#${channel}>.`
    : literal(words.say('articlesLogNowhere'))
  const head = literal(words.say(entries.length > 0 ? 'articlesLogHead' : 'articlesLogEmpty'))
  return reply([{ description: [head, ...lines, '', told].join('\n'), color: COLOURS.answered }])
}
