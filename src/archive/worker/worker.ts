import { serveArchive } from './serve.js'

/** A thread that holds an archive and nothing else. */
await serveArchive()
