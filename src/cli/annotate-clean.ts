import { articleLines } from '../articles/clean/index.js'

/** One row of `desk annotate clean`: a page's text, line by line. */
export interface CleanInput {
  readonly id: string | number
  readonly raw_text: string
}

export interface CleanOutput {
  readonly id: string | number
  readonly text: string
}

/** The lines that belong to the article, unchanged. */
export function cleanRow({ id, raw_text }: CleanInput): CleanOutput {
  const lines = raw_text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '')
  const kept = articleLines(lines, null)
  return { id, text: lines.filter((_, i) => kept[i]).join('\n') }
}
