import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Database } from '../../src/lib/postgres/database.js'
import { copyState, FileState, inventory, PostgresState, type State } from '../../src/state/index.js'
import { articleFolder } from '../support/folder.js'
import { describePostgres, postgresProgram, testDatabase } from '../support/postgres.js'

/** Something of every kind, of two servers and of the bot. */
async function furnish(state: State): Promise<void> {
  for (const server of ['1', '22']) {
    await state.change(server, async (changes) => {
      changes.write(
        'settings',
        JSON.stringify({ private: true, follows: [{ topic: `dam ${server}`, channel: '7' }] }),
      )
      changes.write(
        'articles',
        `ü ${server}\n\n\u{1F30A}`,
        `2022-01-0${server.length}-a-0123456789.md`,
        new Date(1_000),
      )
      changes.write('bin', 'old', '2022-01-01-b-0123456789.md', new Date(2_000))
      changes.write('announced', '[]')
      changes.append('audit', { at: '2022-01-01T00:00:00.000Z', server, action: 'add' } as never)
    })
  }
  await state.change(null, async (changes) => {
    changes.write('salt', 'x'.repeat(40))
    changes.write('greeted', '["1","22"]')
    changes.write('feeds', '{"feeds":{},"seen":{}}')
    changes.write('articles', 'what a feed brought', '2022-01-05-c-0123456789.md')
  })
  await state.change(null, async (changes) => {
    for (let n = 0; n < 4_000; n++) {
      const at = new Date(n).toISOString()
      changes.append('feedback', { at, server: 'hash', asked: `/when ${n} ${'x'.repeat(60)}` } as never)
    }
  })
}

describePostgres('what is kept', () => {
  test('GIVEN files THEN they are copied into a database and back, and nothing is other than it was', async () => {
    await using folder = await articleFolder()
    await using back = await articleFolder()
    await using kept = await testDatabase()
    const files = new FileState({ servers: join(folder.path, 'servers') })
    await furnish(files)
    const database = await PostgresState.open(kept.database)
    const copied = await copyState(files, database)
    expect(copied).toMatchObject({ servers: 2, texts: 12, entries: 4_002 })
    const again = new FileState({ servers: join(back.path, 'servers') })
    expect(await copyState(database, again)).toEqual(copied)
    expect(await again.list('1', 'articles')).toEqual(await files.list('1', 'articles'))
    await expect(copyState(files, database)).rejects.toThrow(/something already/)
    await database.close()
  }, 120_000)

  const dump = postgresProgram('pg_dump')
  test.skipIf(dump === null)(
    'GIVEN a dump of the database THEN it is restored into an empty one, the same',
    async () => {
      await using folder = await articleFolder()
      await using kept = await testDatabase()
      const state = await PostgresState.open(kept.database)
      await furnish(state)
      const file = join(folder.path, 'desk.dump')
      execFileSync(dump!, ['--format=custom', `--file=${file}`, kept.url])
      await kept.database.query('CREATE DATABASE desk_restored')
      const url = Object.assign(new URL(kept.url), { pathname: '/desk_restored' }).href
      execFileSync(postgresProgram('pg_restore')!, ['--no-owner', `--dbname=${url}`, file])
      const database = await Database.open({ url })
      const restored = await PostgresState.open(database)
      expect(await inventory(restored)).toEqual(await inventory(state))
      await restored.close()
      await database.close()
      await state.close()
      await kept.database.query('DROP DATABASE desk_restored WITH (FORCE)')
    },
    120_000,
  )
})
