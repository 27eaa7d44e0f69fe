import { expect, it } from 'vitest'
import { Database, isUnavailable } from '../../../src/lib/postgres/database.js'
import { describePostgres, testDatabase, testServer } from '../../support/postgres.js'

/** What is heard on a channel, and a promise of the next thing. */
async function hearing(database: Database, channel: string) {
  const waiting: ((heard: string | null) => void)[] = []
  await database.listen(channel, (payload) => waiting.shift()?.(payload))
  return { next: () => new Promise<string | null>((resolve) => waiting.push(resolve)) }
}

describePostgres('a database that processes share', () => {
  it('whole numbers come as numbers, days as they are written', async () => {
    await using test = await testDatabase()
    const { rows } = await test.database.query(`SELECT 12::bigint AS number, '2022-01-09'::date AS day`)
    expect(rows).toEqual([{ number: 12, day: '2022-01-09' }])
  })

  it('GIVEN work that throws, THEN nothing of its transaction is kept', async () => {
    await using test = await testDatabase()
    await test.database.query('CREATE TABLE notes (text text)')
    const work = test.database.transaction(async (client) => {
      await client.query(`INSERT INTO notes VALUES ('half')`)
      throw new Error('stopped')
    })
    await expect(work).rejects.toThrow('stopped')
    expect((await test.database.query('SELECT * FROM notes')).rows).toEqual([])
  })

  it('GIVEN a message to a channel, THEN every process that listens hears it', async () => {
    await using test = await testDatabase()
    const heard = await Promise.all([test.database, await test.open()].map((one) => hearing(one, 'news')))
    const next = heard.map(({ next }) => next())
    await test.database.query(`NOTIFY news, 'seven'`)
    expect(await Promise.all(next)).toEqual(['seven', 'seven'])
  })

  it('GIVEN a server that stops and starts again, THEN statements fail meanwhile, and who listens is told that something may be missed', async () => {
    const server = await testServer()
    const database = await Database.open({ url: server.url })
    try {
      const { next } = await hearing(database, 'news')
      const reconnected = next()
      await server.stop('immediate')
      const error = await database.query('SELECT 1').catch((reason: unknown) => reason)
      expect(isUnavailable(error)).toBe(true)
      await server.start()
      expect(await reconnected).toBeNull()
      const heard = next()
      await database.query(`NOTIFY news, 'again'`)
      expect(await heard).toBe('again')
    } finally {
      await database.close()
      await server.remove()
    }
  })

  it('GIVEN a statement that takes too long, THEN the server gives it up', async () => {
    await using test = await testDatabase({ statementMs: 50 })
    const error = await test.database.query('SELECT pg_sleep(30)').catch((reason: unknown) => reason)
    expect(isUnavailable(error)).toBe(true)
  })
})
