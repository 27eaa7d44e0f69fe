import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { ServerStore } from '../../src/articles/store/servers.js'
import { openFeedback } from '../../src/discord/moderation/feedback.js'
import { ServerSettings } from '../../src/discord/moderation/settings/settings.js'
import { type Sandbox, shardOf, startSandbox } from '../../src/sandbox/sandbox.js'
import { PostgresState, type State } from '../../src/state/index.js'
import { type Line, memoryLog } from '../discord/memory-log.js'
import { ALPHAS_LOG, askAll, ITS_OWN, own, placesOf } from '../e2e/crossings.js'
import { botProcess } from '../support/bot-process.js'
import { FLOOD } from '../support/flood.js'
import { articleFolder } from '../support/folder.js'
import { describePostgres, testDatabase } from '../support/postgres.js'

const SHARING = fileURLToPath(new URL('../../bench/sharing-bot.js', import.meta.url))
const INTERACTIONS = Number(process.env.ISOLATION_INTERACTIONS ?? 10_000)
const PROCESSES = 4
const AT_ONCE = 16
const STARTED_MS = 300_000

type Server = ReturnType<Sandbox['world']['addGuild']>

/** A server of each kind for each shard, so that each process has both. */
function serversOf({ world, ids }: Sandbox) {
  const servers: Record<'alpha' | 'beta', Server[]> = { alpha: [], beta: [] }
  const byShard = new Map<number, Server[]>()
  while ([...byShard.values()].filter((one) => one.length >= 2).length < PROCESSES) {
    const server = world.addGuild({ name: 'Another', ownerId: ids.moderator })
    const shard = shardOf(server.guild, PROCESSES)
    byShard.set(shard, [...(byShard.get(shard) ?? []), server])
  }
  for (const [alpha, beta] of byShard.values()) {
    servers.alpha.push(alpha!)
    servers.beta.push(beta!)
  }
  return servers
}

/** What each has of its own: an article, a feed, a topic, a channel, and what was asked in vain. */
async function furnish(state: State, side: 'alpha' | 'beta', { guild }: Server): Promise<void> {
  const [outlet, day, speaker] =
    side === 'alpha' ? (['Alphamark', 3, 'Ada Quist'] as const) : (['Betamark', 9, 'Bruno Tellis'] as const)
  await new ServerStore({ state }).add(guild, '1', own(outlet, day, speaker))
  await new ServerSettings(state).change(guild, (settings) => ({
    ...settings,
    feeds: [{ url: 'https://nowhere.invalid/', title: `${outlet} Herald` }],
    follows: [{ topic: `${outlet} Herald`, channel: '1' }],
    log: side === 'alpha' ? ALPHAS_LOG : null,
  }))
  const feedback = openFeedback(state, memoryLog().log)
  feedback.noteUnanswered(`/ask Who hides ${speaker}?`, guild)
  await feedback.idle()
}

/** That Discord did not take a reply in time is none: whoever asked asks again. */
const isMistake = ({ level, err }: Line) =>
  level === 'error' && (err as { name?: string } | undefined)?.name !== 'AbortError'

describePostgres('several processes that share a database', () => {
  test(`GIVEN ${PROCESSES} of them WHEN ${INTERACTIONS} questions are asked side by side, in every way there is, THEN not one citation crosses`, async () => {
    await using kept = await testDatabase()
    await using folder = await articleFolder(FLOOD)
    const sandbox = await startSandbox({ keepRequests: 100, keepMessages: 2000 })
    const state = await PostgresState.open(kept.database)
    const servers = serversOf(sandbox)
    for (const side of ['alpha', 'beta'] as const) {
      for (const server of servers[side]) await furnish(state, side, server)
    }
    const processes = Array.from({ length: PROCESSES }, (_, n) =>
      botProcess({
        ...{ sandbox, cwd: folder.path, program: SHARING },
        settings: {
          ...{ DATABASE_URL: kept.url, SHARDS: `${n}/${PROCESSES}`, SITE_PORT: '9' },
          // It is not how soon that is tested here.
          ANSWER_TIMEOUT_SECONDS: '60',
        },
      }),
    )
    try {
      await Promise.all(processes.map((bot) => bot.until(({ msg }) => msg === 'ready', STARTED_MS)))
      const { member, moderator } = sandbox.ids
      for (const { guild } of [...servers.alpha, ...servers.beta]) sandbox.world.addMember(guild, member)
      const people = {
        alpha: servers.alpha.flatMap(({ general }) => placesOf(sandbox, general)),
        beta: servers.beta.flatMap(({ general }) => placesOf(sandbox, general)),
        none: [sandbox.as(member, { channel: sandbox.world.openDm(member) })],
      }
      const moderating = ({ general }: Server) => sandbox.as(moderator, { channel: general })
      const moderators = { alpha: servers.alpha.map(moderating), beta: servers.beta.map(moderating) }
      // Whoever has the duty reads what was added before any of them was there.
      for (const side of ['alpha', 'beta'] as const) {
        for (const actor of moderators[side]) {
          const asked = async () =>
            JSON.stringify(
              await actor
                .command('search', { words: 'gates of the dam' })
                .response(60_000)
                .catch(() => null),
            )
          await expect.poll(asked, { timeout: STARTED_MS, interval: 500 }).toMatch(ITS_OWN[side])
        }
      }
      const { crossed, found, unanswered } = await askAll(
        { sandbox, people, moderators },
        INTERACTIONS,
        AT_ONCE,
      )
      expect(crossed.slice(0, 3)).toEqual([])
      expect(unanswered).toEqual([])
      expect(found.alpha).toBeGreaterThan(INTERACTIONS / 10)
      expect(found.beta).toBeGreaterThan(INTERACTIONS / 10)
      expect(processes.flatMap((bot) => bot.lines().filter(isMistake))).toEqual([])
    } finally {
      for (const bot of processes) await bot[Symbol.asyncDispose]()
    }
    await state.close()
    await sandbox.close()
  }, 1_800_000)
})
