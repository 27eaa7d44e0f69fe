import { writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Document } from 'flexsearch'
import MiniSearch from 'minisearch'
import sqlite from 'node-sqlite3-wasm'
import { search as english } from '../src/language/en/words/search.js'

export interface Passage {
  readonly id: number
  readonly title: string
  readonly text: string
}

/** Another search engine: what it takes to index passages and to answer from them. */
export interface Peer {
  build(passages: readonly Passage[]): unknown
  /** Keeps the index in a folder and reads it back. @returns milliseconds for the reading */
  reload(folder: string): Promise<number>
  search(question: string): unknown
}

const SHOWN = 25

/** MiniSearch with its defaults: all words of the question, any of them enough. */
export function miniSearch(): Peer {
  const options = { fields: ['title', 'text'] }
  let index = new MiniSearch<Passage>(options)
  return {
    build: (passages) => index.addAll(passages),
    async reload(folder) {
      const file = join(folder, 'minisearch.json')
      writeFileSync(file, JSON.stringify(index))
      const started = performance.now()
      index = MiniSearch.loadJSON<Passage>(await readFile(file, 'utf8'), options)
      return performance.now() - started
    },
    search: (question) => index.search(question).slice(0, SHOWN),
  }
}

/** SQLite’s full-text index with Porter stems; stop words left out of the question, which it would read in full. */
export function fts5(): Peer {
  let db = new sqlite.Database(':memory:')
  let rows: readonly Passage[] = []
  const fill = () => {
    db.exec("CREATE VIRTUAL TABLE passages USING fts5(title, text, tokenize = 'porter unicode61')")
    db.exec('BEGIN')
    const insert = db.prepare('INSERT INTO passages(rowid, title, text) VALUES (?, ?, ?)')
    for (const { id, title, text } of rows) insert.run([id, title, text])
    insert.finalize()
    db.exec('COMMIT')
  }
  return {
    build(passages) {
      rows = passages
      fill()
    },
    async reload(folder) {
      db.close()
      const file = join(folder, 'fts5.db')
      db = new sqlite.Database(file)
      fill()
      db.close()
      const started = performance.now()
      db = new sqlite.Database(file)
      db.all("SELECT rowid FROM passages WHERE passages MATCH 'the' LIMIT 1")
      return performance.now() - started
    },
    search(question) {
      const words = (question.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter(
        (word) => !english.stopWords.has(word),
      )
      if (words.length === 0) return []
      const query = words.map((word) => `"${word}"`).join(' OR ')
      return db.all(
        'SELECT rowid, bm25(passages) AS score FROM passages WHERE passages MATCH ? ORDER BY score LIMIT ?',
        [query, SHOWN],
      )
    },
  }
}

/** FlexSearch with its defaults, told to take passages that hold some of the words as well. */
export function flexSearch(): Peer {
  const make = () => new Document({ document: { id: 'id', index: ['title', 'text'] } })
  let index = make()
  return {
    build(passages) {
      for (const passage of passages) index.add({ ...passage })
    },
    async reload() {
      const parts: [string, string][] = []
      await index.export((key, data) => {
        parts.push([key, data])
      })
      index = make()
      const started = performance.now()
      for (const [key, data] of parts) index.import(key, data)
      return performance.now() - started
    },
    search: (question) => index.search(question, { limit: SHOWN, suggest: true }),
  }
}

export const peers: Readonly<Record<string, () => Peer>> = {
  'MiniSearch as it comes': miniSearch,
  'SQLite FTS5 (WASM)': fts5,
  FlexSearch: flexSearch,
}
