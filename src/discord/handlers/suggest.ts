import type { AutocompleteInteraction } from 'discord.js'
import { complete } from '../autocomplete.js'
import { asks } from '../command.js'
import type { Desk } from '../desk.js'
import { ACKNOWLEDGE_MS, SUGGESTION_TIMEOUT_MS } from '../limits.js'
import { within } from '../serve.js'
import { place, scopeOf } from './interaction.js'

/** Suggestions can't be put off and are never worth an error: where they are late there are none. */
export async function suggest(
  interaction: AutocompleteInteraction,
  { commands, archive, log, discordClock }: Desk,
): Promise<void> {
  const command = commands.get(interaction.commandName)
  const ageMs = Math.round(discordClock.ageOf(interaction.createdTimestamp))
  const facts = { by: 'autocomplete', command: interaction.commandName, ...place(interaction), ageMs }
  if (ageMs > ACKNOWLEDGE_MS) return log.debug(facts, 'suggestions came too late')
  const started = performance.now()
  const found =
    command && asks(command)
      ? await within(
          SUGGESTION_TIMEOUT_MS,
          complete(command, interaction.options.getFocused(true), archive, scopeOf(interaction)),
        ).catch((err) => {
          log.warn({ ...facts, err }, 'no suggestions')
          return []
        })
      : []
  await interaction
    .respond(found)
    .then(() => log.debug({ ...facts, ms: Math.round(performance.now() - started) }, 'suggested'))
    .catch((err) => log.debug({ ...facts, err }, 'suggestions came too late'))
}
