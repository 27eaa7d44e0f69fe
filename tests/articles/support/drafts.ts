import type { Draft } from '../../../src/articles/drafts/draft.js'

/** A draft with a text of its own. */
export const draft = (n: number | string, facts: Partial<Draft> = {}): Draft => ({
  title: `Story ${n}`,
  outlet: 'Harbour Wire',
  published: '2021-12-31',
  modified: null,
  url: null,
  author: null,
  paragraphs: [
    `The ferry number ${n} did not leave the harbour on Friday.`,
    'It will sail when the ice has gone.',
  ],
  ...facts,
})
