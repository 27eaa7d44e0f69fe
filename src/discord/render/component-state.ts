/** Questions written into the ids of a message's controls, and read from them again. */
import type { Given } from '../bot/given.js'
import { CUSTOM_ID } from './limits.js'

/** What a message answers. */
export interface ComponentState {
  readonly questions: readonly AskedQuestion[]
  /** Whether they are the words of somebody's message rather than questions that were asked. */
  readonly quoted: boolean
  /** See `stamp`. */
  readonly archive: string
}

/** A question as a command was given it. */
export interface AskedQuestion {
  readonly command: string
  readonly given: Given<string>
}

/**
 * `archive|when+ask|topic=6,outlet=4+question=9|genevaWirehow many?`: lengths before texts, so that no character needs
 * escaping. A quotation mark behind the archive tells that somebody's message is quoted.
 */
export function writeState({ questions, quoted, archive }: ComponentState): string {
  const options = questions.map(({ given }) =>
    Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
  const commands = questions.map(({ command }) => command).join('+')
  const lengths = options.map((own) => own.map(([name, text]) => `${name}=${text.length}`).join(','))
  const texts = options.flat().map(([, text]) => text)
  return `${archive}${quoted ? '"' : ''}|${commands}|${lengths.join('+')}|${texts.join('')}`
}

const ASKED = /^([\w-]{1,16})("?)\|([^|\s]{1,200})\|([^|\s]*)\|([\s\S]*)$/

/** @returns null for what `writeState` did not write */
export function readState(written: string): ComponentState | null {
  const [, archive, quoted, commands, lengths, texts] = ASKED.exec(written) ?? []
  if (!archive || !commands || lengths === undefined || texts === undefined) return null
  const names = commands.split('+')
  const own = lengths.split('+')
  if (own.length !== names.length) return null
  let rest = texts
  const questions: AskedQuestion[] = []
  for (const [index, command] of names.entries()) {
    const given: Record<string, string> = {}
    for (const entry of own[index]!.split(',').filter(Boolean)) {
      const [, name, length] = /^([^=]{1,32})=(\d{1,3})$/.exec(entry) ?? []
      if (!name || Number(length) > rest.length) return null
      given[name] = rest.slice(0, Number(length))
      rest = rest.slice(Number(length))
    }
    questions.push({ command, given })
  }
  return rest === '' ? { questions, quoted: quoted !== '', archive } : null
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
