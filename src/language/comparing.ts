/** What a number measures. */
export type Quantity =
  | 'people'
  | 'things'
  | 'money'
  | 'age'
  | 'duration'
  | 'rate'
  | 'volume'
  | 'length'
  | 'any'

/** A way to ask for a figure: what it measures, and the words that a sentence tells it with. */
export interface Measure {
  /** As members type it, in lower case; the longest that a topic holds is meant. One behind a plus is a thing as well. */
  readonly cues: readonly string[]
  readonly quantity: Quantity
  /** One of these stands near the figure; none are needed where it is empty. */
  readonly told: readonly string[]
  /** What is counted, where it is not people; the nouns that may stand behind the figure. */
  readonly nouns: readonly string[]
}

export interface ComparingData {
  readonly measures: readonly Measure[]
  /** Nouns for people, by whatever they are. Lower case. */
  readonly people: ReadonlySet<string>
  /** Nouns that a number of people may be given as: "113 deaths". */
  readonly asPeople: ReadonlySet<string>
  /** Nouns of each quantity that a unit tells. */
  readonly units: Readonly<Record<'duration' | 'volume' | 'length', ReadonlySet<string>>>
  /** Words that tell a figure of people or things by itself. */
  readonly totals: ReadonlySet<string>
  /** People who are often counted apart from the others. */
  readonly parts: ReadonlySet<string>
  /** Before a noun: only those are counted that came to the others. */
  readonly increments: ReadonlySet<string>
  /** Cues that ask for a figure of any kind of money. */
  readonly general: ReadonlySet<string>
  /** How a topic begins that asks for a figure of some kinds alone. */
  readonly asking: readonly (readonly [RegExp, ReadonlySet<Quantity>])[]
  /** That it is so much in a time: of a topic, and behind a figure. */
  readonly perTime: RegExp
  readonly moneyWords: ReadonlySet<string>
  /** Words of a topic that say nothing of what it is about. */
  readonly empty: ReadonlySet<string>
  /** Behind what is asked for they say no more than that figures are: "funding AMOUNTS". */
  readonly generic: ReadonlySet<string>
  /** Behind a share: it is one of a point, and no share of what is measured. */
  readonly pointShare: RegExp
  /** "How many cases", "number of hostages": the group `noun` is what is counted. */
  readonly counting: RegExp
  /** Small numbers as words. */
  readonly numbers: ReadonlyMap<string, number>
  /** Shares as words: "half", "a third". */
  readonly shares: ReadonlyMap<string, number>
  /** How old somebody is: its group `age`. Global. */
  readonly ages: RegExp
  /** What may stand between a name and an age behind it, and between an age and a name behind that. */
  readonly ageBehind: RegExp
  readonly ageBefore: RegExp
  /** Before a number: it is an age. */
  readonly aged: RegExp
  /** Behind a figure: where that is, in its group `place`. */
  readonly where: RegExp
}
