/** Regular expressions that the checks would find, and why each does no harm. */

export interface Exception {
  readonly files: RegExp
  /** The expressions of the files that are meant; all, if it is left out. */
  readonly pattern?: RegExp
  readonly why: string
}

/** Their time grows faster than the text, which is short. */
export const SHORT_TEXTS: readonly Exception[] = [
  {
    files: /^src\/language\/en\/(?:questions\/(?:phrasings|conversation|questions)|names\/leaders)\.ts$/,
    why: 'questions: at most 500 characters, with single spaces (`LONGEST_QUESTION`, `cleanQuery`)',
  },
  {
    files: /^src\/articles\/dating\/(?:date-line|outlet)\.ts$/,
    why: 'lines of at most 160 characters (`LONGEST` of both files)',
  },
]

/** What can read a text in very many ways. */
export const AMBIGUOUS: readonly Exception[] = [
  {
    files: /^src\/answers\/questions\/plain-words\.ts$/,
    pattern: /\[\?!\]\*$/,
    why: 'whatever the repetition reads first, the rest can read nothing: no other way is ever tried',
  },
]

/** Files that build expressions when they are used, and of what. */
export const LATE: Readonly<Record<string, string>> = {
  'src/answers/dialogue/slot-substitution.ts': 'of one word of letters, behind at most three words',
  'src/articles/drafts/dom.ts': 'of the name of an element',
  'src/articles/dating/date-line.ts': 'of the names of months and weekdays',
  'src/discord/gateway/mentions.ts': 'of the bot’s own id',
}
