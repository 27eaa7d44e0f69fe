import {
  type APIApplicationCommand,
  ApplicationCommandType as Kind,
  type Snowflake,
} from 'discord-api-types/v10'
import type { Core } from '../../core/core.js'
import { checkCommand } from '../../interactions/checks/command.js'
import { checkForm, Field } from '../../interactions/form.js'
import { type ErrorTree, Refusal, refuse } from '../refusals.js'
import { type Call, on, Reply, type Route } from '../router.js'

/** New commands a day and scope. */
const DAILY_CREATES = 200
const DAY = 24 * 3600 * 1000
/** How many commands of each type may stand in one scope. */
const MOST: Record<number, number> = { [Kind.ChatInput]: 100, [Kind.User]: 15, [Kind.Message]: 15 }

type Definition = Partial<APIApplicationCommand> & { name: string }
type Commands = Map<Snowflake, APIApplicationCommand>

/** Times of the creations in each set of commands. */
const creations = new WeakMap<Commands, number[]>()

function scopeOf(core: Core, { params }: Call): { guildId: Snowflake | null; commands: Commands } {
  if (params.application_id !== core.world.botId) throw refuse.unknownApplication()
  const guildId = params.guild_id ?? null
  if (guildId !== null && !core.world.guild(guildId).members.has(core.world.botId))
    throw refuse.missingAccess()
  return { guildId, commands: core.world.commandsOf(guildId) }
}

function find(core: Core, call: Call): APIApplicationCommand {
  const command = scopeOf(core, call).commands.get(call.params.command_id!)
  if (!command) throw refuse.unknownCommand()
  return command
}

/** The whole command from its definition, on top of `known` where it replaces or changes one. */
function complete(
  core: Core,
  definition: Definition,
  guildId: Snowflake | null,
  known?: APIApplicationCommand,
): APIApplicationCommand {
  const given = Object.fromEntries(Object.entries(definition).filter(([, value]) => value !== undefined))
  return {
    id: known?.id ?? core.nextId(),
    application_id: core.world.botId,
    version: core.nextId(),
    type: Kind.ChatInput,
    description: '',
    default_member_permissions: null,
    name_localizations: null,
    description_localizations: null,
    nsfw: false,
    ...(guildId === null
      ? { contexts: null, integration_types: [0], dm_permission: true }
      : { guild_id: guildId }),
    ...given,
    ...(given.default_member_permissions != null && {
      default_member_permissions: String(given.default_member_permissions),
    }),
  } as APIApplicationCommand
}

const sameName = (a: Definition) => (b: Definition) =>
  a.name === b.name && (a.type ?? Kind.ChatInput) === (b.type ?? Kind.ChatInput)

function countCreation(core: Core, commands: Commands): void {
  const now = core.clock.now()
  const recent = (creations.get(commands) ?? []).filter((at) => at > now - DAY)
  if (recent.length >= DAILY_CREATES) throw refuse.tooManyCommands()
  creations.set(commands, [...recent, now])
}

function checkCount(commands: Iterable<Definition>): void {
  const counts = new Map<number, number>()
  for (const { type = Kind.ChatInput } of commands) counts.set(type, (counts.get(type) ?? 0) + 1)
  for (const [type, count] of counts) {
    const most = MOST[type] ?? 1
    if (count > most)
      throw new Refusal(400, 30032, `Maximum number of application commands reached (${most})`)
  }
}

function announce(core: Core, guildId: Snowflake | null, commands: Commands): void {
  core.hub.emit('commands', { guildId, commands: structuredClone([...commands.values()]) })
}

function create(core: Core, call: Call<Definition>) {
  checkForm(call.body, (form) => checkCommand(form))
  const { guildId, commands } = scopeOf(core, call)
  const known = [...commands.values()].find(sameName(call.body))
  if (!known) {
    checkCount([...commands.values(), call.body])
    countCreation(core, commands)
  }
  const command = complete(core, call.body, guildId, known)
  commands.set(command.id, command)
  announce(core, guildId, commands)
  return new Reply(known ? 200 : 201, command)
}

function replaceAll(core: Core, call: Call<Definition[]>) {
  checkList(call.body)
  const { guildId, commands } = scopeOf(core, call)
  const known = [...commands.values()]
  checkCount(call.body)
  const fresh = call.body.map((definition) => {
    const before = known.find(sameName(definition))
    if (!before) countCreation(core, commands)
    return complete(core, definition, guildId, before)
  })
  commands.clear()
  for (const command of fresh) commands.set(command.id, command)
  announce(core, guildId, commands)
  return fresh
}

/** @throws Refusal 50035 with the errors of each command under its index. */
function checkList(list: Definition[]): void {
  const errors: ErrorTree = {}
  const form = new Field(list, errors)
  for (const [index, command] of form.items().entries()) {
    if (!command.record()) continue
    checkCommand(command)
    if (list.findIndex(sameName(list[index]!)) < index)
      command
        .get('name')
        .fail('APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique')
  }
  if (Object.keys(errors).length > 0) throw refuse.invalidForm(errors)
}

function change(core: Core, call: Call<Definition>) {
  const known = find(core, call)
  checkForm({ ...call.body, type: known.type }, (form) => checkCommand(form, true))
  const { guildId, commands } = scopeOf(core, call)
  const command = complete(core, { ...known, ...call.body }, guildId, known)
  command.version = core.nextId()
  commands.set(command.id, command)
  announce(core, guildId, commands)
  return command
}

function remove(core: Core, call: Call) {
  const { guildId, commands } = scopeOf(core, call)
  commands.delete(find(core, call).id)
  announce(core, guildId, commands)
}

const list = (core: Core, call: Call) => {
  const withTexts = call.query.with_localizations === 'true'
  return [...scopeOf(core, call).commands.values()].map((command) => {
    const { name_localizations, description_localizations, ...rest } = command
    return withTexts ? command : rest
  })
}

const COLLECTION = { GET: list, POST: create, PUT: replaceAll }
const SINGLE = { GET: find, PATCH: change, DELETE: remove }

export const COMMAND_ROUTES: Route[] = [
  ...on('/applications/{application_id}/commands', COLLECTION),
  ...on('/applications/{application_id}/commands/{command_id}', SINGLE),
  ...on('/applications/{application_id}/guilds/{guild_id}/commands', COLLECTION),
  ...on('/applications/{application_id}/guilds/{guild_id}/commands/{command_id}', SINGLE),
]
