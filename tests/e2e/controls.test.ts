import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Feedback, openFeedback } from '../../src/discord/moderation/feedback.js'
import { memoryLog } from '../discord/memory-log.js'
import { type ArticleFolder, articleFile, articleFolder } from '../support/folder.js'
import { filesIn } from '../support/state.js'
import {
  buttonsOf,
  type Desk,
  embedOf,
  isPrivate,
  menuOf,
  pinged,
  startDesk,
  stranger,
  textOf,
} from './desk.js'

let kept: ArticleFolder
let feedback: Feedback
let desk: Desk
beforeAll(async () => {
  kept = await articleFolder()
  feedback = openFeedback(filesIn(kept.path), memoryLog().log)
  desk = await startDesk({ feedback })
})
afterAll(async () => {
  await desk.close()
  await kept[Symbol.asyncDispose]()
})

const records = async () => {
  await feedback.idle()
  return (await readFile(join(kept.path, 'feedback.jsonl'), 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

describe('a citation in its context', () => {
  test('GIVEN a choice in the menu THEN the paragraph is shown between its neighbours, with the link, in private', async () => {
    const message = await desk.member.command('search', { words: 'severe flooding if we wait' }).response()
    const { custom_id, options } = menuOf(message)
    expect(options[0]!.label).toMatch(/^1 · River Post · 12 May 2023 · ¶2$/)
    const shown = await desk.member.select(message, custom_id, [options[0]!.value]).response()
    expect(isPrivate(shown)).toBe(true)
    const { title, url, description, footer } = embedOf(shown)
    expect(title).toContain('Dam at Lorne will be opened')
    expect(url).toBe('https://river-post.example/dam')
    expect(description).toMatch(
      /^The dam at Lorne[\s\S]*\n\n> [\s\S]*“We will not let this valley[\s\S]*\n\nAbout 12,000 people/,
    )
    expect(footer!.text).toBe('River Post · 12 May 2023 · ¶2')
  })

  test('GIVEN an article that has changed since THEN it is said', async () => {
    await using other = await startDesk()
    const message = await other.member.command('search', { words: 'ridge' }).response()
    await other.folder.write(
      'notes.txt',
      'Notes from the ridge\n\nSomething else altogether stands here now.\n',
    )
    await other.moderator.command('reload').response()
    const { custom_id, options } = menuOf(message)
    const shown = await other.member.select(message, custom_id, [options[0]!.value]).response()
    expect(textOf(shown)).toMatch(/That article has changed or is gone/)
  })

  test('GIVEN an article with a very long name THEN it is found all the same', async () => {
    const name = `${'a-very-long-name-'.repeat(10)}.md`
    const facts = { title: 'Bridge at Orsk', outlet: 'Valley News', published: '2023-06-02' }
    await using other = await startDesk({
      files: { [name]: articleFile(facts, 'The bridge was reopened.', 'It is wide.') },
    })
    const message = await other.member.command('search', { words: 'bridge reopened' }).response()
    const { custom_id, options } = menuOf(message)
    const shown = await other.member.select(message, custom_id, [options[0]!.value]).response()
    expect(textOf(shown)).toContain('It is wide.')
  })
})

describe('taking along', () => {
  const download = async (command: 'timeline' | 'quotes' | 'sources', given: Record<string, string>) => {
    const message = await desk.member.command(command, given).response()
    const files = await desk.member.click(message, buttonsOf(message).get('📥')!.id).response()
    expect(isPrivate(files)).toBe(true)
    return Promise.all(
      files.attachments.map(async ({ filename, url }) => ({
        filename,
        text: await (await fetch(url)).text(),
      })),
    )
  }

  test('GIVEN a timeline THEN whoever wants has it as a table and a calendar, in private', async () => {
    const [table, calendar, ...others] = await download('timeline', {})
    expect(others).toEqual([])
    expect(table).toMatchObject({ filename: 'timeline.csv', text: expect.stringContaining('River Post') })
    expect(calendar).toMatchObject({
      filename: 'timeline.ics',
      text: expect.stringContaining('BEGIN:VEVENT'),
    })
  })

  test('GIVEN a list of articles THEN its table has names that /article takes', async () => {
    const [table] = await download('sources', {})
    const row = table!.text.split('\r\n').find((line) => line.includes('Dam at Lorne will be opened'))!
    const name = /,([0-9a-f]{10}),/.exec(row)![1]!
    const article = await desk.member.command('article', { name }).response()
    expect(textOf(article)).toContain('Dam at Lorne will be opened')
  })

  test('GIVEN an answer that is no list THEN there is nothing to take along', async () => {
    const message = await desk.member.command('when', { topic: 'lorne dam' }).response()
    expect(buttonsOf(message).has('📥')).toBe(false)
  })
})

describe('sharing', () => {
  test('GIVEN a private answer THEN its button shows it to the channel, once, and it can be deleted there', async () => {
    const message = await desk.member.command('when', { topic: 'lorne dam', private: true }).response()
    const exchange = desk.member.click(message, buttonsOf(message).get('Share with channel')!.id)
    const shared = await exchange.followUp()
    expect(isPrivate(shared)).toBe(false)
    expect(embedOf(shared)).toMatchObject(embedOf(message))
    expect(shared.content).toBe(`Shared by <@${desk.sandbox.ids.member}>`)
    expect(pinged(desk.sandbox)).toEqual([])
    expect(buttonsOf(await exchange.response()).get('Shared')!.disabled).toBe(true)
    const gone = desk.sandbox.next('delete', ({ id }) => id === shared.id)
    desk.member.click(shared, buttonsOf(shared).get('Delete')!.id)
    await gone
  })
})

describe('deleting', () => {
  const asked = () => desk.member.command('when', { topic: 'lorne dam' }).response()
  const press = (who: string, message: Awaited<ReturnType<typeof asked>>) =>
    desk.sandbox.as(who).click(message, buttonsOf(message).get('Delete')!.id)

  test('GIVEN whoever asked, or a moderator THEN the answer is gone', async () => {
    for (const who of [desk.sandbox.ids.member, desk.sandbox.ids.moderator]) {
      const message = await asked()
      const gone = desk.sandbox.next('delete', ({ id }) => id === message.id)
      press(who, message)
      await gone
    }
  })

  test('GIVEN somebody else THEN they are told why not, and the answer stays', async () => {
    const message = await asked()
    const told = await press(stranger(desk), message).response()
    expect(textOf(told)).toMatch(/Only whoever asked/)
    expect(isPrivate(told)).toBe(true)
    expect(desk.sandbox.message(message.id)).toBeDefined()
  })

  test('GIVEN the answer to a mention THEN whoever asked can delete it', async () => {
    const message = await desk.sandbox.replyTo(desk.member.send(`<@${desk.sandbox.ids.bot}> /when lorne dam`))
    const gone = desk.sandbox.next('delete', ({ id }) => id === message.id)
    press(desk.sandbox.ids.member, message)
    await gone
  })
})

describe('what is kept', () => {
  test('GIVEN a rating THEN it is kept without a name or an id, and thanks are said in private', async () => {
    const message = await desk.member.command('when', { topic: 'lorne dam' }).response()
    const thanks = await desk.member.click(message, buttonsOf(message).get('👍')!.id).response()
    expect(textOf(thanks)).toBe('Thank you. Good to know.')
    expect(isPrivate(thanks)).toBe(true)
    const rating = (await records()).find(({ kind }) => kind === 'rating')
    expect(rating).toMatchObject({ useful: true, asked: ['/when lorne dam'] })
    const text = JSON.stringify(rating)
    for (const id of [desk.sandbox.ids.member, desk.sandbox.ids.guild, message.id])
      expect(text).not.toContain(id)
  })

  test('GIVEN questions in vain THEN moderators see them in /status, members and other servers don’t', async () => {
    for (const topic of ['volcano', 'volcano', 'earthquake'])
      await desk.member.command('when', { topic }).response()
    const status = await desk.moderator.command('status').response()
    expect(isPrivate(status)).toBe(true)
    expect(textOf(status)).toMatch(/2 × \/when volcano\n1 × \/when earthquake/)
    expect(textOf(await desk.member.command('status').response())).not.toContain('volcano')
    const owner = desk.sandbox.world.addUser({ username: 'elsewhere' })
    const { guild, general } = desk.sandbox.world.addGuild({ name: 'Elsewhere', ownerId: owner })
    expect(guild).not.toBe(desk.sandbox.ids.guild)
    const there = await desk.sandbox.as(owner, { channel: general }).command('status').response()
    expect(textOf(there)).not.toContain('volcano')
  })

  test('GIVEN that it is switched off THEN there is nothing to rate with', async () => {
    await using other = await startDesk()
    const message = await other.member.command('when', { topic: 'lorne dam' }).response()
    expect([...buttonsOf(message).keys()]).toEqual(['Show sources', 'Delete'])
  })
})

test('GIVEN /status THEN it tells of the bot: version, since when, the archive and its age', async () => {
  const text = textOf(await desk.member.command('status').response())
  expect(text).toMatch(/3 articles/)
  expect(text).toMatch(/Archive \S+, articles last read <t:\d+:R>/)
  expect(text).toMatch(/Crisis Desk \d+\.\d+\.\d+, started <t:\d+:R>/)
})
