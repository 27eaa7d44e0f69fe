import { readdirSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Sandbox } from '../../src/sandbox/sandbox.js'
import { startDesk } from './desk.js'

const NAMES = readdirSync('commands')
  .map((file) => file.replace(/\.ts$/, ''))
  .sort()

/** The files that the commands come from. */
const namesOf = (commands: readonly { name: string }[]) =>
  commands.map(({ name }) => name.toLowerCase().replaceAll(' ', '-').replace('?', '')).sort()

/** How often commands were written. */
const writes = ({ requests }: Sandbox) =>
  requests.filter(({ method, path }) => method !== 'GET' && /\/commands/.test(path)).length

describe('registering', () => {
  test('GIVEN a first start THEN every command is there, in every server', async () => {
    await using desk = await startDesk()
    expect(namesOf(desk.sandbox.commands())).toEqual(NAMES)
    expect(writes(desk.sandbox)).toBe(1)
  })

  test('GIVEN a second start with the same commands THEN nothing is written', async () => {
    await using desk = await startDesk()
    await desk.restart()
    expect(writes(desk.sandbox)).toBe(1)
  })

  test('GIVEN a server’s id THEN its commands are there and not global, and nothing is written twice', async () => {
    await using desk = await startDesk()
    const { sandbox } = desk
    await desk.restart({ guildId: sandbox.ids.guild })
    expect(namesOf(sandbox.commands())).toEqual([])
    expect(namesOf(sandbox.commands({ guildId: sandbox.ids.guild }))).toEqual(NAMES)
    const before = writes(sandbox)
    await desk.restart({ guildId: sandbox.ids.guild })
    expect(writes(sandbox)).toBe(before)
  })

  test('GIVEN no server’s id any more THEN the server’s commands are gone, so that none is seen twice', async () => {
    await using desk = await startDesk()
    const { sandbox } = desk
    await desk.restart({ guildId: sandbox.ids.guild })
    await desk.restart({ guildId: null })
    expect(namesOf(sandbox.commands())).toEqual(NAMES)
    expect(
      sandbox.requests
        .filter(({ method, path }) => method === 'PUT' && path.includes(sandbox.ids.guild))
        .at(-1)?.body,
    ).toEqual([])
  })

  test('GIVEN a bot in very many servers THEN it does not ask for the commands of each', async () => {
    await using desk = await startDesk()
    const { sandbox } = desk
    for (let count = 0; count < 260; count++) sandbox.world.addGuild({ name: `Server ${count}` })
    const before = sandbox.requests.length
    await desk.restart()
    expect(sandbox.requests.slice(before).filter(({ path }) => /guilds\/\d+\/commands/.test(path))).toEqual(
      [],
    )
    await desk.log.until(({ msg, skipped }) => msg === 'commands registered' && skipped === 261)
  })
})

describe('a start that can’t be', () => {
  test('GIVEN a wrong token THEN the error says so, and does not show it', async () => {
    const start = startDesk({ token: 'wrong.token.given' })
    await expect(start).rejects.toThrow(/^Discord refused the token\. Check DISCORD_TOKEN/)
    await expect(start).rejects.not.toThrow('wrong.token.given')
  })

  test('GIVEN a server that the bot is not in THEN the error says how to invite it', async () => {
    await expect(startDesk({ guildId: '100000000000000001' })).rejects.toThrow(
      /may not have commands in the server 100000000000000001\. Invite it/,
    )
  })

  test('GIVEN nobody at the other end THEN the error says so', async () => {
    await expect(startDesk({ rest: { api: 'http://127.0.0.1:9/api', retries: 0 } })).rejects.toThrow(
      /^Discord could not be reached \(ECONNREFUSED\)/,
    )
  })

  test('GIVEN a file that is no command THEN the error names it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'commands-'))
    await writeFile(join(folder, 'dance.mjs'), '')
    await writeFile(join(folder, 'dance.js'), 'module.exports = {}')
    await expect(startDesk({ commandsFolder: folder })).rejects.toThrow(/^dance\.js is not a valid command: /)
    await rm(folder, { recursive: true })
  })
})
