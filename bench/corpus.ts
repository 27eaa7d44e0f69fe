import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { ArticleFile } from './news.js'

interface Row {
  readonly id: string | number
  readonly title?: string
  readonly text: string
}

/**
 * The articles of a file of rows {id, title, text}, repeated with other names until there are so many passages.
 * Every capitalised word that the corpus never writes small is taken for a name.
 * @param passages at least so many paragraphs in all
 */
export async function* corpusArticles(file: string, passages: number): AsyncGenerator<ArticleFile> {
  const rows = await readRows<Row>(file)
  const small = new Set<string>()
  for (const { text } of rows) for (const [word] of text.matchAll(/\b\p{Ll}{3,}/gu)) small.add(word)
  for (let copy = 0, made = 0; made < passages; copy++) {
    for (const { id, title = '', text } of rows) {
      const body = renamed(text, copy, small)
      yield { name: `${copy}-${id}.md`, text: `${heading(renamed(title, copy, small))}\n\n${body}\n` }
      made += body.split(/\n+/).filter((line) => line.trim()).length
      if (made >= passages) return
    }
  }
}

/** Rows of a file with one JSON object a line. */
export async function readRows<T>(file: string): Promise<T[]> {
  const rows: T[] = []
  for await (const line of createInterface({ input: createReadStream(file) })) {
    if (line.trim()) rows.push(JSON.parse(line) as T)
  }
  return rows
}

const heading = (title: string) => title.replace(/\s+/g, ' ').trim().slice(0, 200) || 'Untitled'

function renamed(text: string, copy: number, small: ReadonlySet<string>): string {
  if (copy === 0) return text
  return text.replace(/\b\p{Lu}\p{L}{2,}/gu, (word) =>
    small.has(word.toLowerCase()) ? word : shifted(word, copy),
  )
}

const RINGS = ['aeiou', 'bcdfghjklmnpqrstvwxz']

/** A name with each vowel and each consonant moved on by so many places. */
function shifted(word: string, by: number): string {
  return word.replace(/[a-z]/g, (letter) => {
    const ring = RINGS.find((letters) => letters.includes(letter))
    return ring ? ring[(ring.indexOf(letter) + by) % ring.length]! : letter
  })
}
