import { describe, expect, test } from 'vitest'
import { articleFile } from '../support/folder.js'
import {
  AT_ONCE,
  buttonsOf,
  CALLBACK,
  changed,
  EDIT,
  EPHEMERAL,
  embedOf,
  isPrivate,
  LATER,
  menuOf,
  requestsSince,
  startDesk,
  stranger,
  textOf,
} from './desk.js'

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

/** More events than one page of /timeline holds. */
const EVENTS = Object.fromEntries(
  [
    'Masons repaired the bridge at Orsk',
    'Schools in Tellin reopened after the storm',
    'Fishermen blocked the harbour of Varda',
    'The council elected Nora Quint as mayor',
    'Doctors vaccinated children in the camp',
    'A fire destroyed the paper mill',
    'Trains stopped between Holm and Sarn',
    'Farmers sold their cattle at the border',
    'Pilots ended their strike at the airport',
    'Judges released three reporters from prison',
    'Divers found the wreck of the ferry',
    'Miners marched through the capital',
    'The central bank raised its interest rate',
    'Two ministers resigned over the budget',
  ].map((deed, i) => [
    `day-${i}.md`,
    articleFile(
      { title: `${deed}, report says`, outlet: 'River Post', published: '2023-06-30' },
      `${deed} on ${i + 1} June 2023, ${'as was told by those who had been there from the early morning on, '.repeat(3)}and left.`,
    ),
  ]),
)

/** The same words out of many mouths. */
const SAID = Object.fromEntries(
  ['Ada', 'Ben', 'Cem', 'Dora', 'Emil', 'Fay'].flatMap((first) =>
    ['Belova', 'Meer', 'Novak', 'Ott'].map((last) => [
      `${first}-${last}.md`,
      articleFile(
        { title: `A word from ${first} ${last}`, outlet: `${last} Post`, published: '2023-05-12' },
        `“The water will rise before the week is out,” ${first} ${last} told reporters on Friday.`,
      ),
    ]),
  ),
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

  test('GIVEN “Show sources” THEN every finding opens with its snippets, for whoever presses it alone', async () => {
    await using desk = await startDesk({ files: SAID })
    const message = await desk.member.command('search', { words: 'belova' }).response()
    expect(textOf(message).match(/^> /gm)).toHaveLength(1)
    const opened = await desk.sandbox
      .as(stranger(desk))
      .click(message, buttonsOf(message).get('Show sources')!.id)
      .response()
    expect(isPrivate(opened)).toBe(true)
    expect(textOf(opened).match(/^> /gm)!.length).toBeGreaterThan(1)
    expect([...buttonsOf(opened).keys()]).not.toContain('Show sources')
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
    let message = await desk.member.command('sources').response()
    for (let next = buttonsOf(message).get('›')!; !next.disabled; next = buttonsOf(message).get('›')!)
      message = await desk.member.click(message, next.id).response()
    const before = pageOf(embedOf(message).footer?.text)!
    for (let i = 1; i < 29; i++) await desk.folder.remove(`report-${i}.md`)
    await desk.moderator.command('reload').response()
    const turned = await desk.member.click(message, buttonsOf(message).get('‹')!.id).response()
    const [page, pages] = pageOf(embedOf(turned).footer?.text)!
    expect(pages).toBeLessThan(before[1]! - 1)
    expect(page).toBe(pages)
    expect(buttonsOf(turned).get('›')!.disabled).toBe(true)
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

  test('GIVEN several questions THEN their pages turn together, and one without more is left out', async () => {
    await using desk = await startDesk({ files: MANY })
    const asked = desk.member.send(`<@${desk.sandbox.ids.bot}> /search gates dam\n/article report-7`)
    const message = await desk.sandbox.replyTo(asked)
    expect(message.embeds.map(({ title }) => title)).toEqual(['/search gates dam', '/article report-7'])
    const turned = await desk.member.click(message, buttonsOf(message).get('›')!.id).response()
    expect(embedOf(turned).title).toBe('/search gates dam')
    expect(pageOf(embedOf(turned).footer?.text)).toEqual([2, pageOf(message.embeds[0]!.footer?.text)![1]])
    expect(textOf(turned)).toContain('**3.**')
    expect(menuOf(turned).options[0]!.label).toMatch(/^1\/3 · /)
    const back = await desk.member.click(turned, buttonsOf(turned).get('‹')!.id).response()
    expect(back.embeds).toEqual(message.embeds)
  })

  test('GIVEN what a right-click found THEN its pages turn in private, and shared ones for all', async () => {
    await using desk = await startDesk({ files: SAID })
    const { ids } = desk.sandbox
    const posted = desk.moderator.send('They say "the water will rise" and "before the week is out".')
    const message = await desk.member.contextMenu('Who said this?', posted).response()
    const turned = await desk.member.click(message, buttonsOf(message).get('›')!.id).response()
    expect((turned.flags ?? 0) & EPHEMERAL).toBe(EPHEMERAL)
    expect(turned.embeds.map(({ title }) => title)).toEqual(message.embeds.map(({ title }) => title))
    expect(pageOf(turned.embeds[0]!.footer?.text)?.[0]).toBe(2)
    const share = buttonsOf(turned).get('Share with channel')!.id
    const shared = await desk.member.click(turned, share).followUp()
    const back = await desk.sandbox.as(ids.moderator).click(shared, buttonsOf(shared).get('‹')!.id).response()
    expect(back.embeds).toEqual(message.embeds)
  })

  test('GIVEN questions that are too long to be carried THEN the reply says what it leaves out', async () => {
    await using desk = await startDesk({ files: MANY })
    const long = (n: number) => `/search gates dam ${'engineers water mark lorne '.repeat(11)}${n}`
    const asked = desk.member.send(`<@${desk.sandbox.ids.bot}> ${[1, 2, 3].map(long).join('\n')}`)
    const message = await desk.sandbox.replyTo(asked)
    expect(message.embeds).toHaveLength(3)
    expect([...buttonsOf(message).keys()]).not.toContain('›')
    expect(message.embeds[0]!.description).toMatch(/… and \d+ more\. Ask this alone/)
    expect(message.embeds[0]!.footer!.text).not.toContain('page')
  })

  test.each([
    ['soon', AT_ONCE],
    ['later', LATER],
  ])('GIVEN a page that fails %s THEN the one who pressed is told, and the answer stays', async (_, when) => {
    let broken = false
    await using desk = await startDesk({
      ...when,
      files: MANY,
      before: (archive) =>
        changed(archive, {
          articles: (...asked) => (broken ? Promise.reject(new Error('lost')) : archive.articles(...asked)),
        }),
    })
    const message = await desk.member.command('sources').response()
    broken = true
    const exchange = desk.member.click(message, buttonsOf(message).get('›')!.id)
    const told = await (when === LATER ? exchange.followUp() : exchange.response())
    expect(textOf(told)).toMatch(/Reference: /)
    expect(isPrivate(told)).toBe(true)
    expect(embedOf(desk.sandbox.message(message.id)!)).toEqual(embedOf(message))
  })

  test.each([
    ['soon', AT_ONCE, [CALLBACK]],
    ['later', LATER, [CALLBACK, EDIT]],
  ])('GIVEN a page that comes %s THEN it takes the place of the one before', async (_, when, wanted) => {
    await using desk = await startDesk({ ...when, files: MANY })
    const message = await desk.member.command('sources').response()
    const requests = requestsSince(desk)
    const turned = await desk.member.click(message, buttonsOf(message).get('›')!.id).response()
    expect(turned.id).toBe(message.id)
    expect(pageOf(embedOf(turned).footer?.text)?.[0]).toBe(2)
    expect(requests()).toEqual(wanted)
  })

  test('GIVEN a page in place of a picture THEN the picture goes', async () => {
    for (const when of [AT_ONCE, LATER]) {
      await using desk = await startDesk({ ...when, files: EVENTS })
      const message = await desk.member.command('timeline').response()
      expect(message.attachments).toHaveLength(1)
      const turned = await desk.member.click(message, buttonsOf(message).get('›')!.id).response()
      expect(turned.attachments).toEqual([])
      expect(embedOf(turned).image).toBeUndefined()
    }
  })
})
