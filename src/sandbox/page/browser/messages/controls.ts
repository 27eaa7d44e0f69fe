import '@skyra/discord-components-core/discord-action-row.js'
import type { APIMessage, APIMessageComponent } from 'discord-api-types/v10'
import { channelChoices, personChoices, roleChoices } from '../composer/choices.js'
import type { People } from '../composer/people.js'
import { h } from '../parts/dom.js'
import { emojiIcons, icon } from '../parts/icons.js'
import type { Choice } from '../parts/listbox.js'
import { outward } from '../parts/text.js'
import { Button, Component } from './discord.js'
import { selectMenu } from './select-menu.js'

/** What a message's components ask for. */
export interface ControlUse {
  click(message: APIMessage, customId: string): Promise<void>
  select(message: APIMessage, customId: string, values: string[]): Promise<void>
}

/** The rows of buttons and selects under a message. */
export function renderControls(message: APIMessage, people: People, use: ControlUse): HTMLElement[] {
  return (message.components ?? []).flatMap((row) => {
    if (row.type !== Component.row) return []
    const controls = row.components.map((component) => renderControl(message, component, people, use))
    return h('discord-action-row', { slot: 'components' }, ...controls)
  })
}

function renderControl(
  message: APIMessage,
  component: APIMessageComponent,
  people: People,
  use: ControlUse,
): HTMLElement | null {
  if (component.type === Component.button) return renderButton(message, component, use)
  if (!('custom_id' in component)) return null
  const { custom_id: customId } = component
  const choices = choicesOf(component, people)
  if (!choices) return null
  const select = component as {
    placeholder?: string
    min_values?: number
    max_values?: number
    disabled?: boolean
  }
  return selectMenu({
    placeholder: select.placeholder ?? 'Make a selection',
    choices,
    picked: defaultsOf(component),
    least: select.min_values ?? 1,
    most: select.max_values ?? 1,
    disabled: select.disabled ?? false,
    attributes: { 'data-control': customId },
    onChange: (values) => void use.select(message, customId, values),
  })
}

function renderButton(
  message: APIMessage,
  button: Extract<APIMessageComponent, { type: typeof Component.button }>,
  use: ControlUse,
): HTMLElement | null {
  if (!('label' in button) && !('emoji' in button)) return null
  const emoji = (button.emoji?.id ? '' : button.emoji?.name) ?? ''
  const drawn = emojiIcons[emoji]
  const label = [drawn ? '' : emoji, button.label].filter(Boolean).join(' ')
  if (button.style === Button.link) {
    const link = outward(button.url, document.createTextNode(label), icon('open'))
    link.className = 'button secondary'
    return link
  }
  if (!('custom_id' in button)) return null
  const { custom_id: customId } = button
  const element = h(
    'button',
    {
      type: 'button',
      class: `button ${Button.classes[button.style] ?? 'secondary'}`,
      disabled: button.disabled,
      'data-control': customId,
      'aria-label': button.label ? undefined : button.emoji?.name,
    },
    drawn ? icon(drawn) : null,
    label,
  )
  element.addEventListener('click', async () => {
    if (element.getAttribute('aria-busy') === 'true') return
    element.setAttribute('aria-busy', 'true')
    await use.click(message, customId)
    element.removeAttribute('aria-busy')
  })
  return element
}

/** Where the focus goes that was on a control of a message drawn anew: the same control, or the message. */
export function sameControl(after: HTMLElement, control: Element | null): HTMLElement {
  const id = control instanceof HTMLElement ? control.dataset.control : undefined
  const same = [...after.querySelectorAll<HTMLButtonElement>('[data-control]')].find(
    (element) => element.dataset.control === id && !element.disabled,
  )
  return same ?? after
}

/** What a select offers: its own options, or people, roles and channels. */
export function choicesOf(component: { type: number }, people: People): Choice[] | undefined {
  switch (component.type) {
    case Component.stringSelect: {
      const { options } = component as unknown as {
        options: {
          label: string
          value: string
          description?: string
          emoji?: { id?: string; name?: string }
        }[]
      }
      return options.map(({ label, value, description, emoji }) => ({
        label: emoji?.name && !emoji.id ? `${emoji.name} ${label}` : label,
        value,
        detail: description,
      }))
    }
    case Component.userSelect:
      return personChoices(people)
    case Component.roleSelect:
      return roleChoices(people)
    case Component.mentionableSelect:
      return [...personChoices(people), ...roleChoices(people)]
    case Component.channelSelect:
      return channelChoices(people, (component as { channel_types?: number[] }).channel_types)
    default:
      return undefined
  }
}

/** What is chosen from the start. */
export function defaultsOf(component: object): string[] {
  const { options = [], default_values = [] } = component as {
    options?: { value: string; default?: boolean }[]
    default_values?: { id: string }[]
  }
  const marked = options.filter((option) => option.default).map(({ value }) => value)
  return [...marked, ...default_values.map(({ id }) => id)]
}
