import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answer } from '../../src/answers/index.js'
import { answersItself, type LiveAnswers, openAnswers } from '../../src/answers/live.js'
import type { Question } from '../../src/answers/model/answer.js'
import { type Archive, ArchiveUnavailable } from '../../src/archive/contract/archive.js'
import { buildArchive } from '../../src/archive/ingest/build.js'
import { ServerStore } from '../../src/articles/store/servers.js'
import { draft } from '../articles/support/drafts.js'
import { FLOOD } from '../support/flood.js'
import { type ArticleFolder, articleFile, articleFolder } from '../support/folder.js'
import { filesIn } from '../support/state.js'

const SCOPE = { server: null }

let folder: ArticleFolder
let live: LiveAnswers
let here: Archive
beforeAll(async () => {
  folder = await articleFolder(FLOOD)
  live = await openAnswers({ folder: folder.path })
  here = (await buildArchive(folder.path)).archive
})
afterAll(async () => {
  await live.close()
  await folder[Symbol.asyncDispose]()
})

const QUESTIONS: readonly Question[] = [
  { command: 'when', topic: 'dam' },
  { command: 'timeline' },
  { command: 'compare', topic: 'people below the dam' },
  { command: 'who-said', words: 'drown in promises' },
  { command: 'quotes', speaker: 'Belova' },
  { command: 'ask', question: 'How many people live below the dam?' },
  { command: 'ask', question: 'Who won the football match?' },
  { command: 'search', words: 'gates -bridge' },
  { command: 'article', name: 'notes' },
  { command: 'sources' },
  { command: 'help' },
]

describe('answers made in the archive’s own thread', () => {
  it.each(QUESTIONS)('GIVEN %j THEN the answer is the one made here', async (question) => {
    expect(answersItself(live)).toBe(true)
    expect(answersItself(here)).toBe(false)
    expect(await answer(question, live, SCOPE)).toEqual(await answer(question, here, SCOPE))
  })

  it('WHEN a question is asked again THEN it is answered with the same', async () => {
    const question = { command: 'search', words: 'gates' } as const
    expect(await live.answer(question, SCOPE)).toBe(await live.answer(question, SCOPE))
    expect(await live.status(SCOPE)).toBe(await live.status(SCOPE))
  })

  it('WHEN a server’s own articles change THEN what it asked before is answered anew', async () => {
    await using kept = await articleFolder()
    const servers = join(kept.path, 'servers')
    const store = new ServerStore({ state: filesIn(servers) })
    const one = await openAnswers({ folder: folder.path, servers })
    const question = { command: 'search', words: 'barricade' } as const
    const found = async (server: string) => (await one.answer(question, { server })).findings.length
    expect([await found('1'), await found('2')]).toEqual([0, 0])
    const version = async (server: string) => (await one.status({ server })).version
    const before = await version('1')
    const own = draft(1, {
      title: 'A barricade',
      paragraphs: ['A barricade was built across the ridge road.'],
    })
    await store.add('1', '7', own)
    await one.renew('1')
    expect([await found('1'), await found('2')]).toEqual([1, 0])
    expect(await version('1')).not.toBe(before)
    expect(await version('2')).toBe(before)
    await one.close()
  })

  it('WHEN the archive is reloaded THEN answers come from the new one', async () => {
    const before = await live.answer({ command: 'search', words: 'sandbags' }, SCOPE)
    expect(before.findings).toEqual([])
    const facts = { title: 'New', outlet: 'River Post', published: '2023-05-14' }
    await folder.write('new.md', articleFile(facts, 'Sandbags were handed out in Orsk.'))
    await live.reload('a moderator')
    const { findings } = await live.answer({ command: 'search', words: 'sandbags' }, SCOPE)
    expect(findings[0]?.citations[0]?.snippet).toBe('Sandbags were handed out in Orsk.')
  })

  it('WHEN it is closed THEN further questions are refused', async () => {
    const other = await openAnswers({ folder: folder.path })
    await other.close()
    await expect(other.answer({ command: 'status' }, SCOPE)).rejects.toThrow(ArchiveUnavailable)
  })
})
