import { message } from '../../i18n/message.js'
import { MessageError } from '../../i18n/message-error.js'
import { plainQuestion } from '../questions/plain-words.js'
import type { Command, Question } from './answer.js'
import { cleanQuery, unquote } from './query.js'

/** A question that can't be understood: what is wrong and how to put it. */
export class QuestionError extends MessageError {
  override readonly name = 'QuestionError'
}

/** What each command takes: the option that bare words fill, then the named ones (`outlet:Reuters`). */
const OPTIONS: Readonly<
  Record<Command, { readonly main: string | null; readonly named: readonly string[] }>
> = {
  when: { main: 'topic', named: [] },
  'who-said': { main: 'words', named: ['speaker'] },
  quotes: { main: 'speaker', named: ['topic'] },
  timeline: { main: 'topic', named: ['from', 'to', 'most'] },
  brief: { main: 'topic', named: ['since'] },
  compare: { main: 'topic', named: [] },
  ask: { main: 'question', named: [] },
  search: { main: 'words', named: ['outlet', 'since', 'until'] },
  sources: { main: 'outlet', named: [] },
  article: { main: 'name', named: [] },
  status: { main: null, named: [] },
  help: { main: null, named: [] },
  privacy: { main: null, named: [] },
}

/**
 * Reads a question as somebody types it: `/when geneva`, `/search troops outlet:"Harbour Wire"`, or plain words.
 * @throws QuestionError for a command that does not exist
 */
export function questionOf(text: string): Question {
  const typed = text.trim()
  return typed.startsWith('/') ? slashCommand(typed) : plainQuestion(cleanQuery(typed), mainOption)
}

/** The option that bare words fill; null if the command takes none, undefined if there is no such command. */
function mainOption(command: string): string | null | undefined {
  return Object.hasOwn(OPTIONS, command) ? OPTIONS[command as Command].main : undefined
}

/** The question as it would be typed: `questionOf` gives it back. */
export function textOf(question: Question): string {
  const { command, ...options } = question
  const { main, named } = OPTIONS[command]
  const given = options as Readonly<Record<string, string | undefined>>
  const parts = [
    `/${command}`,
    main && given[main],
    ...named.map(
      (name) => given[name] && `${name}:${/\s/.test(given[name]) ? `"${given[name]}"` : given[name]}`,
    ),
  ]
  return parts.filter(Boolean).join(' ')
}

function slashCommand(typed: string): Question {
  const name = /^\/(\S*)/.exec(typed)?.[1] ?? ''
  const rest = typed.slice(name.length + 1).trimStart()
  if (!Object.hasOwn(OPTIONS, name)) {
    const known = Object.keys(OPTIONS).map((command) => `/${command}`)
    throw new QuestionError([message('noteNoCommand', { command: name.slice(0, 40), commands: known })])
  }
  const { main, named } = OPTIONS[name as Command]
  const values: Record<string, string> = {}
  const bare = rest.replace(NAMED, (whole, before: string, option: string, value: string) => {
    if (option !== main && !named.includes(option)) return whole
    values[option] = unquote(value)
    return before
  })
  if (main && !(main in values)) values[main] = bare.trim()
  return { command: name, ...values } as Question
}

/** ` option:value` or ` option:"several words"` */
const NAMED = /(^|\s)([a-z]+):(?=\S)("[^"]*"|“[^”]*”|\S+)/g
