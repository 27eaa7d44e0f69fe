import type { AnnotatedArticle, Speaker } from '../annotate/annotations.js'
import { groupEvents } from './events/entries.js'
import { isProper, People, type PersonRecord } from './people.js'
import type { PreparedArticle } from './prepare.js'
import { groupUtterances, type Said } from './utterances.js'
import { wordingsOf } from './wordings.js'

/**
 * What comes of comparing all quotations and events of an archive with each other: who speaks, what is one
 * utterance, and what is one event. Plain data; of quotations with one entry for each wording, in the order of
 * the articles and in them of the text.
 */
export interface Grouping {
  readonly people: readonly PersonRecord[]
  /** The name that stands for all spellings of the speaker's; null where the speaker is not clear. */
  readonly speakers: readonly (string | null)[]
  readonly utterances: readonly number[]
  /** The tellings of each event; see `groupEvents`. */
  readonly events: readonly (readonly number[])[]
}

export function groupAll(articles: readonly Pick<PreparedArticle, 'annotated' | 'eventTerms'>[]): Grouping {
  const annotated = articles.map(({ annotated }) => annotated)
  return { ...groupQuotations(annotated), events: groupEvents(articles) }
}

function groupQuotations(articles: readonly AnnotatedArticle[]): Omit<Grouping, 'events'> {
  const people = new People(articles)
  const canonical = new Map<string, string>()
  const nameOf = (speaker: Speaker | null) => {
    if (!speaker || speaker.confidence === 'unclear') return null
    const known = canonical.get(speaker.name) ?? people.canonical(speaker.name) ?? speaker.name
    canonical.set(speaker.name, known)
    return known
  }
  const said = articles.flatMap((owner) =>
    wordingsOf(owner).map(({ start, end, direct, speaker }): Said => {
      const person = nameOf(speaker)
      return {
        text: owner.article.text.slice(start, end),
        person,
        article: owner.article.id,
        start,
        end,
        direct,
        named: person !== null && isProper(person),
        published: owner.article.published,
      }
    }),
  )
  return {
    people: people.records(),
    speakers: said.map(({ person }) => person),
    utterances: groupUtterances(said),
  }
}
