/** What a server's members asked in vain, for its moderators: listed with how often and when, each to be dismissed. */
import { createHash } from 'node:crypto'
import { ComponentType } from 'discord-api-types/v10'
import type { Words } from '../../i18n/words.js'
import * as limits from '../render/limits.js'
import { literal } from '../render/markup.js'
import { COLOURS, escapeTo, type Reply, type Row, reply } from '../render/reply.js'
import { oneLine, shorten } from '../render/text.js'
import { buttons } from './articles/render.js'
import type { Unanswered } from './feedback.js'

const A_PAGE = 10

export type UnansweredUse = { readonly kind: 'list' | 'dismiss'; readonly page: number }

const ID = /^vain:(list|dismiss):(\d{1,3});$/

/** Null for what is no control of the list. */
export function readUnansweredUse(customId: string): UnansweredUse | null {
  const [, kind, page] = ID.exec(customId) ?? []
  return kind ? { kind: kind as 'list' | 'dismiss', page: Number(page) } : null
}

/** The button that opens the list. */
export const unansweredButton = (words: Words): Row =>
  buttons({ id: 'vain:list:0;', label: words.say('unansweredOpen') })

/** A question in the value of a menu, whatever its length. */
const keyOf = (asked: string) => createHash('sha256').update(asked).digest('base64url').slice(0, 16)

/** The one of the questions that a menu's value stands for; undefined where it is there no more. */
export const chosenOf = (all: readonly Unanswered[], key: string): Unanswered | undefined =>
  all.find(({ asked }) => keyOf(asked) === key)

export function renderUnanswered(
  all: readonly Unanswered[],
  wanted: number,
  server: string,
  words: Words,
): Reply {
  const pages = Math.max(1, Math.ceil(all.length / A_PAGE))
  const page = Math.min(wanted, pages - 1)
  const shown = all.slice(page * A_PAGE, (page + 1) * A_PAGE)
  const lines = shown.map(({ asked, times, last, where }) => {
    const facts = [literal(words.say('unansweredLast', { day: words.day(last) }))]
    if (where) facts.push(`https://discord.com/channels/${server}/${where.channel}/${where.message}`)
    return `**${times} ×** ${escapeTo(oneLine(asked), limits.ROLE)}\n${facts.join(' · ')}`
  })
  const rows: Row[] = []
  if (shown.length > 0) rows.push(menu(shown, page, words))
  if (pages > 1) {
    rows.push(
      buttons(
        { id: `vain:list:${Math.max(0, page - 1)};`, label: '‹', disabled: page === 0 },
        { id: `vain:list:${page + 1};`, label: '›', disabled: page === pages - 1 },
      ),
    )
  }
  return reply(
    [
      {
        title: words.say('unansweredTitle', { n: all.length }),
        description: lines.join('\n') || literal(words.say('unansweredNone')),
        color: COLOURS.answered,
        ...(pages > 1 && { footer: { text: words.say('page', { page: page + 1, pages }) } }),
      },
    ],
    rows,
  )
}

function menu(shown: readonly Unanswered[], page: number, words: Words): Row {
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: `vain:dismiss:${page};`,
        placeholder: words.say('unansweredDismiss'),
        max_values: shown.length,
        options: shown.map(({ asked }) => ({
          label: shorten(oneLine(asked), limits.CHOICE_LABEL),
          value: keyOf(asked),
        })),
      },
    ],
  }
}

/** What can be wrong with an answer. */
const REASONS = ['wrong', 'beside', 'lacking'] as const
export type Reason = (typeof REASONS)[number]

const WHY = /^why:(wrong|beside|lacking):(\d{1,20});$/

export interface Why {
  readonly reason: Reason
  /** The id of the answer that was rated. */
  readonly message: string
}

export function readWhy(customId: string): Why | null {
  const [, reason, message] = WHY.exec(customId) ?? []
  return reason && message ? { reason: reason as Reason, message } : null
}

/** Thanks for saying that an answer is not useful, and asks why. */
export function renderWhy(message: string, words: Words): Reply {
  const labels = { wrong: 'whyWrong', beside: 'whyBeside', lacking: 'whyLacking' } as const
  return reply(
    [{ description: literal(words.say('whyAsk')), color: COLOURS.done }],
    [
      buttons(
        ...REASONS.map((reason) => ({ id: `why:${reason}:${message};`, label: words.say(labels[reason]) })),
      ),
    ],
  )
}
