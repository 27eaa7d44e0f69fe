import { type KeyedMessage, message } from '../../i18n/message.js'
import type { Article } from './article.js'

/** What articles lack that answers need: counted, and the first of them by name. */
export interface Gaps {
  readonly undated: number
  readonly withoutOutlet: number
  /** Whose date is inferred rather than given or printed. */
  readonly inferred: number
  readonly articles: readonly Gap[]
}

export interface Gap {
  readonly id: string
  readonly undated: boolean
  readonly withoutOutlet: boolean
  /** How its date was inferred ("caption"); null where it was not. */
  readonly inferred: string | null
  /** A line that tells a day which can't be used. */
  readonly unclear: string | null
}

/** Nobody reads more names. */
const MOST_NAMED = 200

/** @param articles without those that have all they need, nothing is kept of these */
export function gapsOf(
  articles: Iterable<Pick<Article, 'id' | 'published' | 'publishedBasis' | 'outlet' | 'unclearDate'>>,
): Gaps {
  const counts = { undated: 0, withoutOutlet: 0, inferred: 0 }
  const named: Gap[] = []
  for (const { id, published, publishedBasis, outlet, unclearDate } of articles) {
    const undated = published === null
    const withoutOutlet = outlet === null
    const inferred = /^inferred: (.*)$/.exec(publishedBasis ?? '')?.[1] ?? null
    if (undated) counts.undated++
    if (withoutOutlet) counts.withoutOutlet++
    if (inferred !== null) counts.inferred++
    if (!undated && !withoutOutlet && inferred === null) continue
    if (named.length < MOST_NAMED) {
      named.push({ id, undated, withoutOutlet, inferred, unclear: unclearDate ?? null })
    }
  }
  return { ...counts, articles: named }
}

/** Names of a list as people are told them. */
const MOST_TOLD = 5

/** What moderators are told of gaps, a sentence each; none where there are none. */
export function gapMessages(gaps: Gaps): KeyedMessage[] {
  const { undated, withoutOutlet, inferred, articles } = gaps
  const names = (some: readonly Gap[], all: number, beside: (gap: Gap) => string | null) => {
    const told = some.slice(0, MOST_TOLD).map((gap) => {
      const more = beside(gap)
      return more ? `${gap.id} (${more})` : gap.id
    })
    return `${told.join(', ')}${all > told.length ? ' …' : ''}`
  }
  const lines: KeyedMessage[] = []
  if (undated > 0) {
    const some = articles.filter((gap) => gap.undated)
    const told = names(some, undated, ({ unclear }) => unclear && `“${unclear.slice(0, 60)}”`)
    lines.push(message('noteGapsUndated', { n: undated, names: told }))
  }
  if (withoutOutlet > 0) {
    const some = articles.filter((gap) => gap.withoutOutlet)
    lines.push(message('noteGapsOutlet', { n: withoutOutlet, names: names(some, withoutOutlet, () => null) }))
  }
  if (inferred > 0) {
    const some = articles.filter((gap) => gap.inferred !== null)
    lines.push(
      message('noteGapsInferred', { n: inferred, names: names(some, inferred, (gap) => gap.inferred) }),
    )
  }
  if (undated + withoutOutlet > 0) lines.push(message('noteGapsMend'))
  return lines
}
