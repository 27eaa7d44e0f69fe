/** A process that follows a feed, and tells nobody of what it brings. Arguments: the feed's address, its port, the folder. */
import { openArchive } from '../../src/archive/worker/live.js'
import { feedArticles, startFeeds } from '../../src/ops/feeds.js'
import { memoryLog } from '../discord/memory-log.js'
import { articleFolder } from './folder.js'
import { filesIn } from './state.js'

const [url, port, folder] = process.argv.slice(2) as [string, string, string]
const articles = await articleFolder()
const archive = await openArchive({ folder: articles.path, feeds: feedArticles(folder) })
startFeeds({
  ...{
    urls: [url],
    state: filesIn(folder, { feeds: folder }),
    archive,
    log: memoryLog().log,
    pageGapMs: 1,
    gatherMs: 3_600_000,
  },
  limits: { ports: [Number(port)], allow: (address) => address === '127.0.0.1' },
  onArticles: async () => true,
})
