import { ServerStore } from '../../../src/articles/store/servers.js'
import { filesIn } from '../../support/state.js'
import { draft } from './drafts.js'

/** Adds and removes articles until it is killed: `node adding.js FOLDER FIRST`. */
const [folder = '', first = '0'] = process.argv.slice(2)
const store = new ServerStore({
  state: filesIn(folder),
  limits: { changesAnHour: 100_000, articles: 100_000 },
})
const filler = Array.from(
  { length: 200 },
  (_, i) => `Line ${i} of a longer story about the ice in the strait.`,
)
for (let n = Number(first); ; n++) {
  const { name } = await store.add(
    '1',
    '7',
    draft(n, { paragraphs: [`Ferry number ${n} stayed.`, ...filler] }),
  )
  if (n % 3 === 0) await store.remove('1', '7', name)
  process.stdout.write('.')
}
