import { connect, createServer, type Socket } from 'node:net'
import { expect, test } from 'vitest'
import { StoreError } from '../../src/articles/store/refusals.js'
import { ServerStore } from '../../src/articles/store/servers.js'
import { ServerSettings } from '../../src/discord/moderation/settings/settings.js'
import { Database } from '../../src/lib/postgres/database.js'
import { PostgresState, type State, StateUnavailable } from '../../src/state/index.js'
import { draft } from '../articles/support/drafts.js'
import { describePostgres, testDatabase, testServer } from '../support/postgres.js'

/** What stands between a process and its database, and can cut the way. */
interface Way extends AsyncDisposable {
  readonly url: string
  /** Cuts it for all who go by it now; and, if it is closed, for who comes. */
  cut(closed?: boolean): void
  open(): void
  /** Cuts it when this text goes to the database, which still gets it. */
  cutAfter(text: string): void
}

async function wayTo(url: string): Promise<Way> {
  const target = new URL(url)
  const sockets = new Set<Socket>()
  let isClosed = false
  let last: string | null = null
  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }
  const server = createServer((near) => {
    if (isClosed) return near.destroy()
    const far = connect(Number(target.port), target.hostname)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        sockets.delete(socket)
        near.destroy()
        far.end()
      })
    }
    near.on('data', (data) => {
      if (last !== null && data.includes(last)) {
        last = null
        // It is done with it before it is told that nobody listens.
        far.write(data, () => near.destroy())
      } else far.write(data)
    })
    far.on('data', (data) => near.write(data))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  return {
    url: Object.assign(new URL(url), { port: String(port) }).href,
    cut(closed = false) {
      isClosed = closed
      cut()
    },
    open() {
      isClosed = false
    },
    cutAfter(text) {
      last = text
    },
    async [Symbol.asyncDispose]() {
      cut()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** A process whose way to the database can be cut. */
async function behind(url: string) {
  const way = await wayTo(url)
  const database = await Database.open({ url: way.url })
  const state = await PostgresState.open(database)
  return {
    way,
    state,
    async [Symbol.asyncDispose]() {
      way.open()
      await state.close()
      await database.close()
      await way[Symbol.asyncDispose]()
    },
  }
}

const write = (state: State, text: string) =>
  state.change('1', async (changes) => {
    changes.append('audit', { at: new Date().toISOString(), server: '1' })
    changes.write('settings', text)
  })

async function recorded(state: State): Promise<number> {
  let n = 0
  for await (const _ of state.entries('audit')) n++
  return n
}

describePostgres('a way to the database that is cut', () => {
  test('GIVEN that the answer to a commit is lost THEN it is not taken for undone, nor done twice', async () => {
    await using kept = await testDatabase()
    await using process = await behind(kept.url)
    const { state, way } = process
    await write(state, 'before')
    for (let n = 1; n <= 5; n++) {
      way.cutAfter('COMMIT')
      await write(state, `text ${n}`)
      expect(await state.read('1', 'settings')).toBe(`text ${n}`)
      expect(await recorded(state)).toBe(n + 1)
    }
  }, 60_000)

  test('GIVEN that it is cut in the midst of a change THEN nothing is changed, that is said, and the next change is made', async () => {
    await using kept = await testDatabase()
    await using process = await behind(kept.url)
    const { state, way } = process
    await write(state, 'before')
    const cut = state.change('1', async (changes) => {
      changes.write('settings', 'half')
      way.cut()
    })
    await expect(cut).rejects.toThrow(StateUnavailable)
    expect(await state.read('1', 'settings')).toBe('before')
    await write(state, 'after')
    expect(await state.read('1', 'settings')).toBe('after')
  }, 60_000)

  test('GIVEN that it stays cut THEN a moderator is told that nothing was changed, and settings are as they were last', async () => {
    await using kept = await testDatabase()
    await using process = await behind(kept.url)
    const { state, way } = process
    const settings = new ServerSettings(state)
    await settings.change('1', (before) => ({ ...before, private: true }))
    const store = new ServerStore({ state })
    way.cut(true)
    const adding = store.add('1', '7', draft(1))
    await expect(adding).rejects.toThrow(StoreError)
    await expect(adding).rejects.toThrow(/Nothing was changed: the database can’t be reached/)
    settings.forget('1')
    expect((await settings.load('1')).private).toBe(true)
    way.open()
    await expect.poll(() => store.list('1').catch(() => null), { timeout: 20_000 }).toEqual([])
    await store.add('1', '7', draft(1))
    expect(await store.list('1')).toHaveLength(1)
  }, 60_000)

  test('GIVEN that the database stands still THEN who asks is not kept waiting: settings are as they were last, and private where they were never read', async () => {
    await using kept = await testDatabase()
    const there = await PostgresState.open(kept.database)
    const here = await PostgresState.open(await kept.open())
    await there.change('1', async (changes) => changes.write('settings', JSON.stringify({ language: 'de' })))
    const settings = new ServerSettings(here)
    expect(await settings.loadSoon('1')).toMatchObject({ language: 'de', private: false })
    settings.forget('1')
    const still = await kept.database.connect()
    await still.query('BEGIN')
    await still.query('LOCK TABLE state_texts')
    expect(await settings.loadSoon('1')).toMatchObject({ language: 'de', private: false })
    expect(await settings.loadSoon('2')).toMatchObject({ private: true })
    await still.query('COMMIT')
    still.release()
    await expect.poll(async () => (await settings.loadSoon('2')).private, { timeout: 20_000 }).toBe(false)
    await here.close()
    await there.close()
  }, 60_000)

  test('GIVEN that somebody changes settings meanwhile THEN they are known when it is open again', async () => {
    await using kept = await testDatabase()
    await using process = await behind(kept.url)
    const there = await PostgresState.open(kept.database)
    const settings = new ServerSettings(process.state)
    await settings.change('1', (before) => ({ ...before, private: true }))
    process.way.cut()
    await there.change('1', async (changes) => changes.write('settings', JSON.stringify({ private: false })))
    await expect.poll(async () => (await settings.load('1')).private, { timeout: 20_000 }).toBe(false)
    await there.close()
  }, 60_000)

  test('GIVEN settings that another process changes THEN they are known at once', async () => {
    await using kept = await testDatabase()
    const [here, there] = [
      await PostgresState.open(kept.database),
      await PostgresState.open(await kept.open()),
    ]
    const [one, other] = [new ServerSettings(here), new ServerSettings(there)]
    await one.change('1', (before) => ({ ...before, private: true }))
    expect((await other.load('1')).private).toBe(true)
    await one.change('1', (before) => ({ ...before, private: false }))
    await expect.poll(async () => (await other.load('1')).private, { timeout: 5_000 }).toBe(false)
    await here.close()
    await there.close()
  }, 60_000)
})

describePostgres('a database that is stopped as if by a power cut', () => {
  test('GIVEN changes meanwhile THEN each that was said to be made is there when it is back, and no half one', async () => {
    const server = await testServer()
    const database = await Database.open({ url: server.url })
    const state = await PostgresState.open(database)
    const store = new ServerStore({ state, limits: { changesAnHour: 10_000 } })
    const made: string[] = []
    let isStopping = false
    const adding = (async () => {
      for (let n = 0; !isStopping; n++) {
        await store.add('1', '7', draft(n, { paragraphs: [`Ferry number ${n} stayed.`] })).then(
          ({ name }) => made.push(name),
          () => {},
        )
      }
    })()
    await expect.poll(() => made.length, { timeout: 30_000 }).toBeGreaterThan(20)
    await server.stop('immediate')
    isStopping = true
    await adding
    await server.start()
    await expect.poll(() => store.list('1').catch(() => []), { timeout: 30_000 }).not.toEqual([])
    const stored = (await store.list('1')).map(({ name }) => name)
    expect(made.filter((name) => !stored.includes(name))).toEqual([])
    const added: (string | null)[] = []
    for await (const { article } of store.audit.since(new Date(0))) added.push(article)
    expect(added.sort()).toEqual(stored.sort())
    await state.close()
    await database.close()
    await server.remove()
  }, 120_000)
})
