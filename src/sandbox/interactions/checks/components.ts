import { ButtonStyle, ComponentType as Kind } from 'discord-api-types/v10'
import type { Field } from '../form.js'

const CUSTOM_ID = 100
const SELECTS = [
  Kind.StringSelect,
  Kind.UserSelect,
  Kind.RoleSelect,
  Kind.MentionableSelect,
  Kind.ChannelSelect,
]

/** Components of a plain message: up to five rows of five buttons or one select each. */
export function checkComponents(form: Field): void {
  const seen = new Set<string>()
  for (const row of form.items({ max: 5 })) {
    if (row.get('type').oneOf([Kind.ActionRow], true)) checkRow(row, seen)
  }
}

/** Components of a message with the flag IS_COMPONENTS_V2: up to 40 in all, 4,000 characters of text. */
export function checkLayout(form: Field): void {
  const seen = new Set<string>()
  const items = form.items({ min: 1, required: true })
  const count = items.reduce((sum, item) => sum + checkLayoutItem(item, seen), 0)
  if (count > 40)
    form.fail('COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', 'The total number of components cannot exceed 40')
}

/** Looks a layout component over and gives how many components it makes. */
function checkLayoutItem(item: Field, seen: Set<string>): number {
  const inside = (list: Field[]) => list.reduce((sum, child) => sum + checkLayoutItem(child, seen), 1)
  switch (item.get('type').value) {
    case Kind.ActionRow:
      return checkRow(item, seen) + 1
    case Kind.Section:
      return inside([
        ...item.get('components').items({ min: 1, max: 3, required: true }),
        item.get('accessory'),
      ])
    case Kind.Container:
      return inside(item.get('components').items({ min: 1, required: true }))
    case Kind.TextDisplay:
      item.get('content').text({ min: 1, max: 4000, required: true })
      return 1
    case Kind.MediaGallery:
      item.get('items').items({ min: 1, max: 10, required: true })
      return 1
    case Kind.Button:
      checkButton(item, seen)
      return 1
    case Kind.Thumbnail:
      item.get('media').get('url').url(['http:', 'https:', 'attachment:'])
      return 1
    case Kind.File:
      item.get('file').get('url').url(['attachment:'])
      return 1
    case Kind.Separator:
      return 1
    default:
      item
        .get('type')
        .oneOf(
          [
            Kind.ActionRow,
            Kind.Section,
            Kind.TextDisplay,
            Kind.MediaGallery,
            Kind.File,
            Kind.Separator,
            Kind.Container,
          ],
          true,
        )
      return 1
  }
}

/** Looks an action row over and gives how many components it holds. */
function checkRow(row: Field, seen: Set<string>): number {
  const items = row.get('components').items({ min: 1, max: 5, required: true })
  const selects = items.filter((item) => SELECTS.includes(item.get('type').value as Kind))
  if (selects.length > 0 && items.length > 1)
    row.fail('COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'The specified component exceeds the maximum width')
  for (const item of items) {
    if (item.get('type').value === Kind.Button) checkButton(item, seen)
    else if (item.get('type').oneOf([Kind.Button, ...SELECTS], true)) checkSelect(item, seen)
  }
  return items.length
}

function checkButton(button: Field, seen: Set<string>): void {
  const style = button.get('style').integer({ min: 1, max: 6, required: true })
  const label = button.get('label').text({ max: 80 })
  if (style === ButtonStyle.Premium) return void button.get('sku_id').present(true)
  if (!label && button.get('emoji').absent)
    button.fail('BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED', 'A button must have a label or an emoji')
  if (style === ButtonStyle.Link) {
    if (button.get('url').text({ min: 1, max: 512, required: true }))
      button.get('url').url(['http:', 'https:', 'discord:'])
    if (!button.get('custom_id').absent)
      button.fail('BUTTON_COMPONENT_CUSTOM_ID_AND_URL', 'A custom id and url cannot both be specified')
  } else {
    checkCustomId(button, seen)
    if (!button.get('url').absent)
      button.get('url').fail('BUTTON_COMPONENT_INVALID_URL', 'A url is only for link buttons')
  }
}

export function checkSelect(select: Field, seen: Set<string>): void {
  checkCustomId(select, seen)
  select.get('placeholder').text({ max: 150 })
  const least = select.get('min_values').integer({ min: 0, max: 25 }) ?? 1
  const most = select.get('max_values').integer({ min: 1, max: 25 }) ?? 1
  if (least > most)
    select.get('min_values').fail('SELECT_COMPONENT_MIN_VALUES', 'min_values is greater than max_values')
  if (select.get('type').value !== Kind.StringSelect) return
  const values = new Set<unknown>()
  const options = select.get('options').items({ min: 1, max: 25, required: true })
  for (const option of options) {
    option.get('label').text({ min: 1, max: 100, required: true })
    const value = option.get('value').text({ min: 1, max: 100, required: true })
    option.get('description').text({ max: 100 })
    if (values.has(value))
      option
        .get('value')
        .fail('SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', 'The specified option value is already used')
    values.add(value)
  }
  if (most > options.length)
    select
      .get('max_values')
      .fail('SELECT_COMPONENT_MAX_VALUES', 'max_values is greater than the number of options')
}

export function checkCustomId(component: Field, seen: Set<string>): void {
  const id = component.get('custom_id').text({ min: 1, max: CUSTOM_ID, required: true })
  if (id === undefined) return
  if (seen.has(id))
    component
      .get('custom_id')
      .fail('COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated')
  seen.add(id)
}
