import type { Database } from '../../lib/postgres/database.js'
import { quoted, Vocabulary } from '../../retrieval/index.js'
import { foldForPhrases } from '../../text/terms.js'
import type { Suggestion, SuggestionKind, SuggestionQuery } from '../contract/archive.js'
import { MOST_ENTRIES } from '../search/suggestion-columns.js'
import {
  isMistypable,
  LONGEST_TYPED,
  MOST_SLIPS,
  SuggestionList,
  suggestionWords,
} from '../search/suggestions.js'

/** Of those that hold what is typed, what comes up most is ranked. */
const MOST_RANKED = 300
const FEW_LETTERS = 2

interface Row {
  readonly label: string
  readonly value: string
  readonly also: string
  readonly total: number
}

/**
 * What to offer of one scope's articles while somebody types. What may be wanted is found in the database, and ranked
 * as everywhere.
 */
export async function suggestionsOf(
  database: Pick<Database, 'read'>,
  server: string,
  { kind, typed, limit }: SuggestionQuery,
): Promise<Suggestion[]> {
  const find = (condition: string, value: string, most: number) =>
    database.read<Row>(
      `SELECT coalesce(label, value) AS label, value, also, total FROM suggestions
        WHERE server = $1 AND kind = $2 AND shown AND ${condition}
        ORDER BY total DESC, coalesce(label, value) LIMIT ${most}`,
      [server, kind, value],
    )
  const folded = foldForPhrases(typed.slice(0, LONGEST_TYPED))
  const beginning = await find('starts_with(coalesce(folded, key), $3)', folded, limit)
  const words = suggestionWords(folded)
  if (beginning.length === limit || words.length === 0) return beginning.map(suggestion)
  // The last word is still being typed; before a letter or two of it, the one before counts as its like.
  const begun = words.length - (words.at(-1)!.length <= FEW_LETTERS ? 2 : 1)
  const holding = (forms: readonly (readonly string[])[]) => {
    const terms = forms.map(
      (of, at) => `(${of.map((word) => quoted(word) + (at >= begun ? ':*' : '')).join(' | ')})`,
    )
    return find('words @@ $3::tsquery', terms.join(' & '), MOST_RANKED)
  }
  let found = [...beginning, ...(await holding(words.map((word) => [word])))]
  if (new Set(found.map(({ value }) => value)).size < limit && words.some(isMistypable)) {
    const forms = await Promise.all(words.map((word) => formsOf(database, server, word)))
    found = [...found, ...(await holding(forms))]
  }
  const rows = [...new Map(found.map((row) => [row.value, row])).values()].sort(
    (a, b) => b.total - a.total || (a.label < b.label ? -1 : 1),
  )
  const columns = {
    labels: rows.map(({ label }) => label),
    values: rows.map(({ value }) => value),
    also: rows.map(({ also }) => also),
    articles: Uint32Array.from(rows, ({ total }) => total),
  }
  return new SuggestionList(columns, await numberOf(database, server, kind)).suggest(typed, limit)
}

/** How many there are, of so many as an archive in memory has. */
async function numberOf(
  database: Pick<Database, 'read'>,
  server: string,
  kind: SuggestionKind,
): Promise<number> {
  const [row] = await database.read<{ size: number }>(
    `SELECT count(*)::int AS size FROM (SELECT 1 FROM suggestions WHERE server = $1 AND kind = $2 AND shown
      LIMIT ${MOST_ENTRIES}) s`,
    [server, kind],
  )
  return row?.size ?? 0
}

const suggestion = ({ label, value }: Row): Suggestion => ({ label, value })

/** A word and those that it may be a slip for: of them those that begin like it. */
async function formsOf(database: Pick<Database, 'read'>, server: string, word: string): Promise<string[]> {
  if (!isMistypable(word)) return [word]
  const slips = Math.round(word.length * MOST_SLIPS)
  const rows = await database.read<{ term: string }>(
    `SELECT word AS term FROM suggestion_words WHERE server = $1 AND word >= $2 AND word < $3
        AND length(word) BETWEEN $4 AND $5`,
    [server, word[0], `${word[0]}\u{10ffff}`, word.length - slips, word.length + slips],
  )
  const near = new Vocabulary(rows.map(({ term }) => ({ term, units: 1 }))).near(word, slips)
  return [...new Set([word, ...near.map(({ term }) => term)])]
}
