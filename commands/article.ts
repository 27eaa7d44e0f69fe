import type { Given } from '../src/discord/index.js'
import { type Command, required } from '../src/discord/index.js'

export default {
  definition: {
    name: 'article',
    description: 'What one article holds, paragraph by paragraph',
    options: [required('name', 'Its title or file name, or a part of either')],
  },
  defer: 'public',
  suggest: { name: 'article' },
  question: (given: Given<'name'>) => ({ command: 'article', ...given }),
} satisfies Command
