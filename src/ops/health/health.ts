/** What the server of health tells: of the process, of the archive, of the connection to Discord. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { ArchiveStatus, ArchiveVitals, LiveArchive } from '../../archive/contract/archive.js'
import type { BotVitals, ShardVitals } from '../../discord/index.js'
import type { Metrics } from '../../lib/metrics.js'
import type { Health } from './server.js'

const SHARED = { server: null }
/** The archive answers in milliseconds unless it is being started anew. */
const PATIENCE_MS = 2000

/** @param version of the program */
export async function healthOf(
  archive: LiveArchive,
  bot: () => BotVitals | null,
  version: string,
): Promise<Health> {
  const status = await statusInTime(archive)
  const vitals = bot()
  const { reloading, restarts, reloads, refused } = archive.vitals()
  return {
    ready: status !== null && vitals?.connected === true,
    version,
    uptimeSeconds: Math.round(process.uptime()),
    discord: vitals,
    archive: status && {
      version: status.version,
      builtAt: status.builtAt,
      articles: status.articles,
      passages: status.passages,
      newest: status.newest,
      rejected: status.rejections.length,
      undated: status.gaps.undated,
      withoutOutlet: status.gaps.withoutOutlet,
    },
    reloading,
    restarts,
    reloads,
    refusedReloads: refused,
  }
}

async function statusInTime(archive: LiveArchive): Promise<ArchiveStatus | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), PATIENCE_MS)
  })
  return Promise.race([archive.status(SHARED).catch(() => null), late]).finally(() => clearTimeout(timer))
}

/** Figures that stand at the moment. What is counted is counted where it happens. */
export function measure(metrics: Metrics, archive: () => ArchiveVitals, bot: () => BotVitals | null): void {
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  metrics.gauge(
    'crisis_desk_connected',
    'Whether Discord’s gateway gives signs of life to every shard.',
    () => (bot()?.connected ? 1 : 0),
  )
  const ofShards = (value: (shard: ShardVitals) => number | null) => () =>
    (bot()?.shard ?? []).flatMap((shard) => {
      const at = value(shard)
      return at === null ? [] : [[{ shard: String(shard.id) }, at] as const]
    })
  metrics.gauge('crisis_desk_shards', 'Shards in all processes.', () => bot()?.shards ?? 0)
  metrics.gauge(
    'crisis_desk_shard_connected',
    'Whether Discord’s gateway gives signs of life to a shard.',
    ofShards(({ connected }) => Number(connected)),
  )
  metrics.gauge(
    'crisis_desk_shard_servers',
    'Servers of a shard.',
    ofShards(({ servers }) => servers),
  )
  metrics.gauge(
    'crisis_desk_shard_ping_seconds',
    'How long the last heartbeat took to be acknowledged.',
    ofShards(({ ping }) => ping && ping / 1000),
  )
  metrics.gauge(
    'crisis_desk_clients_replaced',
    'Clients that were silently dead.',
    () => bot()?.replaced ?? 0,
  )
  metrics.gauge(
    'crisis_desk_waiting',
    'Requests that wait to be acknowledged or answered.',
    () => bot()?.waiting ?? 0,
  )
  metrics.gauge(
    'crisis_desk_articles',
    'Articles of the archive that everybody sees.',
    () => archive().articles,
  )
  metrics.gauge('crisis_desk_rejected', 'Files that could not be read as articles.', () => archive().rejected)
  metrics.gauge('crisis_desk_archive_age_seconds', 'Since the articles were read.', () =>
    Math.round(archive().ageMs / 1000),
  )
  metrics.gauge('crisis_desk_reloads', 'Reloads of the archive, by what became of them.', () => [
    [{ outcome: 'done' }, archive().reloads],
    [{ outcome: 'refused' }, archive().refused],
  ])
  metrics.gauge(
    'crisis_desk_worker_restarts',
    'Times that the archive’s thread crashed or hung.',
    () => archive().restarts,
  )
  metrics.gauge(
    'crisis_desk_event_loop_delay_seconds',
    'How late timers were since this was last read.',
    () => {
      const quantiles = ([0.5, 0.99, 1] as const).map(
        (quantile) =>
          [
            { quantile: String(quantile) },
            Math.max(0, delay.percentile(quantile * 100) / 1e9 - 0.01),
          ] as const,
      )
      delay.reset()
      return quantiles
    },
  )
  metrics.gauge('process_resident_memory_bytes', 'Memory of the whole process.', () =>
    process.memoryUsage.rss(),
  )
  metrics.gauge('process_cpu_seconds', 'Processor time of the whole process.', () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1e6
  })
  metrics.gauge('process_start_time_seconds', 'When the process started.', () =>
    Math.round(Date.now() / 1000 - process.uptime()),
  )
}
