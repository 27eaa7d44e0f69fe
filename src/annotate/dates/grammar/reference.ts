import type { Found } from '../expression.js'
import { phraseAt } from '../phrases.js'
import type { Token } from '../tokens.js'
import type { Part } from './part.js'
import { one } from './part.js'
import type { Grammar } from './rule.js'

/** "now", "recently", "the near future". */
export function referenceAt(t: readonly Token[], at: number, { lexicon }: Grammar): Found<Part[]> | null {
  const phrase = phraseAt(lexicon.references, t, at)
  return phrase?.value ? one(t, { kind: 'reference', value: phrase.value }, at, phrase.next) : null
}
