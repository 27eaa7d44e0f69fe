import { documentOfText } from '../annotate/document.js'
import { findNames } from '../annotate/names.js'
import { findQuotations } from '../annotate/quotations.js'

export interface QuotesInput {
  readonly id: string | number
  readonly text: string
}

/** One line of `desk annotate quotes`. Offsets are UTF-16 code units into `text`, end-exclusive. */
export interface QuotesRow {
  readonly id: string | number
  readonly quotes: readonly QuoteRow[]
}

export interface QuoteRow {
  /** `start..end` is what was said, without quotation marks. */
  readonly start: number
  readonly end: number
  readonly direct: boolean
  /** `start..end` is where the text names the source (a pronoun counts), `name` the resolved full name. */
  readonly speaker: { readonly name: string; readonly start: number; readonly end: number } | null
  readonly cue?: string
}

/** The quotations of a bare text, each line of which is a paragraph. */
export function quotesRow({ id, text }: QuotesInput): QuotesRow {
  const document = documentOfText(text)
  const quotes = findQuotations(document, findNames(document)).map((quotation): QuoteRow => {
    const { start, end, direct, speaker, cue } = quotation
    return {
      start,
      end,
      direct,
      speaker: speaker && { name: speaker.name, start: speaker.start, end: speaker.end },
      ...(cue && { cue: cue.text }),
    }
  })
  return { id, quotes }
}
