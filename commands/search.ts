import type { Given } from '../src/discord/index.js'
import { type Command, optional, required } from '../src/discord/index.js'

export default {
  definition: {
    name: 'search',
    description: 'Passages that hold these words',
    options: [
      required('words', 'Words to look for; "in quotation marks" is an exact phrase'),
      optional('outlet', 'Only articles of this outlet'),
      optional('since', 'Only articles published on this day or later, such as: 2021-12-31'),
      optional('until', 'Only articles published on this day or earlier, such as: 2022-01-10'),
    ],
  },
  defer: 'public',
  suggest: { words: 'topic', outlet: 'outlet' },
  question: (given: Given<'words', 'outlet' | 'since' | 'until'>) => ({ command: 'search', ...given }),
} satisfies Command
