import { expect, it } from 'vitest'
import { type Migration, migrate, readMigrations, SchemaMismatch } from '../../../src/lib/postgres/migrate.js'
import { describePostgres, testDatabase } from '../../support/postgres.js'

describePostgres('the tables of the database', () => {
  const more = async (...added: Migration[]) => [...(await readMigrations()), ...added]
  const first: Migration = { name: '9001-first.sql', sql: 'CREATE TABLE first (id int)' }
  const second: Migration = { name: '9002-second.sql', sql: 'ALTER TABLE first ADD COLUMN name text' }

  it('GIVEN a database that has seen some steps, THEN the others run, once, in their order', async () => {
    await using test = await testDatabase()
    const client = await test.database.connect()
    try {
      expect(await migrate(client, await more(first))).toEqual([first.name])
      expect(await migrate(client, await more(first, second))).toEqual([second.name])
      expect(await migrate(client, await more(first, second))).toEqual([])
    } finally {
      client.release()
    }
  })

  it('GIVEN processes that start at once, THEN each step runs in one of them', async () => {
    await using test = await testDatabase()
    const clients = await Promise.all(Array.from({ length: 4 }, () => test.database.connect()))
    try {
      const all = await more(first, second)
      const run = await Promise.all(clients.map((client) => migrate(client, all)))
      expect(run.flat().sort()).toEqual([first.name, second.name])
    } finally {
      for (const client of clients) client.release()
    }
  })

  it('GIVEN a step that fails, THEN nothing of it is left, and those before it are', async () => {
    await using test = await testDatabase()
    const broken = { name: '9002-broken.sql', sql: 'CREATE TABLE half (id int); SELECT nothing FROM nowhere' }
    const client = await test.database.connect()
    try {
      await expect(migrate(client, await more(first, broken))).rejects.toThrow('nowhere')
      expect(await migrate(client, await more(first, second))).toEqual([second.name])
      const { rows } = await client.query(`SELECT to_regclass('half') AS half`)
      expect(rows).toEqual([{ half: null }])
    } finally {
      client.release()
    }
  })

  it('GIVEN a database of a newer program, or a step that was changed, THEN it is refused', async () => {
    await using test = await testDatabase()
    const client = await test.database.connect()
    try {
      await migrate(client, await more(first))
      await expect(migrate(client, await more())).rejects.toThrow(SchemaMismatch)
      const changed = { ...first, sql: 'CREATE TABLE first (id bigint)' }
      await expect(migrate(client, await more(changed))).rejects.toThrow(SchemaMismatch)
    } finally {
      client.release()
    }
  })
})
