/** The panel of `/settings`: what is set, and the selects and buttons that change it. Each press shows it as it is now. */
import { ButtonStyle, ChannelType, ComponentType, SelectMenuDefaultValueType } from 'discord-api-types/v10'
import type { MessageKey } from '../../../i18n/message.js'
import { LANGUAGES, type Words, wordsFor } from '../../../i18n/words.js'
import type { GivenChannel } from '../../bot/given.js'
import { Refusal } from '../../gateway/refusal.js'
import { literal } from '../../render/markup.js'
import { COLOURS, type Reply, type Row, reply } from '../../render/reply.js'
import { type Moderator, tell } from '../articles/articles.js'
import { type BriefPart, briefLines, briefRows, briefTyped, briefWith } from '../briefs/brief-panel.js'
import { WRITABLE } from './channels.js'
import { PANEL_DEFAULTS, type Settings } from './settings.js'

/** Channels that can be chosen at a time: as many as a select of Discord's holds. */
const MOST_CHANNELS = 25

export type Tab = 'where' | 'how' | 'brief'

/** What can be set, and how it is shown. */
const FIELDS = {
  where: { tab: 'where', label: 'settingsWhere' },
  channels: { tab: 'where', label: 'settingsChannels' },
  mentions: { tab: 'where', label: 'settingsMentions' },
  forums: { tab: 'where', label: 'settingsForums' },
  private: { tab: 'how', label: 'settingsPrivate' },
  language: { tab: 'how', label: 'settingsLanguage' },
  log: { tab: 'how', label: 'settingsLog' },
  moderator: { tab: 'how', label: 'settingsModerator' },
} as const satisfies Readonly<
  Record<Exclude<keyof typeof PANEL_DEFAULTS, 'brief'>, { tab: Tab; label: MessageKey }>
>

export type Field = keyof typeof FIELDS

/** What a control of the panel does. */
export type PanelUse =
  | { readonly kind: 'set'; readonly field: Field }
  | { readonly kind: 'tab'; readonly tab: Tab }
  | { readonly kind: 'brief'; readonly part: BriefPart }
  /** Topic and time zone of the brief are typed into a form. */
  | { readonly kind: 'form' }
  | { readonly kind: 'ask' | 'reset' }

const ID =
  /^settings:(?:set:([a-z]{1,16})|tab:(where|how|brief)|brief:(every|hour|channel|quiet)|(ask|reset|form));$/

/** Null for what is no control of the panel. */
export function readPanelUse(customId: string): PanelUse | null {
  const [, field, tab, part, other] = ID.exec(customId) ?? []
  if (field !== undefined && Object.hasOwn(FIELDS, field)) return { kind: 'set', field: field as Field }
  if (tab) return { kind: 'tab', tab: tab as Tab }
  if (part) return { kind: 'brief', part: part as BriefPart }
  return other ? { kind: other as 'ask' | 'reset' | 'form' } : null
}

/** @param channelOf a channel of the server by its id */
export async function usePanel(
  use: PanelUse,
  values: readonly string[],
  moderator: Moderator,
  channelOf: (id: string) => GivenChannel,
  typedIn: (field: string) => string = () => '',
): Promise<Reply> {
  switch (use.kind) {
    case 'brief':
      if (use.part === 'channel') refuseClosed(values[0], channelOf)
      return setBrief(moderator, (before) => briefWith(before, use.part, values, moderator.by))
    case 'form':
      return setBrief(moderator, (before) => briefTyped(before, typedIn, moderator.by))
    case 'tab':
      return showPanel(moderator, use.tab)
    case 'ask':
      return renderReset(moderator.words)
    case 'reset':
      return reset(moderator)
    case 'set':
      return set(use.field, values, moderator, channelOf)
  }
}

export async function showPanel({ library, server, words }: Moderator, tab: Tab = 'where'): Promise<Reply> {
  return renderPanel(await library.settings.of(server), tab, words)
}

async function set(
  field: Field,
  values: readonly string[],
  moderator: Moderator,
  channelOf: (id: string) => GivenChannel,
): Promise<Reply> {
  const { library, server, by, words } = moderator
  const change = changeTo(field, values)
  if (field === 'log') refuseClosed(values[0], channelOf)
  await library.store.recordSetting(server, by, 'set', field)
  const settings = await library.settings.change(server, (before) => ({ ...before, ...change }))
  await tell(moderator, 'settingsLogSet', words.say(FIELDS[field].label))
  return renderPanel(settings, FIELDS[field].tab, inLanguageOf(settings, moderator))
}

/** @throws Refusal for a channel that the bot may not write in */
function refuseClosed(id: string | undefined, channelOf: (id: string) => GivenChannel): void {
  if (id === undefined) return
  const { name, writable } = channelOf(id)
  if (!writable) throw new Refusal('cantPost', { channel: `#${name}` })
}

async function setBrief(
  moderator: Moderator,
  change: (before: Settings['brief']) => Settings['brief'],
): Promise<Reply> {
  const { library, server, by, words } = moderator
  // What is wrong with it is found before it is recorded.
  change((await library.settings.of(server)).brief)
  await library.store.recordSetting(server, by, 'set', 'brief')
  const settings = await library.settings.change(server, (before) => ({
    ...before,
    brief: change(before.brief),
  }))
  await library.briefs.changed(server)
  await tell(moderator, 'settingsLogSet', words.say('settingsTabBrief'))
  return renderPanel(settings, 'brief', words)
}

/** @throws Refusal for what the panel does not offer */
function changeTo(field: Field, values: readonly string[]): Partial<Settings> {
  const [value = ''] = values
  switch (field) {
    case 'where':
    case 'mentions':
    case 'private':
    case 'language': {
      const chosen = OFFERS[field].find((offer) => offer.value === value)
      if (!chosen) throw new Refusal('oldButton')
      return { [field]: chosen.stands }
    }
    case 'channels':
    case 'forums':
      return { [field]: values.slice(0, MOST_CHANNELS) }
    case 'log':
    case 'moderator':
      return { [field]: values[0] ?? null }
  }
}

/** Followed topics stay. */
async function reset(moderator: Moderator): Promise<Reply> {
  const { library, server, by } = moderator
  await library.store.recordSetting(server, by, 'reset', 'all')
  // Told where it was told until now.
  await tell(moderator, 'settingsLogReset', '')
  const settings = await library.settings.change(server, (before) => ({ ...before, ...PANEL_DEFAULTS }))
  await library.briefs.changed(server)
  return renderPanel(settings, 'where', inLanguageOf(settings, moderator))
}

/** A language that was just chosen is spoken at once. */
const inLanguageOf = ({ language }: Settings, { locale }: Moderator): Words => wordsFor(language ?? locale)

interface Offer {
  readonly value: string
  readonly stands: Settings['where' | 'mentions' | 'private' | 'language']
  readonly label: MessageKey | null
}

/** How the languages call themselves. */
const NAMES = new Map(
  ['en', ...LANGUAGES].map((language) => [
    language,
    capitalised(new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language),
  ]),
)

function capitalised(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1)
}

const OFFERS: Readonly<Record<'where' | 'mentions' | 'private' | 'language', readonly Offer[]>> = {
  where: [
    { value: 'all', stands: 'all', label: 'whereAll' },
    { value: 'only', stands: 'only', label: 'whereOnly' },
    { value: 'never', stands: 'never', label: 'whereNever' },
  ],
  mentions: [
    { value: 'everywhere', stands: 'everywhere', label: 'mentionsEverywhere' },
    { value: 'threads', stands: 'threads', label: 'mentionsThreads' },
    { value: 'never', stands: 'never', label: 'mentionsNever' },
  ],
  private: [
    { value: 'no', stands: false, label: 'privateNo' },
    { value: 'yes', stands: true, label: 'privateYes' },
  ],
  language: [
    { value: 'own', stands: null, label: 'languageOwn' },
    ...[...NAMES.keys()].map((language) => ({
      value: language,
      stands: language as Settings['language'],
      label: null,
    })),
  ],
}

const nameOf = ({ label, value }: Offer, words: Words) =>
  label === null ? (NAMES.get(value) ?? value) : words.say(label)

function renderPanel(settings: Settings, tab: Tab, words: Words): Reply {
  const lines = Object.entries(FIELDS).map(
    ([field, { label }]) => `**${literal(words.say(label))}:** ${shown(field as Field, settings, words)}`,
  )
  const notes = [
    settings.where !== 'all' && settings.channels.length === 0 && words.say('settingsChooseFirst'),
    tab === 'where' && words.say('settingsForumsNote'),
    tab === 'how' && words.say('settingsModeratorNote'),
  ].filter((note) => typeof note === 'string')
  const shownLines =
    tab === 'brief'
      ? briefLines(settings.brief, words)
      : [...lines, '', ...notes.map((note) => literal(note))]
  const description = shownLines.join('\n')
  const rows = ROWS[tab](settings, words)
  return reply(
    [{ title: words.say('settingsTitle'), description, color: COLOURS.answered }],
    [...rows, tabRow(tab, words)],
  )
}

function shown(field: Field, settings: Settings, words: Words): string {
  const none = literal(words.say('settingsNone'))
  switch (field) {
    case 'channels':
    case 'forums':
      return settings[field].map((id) => `<#${id}>`).join(' ') || none
    case 'log':
      return settings.log === null ? none : `<#${settings.log}>`
    case 'moderator':
      return settings.moderator === null ? none : `<@&${settings.moderator}>`
    default: {
      const offer = OFFERS[field].find(({ stands }) => stands === settings[field])
      return offer ? literal(nameOf(offer, words)) : none
    }
  }
}

const whereRows = (settings: Settings, words: Words): Row[] => [
  choice('where', settings, words),
  channels('channels', settings.channels, CHANNELS, MOST_CHANNELS, words),
  choice('mentions', settings, words),
  channels('forums', settings.forums, FORUMS, MOST_CHANNELS, words),
]

const howRows = (settings: Settings, words: Words): Row[] => [
  choice('private', settings, words),
  choice('language', settings, words),
  channels('log', settings.log === null ? [] : [settings.log], WRITABLE, 1, words),
  {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.RoleSelect,
        custom_id: 'settings:set:moderator;',
        placeholder: words.say('settingsModerator'),
        min_values: 0,
        max_values: 1,
        default_values:
          settings.moderator === null
            ? []
            : [{ id: settings.moderator, type: SelectMenuDefaultValueType.Role }],
      },
    ],
  },
]

const ROWS: Readonly<Record<Tab, (settings: Settings, words: Words) => Row[]>> = {
  where: whereRows,
  how: howRows,
  brief: ({ brief }, words) => briefRows(brief, words),
}

const FORUMS = [ChannelType.GuildForum] as const
const CHANNELS = [ChannelType.GuildText, ChannelType.GuildAnnouncement, ...FORUMS] as const

function choice(field: keyof typeof OFFERS, settings: Settings, words: Words): Row {
  const label = words.say(FIELDS[field].label)
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: `settings:set:${field};`,
        placeholder: label,
        options: OFFERS[field].map((offer) => ({
          label: `${label}: ${nameOf(offer, words)}`,
          value: offer.value,
          default: offer.stands === settings[field],
        })),
      },
    ],
  }
}

function channels(
  field: 'channels' | 'forums' | 'log',
  chosen: readonly string[],
  types: readonly ChannelType[],
  most: number,
  words: Words,
): Row {
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.ChannelSelect,
        custom_id: `settings:set:${field};`,
        placeholder: words.say(FIELDS[field].label),
        channel_types: [...types],
        min_values: 0,
        max_values: most,
        default_values: chosen.map((id) => ({ id, type: SelectMenuDefaultValueType.Channel })),
      },
    ],
  }
}

function tabRow(open: Tab, words: Words): Row {
  const tab = (name: Tab, label: MessageKey) =>
    button(
      `settings:tab:${name};`,
      words.say(label),
      name === open ? ButtonStyle.Primary : ButtonStyle.Secondary,
    )
  return {
    type: ComponentType.ActionRow,
    components: [
      tab('where', 'settingsTabWhere'),
      tab('how', 'settingsTabHow'),
      tab('brief', 'settingsTabBrief'),
      button('settings:ask;', words.say('settingsReset'), ButtonStyle.Danger),
    ],
  }
}

function renderReset(words: Words): Reply {
  return reply(
    [
      {
        title: words.say('settingsTitle'),
        description: literal(words.say('settingsResetAsk')),
        color: COLOURS.answered,
      },
    ],
    [
      {
        type: ComponentType.ActionRow,
        components: [
          button('settings:reset;', words.say('settingsReset'), ButtonStyle.Danger),
          button('settings:tab:where;', words.say('cancel'), ButtonStyle.Secondary),
        ],
      },
    ],
  )
}

function button(
  id: string,
  label: string,
  style: ButtonStyle.Primary | ButtonStyle.Secondary | ButtonStyle.Danger,
) {
  return { type: ComponentType.Button as const, custom_id: id, label, style }
}
