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

export interface SearchData {
  /** Words that say nothing about a topic ("the", "of", "did"). Lower case, without apostrophes. */
  readonly stopWords: ReadonlySet<string>
  /** Written forms that mean the same thing ("U.S.", "United States"), each mapped to one term. Lower case. */
  readonly aliases: ReadonlyMap<string, string>
  stem(word: string): string
}

/** How a page's own words around an article – prompts, notices, credits – can be told from the article. */
export interface BoilerplateData {
  /** The names of the months, January first, each in all its spellings. Lower case, without full stops. */
  readonly months: readonly (readonly string[])[]
  /** Words before the date of publication ("Published", "Last updated"). Lower case. */
  readonly publishedLabels: readonly string[]
  /** Lines that are nothing but this, whatever the punctuation. Lower case. */
  readonly wholeLines: ReadonlySet<string>
  /** What a line of boilerplate begins with. Tested on the start of the line. */
  readonly openings: readonly RegExp[]
  /** What only boilerplate says, wherever in a line. */
  readonly phrases: readonly RegExp[]
  /** Headings after which an article is over. Lower case. */
  readonly endHeadings: ReadonlySet<string>
}
