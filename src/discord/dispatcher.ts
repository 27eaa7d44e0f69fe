/** The one way in: whatever Discord reports is turned into a request, or left alone. */
import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  type Interaction,
  type Message,
  type MessageComponentInteraction,
  MessageFlags,
  RESTJSONErrorCodes,
} from 'discord.js'
import type { Question } from '../answers/answer.js'
import { QuestionError, questionOf } from '../answers/question.js'
import type { LiveArchive, Scope } from '../archive/archive.js'
import type { Log } from '../log.js'
import { answerPage, questionOfButton } from './answering.js'
import { complete } from './autocomplete.js'
import { type ActingCommand, type AskingCommand, asks, type Command } from './command.js'
import { problem, questionTooLong, Refusal, tidy } from './incoming.js'
import { LONGEST_WORK_MS, SUGGESTION_TIMEOUT_MS } from './limits.js'
import type { Commands } from './loader.js'
import { decide, hear } from './mentions.js'
import { isPageButton, readTurn } from './pages.js'
import { mayDo } from './permissions.js'
import { PRIVATE } from './registration.js'
import type { Reply } from './renderer.js'
import { type Request, serve, within } from './serve.js'
import { answeringIn, keepTyping } from './speaking.js'

export interface Desk {
  readonly commands: Commands
  readonly archive: LiveArchive
  readonly log: Log
  /** How long somebody waits for an answer before being told that it takes too long. */
  readonly patienceMs: number
}

export interface Dispatcher {
  interaction(interaction: Interaction): void
  message(message: Message): void
  /** Resolves when all that is under way is done, or after this time. */
  idle(mostMs: number): Promise<void>
}

export function makeDispatcher(desk: Desk): Dispatcher {
  const underWay = new Set<Promise<void>>()
  const track = (work: Promise<void> | null) => {
    if (!work) return
    underWay.add(work)
    void work.finally(() => underWay.delete(work))
  }
  return {
    interaction: (interaction) => track(onInteraction(interaction, desk)),
    message: (message) => track(onMessage(message, desk)),
    async idle(mostMs) {
      await within(mostMs, Promise.all(underWay)).catch(() => desk.log.warn('ended with work under way'))
    },
  }
}

function onInteraction(interaction: Interaction, desk: Desk): Promise<void> | null {
  if (interaction.isAutocomplete()) return suggest(interaction, desk)
  if (interaction.isChatInputCommand()) return serve(commandRequest(interaction, desk), desk.log)
  if (interaction.isButton() && isPageButton(interaction.customId)) {
    return serve(pageRequest(interaction, desk), desk.log)
  }
  if (interaction.isMessageComponent()) return serve(unknownComponent(interaction, desk), desk.log)
  return null
}

const scopeOf = ({ guildId }: { guildId: string | null }): Scope => ({ server: guildId })

function commandRequest(interaction: ChatInputCommandInteraction, desk: Desk): Request {
  const command = desk.commands.get(interaction.commandName)
  const { quiet, work } = command ? plan(command, interaction, desk) : refused(UNKNOWN_COMMAND)
  return {
    facts: { by: 'command', command: interaction.commandName, ...place(interaction) },
    patienceMs: command && !asks(command) ? LONGEST_WORK_MS : desk.patienceMs,
    acknowledge: () =>
      surely(interaction, () => interaction.deferReply(quiet ? { flags: MessageFlags.Ephemeral } : {})),
    work,
    reply: (reply) => interaction.editReply(reply),
    complain: (reply) => interaction.editReply(reply),
    complaintReplaces: true,
  }
}

/**
 * Defers. Where the connection broke before Discord said yes, asks again: "already acknowledged" is then a
 * yes, and whoever waits is not left waiting.
 */
async function surely(interaction: { deferred: boolean }, defer: () => Promise<unknown>): Promise<void> {
  try {
    await defer()
  } catch (error) {
    if (error instanceof DiscordAPIError) throw error
    await defer().catch((again) => {
      if (again.code !== RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged) throw again
      interaction.deferred = true
    })
  }
}

const UNKNOWN_COMMAND = 'This command is not there any more. Type / to see those that are.'

/** What a command is to do; `quiet` when only whoever gave it may see the outcome. */
interface Plan {
  readonly quiet: boolean
  work(): Promise<Reply>
}

function refused(why: string): Plan {
  return { quiet: true, work: () => Promise.reject(new Refusal(why)) }
}

function plan(command: Command, interaction: ChatInputCommandInteraction, desk: Desk): Plan {
  return asks(command) ? planQuestion(command, interaction, desk) : planAction(command, interaction, desk)
}

function planQuestion(
  command: AskingCommand,
  interaction: ChatInputCommandInteraction,
  { commands, archive }: Desk,
): Plan {
  const names = command.definition.options?.map(({ name }) => name) ?? []
  const given = tidy(Object.fromEntries(names.map((name) => [name, interaction.options.getString(name)])))
  const wrong = problem(command, given)
  if (wrong) return refused(wrong)
  return {
    quiet: command.defer === 'private' || interaction.options.getBoolean(PRIVATE) === true,
    work: async () =>
      answerPage(
        { question: command.question(given), page: 0, since: null },
        commands,
        archive,
        scopeOf(interaction),
      ),
  }
}

function planAction(
  { permission, defer, run }: ActingCommand,
  interaction: ChatInputCommandInteraction,
  { archive }: Desk,
): Plan {
  if (permission && !mayDo(permission, interaction.memberPermissions?.bitfield ?? null)) {
    return refused(`For /${interaction.commandName} you need the permission “${permission}” in this server.`)
  }
  const by = interaction.inCachedGuild() ? interaction.member.displayName : interaction.user.displayName
  return { quiet: defer === 'private', work: () => run({ archive, scope: scopeOf(interaction), by }) }
}

function pageRequest(interaction: ButtonInteraction, { commands, archive, patienceMs }: Desk): Request {
  const turn = readTurn(interaction.customId, buttonIds(interaction))
  return {
    facts: { by: 'page', command: turn?.asked.command, page: turn?.page, ...place(interaction) },
    patienceMs,
    acknowledge: () => surely(interaction, () => interaction.deferUpdate()),
    work: async () => {
      const question = questionOfButton(turn?.asked, commands)
      const wanted = { question, page: turn?.page ?? 0, since: turn?.asked.archive ?? null }
      return answerPage(wanted, commands, archive, scopeOf(interaction))
    },
    reply: (reply) => interaction.editReply(reply),
    complain: (reply) => interaction.followUp({ ...reply, flags: MessageFlags.Ephemeral }),
    complaintReplaces: false,
  }
}

/** The ids of the buttons of the message that a button belongs to, in order. */
function buttonIds({ message }: ButtonInteraction): string[] {
  return message.components.flatMap((row) =>
    'components' in row
      ? row.components.map((part) => ('customId' in part ? (part.customId ?? '') : ''))
      : [],
  )
}

function unknownComponent(interaction: MessageComponentInteraction, { patienceMs }: Desk): Request {
  const { work } = refused('This button is from another version of me. Please ask again.')
  return {
    facts: { by: 'component', ...place(interaction) },
    patienceMs,
    acknowledge: () => surely(interaction, () => interaction.deferReply({ flags: MessageFlags.Ephemeral })),
    work,
    reply: (reply) => interaction.editReply(reply),
    complain: (reply) => interaction.editReply(reply),
    complaintReplaces: true,
  }
}

/** Where and how old: an interaction that is 3 s old when it arrives can't be answered any more. */
function place({ guildId, createdTimestamp }: Pick<Interaction, 'guildId' | 'createdTimestamp'>) {
  return { guild: guildId, ageMs: Date.now() - createdTimestamp }
}

/** Suggestions can't be put off and are never worth an error: where they are late there are none. */
async function suggest(
  interaction: AutocompleteInteraction,
  { commands, archive, log }: Desk,
): Promise<void> {
  const command = commands.get(interaction.commandName)
  const facts = { by: 'autocomplete', command: interaction.commandName, ...place(interaction) }
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

function onMessage(message: Message, desk: Desk): Promise<void> | null {
  const decision = decide(hear(message, message.client.user.id))
  return decision.respond ? serve(messageRequest(message, decision.words, desk), desk.log) : null
}

function messageRequest(message: Message, words: string, { commands, archive, patienceMs }: Desk): Request {
  const typing = keepTyping(message)
  const say = (reply: Reply) =>
    message.reply({ ...answeringIn(message.channel, reply), failIfNotExists: false })
  return {
    facts: { by: 'message', guild: message.guildId, ageMs: Date.now() - message.createdTimestamp },
    patienceMs,
    acknowledge: () => typing.start(),
    work: async () =>
      answerPage({ question: spoken(words), page: 0, since: null }, commands, archive, scopeOf(message)),
    reply: say,
    complain: say,
    complaintReplaces: false,
    finish: typing.stop,
  }
}

/** @throws Refusal when it is no question that can be asked */
function spoken(words: string): Question {
  if (!words) return { command: 'help' }
  const wrong = questionTooLong(words)
  if (wrong) throw new Refusal(wrong)
  try {
    return questionOf(words)
  } catch (error) {
    throw error instanceof QuestionError ? new Refusal(error.message) : error
  }
}
