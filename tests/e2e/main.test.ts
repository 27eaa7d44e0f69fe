import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.js'
import { FLOOD } from '../support/flood.js'
import { type ArticleFolder, articleFolder } from '../support/folder.js'
import { textOf } from './desk.js'

const MAIN = fileURLToPath(new URL('../../src/main.js', import.meta.url))

let sandbox: Sandbox
let articles: ArticleFolder
beforeAll(async () => {
  sandbox = await startSandbox()
  articles = await articleFolder(FLOOD)
})
afterAll(() => Promise.all([sandbox.close(), articles[Symbol.asyncDispose]()]))

const children = new Set<ChildProcess>()
afterEach(() => {
  for (const child of children) child.kill('SIGKILL')
  children.clear()
})

/** The bot as a process of its own, with these settings and no others. */
function run(settings: Record<string, string>) {
  const environment = {
    PATH: process.env.PATH,
    DISCORD_API_URL: sandbox.api,
    ARTICLES_DIR: articles.path,
    ...settings,
  }
  const child = spawn(process.execPath, [MAIN], { env: environment, cwd: articles.path })
  children.add(child)
  let output = ''
  const ended = once(child, 'exit').then(([code]) => ({
    code: code as number | null,
    output: output.trim(),
  }))
  const registered = new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      output += chunk
      if (output.includes('commands registered')) resolve()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    void ended.then(() => reject(new Error(`it ended: ${output}`)))
  })
  registered.catch(() => {})
  return { child, ended, registered }
}

describe('two bots in one folder', () => {
  test('THEN the second is refused, and says which process is in the way; the first goes on', async () => {
    const first = run({ DISCORD_TOKEN: sandbox.token })
    await first.registered
    const { code, output } = await run({ DISCORD_TOKEN: sandbox.token, LOG_LEVEL: 'error' }).ended
    expect(code).toBe(1)
    expect(output).toMatch(
      new RegExp(`^Another bot has the folder var \\(process ${first.child.pid} [^\n]*$`),
    )
    expect(first.child.exitCode).toBeNull()
  }, 120_000)
})

describe('a start that can’t be', () => {
  test.each([
    ['an invalid setting', { LOG_LEVEL: 'loud' }, /^LOG_LEVEL is not one of trace, .*$/],
    ['a folder that is not there', { ARTICLES_DIR: '/nowhere' }, /^[^\n]*\/nowhere[^\n]*$/],
    [
      'a wrong token',
      { DISCORD_TOKEN: 'wrong.token.given', LOG_LEVEL: 'error' },
      /^Discord refused the token\. .*$/,
    ],
    [
      'a missing permission',
      { DISCORD_GUILD_ID: '100000000000000001', LOG_LEVEL: 'error' },
      /^The bot may not have commands in the server .*$/,
    ],
  ] as [string, Record<string, string>, RegExp][])(
    'GIVEN %s THEN one line says so, and the exit code is 1',
    async (_, settings, line) => {
      const { code, output } = await run({ DISCORD_TOKEN: sandbox.token, ...settings }).ended
      expect(output).toMatch(line)
      expect(output).not.toContain('\n')
      expect(code).toBe(1)
    },
  )
})

describe('a start', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    'GIVEN token and articles THEN it answers until %s and ends with 0',
    async (signal) => {
      const { child, ended, registered } = run({ DISCORD_TOKEN: sandbox.token })
      await registered
      const message = await sandbox.as(sandbox.ids.member).command('when', { topic: 'lorne dam' }).response()
      expect(textOf(message)).toContain('15')
      child.kill(signal)
      const { code, output } = await ended
      expect(code).toBe(0)
      expect(output).toContain('logged in')
      expect(output).not.toContain(sandbox.token)
      expect(sandbox.online).toBe(false)
    },
  )

  test('GIVEN a token that is revoked THEN one line says that Discord ended it, and the exit code is 1', async () => {
    const { ended, registered } = run({ DISCORD_TOKEN: sandbox.token })
    await registered
    sandbox.faults.closeGateway(4004)
    const { code, output } = await ended
    expect(output).toMatch(/^Discord closed the connection for good \(4004\)\.$/m)
    expect(code).toBe(1)
  })

  test('GIVEN no token THEN what is typed is answered by the same bot, and the end of the input ends it', async () => {
    const { child, ended } = run({})
    child.stdin.end('/when lorne dam\n')
    const { code, output } = await ended
    expect(output).toMatch(/no DISCORD_TOKEN/)
    expect(output).toContain('15–16 May 2023')
    expect(output).not.toMatch(/"level"/)
    expect(code).toBe(0)
  })

  test('GIVEN no article at all THEN it starts and says so, in the log and in answers', async () => {
    await using empty = await articleFolder()
    const { child, ended, registered } = run({ DISCORD_TOKEN: sandbox.token, ARTICLES_DIR: empty.path })
    await registered
    const member = sandbox.as(sandbox.ids.member)
    for (const [command, options] of [
      ['status', {}],
      ['when', { topic: 'lorne' }],
      ['sources', {}],
    ] as const) {
      expect(textOf(await member.command(command, options).response())).toContain('There are no articles yet')
    }
    child.kill('SIGTERM')
    const { code, output } = await ended
    expect(output).toContain('There are no articles in')
    expect(code).toBe(0)
  })
})
