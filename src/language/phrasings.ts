/** How questions are put in plain words. */
export interface PhrasingData {
  /** What is said before a question without belonging to it ("hey, can you tell me"). */
  readonly leads: readonly RegExp[]
  /** What is said after a question without belonging to it ("please"). */
  readonly tails: readonly RegExp[]
  /** A message that only greets. */
  readonly greetings: RegExp
  /** Asks for a time: its groups are `verb` and `rest`. */
  readonly when: RegExp
  /** An empty word at the end of a topic ("the Geneva thing"). */
  readonly hollow: RegExp
  /** Who gave an order is asked for, not whose words these are: "who told the crew to leave". */
  readonly ordered: RegExp
  /** What stands where somebody's name would and names nobody. */
  readonly nobody: RegExp
  /** A verb that is left over at the end of a topic ("when the talks are"). */
  readonly loose: RegExp
}
