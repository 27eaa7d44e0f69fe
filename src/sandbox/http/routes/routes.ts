import type { Route } from '../router.js'
import { APPLICATION_ROUTES } from './applications.js'
import { CHANNEL_ROUTES } from './channels.js'
import { COMMAND_ROUTES } from './commands.js'
import { GUILD_ROUTES } from './guilds.js'
import { INTERACTION_ROUTES } from './interactions.js'
import { MESSAGE_ROUTES } from './messages.js'
import { REACTION_ROUTES } from './reactions.js'
import { THREAD_ROUTES } from './threads.js'
import { USER_ROUTES } from './users.js'

/** Everything that the sandbox's REST API knows. */
export const ROUTES: readonly Route[] = [
  ...APPLICATION_ROUTES,
  ...USER_ROUTES,
  ...COMMAND_ROUTES,
  ...INTERACTION_ROUTES,
  ...MESSAGE_ROUTES,
  ...CHANNEL_ROUTES,
  ...THREAD_ROUTES,
  ...REACTION_ROUTES,
  ...GUILD_ROUTES,
]
