/**
 * Buttons that turn the pages of an answer. Nothing is kept between two presses: the buttons themselves hold
 * the question, so that they work after a restart and on any process. One button's id has 100 characters;
 * a question may be longer and is dealt out over all the buttons of the row, in order.
 */
import { createHash } from 'node:crypto'
import { ButtonStyle, ComponentType } from 'discord-api-types/v10'
import type { Given } from './command.js'
import { CUSTOM_ID } from './limits.js'
import type { ButtonRow } from './renderer.js'

/** A question as a command was given it, and the archive that answered. */
export interface Asked {
  readonly command: string
  readonly given: Given<string>
  /** See `stamp`. */
  readonly archive: string
}

export interface Turn {
  /** The wanted page, from 0. */
  readonly page: number
  readonly asked: Asked
}

/** A short mark of an archive's version. */
export function stamp(version: string): string {
  return createHash('sha256').update(version).digest('base64url').slice(0, 8)
}

const BUTTONS = [
  { label: '«', page: () => 0 },
  { label: '‹', page: (page: number) => page - 1 },
  { label: null, page: (page: number) => page },
  { label: '›', page: (page: number) => page + 1 },
  { label: '»', page: (_: number, pages: number) => pages - 1 },
] as const

/** The row of buttons for one page of several; null if the question is too long for it. */
export function pageButtons(asked: Asked, page: number, pages: number): ButtonRow | null {
  const targets = BUTTONS.map((button) => Math.min(Math.max(0, button.page(page, pages)), pages - 1))
  const parts = deal(
    write(asked),
    targets.map((target, index) => CUSTOM_ID - head(index, target).length - 1),
  )
  if (!parts) return null
  return {
    type: ComponentType.ActionRow,
    components: BUTTONS.map(({ label }, index) => ({
      type: ComponentType.Button,
      style: ButtonStyle.Secondary,
      label: label ?? `${page + 1} / ${pages}`,
      custom_id: `${head(index, targets[index]!)}${parts[index]};`,
      disabled: targets[index] === page,
    })),
  }
}

/** The id starts with what the button does; a `;` closes it, since Discord may trim white space. */
function head(index: number, page: number): string {
  return `page:${index}:${page}:`
}

const PAGE_ID = /^page:([0-4]):(\d{1,5}):([\s\S]*);$/

export function isPageButton(customId: string): boolean {
  return PAGE_ID.test(customId)
}

/**
 * What a pressed button asks for.
 * @param customIds those of all buttons of its message, in order
 * @returns null where the ids are not ones that this version of the bot wrote
 */
export function readTurn(pressed: string, customIds: readonly string[]): Turn | null {
  const page = PAGE_ID.exec(pressed)?.[2]
  const asked = read(customIds.map((id) => PAGE_ID.exec(id)?.[3] ?? '').join(''))
  return page !== undefined && asked ? { page: Number(page), asked } : null
}

/** `archive|command|topic=6,outlet=4|genevaWire`: lengths before texts, so that no character needs escaping. */
function write({ command, given, archive }: Asked): string {
  const options = Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const lengths = options.map(([name, text]) => `${name}=${text.length}`).join(',')
  return `${archive}|${command}|${lengths}|${options.map(([, text]) => text).join('')}`
}

const ASKED = /^([\w-]{1,16})\|([^|\s]{1,32})\|([^|\s]*)\|([\s\S]*)$/

function read(written: string): Asked | null {
  const [, archive, command, lengths, texts] = ASKED.exec(written) ?? []
  if (!archive || !command || lengths === undefined || texts === undefined) return null
  const given: Record<string, string> = {}
  let at = 0
  for (const entry of lengths.split(',').filter(Boolean)) {
    const [, name, length] = /^([^=]{1,32})=(\d{1,3})$/.exec(entry) ?? []
    if (!name || !length) return null
    given[name] = texts.slice(at, at + Number(length))
    at += Number(length)
  }
  return at === texts.length ? { archive, command, given } : null
}

/** The text in as many parts as there are sizes, no character broken; null if it does not fit. */
function deal(text: string, sizes: readonly number[]): string[] | null {
  let at = 0
  const parts = sizes.map((size) => {
    const end = wholePair(text, Math.min(at + size, text.length))
    const part = text.slice(at, end)
    at = end
    return part
  })
  return at === text.length ? parts : null
}

/** A surrogate pair that is parted does not survive being sent. */
function wholePair(text: string, at: number): number {
  const parted = at < text.length && /[\ud800-\udbff]/.test(text[at - 1] ?? '')
  return parted ? at - 1 : at
}
