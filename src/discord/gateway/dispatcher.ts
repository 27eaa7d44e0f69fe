/** The one way in: whatever Discord reports is turned into a request, or left alone. */
import type { Interaction, Message, PartialMessage } from 'discord.js'
import { boundedMap } from '../../lib/bounded.js'
import type { Services } from '../bot/services.js'
import { within } from '../lifecycle/job.js'
import { type Request, serve } from '../lifecycle/request-lifecycle.js'
import { commandRequest } from './handlers/command.js'
import { controlRequest } from './handlers/control.js'
import { pressRequest } from './handlers/manage.js'
import { onDelete, onEdit, onMessage } from './handlers/message.js'
import { settingsRequest } from './handlers/settings.js'
import { suggest } from './handlers/suggest.js'

export interface Dispatcher {
  interaction(interaction: Interaction): void
  message(message: Message): void
  edit(before: Message | PartialMessage, after: Message | PartialMessage): void
  delete(message: Message | PartialMessage): void
  /** Resolves when all that is under way is done, or after this time. */
  idle(mostMs: number): Promise<void>
}

/** What came of late, so that what Discord reports twice is answered once. */
const REMEMBERED = 10_000

export function makeDispatcher(services: Services): Dispatcher {
  const underWay = new Set<Promise<void>>()
  const track = (work: Promise<void> | null) => {
    if (!work) return
    const caught = work.catch((err) => services.log.error({ err }, 'failed'))
    underWay.add(caught)
    void caught.finally(() => underWay.delete(caught))
  }
  const seen = boundedMap<string, true>(REMEMBERED)
  const isNew = ({ id, createdTimestamp }: Interaction | Message): boolean => {
    if (seen.has(id)) {
      services.log.warn({ id }, 'came twice, answered once')
      return false
    }
    seen.set(id, true)
    services.discordClock.arrived(createdTimestamp)
    return true
  }
  return {
    interaction(interaction) {
      if (isNew(interaction)) track(onInteraction(interaction, services))
    },
    message(message) {
      if (isNew(message)) track(onMessage(message, services))
    },
    edit: (_, after) => track(after.partial ? null : onEdit(after, services)),
    delete: (message) => track(onDelete(message, services)),
    async idle(mostMs) {
      await within(mostMs, Promise.all(underWay)).catch(() => services.log.warn('ended with work under way'))
    },
  }
}

/** What the server has set is read before anything hangs on it, the first time. */
async function onInteraction(interaction: Interaction, services: Services): Promise<void> {
  if (interaction.guildId) await services.library?.settings.loadSoon(interaction.guildId)
  if (interaction.isAutocomplete()) return suggest(interaction, services)
  const request = requestOf(interaction, services)
  if (!request) return
  const { createdTimestamp } = interaction
  const ageMs = () => services.discordClock.ageOf(createdTimestamp)
  return serve({ ...request, ageMs }, services)
}

function requestOf(interaction: Interaction, services: Services): Request | null {
  if (interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand()) {
    return commandRequest(interaction, services)
  }
  if (interaction.isModalSubmit())
    return settingsRequest(interaction, services) ?? pressRequest(interaction, services)
  if (!interaction.isMessageComponent()) return null
  return (
    settingsRequest(interaction, services) ??
    pressRequest(interaction, services) ??
    controlRequest(interaction, services)
  )
}
