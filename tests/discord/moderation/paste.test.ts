import { expect, test } from 'vitest'
import { pastedText } from '../../../src/discord/moderation/articles/form.js'

const text = (...fields: string[]) =>
  pastedText((field) => fields[['text', 'more', 'rest'].indexOf(field)] ?? '')

test('GIVEN one field THEN it is the text', () => {
  expect(text('Gates open\n\nThey opened.')).toBe('Gates open\n\nThey opened.')
})

test('GIVEN further fields THEN what they hold is further paragraphs', () => {
  expect(text('Gates open\n\nThey opened.', 'Nobody saw it.', ' ')).toBe(
    'Gates open\n\nThey opened.\n\nNobody saw it.',
  )
})

test('GIVEN a field that was full within a word THEN the word is whole', () => {
  const full = `${'Gates open\n\nThe '.padEnd(3995, 'x')} harb`
  expect(text(full, 'our was closed.')).toContain('harbour was closed.')
})
