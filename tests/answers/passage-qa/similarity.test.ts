import { describe, expect, it } from 'vitest'
import { readQuestion } from '../../../src/answers/passage-qa/question/analyzed-question.js'
import {
  togetherness,
  verbatimShare,
  wordPairs,
} from '../../../src/answers/passage-qa/sentences/similarity.js'

const asked = readQuestion('ships harbour', { weights: { ship: 2, harbour: 2 }, related: {} })

describe('how like a question a sentence is', () => {
  it('GIVEN the question’s terms side by side THEN more together than apart, and 0 where one is missing', () => {
    const beside = togetherness(asked, ['ship', 'harbour'])
    const apart = togetherness(asked, ['ship', 'left', 'calm', 'old', 'harbour'])
    expect(beside).toBe(1)
    expect(apart).toBeGreaterThan(0)
    expect(apart).toBeLessThan(beside)
    expect(togetherness(asked, ['ship'])).toBe(0)
  })

  it('GIVEN pairs of words that stand as they do in the question THEN their share; stop words alone are no pair', () => {
    const pairs = wordPairs('Who left the old harbour of the town?')
    expect(pairs).not.toContain('of the')
    expect(verbatimShare(pairs, 'She left the old harbour.')).toBeCloseTo(3 / pairs.size)
    expect(verbatimShare(new Set(), 'Anything')).toBe(0)
  })
})
