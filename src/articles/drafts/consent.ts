import { boilerplate } from '../../language/en/text/boilerplate.js'
import { isConsent } from '../clean/clean.js'
import { type Document, type Element, linesBelow, type Node } from './dom.js'

/** What every such layer speaks of: looked for before an element is read closely. */
const SUBJECT = /\bcookies?\b|\bconsent\b|\bpersonal data\b|\bprivacy\b/i
/** Characters of a layer; more holds the article, too. */
const LARGEST = 20_000
/** The share of an element's text that asks for consent, for all of it to do so. */
const LEAST = 0.6
/** Elements that are looked at: layers stand high up in a page. */
const MOST = 2_000

/**
 * Takes the layers that ask for consent to cookies out of a page, whatever their maker calls them: an element most
 * of whose text does so. An article on cookies is longer than what it quotes of them.
 */
export function removeConsentLayers({ body }: Document): void {
  const queue: Node[] = [body]
  for (let looked = 0; looked < queue.length && looked < MOST; looked++) {
    const parent = queue[looked]!
    let next = parent.firstChild
    while (next) {
      const node = next
      next = node.nextSibling
      if (node.nodeType !== ELEMENT || !SUBJECT.test(node.textContent ?? '')) continue
      if (isLayer(node)) (node as Element).remove()
      else queue.push(node)
    }
  }
}

const ELEMENT = 1

function isLayer(node: Node): boolean {
  if ((node.textContent ?? '').length > LARGEST) return false
  const lines = linesBelow(node)
  const asks = isConsent(lines, boilerplate)
  const length = (some: readonly string[]) => some.reduce((sum, line) => sum + line.trim().length, 0)
  const all = length(lines)
  return all > 0 && length(lines.filter((_, i) => asks[i])) >= LEAST * all
}
