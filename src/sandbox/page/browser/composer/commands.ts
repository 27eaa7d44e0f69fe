import type {
  APIApplicationCommand,
  APIApplicationCommandBasicOption,
  APIApplicationCommandOption,
} from 'discord-api-types/v10'
import { Command, Option } from '../messages/discord.js'

/** A slash command that can be run: a command without subcommands, or one subcommand. */
export interface SlashCommand {
  /** With its subcommand, parted by a space: `articles add`. */
  name: string
  description: string
  /** Required ones first. */
  options: APIApplicationCommandBasicOption[]
}

/** All slash commands among those offered, by name. */
export const slashCommands = (offered: readonly APIApplicationCommand[]): SlashCommand[] =>
  offered
    .filter(({ type }) => type === Command.slash)
    .flatMap(({ name, description, options }) => leaves(name, description, options ?? []))
    .sort((a, b) => a.name.localeCompare(b.name))

function leaves(
  name: string,
  description: string,
  options: readonly APIApplicationCommandOption[],
): SlashCommand[] {
  const subcommands = options.flatMap((option) =>
    option.type === Option.subcommand || option.type === Option.group ? [option] : [],
  )
  if (subcommands.length === 0)
    return [{ name, description, options: options as APIApplicationCommandBasicOption[] }]
  return subcommands.flatMap((sub) => leaves(`${name} ${sub.name}`, sub.description, sub.options ?? []))
}

/** Commands for what was typed after the slash: names that begin with it, then names and descriptions that hold it. */
export function matching(commands: readonly SlashCommand[], typed: string): SlashCommand[] {
  const wanted = typed.toLowerCase()
  const rank = ({ name, description }: SlashCommand): number => {
    if (name.startsWith(wanted)) return 0
    if (name.includes(wanted)) return 1
    return description.toLowerCase().includes(wanted) ? 2 : 3
  }
  return commands.filter((command) => rank(command) < 3).sort((a, b) => rank(a) - rank(b))
}

/** The command that a whole line names, with the text after its name; the longest name counts. */
export function commandOfLine(
  commands: readonly SlashCommand[],
  line: string,
): { command: SlashCommand; rest: string } | undefined {
  const named = commands
    .filter(({ name }) => line === `/${name}` || line.startsWith(`/${name} `))
    .sort((a, b) => b.name.length - a.name.length)[0]
  return named && { command: named, rest: line.slice(named.name.length + 2) }
}
