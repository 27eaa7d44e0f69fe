import { expect, test } from 'vitest'
import { questionOf } from '../../../src/answers/model/question.js'
import { isShortName, shortName } from '../../../src/articles/model/short-name.js'

test('GIVEN an article whose title and day were put right THEN its short name stays', () => {
  const before = shortName('own//undated-gates-opnd-0a1b2c3d4e.md')
  expect(shortName('own//2023-05-21-gates-opened-0a1b2c3d4e.md')).toBe(before)
  expect(shortName('own//2023-05-21-gates-opened-ffffffffff.md')).not.toBe(before)
  expect(isShortName(before)).toBe(true)
})

test('GIVEN a file of the operator’s THEN its short name goes by its path, whatever digits it ends in', () => {
  const names = ['a-2022010912.md', 'b-2022010912.md', 'c/a-2022010912.md'].map(shortName)
  expect(new Set(names).size).toBe(3)
  expect(names.every(isShortName)).toBe(true)
})

test('GIVEN a short name as the whole of a question THEN the article is asked for', () => {
  expect(questionOf('0a1b2c3d4e')).toEqual({ command: 'article', name: '0a1b2c3d4e' })
})
