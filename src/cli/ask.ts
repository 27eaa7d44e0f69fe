import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { answer } from '../answers/index.js'
import type { Answer } from '../answers/model/answer.js'
import { type AnswerInWords, inWords } from '../answers/model/in-words.js'
import { QuestionError, questionOf } from '../answers/model/question.js'
import type { Archive } from '../archive/contract/archive.js'
import { buildArchive } from '../archive/index.js'
import { wordsFor } from '../i18n/words.js'
import { jsonLine, printable, printableLines } from '../lib/terminal.js'
import { HELP, PRIVACY } from './help-text.js'
import { printAnswer } from './print.js'
import { write } from './rows.js'
import { type Io, type Verb, WrongUsage } from './usage.js'

const SHARED = { server: null }

export const ask: Verb = {
  help: `Usage: desk ask [--articles DIR] [--json] QUESTION
       desk ask [--articles DIR] [--json] -

Answers a question from the articles: a command such as '/when geneva', or plain words.
With - it reads one question a line from standard input.

  --articles DIR   the folder of articles (default: ARTICLES_DIR, or data/articles)
  --json           one JSON object a line instead of text

Bold is used in a terminal unless NO_COLOR is set.`,

  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { articles: { type: 'string' }, json: { type: 'boolean', default: false } },
    })
    const question = positionals.join(' ').trim()
    if (question === '') throw new WrongUsage("Ask something: desk ask '/when geneva'")
    const { archive, rejections } = await buildArchive(
      values.articles ?? io.env.ARTICLES_DIR ?? defaultFolder(),
    )
    for (const { file, line, reason, remedy } of rejections) {
      const where = `${file}${line ? `, line ${line}` : ''}`
      io.errors.write(`${printable(`${where}: ${wordsFor('en').tell([reason, remedy])}`)}\n`)
    }
    const say = answerer(archive, values.json, io)
    if (question !== '-') return say(question)
    let worst = 0
    for await (const line of createInterface({ input: io.input, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (line.trim() !== '') worst = Math.max(worst, await say(line))
    }
    return worst
  },
}

/** The articles that come with the project. */
export function defaultFolder(): string {
  return fileURLToPath(new URL('../../../data/articles', import.meta.url))
}

/** An answer as it is printed, as text or as JSON. */
export function inEnglish(given: Answer): AnswerInWords {
  const told = inWords(given, wordsFor('en'))
  const note = { help: HELP, privacy: PRIVACY }[told.command as string]
  return note ? { ...told, note } : told
}

function answerer(archive: Archive, json: boolean, io: Io): (text: string) => Promise<number> {
  const colour = Boolean(io.output.isTTY) && !io.env.NO_COLOR
  return async (text) => {
    try {
      const given = inEnglish(await answer(questionOf(text), archive, SHARED))
      await write(io.output, json ? `${jsonLine(given)}\n` : `${printAnswer(given, colour)}\n\n`)
      return 0
    } catch (error) {
      if (!(error instanceof QuestionError)) throw error
      io.errors.write(`${printableLines(error.message)}\n`)
      return 2
    }
  }
}
