/** The form in which a moderator checks what was found of an article. */
import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10'
import { parseDay } from '../../annotate/calendar.js'
import type { Draft } from '../../articles/draft/draft.js'
import type { Words } from '../../language/words.js'
import { Refusal } from '../incoming.js'
import { oneLine, shorten } from '../text.js'
import { writePress } from './ids.js'

const TITLE = 300
const OUTLET = 100
const DAY = 20

export function draftForm(draft: Draft, key: string, words: Words): APIModalInteractionResponseCallbackData {
  const field = (id: string, label: string, value: string, most: number, required = false) => ({
    type: ComponentType.Label as const,
    label,
    component: {
      type: ComponentType.TextInput as const,
      custom_id: id,
      style: TextInputStyle.Short as const,
      max_length: most,
      required,
      ...(value && { value: shorten(oneLine(value), most) }),
    },
  })
  return {
    custom_id: writePress('form', key),
    title: words.say('articlesForm'),
    components: [
      field('title', words.say('articlesTitle'), draft.title, TITLE, true),
      field('outlet', words.say('articlesOutlet'), draft.outlet ?? '', OUTLET),
      {
        ...field('day', words.say('articlesDay'), draft.published ?? '', DAY),
        description: words.say('articlesDayForm'),
      },
    ],
  }
}

/** The draft as it was corrected; a day that is none stays as it was. */
export function corrected(draft: Draft, typedIn: (field: string) => string): Draft {
  const day = typedIn('day').trim()
  return {
    ...draft,
    title: shorten(oneLine(typedIn('title')), TITLE),
    outlet: shorten(oneLine(typedIn('outlet')), OUTLET) || null,
    published: isDay(day) ? day : day === '' ? null : draft.published,
  }
}

/** @throws Refusal what is wrong with what was typed */
export function checkForm(typedIn: (field: string) => string): void {
  const day = typedIn('day').trim()
  if (oneLine(typedIn('title')) === '') throw new Refusal('articlesNoTitle')
  if (day !== '' && !isDay(day)) throw new Refusal('articlesNoDay', { value: oneLine(day) })
}

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && parseDay(text) !== null
