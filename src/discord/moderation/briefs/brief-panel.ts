/** The page of `/settings` on which a brief is ordered: how often, when, where, on what. */
import {
  type APIModalInteractionResponseCallbackData,
  ButtonStyle,
  ComponentType,
  SelectMenuDefaultValueType,
  TextInputStyle,
} from 'discord-api-types/v10'
import type { Words } from '../../../i18n/words.js'
import { plainWords } from '../../gateway/option-parsing.js'
import { Refusal } from '../../gateway/refusal.js'
import { literal } from '../../render/markup.js'
import { escapeTo, type Row } from '../../render/reply.js'
import { shorten } from '../../render/text.js'
import { WRITABLE } from '../settings/channels.js'
import type { Settings } from '../settings/settings.js'
import { isZone } from './brief-slots.js'

type Brief = Settings['brief']

const BRIEF_PARTS = ['every', 'hour', 'channel', 'quiet'] as const
export type BriefPart = (typeof BRIEF_PARTS)[number]

const EVERY = ['off', 'day', '1', '2', '3', '4', '5', '6', '7'] as const
const TOPIC = 100
const ZONE = 60

/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1)

function everyText(every: Brief['every'], words: Words): string {
  if (every === 'off') return words.say('briefOff')
  if (every === 'day') return words.say('briefDaily')
  const day = new Intl.DateTimeFormat(words.locale, { weekday: 'long', timeZone: 'UTC' }).format(
    MONDAY + (Number(every) - 1) * 86_400_000,
  )
  return words.say('briefWeekly', { day })
}

const hourText = (hour: number) => `${String(hour).padStart(2, '0')}:00`

export function briefLines(brief: Brief, words: Words): string[] {
  const none = words.say('settingsNone')
  const line = (label: string, value: string) => `**${literal(label)}:** ${value}`
  return [
    line(words.say('briefEvery'), literal(everyText(brief.every, words))),
    line(words.say('briefHour'), `${hourText(brief.hour)} (${literal(brief.zone)})`),
    line(words.say('briefChannel'), brief.channel === null ? literal(none) : `<#${brief.channel}>`),
    line(
      words.say('briefTopic'),
      brief.topic === null ? literal(words.say('briefEverything')) : escapeTo(brief.topic, TOPIC),
    ),
    line(words.say('briefWithoutNews'), literal(words.say(brief.quiet ? 'briefSilent' : 'briefSaysSo'))),
    ...(brief.every !== 'off' && brief.channel === null
      ? ['', literal(words.say('briefChooseChannel'))]
      : []),
  ]
}

export function briefRows(brief: Brief, words: Words): Row[] {
  const select = (
    part: BriefPart,
    label: string,
    options: readonly { label: string; value: string }[],
    chosen: string,
  ): Row => ({
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: `settings:brief:${part};`,
        placeholder: label,
        options: options.map((one) => ({
          value: one.value,
          label: `${label}: ${one.label}`,
          default: one.value === chosen,
        })),
      },
    ],
  })
  const hours = Array.from({ length: 24 }, (_, hour) => ({ label: hourText(hour), value: `${hour}` }))
  return [
    select(
      'every',
      words.say('briefEvery'),
      EVERY.map((value) => ({ label: everyText(value, words), value })),
      brief.every,
    ),
    select('hour', words.say('briefHour'), hours, `${brief.hour}`),
    {
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.ChannelSelect,
          custom_id: 'settings:brief:channel;',
          placeholder: words.say('briefChannel'),
          channel_types: [...WRITABLE],
          min_values: 0,
          max_values: 1,
          default_values:
            brief.channel === null ? [] : [{ id: brief.channel, type: SelectMenuDefaultValueType.Channel }],
        },
      ],
    },
    {
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.Button,
          style: ButtonStyle.Secondary,
          custom_id: 'settings:form;',
          label: words.say('briefForm'),
        },
        {
          type: ComponentType.Button,
          style: ButtonStyle.Secondary,
          custom_id: 'settings:brief:quiet;',
          label: words.say(brief.quiet ? 'briefSayToo' : 'briefStaySilent'),
        },
      ],
    },
  ]
}

/** @throws Refusal for what the panel does not offer */
export function briefWith(brief: Brief, part: BriefPart, values: readonly string[], by: string): Brief {
  const [value = ''] = values
  switch (part) {
    case 'every': {
      const every = EVERY.find((one) => one === value)
      if (!every) throw new Refusal('oldButton')
      return { ...brief, every, by }
    }
    case 'hour':
      if (!/^(?:1?\d|2[0-3])$/.test(value)) throw new Refusal('oldButton')
      return { ...brief, hour: Number(value), by }
    case 'channel':
      return { ...brief, channel: values[0] ?? null, by }
    case 'quiet':
      return { ...brief, quiet: !brief.quiet, by }
  }
}

export function briefForm(brief: Brief, words: Words): APIModalInteractionResponseCallbackData {
  const field = (id: string, label: string, value: string, most: number, description: string) => ({
    type: ComponentType.Label as const,
    label,
    description,
    component: {
      type: ComponentType.TextInput as const,
      custom_id: id,
      style: TextInputStyle.Short as const,
      max_length: most,
      required: false,
      ...(value && { value }),
    },
  })
  return {
    custom_id: 'settings:form;',
    title: words.say('briefForm'),
    components: [
      field('topic', words.say('briefTopic'), brief.topic ?? '', TOPIC, words.say('briefTopicForm')),
      field('zone', words.say('briefZone'), brief.zone, ZONE, words.say('briefZoneForm')),
    ],
  }
}

/** @throws Refusal for what is no time zone */
export function briefTyped(brief: Brief, typedIn: (field: string) => string, by: string): Brief {
  const zone = typedIn('zone').trim() || 'UTC'
  if (!isZone(zone)) throw new Refusal('briefNoZone', { value: shorten(plainWords(zone), ZONE) })
  const topic = shorten(plainWords(typedIn('topic')), TOPIC)
  return { ...brief, zone, topic: topic || null, by }
}
