import { ComponentType as Kind } from 'discord-api-types/v10'
import type { Field } from '../form.js'
import { checkCustomId, checkSelect } from './components.js'

/** The dialogue that a callback of type 9 opens. */
export function checkModal(form: Field): void {
  form.get('custom_id').text({ min: 1, max: 100, required: true })
  form.get('title').text({ min: 1, max: 45, required: true })
  const seen = new Set<string>()
  for (const item of form.get('components').items({ min: 1, max: 5, required: true })) {
    const type = item.get('type').oneOf([Kind.ActionRow, Kind.TextDisplay, Kind.Label], true)
    if (type === Kind.ActionRow)
      for (const input of item.get('components').items({ min: 1, max: 1, required: true })) {
        input.get('label').text({ min: 1, max: 45, required: true })
        checkInput(input, seen)
      }
    if (type === Kind.Label) {
      item.get('label').text({ min: 1, max: 45, required: true })
      item.get('description').text({ max: 100 })
      checkInput(item.get('component'), seen)
    }
    if (type === Kind.TextDisplay) item.get('content').text({ min: 1, max: 4000, required: true })
  }
}

function checkInput(input: Field, seen: Set<string>): void {
  if (input.get('type').value !== Kind.TextInput) {
    if (input.get('type').value === Kind.FileUpload) checkCustomId(input, seen)
    else checkSelect(input, seen)
    return
  }
  checkCustomId(input, seen)
  input.get('style').oneOf([1, 2], true)
  const least = input.get('min_length').integer({ min: 0, max: 4000 }) ?? 0
  const most = input.get('max_length').integer({ min: 1, max: 4000 }) ?? 4000
  if (least > most)
    input.get('min_length').fail('TEXT_INPUT_MIN_LENGTH', 'min_length is greater than max_length')
  input.get('placeholder').text({ max: 100 })
  input.get('value').text({ max: 4000 })
}
