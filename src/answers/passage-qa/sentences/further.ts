import { isWithin, spanKey } from './agreement.js'
import type { RankedSentence } from './answerability.js'

/** Shorter words say little of whether two sentences tell the same. */
const TELLING_WORD = /[\p{L}\p{N}]{4,}/gu
const OF_SENTENCE = [
  'soft',
  'exact',
  'synonym',
  'softer',
  'lost',
  'worst',
  'edge',
  'fitting',
  'articleMiss',
  'support',
  'nameOwn',
  'nameLost',
  'least',
  'leastOwn',
  'predicate',
  'predicateMiss',
  'verbal',
  'unfilled',
  'furniture',
  'unended',
  'short',
  'conditional',
  'caption',
  'teaser',
  'otherDoer',
] as const
const OF_SPAN = ['fit', 'near', 'link', 'fills', 'scope', 'tie', 'unreal', 'unmet', 'noun'] as const

/** What tells whether a sentence below the best answers as well: by itself, and by whether it says the same as that. */
export function furtherFeatures(
  sentence: RankedSentence,
  best: RankedSentence,
  odds: number,
  kind: string,
): Record<string, number> {
  const { features } = sentence
  const own: Record<string, number> = {}
  for (const name of OF_SENTENCE) own[name] = features[name] ?? 0
  for (const name of OF_SPAN) own[name] = features[`${name}.${kind}`] ?? 0
  const told = spanKey(sentence.told)
  const first = spanKey(best.told)
  const same = Number(told !== null && told === first)
  const sure = Math.max(-3, Math.min(3, odds)) / 3
  return {
    ...own,
    [`is.${kind}`]: 1,
    [`fit.${kind}`]: own.fit!,
    [`scope.${kind}`]: own.scope!,
    [`tie.${kind}`]: own.tie!,
    [`same.${kind}`]: same,
    same,
    sameFit: same * own.fit!,
    sameOdds: same * sure,
    part: Number(told !== null && first !== null && told !== first && isWithin(told, first)),
    bare: Number(told === null),
    beside: Number(sentence.article === best.article),
    like: likeness(sentence.text, best.text),
    softBehind: own.soft! - (best.features.soft ?? 0),
    behind: Math.min(5, best.score - sentence.score) / 5,
    score: sentence.score / 10,
    odds: sure,
  }
}

/** The share of their longer words that two texts have in common. */
function likeness(a: string, b: string): number {
  const words = new Set(a.toLowerCase().match(TELLING_WORD))
  const others = new Set(b.toLowerCase().match(TELLING_WORD))
  const common = [...words].filter((word) => others.has(word)).length
  return common / (1 + words.size + others.size - common)
}
