/** Slash commands and commands of a message's menu. */

import type {
  ChatInputCommandInteraction,
  CommandInteraction,
  MessageContextMenuCommandInteraction,
} from 'discord.js'
import {
  type ActingCommand,
  type AskingCommand,
  acts,
  asks,
  type Command,
  type MessageCommand,
  manages,
} from '../../bot/command.js'
import { PRIVATE } from '../../bot/registration.js'
import type { Asker, Services } from '../../bot/services.js'
import { answerPage } from '../../lifecycle/answering.js'
import type { Request } from '../../lifecycle/request-lifecycle.js'
import * as limits from '../../render/limits.js'
import type { Reply } from '../../render/reply.js'
import { deferReply } from '../acknowledge.js'
import { textOfMessage } from '../mentions.js'
import { problem, tidy } from '../option-parsing.js'
import { lacksPermission, Refusal } from '../refusal.js'
import {
  inDeferredReply,
  inOneRequest,
  isOpenHere,
  nameIn,
  permitted,
  place,
  scopeOf,
  settingsOf,
  wordsOf,
} from './interaction.js'
import { manage } from './manage.js'

/** What a command is to do. */
interface Plan {
  /** Only whoever gave it may see the outcome. */
  readonly quiet: boolean
  work(): Promise<Reply>
  /** It changes something, and may take long. */
  readonly action?: boolean
}

export function commandRequest(
  interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
  services: Services,
): Request {
  const command = services.commands.get(interaction.commandName)
  const planned = command ? plan(command, interaction, services) : refused(new Refusal('unknownCommand'))
  const { quiet, work, action = false } = planned
  const acting = command !== undefined && (acts(command) || manages(command))
  return {
    facts: { by: 'command', command: interaction.commandName, ...place(interaction) },
    words: wordsOf(interaction, services),
    patienceMs: acting ? limits.LONGEST_WORK_MS : services.patienceMs,
    urgent: acting,
    acknowledge: () => deferReply(interaction, quiet),
    work,
    atOnce: action ? null : inOneRequest(interaction, quiet),
    later: inDeferredReply(interaction),
  }
}

export function refused(why: Refusal): Plan {
  return { quiet: true, work: () => Promise.reject(why) }
}

function plan(
  command: Command,
  interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
  services: Services,
): Plan {
  if (acts(command)) return planAction(command, interaction, services)
  if (manages(command)) {
    return interaction.isChatInputCommand()
      ? { quiet: true, action: true, work: () => manage(command, interaction, services) }
      : refused(new Refusal('unknownCommand'))
  }
  const seconds = services.cooldown.take(interaction.user.id)
  if (seconds > 0) return refused(new Refusal('cooldown', { n: seconds }))
  if (asks(command)) {
    return interaction.isChatInputCommand()
      ? planQuestion(command, interaction, services)
      : refused(new Refusal('unknownCommand'))
  }
  return interaction.isMessageContextMenuCommand()
    ? planMessage(command, interaction, services)
    : refused(new Refusal('unknownCommand'))
}

function askerOf(interaction: CommandInteraction, quiet: boolean, services: Services): Asker {
  return {
    scope: scopeOf(interaction),
    words: wordsOf(interaction, services),
    asker: interaction.user.id,
    quiet,
    shareable: interaction.inGuild() && isOpenHere(interaction, services),
  }
}

function planQuestion(
  command: AskingCommand,
  interaction: ChatInputCommandInteraction,
  services: Services,
): Plan {
  const names = command.definition.options?.map(({ name }) => name) ?? []
  const given = tidy(Object.fromEntries(names.map((name) => [name, interaction.options.getString(name)])))
  const wrong = problem(command, given)
  if (wrong) return refused(wrong)
  const wish = interaction.options.getBoolean(PRIVATE) ?? settingsOf(interaction, services).private
  const quiet = command.defer === 'private' || wish || !isOpenHere(interaction, services)
  const wanted = { questions: [command.question(given)] }
  return { quiet, work: async () => answerPage(wanted, services, askerOf(interaction, quiet, services)) }
}

function planMessage(
  command: MessageCommand,
  interaction: MessageContextMenuCommandInteraction,
  services: Services,
): Plan {
  const asker = askerOf(interaction, true, services)
  return {
    quiet: true,
    async work() {
      const text = textOfMessage(interaction.targetMessage)
      const questions = command.questions(text).slice(0, limits.CLAIMS + 1)
      if (questions.length === 0) throw new Refusal('noText')
      const asked = questions.slice(0, limits.CLAIMS)
      const notice =
        questions.length > asked.length ? asker.words.say('moreClaims', { n: limits.CLAIMS }) : null
      return answerPage({ questions: asked, quoted: true, notice }, services, asker)
    },
  }
}

function planAction(
  { definition, permission, defer, run }: ActingCommand,
  interaction: CommandInteraction,
  services: Services,
): Plan {
  if (permission && !permitted(permission, interaction, services)) {
    return refused(lacksPermission(definition.name, permission))
  }
  const by = nameIn(interaction)
  const { archive, commands, service, reports, feedback, feeds } = services
  const scope = scopeOf(interaction)
  const { server } = scope
  const seconds = permission && server ? services.actions.take(server) : 0
  if (seconds > 0) return refused(new Refusal('cooldown', { n: seconds }))
  const quiet = defer === 'private'
  const moderates =
    permitted('Manage Messages', interaction, services) || permitted('Manage Server', interaction, services)
  const unanswered =
    quiet && moderates && server && feedback ? () => feedback.recentlyUnanswered(server) : null
  return {
    quiet,
    action: permission !== undefined,
    work: () =>
      run({
        archive,
        scope,
        by,
        commands,
        service,
        reports,
        moderates: permitted('Manage Server', interaction, services),
        unanswered,
        feeds: quiet && moderates ? feeds : null,
        keepsFeedback: feedback !== null,
        keptOfMine: quiet && feedback ? () => feedback.countOf(interaction.user.id) : null,
        words: wordsOf(interaction, services),
      }),
  }
}
