import type { Answer, Citation, Finding } from '../../src/answers/model/answer.js'

/** Parts of answers for tests: plain ones, of which a test changes what it is about. */
export function citation(change: Partial<Citation> = {}): Citation {
  const snippet = change.snippet ?? 'Delegations meet in Geneva on 9 January.'
  return {
    article: 'harbour-wire.md',
    outlet: 'Harbour Wire',
    title: 'Delegations to meet',
    published: '2021-12-31',
    url: null,
    paragraph: 9,
    start: 100,
    end: 100 + snippet.length,
    snippet,
    highlights: [],
    ...change,
  }
}

export function finding(change: Partial<Finding> = {}): Finding {
  return { text: '9 January 2022', citations: [citation()], ...change }
}

export function answerOf(change: Partial<Answer> = {}): Answer {
  return {
    command: 'when',
    query: 'geneva',
    asOf: '2021-12-31',
    articles: 4,
    findings: [finding()],
    closest: [],
    note: null,
    ...change,
  }
}
