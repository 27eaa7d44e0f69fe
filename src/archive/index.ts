/** To build, open and watch an archive. What an archive can be asked stands in `contract/archive.ts`. */
export { buildArchive, makeArchive, NO_ROOM } from './ingest/build.js'
export { watchArticles } from './ingest/watch.js'
export { SharedArchives } from './postgres/shared-archives.js'
export { DocumentRanking } from './search/document-ranking.js'
export { FEEDS, type LiveOptions, openArchive, PROJECT_SNAPSHOT } from './worker/live.js'
export { serveArchive } from './worker/serve.js'
