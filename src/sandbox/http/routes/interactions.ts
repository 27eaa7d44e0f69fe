import type { InteractiveCore } from '../../interactions/interactions.js'
import { callbackResponse } from '../../interactions/interactions.js'
import type { MessageBody } from '../../messages/messages.js'
import { botViewer, viewOf } from '../../world/views.js'
import { refuse } from '../refusals.js'
import { type Call, on, type Route } from '../router.js'

/** The interaction whose token is in the path. */
function behind(core: InteractiveCore, { params }: Call) {
  if (params.webhook_id !== core.world.botId) throw refuse.unknownWebhook()
  return core.interactions.behind(params.webhook_token!)
}

const MESSAGE = {
  GET: (core: InteractiveCore, call: Call) => {
    const stored = core.interactions.messageOf(
      core,
      behind(core, call),
      call.params.message_id ?? '@original',
    )
    return viewOf(core, stored, botViewer(core))
  },
  PATCH: (core: InteractiveCore, call: Call<MessageBody>) => {
    const interaction = behind(core, call)
    const stored = core.interactions.messageOf(core, interaction, call.params.message_id ?? '@original')
    core.interactions.edit(core, interaction, stored, call.body, call.files)
    return viewOf(core, stored, botViewer(core))
  },
  DELETE: (core: InteractiveCore, call: Call) => {
    const stored = core.interactions.messageOf(
      core,
      behind(core, call),
      call.params.message_id ?? '@original',
    )
    core.interactions.delete(core, stored)
  },
}

export const INTERACTION_ROUTES: Route[] = [
  ...on(
    '/interactions/{interaction_id}/{interaction_token}/callback',
    {
      POST: (core, { params, query, body, files }) => {
        const { interactions } = core
        const done = interactions.callback(
          core,
          params.interaction_id!,
          params.interaction_token!,
          body,
          files,
        )
        return query.with_response === 'true' ? callbackResponse(core, done) : undefined
      },
    },
    true,
  ),
  ...on(
    '/webhooks/{webhook_id}/{webhook_token}',
    {
      POST: (core, call) => {
        const interaction = behind(core, call)
        const stored = core.interactions.followUp(core, interaction, call.body, call.files)
        return viewOf(core, stored, botViewer(core))
      },
    },
    true,
  ),
  ...on('/webhooks/{webhook_id}/{webhook_token}/messages/@original', MESSAGE, true),
  ...on('/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}', MESSAGE, true),
]
