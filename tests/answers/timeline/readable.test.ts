import { describe, expect, it } from 'vitest'
import { beginning, isReadable, LONGEST, leadLength } from '../../../src/answers/timeline/readable.js'

describe('GIVEN a line that may stand beside a day of a timeline', () => {
  it.each([
    'The ferry Aurora sank off Lorne in a storm',
    'Governor Petrov was charged with fraud',
    'The council says that the dam is safe',
    'The mayor, who had been ill for months, resigned',
  ])('THEN a whole sentence can be read by itself: %s', (line) => {
    expect(isReadable(line)).toBe(true)
  })

  it.each([
    ['points back', 'She left the town in a bus'],
    ['points back', 'This storm reached the coast'],
    ['is tied to another', 'But the council refused to pay'],
    ['is cut off', 'The inquiry found that the council had'],
    ['is cut off', 'A large oil spill from the wreck is'],
    ['is cut off', 'The minister met the crew of the ferry, which sank'],
    ['is no sentence', 'The explosion that killed nine in Orsk'],
    ['is no sentence', 'In a report released'],
    ['is of what was written', 'The report focuses on the wreck of the ferry'],
    ['is of what was written', 'The reporter said that the ferry sank'],
    ['is half of a subject', 'Ida Hale have backed plans for a new dam'],
    ['is two lines', 'Ann Hale visits the dam of Lorne Ann Hale was named its keeper'],
    ['is seen from the sentence before', 'Just three hours later the mayor fled the town'],
    ['is no sentence', 'The raid on Friday evening, which began as the guards slept'],
    ['has page furniture', 'Page last updated at 10:31 GMT the ferry sank'],
    ['has a quotation that does not end', 'The mayor said the “dam was safe'],
  ])('THEN what %s can not: %s', (_, line) => {
    expect(isReadable(line)).toBe(false)
  })

  it('THEN where it was written, who took its picture and what ties it are left out', () => {
    for (const line of [
      'Wednesday 19 October 2005 18.57 BST The ferry sank.',
      'Photograph: Ida Hale/AP The ferry sank.',
      'However, the ferry sank.',
      '• The ferry sank.',
    ])
      expect(line.slice(leadLength(line)).toLowerCase()).toBe('the ferry sank.')
  })

  it('THEN the beginning of a long one ends with a whole word', () => {
    const cut = beginning(`${'The ferry sank off the coast and nobody saw it. '.repeat(5)}`)
    expect(cut.length).toBeLessThanOrEqual(LONGEST)
    expect(cut).toMatch(/\p{L}…$/u)
  })
})
