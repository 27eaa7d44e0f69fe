import { readdir } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10'
import { z } from 'zod'
import { asks, type Command } from './command.js'
import { PERMISSIONS } from './permissions.js'

export type Commands = ReadonlyMap<string, Command>

/** A file in the commands' folder that is no command. */
class CommandError extends Error {
  override readonly name = 'CommandError'

  constructor(file: string, reason: string) {
    super(`${file} is not a valid command: ${reason}`)
  }
}

/**
 * Every command of a folder of compiled files, by name.
 * @throws CommandError naming the first file that is not a valid command, and what is wrong with it
 */
export async function loadCommands(folder: string): Promise<Commands> {
  const files = (await readdir(folder)).filter((file) => extname(file) === '.js').sort()
  const commands = new Map<string, Command>()
  for (const file of files) {
    const command = checkCommand(file, await importDefault(join(folder, file)))
    commands.set(command.definition.name, command)
  }
  return commands
}

async function importDefault(file: string): Promise<unknown> {
  try {
    return (await import(pathToFileURL(file).href)).default
  } catch (error) {
    throw new CommandError(basename(file), `it can't be loaded: ${(error as Error).message}`)
  }
}

const NAME = /^[-_\p{Ll}\p{Lo}\p{N}]{1,32}$/u
const name = z.string().regex(NAME, { error: 'must be 1 to 32 small letters, digits, - or _' })
const description = z.string().min(1).max(100)
const func = z.custom<(...args: never[]) => unknown>(
  (value) => typeof value === 'function',
  'must be a function',
)

const option = z.looseObject({
  type: z.literal(ApplicationCommandOptionType.String, { error: 'must be a string option' }),
  name: name.refine((given) => given !== 'private', {
    error: '"private" is added to every question already',
  }),
  description,
  required: z.boolean().optional(),
  max_length: z.number().int().min(1).max(6000).optional(),
})

const definition = z.looseObject({
  name,
  description,
  options: z
    .array(option)
    .max(24)
    .refine((options) => new Set(options.map((one) => one.name)).size === options.length, {
      error: 'two of them have the same name',
    })
    .refine((options) => options.every((one, i) => !one.required || i === 0 || options[i - 1]!.required), {
      error: 'the required ones must come first',
    })
    .optional(),
})

const common = { definition, defer: z.enum(['public', 'private']) }
const asking = z.strictObject({
  ...common,
  suggest: z.record(z.string(), z.enum(['topic', 'speaker', 'quotation', 'outlet', 'article'])).optional(),
  question: func,
})
const acting = z.strictObject({
  ...common,
  permission: z.enum(Object.keys(PERMISSIONS) as [keyof typeof PERMISSIONS]).optional(),
  run: func,
})

const Option = ApplicationCommandOptionType
const subcommand = z.looseObject({
  type: z.literal(Option.Subcommand, { error: 'must be a subcommand' }),
  name,
  description,
  options: z
    .array(
      z.looseObject({
        type: z.union([
          z.literal(Option.String),
          z.literal(Option.Attachment),
          z.literal(Option.Channel),
          z.literal(Option.Role),
        ]),
        name,
        description,
      }),
    )
    .optional(),
})
const managing = z.strictObject({
  definition: z.looseObject({ name, description, options: z.array(subcommand).max(25) }),
  defer: z.literal('private'),
  permission: z.enum(Object.keys(PERMISSIONS) as [keyof typeof PERMISSIONS]),
  byRole: z.literal(false).optional(),
  manage: func,
  complete: func.optional(),
})

const inMenu = z.strictObject({
  definition: z.strictObject({
    type: z.literal(ApplicationCommandType.Message, { error: 'must be that of a command of messages' }),
    name: z.string().min(1).max(32),
  }),
  defer: z.literal('private'),
  questions: func,
})

const KINDS = [
  ['question', asking],
  ['run', acting],
  ['manage', managing],
  ['questions', inMenu],
] as const

/** @throws CommandError saying what is wrong with what the file exports by default */
export function checkCommand(file: string, exported: unknown): Command {
  if (typeof exported !== 'object' || exported === null) {
    throw new CommandError(file, 'it has no default export that is an object')
  }
  const kind = KINDS.find(([part]) => part in exported)?.[1]
  if (!kind) throw new CommandError(file, 'it has neither `question`, `questions`, `run` nor `manage`')
  const result = kind.safeParse(exported)
  if (!result.success) {
    const { path, message } = result.error.issues[0]!
    throw new CommandError(file, `${path.map(String).join('.') || 'it'}: ${message}`)
  }
  const command = exported as Command
  if (fileName(command) !== basename(file, extname(file))) {
    throw new CommandError(file, `its name is "${command.definition.name}"; the file must have the same name`)
  }
  const unknown = unknownSuggestion(command)
  if (unknown) throw new CommandError(file, `suggest.${unknown}: there is no option of that name`)
  return command
}

/** `Find sources` stands in `find-sources`. */
function fileName({ definition: { name } }: Command): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_]+/gu, '-')
    .replace(/^-|-$/g, '')
}

function unknownSuggestion(command: Command): string | undefined {
  const suggest = 'suggest' in command ? command.suggest : undefined
  const options = asks(command) ? (command.definition.options ?? []) : []
  return Object.keys(suggest ?? {}).find((key) => !options.some((one) => one.name === key))
}
