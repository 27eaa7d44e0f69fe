/**
 * The controls under an answer: turn its pages, rate it, delete or share it, open a citation in its context.
 * Nothing is kept between two presses: the ids of the controls hold all that is needed, so that they work after a
 * restart and on any process. One id has 100 characters; a question may be longer and is dealt out over all ids of
 * the message, in order.
 */
import { createHash } from 'node:crypto'
import { type APISelectMenuOption, ButtonStyle, ComponentType } from 'discord-api-types/v10'
import type { Words } from '../../i18n/words.js'
import { type ComponentState, dealOut, readState, writeState } from './component-state.js'
import type { Row } from './reply.js'

export type { AskedQuestion, ComponentState } from './component-state.js'

/** An entry of the menu of citations. */
export type CitationChoice = APISelectMenuOption

export interface UnderAnswer {
  readonly page: number
  readonly pages: number
  /**
   * Where the sources of all findings are open: the first finding of the pages before and after, if there are such.
   * Where they can be opened: the first finding that is shown. Null where there is no more to show.
   */
  readonly sources:
    | { readonly before: number | null; readonly after: number | null }
    | { readonly from: number }
    | null
  /** What to ask again for another page; null where pages can't be turned. */
  readonly asked: ComponentState | null
  /** The id of whoever asked. */
  readonly asker: string
  /** Whether only the asker sees it. */
  readonly quiet: boolean
  /** Whether there is a channel to share a private answer with. */
  readonly shareable: boolean
  readonly rateable: boolean
  /** Whether its findings can be had as files. */
  readonly downloadable: boolean
  readonly citations: readonly CitationChoice[]
}

/** What a control does, and the word that goes with it. */
export type Control =
  | { readonly kind: 'page'; readonly page: number }
  /** Every finding with its sources, from the page that holds this finding. */
  | { readonly kind: 'sources'; readonly finding: number }
  | { readonly kind: 'rate'; readonly useful: boolean }
  | { readonly kind: 'trash' | 'share' | 'context' | 'download' | 'anyway' }
  | { readonly kind: 'report'; readonly report: string; readonly page: number }

interface Button {
  readonly head: string
  readonly label?: string
  readonly emoji?: string
  readonly disabled?: boolean
}

const CONTEXT = 'context:'

/**
 * A menu of the citations and one row of buttons; nothing where nothing can be done.
 * @returns null where the questions are too long for the ids: they can't be asked again, and no page can be turned
 */
export function controls(under: UnderAnswer, words: Words): Row[] | null {
  const turning = under.asked ? turningButtons(under, words) : []
  const others = otherButtons(under, words)
  const menu = under.citations.length > 0 ? [CONTEXT] : []
  const all = [...turning, ...others]
  const heads = [...menu, ...all.map(({ head }) => head)]
  const carried = under.asked && dealOut(writeState(under.asked), heads)
  if (!carried && turning.length > 0) return null
  const parts = carried ?? heads.map(() => '')
  const ids = heads.map((head, index) => `${head}${parts[index]};`)
  const rows: Row[] = []
  if (menu.length > 0) rows.push(citationMenu(ids[0]!, under.citations, words))
  // At most five to a row.
  const parted = all.length > MOST_IN_A_ROW ? [turning, others] : [all]
  let at = menu.length
  for (const buttons of parted.filter(({ length }) => length > 0)) {
    rows.push(buttonRow(buttons, ids.slice(at, at + buttons.length)))
    at += buttons.length
  }
  return rows
}

/** Discord's limit. */
const MOST_IN_A_ROW = 5

function turningButtons({ page, pages, sources }: UnderAnswer, words: Words): Button[] {
  if (sources && 'before' in sources) {
    const { before, after } = sources
    if (before === null && after === null) return []
    return [
      { label: '‹', head: `sources:${before ?? 0}:`, disabled: before === null },
      { label: '›', head: `sources:${after ?? 1}:`, disabled: after === null },
    ]
  }
  return [
    ...(sources ? [{ label: words.say('showSources'), head: `sources:${sources.from}:` }] : []),
    ...(pages > 1 ? pageButtons(page, pages) : []),
  ]
}

function pageButtons(page: number, pages: number): Button[] {
  return [
    { label: '‹', head: `page:${Math.max(0, page - 1)}:`, disabled: page === 0 },
    { label: '›', head: `page:${Math.min(pages, page + 1)}:`, disabled: page >= pages - 1 },
  ]
}

function otherButtons(under: UnderAnswer, words: Words): Button[] {
  const { asker, quiet, shareable, rateable, downloadable } = under
  return [
    ...(rateable
      ? [
          { emoji: '👍', head: 'rate:yes:' },
          { emoji: '👎', head: 'rate:no:' },
        ]
      : []),
    ...(downloadable ? [{ emoji: '📥', head: 'download:' }] : []),
    ...(quiet ? [] : [{ label: words.say('delete'), head: `trash:${asker}:` }]),
    ...(quiet && shareable ? [{ label: words.say('share'), head: `share:${asker}:` }] : []),
  ]
}

function buttonRow(buttons: readonly Button[], ids: readonly string[]): Row {
  return {
    type: ComponentType.ActionRow,
    components: buttons.map(({ label, emoji, disabled = false }, index) => ({
      type: ComponentType.Button,
      style: ButtonStyle.Secondary,
      custom_id: ids[index]!,
      disabled,
      ...(label !== undefined && { label }),
      ...(emoji !== undefined && { emoji: { name: emoji } }),
    })),
  }
}

function citationMenu(id: string, citations: readonly CitationChoice[], words: Words): Row {
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: id,
        placeholder: words.say('context'),
        options: [...citations],
      },
    ],
  }
}

/** Use what a reload made, though it is worse; a page of the report of a reload. See `reloads.ts`. */
const RELOAD = /^reload:(?:(anyway)|([\w-]{8}):(\d{1,5}));$/

const ID =
  /^(?:(page|sources):(\d{1,5})|(rate):(yes|no)|(trash|share):(\d{1,20})|(context|download)):([\s\S]*);$/

/** What a used control is to do; null for what this version of the bot did not make. */
export function readControl(customId: string): Control | null {
  const [, anyway, report, at] = RELOAD.exec(customId) ?? []
  if (anyway) return { kind: 'anyway' }
  if (report) return { kind: 'report', report, page: Number(at) }
  const [, page, number, rate, useful, own, , context] = ID.exec(customId) ?? []
  if (page === 'sources') return { kind: 'sources', finding: Number(number) }
  if (page) return { kind: 'page', page: Number(number) }
  if (rate) return { kind: 'rate', useful: useful === 'yes' }
  const kind = own ?? context
  return kind ? { kind: kind as 'trash' | 'share' | 'context' } : null
}

/**
 * What a message's controls hold of what it answers.
 * @param customIds those of all controls of the message, in order
 * @returns null where the ids hold none that this version of the bot wrote
 */
export function askedOf(customIds: readonly string[]): ComponentState | null {
  return readState(customIds.map((id) => ID.exec(id)?.[8] ?? '').join(''))
}

/** The page that a message shows, from 0, as its controls have it. */
export function pageOf(customIds: readonly string[]): number {
  const pages = customIds.flatMap((id) => {
    const [, kind, page] = ID.exec(id) ?? []
    return kind === 'page' ? Number(page) : []
  })
  return pages.length > 0 ? Math.max(...pages) - 1 : 0
}

/** Whether a message shows the sources of all findings already: then both ways from there are among its controls. */
export function areSources(customIds: readonly string[]): boolean {
  return customIds.filter((id) => ID.exec(id)?.[1] === 'sources').length > 1
}

/** Whose answer the message is: who may delete it. Null for private ones. */
export function askerOf(customIds: readonly string[]): string | null {
  for (const id of customIds) {
    const [, , , , , own, asker] = ID.exec(id) ?? []
    if (own === 'trash' && asker) return asker
  }
  return null
}

/** The id of the button that shares an answer, as that of the one that deletes it once all see it. */
export function sharedId(customId: string): string {
  return customId.replace(/^share:/, 'trash:')
}

export const isShare = (customId: string) => customId.startsWith('share:')

/** A short mark of an archive's version, or of a text. */
export function stamp(version: string): string {
  return createHash('sha256').update(version).digest('base64url').slice(0, 8)
}
