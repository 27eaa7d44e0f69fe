/** What moderators are told of the articles of their server. */
import { ButtonStyle, ComponentType } from 'discord-api-types/v10'
import type { Draft } from '../../articles/draft/draft.js'
import type { Words } from '../../language/words.js'
import * as limits from '../limits.js'
import { link, literal } from '../markup.js'
import { COLOURS, escapeTo, type Reply, type Row, reply } from '../reply.js'
import { oneLine, shorten } from '../text.js'
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

function buttons(...all: readonly Button[]): Row {
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

/** What was found in a page or file, to be checked. */
export function renderDraft(draft: Draft, key: string, words: Words): Reply {
  const paragraphs = draft.paragraphs.filter((line) => line.trim() !== '')
  const lines = [
    literal(words.say('articlesCheck', { n: paragraphs.length })),
    '',
    `${literal(words.say('articlesTitle'))}: ${escapeTo(oneLine(draft.title) || '–', limits.ARTICLE_TITLE)}`,
    `${literal(words.say('articlesOutlet'))}: ${escapeTo(oneLine(draft.outlet ?? '') || '–', limits.OUTLET)}`,
    `${literal(words.say('articlesDay'))}: ${draft.published ? literal(words.day(draft.published)) : '–'}`,
    '',
    ...paragraphs
      .slice(0, SHOWN_PARAGRAPHS)
      .map((line) => `> ${escapeTo(oneLine(line), limits.CONTEXT_BESIDE)}`),
  ]
  return reply(
    [{ title: words.say('articlesFound'), description: lines.join('\n'), color: COLOURS.answered }],
    [
      buttons(
        { id: writePress('check', key), label: words.say('articlesCheckAndAdd'), style: ButtonStyle.Primary },
        { id: writePress('drop', key), label: words.say('cancel') },
      ),
    ],
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
      article?.outlet && escapeTo(oneLine(article.outlet), limits.OUTLET),
      article && (article.published ? literal(words.day(article.published)) : words.say('undated')),
      article ? null : literal(words.say('articlesSame')),
      `<t:${Math.floor(file.since / 1000)}:R>`,
    ].filter(Boolean)
    const title = linked
      ? link(shorten(oneLine(titleOf(own)), limits.ARTICLE_TITLE), article?.url ?? null)
      : escapeTo(oneLine(titleOf(own)), limits.ARTICLE_TITLE)
    return `**${page * LISTED + at + 1}.** ${title}\n${facts.join(' · ')}`
  }
  const lines = (linked: boolean) => shown.map((own, at) => line(own, at, linked)).join('\n')
  // Long addresses may leave no room for the titles.
  const withLinks = lines(true)
  const listing = withLinks.length <= limits.EMBED_DESCRIPTION ? withLinks : lines(false)
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
