import type { Core } from '../../core/core.js'
import { checkForm } from '../../interactions/form.js'
import { openDm } from '../../world/channels.js'
import { channelPayload, memberPayload, partialGuildPayload, userPayload } from '../../world/payloads.js'
import { guildPermissions } from '../../world/permissions.js'
import { refuse } from '../refusals.js'
import { on, type Route } from '../router.js'

const me = ({ world, privilegedIntents: _ }: Core) => {
  const bot = world.user(world.botId)
  return {
    ...userPayload(bot),
    mfa_enabled: false,
    locale: bot.locale,
    verified: true,
    email: null,
    premium_type: 0,
  }
}

export const USER_ROUTES: Route[] = [
  ...on('/users/@me', { GET: me }),
  ...on('/users/{user_id}', { GET: ({ world }, { params }) => userPayload(world.user(params.user_id!)) }),
  ...on('/users/@me/channels', {
    POST: (core, { body }: { body: { recipient_id: string } }) => {
      checkForm(body, (form) => void form.get('recipient_id').text({ required: true }))
      const { world } = core
      const user = world.users.get(body.recipient_id)
      if (!user)
        throw refuse.invalidForm({
          recipient_id: { _errors: [{ code: 'BASE_TYPE_REQUIRED', message: 'Unknown user' }] },
        })
      if (user.bot) throw refuse.cannotDm()
      return channelPayload(world, openDm(core, user.id, world.botId))
    },
  }),
  ...on('/users/@me/guilds', {
    GET: ({ world }) =>
      [...world.guilds.values()]
        .filter((guild) => guild.members.has(world.botId))
        .map((guild) => ({
          ...partialGuildPayload(guild),
          owner: guild.ownerId === world.botId,
          permissions: String(guildPermissions(guild, world.botId)),
        })),
  }),
  ...on('/users/@me/guilds/{guild_id}/member', {
    GET: ({ world }, { params }) => memberPayload(world, world.member(params.guild_id!, world.botId)),
  }),
]
