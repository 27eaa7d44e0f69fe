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
import type { Asker, Desk } from '../../bot/services.js'
import { answerPage } from '../../lifecycle/answering.js'
import type { Request } from '../../lifecycle/request-lifecycle.js'
import * as limits from '../../render/limits.js'
import type { Reply } from '../../render/reply.js'
import { deferReply } from '../acknowledge.js'
import { textOfMessage } from '../mentions.js'
import { problem, tidy } from '../option-parsing.js'
import { Refusal } from '../refusal.js'
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
  desk: Desk,
): Request {
  const command = desk.commands.get(interaction.commandName)
  const planned = command ? plan(command, interaction, desk) : refused(new Refusal('unknownCommand'))
  const { quiet, work, action = false } = planned
  const acting = command !== undefined && (acts(command) || manages(command))
  return {
    facts: { by: 'command', command: interaction.commandName, ...place(interaction) },
    words: wordsOf(interaction, desk),
    patienceMs: acting ? limits.LONGEST_WORK_MS : desk.patienceMs,
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
  desk: Desk,
): Plan {
  if (acts(command)) return planAction(command, interaction, desk)
  if (manages(command)) {
    return interaction.isChatInputCommand()
      ? { quiet: true, action: true, work: () => manage(command, interaction, desk) }
      : refused(new Refusal('unknownCommand'))
  }
  const seconds = desk.cooldown.take(interaction.user.id)
  if (seconds > 0) return refused(new Refusal('cooldown', { n: seconds }))
  if (asks(command)) {
    return interaction.isChatInputCommand()
      ? planQuestion(command, interaction, desk)
      : refused(new Refusal('unknownCommand'))
  }
  return interaction.isMessageContextMenuCommand()
    ? planMessage(command, interaction, desk)
    : refused(new Refusal('unknownCommand'))
}

function askerOf(interaction: CommandInteraction, quiet: boolean, desk: Desk): Asker {
  return {
    scope: scopeOf(interaction),
    words: wordsOf(interaction, desk),
    asker: interaction.user.id,
    quiet,
    shareable: interaction.inGuild() && isOpenHere(interaction, desk),
  }
}

function planQuestion(command: AskingCommand, interaction: ChatInputCommandInteraction, desk: Desk): Plan {
  const names = command.definition.options?.map(({ name }) => name) ?? []
  const given = tidy(Object.fromEntries(names.map((name) => [name, interaction.options.getString(name)])))
  const wrong = problem(command, given)
  if (wrong) return refused(wrong)
  const wish = interaction.options.getBoolean(PRIVATE) ?? settingsOf(interaction, desk).private
  const quiet = command.defer === 'private' || wish || !isOpenHere(interaction, desk)
  const wanted = { questions: [command.question(given)] }
  return { quiet, work: async () => answerPage(wanted, desk, askerOf(interaction, quiet, desk)) }
}

function planMessage(
  command: MessageCommand,
  interaction: MessageContextMenuCommandInteraction,
  desk: Desk,
): Plan {
  const asker = askerOf(interaction, true, desk)
  return {
    quiet: true,
    async work() {
      const text = textOfMessage(interaction.targetMessage)
      const questions = command.questions(text).slice(0, limits.CLAIMS + 1)
      if (questions.length === 0) throw new Refusal('noText')
      const asked = questions.slice(0, limits.CLAIMS)
      const notice =
        questions.length > asked.length ? asker.words.say('moreClaims', { n: limits.CLAIMS }) : null
      return answerPage({ questions: asked, quoted: true, notice }, desk, asker)
    },
  }
}

function planAction(
  { definition, permission, defer, run }: ActingCommand,
  interaction: CommandInteraction,
  desk: Desk,
): Plan {
  if (permission && !permitted(permission, interaction, desk)) {
    return refused(new Refusal('needsPermission', { command: definition.name, permission }))
  }
  const by = nameIn(interaction)
  const { archive, commands, service, reports, feedback, feeds } = desk
  const scope = scopeOf(interaction)
  const { server } = scope
  const seconds = permission && server ? desk.actions.take(server) : 0
  if (seconds > 0) return refused(new Refusal('cooldown', { n: seconds }))
  const quiet = defer === 'private'
  const moderates =
    permitted('Manage Messages', interaction, desk) || permitted('Manage Server', interaction, desk)
  const inVain = quiet && moderates && server && feedback ? () => feedback.recentlyInVain(server) : null
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
        moderates: permitted('Manage Server', interaction, desk),
        inVain,
        feeds: quiet && moderates ? feeds : null,
        words: wordsOf(interaction, desk),
      }),
  }
}
