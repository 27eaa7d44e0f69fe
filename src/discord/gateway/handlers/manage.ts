/** Commands that manage what belongs to a server, their buttons and forms. Each time the permission is checked anew. */

import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Client,
  type MessageComponentInteraction,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
} from 'discord.js'
import type { ManagingCommand } from '../../bot/command.js'
import type { GivenChannel, GivenFile, GivenRole } from '../../bot/given.js'
import { mayDo, type Permission } from '../../bot/permissions.js'
import type { Services } from '../../bot/services.js'
import type { Request } from '../../lifecycle/request-lifecycle.js'
import {
  listed,
  type Moderator,
  pasted,
  removed,
  restored,
  reverted,
  stored,
} from '../../moderation/articles/articles.js'
import { draftForm, pastedText, pasteForm } from '../../moderation/articles/form.js'
import { type Press, readPress } from '../../moderation/articles/ids.js'
import { renderDone } from '../../moderation/articles/render.js'
import { dropped, followed } from '../../moderation/feeds/feeds.js'
import * as limits from '../../render/limits.js'
import type { Reply } from '../../render/reply.js'
import { deferReply, deferUpdate, showForm } from '../acknowledge.js'
import { choices, typedWords } from '../autocomplete.js'
import { lacksPermission, Refusal } from '../refusal.js'
import { mayWrite } from '../writable.js'
import { inPlace, permitted, place, scopeOf, wordsOf } from './interaction.js'

type Used = ChatInputCommandInteraction | MessageComponentInteraction | ModalSubmitInteraction

/** What all that is pressed here needs. */
const ARTICLES = { permission: 'Manage Server', command: 'articles' } as const
const rightTo = ({ action }: Press): Right =>
  action === 'feed' || action === 'nofeed' ? { ...ARTICLES, command: 'feeds' } : ARTICLES

/** What it takes to do something, and the command that needs it. */
interface Right {
  readonly permission: Permission
  readonly command: string
  /** Whether the role that the server has named for its moderators does. Default: yes. */
  readonly byRole?: boolean
}

/** @throws Refusal where whoever does it may not, or there is no server's library to do it in */
export function moderatorOf(
  interaction: Used | AutocompleteInteraction,
  services: Services,
  { permission, command, byRole = true }: Right,
): Moderator {
  const { library, announce, post } = services
  const { server } = scopeOf(interaction)
  const may = byRole
    ? permitted(permission, interaction, services)
    : mayDo(permission, interaction.memberPermissions?.bitfield ?? null)
  if (!may) {
    throw lacksPermission(command, permission)
  }
  if (server === null || !library) throw new Refusal('serverOnly')
  return {
    library,
    server,
    by: interaction.user.id,
    words: wordsOf(interaction, services),
    locale: interaction.locale,
    post,
    announce,
  }
}

/** The work of a managing command. @throws Refusal */
export async function manage(
  command: ManagingCommand,
  interaction: ChatInputCommandInteraction,
  services: Services,
): Promise<Reply> {
  const { permission, definition, byRole = true } = command
  const moderator = moderatorOf(interaction, services, { permission, command: definition.name, byRole })
  const options = interaction.options.data[0]?.options ?? []
  const texts = options.filter(({ channel, attachment, role }) => !channel && !attachment && !role)
  const channel = channelIn(options, interaction)
  return command.manage({
    ...moderator,
    action: interaction.options.getSubcommand(false) ?? '',
    given: Object.fromEntries(texts.map(({ name, value }) => [name, String(value).trim()])),
    file: fileIn(options),
    channel,
    role: roleIn(options, interaction, channel?.id ?? interaction.channelId),
    here: channelOf(interaction.client, interaction.channelId),
  })
}

type Options = ChatInputCommandInteraction['options']['data']

function fileIn(options: Options): GivenFile | null {
  const file = options.find(({ attachment }) => attachment)?.attachment
  return file ? { url: file.url, name: file.name, type: file.contentType } : null
}

function channelIn(options: Options, { client }: ChatInputCommandInteraction): GivenChannel | null {
  const id = options.find(({ channel }) => channel)?.channel?.id
  return id === undefined ? null : channelOf(client, id)
}

/** @param channelId where it would be pinged */
function roleIn(
  options: Options,
  { client, memberPermissions }: ChatInputCommandInteraction,
  channelId: string,
): GivenRole | null {
  const role = options.find((option) => option.role)?.role
  if (!role) return null
  const channel = client.channels.cache.get(channelId)
  const mine = channel && !channel.isDMBased() ? channel.permissionsFor(client.user) : null
  const everybody = [memberPermissions, mine].every((held) => held?.has(PermissionFlagsBits.MentionEveryone))
  return { id: role.id, name: role.name, pingable: role.mentionable || everybody }
}

export function channelOf(client: Client<true>, id: string): GivenChannel {
  const channel = client.channels.cache.get(id)
  const name = channel && 'name' in channel ? channel.name : null
  return { id, name: name ?? '…', writable: mayWrite(client, id) }
}

/** What is offered while an option is typed; nothing to those who may not run the command. */
export async function completeManaging(
  command: ManagingCommand,
  interaction: AutocompleteInteraction,
  services: Services,
) {
  const { permission, definition } = command
  const { library, server, words } = moderatorOf(interaction, services, {
    permission,
    command: definition.name,
  })
  const { name: option, value } = interaction.options.getFocused(true)
  const action = interaction.options.getSubcommand()
  const found = await command.complete?.({ library, server, words, action, option, typed: typedWords(value) })
  return choices(found ?? [])
}

/** A button under a managing command, or its form. Null for what is neither. */
export function pressRequest(
  interaction: MessageComponentInteraction | ModalSubmitInteraction,
  services: Services,
): Request | null {
  const press = readPress(interaction.customId)
  if (!press) return null
  const request: Request = {
    facts: { by: 'press', kind: press.action, ...place(interaction) },
    words: wordsOf(interaction, services),
    patienceMs: limits.LONGEST_WORK_MS,
    urgent: true,
    acknowledge: () => deferred(interaction),
    work: async () => done(press, interaction, moderatorOf(interaction, services, rightTo(press))),
    atOnce: null,
    later: inPlace(interaction),
  }
  return press.action === 'check' || press.action === 'paste'
    ? { ...request, ...opening(press, interaction, services) }
    : request
}

/** Opens the form, which has to be the very first answer; where it can't be, that is said instead. */
function opening(press: Press, interaction: Used, services: Services): Partial<Request> {
  if (interaction.isModalSubmit() || interaction.isChatInputCommand()) return {}
  const form = (async () => {
    const { library, server, by, words } = moderatorOf(interaction, services, ARTICLES)
    if (press.action === 'paste') return pasteForm(words)
    const pending = await library.drafts.find(press.of, server, by)
    if (!pending) throw new Refusal('articlesExpired')
    return draftForm(pending, press.of, words)
  })()
  form.catch(() => {})
  return {
    acknowledge: async () => {
      const opened = await form.catch(() => null)
      return opened ? showForm(interaction, opened) : deferred(interaction)
    },
    // What it could not be opened for is said.
    work: async () => {
      await form
      return null
    },
  }
}

function deferred(interaction: MessageComponentInteraction | ModalSubmitInteraction): Promise<unknown> {
  if (interaction.isModalSubmit() && !interaction.isFromMessage()) return deferReply(interaction, true)
  return deferUpdate(interaction)
}

async function done(
  { action, of }: Press,
  interaction: MessageComponentInteraction | ModalSubmitInteraction,
  moderator: Moderator,
): Promise<Reply> {
  const { words, library } = moderator
  const typedIn = (field: string) =>
    interaction.isModalSubmit() && interaction.fields.fields.has(field)
      ? interaction.fields.getTextInputValue(field)
      : ''
  switch (action) {
    case 'form':
    case 'pasted':
      if (!interaction.isModalSubmit()) throw new Refusal('oldButton')
      return action === 'form' ? stored(moderator, of, typedIn) : pasted(moderator, pastedText(typedIn))
    case 'drop':
      await library.drafts.drop(of, moderator.server, moderator.by)
      return renderDone(words.say('articlesDropped'))
    case 'remove':
      return removed(moderator, of)
    case 'keep':
      return renderDone(words.say('articlesKept'))
    case 'restore':
      return restored(moderator, of)
    case 'revert':
      return reverted(moderator, of)
    case 'list':
      return listed(moderator, Number(of))
    case 'feed':
      return followed(moderator, of)
    case 'nofeed':
      return dropped(moderator, of)
    default:
      throw new Refusal('oldButton')
  }
}
