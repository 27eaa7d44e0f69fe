import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { documentOf } from '../src/annotate/document.js'
import type { Article } from '../src/articles/model/article.js'
import { readRows } from './corpus.js'
import { pick, randomNumbers } from './random.js'

const OPENINGS = [
  'What do we know about',
  'Who said that',
  'When was',
  'Where did they say that',
  'How many',
  'Is it true that',
]
const WORDS = { least: 6, most: 12 }

/** The questions of a file, or of the `queries.jsonl` beside the corpus; where there is none, made from the articles. */
export async function questionsFor(
  articles: readonly Article[],
  count: number,
  { corpus, queries }: { corpus?: string | undefined; queries?: string | undefined },
): Promise<string[]> {
  const beside = corpus ? join(dirname(corpus), 'queries.jsonl') : undefined
  const file = queries ?? (beside && existsSync(beside) ? beside : undefined)
  if (file) return (await readRows<{ text: string }>(file)).map(({ text }) => text).slice(0, count)
  return madeQuestions(articles, count)
}

/** Part of a sentence of an article behind the opening of a question; the same for the same articles. */
function madeQuestions(articles: readonly Article[], count: number): string[] {
  const random = randomNumbers(7)
  return Array.from({ length: count }, () => {
    const article = pick(articles, random)
    const { start, end } = pick(documentOf(article).sentences, random)
    const words = article.text.slice(start, end).split(/\s+/)
    const length = WORDS.least + Math.floor(random() * (WORDS.most - WORDS.least + 1))
    const from = Math.floor(random() * Math.max(1, words.length - length))
    return `${pick(OPENINGS, random)} ${words.slice(from, from + length).join(' ')}?`
  })
}
