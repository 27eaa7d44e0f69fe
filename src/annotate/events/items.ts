import type { Span } from '../../articles/model/article.js'
import type { DateMention, Document } from '../annotations.js'
import { read } from '../names/reading.js'
import type { Tag } from '../names/vocabulary.js'

/** A word or mark of a sentence; an expression of time, however long, is one item with the tag `@`. */
export interface Item extends Span {
  readonly lower: string
  readonly tag: Tag | '@'
  /** Index of the mention, for an expression of time; otherwise -1. */
  readonly date: number
  /** Whether it is a length of time ("two days"). */
  readonly length: boolean
}

export interface DatedSentence {
  /** Index into `Document.sentences`. */
  readonly sentence: number
  readonly items: readonly Item[]
}

/** Longer sentences are lists or noise; they are read piece by piece, so that no rule ever sees a huge one. */
const LONGEST = 300

/** The sentences of a document that hold an expression of time, each as a row of items. */
export function* datedSentences(document: Document, dates: readonly DateMention[]): Generator<DatedSentence> {
  const { tokens } = read(document)
  let token = 0
  let date = 0
  for (const [sentence, span] of document.sentences.entries()) {
    let items: Item[] = []
    let dated = false
    // The headline's tokens stand before those of the body.
    while (token < tokens.length && tokens[token]!.start < span.start) token++
    for (; token < tokens.length && tokens[token]!.sentence === sentence; token++) {
      if (items.length === LONGEST) {
        if (dated) yield { sentence, items }
        items = []
        dated = false
      }
      const { start, end, lower, tag } = tokens[token]!
      while (date < dates.length && dates[date]!.end <= start) date++
      const mention = dates[date]
      const inside = mention && mention.start >= span.start && mention.end <= span.end
      if (!inside || mention.start >= end) {
        items.push({ start, end, lower, tag, date: -1, length: false })
      } else if (items.at(-1)?.date !== date) {
        items.push({
          start: mention.start,
          end: mention.end,
          lower: mention.text.toLowerCase(),
          tag: '@',
          date,
          length: mention.type === 'DURATION',
        })
        dated = true
      }
    }
    while (date < dates.length && dates[date]!.end <= span.end) date++
    if (dated) yield { sentence, items }
  }
}
