/** The form in which a moderator checks what was found of an article. */
import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10'
import { parseDay } from '../../../annotate/calendar.js'
import type { Draft } from '../../../articles/drafts/index.js'
import type { Words } from '../../../i18n/words.js'
import { Refusal } from '../../gateway/refusal.js'
import { oneLine, shorten } from '../../render/text.js'
import type { Pending } from './drafts.js'
import { writePress } from './ids.js'

const TITLE = 300
const OUTLET = 100
const DAY = 20
const LINK = 500

export function draftForm(
  { draft, edits }: Pick<Pending, 'draft' | 'edits'>,
  key: string,
  words: Words,
): APIModalInteractionResponseCallbackData {
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
    title: words.say(edits ? 'articlesEditForm' : 'articlesForm'),
    components: [
      field('title', words.say('articlesTitle'), draft.title, TITLE, true),
      field('outlet', words.say('articlesOutlet'), draft.outlet ?? '', OUTLET),
      {
        ...field('day', words.say('articlesDay'), draft.published ?? '', DAY),
        description: words.say('articlesDayForm'),
      },
      field('link', words.say('articlesLink'), draft.url ?? '', LINK),
    ],
  }
}

/** Discord's limit for one field, and the ids of the fields, which hold one text together. */
const PASTED_MOST = 4000
const PASTED = ['text', 'more', 'rest'] as const

/** The form into which an article is pasted. */
export function pasteForm(words: Words): APIModalInteractionResponseCallbackData {
  return {
    custom_id: writePress('pasted'),
    title: words.say('articlesPasteForm'),
    components: PASTED.map((id, at) => ({
      type: ComponentType.Label as const,
      label: words.say(at === 0 ? 'articlesPasteText' : 'articlesPasteMore'),
      description:
        at === 0 ? words.say('articlesPasteHint') : words.say('articlesPasteMoreHint', { n: PASTED_MOST }),
      component: {
        type: ComponentType.TextInput as const,
        custom_id: id,
        style: TextInputStyle.Paragraph as const,
        max_length: PASTED_MOST,
        required: at === 0,
      },
    })),
  }
}

/** The text as it was pasted: a field that was full may end within a word. */
export function pastedText(typedIn: (field: string) => string): string {
  return PASTED.map(typedIn).reduce((before, part) => {
    if (part.trim() === '') return before
    return before.length >= PASTED_MOST && !/\s$/.test(before) && /^[\p{Ll}\p{N},.;]/u.test(part)
      ? before + part
      : `${before}\n\n${part}`
  })
}

/** The draft as it was corrected; a day that is none stays as it was. */
export function corrected(draft: Draft, typedIn: (field: string) => string): Draft {
  const day = typedIn('day').trim()
  const link = typedIn('link').trim()
  const { basis, outletBasis, unclearDate: _, ...rest } = draft
  const published = isDay(day) ? day : day === '' ? null : draft.published
  const outlet = shorten(oneLine(typedIn('outlet')), OUTLET) || null
  return {
    ...rest,
    // What a person has put in is given.
    ...(basis && published === draft.published && { basis }),
    ...(outletBasis && outlet === draft.outlet && { outletBasis }),
    title: shorten(oneLine(typedIn('title')), TITLE),
    outlet,
    published,
    url: isAddress(link) ? link : link === '' ? null : draft.url,
  }
}

/** @throws Refusal what is wrong with what was typed */
export function checkForm(typedIn: (field: string) => string): void {
  const day = typedIn('day').trim()
  if (oneLine(typedIn('title')) === '') throw new Refusal('articlesNoTitle')
  if (day !== '' && !isDay(day)) throw new Refusal('articlesNoDay', { value: oneLine(day) })
  const link = typedIn('link').trim()
  if (link !== '' && !isAddress(link)) throw new Refusal('articlesNoLink', { value: oneLine(link) })
}

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && parseDay(text) !== null

const isAddress = (text: string) => /^https?:\/\/[^\s/]/i.test(text) && URL.canParse(text)
