/** What goes on beside the bot while it runs: a watch over the folder, and the server that tells how all is doing. */
import type { LiveArchive } from '../archive/contract/archive.js'
import { watchArticles } from '../archive/index.js'
import type { Config } from '../config.js'
import { type Bot, VERSION } from '../discord/index.js'
import type { Log } from '../lib/log.js'
import { type Metrics, makeMetrics } from '../lib/metrics.js'
import { healthOf, measure } from './health/health.js'
import { startHealthServer } from './health/server.js'

export interface Attendance {
  readonly metrics: Metrics
  /** Whose health is told, from when there is one. */
  bot: Pick<Bot, 'vitals'> | null
  close(): Promise<void>
}

/** @throws Error when the folder can't be watched, or the port can't be used */
export async function attend(
  { articlesDir, watchArticles: wanted, healthPort }: Config,
  archive: LiveArchive,
  log: Log,
): Promise<Attendance> {
  const metrics = makeMetrics()
  const closers: (() => Promise<void> | void)[] = []
  const attendance: Attendance = {
    metrics,
    bot: null,
    async close() {
      for (const close of closers) await close()
    },
  }
  const vitals = () => attendance.bot?.vitals() ?? null
  if (healthPort !== null) {
    measure(metrics, () => archive.vitals(), vitals)
    const server = await startHealthServer({
      port: healthPort,
      health: () => healthOf(archive, vitals, VERSION),
      metrics: metrics.text,
    })
    closers.push(server.close)
    log.info({ url: server.url }, 'health is told')
  }
  if (wanted) closers.push(watchArticles(archive, { folder: articlesDir, log }).close)
  return attendance
}
