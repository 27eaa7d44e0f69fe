import {
  type APIApplicationCommandInteractionDataOption,
  type APIApplicationCommandOption,
  type APIInteractionDataResolved,
  type APIInteractionDataResolvedChannel,
  type APIInteractionDataResolvedGuildMember,
  ApplicationCommandOptionType as OptionType,
  type Snowflake,
} from 'discord-api-types/v10'
import { type CommandOptions, NotPossible, type Upload } from '../actors/actor.js'
import type { Core } from '../core/core.js'
import { storeFile } from '../messages/attachments.js'
import { channelPayload, memberFields, userPayload } from '../world/payloads.js'
import { channelPermissions } from '../world/permissions.js'
import type { Channel } from '../world/world.js'
import { characters } from './form.js'

/** Collects the objects that an interaction's options or values name by id. */
export class Resolver {
  readonly #core: Core
  readonly #channel: Channel
  readonly #userId: Snowflake
  readonly found: APIInteractionDataResolved = {}

  constructor(core: Core, channel: Channel, userId: Snowflake) {
    this.#core = core
    this.#channel = channel
    this.#userId = userId
  }

  /** `found`, where there is anything in it. */
  get resolved(): { resolved?: APIInteractionDataResolved } {
    return Object.keys(this.found).length > 0 ? { resolved: this.found } : {}
  }

  user(id: Snowflake): Snowflake {
    const { world } = this.#core
    const user = world.users.get(id)
    if (!user) throw new NotPossible(`there is no user ${id}`)
    this.found.users = { ...this.found.users, [id]: userPayload(user) }
    const { guildId } = this.#channel
    const member = guildId === null ? undefined : world.guild(guildId).members.get(id)
    if (member) {
      const { deaf: _, mute: __, ...fields } = memberFields(member)
      const resolved: APIInteractionDataResolvedGuildMember = {
        ...fields,
        permissions: String(channelPermissions(world, this.#channel, id)),
      }
      this.found.members = { ...this.found.members, [id]: resolved }
    }
    return id
  }

  role(id: Snowflake): Snowflake {
    const { guildId } = this.#channel
    const role = guildId === null ? undefined : this.#core.world.guild(guildId).roles.get(id)
    if (!role) throw new NotPossible(`there is no role ${id} here`)
    this.found.roles = { ...this.found.roles, [id]: role }
    return id
  }

  mentionable(id: Snowflake): Snowflake {
    return this.#core.world.users.has(id) ? this.user(id) : this.role(id)
  }

  channel(id: Snowflake, types?: readonly number[]): Snowflake {
    const { world } = this.#core
    const channel = world.channels.get(id)
    if (!channel || channel.guildId !== this.#channel.guildId || (types && !types.includes(channel.type)))
      throw new NotPossible(`there is no channel ${id} to choose here`)
    const resolved = {
      ...channelPayload(world, channel),
      permissions: String(channelPermissions(world, channel, this.#userId)),
    } as APIInteractionDataResolvedChannel
    this.found.channels = { ...this.found.channels, [id]: resolved }
    return id
  }

  attachment(upload: Upload): Snowflake {
    const file = storeFile(this.#core, this.#channel.id, fileOf(upload), { ephemeral: true })
    this.found.attachments = { ...this.found.attachments, [file.id]: file }
    return file.id
  }
}

export const fileOf = ({ name, data, type = '' }: Upload) => ({ name, type, data: Buffer.from(data) })

/**
 * The options of a command as an interaction carries them.
 * @param focused name of the option being completed; required options may then be missing
 * @throws NotPossible for what Discord's client would not let a user send
 */
export function fillOptions(
  resolver: Resolver,
  defined: readonly APIApplicationCommandOption[],
  given: CommandOptions,
  focused?: string,
): APIApplicationCommandInteractionDataOption[] {
  const unknown = Object.keys(given).find((name) => !defined.some((option) => option.name === name))
  if (unknown !== undefined) throw new NotPossible(`the command has no option "${unknown}"`)
  return defined.flatMap((option) => {
    const value = given[option.name]
    if (value === undefined && focused !== option.name) {
      if (option.required && focused === undefined)
        throw new NotPossible(`the option "${option.name}" is required`)
      return []
    }
    if (focused === option.name)
      return [{ name: option.name, type: option.type, value: String(value ?? ''), focused: true } as never]
    return [{ name: option.name, type: option.type, value: fillOption(resolver, option, value!) } as never]
  })
}

function fillOption(
  resolver: Resolver,
  option: APIApplicationCommandOption,
  value: CommandOptions[string],
): unknown {
  const refuse = (why: string): never => {
    throw new NotPossible(`the option "${option.name}" ${why}`)
  }
  switch (option.type) {
    case OptionType.String: {
      const text = String(value)
      const { min_length = 0, max_length = 6000 } = option as { min_length?: number; max_length?: number }
      const length = characters(text)
      if (length < min_length || length > max_length)
        refuse(`takes ${min_length} to ${max_length} characters`)
      return chosen(option, text) ?? refuse('takes only its choices')
    }
    case OptionType.Integer:
    case OptionType.Number: {
      const number = Number(value)
      if (!Number.isFinite(number) || (option.type === OptionType.Integer && !Number.isInteger(number)))
        refuse('takes a number')
      if (number < (option.min_value ?? -Infinity) || number > (option.max_value ?? Infinity))
        refuse(`takes ${option.min_value ?? 'any'} to ${option.max_value ?? 'any'}`)
      return chosen(option, number) ?? refuse('takes only its choices')
    }
    case OptionType.Boolean:
      if (value !== true && value !== false && value !== 'true' && value !== 'false')
        refuse('takes true or false')
      return String(value) === 'true'
    case OptionType.User:
      return resolver.user(String(value))
    case OptionType.Role:
      return resolver.role(String(value))
    case OptionType.Mentionable:
      return resolver.mentionable(String(value))
    case OptionType.Channel:
      return resolver.channel(String(value), option.channel_types)
    case OptionType.Attachment:
      return typeof value === 'object' ? resolver.attachment(value) : refuse('takes a file')
    default:
      return refuse('is a subcommand')
  }
}

/** The value, if the option's choices (by value or by name) allow it. */
function chosen(option: APIApplicationCommandOption, value: string | number): string | number | undefined {
  const choices = (option as { choices?: { name: string; value: string | number }[] }).choices ?? []
  if (choices.length === 0) return value
  return choices.find((choice) => choice.value === value || choice.name === value)?.value
}
