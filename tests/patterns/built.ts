/** A process that loads modules and prints which regular expressions they build meanwhile, and where. */
import { pathToFileURL } from 'node:url'

const [root = '', ...files] = process.argv.slice(2)
const built: { file: string; line: number; source: string; flags: string }[] = []

globalThis.RegExp = new Proxy(RegExp, {
  construct(target, args, newTarget) {
    const made = Reflect.construct(target, args, newTarget)
    const places = (new Error().stack ?? '').split('\n').filter((line) => line.includes(`${root}dist/`))
    const place = places.find((line) => !line.includes(import.meta.url)) ?? ''
    const [, file = '', line = ''] = /dist\/([^:]+):(\d+):\d+/.exec(place.replace(root, '')) ?? []
    built.push({
      file: file.replace(/\.js$/, '.ts'),
      line: Number(line),
      source: made.source,
      flags: made.flags,
    })
    return made
  },
})

for (const file of files) await import(pathToFileURL(`${root}dist/${file}`).href)
process.stdout.write(JSON.stringify(built))
