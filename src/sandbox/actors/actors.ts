import {
  type APIMessage,
  type APIMessageComponent,
  type APIModalInteractionResponseCallbackData,
  ButtonStyle,
  ComponentType,
  InteractionType as Kind,
  MessageFlags,
  type Snowflake,
} from 'discord-api-types/v10'
import type { Exchange } from '../interactions/exchange.js'
import type { InteractiveCore } from '../interactions/interactions.js'
import {
  invokeCommand,
  invokeContextMenu,
  invokeOn,
  offers,
  type Place,
} from '../interactions/invocations.js'
import { fileOf, Resolver } from '../interactions/resolved.js'
import { createMessage, deleteMessages, editMessage } from '../messages/messages.js'
import { addReaction, removeReaction } from '../messages/reactions.js'
import { createThread, threadView } from '../messages/threads.js'
import { startTyping } from '../world/channels.js'
import { canSee, canSend, channelPermissions, Permission } from '../world/permissions.js'
import { viewOf } from '../world/views.js'
import { isForum, type StoredMessage } from '../world/world.js'
import { type Actor, type MessageRef, NotPossible } from './actor.js'

/** Acts as the user in the channel. @throws NotPossible when there is no such user, or the user does not see the channel. */
export function actor(core: InteractiveCore, userId: Snowflake, channelId: Snowflake): Actor {
  const { world } = core
  const place = (): Place => {
    const channel = world.channels.get(channelId)
    if (!world.users.has(userId) || !channel || !canSee(world, channel, userId))
      throw new NotPossible(`the user ${userId} does not see the channel ${channelId}`)
    return { channel, userId }
  }
  const may = (needed: bigint, what: string) => {
    const { channel } = place()
    if (!(channelPermissions(world, channel, userId) & needed))
      throw new NotPossible(`the user may not ${what} here`)
    return channel
  }
  const find = (ref: MessageRef): StoredMessage => {
    const stored = world.findMessage(typeof ref === 'string' ? ref : ref.id)
    if (!stored || (stored.onlyFor !== null && stored.onlyFor !== userId))
      throw new NotPossible('the user sees no such message')
    return stored
  }
  const own = (ref: MessageRef): StoredMessage => {
    const stored = find(ref)
    if (stored.message.author.id !== userId) throw new NotPossible("the message is not the user's own")
    return stored
  }
  const show = (stored: StoredMessage) => viewOf(core, stored, { userId, readsContent: true })
  const use = (ref: MessageRef, customId: string, data: (component: Usable) => object): Exchange => {
    place()
    const stored = find(ref)
    const component = usableComponents(stored.message).find(({ custom_id }) => custom_id === customId)
    if (!component) throw new NotPossible(`the message has no component "${customId}"`)
    if (component.disabled) throw new NotPossible(`the component "${customId}" is disabled`)
    const at = { channel: world.channel(stored.message.channel_id), userId }
    const body = { custom_id: customId, component_type: component.type, id: component.id, ...data(component) }
    return invokeOn(core, at, Kind.MessageComponent, body, stored, stored.message.interaction_metadata).log
  }

  return {
    userId,
    channelId,
    commands: () => offers(core, place()).map(({ command }) => command),
    command: (name, options = {}) => invokeCommand(core, place(), name, options).log,
    autocomplete: (name, options, focused) => invokeCommand(core, place(), name, options, focused).log,
    contextMenu(name, target) {
      const id = typeof target === 'string' ? target : target.id
      return invokeContextMenu(core, place(), name, world.users.has(id) ? id : find(target)).log
    },
    click: (ref, customId) =>
      use(ref, customId, (component) => {
        if (component.type !== ComponentType.Button) throw new NotPossible(`"${customId}" is no button`)
        return {}
      }),
    select: (ref, customId, values) =>
      use(ref, customId, (component) =>
        selection(new Resolver(core, place().channel, userId), component, values),
      ),
    async submitModal(opened, fields) {
      const modal = await opened.modal()
      const earlier = core.interactions.of(opened.token)
      return invokeOn(
        core,
        place(),
        Kind.ModalSubmit,
        filledModal(modal, fields),
        earlier?.source,
        earlier?.metadata,
      ).log
    },
    send(content, { replyTo, pingReplied = true, attachments = [] } = {}) {
      const { channel } = place()
      if (!canSend(world, channel, userId)) throw new NotPossible('the user may not send messages here')
      const stored = createMessage(core, {
        channel,
        authorId: userId,
        body: {
          content,
          ...(replyTo && {
            message_reference: { message_id: find(replyTo).message.id },
            allowed_mentions: { parse: ['users', 'roles', 'everyone'] as never, replied_user: pingReplied },
          }),
        },
        files: attachments.map((upload, index) => ({ field: `files[${index}]`, ...fileOf(upload) })),
      })
      return show(stored)
    },
    edit(ref, content) {
      const stored = own(ref)
      editMessage(core, stored, { content })
      return show(stored)
    },
    delete(ref) {
      const stored = find(ref)
      if (stored.message.author.id !== userId && stored.onlyFor === null)
        may(Permission.ManageMessages, 'delete this message')
      deleteMessages(core, [stored])
    },
    react(ref, emoji) {
      may(Permission.AddReactions, 'add reactions')
      addReaction(core, find(ref), userId, emoji)
    },
    unreact: (ref, emoji) => removeReaction(core, find(ref), userId, emoji),
    type: () => startTyping(core, place().channel, userId),
    startThread(name, { message, content } = {}) {
      const channel = may(
        isForum(place().channel) ? Permission.SendMessages : Permission.CreatePublicThreads,
        'start threads',
      )
      const thread = createThread(core, channel, {
        name,
        ownerId: userId,
        ...(message && { from: find(message) }),
      })
      if (content !== undefined)
        createMessage(core, {
          channel: thread,
          authorId: userId,
          body: { content },
          ...(isForum(channel) && { id: thread.id }),
        })
      return threadView(core, thread)
    },
    messages: () => history(core, place().channel.id, userId),
  }
}

/** A channel's messages as somebody sees them, oldest first. */
export function history(core: InteractiveCore, channelId: Snowflake, userId: Snowflake): APIMessage[] {
  return [...(core.world.messages.get(channelId)?.values() ?? [])]
    .filter(({ onlyFor }) => onlyFor === null || onlyFor === userId)
    .map((stored) => viewOf(core, stored, { userId, readsContent: true }))
}

/** The message as this user sees it; undefined where the user does not. */
export function seen(core: InteractiveCore, id: Snowflake, userId: Snowflake): APIMessage | undefined {
  const stored = core.world.findMessage(id)
  if (!stored || (stored.onlyFor !== null && stored.onlyFor !== userId)) return undefined
  if (!canSee(core.world, core.world.channel(stored.message.channel_id), userId)) return undefined
  return viewOf(core, stored, { userId, readsContent: true })
}

interface Usable {
  id?: number
  type: ComponentType
  custom_id: string
  disabled?: boolean
  options?: { value: string }[]
  min_values?: number
  max_values?: number
  channel_types?: number[]
}

/** All components of a message that can be used, wherever they are nested; link buttons can only be followed. */
function usableComponents({ components = [], flags }: APIMessage): Usable[] {
  if ((flags ?? 0) & MessageFlags.Loading) return []
  const inside = (component: APIMessageComponent): Usable[] => {
    const nested = 'components' in component ? component.components : []
    const accessory = 'accessory' in component ? [component.accessory] : []
    const isLink = component.type === ComponentType.Button && component.style === ButtonStyle.Link
    const self = 'custom_id' in component && !isLink ? [component as unknown as Usable] : []
    return [...self, ...[...nested, ...accessory].flatMap((child) => inside(child as APIMessageComponent))]
  }
  return components.flatMap(inside)
}

function selection(resolver: Resolver, component: Usable, values: string[]): object {
  const { min_values: least = 1, max_values: most = 1 } = component
  if (values.length < least || values.length > most)
    throw new NotPossible(`the select takes ${least} to ${most} values`)
  const choose: Partial<Record<ComponentType, (value: string) => unknown>> = {
    [ComponentType.StringSelect]: (value) => component.options?.some((option) => option.value === value),
    [ComponentType.UserSelect]: (value) => resolver.user(value),
    [ComponentType.RoleSelect]: (value) => resolver.role(value),
    [ComponentType.MentionableSelect]: (value) => resolver.mentionable(value),
    [ComponentType.ChannelSelect]: (value) => resolver.channel(value, component.channel_types),
  }
  for (const value of values)
    if (!choose[component.type]?.(value)) throw new NotPossible(`the select has no option "${value}"`)
  return { values, ...resolver.resolved }
}

/** What a dialogue sends: its components with the values given, or those it came with. */
function filledModal(
  modal: APIModalInteractionResponseCallbackData,
  fields: Record<string, string | string[]>,
) {
  const fill = (input: Usable & { value?: string }) => {
    const given = fields[input.custom_id]
    const base = { type: input.type, custom_id: input.custom_id, id: input.id ?? 0 }
    if (input.type !== ComponentType.TextInput) return { ...base, values: [given ?? []].flat() }
    return { ...base, value: String(given ?? input.value ?? '') }
  }
  const components = modal.components.flatMap((component): object[] => {
    if (component.type === ComponentType.ActionRow)
      return [{ type: component.type, components: component.components.map((input) => fill(input as never)) }]
    if (component.type === ComponentType.Label)
      return [{ type: component.type, component: fill(component.component as never) }]
    return []
  })
  return { custom_id: modal.custom_id, components }
}
