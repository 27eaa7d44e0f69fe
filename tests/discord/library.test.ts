import type { ServerResponse } from 'node:http'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LiveArchive } from '../../src/archive/contract/archive.js'
import { makeCooldown } from '../../src/discord/lifecycle/cooldown.js'
import { Drafts } from '../../src/discord/moderation/articles/drafts.js'
import { readPress, writePress } from '../../src/discord/moderation/articles/ids.js'
import { Library } from '../../src/discord/moderation/articles/library.js'
import type { OwnArticle } from '../../src/discord/moderation/articles/own.js'
import { renderList } from '../../src/discord/moderation/articles/render.js'
import * as limits from '../../src/discord/render/limits.js'
import { wordsFor } from '../../src/i18n/words.js'
import { MemoryState } from '../../src/state/index.js'
import { draft } from '../articles/support/drafts.js'
import { site } from '../articles/support/site.js'
import { articleFolder } from '../support/folder.js'
import { filesIn } from '../support/state.js'
import { memoryLog } from './memory-log.js'

const draftsIn = () => new Drafts(new MemoryState(), 'drafts')
const pending = (server: string, by = '7') => ({ server, by, draft: draft(1) })

describe('drafts that wait', () => {
  test('GIVEN a server that gives very many THEN its own oldest give way, and no other server’s', async () => {
    const drafts = draftsIn()
    const other = await drafts.keep(pending('1'))
    const keys: string[] = []
    for (let n = 0; n < 300; n++) keys.push(await drafts.keep(pending('2')))
    expect(await drafts.find(other, '1', '7')).not.toBeNull()
    const found: string[] = []
    for (const key of keys) if (await drafts.find(key, '2', '7')) found.push(key)
    expect(found).toEqual(keys.slice(-10))
  })

  test('GIVEN somebody else, or another server THEN nothing is found and nothing dropped', async () => {
    const drafts = draftsIn()
    const key = await drafts.keep(pending('1'))
    for (const [server, by] of [
      ['1', '8'],
      ['2', '7'],
    ] as const) {
      await drafts.drop(key, server, by)
      expect(await drafts.find(key, server, by)).toBeNull()
    }
    expect(await drafts.find(key, '1', '7')).not.toBeNull()
    await drafts.drop(key, '1', '7')
    expect(await drafts.find(key, '1', '7')).toBeNull()
  })
})

describe('what a button does', () => {
  test('GIVEN what was written THEN it is read', async () => {
    const key = await draftsIn().keep(pending('1'))
    expect(readPress(writePress('check', key))).toEqual({ action: 'check', of: key })
    expect(readPress(writePress('remove', '0123456789'))).toEqual({ action: 'remove', of: '0123456789' })
    expect(readPress(writePress('keep'))).toEqual({ action: 'keep', of: '' })
    expect(readPress(writePress('list', 12))).toEqual({ action: 'list', of: '12' })
  })

  test.each([
    'manage:list:-1;',
    'manage:list:x;',
    'manage:list:1e9;',
    'manage:list:;',
    'manage:remove:../../etc;',
    'manage:remove:;',
    'manage:check:;',
    'manage:keep:x;',
    'manage:constructor:;',
    'manage:__proto__:;',
    'manage:list:1;\n',
    ' manage:list:1;',
  ])('GIVEN %j THEN it is none', (id) => expect(readPress(id)).toBeNull())

  test('GIVEN any text THEN it is read only if it was written so', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (action, of) => {
        const id = `manage:${action}:${of};`
        const press = readPress(id)
        if (press) expect(writePress(press.action, press.of)).toBe(id)
      }),
    )
  })
})

test('GIVEN articles with the longest titles, outlets and addresses THEN their list is one that Discord takes', () => {
  const all = Array.from({ length: 10 }, (_, n): OwnArticle => {
    const id = `own//${n}.md`
    const long = (length: number) => '_*['.repeat(length / 3)
    return {
      file: { name: `${n}.md`, bytes: 1, since: 0 },
      hash: '0123456789',
      article: {
        ...{ id, title: long(300), outlet: long(200), published: '2023-05-14', publishedBasis: 'given' },
        ...{ url: `https://news.example/${'a'.repeat(450)}`, author: null, paragraphs: 1, lead: null },
      },
    }
  })
  const description = renderList(all, 0, wordsFor('en')).embeds?.[0]?.description ?? ''
  expect(description.length).toBeLessThanOrEqual(limits.EMBED_DESCRIPTION)
  expect(description).toContain('**10.**')
})

test('GIVEN a burst of its own THEN a cooldown lets so many pass at once', () => {
  let now = 0
  const { take } = makeCooldown(20_000, () => now, 20)
  expect(Array.from({ length: 20 }, () => take('1'))).toEqual(new Array(20).fill(0))
  expect(take('1')).toBe(20)
  expect(take('2')).toBe(0)
  now = 20_000
  expect(take('1')).toBe(0)
})

describe('pages that are fetched', () => {
  test('GIVEN servers that hold as much as they may with slow links THEN those that hold nothing are let in, and no server takes more than its share', async () => {
    const held: ServerResponse[] = []
    await using slow = await site({ '*': (_, response) => void held.push(response) })
    await using folder = await articleFolder()
    const { log } = memoryLog()
    const library = new Library({
      state: filesIn(folder.path),
      archive: {} as LiveArchive,
      log,
      pages: slow.limits,
    })
    const give = (server: string) =>
      library.draftOfPage(`${slow.origin}/page`, server).catch((error) => error)
    const waiting = ['1', '2', '3', '4'].flatMap((server) => [give(server), give(server), give(server)])
    expect(await give('1')).toMatchObject({ messages: [{ key: 'articlesBusy' }] })
    const fifth = give('5')
    // It holds one now, and no more while others hold so many.
    expect(await give('5')).toMatchObject({ messages: [{ key: 'articlesBusy' }] })
    while (held.length < 13) await new Promise(setImmediate)
    for (const response of held) response.writeHead(404).end()
    for (const outcome of await Promise.all([...waiting, fifth]))
      expect(outcome).toMatchObject({ name: 'FetchError' })
    await library.close()
  })
})
