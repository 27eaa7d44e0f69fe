import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { readArticles } from '../../src/articles/folder/read.js'

const FOLDER = 'data/articles'
const { articles, rejections } = await readArticles(FOLDER)

describe('GIVEN the articles that come with the project', () => {
  test('THEN none is rejected', () => {
    expect(rejections).toEqual([])
    expect(articles.length).toBeGreaterThanOrEqual(8)
  })

  test.each(articles.map((article) => [article.id, article] as const))(
    'THEN %s is complete',
    (id, article) => {
      expect(article.published).toBe(id.slice(0, 10))
      if (id.endsWith('.md')) {
        expect(article.outlet).not.toBeNull()
        expect(article.publishedBasis).toBe('given')
      } else {
        expect(article.publishedBasis).toBe('printed')
      }
      if (article.url !== null) expect(new URL(article.url).hostname).toMatch(/\.example$/)
      expect(article.paragraphs.length).toBeGreaterThanOrEqual(5)
    },
  )

  test.each(articles.map((article) => [article.id, article] as const))(
    'THEN the paragraphs of %s are whole sentences of the file',
    async (id, article) => {
      expect(article.text).toBe(await readFile(`${FOLDER}/${id}`, 'utf8'))
      for (const { start, end } of article.paragraphs) {
        expect(article.text.slice(start, end)).toMatch(/[.!?]”?$/)
      }
    },
  )

  test('THEN the sources differ in wording, figures and names', () => {
    const holding = (words: string) => articles.filter((article) => article.text.includes(words)).length
    for (const words of [
      'we will have severe sanctions',
      'we will be severely sanctioned',
      'be drowned in endless discussions',
      'drown in endless discussions',
      '50 minutes',
      'almost an hour',
      '94,300',
      '122,000',
      'Zelensky',
      'Zelenskyy',
      'Sergei',
      'Sergey',
    ]) {
      expect(holding(words), words).toBeGreaterThan(0)
    }
    expect(holding('colossal mistake')).toBeGreaterThan(1)
  })

  test('THEN no boilerplate is in their paragraphs', () => {
    const body = articles.flatMap(({ text, paragraphs }) =>
      paragraphs.map(({ start, end }) => text.slice(start, end)),
    )
    expect(
      body.filter((paragraph) =>
        /^(?:By |Photo:|Tags:|Related:|Read more:|Sign up|Follow us|©)/.test(paragraph),
      ),
    ).toEqual([])
  })
})
