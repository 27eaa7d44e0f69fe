/**
 * A bot that shares a database with others, as `main` starts it from the same settings, but it may fetch from this
 * machine (port `SITE_PORT`), looks for what is due often, and a Discord of this machine is asked as fast as it can be.
 */
import { fileURLToPath } from 'node:url'
import { openAnswers } from '../src/answers/live.js'
import { readConfig } from '../src/config.js'
import { Library, openFeedback, startBot } from '../src/discord/index.js'
import { makeLog } from '../src/lib/log.js'
import { startFeeds } from '../src/ops/feeds.js'
import { keepInDatabase } from '../src/ops/keeping.js'

const COMMANDS = fileURLToPath(new URL('../commands', import.meta.url))
const config = readConfig(process.env)
const log = makeLog({ level: 'info', format: 'json', secrets: [config.token, config.databaseUrl] })
const limits = { ports: [Number(process.env.SITE_PORT)], allow: (address: string) => address === '127.0.0.1' }
const keeping = await keepInDatabase(config.databaseUrl!, 'var', log)
const { state, duty } = keeping
const archive = keeping.over(
  await openAnswers({
    ...{ folder: config.articlesDir, feeds: keeping.feeds, servers: keeping.servers, log },
    database: { url: config.databaseUrl!, readUrl: null },
  }),
)
const library = new Library({
  ...{ state, archive, log, pages: limits },
  feeds: { lookMs: 200, intervalMs: 500, pageGapMs: 1 },
  briefs: { lookMs: 500 },
})
const bot = await startBot({
  ...{ archive, log, library, duty, commandsFolder: COMMANDS, cooldownMs: 0, greets: false },
  ...{
    token: config.token!,
    rest: { api: config.apiUrl!, timeout: 60_000, globalRequestsPerSecond: 5000 },
    feedback: openFeedback(state, log),
  },
  answerTimeoutMs: config.answerTimeoutMs,
  ...(config.shards !== 'auto' && { shards: config.shards }),
})
let feeds: ReturnType<typeof startFeeds> | null = null
if (config.feeds.length > 0) {
  await duty.during({
    begin() {
      const onArticles = (ids: readonly string[]) => bot.announce(ids, null)
      const timing = { intervalMs: 500, pageGapMs: 1, gatherMs: 500 }
      feeds = startFeeds({ urls: config.feeds, state, archive, log, limits, onArticles, ...timing })
    },
    async end() {
      await feeds?.close()
    },
  })
}
log.info({}, 'ready')
