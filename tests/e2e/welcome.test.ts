import { describe, expect, test } from 'vitest'
import { type Desk, type DeskOptions, pinged, startDesk, textOf } from './desk.js'

const start = (options: DeskOptions = {}) => startDesk({ greets: true, ...options })

const hellos = ({ sandbox }: Desk, channel: string) =>
  sandbox.messages(channel).filter(({ embeds }) => embeds[0]?.title === 'Hello, I am Crisis Desk')

describe('a server that invites the bot', () => {
  test('GIVEN a channel for newcomers THEN it is told there what the bot does, what to try and how to begin, once', async () => {
    await using desk = await start()
    const { sandbox } = desk
    const { general, system } = sandbox.world.addGuild({ name: 'New', system: 'welcome' })
    await expect.poll(() => hellos(desk, system!)).toHaveLength(1)
    const text = textOf(hellos(desk, system!)[0]!)
    expect(text.match(/^- `\/[a-z]+/gm)).toHaveLength(3)
    expect(text).toMatch(/\/articles add[\s\S]*\/settings/)
    expect(text).toContain('Manage Server')
    expect(hellos(desk, general)).toEqual([])
    await desk.restart()
    await desk.member.command('help').response()
    expect(hellos(desk, system!)).toHaveLength(1)
    expect(pinged(sandbox)).toEqual([])
  })

  test('GIVEN that the bot may not write in the first channel THEN the next is told', async () => {
    await using desk = await start()
    const { sandbox } = desk
    const { general, system } = sandbox.world.addGuild({ name: 'New', denied: 2048n, system: 'open' })
    await expect.poll(() => hellos(desk, system!)).toHaveLength(1)
    expect(hellos(desk, general)).toEqual([])
  })

  test('GIVEN that it may write nowhere THEN nothing is said, until it may', async () => {
    await using desk = await start()
    const { sandbox } = desk
    const { general, guild } = sandbox.world.addGuild({ name: 'Closed', denied: 2048n })
    const other = sandbox.world.addGuild({ name: 'Open' })
    await expect.poll(() => hellos(desk, other.general)).toHaveLength(1)
    expect(sandbox.messages(general)).toEqual([])
    sandbox.world.setOverwrite(general, { id: guild })
    await desk.restart()
    await expect.poll(() => hellos(desk, general)).toHaveLength(1)
  })

  test('GIVEN an invitation while the bot was not running THEN it is greeted when it is', async () => {
    await using desk = await start({ greets: false })
    const { general } = desk.sandbox.world.addGuild({ name: 'Early' })
    await desk.member.command('help').response()
    expect(hellos(desk, general)).toEqual([])
    await desk.restart({ greets: true })
    await expect.poll(() => hellos(desk, general)).toHaveLength(1)
  })

  test('GIVEN that Discord takes the message and says that it did not THEN there is one all the same', async () => {
    await using desk = await start()
    const { sandbox } = desk
    sandbox.faults.next(({ method, path }) => method === 'POST' && /\/channels\/\d+\/messages/.test(path), {
      status: 503,
      served: true,
    })
    const { general } = sandbox.world.addGuild({ name: 'New' })
    // The server that was there from the start was greeted, too.
    await expect.poll(() => desk.log.lines().filter(({ msg }) => msg === 'said hello')).toHaveLength(2)
    expect(hellos(desk, general)).toHaveLength(1)
  })
})

describe('/help', () => {
  test('GIVEN a member THEN commands for moderators are not in it, and GIVEN a moderator they are, with the first steps', async () => {
    await using desk = await startDesk()
    const { sandbox, member, moderator } = desk
    const forMember = textOf(await member.command('help').response())
    expect(forMember).not.toMatch(/\/articles|\/settings|\/reload|For moderators/)
    expect(forMember).toContain('/when')
    const forModerator = textOf(await moderator.command('help').response())
    expect(forModerator).toMatch(
      /\/when[\s\S]*For moderators[\s\S]*\/articles[\s\S]*\/settings[\s\S]*First steps/,
    )
    expect(forModerator.length).toBeLessThan(3000)
    const mentioned = await sandbox.replyTo(moderator.send(`<@${sandbox.ids.bot}> /help`))
    expect(textOf(mentioned)).toContain('First steps')
  })
})
