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
