import { describe, expect, it } from 'vitest'
import type { Answer, Question } from '../../src/answers/answer.js'
import { keepingAnswers } from '../../src/answers/kept.js'
import type { Archive } from '../../src/archive/archive.js'

const scope = { server: null }
const ask = (question: string): Question => ({ command: 'ask', question })
const archive = () => ({}) as Archive

/** Tells what it was asked, in order. */
function counting(fails = false) {
  const asked: Question[] = []
  const answer = async (question: Question) => {
    asked.push(question)
    if (fails) throw new Error('not now')
    return { query: JSON.stringify(question) } as Answer
  }
  return { asked, answer }
}

describe('GIVEN a question that was asked before', () => {
  it('WHEN the archive is the same THEN its answer is not worked out again', async () => {
    const { asked, answer } = counting()
    const answering = keepingAnswers(answer)
    const one = archive()
    const first = await answering(ask('how many boats?'), one, scope)
    expect(await answering(ask('how many boats?'), one, scope)).toBe(first)
    expect(asked).toHaveLength(1)
  })

  it('WHEN the archive, the server or the question is another THEN it is', async () => {
    const { asked, answer } = counting()
    const answering = keepingAnswers(answer)
    const one = archive()
    await answering(ask('how many boats?'), one, scope)
    await answering(ask('how many boats?'), archive(), scope)
    await answering(ask('how many boats?'), one, { server: '1' })
    await answering(ask('how many ships?'), one, scope)
    expect(asked).toHaveLength(4)
  })

  it('WHEN more were asked since than are kept THEN it is', async () => {
    const { asked, answer } = counting()
    const answering = keepingAnswers(answer, 2)
    const one = archive()
    for (const question of ['a', 'b', 'a', 'c', 'a', 'b']) await answering(ask(question), one, scope)
    expect(asked).toEqual(['a', 'b', 'c', 'b'].map(ask))
  })

  it('WHEN it failed THEN it is', async () => {
    const { asked, answer } = counting(true)
    const answering = keepingAnswers(answer)
    const one = archive()
    await expect(answering(ask('a'), one, scope)).rejects.toThrow('not now')
    await expect(answering(ask('a'), one, scope)).rejects.toThrow('not now')
    expect(asked).toHaveLength(2)
  })
})
