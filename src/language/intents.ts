/**
 * A way to put a question in plain words, and one that it stands for: the example must be understood by this very row.
 *
 * - `word` as it is typed, in lower case; `(a|b c)` one of several; `[a|b c]` perhaps one of them; `[a|b]*` any number
 * - `<say>` a class of words
 * - `{rest}` one or more words that fill the command's main option, `{speaker}`, `{topic}`, `{outlet}`, `{verb}` another
 *   one; `{rest:4}` at most four; `{any}` fills nothing; `{"rest"}` what stands in quotation marks; `{when}` a stretch of
 *   time ("from May to June"), `{time}` one that fills nothing
 *
 * "What's" and "Meer's" are two words each. The row of which most words are given literally is meant; of several the
 * first.
 */
export interface Intent {
  readonly command: string
  readonly template: string
  readonly example: string
}

export interface IntentData {
  readonly intents: readonly Intent[]
  /** Alternatives by the name of their class, as they would stand between brackets. */
  readonly classes: Readonly<Record<string, string>>
  /** A slot of that name does not begin with these words. */
  readonly notFirst: Readonly<Record<string, ReadonlySet<string>>>
  /** Slots that hold a number in figures. */
  readonly numbers: ReadonlySet<string>
  /** And holds none of these. */
  readonly notInside: Readonly<Record<string, ReadonlySet<string>>>
  /** A stretch of time, the whole of a text: its groups are `from` and `to`, `starting`, `ending` or `during`. */
  readonly stretch: RegExp
}
