import { Locale } from 'discord-api-types/v10'
import { describe, expect, test } from 'vitest'
import { buttonsOf, embedOf, isPrivate, startDesk, stranger, textOf } from './desk.js'

describe('a member who asks too fast', () => {
  test('GIVEN more questions than a few at once THEN a private note says how long to wait; others are answered', async () => {
    await using desk = await startDesk({ cooldownMs: 60_000 })
    const ask = (who = desk.member) => who.command('when', { topic: 'lorne dam' }).response()
    for (let i = 0; i < 5; i++) expect(isPrivate(await ask())).toBe(false)
    const note = await ask()
    expect(isPrivate(note)).toBe(true)
    expect(textOf(note)).toMatch(/Try again in (59|60) seconds/)
    expect(textOf(await ask(desk.moderator))).toContain('15')
  })

  test('GIVEN mentions THEN the note comes as a direct message, once', async () => {
    await using desk = await startDesk({ cooldownMs: 60_000 })
    const { sandbox, member } = desk
    const mention = () => member.send(`<@${sandbox.ids.bot}> /when lorne dam`)
    for (let i = 0; i < 5; i++) await sandbox.replyTo(mention())
    const note = sandbox.next('message', ({ author }) => author.id === sandbox.ids.bot)
    mention()
    mention()
    const { channel_id, embeds } = await note
    expect(channel_id).toBe(sandbox.world.openDm(sandbox.ids.member))
    expect(embeds[0]!.description).toMatch(/Try again in/)
    await desk.moderator.command('help').response()
    expect(sandbox.messages(channel_id)).toHaveLength(1)
  })
})

describe('other languages', () => {
  test.each([
    [Locale.German, 'Löschen', /Stand 1[23]\. Mai 2023/, 'Die Artikel sagen es nicht.'],
    [Locale.Ukrainian, 'Видалити', /3 статті · станом на/, 'У статтях цього немає.'],
    [Locale.Russian, 'Удалить', /3 статьи · на/, 'В статьях этого нет.'],
    [Locale.French, 'Supprimer', /au 1[23] mai 2023/, 'Les articles ne le disent pas.'],
    [Locale.SpanishES, 'Eliminar', /al 1[23] may 2023/, 'Los artículos no lo dicen.'],
    [Locale.Polish, 'Usuń', /3 artykuły · stan na/, 'Artykuły tego nie mówią.'],
    [Locale.Japanese, 'Delete', /as of 1[23] May 2023/, 'The articles don’t say.'],
  ])(
    'GIVEN %s THEN the bot’s words are in it and the articles’ stay',
    async (locale, remove, footer, silent) => {
      await using desk = await startDesk()
      const member = desk.sandbox.as(stranger(desk, locale))
      const message = await member.command('when', { topic: 'lorne dam' }).response()
      expect([...buttonsOf(message).keys()].at(-1)).toBe(remove)
      expect(embedOf(message).footer!.text).toMatch(footer)
      expect(textOf(message)).toContain('Engineers will open')
      expect(textOf(await member.command('when', { topic: 'volcano' }).response())).toContain(silent)
    },
  )
})

describe('a member’s own app', () => {
  test('GIVEN a server without the bot THEN it answers there, from the shared articles', async () => {
    await using desk = await startDesk()
    const { sandbox } = desk
    const { guild, general } = sandbox.world.addGuild({ name: 'Elsewhere', bot: false })
    sandbox.world.addMember(guild, sandbox.ids.member)
    sandbox.world.installForUser(sandbox.ids.member)
    const member = sandbox.as(sandbox.ids.member, { channel: general })
    const message = await member.command('when', { topic: 'lorne dam' }).response()
    expect(textOf(message)).toContain('15')
    const posted = sandbox
      .as(sandbox.ids.member, { channel: general })
      .send('About 12,000 people live below the dam.')
    expect(textOf(await member.contextMenu('Find sources', posted).response())).toContain('12,000')
    const gone = sandbox.next('delete', ({ id }) => id === message.id)
    member.click(message, buttonsOf(message).get('Delete')!.id)
    await gone
    expect(() => member.command('reload')).toThrow()
  })

  test('GIVEN direct messages of two people THEN it answers there too', async () => {
    await using desk = await startDesk()
    const { sandbox } = desk
    sandbox.world.installForUser(sandbox.ids.member)
    const channel = sandbox.world.openDm(sandbox.ids.member, sandbox.ids.moderator)
    const message = await sandbox
      .as(sandbox.ids.member, { channel })
      .command('when', { topic: 'lorne dam' })
      .response()
    expect(textOf(message)).toContain('15')
  })
})

describe('suggestions', () => {
  test.each([
    ['when', 'topic'],
    ['who-said', 'words'],
    ['quotes', 'speaker'],
    ['search', 'outlet'],
    ['article', 'name'],
  ])('GIVEN /%s before a letter is typed for %s THEN there is something to pick', async (command, option) => {
    await using desk = await startDesk()
    const choices = await desk.member.autocomplete(command, { [option]: '' }, option).choices()
    expect(choices.length).toBeGreaterThan(0)
  })
})
