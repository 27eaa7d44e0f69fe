/** How people lean on what was said before. Patterns are tried on a whole message without its lead. */
export interface ConversationData {
  /** What takes up the thread ("and", "what about"). */
  readonly leads: RegExp
  /** How a question of its own begins. */
  readonly asks: RegExp
  /** Asks who said what was just read. */
  readonly sameWords: RegExp
  /** Asks for more of the same. */
  readonly more: RegExp
  /** Asks for what follows in a long answer. */
  readonly furtherOn: RegExp
  /** Asks when that was. */
  readonly time: RegExp
  /** A word that asks and nothing more ("how many?"). */
  readonly bare: RegExp
  /** A question that leaves out what it is about ("who took part?"). */
  readonly elliptical: RegExp
  /** Pronouns for people; those that own; for a place; for what was spoken of. Lower case. */
  readonly person: ReadonlySet<string>
  readonly possessive: ReadonlySet<string>
  /** Those that do something, and those to whom it is done: "what did he tell her" speaks of two people. */
  readonly subjects: ReadonlySet<string>
  readonly objects: ReadonlySet<string>
  readonly there: ReadonlySet<string>
  readonly topic: ReadonlySet<string>
  /** Before these, "that" stands for something rather than beginning a clause. */
  readonly afterPronoun: ReadonlySet<string>
  readonly prepositions: ReadonlySet<string>
  /** Prepositions before places. */
  readonly placing: ReadonlySet<string>
  /** Prepositions that name what was spoken of. */
  readonly order: ReadonlySet<string>
  readonly aboutWords: ReadonlySet<string>
  /** What narrows the last question rather than changing it ("in December"). */
  readonly added: RegExp
  /** Asks who somebody is who is named. */
  readonly identity: RegExp
  readonly asksWho: RegExp
  /** Asks of somebody that they do something. */
  readonly acting: RegExp
  /** Asks for a number of people or things. */
  readonly counting: RegExp
  /** Asks how many of some did something; `those`: of whom. */
  readonly ofThose: RegExp
  /** Asks for a property of something; `those`: of what. */
  readonly ofWhat: RegExp
  /** Asks who holds an office. */
  readonly holding: RegExp
  /** Asks how long or how much: a span or a sum, that is no count. */
  readonly amounts: RegExp
  /** What stands at the end of a question in place of what it leaves out ("how many were there"). */
  readonly dummies: RegExp
  /** At the beginning of a phrase. */
  readonly article: RegExp
  /** What may stand between somebody and what they speak of ("berg *on the* dam"), and an article. */
  readonly topicLink: RegExp
  /** An expression of time. */
  readonly dated: RegExp
  /** The words of a question before what it is about. */
  readonly asked: RegExp
  /** The noun that is counted or chosen ("how many troops"): its group `noun`. */
  readonly counted: RegExp
  /** A verb at the end of a question that says nothing about its topic ("how long did the call last"). */
  readonly trailing: RegExp
  readonly else: RegExp
  /** Words that ask nothing: thanks, praise, a laugh. Global. */
  readonly smallTalk: RegExp
  /** What is often mistyped, and what is meant. Lower case. */
  readonly mistyped: ReadonlyMap<string, string>
  /** "Who's the mayor": group 1 is the word that asks. */
  readonly contracted: RegExp
  /** Asks who did what the last question asks of somebody ("who did?"). */
  readonly whoElse: RegExp
  /** Asks for the number of something that belongs to what was spoken of ("how many members?"). */
  readonly countOf: RegExp
  /** A question that asks what something or somebody is. */
  readonly defining: RegExp
  /** What takes back what was understood ("no, I meant"), to be left out; "not this but that": its group is that. */
  readonly corrections: RegExp
  readonly notThis: RegExp
  /** Asks whether, or from where, that is known. */
  readonly doubts: RegExp
  /** Says that an answer is wrong, without telling what would be right. */
  readonly complaints: RegExp
  /** A word that asks, by itself. */
  readonly wordAlone: RegExp
  /** Says what would be right: "no, it was in Vienna". */
  readonly itWas: RegExp
  /** Asks of an “it” and names nothing that it could be: "where did it hit?" */
  readonly ofIt: RegExp
  /** Narrows to one outlet: its group `outlet`. */
  readonly onlyFrom: RegExp
  /** Narrows to a part of what was asked: its group `that`. */
  readonly onlyThat: RegExp
  /** Asks what came before or after: its group `before` or `before2`, where it is that. */
  readonly stepping: RegExp
  /** Asks what else there was then: its group `unit` is `day`, `week`, `month` or `year`. */
  readonly thatTime: RegExp
  /** Another day: its group `date` (of the month), or `before` or `before2` for the day before. */
  readonly anotherDay: RegExp
  /** Words that ask for the place or the time of what was spoken of, under the word that asks for it. */
  readonly asides: ReadonlyMap<string, RegExp>
  /** What countries are called besides their names, and bodies that stand beside them. Lower case. */
  readonly countries: ReadonlySet<string>
  /** Another of the same kind ("the American one"): its group `which`. */
  readonly ones: RegExp
  /** Whose figure or account is asked for: its group `source`. */
  readonly according: RegExp
  /** The noun that a question ends with: its group `noun`. */
  readonly lastNoun: RegExp
  /** Those who give figures and accounts, by the last word of what they are called. */
  readonly officials: ReadonlySet<string>
  /** Asks whether somebody said what was just read: its group `who`. */
  readonly wasIt: RegExp
  /** A name and a topic, which may ask what that person said about it: its groups `who` and `what`. */
  readonly nameOn: RegExp
  /** Asks who somebody is who was just quoted. */
  readonly whoIs: RegExp
  /** What is asked for with an empty word behind it ("the Geneva stuff"): its group `what`. */
  readonly stuff: RegExp
  /** Asks whether others say the same. */
  readonly others: RegExp
  /** Asks for somebody else on what was spoken of: its group `who`. */
  readonly onTheSame: RegExp
  /** Stands before a surname. */
  /** The last words that an article opens. */
  readonly definite: RegExp
  /** A question of what is so now, or of something that belongs to an event. */
  readonly ofNow: RegExp
  /** What is asked to exist: "there any hostages". */
  readonly existing: RegExp
  /** A surname with a title before it. */
  readonly honorificName: RegExp
  /** What counts people alone: "how many", "how many people". */
  readonly ofPeople: RegExp
  readonly honorific: RegExp
  /** Asks who denied or confirmed it, or the like: its group `deed`. */
  readonly whoDid: RegExp
  /** Narrows to a time, or asks about another: its groups are those of a stretch, and `only`. */
  readonly stretch: RegExp
  /** Shorthand and what it stands for. Global. */
  readonly shorthand: readonly (readonly [RegExp, string])[]
  /** What a sentence tells of somebody by the way. Global. */
  readonly relative: RegExp
  /** A body that is called as people call themselves: group 1 comes before it, and it is written in capitals. */
  readonly bodyOrUs: RegExp
  /** Names what is asked for by its outlet alone: its group `outlet`. */
  readonly perhapsOutlet: RegExp
  /** Two that are named together. */
  readonly pair: RegExp
  /** "Did", "was", "will": stand before their subject where something is asked. Those of them that stand in for a verb. */
  readonly auxiliaries: ReadonlySet<string>
  readonly supports: ReadonlySet<string>
  /** Those that tell of what has happened. */
  readonly pastAuxiliaries: ReadonlySet<string>
  /** What they are of several people. */
  readonly plurals: ReadonlyMap<string, string>
  /** Auxiliaries at the beginning of a predicate. */
  readonly openingAuxiliaries: RegExp
  /** Open a phrase that a noun ends. */
  readonly determiners: ReadonlySet<string>
  /** Adjectives and particles that are said of something: "is the road OPEN". */
  readonly states: ReadonlySet<string>
  /** "Out" of "pulled out", at the beginning of what follows a verb. */
  readonly particles: RegExp
  /** "Now", "still": at either end of a topic. */
  readonly adverbsAround: RegExp
  /** Asks for the time, the place, the reason or the manner of something that is known. */
  readonly circumstance: RegExp
  /** Stand for somebody or something that was named before. */
  readonly pronouns: ReadonlySet<string>
  /** "Anyone", "people": nobody who was named. */
  readonly indefinite: ReadonlySet<string>
  /** Words that say little of what a question is about. */
  readonly light: ReadonlySet<string>
  /** Asks when the thing itself was, is or will be: "when did it begin". */
  readonly itself: RegExp
  /** Those whom a question counted before: "the people that died". */
  readonly countedPeople: RegExp
  /** Asks from when or to when something lasts. */
  readonly lasting: RegExp
  /** Asks when something was made, decided or the like. */
  readonly become: RegExp
  /** How a word that asks is put in full: "how so" is "how". */
  readonly fullAsking: ReadonlyMap<string, string>
  /** Who came before or after somebody: its groups are `order` and `who`. */
  readonly whoBefore: RegExp
  /** Asks for the name of somebody spoken of. */
  readonly whichName: RegExp
}
