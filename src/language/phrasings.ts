/** A way to put a question in plain words. */
export interface Phrasing {
  /** Its groups are the command's options; `rest` is the main one. */
  readonly pattern: RegExp
  /** A rule for a command that there is not is passed over. */
  readonly command: string
  /** Of the main option, what stands in quotation marks is meant, if anything does. */
  readonly quoted?: boolean
}

/** How questions are put in plain words. */
export interface PhrasingData {
  /** What is said before a question without belonging to it ("hey, can you tell me"). */
  readonly leads: readonly RegExp[]
  /** What is said after a question without belonging to it ("please"). */
  readonly tails: readonly RegExp[]
  /** A message that only greets. */
  readonly greetings: RegExp
  /** The first that fits decides. */
  readonly rules: readonly Phrasing[]
  /** An empty word at the end of a topic ("the Geneva thing"). */
  readonly hollow: RegExp
  /** A verb that is left over at the end of a topic ("when the talks are"). */
  readonly loose: RegExp
}
