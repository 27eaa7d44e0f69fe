import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  ArticlesFolderError,
  fingerprint,
  MAX_FILE_BYTES,
  readArticles,
} from '../../../src/articles/folder/read.js'
import { refusalInEnglish } from '../../support/english.js'

const STORY = 'Ferries stop\n\nThe ferries between the islands stopped on Friday.\n'
const story = (n: number) => `Story ${n}\n\nThe ${n}th ferry of the day did not leave the harbour.\n`

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'articles-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function put(name: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(folder, name)), { recursive: true })
  await writeFile(join(folder, name), content)
}

const read = () => readArticles(folder)

describe('GIVEN a folder of articles', () => {
  test('THEN .md and .txt files are read at every depth, in the order of their paths', async () => {
    await put('b.txt', story(1))
    await put('a/z.md', story(2))
    await put('a/b/c.TXT', story(3))
    const { articles, rejections } = await read()
    expect(articles.map(({ id }) => id)).toEqual(['a/b/c.TXT', 'a/z.md', 'b.txt'])
    expect(rejections).toEqual([])
  })

  test('THEN other files, READMEs and hidden ones are ignored', async () => {
    await put('story.md', STORY)
    await put('README.md', 'About this folder\n\nThe articles are invented.')
    await put('.draft.md', story(1))
    await put('.git/story.md', story(2))
    await put('picture.jpg', new Uint8Array([0, 1, 2]))
    const { articles, rejections } = await read()
    expect(articles.map(({ id }) => id)).toEqual(['story.md'])
    expect(rejections).toEqual([])
  })

  test('THEN the text is the file as it stands on disk', async () => {
    await put('story.txt', `\uFEFF${STORY.replaceAll('\n', '\r\n')}`)
    const { articles } = await read()
    expect(articles[0]?.text).toBe(await readFile(join(folder, 'story.txt'), 'utf8'))
  })

  test('AND none in it THEN there is nothing, and nothing is wrong', async () => {
    expect(await read()).toEqual({ articles: [], rejections: [] })
  })

  test('AND hundreds of files THEN all are read', async () => {
    await Promise.all(Array.from({ length: 300 }, (_, n) => put(`${n}.txt`, story(n))))
    expect((await read()).articles).toHaveLength(300)
  })
})

describe('GIVEN a file that can’t be an article THEN it is reported and the others are read', () => {
  async function rejected(name: string) {
    await put('good.md', STORY)
    const { articles, rejections } = await read()
    expect(articles.map(({ id }) => id)).toEqual(['good.md'])
    expect(rejections.map(({ file }) => file)).toEqual([name])
    expect(rejections[0]!.remedy).not.toBe('')
    return refusalInEnglish(rejections[0]!)
  }

  test('an empty file', async () => {
    await put('bad.md', '')
    expect((await rejected('bad.md')).reason).toMatch(/empty/)
  })

  test('broken front matter, with its line and field', async () => {
    await put('bad.md', '---\ntitle: Ice\npublished: 2021-02-30\n---\nThe ferries stopped.')
    expect(await rejected('bad.md')).toMatchObject({ line: 3, field: 'published' })
  })

  test('a binary file', async () => {
    await put('bad.txt', new Uint8Array([0x41, 0x0a, 0x42, 0, 0x43]))
    expect(await rejected('bad.txt')).toMatchObject({ line: 2, reason: expect.stringMatching(/binary/) })
  })

  test('a file that is not UTF-8', async () => {
    await put('bad.txt', Buffer.from('Caf\xe9\n\nThe caf\xe9 by the harbour has closed.', 'latin1'))
    expect(await rejected('bad.txt')).toMatchObject({ line: 1, reason: expect.stringMatching(/UTF-8/) })
  })

  test('a file that is too large', async () => {
    await put('bad.txt', 'The ice came.\n'.repeat(MAX_FILE_BYTES / 10))
    expect((await rejected('bad.txt')).reason).toMatch(/bytes, more than 5,000,000/)
  })

  test.skipIf(process.getuid?.() === 0)('a file that may not be read', async () => {
    await put('bad.txt', STORY)
    await chmod(join(folder, 'bad.txt'), 0)
    expect((await rejected('bad.txt')).reason).toMatch(/permission is denied/)
  })

  test('a link out of the folder', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'outside-'))
    await writeFile(join(outside, 'secret.txt'), story(7))
    await symlink(join(outside, 'secret.txt'), join(folder, 'link.txt'))
    expect((await rejected('link.txt')).reason).toMatch(/out of the folder/)
    await rm(outside, { recursive: true })
  })

  test('a link to nothing', async () => {
    await symlink(join(folder, 'gone.txt'), join(folder, 'link.txt'))
    expect((await rejected('link.txt')).reason).toMatch(/does not exist/)
  })

  test('a link to a folder', async () => {
    await symlink(folder, join(folder, 'again'))
    expect((await rejected('again')).reason).toMatch(/link to a folder/)
  })

  test('an article with the text of another, whose file is named', async () => {
    await put(
      'later.md',
      `---\ntitle: Another title\n---\n${STORY.split('\n\n')[1]!.replace(' on ', '  on ')}`,
    )
    expect((await rejected('later.md')).reason).toMatch(/same text as good\.md/)
  })
})

describe('GIVEN a folder that can’t be read THEN one clear error says so', () => {
  test('a missing folder', async () => {
    const error = await readArticles(join(folder, 'gone')).catch((thrown) => thrown)
    expect(error).toBeInstanceOf(ArticlesFolderError)
    expect(error.message).toContain(join(folder, 'gone'))
    expect(error.message).toContain('it does not exist')
  })

  test('a file in its place', async () => {
    await put('story.md', STORY)
    await expect(readArticles(join(folder, 'story.md'))).rejects.toThrow(/not a folder/)
  })
})

describe('GIVEN any bytes as a file', () => {
  test('THEN it is an article or a rejection', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        await put('any.txt', bytes)
        const { articles, rejections } = await read()
        expect(articles.length + rejections.length).toBe(1)
        if (articles[0]) expect(articles[0].text).toBe(Buffer.from(bytes).toString('utf8'))
      }),
      { numRuns: 100 },
    )
  })
})

describe('GIVEN two texts THEN their fingerprints are the same only when they are', () => {
  test.each([
    [STORY, STORY, true],
    [STORY, `${STORY} `, false],
    ['', '\uFEFF', false],
  ])('%j and %j', (one, other, same) => {
    expect(fingerprint(one) === fingerprint(other)).toBe(same)
  })
})
