import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { APIStringSelectComponent } from 'discord-api-types/v10'
import { expect, test } from 'vitest'
import { openFeedback } from '../../src/discord/moderation/feedback.js'
import { memoryLog } from '../discord/memory-log.js'
import { articleFolder } from '../support/folder.js'
import { filesIn } from '../support/state.js'
import { idOf } from './adding.js'
import { buttonsOf, isPrivate, menuOf, startDesk, textOf } from './desk.js'

test('GIVEN questions in vain THEN moderators see how often, when and where, dismiss them, and see them when they are asked again', async () => {
  await using folder = await articleFolder()
  const feedback = openFeedback(filesIn(folder.path), memoryLog().log)
  await using desk = await startDesk({ feedback })
  const { sandbox, member, moderator } = desk
  const { guild, general, bot } = sandbox.ids
  const other = sandbox.world.addGuild({ name: 'Elsewhere', ownerId: sandbox.ids.owner })
  const there = sandbox.as(sandbox.ids.owner, { channel: other.general })
  await expect.poll(() => there.commands().length).toBeGreaterThan(0)
  const ask = () => member.command('search', { words: 'quetzal' }).response()
  await ask()
  await ask()
  const mention = member.send(`<@${bot}> /search axolotl`)
  await sandbox.replyTo(mention)
  await there.command('search', { words: 'capybara' }).response()

  const status = await moderator.command('status').response()
  const list = await moderator.click(status, idOf(status, 'Unanswered questions')).response()
  expect(isPrivate(list)).toBe(true)
  expect(list.embeds[0]!.title).toBe('Unanswered questions: 2')
  expect(textOf(list)).toMatch(
    /\*\*2 ×\*\* [^\n]*quetzal\nlast asked [^\n]*20\d\d\n\*\*1 ×\*\* [^\n]*axolotl\n/,
  )
  expect(textOf(list)).toContain(`https://discord.com/channels/${guild}/${general}/${mention.id}`)
  expect(textOf(list)).not.toContain('capybara')

  const { custom_id, options } = menuOf(list) as APIStringSelectComponent
  const left = await moderator.select(list, custom_id, [options[0]!.value]).response()
  expect(textOf(left)).not.toContain('quetzal')
  expect(textOf(left)).toContain('axolotl')
  await desk.restart({ feedback: openFeedback(filesIn(folder.path), memoryLog().log) })
  expect(textOf(await moderator.command('status').response())).not.toContain('quetzal')
  await ask()
  const again = await moderator.command('status').response()
  const listed = await moderator.click(again, 'vain:list:0;').response()
  expect(textOf(listed)).toMatch(/\*\*1 ×\*\* [^\n]*quetzal/)

  expect(buttonsOf(await member.command('status').response()).size).toBe(0)
  sandbox.world.setRoles(guild, sandbox.ids.moderator, [])
  const menu = menuOf(listed) as APIStringSelectComponent
  const refused = await moderator.select(listed, menu.custom_id, [menu.options[0]!.value]).followUp()
  expect(textOf(refused)).toMatch(/you need the permission/)
})

test('GIVEN an answer that is not useful THEN whoever says so is asked why, and that is kept without their name', async () => {
  await using folder = await articleFolder()
  const feedback = openFeedback(filesIn(folder.path), memoryLog().log)
  await using desk = await startDesk({ feedback })
  const { member, sandbox } = desk
  const answer = await member.command('when', { topic: 'dam' }).response()
  const asked = await member.click(answer, buttonsOf(answer).get('👎')!.id).response()
  expect([...buttonsOf(asked).keys()]).toEqual(['It is wrong', 'It does not answer', 'Something is missing'])
  const thanks = await member.click(asked, idOf(asked, 'It does not answer')).response()
  expect(textOf(thanks)).toMatch(/^Thank you/)
  const useful = await member.click(answer, buttonsOf(answer).get('👍')!.id).response()
  expect(buttonsOf(useful).size).toBe(0)
  await feedback.idle()
  const text = await readFile(join(folder.path, 'feedback.jsonl'), 'utf8')
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const rating = lines.find(({ useful: yes }) => yes === false)
  expect(lines).toContainEqual(expect.objectContaining({ kind: 'why', why: 'beside', by: rating.by }))
  expect(text).not.toContain(sandbox.ids.member)
})
