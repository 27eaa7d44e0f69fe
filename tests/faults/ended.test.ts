import { describe, expect, test } from 'vitest'
import { type SandboxOptions, startSandbox } from '../../src/sandbox/sandbox.js'
import { type BotProcess, botProcess, runningBot } from '../support/bot-process.js'
import { FLOOD } from '../support/flood.js'
import { articleFolder } from '../support/folder.js'

/** What a process manager sees: 75 where another start may help, 1 where a person has to mend something. */
const TRY_AGAIN = 75
const FAILED = 1

async function discord(options: SandboxOptions = {}) {
  const sandbox = await startSandbox(options)
  return Object.assign(sandbox, { [Symbol.asyncDispose]: () => sandbox.close() })
}

const last = (bot: BotProcess) => bot.text().trim().split('\n').at(-1)
const says = (bot: BotProcess, line: RegExp) =>
  bot
    .text()
    .split('\n')
    .filter((one) => line.test(one))

describe('the bot’s process', () => {
  test('GIVEN a gateway that is silent and stays so THEN it ends with 75 and one line that says why', async () => {
    await using sandbox = await discord({ heartbeatMs: 40 })
    await using folder = await articleFolder(FLOOD)
    await using bot = await runningBot({ sandbox, cwd: folder.path, settings: { GIVE_UP_SECONDS: '3' } })
    sandbox.faults.silenceGateway(true)
    expect(await bot.ended).toBe(TRY_AGAIN)
    expect(says(bot, /^Discord could not be reached for \d+ seconds\.$/)).toHaveLength(1)
    sandbox.faults.silenceGateway(false)
  })

  test('GIVEN a gateway that is silent for a while THEN it goes on, and answers what is asked then', async () => {
    await using sandbox = await discord({ heartbeatMs: 40 })
    await using folder = await articleFolder(FLOOD)
    await using bot = await runningBot({ sandbox, cwd: folder.path, settings: { GIVE_UP_SECONDS: '60' } })
    const ready = sandbox.next('ready', () => true, 60_000)
    sandbox.faults.silenceGateway(true)
    await bot.until(({ msg }) => msg === 'no sign of life from Discord, connecting anew', 60_000)
    sandbox.faults.silenceGateway(false)
    await ready
    const member = sandbox.as(sandbox.ids.member)
    const answer = await member.command('when', { topic: 'lorne dam' }).response(20_000)
    expect(JSON.stringify(answer.embeds)).toContain('15')
    bot.child.kill('SIGTERM')
    expect(await bot.ended).toBe(0)
  })

  test('GIVEN no Discord at its address THEN it ends with 75', async () => {
    const sandbox = await startSandbox()
    await sandbox.close()
    await using folder = await articleFolder(FLOOD)
    await using bot = botProcess({ sandbox, cwd: folder.path })
    expect(await bot.ended).toBe(TRY_AGAIN)
    expect(bot.text()).toMatch(/^Discord could not be reached \(.+\)\. Check the network/m)
  })

  test.each([
    ['the token is refused', 4004],
    ['an intent is not allowed', 4014],
  ])('GIVEN that Discord ends the connection since %s THEN it ends with 1', async (_, code) => {
    await using sandbox = await discord()
    await using folder = await articleFolder(FLOOD)
    await using bot = await runningBot({ sandbox, cwd: folder.path })
    sandbox.faults.closeGateway(code)
    expect(await bot.ended).toBe(FAILED)
    expect(bot.text()).toContain(`Discord closed the connection for good (${code}).`)
  })

  test.each([
    ['a folder of articles that is not there', { ARTICLES_DIR: '/nowhere/articles' }, /\/nowhere\/articles/],
    ['a setting that can’t be used', { GIVE_UP_SECONDS: '0' }, /^GIVE_UP_SECONDS is out of range/],
    ['a token that Discord does not know', { DISCORD_TOKEN: 'not.a.token' }, /refused the token/],
  ])('GIVEN %s THEN it ends with 1 and says what to do', async (_, settings, line) => {
    await using sandbox = await discord()
    await using folder = await articleFolder(FLOOD)
    await using bot = botProcess({ sandbox, cwd: folder.path, settings })
    expect(await bot.ended).toBe(FAILED)
    expect(last(bot)).toMatch(line)
  })
})
