import type { APIAttachment, APIEmbed, Snowflake } from 'discord-api-types/v10'
import type { Core } from '../core/core.js'
import { refuse } from '../http/refusals.js'
import type { UploadedFile } from '../http/requests.js'
import type { Channel } from '../world/world.js'

const MOST = 10
/** Bytes of one file, for a guild without boosts. */
export const FILE_LIMIT = 10 * 1024 * 1024

const MEDIA_TYPES: Record<string, string> = {
  csv: 'text/csv',
  gif: 'image/gif',
  htm: 'text/html',
  html: 'text/html',
  ics: 'text/calendar',
  jpg: 'image/jpeg',
  json: 'application/json',
  md: 'text/markdown',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  xml: 'application/xml',
}

/** The media type by a file's ending. */
export const mediaType = (name: string): string =>
  MEDIA_TYPES[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream'

/** Stores one file and describes it as Discord does. */
export function storeFile(
  core: Core,
  channelId: Snowflake,
  file: Pick<UploadedFile, 'name' | 'type' | 'data'>,
  extra: Pick<APIAttachment, 'description' | 'ephemeral'> = {},
): APIAttachment {
  if (file.data.length > FILE_LIMIT) throw refuse.tooLarge()
  const id = core.nextId()
  const name = file.name.replace(/[^\p{L}\p{N}._-]+/gu, '_')
  const type = file.type && file.type !== 'application/octet-stream' ? file.type : mediaType(name)
  core.world.files.set(id, { name, type, data: file.data })
  const url = `${core.origin}/attachments/${channelId}/${id}/${encodeURIComponent(name)}`
  return {
    id,
    filename: name,
    size: file.data.length,
    url,
    proxy_url: url,
    content_type: type,
    ...pngSize(file.data),
    ...extra,
  }
}

/**
 * The attachments of a message: those `kept`, then the uploaded files, named and described by the entries of
 * `listed` (entry n of the form belongs to the file `files[n]`).
 */
export function attach(
  core: Core,
  channel: Channel,
  listed: { id: string | number; filename?: string; description?: string }[],
  files: UploadedFile[],
  kept: APIAttachment[],
  ephemeral: boolean,
): APIAttachment[] {
  if (kept.length + files.length > MOST)
    throw refuse.invalidForm({
      attachments: {
        _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${MOST} or fewer in length.` }],
      },
    })
  const added = files.map((file) => {
    const index = /\[(\d+)\]/.exec(file.field)?.[1]
    const entry = listed.find(({ id }) => String(id) === index)
    return storeFile(
      core,
      channel.id,
      { ...file, name: entry?.filename ?? file.name },
      {
        ...(entry?.description !== undefined && { description: entry.description }),
        ...(ephemeral && { ephemeral }),
      },
    )
  })
  return [...kept, ...added]
}

/** The embeds as they are shown: of type rich, with `attachment://name` turned into the file's address. */
export function inEmbeds(embeds: APIEmbed[], attachments: APIAttachment[]): APIEmbed[] {
  const address = (url: string) =>
    attachments.find(({ filename }) => url === `attachment://${filename}`)?.url ?? url
  return embeds.map((embed) => {
    const { fields, image, thumbnail } = embed
    const shown = { ...embed, type: 'rich' as APIEmbed['type'] & string }
    if (fields) shown.fields = fields.map((field) => ({ ...field, inline: field.inline ?? false }))
    if (image) shown.image = { ...image, url: address(image.url) }
    if (thumbnail) shown.thumbnail = { ...thumbnail, url: address(thumbnail.url) }
    return shown
  })
}

/** Width and height from the header of a PNG. */
function pngSize(data: Buffer): Pick<APIAttachment, 'width' | 'height'> {
  if (data.length < 24 || data.toString('latin1', 1, 4) !== 'PNG') return {}
  return { width: data.readUInt32BE(16), height: data.readUInt32BE(20) }
}
