import type { Element, Node } from './dom.js'

const TAGS = new Set(['nav', 'aside', 'footer', 'form', 'select', 'button'])

/** What parts of pages that stand beside an article are called. */
const NAMES =
  /(?:^|[\s_-])(?:related|recirc\w*|comments?|disqus|teasers?|sidebar|promo\w*|recommend\w*|trending|most-?(?:read|popular|viewed)|popular|latest|newsletter|read-?(?:more|next)|outbrain|taboola|breadcrumbs?|menu|more-(?:from|on|stories))(?:$|[\s_-])/i

/** Whether an element stands beside the article: menus, links to others, teasers, readers' comments. */
export function isBeside(node: Node): boolean {
  if (TAGS.has(node.localName ?? '')) return true
  const element = node as Element
  if (typeof element.getAttribute !== 'function') return false
  return NAMES.test(`${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`)
}

/** Whether an element, or one that it stands in, stands beside the article. */
export function standsBeside(node: Node): boolean {
  for (let at: Node | null = node; at !== null && at.localName !== 'body'; at = at.parentNode) {
    if (at.localName !== undefined && isBeside(at)) return true
  }
  return false
}
