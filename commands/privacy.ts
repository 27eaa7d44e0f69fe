import type { Command } from '../src/discord/index.js'
import { renderPrivacy } from '../src/discord/index.js'

export default {
  definition: {
    name: 'privacy',
    description: 'What I keep, for how long, and how to have it deleted',
  },
  defer: 'private',
  run: async ({ keepsFeedback, keptOfMine, moderates, words }) =>
    renderPrivacy({ keepsFeedback, ofMine: keptOfMine && (await keptOfMine()), moderates }, words),
} satisfies Command
