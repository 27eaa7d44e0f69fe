import { rankSentences, retrieve } from '../answers/passage-qa/index.js'
import { makeArchive } from '../archive/index.js'
import { articleOf } from './corpus.js'
import { idField, mapRows, stringField } from './rows.js'
import type { Verb } from './usage.js'

const SHARED = { server: null }

export const select: Verb = {
  help: `Usage: desk select < rows.jsonl

Puts sentences in the order in which they likely answer a question. Reads {"id", "question", "sentences": [{"text"}]}
a line, prints {"id", "order": [places of the sentences, best first]} a line.`,

  async run(_args, io) {
    const skipped = await mapRows(
      async (row) => ({
        id: idField(row),
        order: await orderOf(stringField(row, 'question'), textsOf(row.sentences)),
      }),
      io,
    )
    return skipped > 0 ? 1 : 0
  },
}

function textsOf(sentences: unknown): string[] {
  if (!Array.isArray(sentences)) throw new Error('“sentences” must be a list.')
  return sentences.map((one) => stringField(one as Record<string, unknown>, 'text'))
}

/** The places of the sentences, those that answer best first; what is not found at all comes last, in its order. */
async function orderOf(question: string, sentences: readonly string[]): Promise<number[]> {
  const { archive } = makeArchive(sentences.map((text, i) => articleOf({ id: String(i), title: '', text })))
  const { asked, result } = await retrieve(question, archive, SHARED, sentences.length)
  const ranked = rankSentences(asked, result.hits, sentences.length * MOST_PARTS)
  return [...new Set([...ranked.map(({ hit }) => Number(hit.article.id)), ...sentences.keys()])]
}

/** A row's sentence may be read as several. */
const MOST_PARTS = 3
