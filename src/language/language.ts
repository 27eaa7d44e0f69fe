/**
 * Everything that differs from one language to the next, as data. A room reads its part of the table and
 * holds no word of any language itself; another language is another folder beside `en/`.
 */
export interface SentenceData {
  /** Words that end in a full stop without ending a sentence when a capital follows ("Mr", "Gen"). Lower case. */
  readonly titlesBeforeNames: ReadonlySet<string>
  /** Words that end in a full stop and may or may not end a sentence ("Inc", "Jan", "U.S"). Lower case. */
  readonly abbreviations: ReadonlySet<string>
  /** Words that, capitalised after an abbreviation, start a sentence ("The", "He"). Lower case. */
  readonly sentenceStarters: ReadonlySet<string>
}

/** How a page's own words around an article – prompts, notices, credits – can be told from the article. */
export interface BoilerplateData {
  /** The names of the months, January first, each in all its spellings. Lower case, without full stops. */
  readonly months: readonly (readonly string[])[]
  /** Words before the date of publication ("Published", "Last updated"). Lower case. */
  readonly publishedLabels: readonly string[]
  /** What a line of boilerplate is, whatever its punctuation: prompts, notices, buttons. Lower case. */
  readonly wholeLines: ReadonlySet<string>
  /** What a line of boilerplate begins with. */
  readonly openings: readonly RegExp[]
  /** What only boilerplate says, wherever in a short line. */
  readonly phrases: readonly RegExp[]
  /** Lines that only say who wrote, when, or where the page stands. */
  readonly stamps: readonly RegExp[]
  /** The items of a site's menu. Lower case. */
  readonly menu: ReadonlySet<string>
  /** Headings of lists of links. Lower case. */
  readonly linkHeadings: ReadonlySet<string>
  /** How other such headings begin. */
  readonly linkOpenings: readonly RegExp[]
  /** Invitations that stand below an article, in the words of the line alone. */
  readonly invitations: readonly RegExp[]
  /** Headings of the readers' comments, which end a page. Lower case. */
  readonly commentHeadings: ReadonlySet<string>
  /** Lines after which a caption stands. Lower case. */
  readonly captionLabels: ReadonlySet<string>
  /** Agencies and services that pictures are credited to. Lower case. */
  readonly agencies: ReadonlySet<string>
  /** Lines that are nothing but a picture's credit. */
  readonly creditLines: readonly RegExp[]
  /** How captions with a credit begin, and how they end. */
  readonly captionOpenings: readonly RegExp[]
  readonly captionEndings: readonly RegExp[]
  /** A line that introduces the author, when it stands at the end. */
  readonly biographies: readonly RegExp[]
}
