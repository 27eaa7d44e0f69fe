import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FileState, MemoryState, type State } from '../../src/state/index.js'
import { PostgresState } from '../../src/state/postgres-state.js'
import type { Collection, StateChange } from '../../src/state/state.js'
import { describePostgres, testDatabase } from '../support/postgres.js'

interface Kept extends AsyncDisposable {
  readonly state: State
}

async function inFiles(): Promise<Kept> {
  const folder = await mkdtemp(join(tmpdir(), 'state-'))
  return {
    state: new FileState({ servers: join(folder, 'servers') }),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}

async function inPostgres(): Promise<Kept> {
  const test = await testDatabase()
  const state = await PostgresState.open(test.database)
  return {
    state,
    async [Symbol.asyncDispose]() {
      await state.close()
      await test[Symbol.asyncDispose]()
    },
  }
}

const inMemory = async (): Promise<Kept> => ({ state: new MemoryState(), async [Symbol.asyncDispose]() {} })

describe('what is kept in files', () => keeps(inFiles))
describe('what is kept in memory', () => keeps(inMemory))
describePostgres('what is kept in PostgreSQL', () => keeps(inPostgres))

const namesOf = (entries: readonly { name: string }[]) => entries.map(({ name }) => name)

/** What holds wherever it is kept. */
function keeps(open: () => Promise<Kept>): void {
  test('GIVEN texts THEN each is there for its owner, kind and name alone', async () => {
    await using kept = await open()
    const { state } = kept
    await state.change('1', async (changes) => changes.write('settings', 'one'))
    await state.change('2', async (changes) => changes.write('settings', 'two'))
    await state.change(null, async (changes) => changes.write('feeds', 'all'))
    await state.change('1', async (changes) => changes.write('articles', 'ü\u{1F30A}\n', 'a.md'))
    expect(await state.read('1', 'settings')).toBe('one')
    expect(await state.read('2', 'settings')).toBe('two')
    expect(await state.read('1', 'feeds')).toBeNull()
    expect(await state.read(null, 'feeds')).toBe('all')
    expect(await state.read('1', 'articles', 'a.md')).toBe('ü\u{1F30A}\n')
    expect(await state.read('2', 'articles', 'a.md')).toBeNull()
    expect(await state.list('1', 'articles')).toMatchObject([{ name: 'a.md', bytes: 7 }])
    expect(await state.list('2', 'articles')).toEqual([])
    expect(await state.servers()).toEqual(['1', '2'])
  })

  test('GIVEN changes THEN they read what they will have done, and others do not before they have', async () => {
    await using kept = await open()
    const { state } = kept
    await state.change('1', async (changes) => changes.write('articles', 'old', 'a.md'))
    await state.change('1', async (changes) => {
      changes.write('articles', 'new', 'b.md')
      await changes.move('articles', 'bin', 'a.md', new Date(5_000))
      expect(namesOf(await changes.list('articles'))).toEqual(['b.md'])
      expect(await changes.list('bin')).toEqual([{ name: 'a.md', bytes: 3, since: 5_000 }])
      expect(await changes.read('bin', 'a.md')).toBe('old')
      expect(await changes.read('articles', 'a.md')).toBeNull()
      expect(namesOf(await state.list('1', 'articles'))).toEqual(['a.md'])
    })
    expect(namesOf(await state.list('1', 'articles'))).toEqual(['b.md'])
    expect(await state.list('1', 'bin')).toEqual([{ name: 'a.md', bytes: 3, since: 5_000 }])
  })

  test('GIVEN work that throws THEN nothing is changed or recorded, and the next change is made', async () => {
    await using kept = await open()
    const { state } = kept
    const failing = state.change('1', async (changes) => {
      changes.append('audit', { at: '2022-01-01T00:00:00.000Z', server: '1' })
      changes.write('settings', 'half')
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await state.read('1', 'settings')).toBeNull()
    expect(await all(state.entries('audit'))).toEqual([])
    await state.change('1', async (changes) => changes.write('settings', 'whole'))
    expect(await state.read('1', 'settings')).toBe('whole')
  })

  test('GIVEN many who change the same at once THEN no change is lost', async () => {
    await using kept = await open()
    const { state } = kept
    const add = (owner: string) =>
      state.change(owner, async (changes) => {
        const before = Number((await changes.read('settings')) ?? 0)
        await new Promise(setImmediate)
        changes.write('settings', String(before + 1))
      })
    await Promise.all(Array.from({ length: 60 }, (_, n) => add(n % 2 ? '1' : '2')))
    expect([await state.read('1', 'settings'), await state.read('2', 'settings')]).toEqual(['30', '30'])
  })

  test('GIVEN a server whose things are removed THEN all are gone, and no other’s', async () => {
    await using kept = await open()
    const { state } = kept
    for (const owner of ['1', '2', null]) {
      await state.change(owner, async (changes) => {
        changes.write('articles', 'text', 'a.md')
        changes.write('feeds', '{}')
      })
    }
    await state.change('1', async (changes) => {
      changes.removeAll()
      expect(await changes.list('articles')).toEqual([])
    })
    expect(await state.servers()).toEqual(['2'])
    expect(await state.read('1', 'feeds')).toBeNull()
    expect(await state.read('2', 'articles', 'a.md')).toBe('text')
    expect(await state.read(null, 'feeds')).toBe('{}')
  })

  test('GIVEN records THEN they are read from the newest, of one server or all, since a time', async () => {
    await using kept = await open()
    const { state } = kept
    const entry = (n: number, server: string | null) => ({
      at: new Date(n * 1_000).toISOString(),
      server,
      n,
    })
    for (let n = 0; n < 6; n++) await state.append('audit', entry(n, n % 2 ? '1' : '2'))
    await state.append('feedback', entry(9, null))
    await state.change('1', async (changes) => {
      changes.append('audit', entry(6, '1'))
      expect(await all(changes.entries('audit', { server: '1', since: entry(3, '1').at }))).toMatchObject([
        { n: 6 },
        { n: 5 },
        { n: 3 },
      ])
    })
    expect((await all(state.entries('audit'))).map((one) => (one as { n?: number }).n)).toEqual([
      6, 5, 4, 3, 2, 1, 0,
    ])
    expect(await all(state.entries('audit', { server: '2' }))).toEqual([4, 2, 0].map((n) => entry(n, '2')))
    expect(await all(state.entries('feedback'))).toEqual([entry(9, null)])
  })

  test('GIVEN records of members, and old ones THEN they are counted, and those that are struck out alone are gone', async () => {
    await using kept = await open()
    const { state } = kept
    const entry = (n: number, member?: string) => ({
      ...{ at: new Date(n * 1_000).toISOString(), server: '1', n },
      ...(member !== undefined && { member }),
    })
    const [ann, bob] = ['A_n-n', 'Bob']
    for (const one of [entry(0), entry(1, ann), entry(2, bob), entry(3, ann)])
      await state.append('feedback', one)
    await state.append('audit', entry(1, ann))
    expect([await state.count('feedback', ann), await state.count('feedback', 'Nobody')]).toEqual([2, 0])
    expect(await state.strike('feedback', { member: ann })).toBe(2)
    expect(await all(state.entries('feedback'))).toEqual([entry(2, bob), entry(0)])
    expect(await state.strike('feedback', { before: entry(2).at })).toBe(1)
    await state.append('feedback', entry(4))
    expect(await all(state.entries('feedback'))).toEqual([entry(4), entry(2, bob)])
    expect(await state.count('audit', ann)).toBe(1)
  })

  test('GIVEN more records than are read at a time THEN each is read once', async () => {
    await using kept = await open()
    const { state } = kept
    await state.change('1', async (changes) => {
      for (let n = 0; n < 1_203; n++)
        changes.append('audit', { at: '2022-01-01T00:00:00.000Z', server: String(n) })
    })
    expect((await all(state.entries('audit'))).map(({ server }) => server)).toEqual(
      Array.from({ length: 1_203 }, (_, n) => String(1_202 - n)),
    )
  })

  test('GIVEN who listens THEN they are told whose what was changed', async () => {
    await using kept = await open()
    const { state } = kept
    const heard: (StateChange | null)[] = []
    const stop = state.onChange((change) => heard.push(change))
    await state.change('1', async (changes) => {
      changes.write('settings', '{}')
      changes.write('articles', 'text', 'a.md')
    })
    await state.change('1', async () => {})
    await expect.poll(() => heard).toHaveLength(2)
    expect(heard).toEqual([
      { owner: '1', kind: 'settings', own: true },
      { owner: '1', kind: 'articles', own: true },
    ])
    stop()
    await state.change('1', async (changes) => changes.remove('settings'))
    expect(heard).toHaveLength(2)
  })

  test.each(['..', '', '../1', '1/..', 'x', '1 OR 1=1'])(
    'GIVEN %j as a server THEN it is none',
    async (server) => {
      await using kept = await open()
      const { state } = kept
      await expect(state.read(server, 'settings')).rejects.toThrow(TypeError)
      await expect(state.change(server, async (changes) => changes.write('settings', ''))).rejects.toThrow(
        TypeError,
      )
    },
  )

  test.each(['..', '../settings.json', 'a/b', '.hidden', '\0'])(
    'GIVEN %j as a name THEN it is none',
    async (name) => {
      await using kept = await open()
      const { state } = kept
      await expect(state.change('1', async (changes) => changes.write('articles', '', name))).rejects.toThrow(
        TypeError,
      )
      expect(await state.list('1', 'articles')).toEqual([])
    },
  )

  test('GIVEN any changes of several servers THEN it holds what a map would', async () => {
    const owner = fc.constantFrom('1', '2', null)
    const kind = fc.constantFrom<Collection>('articles', 'bin')
    const name = fc.constantFrom('a.md', 'b.md')
    const step = fc.oneof(
      fc.record({ does: fc.constant('write' as const), kind, name, text: fc.string({ unit: 'grapheme' }) }),
      fc.record({ does: fc.constant('remove' as const), kind, name }),
      fc.record({ does: fc.constant('move' as const), kind, name }),
    )
    await using kept = await open()
    const { state } = kept
    const texts = new Map<string, string>()
    await fc.assert(
      fc.asyncProperty(owner, fc.array(step, { maxLength: 5 }), async (of, steps) => {
        if (of === null && steps.some((one) => one.kind === 'bin' || one.does === 'move')) return
        await state.change(of, async (changes) => {
          for (const one of steps) {
            const key = `${of} ${one.kind} ${one.name}`
            if (one.does === 'write') {
              changes.write(one.kind, one.text, one.name)
              texts.set(key, one.text)
            } else if (one.does === 'remove') {
              changes.remove(one.kind, one.name)
              texts.delete(key)
            } else {
              const to = one.kind === 'bin' ? 'articles' : 'bin'
              await changes.move(one.kind, to, one.name)
              const text = texts.get(key)
              if (text === undefined) continue
              texts.delete(key)
              texts.set(`${of} ${to} ${one.name}`, text)
            }
          }
        })
        for (const at of ['articles', 'bin'] as const) {
          for (const one of ['a.md', 'b.md']) {
            expect(await state.read(of, at, one)).toBe(texts.get(`${of} ${at} ${one}`) ?? null)
          }
        }
      }),
      { numRuns: 100 },
    )
  })
}

async function all<T>(entries: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const entry of entries) found.push(entry)
  return found
}
