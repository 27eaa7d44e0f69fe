import { setFlagsFromString } from 'node:v8'
import { idField, mapRows, stringField } from './rows.js'
import { type Verb, WrongUsage } from './usage.js'

type Row = Record<string, unknown>

/** Each is loaded when it is asked for. */
const ANNOTATORS: Readonly<Record<string, () => Promise<(row: Row) => object>>> = {
  async quotes() {
    const { quotesRow } = await import('./annotate-quotes.js')
    return (row) => quotesRow({ id: idField(row), text: stringField(row, 'text') })
  },
  async dates() {
    const { datesRow } = await import('./annotate-dates.js')
    return (row) =>
      datesRow({
        id: idField(row),
        text: stringField(row, 'text'),
        reference_date: row.reference_date == null ? null : stringField(row, 'reference_date'),
      })
  },
  async clean() {
    const { cleanRow } = await import('./annotate-clean.js')
    return (row) => cleanRow({ id: idField(row), raw_text: stringField(row, 'raw_text') })
  },
}

/**
 * How much V8 may compile into one function, a fifth of its default. On one core, compiling takes a third of the time
 * of a run over some megabytes, and that much only pays in longer ones.
 */
const SMALL_FUNCTIONS = '--max-inlined-bytecode-size-cumulative=200'

export const annotate: Verb = {
  help: `Usage: desk annotate quotes|dates|clean < ROWS

Reads one JSON object a line from standard input and writes one a line:

  quotes   {"id", "text"} → {"id", "quotes": [{"start", "end", "direct", "speaker", "cue"}]}
  dates    {"id", "text", "reference_date"} → {"id", "timexes": [{"start", "end", "text", "type", "value"}]}
  clean    {"id", "raw_text"} → {"id", "text"}

Offsets are UTF-16 code units, end-exclusive. A broken line is reported with its number and skipped;
the exit code is then 1.`,

  async run([kind, ...rest], io) {
    const load = kind && Object.hasOwn(ANNOTATORS, kind) ? ANNOTATORS[kind] : undefined
    if (!load || rest.length > 0) throw new WrongUsage('Say one of: desk annotate quotes|dates|clean')
    setFlagsFromString(SMALL_FUNCTIONS)
    return (await mapRows(await load(), io)) > 0 ? 1 : 0
  },
}
