/** Which of somebody's statements are on a topic, though they may name it in other words or leave it to the sentence around them. */
import type { Archive, PassageHit, Scope, UtteranceHit } from '../../../archive/contract/archive.js'
import { groupBy } from '../../../lib/group-by.js'
import { type TextWord, wordsOf } from '../../passage-qa/question/lexicon.js'
import { senseAt, type Wording } from './topic-words.js'

/** A word or phrase of the topic, with what says the same. */
interface Subject {
  readonly term: string
  readonly wordings: readonly Wording[]
}

/**
 * What a word of the topic counts where it does not stand in what was said: in its sentence, its paragraph, the
 * headline. A headline alone does not make a statement one on the topic.
 */
const IN_SENTENCE = 0.95
const IN_PARAGRAPH = 0.85
const IN_TITLE = 0.5
/** The share of the topic's weight that makes a statement one on the topic. */
const LEAST_SHARE = 0.65
/** The same as a share of what the nearest one has: where some statement names the topic, the others have to. */
const LEAST_OF_BEST = 0.9
/** How many paragraphs on the topic are looked at. */
const MOST_PARAGRAPHS = 300

/** Those of somebody's statements that are on a topic, the nearest to it first. */
export async function onTopic(
  topic: string,
  hits: readonly UtteranceHit[],
  archive: Archive,
  scope: Scope,
): Promise<UtteranceHit[]> {
  const subjects = subjectsOf(topic)
  if (subjects.length === 0 || hits.length === 0) return []
  const among = [...new Set(hits.flatMap(({ wordings }) => wordings.map(({ article }) => article.id)))]
  const terms = subjects.map(({ term, wordings }) => ({
    term,
    synonyms: Object.fromEntries(
      wordings.flatMap(({ terms: [only, more], strength }) =>
        only !== undefined && more === undefined && only !== term ? [[only, strength]] : [],
      ),
    ),
  }))
  const { hits: paragraphs, weights } = await archive.passages(
    { words: topic, terms, among, limit: MOST_PARAGRAPHS },
    scope,
  )
  const byArticle = groupBy(paragraphs, ({ article }) => article.id)
  const total = subjects.reduce((sum, { term }) => sum + (weights[term] ?? 0), 0)
  const shareOf = (hit: UtteranceHit) =>
    Math.max(
      ...hit.wordings.map(({ article, said, context }) => {
        const paragraph = byArticle.get(article.id)?.find(({ passage }) => holds(passage, context))
        const own = wordsOf(said.text)
        const sentence = wordsOf(context.text)
        const around = paragraph ? wordsOf(textOf(paragraph)) : []
        const title = wordsOf(article.title)
        const worth = subjects.reduce((sum, { term, wordings }) => {
          const found = Math.max(
            told(wordings, own),
            IN_SENTENCE * told(wordings, sentence),
            IN_PARAGRAPH * told(wordings, around),
            IN_TITLE * told(wordings, title),
          )
          return sum + found * (weights[term] ?? 0)
        }, 0)
        return total > 0 ? worth / total : 0
      }),
    )
  const shared = hits.map((hit) => ({ hit, share: shareOf(hit) })).sort((a, b) => b.share - a.share)
  const least = Math.max(LEAST_SHARE, LEAST_OF_BEST * (shared[0]?.share ?? 0))
  return shared.filter(({ share }) => share >= least).map(({ hit }) => hit)
}

const holds = (
  passage: { readonly start: number; readonly end: number },
  context: { readonly start: number },
) => passage.start <= context.start && context.start < passage.end

const textOf = ({ passage, around }: PassageHit) => `${around.before} ${passage.text}`

/** The words of a topic that tell what it is, each with what says the same. */
function subjectsOf(topic: string): Subject[] {
  const words = wordsOf(topic)
  const subjects: Subject[] = []
  for (let at = 0; at < words.length; ) {
    if (words[at]!.stop) {
      at++
      continue
    }
    const { length, wordings } = senseAt(words, at)
    subjects.push({ term: words[at]!.term, wordings })
    at += length
  }
  return subjects
}

/** How well words say what some wording says, 0 to 1. */
function told(wordings: readonly Wording[], words: readonly TextWord[]): number {
  let best = 0
  for (let at = 0; at < words.length; at++) {
    for (const { terms, strength } of wordings) {
      if (strength > best && terms.every((term, i) => words[at + i]?.term === term)) best = strength
    }
  }
  return best
}
