import { foldForPhrases } from '../../text/terms.js'
import type { Suggestion } from '../contract/archive.js'

/**
 * The suggestions of several layers in turn, the best of each first, each once.
 * @param nameOf the spelling that stands for all of what is suggested
 */
export function mergeSuggestions(
  layers: readonly (readonly Suggestion[])[],
  limit: number,
  nameOf: (value: string) => string,
): readonly Suggestion[] {
  if (layers.length === 1) return layers[0]!
  const merged = new Map<string, Suggestion>()
  const longest = Math.max(0, ...layers.map(({ length }) => length))
  for (let place = 0; place < longest; place++) {
    for (const suggestions of layers) {
      const suggestion = suggestions[place]
      if (!suggestion) continue
      const key = foldForPhrases(nameOf(suggestion.value))
      if (!merged.has(key)) merged.set(key, suggestion)
    }
  }
  return [...merged.values()].slice(0, limit)
}
