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
  /** Asks whether what stands beside it is true ("is this true?", "fact check"). */
  readonly checks: RegExp
  /** Who told a claim and where, which is no part of it ("i read that …"). */
  readonly hearsay: RegExp
  /** How a question opens of which another may hang. */
  readonly opensQuestion: RegExp
  /** What joins another question to one ("who won, AND when is the next?"). */
  readonly another: RegExp
  /** Words that only ask, with what they ask about still to come ("when" in "when and where are the talks"). */
  readonly onlyAsks: RegExp
  /** The words that ask at the head of a question. */
  readonly asksFirst: RegExp
  /** An empty word at the end of a topic ("the Geneva thing"). */
  readonly hollow: RegExp
  /** Who gave an order is asked for, not whose words these are: "who told the crew to leave". */
  readonly ordered: RegExp
  /** What stands where somebody's name would and names nobody. */
  readonly nobody: RegExp
  /** A verb that is left over at the end of a topic ("when the talks are"). */
  readonly loose: RegExp
}
