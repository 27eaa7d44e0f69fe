import {
  type ConceptColumns,
  ConceptsBuilder,
  type EventMentionColumns,
  EventMentions,
  EventMentionsBuilder,
  groupEntries,
  prominenceOf,
} from '../../../knowledge/index.js'
import type { CooperativeTask } from '../../../lib/cooperative-tasks.js'
import type { IndexColumns } from '../../../retrieval/index.js'
import type { PreparedArticle } from '../../storage/prepared-article.js'

/** What events are found by. */
export interface EventColumns {
  readonly mentions: EventMentionColumns
  readonly index: IndexColumns
  readonly concepts: ConceptColumns
  /** The mentions of each event, one event behind the other, the most prominent first. */
  readonly members: Uint32Array
  /** Where those of each begin; one more for where the last ones end. */
  readonly starts: Uint32Array
}

type Article = Pick<PreparedArticle, 'annotated' | 'eventTerms'>

export class EventsBuilder {
  readonly #mentions = new EventMentionsBuilder()
  readonly #concepts = new ConceptsBuilder()

  add({ annotated, eventTerms }: Article): void {
    this.#mentions.add(annotated, eventTerms)
    this.#concepts.add(annotated, eventTerms)
  }

  /** @param articles those that were added @param index what their events are found by */
  *columns(articles: readonly Article[], index: IndexColumns): CooperativeTask<EventColumns> {
    const columns = this.#mentions.columns()
    const mentions = [...new EventMentions(articles, columns)]
    const groups = yield* groupEntries(mentions)
    const events = groups
      .map((ids) => ({ ids, prominence: prominenceOf(ids.map((id) => mentions[id]!)) }))
      .sort((a, b) => b.prominence - a.prominence || a.ids[0]! - b.ids[0]!)
    const starts = new Uint32Array(events.length + 1)
    for (const [event, { ids }] of events.entries()) starts[event + 1] = starts[event]! + ids.length
    return {
      mentions: columns,
      index,
      concepts: this.#concepts.columns(),
      members: Uint32Array.from(events.flatMap(({ ids }) => ids)),
      starts,
    }
  }
}
