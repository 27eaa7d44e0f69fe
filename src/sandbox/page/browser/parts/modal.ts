import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10'
import type { People } from '../composer/people.js'
import { choicesOf, defaultsOf, sameControl } from '../messages/controls.js'
import { Component, PARAGRAPH } from '../messages/discord.js'
import { selectMenu } from '../messages/select-menu.js'
import { type Child, h, newId } from './dom.js'
import { icon } from './icons.js'
import { renderText } from './text.js'

type Values = Record<string, string | string[]>

/** A field of a dialogue, whichever way it is labelled. */
interface Input {
  type: number
  custom_id: string
  label?: string
  style?: number
  value?: string
  placeholder?: string
  required?: boolean
  min_length?: number
  max_length?: number
  min_values?: number
  max_values?: number
}

/** Shows the dialogue that the bot opened. @param send gives an error to be shown in it, or undefined when it went well */
export function openModal(
  modal: APIModalInteractionResponseCallbackData,
  people: People,
  send: (fields: Values) => Promise<string | undefined>,
): void {
  const chosen: Values = {}
  const opener = document.activeElement
  const title = h('h2', { id: newId() }, modal.title)
  const problem = h('p', { class: 'problem', role: 'alert' })
  const dialog = h('dialog', { class: 'modal', 'aria-labelledby': title.id })
  const close = () => dialog.close()
  const form = h(
    'form',
    { method: 'dialog' },
    h(
      'header',
      {},
      title,
      h('button', { type: 'button', class: 'plain', 'aria-label': 'Close', onclick: close }, icon('close')),
    ),
    ...modal.components.map((component) => renderPart(component, people, chosen)),
    problem,
    h(
      'footer',
      {},
      h('button', { type: 'button', class: 'button secondary', onclick: close }, 'Cancel'),
      h('button', { type: 'submit', class: 'button primary' }, 'Submit'),
    ),
  )
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const typed = Object.fromEntries(new FormData(form)) as Record<string, string>
    const wrong = await send({ ...typed, ...chosen })
    if (wrong === undefined) close()
    else problem.textContent = wrong
  })
  dialog.append(form)
  dialog.addEventListener('close', () => {
    dialog.remove()
    // The browser gives the focus back by itself, unless the message was drawn anew meanwhile.
    const id = opener?.isConnected ? undefined : opener?.closest<HTMLElement>('.message')?.dataset.id
    const message = id && document.querySelector<HTMLElement>(`.message[data-id="${id}"]`)
    if (message) sameControl(message, opener).focus({ preventScroll: true })
  })
  document.body.append(dialog)
  dialog.showModal()
  form.querySelector<HTMLElement>('input, textarea, .select-menu')?.focus()
}

function renderPart(component: { type: number }, people: People, chosen: Values): Child {
  if (component.type === Component.textDisplay) {
    const { content } = component as { type: number; content: string }
    return h('div', { class: 'modal-text' }, ...renderText(content, people))
  }
  if (component.type === Component.row) {
    const [input] = (component as { type: number; components: Input[] }).components
    return input ? renderField(input, input.label ?? '', undefined, people, chosen) : null
  }
  if (component.type !== Component.label) return null
  const labelled = component as { type: number; label: string; description?: string; component: Input }
  return renderField(labelled.component, labelled.label, labelled.description, people, chosen)
}

function renderField(
  input: Input,
  label: string,
  description: string | undefined,
  people: People,
  chosen: Values,
): HTMLElement {
  const required = input.required ?? true
  const hint = description ? h('span', { class: 'quiet', id: newId() }, description) : null
  const choices = choicesOf(input, people)
  const field = choices
    ? selectMenu({
        placeholder: input.placeholder ?? label,
        choices,
        picked: defaultsOf(input),
        least: input.min_values ?? (required ? 1 : 0),
        most: input.max_values ?? 1,
        onChange: (values) => {
          chosen[input.custom_id] = values
        },
      })
    : textField(input, required, hint?.id)
  if (choices) chosen[input.custom_id] = defaultsOf(input)
  return h(
    'label',
    { class: 'field' },
    h('span', { class: 'field-label' }, label, required ? h('span', { class: 'required' }, ' *') : null),
    hint,
    field,
  )
}

function textField(input: Input, required: boolean, describedBy: string | undefined): HTMLElement {
  const attributes = {
    name: input.custom_id,
    required,
    placeholder: input.placeholder,
    minlength: input.min_length,
    maxlength: input.max_length,
    'aria-describedby': describedBy,
  }
  const field =
    input.style === PARAGRAPH
      ? h('textarea', { ...attributes, rows: 4 })
      : h('input', { ...attributes, type: 'text', autocomplete: 'off' })
  field.value = input.value ?? ''
  return field
}
