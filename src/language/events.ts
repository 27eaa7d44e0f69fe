/** How a language tells what a date dates, and whether that has come to pass. All lower case. */
export interface EventData {
  /** Open a clause of their own where a finite verb follows ("after", "while", "if"). */
  readonly subordinators: ReadonlySet<string>
  /** Open a relative clause ("who", "which"). */
  readonly relatives: ReadonlySet<string>
  /** Tie one event to another that is told in a noun phrase ("ahead of", "followed by"); up to two words. */
  readonly connectors: ReadonlySet<string>
  /** Forms of "be", "have" and "do" that carry a clause. */
  readonly finiteAuxiliaries: ReadonlySet<string>
  /** Verbs that do nothing but report: a date beside one dates the saying. */
  readonly reporting: ReadonlySet<string>
  /** Every form of a verb that can introduce reported words; it reports where such words follow. */
  readonly speaking: ReadonlyMap<string, string>
  /** Participles that say when a thing before them is to be ("scheduled for"). */
  readonly scheduling: ReadonlySet<string>
  /** Behind a length of time, whether what it tells of came before the event beside it ("a day after …"). */
  readonly sides: ReadonlyMap<string, -1 | 1>
  /** Prepositions before a place. */
  readonly placePrepositions: ReadonlySet<string>
  /** Before "since" and a date, which then tells of no event of that date ("for the first time since May"). */
  readonly firstTime: ReadonlySet<string>
  /** Signs of what becomes of an event, in one to three words each. */
  readonly cues: StatusCues
  readonly labels: LabelData
  /** The classes of synonyms that tell of what changes the course of things: a death, a resignation, a verdict. */
  readonly weighty: ReadonlySet<string>
  /** Words that make a cue say the contrary ("not"). */
  readonly negations: ReadonlySet<string>
}

/** What is left out of an event's label, and what can't be. */
export interface LabelData {
  /** Words before a date without which what follows them has a hole ("their only meeting was in June"). */
  readonly holding: ReadonlySet<string>
  /** Prepositions that tie a date to the noun before it ("much of Friday"). */
  readonly tying: ReadonlySet<string>
  /** Relative pronouns that are always the subject of their clause, so that it can stand without them. */
  readonly subjects: ReadonlySet<string>
  readonly modals: ReadonlySet<string>
  /** What a label can't end with, besides prepositions of place. */
  readonly loose: ReadonlySet<string>
  readonly loosening: ReadonlySet<string>
  /** Open a clause that tells what a noun or verb before it is about ("concern that …"). */
  readonly completing: ReadonlySet<string>
  /** First words that stand for somebody or something told of before. */
  readonly pronouns: ReadonlySet<string>
}

export interface StatusCues {
  /** "called off", "was to have". */
  readonly cancelled: ReadonlySet<string>
  /** "postponed": off on the date it was moved from, on at the one it was moved to. */
  readonly moved: ReadonlySet<string>
  /** Before the date that something is moved to ("until"). */
  readonly movedTo: ReadonlySet<string>
  /** "could", "if". */
  readonly hypothetical: ReadonlySet<string>
  /** "will", "is scheduled to". */
  readonly planned: ReadonlySet<string>
  /** Told of afterwards, "would" is what was to come ("said it would"); otherwise it is open. */
  readonly conditional: ReadonlySet<string>
  /** "under way". */
  readonly happening: ReadonlySet<string>
  /** Not done, where it is negated ("will not take place"). */
  readonly occurring: ReadonlySet<string>
}

/** How a question about dates is worded. Lower case. */
export interface WhenData {
  /** What a question may open with, to be left out of its topic. */
  readonly openings: readonly RegExp[]
  /** How a question opens that asks from which day something is so, and up to which; the prepositions of such days. */
  readonly since: RegExp
  readonly until: RegExp
  readonly bounds: Readonly<Record<'since' | 'until', ReadonlySet<string>>>
  /** Verbs and words by which it asks for what is to come, or for what has been. */
  readonly future: ReadonlySet<string>
  readonly past: ReadonlySet<string>
  /** Of these, the words that are no part of the topic ("next meeting"). */
  readonly outsideTopic: ReadonlySet<string>
  /** Words of dates and times of day, in full and in short. */
  readonly calendar: ReadonlySet<string>
  /** What a question after a length of time opens with. */
  readonly howLong: RegExp
  /** Words of a question that add nothing ("actually"). */
  readonly fillers: ReadonlySet<string>
  /** What a question means that ends in such a word behind "is" ("is the report OUT"). */
  readonly particles: ReadonlyMap<string, string>
  /** What stands behind a verb and makes one meaning with it: "step DOWN". */
  readonly verbParticles: ReadonlySet<string>
  /** Stems of verbs that say nothing without their object ("get", "take"). */
  readonly lightVerbs: ReadonlySet<string>
  /** Stems of verbs that tell of the course of what the next verb tells ("START leaving"). */
  readonly aspect: ReadonlySet<string>
  /** Words before "to" and a verb that is to come ("MEANT to start"). */
  readonly meaning: ReadonlySet<string>
  /** The same with "to", in a question. */
  readonly plannedTo: RegExp
  /** The verb before an office that somebody comes into, and one that says no more than that. */
  readonly becoming: RegExp
  readonly takingOffice: string
  /** Stems of verbs that say no more than that it comes about: what does tells what is asked about. */
  readonly happening: ReadonlySet<string>
  /** Nouns that look like a form of a verb ("meeting"). */
  readonly nounsInIng: ReadonlySet<string>
  readonly auxiliaries: ReadonlySet<string>
  readonly pronouns: ReadonlySet<string>
  readonly determiners: ReadonlySet<string>
  /** Before a participle, to say that it was done to the subject ("got shot"). */
  readonly getting: ReadonlySet<string>
  /** Openings behind which the verb stands in its base form, and such with a participle. */
  readonly doing: RegExp
  readonly being: RegExp
  /** Forms of the past: regular by their ending, the others listed. */
  readonly pastForms: RegExp
  readonly irregularPast: ReadonlySet<string>
  /** What a page prints beside an article: no sentence that tells of something. */
  readonly furniture: RegExp
  /** Pronouns for things and groups. */
  readonly things: ReadonlySet<string>
  /** The year that a question is narrowed to. */
  readonly inYear: RegExp
  /** The opening of a question that only asks for what is to come. */
  readonly willBe: RegExp
  /** What a question ends in that says no more than that it came about. */
  readonly comingAbout: RegExp
  /** Verbs of saying, whose date is that of the report (stems). */
  readonly saying: ReadonlySet<string>
}

/** How a language writes what is counted. Lower case. */
export interface FigureData {
  /** What may stand before a number and belongs to it, in one to four words, and what it makes of the number. */
  readonly hedges: ReadonlyMap<string, Hedge>
  readonly multipliers: ReadonlyMap<string, number>
  /** Words between a number and what it counts that belong to neither ("or so"). */
  readonly afterNumber: readonly string[]
  /** Nouns that count the same things, each mapped to one of them. */
  readonly alike: ReadonlyMap<string, string>
}

/** Whether a number is a bound or a rough value. */
export type Hedge = 'over' | 'under' | 'about'
