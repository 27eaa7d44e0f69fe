import { describe, expect, it } from 'vitest'
import { cached } from '../../src/answers/answer-cache.js'
import type { Answer, Question } from '../../src/answers/model/answer.js'
import type { Scope } from '../../src/archive/contract/archive.js'

const scope = { server: null }
const question = (text: string): Question => ({ command: 'ask', question: text })

/** Tells what it was asked, in order. */
function counting(fails = false) {
  const asked: Question[] = []
  const answer = async (one: Question, _: Scope) => {
    asked.push(one)
    if (fails) throw new Error('not now')
    return { query: JSON.stringify(one) } as Answer
  }
  return { asked, answer }
}

const unchanged = {}

describe('GIVEN a question that was asked before', () => {
  it('WHEN nothing has changed THEN it is not asked again', async () => {
    const { asked, answer } = counting()
    const answering = cached(answer, () => unchanged)
    const first = await answering(question('how many boats?'), scope)
    expect(await answering(question('how many boats?'), scope)).toBe(first)
    expect(asked).toHaveLength(1)
  })

  it('WHEN the articles, the server or the question is another THEN it is', async () => {
    const { asked, answer } = counting()
    let edition = {}
    const answering = cached(answer, () => edition)
    await answering(question('how many boats?'), scope)
    await answering(question('how many boats?'), { server: '1' })
    await answering(question('how many ships?'), scope)
    edition = {}
    await answering(question('how many boats?'), scope)
    expect(asked).toHaveLength(4)
  })

  it('WHEN the articles change while it is being answered THEN it is', async () => {
    const { asked, answer } = counting()
    let edition = {}
    const answering = cached(answer, () => edition)
    const under = answering(question('how many boats?'), scope)
    edition = {}
    await under
    await answering(question('how many boats?'), scope)
    expect(asked).toHaveLength(2)
  })

  it('WHEN more were asked since than are kept THEN it is', async () => {
    const { asked, answer } = counting()
    const answering = cached(answer, () => unchanged, 2)
    for (const text of ['a', 'b', 'a', 'c', 'a', 'b']) await answering(question(text), scope)
    expect(asked).toEqual(['a', 'b', 'c', 'b'].map(question))
  })

  it('WHEN it failed THEN it is', async () => {
    const { asked, answer } = counting(true)
    const answering = cached(answer, () => unchanged)
    await expect(answering(question('a'), scope)).rejects.toThrow('not now')
    await expect(answering(question('a'), scope)).rejects.toThrow('not now')
    expect(asked).toHaveLength(2)
  })
})
