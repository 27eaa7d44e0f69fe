import { answer } from '../src/answers/index.js'
import type { Command } from '../src/discord/index.js'
import { renderStatus } from '../src/discord/index.js'

export default {
  definition: {
    name: 'status',
    description: 'How many articles there are, how new they are, and how the bot is doing',
  },
  defer: 'private',
  async run({ archive, scope, service, unanswered, feeds, words }) {
    const [{ note }, status, vain, ofFeeds] = await Promise.all([
      answer({ command: 'status' }, archive, scope),
      archive.status(scope),
      unanswered?.() ?? null,
      feeds?.() ?? null,
    ])
    const facts = {
      note: note ?? [],
      archive: status,
      vitals: archive.vitals(),
      service,
      server: scope.server,
      vain,
      feeds: ofFeeds,
    }
    return renderStatus(facts, words)
  },
} satisfies Command
