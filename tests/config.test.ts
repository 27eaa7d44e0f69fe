import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'dotenv'
import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig, readEnvironment } from '../src/config.js'

const DEFAULTS = {
  token: null,
  databaseUrl: null,
  databaseReadUrl: null,
  shards: 'auto',
  guildId: null,
  articlesDir: 'data/articles',
  logLevel: 'warn',
  logFormat: 'auto',
  answerTimeoutMs: 20_000,
  giveUpMs: 600_000,
  cooldownMs: 4000,
  watchArticles: false,
  healthPort: null,
  sandboxPort: 4664,
  keepFeedback: true,
  feeds: [],
  apiUrl: null,
}

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}

describe('settings', () => {
  test('GIVEN none THEN all have their defaults', () => {
    expect(readConfig({ PATH: '/bin' })).toEqual(DEFAULTS)
  })

  test('GIVEN empty ones THEN they count as not set', () => {
    expect(
      readConfig({ DISCORD_TOKEN: '', DISCORD_GUILD_ID: '  ', LOG_LEVEL: '', ARTICLES_DIR: ' ' }),
    ).toEqual(DEFAULTS)
  })

  test('GIVEN a token THEN more is logged, for there is no prompt to disturb', () => {
    expect(readConfig({ DISCORD_TOKEN: 'a.b.c' }).logLevel).toBe('info')
  })

  test('GIVEN all THEN all are taken', () => {
    expect(
      readConfig({
        DISCORD_TOKEN: ' part-one.part_2.part3 ',
        DATABASE_URL: 'postgres://desk:secret@db.example:5432/desk',
        DATABASE_READ_URL: 'postgres://desk:secret@copy.example:5432/desk',
        SHARDS: '2-4/8',
        DISCORD_GUILD_ID: '100000000000000001',
        ARTICLES_DIR: '/srv/articles',
        LOG_LEVEL: 'debug',
        LOG_FORMAT: 'json',
        ANSWER_TIMEOUT_SECONDS: '5',
        GIVE_UP_SECONDS: '3600',
        COOLDOWN_SECONDS: '0',
        KEEP_FEEDBACK: 'off',
        FEEDS: 'https://wire.example/feed, http://post.example/rss,https://wire.example/feed,',
        WATCH_ARTICLES: 'on',
        HEALTH_PORT: '9464',
        SANDBOX_PORT: '8080',
        DISCORD_API_URL: 'http://127.0.0.1:8080/api/',
      }),
    ).toEqual({
      token: 'part-one.part_2.part3',
      databaseUrl: 'postgres://desk:secret@db.example:5432/desk',
      databaseReadUrl: 'postgres://desk:secret@copy.example:5432/desk',
      shards: { ids: [2, 3, 4], total: 8 },
      guildId: '100000000000000001',
      articlesDir: '/srv/articles',
      logLevel: 'debug',
      logFormat: 'json',
      answerTimeoutMs: 5000,
      giveUpMs: 3_600_000,
      cooldownMs: 0,
      keepFeedback: false,
      feeds: ['https://wire.example/feed', 'http://post.example/rss'],
      watchArticles: true,
      healthPort: 9464,
      sandboxPort: 8080,
      apiUrl: 'http://127.0.0.1:8080/api',
    })
  })

  test.each([
    ['DISCORD_TOKEN', 'Bot abc.def.ghi', /is not a bot token; copy the token alone/],
    ['DISCORD_TOKEN', '"abc.def.ghi"', /is not a bot token/],
    ['FEEDS', 'https://a.example/feed, ftp://b.example', /holds what is no http or https address; /],
    ['DISCORD_GUILD_ID', 'my server', /is not a server id, which is 17 to 20 digits; /],
    ['LOG_LEVEL', 'loud', /is not one of trace, debug, .*; choose one/],
    ['LOG_FORMAT', 'xml', /is not one of auto, pretty, json; choose one/],
    ['ANSWER_TIMEOUT_SECONDS', 'soon', /is not a number; give a whole number of seconds/],
    ['ANSWER_TIMEOUT_SECONDS', '0', /is out of range; give a whole number of seconds/],
    ['ANSWER_TIMEOUT_SECONDS', '1.5', /is out of range/],
    ['HEALTH_PORT', 'auto', /is not a port; give a whole number from 1 to 65535/],
    ['HEALTH_PORT', '65536', /is not a port/],
    ['DISCORD_API_URL', 'discord', /is not an http or https address/],
    ['DISCORD_API_URL', 'ftp://example.org', /is not an http or https address/],
    ['DATABASE_URL', 'mysql://db.example/desk', /is not the address of a PostgreSQL database, such as /],
    ['SHARDS', 'all', /is neither "auto" nor this machine’s shards of all, such as 0-15\/64 .*; give one of/],
    ['SHARDS', '16', /is neither "auto" nor/],
    ['SHARDS', '0-15', /is neither "auto" nor/],
    ['SHARDS', '-1/4', /is neither "auto" nor/],
    [
      'SHARDS',
      '0-4/4',
      /names shards that are not there: of 4 shards the first is 0 and the last 3; correct/,
    ],
    ['SHARDS', '3-2/4', /names shards that are not there/],
    ['SHARDS', '0/0', /names shards that are not there: there may be 1 to 16384 shards; correct/],
    ['SHARDS', '0/99999', /names shards that are not there: there may be 1 to 16384/],
  ])('GIVEN %s=%s THEN one line names it, what is wrong and what to do', (name, value, message) => {
    const problems = problemsOf({ [name]: value })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(new RegExp(`^${name} [^\\n]*\\.$`))
    expect(problems[0]).toMatch(message)
  })

  test('GIVEN one shard of several THEN it alone is meant; GIVEN AUTO THEN it is understood', () => {
    expect(readConfig({ SHARDS: '3/8' }).shards).toEqual({ ids: [3], total: 8 })
    expect(readConfig({ SHARDS: 'AUTO' }).shards).toBe('auto')
  })

  test('GIVEN several wrong ones THEN each is named', () => {
    expect(problemsOf({ LOG_LEVEL: 'loud', DISCORD_GUILD_ID: '1' })).toHaveLength(2)
  })

  test('GIVEN a token that can’t be used THEN the error does not show it', () => {
    expect(problemsOf({ DISCORD_TOKEN: 'very secret' }).join()).not.toContain('secret')
  })
})

describe('the .env file', () => {
  test('GIVEN a file THEN its settings are read, and those of the process win', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'env-'))
    const file = join(folder, '.env')
    await writeFile(file, 'LOG_LEVEL=warn # quietly\nARTICLES_DIR="my articles"\n')
    expect(readEnvironment(file, { LOG_LEVEL: 'debug' })).toEqual({
      LOG_LEVEL: 'debug',
      ARTICLES_DIR: 'my articles',
    })
    await rm(folder, { recursive: true })
  })

  test('GIVEN no file THEN the process’s settings stand alone', () => {
    expect(readEnvironment('/nowhere/.env', { A: 'b' })).toEqual({ A: 'b' })
  })

  test('GIVEN a file that can’t be read THEN the error names it', () => {
    expect(() => readEnvironment(tmpdir(), {})).toThrow(
      /can't be read \(EISDIR\); make it a readable text file/,
    )
  })

  test('GIVEN the example THEN it names every setting, and gives the defaults', () => {
    const example = parse(readFileSync('.env.example', 'utf8'))
    expect(readConfig(example)).toEqual(DEFAULTS)
    expect(Object.keys(example).sort()).toEqual([
      'ANSWER_TIMEOUT_SECONDS',
      'ARTICLES_DIR',
      'COOLDOWN_SECONDS',
      'DATABASE_READ_URL',
      'DATABASE_URL',
      'DISCORD_API_URL',
      'DISCORD_GUILD_ID',
      'DISCORD_TOKEN',
      'FEEDS',
      'GIVE_UP_SECONDS',
      'HEALTH_PORT',
      'KEEP_FEEDBACK',
      'LOG_FORMAT',
      'LOG_LEVEL',
      'SANDBOX_PORT',
      'SHARDS',
      'WATCH_ARTICLES',
    ])
  })
})
