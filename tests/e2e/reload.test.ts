import { describe, expect, test } from 'vitest'
import { FLOOD } from '../support/flood.js'
import { articleFile } from '../support/folder.js'
import { buttonsOf, changeCommand, type Desk, EPHEMERAL, embedOf, startDesk, textOf } from './desk.js'

const NEW = articleFile(
  { title: 'Bridge at Orsk reopened', outlet: 'Valley News', published: '2023-06-02' },
  'The bridge at Orsk was reopened on 2 June after four years.',
)

describe('/reload', () => {
  test('GIVEN a plain member THEN Discord does not offer it', async () => {
    await using desk = await startDesk()
    expect(() => desk.member.command('reload')).toThrow()
  })

  test('GIVEN a plain member whom Discord lets through THEN the bot refuses and nothing is reloaded', async () => {
    await using desk = await startDesk()
    // As the settings of a server can, whatever the bot asked for.
    await changeCommand(desk, 'reload', { default_member_permissions: null })
    await desk.folder.write('bridge.md', NEW)
    const message = await desk.member.command('reload').response()
    expect(textOf(message)).toMatch(/you need the permission “Manage Server”/)
    expect((message.flags ?? 0) & EPHEMERAL).toBe(EPHEMERAL)
    expect((await desk.archive.status({ server: null })).articles).toBe(3)
  })

  test('GIVEN a moderator THEN the articles are read anew, and the counts and reasons are told', async () => {
    await using desk = await startDesk()
    await desk.folder.write('bridge.md', NEW)
    await desk.folder.remove('notes.txt')
    await desk.folder.write('broken.md', '---\ntitle: [\n---\nText.\n')
    const text = textOf(await desk.moderator.command('reload').response())
    expect(text).toMatch(/^\\?\+1 added · −1 removed · \\?~0 changed · =2 unchanged · ✗1 rejected\n/)
    expect(text).toMatch(/✗ broken\.md/)
    expect(
      textOf(await desk.member.command('when', { topic: 'bridge at Orsk reopened' }).response()),
    ).toContain('2 June')
  })

  test('GIVEN one under way THEN a second caller is told who started it and when', async () => {
    await using desk = await startDesk()
    const first = desk.moderator.command('reload')
    const second = desk.sandbox.as(desk.sandbox.ids.owner).command('reload')
    const texts = [textOf(await first.response()), textOf(await second.response())]
    expect(texts[0]).toMatch(/added/)
    expect(texts[1]).toMatch(/already under way, started by .+ at [\d\\:]+ UTC/)
  })

  test('GIVEN one after another without an end THEN the moderators of that server have to wait, and no others', async () => {
    await using desk = await startDesk()
    const { sandbox, moderator, archive } = desk
    const other = sandbox.world.addGuild({ name: 'Elsewhere', ownerId: sandbox.ids.owner })
    const replies: string[] = []
    for (let n = 0; n < 12; n++) replies.push(textOf(await moderator.command('reload').response()))
    expect(replies.filter((text) => /faster than/.test(text)).length).toBeGreaterThanOrEqual(1)
    expect(archive.vitals().reloads).toBeLessThanOrEqual(11)
    const there = sandbox.as(sandbox.ids.owner, { channel: other.general })
    expect(textOf(await there.command('reload').response())).not.toMatch(/faster than/)
  })

  test('GIVEN questions asked meanwhile THEN none is lost', async () => {
    await using desk = await startDesk()
    await desk.folder.write('bridge.md', NEW)
    const ask = () => desk.member.command('when', { topic: 'lorne dam' }).response(15_000)
    const reload = desk.moderator.command('reload').response(15_000)
    const answers = await Promise.all(Array.from({ length: 20 }, ask))
    expect(textOf(await reload)).toMatch(/1 added/)
    for (const message of answers) expect(textOf(message)).toContain('15')
  })

  test('GIVEN so many changes that they don’t fit THEN the report is turned page by page, and ends with all of them told', async () => {
    await using desk = await startDesk()
    const names = Array.from({ length: 120 }, (_, i) => `new-article-of-the-wire-service-${1000 + i}.md`)
    for (const [i, name] of names.entries()) {
      const facts = { title: `Report ${i}`, outlet: 'Valley News', published: '2023-06-02' }
      await desk.folder.write(name, articleFile(facts, `Gauge ${i} was read on Friday.`))
    }
    const told = await desk.moderator.command('reload').response(20_000)
    expect(embedOf(told).footer?.text).toMatch(/^in \d+\.\d s · page 1 of 2$/)
    let text = textOf(told)
    const next = () => desk.sandbox.message(told.id)!
    for (let page = 2; page <= 2; page++) {
      const turned = await desk.moderator.click(next(), buttonsOf(next()).get('›')!.id).response()
      text += `\n${textOf(turned)}`
      expect(embedOf(turned).footer?.text).toContain(`page ${page} of 2`)
    }
    for (const name of names) expect(text.replaceAll('\\', '')).toContain(name)
    expect(buttonsOf(next()).get('›')!.disabled).toBe(true)
    await desk.restart()
    const gone = await desk.moderator.click(next(), buttonsOf(next()).get('‹')!.id).response()
    expect(textOf(gone)).toMatch(/no longer kept/)
  })

  test.each([
    [
      'no article at all',
      async ({ folder }: Desk) => {
        for (const name of Object.keys(FLOOD)) await folder.remove(name)
      },
      /it has no article/,
    ],
    [
      'less than half of the articles',
      async ({ folder }: Desk) => {
        await folder.remove('notes.txt')
        await folder.remove('valley-news.md')
      },
      /more than half of the articles are gone/,
    ],
    [
      'more files that are rejected than taken',
      async ({ folder }: Desk) => {
        for (let i = 0; i < 5; i++) await folder.write(`broken-${i}.md`, '---\ntitle: [\n---\nText.\n')
      },
      /more files are rejected than taken/,
    ],
  ])(
    'GIVEN a folder with %s THEN the old archive goes on serving until a moderator wants the new one anyway',
    async (_, spoil, why) => {
      await using desk = await startDesk()
      await spoil(desk)
      const message = await desk.moderator.command('reload').response(15_000)
      expect(textOf(message)).toMatch(why)
      expect((await desk.archive.status({ server: null })).articles).toBe(3)
      expect(desk.log.lines()).toContainEqual(
        expect.objectContaining({ level: 'warn', msg: 'reload refused, the old archive is kept' }),
      )
      const anyway = await desk.moderator
        .click(message, buttonsOf(message).get('Use it anyway')!.id)
        .response(15_000)
      expect(textOf(anyway)).toMatch(/^\\?\+0 added/)
      const { articles, rejections } = await desk.archive.status({ server: null })
      expect(articles < 3 || rejections.length === 5).toBe(true)
    },
  )

  test('GIVEN a moderator who is none any more THEN the button does nothing but say so', async () => {
    await using desk = await startDesk()
    const { sandbox, folder, moderator } = desk
    for (const name of Object.keys(FLOOD)) await folder.remove(name)
    const message = await moderator.command('reload').response()
    sandbox.world.setRoles(sandbox.ids.guild, sandbox.ids.moderator, [])
    const refused = await moderator.click(message, buttonsOf(message).get('Use it anyway')!.id).response()
    expect(textOf(refused)).toMatch(/you need the permission “Manage Server”/)
    expect((await desk.archive.status({ server: null })).articles).toBe(3)
  })
})
