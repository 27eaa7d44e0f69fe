import { gatewayUrl } from '../../gateway/gateway.js'
import { applicationFlags } from '../../gateway/intents.js'
import { applicationPayload } from '../../world/payloads.js'
import { refuse } from '../refusals.js'
import { on, type Route } from '../router.js'

export const APPLICATION_ROUTES: Route[] = [
  ...on('/gateway', { GET: (core) => ({ url: gatewayUrl(core.origin) }) }, true),
  ...on('/gateway/bot', {
    GET: (core) => ({
      url: gatewayUrl(core.origin),
      ...core.gatewayLimits(),
    }),
  }),
  ...on('/applications/@me', {
    GET: (core) => applicationPayload(core.world, applicationFlags(core.privilegedIntents)),
  }),
  ...on('/applications/{application_id}', {
    GET: (core, { params }) => {
      if (params.application_id !== core.world.botId) throw refuse.unknownApplication()
      return applicationPayload(core.world, applicationFlags(core.privilegedIntents))
    },
  }),
]
