import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The rooms whose code and data decide what an archive holds. */
const ROOMS = ['lib', 'articles', 'text', 'annotate', 'knowledge', 'retrieval', 'archive', 'language']
const SOURCE = fileURLToPath(new URL('../..', import.meta.url))
const MODELS = fileURLToPath(new URL('../../../../data/models/', import.meta.url))
const PACKAGE = fileURLToPath(new URL('../../../../package.json', import.meta.url))

/** A hash of everything beside the articles that decides what an archive holds: code, word lists, models, packages, Node. */
export function programVersion(): string {
  const hash = createHash('sha256').update(process.version)
  const { dependencies } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as { dependencies?: object }
  hash.update(JSON.stringify(dependencies))
  for (const room of ROOMS) {
    const files = readdirSync(join(SOURCE, room), { recursive: true, encoding: 'utf8' })
    for (const file of files.filter((name) => name.endsWith('.js')).sort()) {
      hash.update(file).update(readFileSync(join(SOURCE, room, file)))
    }
  }
  for (const file of readdirSync(MODELS).sort()) hash.update(file).update(readFileSync(join(MODELS, file)))
  return hash.digest('hex').slice(0, 16)
}

/** What decides how a prepared article is written as bytes, and as rows. */
const FORMAT = [
  ...['storage/annotation-codecs.js', 'storage/codec.js', 'storage/stored-article.js'],
  'postgres/article-rows.js',
]

/** A hash of it: what has another one can't be read by this program. */
export function storedFormat(): string {
  const hash = createHash('sha256')
  for (const file of FORMAT) hash.update(readFileSync(join(SOURCE, 'archive', file)))
  return hash.digest('hex').slice(0, 16)
}
