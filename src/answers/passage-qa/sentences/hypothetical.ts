import { CONDITIONS, PROSPECTIVE } from '../../../language/en/text/syntax.js'
import { child, children, LABEL, type SentenceSyntax } from '../../../text/syntax/index.js'

/**
 * Whether a clause tells of what would be: under a condition ("IF convicted, he faces ten years"), or by a verb of
 * what may come to somebody ("he FACES ten years", "they SEEK $5 million").
 */
export function isHypothetical(syntax: SentenceSyntax, predicate: number): boolean {
  if (predicate < 0) return false
  // "If the wind rises, …": all that follows.
  if (CONDITIONS.has(syntax.words[0]!.toLowerCase())) return true
  if (PROSPECTIVE.has(syntax.words[predicate]!.toLowerCase())) return true
  return children(syntax, predicate).some((clause) => {
    if (syntax.label[clause] !== LABEL.advcl) return false
    const mark = child(syntax, clause, LABEL.mark)
    return mark >= 0 && CONDITIONS.has(syntax.words[mark]!.toLowerCase())
  })
}
