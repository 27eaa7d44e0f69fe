import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { accessSync, chownSync, constants, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, describe } from 'vitest'
import { Database, type DatabaseOptions } from '../../src/lib/postgres/database.js'

/**
 * A real PostgreSQL for tests: the server of `TEST_DATABASE_URL`, or one that is started for the test file from what
 * is installed here, in a scratch folder on a free port. Each `testDatabase()` is a new, empty database.
 *
 *     describePostgres('settings in PostgreSQL', () => {
 *       it('…', async () => {
 *         await using test = await testDatabase()   // `test.database`: all migrations run; `test.url` for others
 *       })
 *     })
 *
 * Without either the tests skip and say so; under CI that is a failure.
 */
export const describePostgres = (name: string, tests: () => void) => {
  if (MISSING === null) {
    describe(name, () => {
      afterAll(stopServer)
      tests()
    })
  } else if (process.env.CI) {
    throw new Error(MISSING)
  } else {
    describe.skip(`${name} (skipped: ${MISSING})`, tests)
  }
}

export interface TestDatabase extends AsyncDisposable {
  readonly url: string
  readonly database: Database
  /** Another process's view of the same: with connections of its own. */
  open(options?: Partial<DatabaseOptions>): Promise<Database>
}

export async function testDatabase(options: Partial<DatabaseOptions> = {}): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL ?? (await sharedServer()).url
  const name = `test_${randomBytes(6).toString('hex')}`
  await asked(server, `CREATE DATABASE ${name}`)
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href
  const opened: Database[] = []
  const open = async (more: Partial<DatabaseOptions> = {}) => {
    const database = await Database.open({ url, ...options, ...more })
    opened.push(database)
    return database
  }
  return {
    url,
    database: await open(),
    open,
    async [Symbol.asyncDispose]() {
      await Promise.all(opened.map((database) => database.close()))
      await asked(server, `DROP DATABASE ${name} WITH (FORCE)`)
    },
  }
}

/** A server of one's own, to be stopped and started again by a test of faults. */
export interface TestServer {
  readonly url: string
  start(): Promise<void>
  /** @param how `immediate`: as if the machine had lost its power */
  stop(how?: 'fast' | 'immediate'): Promise<void>
  /** Stops it and removes its folder. */
  remove(): Promise<void>
}

/** @param primary of whom it is a replica, by streaming; its address. Nothing may be written to it. */
export async function testServer(primary: string | null = null): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'))
  // PostgreSQL refuses to run as root.
  const user = process.getuid?.() === 0 ? userOf('postgres') : null
  if (user) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const as = { ...user, cwd: folder, stdio: 'ignore' as const }
  if (primary !== null) {
    const settings = ['--write-recovery-conf', '--checkpoint=fast', '--no-sync']
    execFileSync(join(BINARIES!, 'pg_basebackup'), ['--pgdata', data, '--dbname', primary, ...settings], as)
  } else {
    const settings = ['--auth=trust', '--username=postgres', '--encoding=UTF8', '--locale=C', '--no-sync']
    execFileSync(join(BINARIES!, 'initdb'), ['--pgdata', data, ...settings], as)
  }
  const port = await freePort()
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  let running: ChildProcess | null = null
  const kill = () => running?.kill('SIGQUIT')
  process.once('exit', kill)
  const server: TestServer = {
    url,
    async start() {
      const options = { listen_addresses: '127.0.0.1', port, unix_socket_directories: '', fsync: 'off' }
      const flags = Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`])
      running = spawn(join(BINARIES!, 'postgres'), ['-D', data, ...flags], as)
      while (!(await asked(url, 'SELECT 1').catch(() => false))) {
        if (running.exitCode !== null) throw new Error('PostgreSQL could not be started.')
        await delay(25)
      }
    },
    async stop(how = 'fast') {
      const ending = running
      running = null
      if (!ending || ending.exitCode !== null) return
      ending.kill(how === 'fast' ? 'SIGINT' : 'SIGQUIT')
      await once(ending, 'exit')
    },
    async remove() {
      await server.stop('immediate')
      process.off('exit', kill)
      rmSync(folder, { recursive: true, force: true })
    },
  }
  await server.start()
  return server
}

let shared: Promise<TestServer> | null = null

function sharedServer(): Promise<TestServer> {
  shared ??= testServer()
  return shared
}

async function stopServer(): Promise<void> {
  const server = await shared
  shared = null
  await server?.remove()
}

async function asked(url: string, sql: string): Promise<true> {
  const client = new pg.Client({ connectionString: url })
  // The server may be stopped while it is asked.
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(sql)
    return true
  } finally {
    await client.end()
  }
}

/** The folder of the newest server that is installed. */
function binaries(): string | null {
  const debian = '/usr/lib/postgresql'
  const versions = listing(debian).sort((a, b) => Number(b) - Number(a))
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ]
  return folders.find((folder) => isExecutable(join(folder, 'initdb'))) ?? null
}

function listing(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Options of `mount` by which a file system is that of the user that the servers of tests run as. */
export function ownerOfServers(): string {
  const { uid, gid } = process.getuid?.() === 0 ? userOf('postgres') : userInfo()
  return `mode=700,uid=${uid},gid=${gid}`
}

function userOf(name: string): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

const BINARIES = binaries()

/** One of PostgreSQL's own programs; null where it is not installed. */
export function postgresProgram(name: string): string | null {
  const path = BINARIES && join(BINARIES, name)
  return path && isExecutable(path) ? path : null
}

const MISSING =
  process.env.TEST_DATABASE_URL || BINARIES !== null
    ? null
    : 'no PostgreSQL is installed here, and TEST_DATABASE_URL is not set'
