import type { AnnotatedArticle, Speaker } from '../annotate/annotations.js'
import { isProper, People, type PersonRecord } from './people.js'
import { groupUtterances, type Said } from './utterances.js'
import { wordingsOf } from './wordings.js'

/**
 * What comes of comparing all quotations of an archive with each other: who speaks, and what is one utterance.
 * Plain data, with one entry for each wording, in the order of the articles and in them of the text.
 */
export interface Grouping {
  readonly people: readonly PersonRecord[]
  /** The name that stands for all spellings of the speaker's; null where the speaker is not clear. */
  readonly speakers: readonly (string | null)[]
  readonly utterances: readonly number[]
}

export function groupQuotations(articles: readonly AnnotatedArticle[]): Grouping {
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
