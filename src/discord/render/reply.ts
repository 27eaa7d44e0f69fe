import type { RawFile } from 'discord.js'
import type {
  APIActionRowComponent,
  APIButtonComponent,
  APIChannelSelectComponent,
  APIEmbed,
  APIInteractionResponseCallbackData,
  APIRoleSelectComponent,
  APIStringSelectComponent,
} from 'discord-api-types/v10'
import type { Words } from '../../i18n/words.js'
import * as limits from './limits.js'
import { literal } from './markup.js'
import { shortenTo } from './text.js'

export type Row = APIActionRowComponent<
  APIButtonComponent | APIStringSelectComponent | APIChannelSelectComponent | APIRoleSelectComponent
>

/** A picture of an answer, with its description for those who can't see it. */
export interface Picture {
  readonly name: string
  readonly attachment: Buffer
  readonly description: string
}

/** A message as it is sent. It pings nobody but roles that moderators have named. */
export interface Reply {
  readonly content?: string
  readonly embeds: APIEmbed[]
  readonly components: Row[]
  readonly files?: Picture[]
  readonly allowedMentions: {
    readonly parse: []
    /** Roles that are pinged, where moderators want that. */
    readonly roles?: readonly string[]
    readonly repliedUser: false
  }
}

/** The reply in place of one before it, whose pictures go. */
export function instead(reply: Reply) {
  return { ...reply, attachments: [] }
}

/** The reply as Discord's API takes it: a message of its own, or one in place of another, whose pictures go. */
export function asSent({ allowedMentions: { roles = [] }, files = [], ...rest }: Reply): {
  readonly body: APIInteractionResponseCallbackData
  readonly files: RawFile[]
} {
  return {
    body: {
      ...rest,
      allowed_mentions: { parse: [], replied_user: false, ...(roles.length > 0 && { roles: [...roles] }) },
      attachments: files.map(({ name, description }, id) => ({
        id: String(id),
        filename: name,
        description,
      })),
    },
    files: files.map(({ name, attachment }) => ({ name, data: attachment })),
  }
}

/** The reply for where no files may be sent. */
export function withoutPictures({ files: _, ...rest }: Reply): Reply {
  return { ...rest, embeds: rest.embeds.map(({ image: __, ...embed }) => embed) }
}

export const COLOURS = { answered: 0x2f6f8f, silent: 0x8a8f98, done: 0x3f8f5f, trouble: 0xb0483a }

export function reply(embeds: APIEmbed[], components: Row[] = [], content = ''): Reply {
  return {
    embeds,
    components,
    allowedMentions: { parse: [], repliedUser: false },
    ...(content && { content }),
  }
}

/** The text escaped, and shortened so that it is at most `length` long with its escapes. */
export function escapeTo(text: string, length: number): string {
  return literal(shortenTo(text, (start) => literal(start).length <= length))
}

/** A plain word to whoever asked: why this can't be answered, or that something failed. */
export function renderNotice(text: string): Reply {
  return reply([{ description: escapeTo(text, limits.PAGE), color: COLOURS.trouble }])
}

/** A plain word to whoever pressed a button. */
export function renderThanks(useful: boolean, words: Words): Reply {
  return reply([{ description: literal(words.say(useful ? 'thanksUseful' : 'thanks')), color: COLOURS.done }])
}
