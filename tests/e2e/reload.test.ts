import { describe, expect, test } from 'vitest'
import { articleFile } from '../support/folder.js'
import { changeCommand, EPHEMERAL, startDesk, textOf } from './desk.js'

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

  test('GIVEN one under way THEN a second caller is told who started it', async () => {
    await using desk = await startDesk()
    const first = desk.moderator.command('reload')
    const second = desk.sandbox.as(desk.sandbox.ids.owner).command('reload')
    const texts = [textOf(await first.response()), textOf(await second.response())]
    expect(texts[0]).toMatch(/added/)
    expect(texts[1]).toMatch(/already under way, started by .+/)
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
})
