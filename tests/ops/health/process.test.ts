import { execFile } from 'node:child_process'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../../src/sandbox/sandbox.js'
import { runningBot } from '../../support/bot-process.js'
import { FLOOD } from '../../support/flood.js'
import { type ArticleFolder, articleFolder } from '../../support/folder.js'

const DESK = fileURLToPath(new URL('../../../src/desk.js', import.meta.url))

let sandbox: Sandbox
let folder: ArticleFolder
beforeAll(async () => {
  sandbox = await startSandbox()
  folder = await articleFolder(FLOOD)
})
afterAll(() => Promise.all([sandbox.close(), folder[Symbol.asyncDispose]()]))

/** `desk status` with these settings. */
function status(settings: Record<string, string>, ...args: string[]) {
  const env = { PATH: process.env.PATH, ARTICLES_DIR: folder.path, ...settings }
  return new Promise<{ code: number; output: string }>((resolve) => {
    execFile(
      process.execPath,
      [DESK, 'status', ...args],
      { env, cwd: folder.path },
      (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), output: `${stdout}${stderr}` }),
    )
  })
}

/** A port that is free at the moment. */
async function freePort(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return String(port)
}

describe('a bot that tells how it is doing', () => {
  test('GIVEN a port THEN readiness, figures and `desk status` tell of archive and connection', async () => {
    const port = await freePort()
    await using bot = await runningBot({ sandbox, cwd: folder.path, settings: { HEALTH_PORT: port } })
    const url = `http://127.0.0.1:${port}`
    await bot.until(({ msg }) => msg === 'commands registered')
    await sandbox.as(sandbox.ids.member).command('when', { topic: 'lorne dam' }).response()
    await bot.until(({ msg }) => msg === 'answered')
    const ready = await fetch(`${url}/readyz`)
    expect([ready.status, await ready.json()]).toEqual([
      200,
      expect.objectContaining({
        ready: true,
        version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
        discord: {
          connected: true,
          replaced: 0,
          waiting: 0,
          shards: 1,
          shard: [expect.objectContaining({ id: 0, connected: true, replaced: 0, servers: 1 })],
        },
        archive: expect.objectContaining({ articles: 3, newest: '2023-05-13', rejected: 0 }),
        reloading: null,
        restarts: 0,
      }),
    ])
    const figures = await (await fetch(`${url}/metrics`)).text()
    expect(figures).toContain('crisis_desk_requests_total{by="command",outcome="answered"} 1\n')
    expect(figures).toContain('crisis_desk_answer_seconds_count 1\n')
    expect(figures).toContain('crisis_desk_connected 1\n')
    expect(figures).toContain('crisis_desk_shard_connected{shard="0"} 1\n')
    expect(figures).toContain('crisis_desk_articles 3\n')
    expect(figures).toMatch(/crisis_desk_event_loop_delay_seconds\{quantile="0.99"\} \d/)
    expect(figures).toMatch(/process_resident_memory_bytes \d{7,}\n/)
    expect(figures).not.toContain(sandbox.token)
    const told = await status({ HEALTH_PORT: port })
    expect(told.code).toBe(0)
    expect(told.output).toMatch(/^ready: true$/m)
    expect(told.output).toMatch(/^archive\.articles: 3$/m)
  })
})

describe('desk status', () => {
  test('GIVEN no port THEN it tells what stands in the folder', async () => {
    const { code, output } = await status({}, '--json')
    expect(code).toBe(0)
    expect(JSON.parse(output)).toMatchObject({ articles: 3, newest: '2023-05-13', rejected: 0 })
  })

  test('GIVEN a port where nothing answers THEN one line says so, and the exit code is 1', async () => {
    const { code, output } = await status({ HEALTH_PORT: await freePort() })
    expect(code).toBe(1)
    expect(output).toMatch(/^Nothing answers at port \d+, which HEALTH_PORT names\. .*\n$/)
  })
})
