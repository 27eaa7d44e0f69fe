import { MessageFlags } from 'discord-api-types/v10'
import { characters, type Field } from '../form.js'
import { checkComponents, checkLayout } from './components.js'

const CONTENT = 2000
const EMBEDS = 10
/** All texts of all embeds of a message together. */
const EMBED_TOTAL = 6000
const FILES = 10
const IMAGE_SCHEMES = ['http:', 'https:', 'attachment:']

/** A message to send or the changes to one, as the API takes it. */
export function checkMessage(form: Field): void {
  form.get('content').text({ max: CONTENT })
  const flags = form.get('flags').integer() ?? 0
  const embeds = form.get('embeds').items({ max: EMBEDS })
  const total = embeds.reduce((sum, embed) => sum + checkEmbed(embed), 0)
  if (total > EMBED_TOTAL)
    embeds.at(-1)?.fail('MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${EMBED_TOTAL}`)
  if (flags & MessageFlags.IsComponentsV2) {
    for (const name of ['content', 'embeds', 'poll', 'sticker_ids'])
      if (isFilled(form.get(name)))
        form
          .get(name)
          .fail(
            'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
            `The '${name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
          )
    checkLayout(form.get('components'))
  } else checkComponents(form.get('components'))
  form.get('nonce').text({ max: 25 })
  checkAllowedMentions(form.get('allowed_mentions'))
  for (const attachment of form.get('attachments').items({ max: FILES })) {
    attachment.get('id').text({ required: true })
    attachment.get('filename').text({ max: 260 })
    attachment.get('description').text({ max: 1024 })
  }
}

const isFilled = ({ value }: Field): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)

function checkAllowedMentions(form: Field): void {
  if (form.absent) return
  for (const kind of form.get('parse').items()) kind.oneOf(['roles', 'users', 'everyone'])
  const parse = form.get('parse').value
  for (const kind of ['users', 'roles']) {
    const listed = form.get(kind).items({ max: 100 })
    if (listed.length > 0 && Array.isArray(parse) && parse.includes(kind))
      form.fail(
        'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
      )
  }
}

/** Looks an embed over and gives the length of its counted texts. */
function checkEmbed(embed: Field): number {
  if (!embed.record()) return 0
  const texts = [
    embed.get('title').text({ max: 256 }),
    embed.get('description').text({ max: 4096 }),
    part(embed.get('footer'), 'text', 2048),
    part(embed.get('author'), 'name', 256),
  ]
  for (const field of embed.get('fields').items({ max: 25 })) {
    texts.push(field.get('name').text({ min: 1, max: 256, required: true }))
    texts.push(field.get('value').text({ min: 1, max: 1024, required: true }))
  }
  embed.get('url').url()
  embed.get('color').integer({ min: 0, max: 0xffffff })
  embed.get('author').get('url').url()
  for (const image of [embed.get('image').get('url'), embed.get('thumbnail').get('url')])
    image.url(IMAGE_SCHEMES)
  for (const icon of [embed.get('author'), embed.get('footer')]) icon.get('icon_url').url(IMAGE_SCHEMES)
  const time = embed.get('timestamp')
  if (!time.absent && Number.isNaN(Date.parse(String(time.value))))
    time.fail('DATE_TIME_TYPE_PARSE', `Could not parse ${String(time.value)}. Should be ISO8601.`)
  return texts.reduce((sum, text) => sum + characters((text ?? '').trim()), 0)
}

const part = (form: Field, name: string, max: number): string | undefined =>
  form.absent ? undefined : form.get(name).text({ min: 1, max, required: true })
