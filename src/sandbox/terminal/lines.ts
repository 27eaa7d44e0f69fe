import {
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  ApplicationCommandType,
  ApplicationCommandOptionType as OptionType,
} from 'discord-api-types/v10'

/** What a typed line asks for. */
export type TypedLine =
  | { kind: 'nothing' | 'quit' | 'help' }
  | { kind: 'say'; content: string }
  | {
      kind: 'command'
      name: string
      options: Record<string, string>
      definitions: APIApplicationCommandOption[]
    }
  | { kind: 'menu'; name: string }
  | { kind: 'click'; number: number }
  | { kind: 'as'; who: string }
  | { kind: 'in'; where: string }
  | { kind: 'wrong'; why: string }

/** The prompt's own commands; a bot's command of the same name cannot be reached here. */
export const OWN_COMMANDS = ['as', 'in', 'click', 'apps', 'keys', 'quit']

/** Reads a line by the commands that the bot has registered. */
export function readLine(line: string, commands: readonly APIApplicationCommand[]): TypedLine {
  const text = line.trim()
  if (text === '') return { kind: 'nothing' }
  const click = /^\/?click\s+(\d{1,3})$/.exec(text)
  if (click) return { kind: 'click', number: Number(click[1]) }
  if (!text.startsWith('/')) return { kind: 'say', content: text }
  const word = /^\/(\S*)/.exec(text)?.[1] ?? ''
  const rest = text.slice(word.length + 1).trimStart()
  switch (word) {
    case 'quit':
    case 'exit':
      return { kind: 'quit' }
    case 'keys':
      return { kind: 'help' }
    case 'as':
      return { kind: 'as', who: rest.replace(/^@/, '') }
    case 'in':
      return { kind: 'in', where: rest.replace(/^#/, '') }
    case 'apps':
      return { kind: 'menu', name: rest }
    case 'click':
      return { kind: 'wrong', why: 'click needs the number of a button: /click 1' }
    default:
      return readCommand(word, rest, commands)
  }
}

function readCommand(word: string, rest: string, commands: readonly APIApplicationCommand[]): TypedLine {
  const command = commands.find(
    ({ name, type }) => name === word && type === ApplicationCommandType.ChatInput,
  )
  if (!command) {
    const known = commands
      .filter(({ type }) => type === ApplicationCommandType.ChatInput)
      .map(({ name }) => `/${name}`)
    return { kind: 'wrong', why: `there is no command /${word}; there are ${known.join(', ') || 'none yet'}` }
  }
  let definitions = command.options ?? []
  let name = word
  let left = rest
  for (let found = subcommand(definitions, left); found; found = subcommand(definitions, left)) {
    name = `${name} ${found.name}`
    definitions = ('options' in found ? found.options : undefined) ?? []
    left = left.slice(found.name.length).trimStart()
  }
  return { kind: 'command', name, definitions, options: readOptions(left, definitions) }
}

const subcommand = (definitions: readonly APIApplicationCommandOption[], text: string) =>
  definitions.find(
    ({ name, type }) =>
      (type === OptionType.Subcommand || type === OptionType.SubcommandGroup) &&
      text.split(/\s/, 1)[0] === name,
  )

/** A word, or `name:value` whose value may be in quotation marks. */
const WORD = /([-_\p{L}\p{N}]{1,32}):(?:"([^"]*)"|(\S+))|"[^"]*"|\S+/gu

/**
 * `name:value` fills the option of that name, all other text the first string option, as it was typed.
 * A command without string options takes it for its first option.
 */
function readOptions(
  text: string,
  definitions: readonly APIApplicationCommandOption[],
): Record<string, string> {
  const options: Record<string, string> = {}
  const others: string[] = []
  for (const [whole, name, quoted, bare] of text.matchAll(WORD)) {
    if (name !== undefined && definitions.some((option) => option.name === name))
      options[name] = quoted ?? bare ?? ''
    else others.push(whole)
  }
  const first = definitions.find(({ type }) => type === OptionType.String) ?? definitions[0]
  if (others.length > 0) options[first?.name ?? 'text'] = others.join(' ')
  return options
}
