import type { NameMention } from '../../annotate/annotations.js'
import type { ArticleRef, Excerpt, PassageHit } from '../../archive/contract/archive.js'
import { synonymClasses } from '../../language/en/synonyms/index.js'
import { groupBy } from '../../lib/group-by.js'
import type { AskedEvent, Concept } from './asked-event.js'
import type { Surroundings } from './event-match.js'
import { wordsOf } from './event-words.js'
import { SentenceWords } from './sentence-words.js'

/** Whether a thing is a name of some kind in what was read. */
export function namesAmong(
  hits: readonly PassageHit[],
  wanted: (name: NameMention) => boolean,
): (concept: Concept) => boolean {
  const known = new Set(
    hits.flatMap(({ names }) =>
      names.filter(wanted).flatMap(({ name }) => wordsOf(name).map(({ term }) => term)),
    ),
  )
  return ({ wordings }) => wordings[0]!.terms.some((term) => known.has(term))
}

const ROLES = new Set(
  synonymClasses.filter(({ domain }) => domain === 'role').flatMap(({ same, near }) => [...same, ...near]),
)

/** What a thing counts that stands in another sentence of the passage, or in the headline. */
const IN_PASSAGE = 0.5
const IN_TITLE = 0.45
const IN_ARTICLE = 0.35

/** What was read of each article. */
export function articleWords(hits: readonly PassageHit[]): (article: ArticleRef) => SentenceWords {
  const texts = groupBy(hits, ({ article }) => article.id)
  const known = new Map<string, SentenceWords>()
  return ({ id }) => {
    const words =
      known.get(id) ??
      new SentenceWords(
        texts
          .get(id)!
          .map(({ passage }) => passage.text)
          .join('\n'),
      )
    known.set(id, words)
    return words
  }
}

/** What is known of the passages that are read. */
export interface Known extends Pick<Surroundings, 'weightOf' | 'isPerson' | 'isName'> {
  readonly ofArticle: (article: ArticleRef) => SentenceWords
}

/** What stands around each sentence of a passage; the passage is read once. */
export function surroundingsIn(
  asked: AskedEvent,
  { article, passage, names }: PassageHit,
  { weightOf, isPerson, isName, ofArticle }: Known,
): (sentence: Excerpt) => Surroundings {
  const near = new SentenceWords(passage.text)
  const title = new SentenceWords(article.title)
  const persons = names.filter(({ kind }) => kind === 'person')
  const firstNames = asked.names.filter(isName)
  const isOther = (name: string) => {
    const words = new SentenceWords(name)
    return words.words.length > 1 && firstNames.length > 0 && !firstNames.some((first) => words.has(first))
  }
  const nearby = memoized((concept: Concept) =>
    Math.max(
      IN_PASSAGE * near.strengthOf(concept),
      IN_TITLE * title.strengthOf(concept),
      IN_ARTICLE * ofArticle(article).strengthOf(concept),
    ),
  )
  const isRole = (lower: string) => ROLES.has(lower)
  return (sentence) => ({
    weightOf,
    isPerson,
    isName,
    isRole,
    nearby,
    spokenOf: (concept, offset) => {
      const before = persons.findLast(({ end }) => end <= sentence.start + offset)
      if (!isPerson(concept) || (before && isOther(before.name))) return false
      return (before ? new SentenceWords(before.name) : title).has(concept)
    },
    isNamesake: (offset) => {
      const at = sentence.start + offset
      const name = persons.find(({ start, end }) => start <= at && at < end)
      return name !== undefined && isOther(name.name)
    },
  })
}

function memoized<K, V>(of: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>()
  return (key) => {
    if (!known.has(key)) known.set(key, of(key))
    return known.get(key)!
  }
}
