import { parseArgs } from 'node:util'
import { lines } from '../annotate/document.js'
import { ask as askArchive } from '../answers/index.js'
import { DocumentRanking, makeArchive } from '../archive/index.js'
import type { Article } from '../articles/model/article.js'
import { jsonLine } from '../lib/terminal.js'
import { idField, readRows, stringField, write } from './rows.js'
import { type Verb, WrongUsage } from './usage.js'

/** A corpus and the questions asked of it, as rows. */
interface Corpus {
  readonly documents: readonly {
    readonly id: string | number
    readonly title: string
    readonly text: string
  }[]
  readonly queries: readonly { readonly id: string | number; readonly text: string }[]
}

const FILES = `  --corpus FILE    one JSON object a line: {"id", "title", "text"}
  --queries FILE   one JSON object a line: {"id", "text"}`

export const rank: Verb = {
  help: `Usage: desk rank --corpus FILE --queries FILE [--top 100]

Ranks the documents of a corpus for each query. Prints {"id", "docs": [id, …]} a line, best first.

${FILES}
  --top N          how many documents a query (default 100)`,

  async run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        corpus: { type: 'string' },
        queries: { type: 'string' },
        top: { type: 'string', default: '100' },
      },
    })
    const top = Number(values.top)
    if (!Number.isInteger(top) || top < 1) throw new WrongUsage('--top must be a whole number from 1.')
    const { documents, queries } = await readCorpus(values)
    const ranking = new DocumentRanking(documents)
    for (const { id, text } of queries) {
      await write(io.output, `${jsonLine({ id, docs: await ranking.rank(text, top) })}\n`)
    }
    return 0
  },
}

export const answer: Verb = {
  help: `Usage: desk answer --corpus FILE --queries FILE

Answers each query from a corpus with the sentences that answer it.
Prints {"id", "findings": [{"snippet", "answer", "doc"}]} a line, best first; no finding where the corpus is silent.

${FILES}`,

  async run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: { corpus: { type: 'string' }, queries: { type: 'string' } },
    })
    const { documents, queries } = await readCorpus(values)
    const ids = new Map(documents.map(({ id }) => [String(id), id]))
    const { archive } = makeArchive(documents.map(articleOf))
    for (const { id, text } of queries) {
      const { findings } = await askArchive(text, archive, { server: null })
      const rows = findings.map(({ text: headline, citations: [first] }) => ({
        snippet: first!.snippet,
        ...(headline === first!.title ? {} : { answer: headline }),
        doc: ids.get(first!.article),
      }))
      await write(io.output, `${jsonLine({ id, findings: rows })}\n`)
    }
    return 0
  },
}

async function readCorpus({ corpus, queries }: { corpus?: string; queries?: string }): Promise<Corpus> {
  if (!corpus || !queries) throw new WrongUsage('Both --corpus FILE and --queries FILE are needed.')
  return {
    documents: (await readRows(corpus)).map((row) => ({
      id: idField(row),
      title: typeof row.title === 'string' ? row.title : '',
      text: stringField(row, 'text'),
    })),
    queries: (await readRows(queries)).map((row) => ({ id: idField(row), text: stringField(row, 'text') })),
  }
}

/** A document of a corpus as an article, all of it body. */
export function articleOf({ id, title, text }: Corpus['documents'][number]): Article {
  return {
    id: String(id),
    title,
    titleSpan: null,
    outlet: null,
    published: null,
    publishedBasis: null,
    url: null,
    author: null,
    text,
    paragraphs: lines(text),
  }
}
