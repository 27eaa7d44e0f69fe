import type { Core } from '../../core/core.js'
import { addReaction, clearReactions, removeReaction } from '../../messages/reactions.js'
import { userPayload } from '../../world/payloads.js'
import { Permission } from '../../world/permissions.js'
import { type Call, on, type Route } from '../router.js'
import { channelOf, messageOf } from './messages.js'

const emojiOf = ({ params }: Call): string => params.emoji_name!

function add(core: Core, call: Call): void {
  const stored = messageOf(core, call)
  const there = stored.reactions.has(emojiOf(call))
  const needed = Permission.ReadMessageHistory | (there ? 0n : Permission.AddReactions)
  channelOf(core, call, needed)
  addReaction(core, stored, core.world.botId, emojiOf(call))
}

function clear(core: Core, call: Call): void {
  channelOf(core, call, Permission.ManageMessages)
  clearReactions(
    core,
    messageOf(core, call),
    call.params.emoji_name === undefined ? undefined : emojiOf(call),
  )
}

const MESSAGE = '/channels/{channel_id}/messages/{message_id}'

export const REACTION_ROUTES: Route[] = [
  ...on(`${MESSAGE}/reactions`, { DELETE: clear }),
  ...on(`${MESSAGE}/reactions/{emoji_name}`, {
    GET: (core, call) => {
      const users = messageOf(core, call).reactions.get(emojiOf(call)) ?? []
      return [...users].map((id) => userPayload(core.world.user(id)))
    },
    DELETE: clear,
  }),
  ...on(`${MESSAGE}/reactions/{emoji_name}/@me`, {
    PUT: add,
    DELETE: (core, call) => removeReaction(core, messageOf(core, call), core.world.botId, emojiOf(call)),
  }),
  ...on(`${MESSAGE}/reactions/{emoji_name}/{user_id}`, {
    DELETE: (core, call) => {
      channelOf(core, call, Permission.ManageMessages)
      removeReaction(core, messageOf(core, call), call.params.user_id!, emojiOf(call))
    },
  }),
]
