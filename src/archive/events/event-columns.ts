import type { Steps } from '../../steps.js'
import type { PreparedArticle } from '../prepare.js'
import { type ConceptColumns, ConceptsBuilder } from './concepts.js'
import { prominenceOf } from './consensus.js'
import { groupEntries } from './entries.js'
import { type PostingColumns, PostingsBuilder } from './postings.js'
import { type TellingColumns, Tellings, TellingsBuilder } from './tellings.js'

/** What events are found by. */
export interface EventColumns {
  readonly tellings: TellingColumns
  readonly postings: PostingColumns
  readonly concepts: ConceptColumns
  /** The tellings of each event, one event behind the other, the most prominent first. */
  readonly members: Uint32Array
  /** Where those of each begin; one more for where the last ones end. */
  readonly starts: Uint32Array
}

type Article = Pick<PreparedArticle, 'annotated' | 'eventTerms'>

export class EventsBuilder {
  readonly #tellings = new TellingsBuilder()
  readonly #postings = new PostingsBuilder()
  readonly #concepts = new ConceptsBuilder()

  /** @param numbers of the distinct terms of its events */
  add({ annotated, eventTerms }: Article, numbers: Uint32Array): void {
    this.#tellings.add(annotated, eventTerms)
    this.#postings.add(eventTerms, numbers)
    this.#concepts.add(annotated, eventTerms)
  }

  /** @param articles those that were added @param terms how many terms there are */
  *columns(articles: readonly Article[], terms: number): Steps<EventColumns> {
    const columns = this.#tellings.columns()
    const tellings = [...new Tellings(articles, columns)]
    const groups = yield* groupEntries(tellings)
    const events = groups
      .map((ids) => ({ ids, prominence: prominenceOf(ids.map((id) => tellings[id]!)) }))
      .sort((a, b) => b.prominence - a.prominence || a.ids[0]! - b.ids[0]!)
    const starts = new Uint32Array(events.length + 1)
    for (const [event, { ids }] of events.entries()) starts[event + 1] = starts[event]! + ids.length
    return {
      tellings: columns,
      postings: this.#postings.columns(terms),
      concepts: this.#concepts.columns(),
      members: Uint32Array.from(events.flatMap(({ ids }) => ids)),
      starts,
    }
  }
}
