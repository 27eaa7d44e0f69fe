import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { QuestionError, questionOf } from '../../../src/answers/model/question.js'

describe('a question as it is typed', () => {
  it.each([
    ['/when geneva', { command: 'when', topic: 'geneva' }],
    ['/timeline geneva from:2021', { command: 'timeline', topic: 'geneva', from: '2021' }],
    ['/compare troops', { command: 'compare', topic: 'troops' }],
    ['/who-said "severe sanctions"', { command: 'who-said', words: '"severe sanctions"' }],
    [
      '/who-said severe sanctions speaker:"Ana Belova"',
      { command: 'who-said', words: 'severe sanctions', speaker: 'Ana Belova' },
    ],
    ['/who-said words:"severe sanctions"', { command: 'who-said', words: 'severe sanctions' }],
    [
      '/search troops outlet:Herald since:2021-12',
      { command: 'search', words: 'troops', outlet: 'Herald', since: '2021-12' },
    ],
    ['/ask Is this true: yes or no?', { command: 'ask', question: 'Is this true: yes or no?' }],
    ['/sources', { command: 'sources', outlet: '' }],
    ['/help', { command: 'help' }],
  ])('GIVEN %s THEN it is that command', (text, question) => {
    expect(questionOf(text)).toEqual(question)
  })

  it.each([
    ['when are the talks in Geneva?', { command: 'when', verb: 'are', topic: 'the talks in Geneva' }],
    ['When did the dam open?', { command: 'when', verb: 'did', topic: 'the dam open' }],
    ['who said "severe sanctions"?', { command: 'who-said', words: '"severe sanctions"' }],
    ['who warned that the valley will drown', { command: 'who-said', words: 'the valley will drown' }],
    ['how many people live there?', { command: 'ask', question: 'how many people live there?' }],
    ['which sources do you have?', { command: 'sources' }],
    ['What did Belova say about the dam?', { command: 'quotes', speaker: 'Belova', topic: 'the dam' }],
    ['what has the minister promised', { command: 'ask', question: 'what has the minister promised' }],
    ['help!', { command: 'help' }],
    ['search for the dam', { command: 'search', words: 'the dam' }],
  ])('GIVEN the plain words %s THEN they are routed', (text, question) => {
    expect(questionOf(text)).toEqual(question)
  })

  it('GIVEN a command that does not exist THEN the error names those that do', () => {
    expect(() => questionOf('/whence geneva')).toThrow(QuestionError)
    expect(() => questionOf('/whence geneva')).toThrow(/\/whence.*\/when/)
  })

  it('GIVEN any text THEN it is a question or a QuestionError', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.string().map((text) => `/${text}`),
        ),
        (text) => {
          try {
            expect(questionOf(text)).toHaveProperty('command')
          } catch (error) {
            expect(error).toBeInstanceOf(QuestionError)
          }
        },
      ),
    )
  })
})
