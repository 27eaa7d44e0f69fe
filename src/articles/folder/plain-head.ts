import type { DateLineData } from '../../language/date-lines.js'
import type { BoilerplateData } from '../../language/language.js'
import { factsOf } from '../clean/line-facts.js'
import { dateLinesIn } from '../dating/date-line.js'
import { isOutlet } from '../dating/outlet.js'
import type { Span } from '../model/article.js'

/** What stands above the text of an article that has no front matter. */
export interface PlainHead {
  /** The line of the headline, by index. */
  readonly title: number
  /** The name of the outlet above it, where it stands alone there. */
  readonly masthead: string | null
}

/** Lines above the headline: the outlet's name, the date, items of a menu. */
const MOST_ABOVE = 8

/**
 * Where the headline of a text is: its first line, but for what a page prints above one. A sentence is none, so
 * that what only looks like a menu above a text ("War") is its headline all the same.
 */
export function plainHead(
  text: string,
  lines: readonly Span[],
  boilerplate: BoilerplateData,
  data: DateLineData,
): PlainHead {
  let masthead: string | null = null
  for (const [i, { start, end }] of lines.slice(0, MOST_ABOVE + 1).entries()) {
    const line = text.slice(start, Math.min(end, start + 300))
    const facts = factsOf(line, boilerplate)
    const name = isOutlet(line, data)
    const above = name || facts.menu || facts.notice || dateLinesIn(line, data).length > 0
    if (!above) return facts.prose && i > 0 ? { title: 0, masthead: null } : { title: i, masthead }
    if (name) masthead = line
  }
  return { title: 0, masthead: null }
}
