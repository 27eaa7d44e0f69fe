import { describe, expect, it } from 'vitest'
import { agreementFeatures } from '../../../src/answers/passage-qa/sentences/agreement.js'
import { furtherFeatures } from '../../../src/answers/passage-qa/sentences/further.js'

const sentence = (article: string, told: string | null, score: number, text = '') => ({
  article,
  told,
  score,
  text,
  ahead: null,
  features: {},
})

describe('whether sentences agree on an answer', () => {
  it('GIVEN a second article that says the same THEN more speaks for it than where it says something else', () => {
    const agreed = agreementFeatures([sentence('a', '500', 2), sentence('b', 'about 500', 2)])
    const denied = agreementFeatures([sentence('a', '500', 2), sentence('b', '700', 2)])
    expect(agreed).toMatchObject({ sureSpan: 1, against: 0 })
    expect(denied).toMatchObject({ sureSpan: 0.5, against: 0.5 })
    expect(agreed.agreeing).toBeGreaterThan(denied.agreeing!)
  })

  it('GIVEN a number within a longer one THEN they are not the same', () => {
    expect(agreementFeatures([sentence('a', '5', 2), sentence('b', '$5 billion', 2)]).sureSpan).toBe(0.5)
  })

  it('GIVEN sentences of one article alone THEN it leads no other', () => {
    expect(agreementFeatures([sentence('a', 'Berg', 2), sentence('a', null, 0)]).marginOther).toBe(0)
  })
})

describe('whether a further sentence answers, too', () => {
  const best = sentence('a', 'Ann Berg', 3, 'Ann Berg runs the port.')

  it('GIVEN the same span in another article THEN it tells the same', () => {
    const features = furtherFeatures(
      sentence('b', 'Ann Berg', 2, 'The port is run by Ann Berg.'),
      best,
      0,
      'who',
    )
    expect(features).toMatchObject({ same: 1, 'same.who': 1, part: 0, beside: 0 })
  })

  it('GIVEN part of it THEN that alone is told; GIVEN nothing of the kind THEN it is bare', () => {
    expect(furtherFeatures(sentence('b', 'Berg', 2), best, 0, 'who')).toMatchObject({ same: 0, part: 1 })
    expect(furtherFeatures(sentence('b', null, 2), best, 0, 'who')).toMatchObject({ same: 0, bare: 1 })
  })
})
