import {
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  type APIApplicationCommandSubcommandOption,
  type APIInteraction,
  type APIMessageInteractionMetadata,
  ApplicationCommandType as CommandType,
  InteractionContextType as Context,
  ApplicationIntegrationType as Install,
  InteractionType as Kind,
  type Locale,
  ApplicationCommandOptionType as OptionType,
  type Snowflake,
} from 'discord-api-types/v10'
import { type CommandOptions, NotPossible } from '../actors/actor.js'
import { FILE_LIMIT } from '../messages/attachments.js'
import { channelPayload, memberPayload, userPayload } from '../world/payloads.js'
import {
  channelPermissions,
  DEFAULT_PERMISSIONS,
  guildPermissions,
  Permission,
} from '../world/permissions.js'
import { viewOf } from '../world/views.js'
import type { Channel, StoredMessage } from '../world/world.js'
import type { InteractiveCore } from './interactions.js'
import { type Interaction, newToken } from './interactions.js'
import { fillOptions, Resolver } from './resolved.js'

/** Who does something, and where. */
export interface Place {
  channel: Channel
  userId: Snowflake
}

/** A command that a user can run here, and by whose installation. */
export interface Offer {
  command: APIApplicationCommand
  owners: APIInteraction['authorizing_integration_owners']
}

/** The commands a user is offered in a channel. A guild's commands hide global ones of the same name and type. */
export function offers(core: InteractiveCore, { channel, userId }: Place): Offer[] {
  const { world } = core
  const guild = channel.guildId === null ? undefined : world.guild(channel.guildId)
  const hasBot = guild ? guild.members.has(world.botId) : channel.recipients.includes(world.botId)
  const context = guild ? Context.Guild : hasBot ? Context.BotDM : Context.PrivateChannel
  const own = guild && hasBot ? [...world.commandsOf(guild.id).values()] : []
  const global = [...world.commandsOf(null).values()].filter(
    ({ name, type }) => !own.some((command) => command.name === name && command.type === type),
  )
  return [...own, ...global].flatMap((command) => {
    if (command.contexts && !command.contexts.includes(context)) return []
    const types = command.integration_types ?? [Install.GuildInstall]
    const byGuild = hasBot && types.includes(Install.GuildInstall) && mayUse(core, command, channel, userId)
    const byUser = types.includes(Install.UserInstall) && world.installedFor.has(userId)
    if (!byGuild && !byUser) return []
    return {
      command,
      owners: {
        ...(byGuild && { [Install.GuildInstall]: guild?.id ?? '0' }),
        ...(byUser && { [Install.UserInstall]: userId }),
      },
    }
  })
}

/** Whether the guild's settings leave the command to this member: `default_member_permissions`, and the right to use commands at all. */
function mayUse(
  core: InteractiveCore,
  command: APIApplicationCommand,
  channel: Channel,
  userId: Snowflake,
): boolean {
  if (channel.guildId === null) return true
  const held = channelPermissions(core.world, channel, userId)
  if (!(held & Permission.UseApplicationCommands)) return false
  if (command.default_member_permissions === null) return true
  const needed = BigInt(command.default_member_permissions)
  const everywhere = guildPermissions(core.world.guild(channel.guildId), userId)
  if (everywhere & Permission.Administrator) return true
  return needed !== 0n && (held & needed) === needed
}

/** Runs a slash command, or asks for completions of the option `focused`. */
export function invokeCommand(
  core: InteractiveCore,
  place: Place,
  name: string,
  given: CommandOptions,
  focused?: string,
): Interaction {
  const [root, ...path] = name.split(' ')
  const offer = findOffer(core, place, root!, [CommandType.ChatInput])
  const resolver = new Resolver(core, place.channel, place.userId)
  const { command } = offer
  const { leaf, wrap } = descend(command.options ?? [], path, name)
  const target = focused === undefined ? undefined : leaf.find((option) => option.name === focused)
  if (focused !== undefined && !(target as { autocomplete?: boolean } | undefined)?.autocomplete)
    throw new NotPossible(`the option "${focused}" of /${name} has no autocompletion`)
  const options = wrap(fillOptions(resolver, leaf, given, focused))
  const kind = focused === undefined ? Kind.ApplicationCommand : Kind.ApplicationCommandAutocomplete
  return begin(core, place, kind, offer.owners, {
    data: { ...commandData(command), ...(options.length > 0 && { options }), ...resolver.resolved },
    completing: target?.type,
  })
}

/** Runs a command of a message's or a user's context menu. */
export function invokeContextMenu(
  core: InteractiveCore,
  place: Place,
  name: string,
  target: StoredMessage | Snowflake,
): Interaction {
  const onUser = typeof target === 'string'
  const offer = findOffer(core, place, name, [onUser ? CommandType.User : CommandType.Message])
  const resolver = new Resolver(core, place.channel, place.userId)
  const targetId = onUser ? resolver.user(target) : target.message.id
  const resolved = onUser
    ? resolver.found
    : { messages: { [targetId]: viewOf(core, target, { userId: place.userId, readsContent: true }) } }
  const metadata = onUser
    ? { target_user: userPayload(core.world.user(target)) }
    : { target_message_id: targetId }
  return begin(core, place, Kind.ApplicationCommand, offer.owners, {
    data: { ...commandData(offer.command), target_id: targetId, resolved },
    metadata,
  })
}

/** Uses a component of a message, or sends a dialogue. */
export function invokeOn(
  core: InteractiveCore,
  place: Place,
  kind: Kind.MessageComponent | Kind.ModalSubmit,
  data: object,
  source: StoredMessage | undefined,
  earlier: APIMessageInteractionMetadata | undefined,
): Interaction {
  const owners = earlier?.authorizing_integration_owners ?? {
    [Install.GuildInstall]: place.channel.guildId ?? '0',
  }
  return begin(core, place, kind, owners, {
    data,
    source,
    metadata:
      kind === Kind.ModalSubmit
        ? { triggering_interaction_metadata: earlier }
        : { interacted_message_id: source?.message.id },
  })
}

function findOffer(core: InteractiveCore, place: Place, name: string, types: CommandType[]): Offer {
  const found = offers(core, place).find(
    ({ command }) => command.name === name && types.includes(command.type),
  )
  if (!found) throw new NotPossible(`this user is offered no command "${name}" here`)
  return found
}

const commandData = ({ id, name, type, guild_id }: APIApplicationCommand) => ({
  id,
  name,
  type,
  ...(guild_id && { guild_id }),
})

/** Follows the names of subcommands: the options there, and how to wrap their values again. */
function descend(options: APIApplicationCommandOption[], path: string[], name: string) {
  const steps: APIApplicationCommandSubcommandOption[] = []
  let leaf = options
  for (const step of path) {
    const found = leaf.find(
      (option) =>
        option.name === step &&
        (option.type === OptionType.Subcommand || option.type === OptionType.SubcommandGroup),
    ) as APIApplicationCommandSubcommandOption | undefined
    if (!found) throw new NotPossible(`there is no subcommand /${name}`)
    steps.push(found)
    leaf = found.options ?? []
  }
  if (leaf.some(({ type }) => type === OptionType.Subcommand || type === OptionType.SubcommandGroup))
    throw new NotPossible(`/${name} needs a subcommand`)
  const wrap = (values: unknown[]) =>
    steps.reduceRight<unknown[]>(
      (inner, { name: step, type }) => [{ name: step, type, options: inner }],
      values,
    )
  return { leaf, wrap }
}

interface Details {
  data: object
  source?: StoredMessage | undefined
  completing?: number | undefined
  metadata?: object
}

function begin(
  core: InteractiveCore,
  place: Place,
  kind: Kind,
  owners: Offer['owners'],
  details: Details,
): Interaction {
  const { world } = core
  const { channel, userId } = place
  const { data, source, completing, metadata } = details
  const id = core.nextId()
  const user = world.user(userId)
  const held = channelPermissions(world, channel, userId)
  const guild = channel.guildId === null ? undefined : world.guild(channel.guildId)
  const hasBot = guild ? guild.members.has(world.botId) : channel.recipients.includes(world.botId)
  const botMay = hasBot ? channelPermissions(world, channel, world.botId) : DEFAULT_PERMISSIONS
  const payload = {
    id,
    application_id: world.botId,
    type: kind,
    token: newToken(id),
    version: 1,
    data,
    channel_id: channel.id,
    channel: {
      ...channelPayload(world, channel),
      ...(guild && { permissions: String(held) }),
    },
    app_permissions: String(botMay),
    locale: user.locale as Locale,
    entitlements: [],
    authorizing_integration_owners: owners,
    context: guild ? Context.Guild : hasBot ? Context.BotDM : Context.PrivateChannel,
    attachment_size_limit: FILE_LIMIT,
    ...(source && { message: viewOf(core, source, { userId, readsContent: true }) }),
    ...(guild
      ? {
          guild_id: guild.id,
          guild: { id: guild.id, locale: 'en-US', features: [] },
          guild_locale: 'en-US',
          member: { ...memberPayload(world, world.member(guild.id, userId)), permissions: String(held) },
        }
      : { user: userPayload(user) }),
  } as unknown as APIInteraction
  const byUserOnly = !(Install.GuildInstall in owners)
  return core.interactions.begin(core, {
    payload,
    userId,
    source,
    completing,
    quiet: byUserOnly && guild !== undefined && !(held & Permission.UseExternalApps),
    metadata: {
      id,
      type: kind,
      user: userPayload(user),
      authorizing_integration_owners: owners,
      ...metadata,
    } as APIMessageInteractionMetadata,
  })
}
