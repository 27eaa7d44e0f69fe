import '@skyra/discord-components-core/discord-embed.js'
import '@skyra/discord-components-core/discord-embed-description.js'
import '@skyra/discord-components-core/discord-embed-field.js'
import '@skyra/discord-components-core/discord-embed-fields.js'
import '@skyra/discord-components-core/discord-embed-footer.js'
import type { APIEmbed } from 'discord-api-types/v10'
import type { People } from '../composer/people.js'
import { h } from '../parts/dom.js'
import { picture } from '../parts/pictures.js'
import { outward, renderLine, renderText } from '../parts/text.js'
import { sentAt } from '../parts/times.js'

/**
 * An embed. Title, author and the names of fields are slotted in, as the package's own attributes take every long
 * number for an emoji on a remote server.
 */
export function renderEmbed(embed: APIEmbed, people: People): HTMLElement {
  const { author, title, url, description, fields = [], image, thumbnail, footer, timestamp, color } = embed
  const heading = title === undefined ? [] : renderLine(title, people)
  return h(
    'discord-embed',
    {
      slot: 'embeds',
      color: color === undefined ? undefined : `#${color.toString(16).padStart(6, '0')}`,
    },
    h(
      'discord-embed-description',
      { slot: 'description' },
      author ? h('div', { class: 'embed-author' }, author.name) : null,
      title === undefined
        ? null
        : h('div', { class: 'embed-title' }, ...(url === undefined ? heading : [outward(url, ...heading)])),
      ...(description === undefined ? [] : renderText(description, people)),
    ),
    fields.length === 0
      ? null
      : h('discord-embed-fields', { slot: 'fields' }, ...fieldElements(fields, people)),
    image
      ? h('div', { slot: 'fields', class: 'embed-image' }, picture(image.url, title ?? 'Picture', image))
      : null,
    thumbnail
      ? h('div', { slot: 'fields', class: 'embed-thumbnail' }, picture(thumbnail.url, '', thumbnail))
      : null,
    footer || timestamp
      ? h(
          'discord-embed-footer',
          { slot: 'footer' },
          [footer?.text, timestamp ? sentAt(timestamp) : undefined].filter(Boolean).join(' • '),
        )
      : null,
  )
}

/** Fields; up to three that are to stand side by side share a line. */
function fieldElements(fields: NonNullable<APIEmbed['fields']>, people: People): HTMLElement[] {
  let column = 0
  return fields.map(({ name, value, inline }) => {
    column = inline ? (column % 3) + 1 : 0
    return h(
      'discord-embed-field',
      inline ? { inline: true, 'inline-index': column } : {},
      h('div', { class: 'field-name' }, ...renderLine(name, people)),
      ...renderText(value, people),
    )
  })
}
