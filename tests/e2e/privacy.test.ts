import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openFeedback } from '../../src/discord/moderation/feedback.js'
import { memoryLog } from '../discord/memory-log.js'
import { articleFolder } from '../support/folder.js'
import { filesIn } from '../support/state.js'
import { idOf } from './adding.js'
import { buttonsOf, isPrivate, startDesk, stranger, textOf } from './desk.js'

test('GIVEN what a member asked in vain and rated THEN /privacy counts it and deletes it, and nothing of anybody else', async () => {
  await using folder = await articleFolder()
  const feedback = openFeedback(filesIn(folder.path), memoryLog().log)
  await using desk = await startDesk({ feedback })
  const { member, sandbox } = desk
  const other = sandbox.as(stranger(desk))
  await member.command('search', { words: 'quetzal' }).response()
  await other.command('search', { words: 'axolotl' }).response()
  const answer = await member.command('when', { topic: 'dam' }).response()
  await member.click(answer, buttonsOf(answer).get('👍')!.id).response()

  const told = await member.command('privacy').response()
  expect(isPrivate(told)).toBe(true)
  expect(textOf(told)).toMatch(/180 days[\s\S]*30 days[\s\S]*your ratings: 2 kept/)
  const gone = await member.click(told, idOf(told, 'Delete what is kept of me')).response()
  expect(textOf(gone)).toMatch(/^Deleted\..*: 2\./)

  const after = await member.command('privacy').response()
  expect(textOf(after)).toContain('your ratings: 0 kept')
  expect(buttonsOf(after).size).toBe(0)
  const left = await readFile(join(folder.path, 'feedback.jsonl'), 'utf8')
  expect(left).not.toContain('quetzal')
  expect(left).toContain('axolotl')
})

test('GIVEN a bot that keeps no ratings, or a mention THEN it says so and counts nobody’s in public', async () => {
  await using desk = await startDesk()
  const { member, moderator, sandbox } = desk
  const told = await member.command('privacy').response()
  expect(textOf(told)).toContain('ratings: not kept')
  expect(buttonsOf(told).size).toBe(0)
  const asked = member.send(`<@${sandbox.ids.bot}> what do you store about me?`)
  const reply = await sandbox.replyTo(asked)
  expect(reply.embeds[0]!.title).toBe('What I keep, and for how long')
  expect(textOf(reply)).not.toMatch(/\d kept/)
  expect(textOf(await moderator.command('privacy').response())).toContain('“Reset” in /settings')
})
