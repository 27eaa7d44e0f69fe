import type { AutocompleteInteraction } from 'discord.js'
import { asks, type Command, manages } from '../../bot/command.js'
import type { Services } from '../../bot/services.js'
import { within } from '../../lifecycle/job.js'
import { ACKNOWLEDGE_MS, SUGGESTION_TIMEOUT_MS } from '../../render/limits.js'
import { type Choice, complete } from '../autocomplete.js'
import { Refusal } from '../refusal.js'
import { place, scopeOf } from './interaction.js'
import { completeManaging } from './manage.js'

/** Suggestions can't be put off and are never worth an error: where they are late there are none. */
export async function suggest(interaction: AutocompleteInteraction, services: Services): Promise<void> {
  const { commands, log, discordClock } = services
  const command = commands.get(interaction.commandName)
  const ageMs = Math.round(discordClock.ageOf(interaction.createdTimestamp))
  const facts = { by: 'autocomplete', command: interaction.commandName, ...place(interaction), ageMs }
  if (ageMs > ACKNOWLEDGE_MS) return log.debug(facts, 'suggestions came too late')
  const started = performance.now()
  const found = await within(SUGGESTION_TIMEOUT_MS, choicesFor(command, interaction, services)).catch(
    (err) => {
      if (!(err instanceof Refusal)) log.warn({ ...facts, err }, 'no suggestions')
      return []
    },
  )
  await interaction
    .respond(found)
    .then(() => log.debug({ ...facts, ms: Math.round(performance.now() - started) }, 'suggested'))
    .catch((err) => log.debug({ ...facts, err }, 'suggestions came too late'))
}

async function choicesFor(
  command: Command | undefined,
  interaction: AutocompleteInteraction,
  services: Services,
): Promise<readonly Choice[]> {
  if (!command) return []
  if (manages(command)) return completeManaging(command, interaction, services)
  if (!asks(command)) return []
  return complete(command, interaction.options.getFocused(true), services.archive, scopeOf(interaction))
}
