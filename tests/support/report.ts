import { parseArticle } from '../../src/articles/folder/parse.js'
import type { Article } from '../../src/articles/model/article.js'
import { articleFile } from './folder.js'

/** What an outlet printed on a day, in a file of the outlet's name. */
export const report = (outlet: string, published: string, ...paragraphs: string[]): Article =>
  parseArticle(
    `${outlet}.md`,
    articleFile({ title: `From ${outlet}`, outlet, published }, ...paragraphs),
  ) as Article
