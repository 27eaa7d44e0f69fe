import { Events, type TextChannel } from 'discord.js'
import { expect, test } from 'vitest'
import { makeClient } from '../../src/discord/client.js'
import { startSandbox } from '../../src/sandbox/sandbox.js'

test('GIVEN what the bot says and what others say to it THEN it hears the others alone', async () => {
  const sandbox = await startSandbox()
  const client = makeClient({ api: sandbox.api })
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve))
  await client.login(sandbox.token)
  await ready
  const heard: string[] = []
  const last = new Promise<void>((resolve) => {
    client.on(Events.MessageCreate, ({ author }) => heard.push(author.id))
    client.on(Events.MessageUpdate, (_, { author }) => {
      heard.push(author!.id)
      if (author!.id === sandbox.ids.member) resolve()
    })
  })
  const general = client.channels.cache.get(sandbox.ids.general) as TextChannel
  const own = await general.send('hello')
  await own.edit('hello, all')
  const member = sandbox.as(sandbox.ids.member)
  member.edit(member.send('hello'), 'hello, bot')
  await last
  expect(heard).toEqual([sandbox.ids.member, sandbox.ids.member])
  await client.destroy()
  await sandbox.close()
})
