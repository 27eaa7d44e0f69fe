import { expect, test } from 'vitest'
import { BALLOON, idOf, SECOND } from './adding.js'
import { isPrivate, startDesk, textOf } from './desk.js'

const PASTED = `Balloon lost above Lorne\nHarbour Wire, 21 May 2023\n\n${BALLOON}\n\n${SECOND}`

test('GIVEN neither link nor file THEN a text is pasted, shown with its title, outlet and date, and kept when it was checked', async () => {
  await using desk = await startDesk()
  const { moderator, member } = desk
  const asked = await moderator.command('articles add').response()
  expect(isPrivate(asked)).toBe(true)
  const opened = moderator.click(asked, idOf(asked, 'Paste text'))
  const draft = await (await moderator.submitModal(opened, { text: PASTED })).response()
  expect(textOf(draft)).toMatch(
    /Title: Balloon lost above Lorne\nOutlet: Harbour Wire[^\n]*\nPublished: 21 May 2023/,
  )
  expect((await desk.library.store.list(desk.sandbox.ids.guild)).length).toBe(0)
  const form = moderator.click(draft, idOf(draft, 'Check and add'))
  const done = await (await moderator.submitModal(form, {})).response()
  expect(textOf(done)).toContain('Added: “Balloon lost above Lorne”')
  expect(textOf(await member.command('search', { words: 'weather balloon' }).response())).toContain(
    'Harbour Wire',
  )
})

test('GIVEN a link that can’t be read THEN it is said why, and the text can be pasted', async () => {
  await using desk = await startDesk()
  const { moderator } = desk
  const refused = await moderator.command('articles add', { link: 'ftp://news.example/a' }).response()
  expect(textOf(refused)).toContain('This is no web address.')
  idOf(refused, 'Paste text')
})

test('GIVEN a text without a body THEN nothing is kept and it is said why', async () => {
  await using desk = await startDesk()
  const { moderator } = desk
  const asked = await moderator.command('articles add').response()
  const opened = moderator.click(asked, idOf(asked, 'Paste text'))
  const refused = await (await moderator.submitModal(opened, { text: 'Only a headline' })).followUp()
  expect(textOf(refused)).toContain('There is no article text below the title.')
})

test('GIVEN somebody who lost the permission meanwhile THEN the form does not open', async () => {
  await using desk = await startDesk()
  const { moderator, sandbox } = desk
  const asked = await moderator.command('articles add').response()
  sandbox.world.setRoles(sandbox.ids.guild, sandbox.ids.moderator, [])
  const refused = await moderator.click(asked, idOf(asked, 'Paste text')).followUp()
  expect(textOf(refused)).toMatch(/you need the permission/)
})
