import {
  type APIEmbed,
  type APIMessage,
  type APIMessageComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord-api-types/v10'
import { type NameOf, printable, renderMarkup, type Style } from './markup.js'

/** Something in a message that can be used by its number. */
export interface Control {
  label: string
  customId: string
  /** For an option of a select menu. */
  value?: string
}

/** A message as lines of text; its buttons and options are numbered in the order of `controlsOf`. */
export function renderMessage(message: APIMessage, style: Style, nameOf: NameOf, edited = false): string {
  const text = (raw: string) => renderMarkup(raw, style, nameOf)
  const notes = [
    (message.flags ?? 0) & MessageFlags.Ephemeral ? 'only you can see this' : '',
    edited ? 'edited' : '',
  ].filter((note) => note !== '')
  const head = style.bold(printable(message.author.global_name ?? message.author.username))
  const files = message.attachments.map(
    ({ filename, size, url }) => `${style.link(filename, url)} (${size} bytes)`,
  )
  const parts = [
    notes.length > 0 ? `${head} ${style.dim(`(${notes.join(', ')})`)}` : head,
    message.content && text(message.content),
    ...message.embeds.map((embed) => renderEmbed(embed, style, text)),
    ...files,
    renderControls(message, style),
  ]
  return parts.filter((part) => part !== '').join('\n')
}

function renderEmbed(embed: APIEmbed, style: Style, text: (raw: string) => string): string {
  const title = embed.title === undefined ? '' : style.bold(text(embed.title))
  const parts = [
    embed.author ? text(embed.author.name) : '',
    embed.url && title ? style.link(title, embed.url) : title,
    embed.description ? text(embed.description) : '',
    ...(embed.fields ?? []).map(({ name, value }) => `${style.bold(text(name))}\n${text(value)}`),
    embed.image ? style.link('[picture]', embed.image.url) : '',
    embed.footer ? style.dim(printable(embed.footer.text)) : '',
  ]
  return parts
    .filter((part) => part !== '')
    .join('\n')
    .split('\n')
    .map((line) => `${style.dim('│')} ${line}`)
    .join('\n')
}

function renderControls(message: APIMessage, style: Style): string {
  const numbered = controlsOf(message).map(({ label }, index) => `[${index + 1}] ${label}`)
  const others = flat(message.components ?? []).flatMap((component) => {
    if (component.type !== ComponentType.Button) return []
    const label = labelOf(component as Labelled)
    if (component.style === ButtonStyle.Link) return style.link(label, component.url)
    return component.disabled ? style.dim(`[-] ${label}`) : []
  })
  return [...numbered, ...others].join('  ')
}

/** The buttons and select options that can be used. */
export function controlsOf(message: APIMessage): Control[] {
  return flat(message.components ?? []).flatMap((component): Control[] => {
    if (component.type === ComponentType.StringSelect && !component.disabled)
      return component.options.map(({ label, value }) => ({
        label: printable(label),
        customId: component.custom_id,
        value,
      }))
    if (component.type !== ComponentType.Button || component.disabled || !('custom_id' in component))
      return []
    return [{ label: labelOf(component as Labelled), customId: component.custom_id }]
  })
}

interface Labelled {
  label?: string
  emoji?: { name?: string | null }
}

const labelOf = (button: Labelled): string =>
  printable([button.emoji?.name, button.label].filter(Boolean).join(' '))

const flat = (components: readonly APIMessageComponent[]): APIMessageComponent[] =>
  components.flatMap((component) => [
    component,
    ...('components' in component ? flat(component.components as APIMessageComponent[]) : []),
  ])
