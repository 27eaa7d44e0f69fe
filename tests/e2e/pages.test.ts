import { describe, expect, test } from 'vitest'
import { articleFile } from '../support/folder.js'
import { buttonsOf, changed, EPHEMERAL, embedOf, startDesk, stranger, textOf } from './desk.js'

/** More articles than one page of /sources holds. */
const MANY = Object.fromEntries(
  Array.from({ length: 60 }, (_, i) => [
    `report-${i}.md`,
    articleFile(
      { title: `Report ${i} from the valley`, outlet: 'River Post', published: '2023-05-12' },
      `Report ${i}: the gates of the dam at Lorne were checked by engineers, and the water stood at mark ${i}.`,
    ),
  ]),
)

const pageOf = (text: string | undefined) =>
  /page (\d+) of (\d+)/
    .exec(text ?? '')
    ?.slice(1)
    .map(Number)

describe('turning pages', () => {
  test('GIVEN a long answer THEN its buttons lead through all of it', async () => {
    await using desk = await startDesk({ files: MANY })
    let message = await desk.member.command('sources').response()
    const pages = pageOf(embedOf(message).footer?.text)![1]!
    const titles = new Set<string>()
    for (let page = 1; ; page++) {
      expect(pageOf(embedOf(message).footer?.text)).toEqual([page, pages])
      for (const [title] of textOf(message).matchAll(/Report \d+ from the valley/g)) titles.add(title)
      const next = buttonsOf(message).get('›')!
      if (next.disabled) break
      message = await desk.member.click(message, next.id).response()
    }
    expect(titles.size).toBe(60)
  })

  test('GIVEN another bot process THEN the buttons of the first still work', async () => {
    await using desk = await startDesk({ files: MANY })
    const message = await desk.member.command('search', { words: 'gates of the "dam at Lorne"' }).response()
    await desk.restart()
    const turned = await desk.member.click(message, buttonsOf(message).get('›')!.id).response()
    expect(embedOf(turned).title).toBe(embedOf(message).title)
    expect(pageOf(embedOf(turned).footer?.text)?.[0]).toBe(2)
  })

  test('GIVEN articles that have changed since THEN the page says so, once', async () => {
    await using desk = await startDesk({ files: MANY })
    const message = await desk.member.command('sources').response()
    await desk.folder.remove('report-3.md')
    await desk.moderator.command('reload').response()
    const turned = await desk.member.click(message, buttonsOf(message).get('›')!.id).response()
    expect(textOf(turned)).toMatch(/^The articles have changed since this was asked\./)
    const back = await desk.member.click(turned, buttonsOf(turned).get('‹')!.id).response()
    expect(textOf(back)).not.toMatch(/have changed/)
  })

  test('GIVEN an answer that has become shorter THEN the last page is shown', async () => {
    await using desk = await startDesk({ files: MANY })
    const message = await desk.member.command('sources').response()
    for (let i = 1; i < 60; i++) await desk.folder.remove(`report-${i}.md`)
    await desk.moderator.command('reload').response()
    const turned = await desk.member.click(message, buttonsOf(message).get('›')!.id).response()
    expect(textOf(turned)).toContain('Report 0 from the valley')
    expect([...buttonsOf(turned).keys()]).not.toContain('›')
  })

  test('GIVEN a private answer THEN its pages stay private', async () => {
    await using desk = await startDesk({ files: MANY })
    const message = await desk.member.command('sources', { private: true }).response()
    const turned = await desk.member.click(message, buttonsOf(message).get('›')!.id).response()
    expect((turned.flags ?? 0) & EPHEMERAL).toBe(EPHEMERAL)
  })

  test('GIVEN somebody else’s answer THEN its pages turn for oneself alone, but for moderators', async () => {
    await using desk = await startDesk({ files: MANY })
    const { ids } = desk.sandbox
    const message = await desk.member.command('sources').response()
    const other = desk.sandbox.as(stranger(desk))
    const next = buttonsOf(message).get('›')!.id
    const copy = await other.click(message, next).response()
    expect((copy.flags ?? 0) & EPHEMERAL).toBe(EPHEMERAL)
    expect(pageOf(embedOf(copy).footer?.text)?.[0]).toBe(2)
    expect([...buttonsOf(copy).keys()]).toContain('Share with channel')
    expect(pageOf(embedOf(desk.sandbox.message(message.id)!).footer?.text)?.[0]).toBe(1)
    const turned = await desk.sandbox.as(ids.moderator).click(message, next).response()
    expect(turned.id).toBe(message.id)
    expect(pageOf(embedOf(turned).footer?.text)?.[0]).toBe(2)
    const back = await desk.member.click(turned, buttonsOf(turned).get('‹')!.id).response()
    expect(pageOf(embedOf(back).footer?.text)?.[0]).toBe(1)
  })

  test('GIVEN an answer to a mention THEN its pages turn too', async () => {
    await using desk = await startDesk({ files: MANY })
    const asked = desk.member.send(`<@${desk.sandbox.ids.bot}> /sources`)
    const message = await desk.sandbox.replyTo(asked)
    const turned = await desk.member.click(message, buttonsOf(message).get('›')!.id).response()
    expect(pageOf(embedOf(turned).footer?.text)?.[0]).toBe(2)
  })

  test('GIVEN a page that can’t be shown THEN the one who pressed is told, and the answer stays', async () => {
    let broken = false
    await using desk = await startDesk({
      files: MANY,
      before: (archive) =>
        changed(archive, {
          articles: (...asked) => (broken ? Promise.reject(new Error('lost')) : archive.articles(...asked)),
        }),
    })
    const message = await desk.member.command('sources').response()
    broken = true
    const exchange = desk.member.click(message, buttonsOf(message).get('›')!.id)
    const told = await exchange.followUp()
    expect(textOf(told)).toMatch(/Reference: /)
    expect((told.flags ?? 0) & EPHEMERAL).toBe(EPHEMERAL)
    expect(embedOf(desk.sandbox.message(message.id)!)).toEqual(embedOf(message))
  })
})
