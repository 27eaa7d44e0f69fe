import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { APIMessage } from 'discord-api-types/v10'
import { describe, expect, test, vi } from 'vitest'
import { ArchiveUnavailable } from '../../src/archive/contract/archive.js'
import { Library } from '../../src/discord/moderation/articles/library.js'
import { renderContext } from '../../src/discord/render/context.js'
import { wordsFor } from '../../src/i18n/words.js'
import type { Exchange } from '../../src/sandbox/interactions/exchange.js'
import { pdf } from '../articles/support/pdf.js'
import { site } from '../articles/support/site.js'
import { add, BALLOON, FILE, idOf, SECOND } from './adding.js'
import {
  buttonsOf,
  changeCommand,
  changed,
  type Desk,
  EPHEMERAL,
  embedOf,
  menuOf,
  pinged,
  startDesk,
  stranger,
  textOf,
} from './desk.js'

const PAGE = `<!doctype html><html><head><title>Balloon lost</title>
  <meta property="og:site_name" content="Ridge Herald">
  <meta property="article:published_time" content="2023-05-21T10:00:00Z"></head>
  <body><article><h1>Balloon lost</h1><p>${BALLOON}</p><p>${SECOND}</p></article></body></html>`

const isPrivate = ({ flags }: APIMessage) => ((flags ?? 0) & EPHEMERAL) !== 0

const ask = async ({ member }: Pick<Desk, 'member'>, words: string) =>
  textOf(await member.command('search', { words }).response())

describe('/articles add', () => {
  test('GIVEN a file THEN it is shown in private, confirmed in a form, and found from then on', async () => {
    await using desk = await startDesk()
    const { draft, form, done } = await add(desk, { outlet: 'Ridge Herald', day: '2023-05-21' })
    expect(isPrivate(draft)).toBe(true)
    expect(textOf(draft)).toContain('Balloon lost above Lorne')
    const { components } = await form.modal()
    expect(JSON.stringify(components)).toContain('"value":"Balloon lost above Lorne"')
    expect(textOf(done)).toMatch(/Added: “Balloon lost above Lorne”\.\nThis server has 1 article/)
    expect(buttonsOf(done).size).toBe(0)
    const answer = await ask(desk, 'weather balloon')
    expect(answer).toContain('coast guard was lost')
    expect(answer).toMatch(/Ridge Herald[\s\S]*21 May 2023/)
    expect((await desk.archive.status({ server: null })).articles).toBe(3)
    expect(pinged(desk.sandbox)).toEqual([])
  })

  test('GIVEN a link THEN title, outlet and date come from the page', async () => {
    await using news = await site({ '/balloon': PAGE })
    await using desk = await startDesk({ pages: news.limits })
    const { draft, done } = await add(desk, {}, { link: `${news.origin}/balloon` })
    expect(textOf(draft)).toMatch(/Title: Balloon lost\nOutlet: Ridge Herald\nPublished: 21 May 2023/)
    expect(textOf(done)).toContain('Added')
    expect(await ask(desk, 'weather balloon')).toContain('Ridge Herald')
  })

  test('GIVEN a PDF with a text layer THEN its text is found', async () => {
    await using desk = await startDesk()
    const data = Buffer.from(
      pdf([
        [
          ['Balloon lost above Lorne', 20, 72, 760],
          ['A weather balloon was lost above the ridge of Lorne on Saturday,', 11, 72, 720],
          ['the harbour master of the small town said in the evening.', 11, 72, 706],
        ],
      ]),
    )
    await add(desk, { title: 'Balloon lost' }, { file: { name: 'balloon.pdf', data } })
    expect(await ask(desk, 'weather balloon')).toContain('harbour master')
  })

  test.each([
    ['neither link nor file', {}, /either a link or a file/],
    ['a link to the machine itself', { link: 'http://127.0.0.1/secret' }, /no site on the public internet/],
    ['a link to a metadata service', { link: 'http://169.254.169.254/' }, /no site on the public internet/],
    ['what is no link', { link: 'file:///etc/passwd' }, /no web address/],
    [
      'a picture',
      { file: { name: 'x.txt', data: Buffer.from('\x89PNG\r\n', 'latin1') } },
      /a picture, not a text/,
    ],
    ['an empty file', { file: { name: 'x.txt', data: ' ' } }, /empty|no/],
  ])('GIVEN %s THEN it is refused with a reason, and nothing is stored', async (_, options, reason) => {
    await using desk = await startDesk()
    expect(textOf(await desk.moderator.command('articles add', options).response())).toMatch(reason)
    expect(await desk.library.store.servers()).toEqual([])
  })

  test('GIVEN a moderator who reads another language THEN the reason is in that language', async () => {
    await using desk = await startDesk()
    const { sandbox } = desk
    const { guild, moderators } = sandbox.ids
    const id = stranger(desk, 'de')
    sandbox.world.setRoles(guild, id, [moderators])
    const actor = sandbox.as(id)
    const refused = await actor.command('articles add', { link: 'http://127.0.0.1/secret' }).response()
    expect(textOf(refused)).toBe(
      'Der Link führt zu keiner Website im öffentlichen Internet. Prüfe die Adresse.\n\nOder füge seinen Text ein: Was darin gefunden wird, siehst du, bevor etwas gespeichert ist.',
    )
    const picture = { name: 'x.txt', data: Buffer.from('\x89PNG\r\n', 'latin1') }
    expect(textOf(await actor.command('articles add', { file: picture }).response())).toMatch(/ein Bild/)
  })

  test('GIVEN a date that is none THEN it is said, and the form opens again with what was typed', async () => {
    await using desk = await startDesk()
    const draft = await desk.moderator.command('articles add', { file: FILE }).response()
    const open = () => desk.moderator.click(draft, idOf(draft, 'Check and add'))
    const wrong = await desk.moderator.submitModal(open(), { title: 'Other title', day: '31 May' })
    expect(textOf(await wrong.followUp())).toMatch(/“31 May” is not a date/)
    const again = open()
    expect(JSON.stringify((await again.modal()).components)).toContain('"value":"Other title"')
    const done = await (await desk.moderator.submitModal(again, { day: '2023-05-21' })).response()
    expect(textOf(done)).toContain('Added: “Other title”')
  })

  test('GIVEN a plain member THEN the bot refuses the command and every press, whatever Discord lets through', async () => {
    await using desk = await startDesk()
    await changeCommand(desk, 'articles', { default_member_permissions: null })
    const refusal = /you need the permission “Manage Server”/
    expect(textOf(await desk.member.command('articles add', { file: FILE }).response())).toMatch(refusal)
    expect(textOf(await desk.member.command('articles list').response())).toMatch(refusal)
    await add(desk)
    const choices = await desk.member.autocomplete('articles remove', { name: '' }, 'name').choices()
    expect(choices).toEqual([])
  })

  test('GIVEN a moderator who is none any more THEN earlier buttons and forms do nothing', async () => {
    await using desk = await startDesk()
    const { sandbox, moderator, library } = desk
    const { guild } = sandbox.ids
    const draft = await moderator.command('articles add', { file: FILE }).response()
    const form = moderator.click(draft, idOf(draft, 'Check and add'))
    await form.modal()
    await library.store.add(guild, sandbox.ids.owner, {
      ...{ title: 'Kept', outlet: null, published: null, modified: null, url: null, author: null },
      paragraphs: ['The ferry did not leave the harbour on Friday.'],
    })
    await library.renew(guild)
    const question = await moderator.command('articles remove', { name: 'kept' }).response()
    sandbox.world.setRoles(guild, sandbox.ids.moderator, [])
    const refusal = /you need the permission “Manage Server”/
    expect(textOf(await (await moderator.submitModal(form, {})).followUp())).toMatch(refusal)
    for (const [message, label] of [
      [question, 'Remove'],
      [draft, 'Check and add'],
    ] as const) {
      expect(textOf(await moderator.click(message, idOf(message, label)).followUp())).toMatch(refusal)
    }
    expect(await library.store.list(guild)).toHaveLength(1)
  })

  test('GIVEN a title that would ping or break the reply THEN it does neither', async () => {
    await using desk = await startDesk()
    const { done } = await add(desk, { title: '@everyone **bold** [x](https://evil.example) <@1>' })
    expect(textOf(done)).not.toMatch(/@everyone|\[x\]\(/)
    expect(textOf(await desk.moderator.command('articles list').response())).not.toMatch(/@everyone|\[x\]\(/)
    expect(pinged(desk.sandbox)).toEqual([])
  })

  test('GIVEN the same text twice THEN the second is refused', async () => {
    await using desk = await startDesk()
    await add(desk)
    const draft = await desk.moderator.command('articles add', { file: FILE }).response()
    const form = desk.moderator.click(draft, idOf(draft, 'Check and add'))
    const again = await desk.moderator.submitModal(form, { title: 'Another' })
    expect(textOf(await again.followUp())).toMatch(/stored already/)
  })

  test('GIVEN a button after a restart of the bot THEN it is said that the draft is gone', async () => {
    await using desk = await startDesk()
    const draft = await desk.moderator.command('articles add', { file: FILE }).response()
    const key = idOf(draft, 'Check and add').split(':')[2]!.slice(0, -1)
    await desk.library.drafts.drop(key, desk.sandbox.ids.guild, desk.sandbox.ids.moderator)
    const pressed = desk.moderator.click(draft, idOf(draft, 'Check and add'))
    expect(textOf(await pressed.followUp())).toMatch(/too long ago/)
  })
})

describe('/articles remove', () => {
  test('GIVEN an article THEN it is removed after a confirmation, and can be put back', async () => {
    await using desk = await startDesk()
    await add(desk)
    const choices = await desk.moderator.autocomplete('articles remove', { name: 'ball' }, 'name').choices()
    expect(choices.map(({ name }) => name)).toEqual(['Balloon lost above Lorne'])
    const question = await desk.moderator
      .command('articles remove', { name: String(choices[0]!.value) })
      .response()
    expect(await ask(desk, 'weather balloon')).toContain('coast guard')
    const removed = await desk.moderator.click(question, idOf(question, 'Remove')).response()
    expect(textOf(removed)).toBe('Removed: “Balloon lost above Lorne”.')
    expect(await ask(desk, 'weather balloon')).not.toContain('coast guard')
    const back = await desk.moderator.click(removed, idOf(removed, 'Put back')).response()
    expect(textOf(back)).toContain('Put back: “Balloon lost above Lorne”')
    expect(await ask(desk, 'weather balloon')).toContain('coast guard')
  })

  test('GIVEN a name that is none of theirs THEN nothing is asked', async () => {
    await using desk = await startDesk()
    expect(
      textOf(await desk.moderator.command('articles remove', { name: 'river-post' }).response()),
    ).toMatch(/No article of this server’s own/)
  })
})

describe('two servers', () => {
  test('GIVEN an article of one THEN in the other, and in private messages, nothing finds, completes, counts or opens it', async () => {
    await using desk = await startDesk()
    const { sandbox, archive } = desk
    await add(desk)
    const { guild, general } = sandbox.world.addGuild({ name: 'Elsewhere', ownerId: sandbox.ids.owner })
    sandbox.world.addMember(guild, sandbox.ids.member)
    const here = await desk.member.command('search', { words: 'weather balloon' }).response()
    expect(textOf(here)).toContain('coast guard')
    const places = [general, sandbox.world.openDm(sandbox.ids.member)]
    for (const channel of places) {
      const there = sandbox.as(sandbox.ids.member, { channel })
      const said = there.send('A weather balloon of the coast guard was lost above the ridge of Lorne.')
      const answers = await Promise.all([
        there.command('search', { words: 'weather balloon' }).response(),
        there.command('when', { topic: 'weather balloon' }).response(),
        there.command('ask', { question: 'What was lost above the ridge?' }).response(),
        there.command('timeline', {}).response(),
        there.command('sources', {}).response(),
        there.command('article', { name: 'Balloon lost above Lorne' }).response(),
        there.command('status').response(),
        there.contextMenu('Find sources', said).response(),
      ])
      // The words of the question come back in titles; nothing of the article does.
      const told = JSON.stringify(
        answers.map(({ embeds }) => embeds.map(({ description, footer }) => [description, footer])),
      )
      expect(told).not.toMatch(
        /harbour master|coast guard was lost above the ridge of Lorne on 20|own\/\/|4 articles/,
      )
      const completed = await Promise.all([
        there.autocomplete('article', { name: 'ball' }, 'name').choices(),
        there.autocomplete('when', { topic: 'coast' }, 'topic').choices(),
      ])
      expect(completed.flat()).toEqual([])
    }
    const moderatorThere = sandbox.as(sandbox.ids.owner, { channel: general })
    expect(embedOf(await moderatorThere.command('articles list').response()).title).toMatch(/has 0 articles/)
    expect(await moderatorThere.autocomplete('articles remove', { name: '' }, 'name').choices()).toEqual([])
    const [place] = menuOf(here).options
    await expect(renderContext(place!.value, archive, { server: guild }, wordsFor('en'))).rejects.toThrow(
      /gone/,
    )
    await expect(
      renderContext(place!.value, archive, { server: sandbox.ids.guild }, wordsFor('en')),
    ).resolves.toBeDefined()
  })

  test('GIVEN that the bot was put out and taken in again while it was not running, for long, THEN nothing is deleted', async () => {
    await using desk = await startDesk()
    const { guild } = desk.sandbox.ids
    await add(desk)
    const mark = join(desk.kept, 'servers', guild, '.forgotten')
    await writeFile(mark, '2020-01-01T00:00:00.000Z')
    const { archive, log } = desk
    const later = new Library({ state: desk.library.state, archive, log: log.log })
    expect(await later.store.list(guild)).toHaveLength(1)
    await later.present(new Set([guild]))
    expect(await later.store.list(guild)).toHaveLength(1)
    await expect(readFile(mark)).rejects.toThrow('ENOENT')
    await later.close()
  })

  test('GIVEN that the bot leaves a server THEN its articles wait for 30 days, and are there when it comes back', async () => {
    await using desk = await startDesk()
    const { sandbox, library } = desk
    const { guild } = sandbox.ids
    await add(desk)
    const mark = () => readFile(join(desk.kept, 'servers', guild, '.forgotten'), 'utf8')
    await library.left(guild)
    const since = await mark()
    await library.present(new Set())
    expect(await mark()).toBe(since)
    await desk.restart()
    await vi.waitFor(() => expect(mark()).rejects.toThrow('ENOENT'))
    expect(await ask(desk, 'weather balloon')).toContain('coast guard')
    sandbox.world.removeBot(guild)
    await vi.waitFor(mark)
  })
})

describe('two at once', () => {
  /** What is done takes the place of what was there; what can't be is said beside it. */
  const outcome = (one: Exchange) => Promise.any([one.response(), one.followUp()])

  test('WHEN two moderators remove the same article THEN one does and one is told that it is gone', async () => {
    await using desk = await startDesk()
    const { sandbox, moderator } = desk
    const owner = sandbox.as(sandbox.ids.owner, { channel: sandbox.ids.general })
    await add(desk)
    const questions = await Promise.all(
      [moderator, owner].map((one) => outcome(one.command('articles remove', { name: 'Balloon' }))),
    )
    const removed = await Promise.all(
      [moderator, owner].map((one, i) => outcome(one.click(questions[i]!, idOf(questions[i]!, 'Remove')))),
    )
    const texts = removed.map(textOf)
    expect(texts.filter((text) => /^Removed/.test(text))).toHaveLength(1)
    expect(texts.filter((text) => !/^Removed/.test(text))[0]).toMatch(/no such article|not there|gone/i)
    const record = await readFile(join(desk.kept, 'servers', 'audit.jsonl'), 'utf8')
    expect(
      record
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).action),
    ).toEqual(['add', 'remove'])
    expect(desk.log.lines().filter(({ level }) => level === 'error')).toEqual([])
  })

  test('WHEN a form is sent twice THEN the article is stored once, and the second is told so', async () => {
    await using desk = await startDesk()
    const { moderator, library, sandbox } = desk
    const draft = await moderator.command('articles add', { file: FILE }).response()
    const forms = [1, 2].map(() => moderator.click(draft, idOf(draft, 'Check and add')))
    const sent = await Promise.all(forms.map((form) => moderator.submitModal(form, {})))
    const texts = (await Promise.all(sent.map(outcome))).map(textOf)
    expect(texts.filter((text) => /Added|is one of|stored/i.test(text))).toHaveLength(2)
    expect(await library.store.list(sandbox.ids.guild)).toHaveLength(1)
    expect(desk.log.lines().filter(({ level }) => level === 'error')).toEqual([])
  })

  test('WHEN the archive is reloaded, articles are added and the bot is removed, all at once, THEN nothing is half there', async () => {
    await using desk = await startDesk()
    const { sandbox, library, archive } = desk
    const { guild } = sandbox.ids
    await add(desk)
    const forms = await Promise.all(
      [1, 2, 3].map(async (n) => {
        const file = { name: `${n}.txt`, data: FILE.data.replaceAll('balloon', `balloon-${n}`) }
        const draft = await desk.moderator.command('articles add', { file }).response()
        return desk.moderator.click(draft, idOf(draft, 'Check and add'))
      }),
    )
    const reload = archive.reload('the operator')
    const sent = forms.map((form) => desk.moderator.submitModal(form, {}))
    sandbox.world.removeBot(guild)
    await Promise.allSettled(sent.map(async (one) => (await one).response(10_000)))
    await reload
    await vi.waitFor(async () => expect(await library.store.isForgotten(guild)).toBe(true))
    await archive.renew(guild)
    const { articles } = await archive.articles({ own: true }, { server: guild })
    expect(articles).toHaveLength((await library.store.list(guild)).length)
  })
})

describe('what was done', () => {
  test('GIVEN /articles log without a channel THEN it is shown, and nothing is switched off', async () => {
    await using desk = await startDesk()
    const { ids } = desk.sandbox
    const none = await desk.moderator.command('articles log').response()
    expect(textOf(none)).toMatch(/Nothing has been added or removed yet[\s\S]*told in no channel/)
    await desk.moderator.command('articles log', { channel: ids.crisis }).response()
    await add(desk)
    const shown = await desk.moderator.command('articles log').response()
    expect(isPrivate(shown)).toBe(true)
    expect(textOf(shown)).toMatch(
      new RegExp(`<@${ids.moderator}> · added “Balloon lost above Lorne”[\\s\\S]*told in <#${ids.crisis}>`),
    )
    const { log } = await desk.library.settings.of(ids.guild)
    expect(log).toBe(ids.crisis)
  })

  test('GIVEN additions and removals THEN each is in the record, and told in the moderators’ channel if one is set', async () => {
    await using desk = await startDesk()
    const { ids } = desk.sandbox
    const set = await desk.moderator.command('articles log', { channel: ids.crisis }).response()
    expect(textOf(set)).toContain(`<#${ids.crisis}>`)
    const told = desk.sandbox.next('message', ({ channel_id }) => channel_id === ids.crisis)
    await add(desk)
    expect(embedOf(await told).description).toBe(`<@${ids.moderator}> added “Balloon lost above Lorne”.`)
    expect(pinged(desk.sandbox)).toEqual([])
    const record = await readFile(join(desk.kept, 'servers', 'audit.jsonl'), 'utf8')
    expect(JSON.parse(record.trim())).toMatchObject({
      by: ids.moderator,
      server: ids.guild,
      action: 'add',
      article: expect.stringMatching(/balloon-lost-above-lorne/),
    })
  })
})

describe('/articles edit', () => {
  const TALKS = {
    name: 'talks.txt',
    data: `Envoys pack for the river forum\n\n${[
      'Envoys of both valleys will open the river forum in Orsk on March 9 and 10, the commission said.',
      'Nobody knows yet who will speak for the towns on the lake, the commission said on Friday.',
    ].join('\n\n')}\n`,
  }
  const when = async ({ member }: Desk) =>
    textOf(await member.command('when', { topic: 'river forum' }).response())

  test('GIVEN an article without a date WHEN a moderator gives it one THEN answers have the year; and it can be undone', async () => {
    await using desk = await startDesk()
    const { draft } = await add(desk, {}, { file: TALKS })
    expect(textOf(draft)).toContain('⚠ No date was found.')
    expect(textOf(draft)).toContain('⚠ No outlet was found.')
    expect(await when(desk)).toContain('9–10 March, year not stated')
    const list = await desk.moderator.command('articles list').response()
    expect(textOf(list)).toMatch(/⚠ 1 article has no date, 1 article has no outlet\. \/articles edit/)

    const asked = await desk.moderator.command('articles edit', { name: 'river forum' }).response()
    expect(isPrivate(asked)).toBe(true)
    const form = desk.moderator.click(asked, idOf(asked, 'Edit'))
    expect(JSON.stringify((await form.modal()).components)).toContain(
      '"value":"Envoys pack for the river forum"',
    )
    const done = await (
      await desk.moderator.submitModal(form, {
        day: '2023-03-01',
        outlet: 'Ridge Herald',
        link: 'https://ridge.example/forum',
      })
    ).response()
    expect(textOf(done)).toContain('Changed: “Envoys pack for the river forum”.')
    expect(await when(desk)).toMatch(/9–10 March 2023[\s\S]*Ridge Herald/)

    const undone = await desk.moderator.click(done, idOf(done, 'Undo')).response()
    expect(textOf(undone)).toContain('Changed back')
    expect(await when(desk)).toContain('9–10 March, year not stated')
    const record = await readFile(join(desk.kept, 'servers', 'audit.jsonl'), 'utf8')
    const actions = record
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).action)
    expect(actions).toEqual(['add', 'edit', 'edit'])
  })

  test('GIVEN a link that is none THEN nothing is changed, and it is said', async () => {
    await using desk = await startDesk()
    await add(desk, {}, { file: TALKS })
    const asked = await desk.moderator.command('articles edit', { name: 'river forum' }).response()
    const form = desk.moderator.click(asked, idOf(asked, 'Edit'))
    const sent = await desk.moderator.submitModal(form, { link: 'ridge.example' })
    expect(textOf(await sent.followUp())).toContain('is not a web address')
    expect(await when(desk)).toContain('year not stated')
  })
})

describe('an archive that fails', () => {
  test('GIVEN that what was added can’t be read at the moment THEN the moderators’ channel is told all the same', async () => {
    await using desk = await startDesk({
      before: (archive) =>
        changed(archive, { renew: () => Promise.reject(new ArchiveUnavailable([{ text: 'Try again.' }])) }),
    })
    const { ids } = desk.sandbox
    await desk.moderator.command('articles log', { channel: ids.crisis }).response()
    const told = desk.sandbox.next('message', ({ channel_id }) => channel_id === ids.crisis)
    const draft = await desk.moderator.command('articles add', { file: FILE }).response()
    const form = desk.moderator.click(draft, idOf(draft, 'Check and add'))
    await desk.moderator.submitModal(form, {})
    expect(embedOf(await told).description).toContain('added “Balloon lost above Lorne”')
    expect(await desk.library.store.list(ids.guild)).toHaveLength(1)
  })
})

describe('/articles list', () => {
  test('GIVEN more than a page THEN it can be turned', async () => {
    await using desk = await startDesk()
    const { guild, moderator } = desk.sandbox.ids
    for (let n = 0; n < 12; n++) {
      await desk.library.store.add(guild, moderator, {
        title: `Story ${n}`,
        outlet: 'Ridge Herald',
        published: `2023-05-${10 + n}`,
        modified: null,
        url: null,
        author: null,
        paragraphs: [`The ferry number ${n} did not leave the harbour on Friday.`],
      })
    }
    await desk.library.renew(guild)
    const first = await desk.moderator.command('articles list').response()
    expect(embedOf(first).title).toBe('This server has 12 articles of its own')
    expect(textOf(first)).toMatch(/^\*\*1\.\*\* Story 11\nRidge Herald · 21 May 2023/)
    const second = await desk.moderator.click(first, idOf(first, '›')).response()
    expect(textOf(second)).toContain('Story 0')
  })
})
