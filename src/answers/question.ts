import { questions as english } from '../language/en/questions.js'
import type { Command, Question } from './answer.js'
import { cleanQuery, unquote } from './query.js'

/** A question that can't be understood: the message says what is wrong and how to put it. */
export class QuestionError extends Error {
  override readonly name = 'QuestionError'
}

/** What each command takes: the option that bare words fill, then the named ones (`outlet:Reuters`). */
const OPTIONS: Readonly<
  Record<Command, { readonly main: string | null; readonly named: readonly string[] }>
> = {
  when: { main: 'topic', named: [] },
  'who-said': { main: 'words', named: ['speaker'] },
  quotes: { main: 'speaker', named: ['topic'] },
  timeline: { main: 'topic', named: ['from', 'to'] },
  compare: { main: 'topic', named: [] },
  ask: { main: 'question', named: [] },
  search: { main: 'words', named: ['outlet', 'since', 'until'] },
  sources: { main: 'outlet', named: [] },
  article: { main: 'name', named: [] },
  status: { main: null, named: [] },
  help: { main: null, named: [] },
}

/**
 * Reads a question as somebody types it: `/when geneva`, `/search troops outlet:"Harbour Wire"`, or plain words.
 * @throws QuestionError for a command that does not exist
 */
export function questionOf(text: string): Question {
  const typed = text.trim()
  return typed.startsWith('/') ? slashCommand(typed) : plainWords(cleanQuery(typed))
}

function slashCommand(typed: string): Question {
  const [, name = '', rest = ''] = /^\/(\S*)\s*([\s\S]*)$/.exec(typed) ?? []
  if (!Object.hasOwn(OPTIONS, name)) {
    const known = Object.keys(OPTIONS).map((command) => `/${command}`)
    throw new QuestionError(`There is no command /${name.slice(0, 40)}. There are ${known.join(', ')}.`)
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

function plainWords(text: string): Question {
  for (const { pattern, command } of english.phrasings) {
    const match = pattern.exec(text)
    if (!match) continue
    const asked = Object.entries(match.groups ?? {}).flatMap(([option, value]) => {
      const words = value?.replace(/[?!.\s]+$/, '')
      return words ? [[option === 'rest' ? OPTIONS[command].main : option, words]] : []
    })
    return { command, ...Object.fromEntries(asked) } as Question
  }
  return { command: 'ask', question: text }
}
