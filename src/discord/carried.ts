/** A question written into the ids of a message's controls, and read from them again. */
import type { Given } from './command.js'
import { CUSTOM_ID } from './limits.js'

/** A question as a command was given it, and the archive that answered. */
export interface Asked {
  readonly command: string
  readonly given: Given<string>
  /** See `stamp`. */
  readonly archive: string
}

/** `archive|command|topic=6,outlet=4|genevaWire`: lengths before texts, so that no character needs escaping. */
export function writeAsked({ command, given, archive }: Asked): string {
  const options = Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const lengths = options.map(([name, text]) => `${name}=${text.length}`).join(',')
  return `${archive}|${command}|${lengths}|${options.map(([, text]) => text).join('')}`
}

const ASKED = /^([\w-]{1,16})\|([^|\s]{1,32})\|([^|\s]*)\|([\s\S]*)$/

/** @returns null for what `writeAsked` did not write */
export function readAsked(written: string): Asked | null {
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

/**
 * The text in as many parts as there are ids, each as long as its id has room for behind its head and before the `;`
 * that closes it (Discord may trim white space). No character is broken; null if it does not fit.
 */
export function dealOut(text: string, heads: readonly string[]): string[] | null {
  let at = 0
  const parts = heads.map((head) => {
    const end = wholePair(text, Math.min(at + CUSTOM_ID - head.length - 1, text.length))
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
