import { ApplicationCommandType } from 'discord-api-types/v10'
import type { Sandbox } from '../sandbox.js'
import { OWN_COMMANDS, readLine } from './lines.js'

type Done = (error: null, result: [string[], string]) => void

/** Completes command names, and the text of options that the bot has suggestions for; for `readline`. */
export const completer =
  (sandbox: Sandbox) =>
  (line: string, done: Done): void => {
    suggestions(sandbox, line).then(
      (found) => done(null, [found, line]),
      () => done(null, [[], line]),
    )
  }

async function suggestions(sandbox: Sandbox, line: string): Promise<string[]> {
  const commands = sandbox.commands({ guildId: sandbox.ids.guild })
  const action = readLine(line, commands)
  if (action.kind !== 'command' || !line.includes(' ')) {
    const names = commands
      .filter(({ type }) => type === ApplicationCommandType.ChatInput)
      .map(({ name }) => name)
    return [...names, ...OWN_COMMANDS].map((name) => `/${name} `).filter((name) => name.startsWith(line))
  }
  const option = action.definitions.find(
    (definition) => 'autocomplete' in definition && definition.autocomplete,
  )
  if (!option) return []
  const typed = { [option.name]: action.options[option.name] ?? '' }
  const choices = await sandbox
    .as(sandbox.ids.member)
    .autocomplete(action.name, typed, option.name)
    .choices(2000)
  return choices.map(({ value }) => `/${action.name} ${value}`)
}
