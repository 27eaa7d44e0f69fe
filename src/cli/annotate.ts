import { cleanRow } from './annotate-clean.js'
import { datesRow } from './annotate-dates.js'
import { quotesRow } from './annotate-quotes.js'
import { idField, mapRows, stringField } from './rows.js'
import { type Verb, WrongUsage } from './usage.js'

type Row = Record<string, unknown>

const ANNOTATORS: Readonly<Record<string, (row: Row) => object>> = {
  quotes: (row) => quotesRow({ id: idField(row), text: stringField(row, 'text') }),
  dates: (row) =>
    datesRow({
      id: idField(row),
      text: stringField(row, 'text'),
      reference_date: row.reference_date == null ? null : stringField(row, 'reference_date'),
    }),
  clean: (row) => cleanRow({ id: idField(row), raw_text: stringField(row, 'raw_text') }),
}

export const annotate: Verb = {
  help: `Usage: desk annotate quotes|dates|clean < ROWS

Reads one JSON object a line from standard input and writes one a line:

  quotes   {"id", "text"} → {"id", "quotes": [{"start", "end", "direct", "speaker", "cue"}]}
  dates    {"id", "text", "reference_date"} → {"id", "timexes": [{"start", "end", "text", "type", "value"}]}
  clean    {"id", "raw_text"} → {"id", "text"}

Offsets are UTF-16 code units, end-exclusive. A broken line is reported with its number and skipped;
the exit code is then 1.`,

  async run([kind, ...rest], io) {
    const annotator = kind && Object.hasOwn(ANNOTATORS, kind) ? ANNOTATORS[kind] : undefined
    if (!annotator || rest.length > 0) throw new WrongUsage('Say one of: desk annotate quotes|dates|clean')
    return (await mapRows(annotator, io)) > 0 ? 1 : 0
  },
}
