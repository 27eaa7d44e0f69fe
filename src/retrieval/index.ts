/** Behind the port: MiniSearch, the reading of queries, the ranking of passages. */
export { CompactSearch } from './minisearch/compact-search.js'
export { MiniSearchRetriever } from './minisearch/retriever.js'
export { type IndexColumns, TermIndex } from './minisearch/term-index.js'
export {
  type KnownGroup,
  type KnownRows,
  type KnownUnit,
  numbered,
  PLACES,
  type PostgresFilter,
  PostgresRetriever,
  type Totals,
} from './postgres/retriever.js'
export { packCounts } from './postgres/term-counts.js'
export { quoted } from './postgres/tsvector.js'
export { Vocabulary } from './postgres/vocabulary.js'
export { type NearestTerms, QueryAnalyzer, type UnknownWord } from './query/analyze-query.js'
export { type KnownTerm, SpellingCorrector } from './query/spelling-corrector.js'
export {
  type Concept,
  PASSAGE_FIELDS,
  type PassageField,
  type Ranked,
  type RankedPassage,
  rankArticles,
  rankPassages,
  type WeightedQuery,
  weigh,
  weightOf,
} from './rerank/passages.js'
