import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { answer } from '../answers/index.js'
import { drawTimeline } from '../answers/timeline/index.js'
import { buildArchive } from '../archive/index.js'
import { wordsFor } from '../i18n/words.js'
import { jsonLine } from '../lib/terminal.js'
import { defaultFolder, inEnglish } from './ask.js'
import { printAnswer } from './print.js'
import { write } from './rows.js'
import { type Verb, WrongUsage } from './usage.js'

export const timeline: Verb = {
  help: `Usage: desk timeline [--articles DIR] [--from DAY] [--to DAY] [--most N] [--out FILE.png] [--json] [TOPIC]

Lists the events of a topic, or of all the articles, in order, and draws them.

  --articles DIR   the folder of articles (default: ARTICLES_DIR, or data/articles)
  --from, --to     a day, month or year: 2021-12-31, 2021-12 or 2021
  --most N         how many events, the most important ones (default: 12)
  --out FILE.png   where the picture goes; without it none is drawn
  --json           one JSON object instead of text`,

  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        articles: { type: 'string' },
        from: { type: 'string' },
        to: { type: 'string' },
        most: { type: 'string' },
        out: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
    const { out, from, to, most } = values
    if (out !== undefined && !out.toLowerCase().endsWith('.png'))
      throw new WrongUsage(`“${out}” is no name for a picture. Give one that ends in .png.`)
    const { archive } = await buildArchive(values.articles ?? io.env.ARTICLES_DIR ?? defaultFolder())
    const topic = positionals.join(' ').trim()
    const given = await answer(
      {
        command: 'timeline',
        ...(topic ? { topic } : {}),
        ...(from ? { from } : {}),
        ...(to ? { to } : {}),
        ...(most ? { most } : {}),
      },
      archive,
      { server: null },
    )
    const told = inEnglish(given)
    const colour = Boolean(io.output.isTTY) && !io.env.NO_COLOR
    await write(io.output, `${values.json ? jsonLine(told) : printAnswer(told, colour)}\n`)
    if (!given.attachment) return out === undefined ? 0 : 1
    if (out !== undefined) await writeFile(out, await drawTimeline(given.attachment, wordsFor('en')))
    return 0
  },
}
