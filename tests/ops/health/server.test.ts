import { request } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { openArchive } from '../../../src/archive/worker/live.js'
import { healthOf } from '../../../src/ops/health/health.js'
import { type Health, type HealthServer, startHealthServer } from '../../../src/ops/health/server.js'

import { FLOOD } from '../../support/flood.js'
import { articleFolder } from '../../support/folder.js'

const open: HealthServer[] = []
afterEach(async () => {
  for (const server of open.splice(0)) await server.close()
})

async function serving(health: () => Promise<Health>, port = 0) {
  const server = await startHealthServer({ port, health, metrics: () => 'figures 1\n' })
  open.push(server)
  return server
}

const ready = async () => ({ ready: true, archive: { articles: 3 } })

describe('the server of health', () => {
  test('GIVEN a bot that answers THEN it is alive and ready, with the facts, and there are figures', async () => {
    const { url } = await serving(ready)
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    const response = await fetch(`${url}/readyz`)
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ ready: true, archive: { articles: 3 } })
    const figures = await fetch(`${url}/metrics`)
    expect(figures.headers.get('content-type')).toContain('version=0.0.4')
    expect(await figures.text()).toBe('figures 1\n')
  })

  test('GIVEN one that does not THEN it is alive, but not ready', async () => {
    const { url } = await serving(async () => ({ ready: false }))
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    expect((await fetch(`${url}/readyz`)).status).toBe(503)
  })

  test('GIVEN facts that can’t be had THEN it says no more than that', async () => {
    const { url } = await serving(() => Promise.reject(new Error('secret')))
    const response = await fetch(`${url}/readyz`)
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('secret')
  })

  test.each([
    ['another path', 'GET', '/etc/passwd', '127.0.0.1', 404],
    ['another method', 'POST', '/readyz', '127.0.0.1', 405],
    ['the name of a page elsewhere', 'GET', '/readyz', 'evil.example', 403],
  ])('GIVEN a request for %s THEN it is refused', async (_, method, path, host, status) => {
    const { url } = await serving(ready)
    const got = await new Promise((resolve, reject) => {
      request(`${url}${path}`, { method, headers: { host } }, ({ statusCode }) => resolve(statusCode))
        .on('error', reject)
        .end()
    })
    expect(got).toBe(status)
  })

  test('GIVEN a port that is taken THEN the error says so and what to do', async () => {
    const { url } = await serving(ready)
    const port = Number(new URL(url).port)
    await expect(serving(ready, port)).rejects.toThrow(
      `HEALTH_PORT ${port} can't be used (EADDRINUSE); choose another port.`,
    )
  })
})

describe('whether the bot is ready', () => {
  test.each([
    ['connected, and the archive answers', true, false, true],
    ['not connected', false, false, false],
    ['connected, but the archive is being started anew', true, true, false],
  ])('GIVEN one that is %s THEN that is told', async (_, connected, stopped, expected) => {
    await using folder = await articleFolder(FLOOD)
    const archive = await openArchive({ folder: folder.path })
    if (stopped) await archive.close()
    const vitals = { connected, replaced: 0, waiting: 0, shards: 1, shard: [] }
    const health = await healthOf(archive, () => vitals, '1.2.3')
    expect(health).toMatchObject({ ready: expected, version: '1.2.3' })
    await archive.close()
  })
})
