/**
 * Everything that differs from one language to the next, as data. A room reads its part of the table and
 * holds no word of any language itself; another language is another folder beside `en/`.
 */
export interface SentenceData {
  /** Words that end in a full stop without ending a sentence when a capital follows ("Mr", "Gen"). Lower case. */
  readonly titlesBeforeNames: ReadonlySet<string>
  /** Words that end in a full stop and may or may not end a sentence ("Inc", "Jan", "U.S"). Lower case. */
  readonly abbreviations: ReadonlySet<string>
  /** Words that end no sentence where figures follow ("May. 9"). Lower case. */
  readonly beforeFigures: ReadonlySet<string>
  /** Words that, capitalised after an abbreviation, start a sentence ("The", "He"). Lower case. */
  readonly sentenceStarters: ReadonlySet<string>
}

export interface SearchData {
  /** Words that say nothing about a topic ("the", "of", "did"). Lower case, without apostrophes. */
  readonly stopWords: ReadonlySet<string>
  /** Written forms that mean the same thing ("U.S.", "United States"), each mapped to one term. Lower case. */
  readonly aliases: ReadonlyMap<string, string>
  /** A verb and its particle or object that mean one thing ("turn down"), to a word for it; to none if it is empty. */
  readonly phrasalVerbs: ReadonlyMap<string, string>
  /** Words that deny what they stand with. Lower case, without apostrophes. */
  readonly negations: ReadonlySet<string>
  /** Words that a clause of its own may start with. */
  readonly clauseStarters: ReadonlySet<string>
  /** Words of the grammar that one wording has and another has not: articles, pronouns, auxiliaries. */
  readonly fillers: ReadonlySet<string>
  /** Verbs that are easily remembered for one another. Base forms. */
  readonly weak: ReadonlySet<string>
  /** A small number in any of its forms ("three", "iii", "3") to all of them. */
  readonly numerals: ReadonlyMap<string, readonly string[]>
  /** Verbs that say little of a topic ("begin"). Base forms, lower case. */
  readonly light: ReadonlySet<string>
  /** A verb that says no more than that something is, or is called so; tested from the verb on. */
  readonly existing: RegExp
  /** What stands before a noun ("the"), behind which no word is a verb. */
  readonly nounAhead: RegExp
  /** Ends with the word that asks for a measure ("how"), behind which the measure stands. */
  readonly measuring: RegExp
  /** Groups of words that may stand for one another. Base forms, lower case. */
  readonly related: readonly (readonly string[])[]
  stem(word: string): string
}

/** How a page's own words around an article – prompts, notices, credits – can be told from the article. */
export interface ConsentData {
  /** Subjects of such layers: a line of one has at least two. */
  readonly cues: readonly RegExp[]
  /** What stands in every line that has any of them. */
  readonly any: RegExp
  /** Others that they speak of besides. */
  readonly asides: readonly RegExp[]
  /** How a site speaks to its visitors, and what only a report of that has. */
  readonly speaking: RegExp
  readonly reported: RegExp
  /** What buttons and headings of such a layer say, in the words of the line alone. */
  readonly label: RegExp
}

export interface BoilerplateData {
  /** The names of the months, January first, each in all its spellings. Lower case, without full stops. */
  readonly months: readonly (readonly string[])[]
  /** What a line of boilerplate is, whatever its punctuation: prompts, notices, buttons. Lower case. */
  readonly wholeLines: ReadonlySet<string>
  /** What a line of boilerplate begins with. */
  readonly openings: readonly RegExp[]
  /** What only boilerplate says, wherever in a short line. */
  readonly phrases: readonly RegExp[]
  /** Lines that only say who wrote, when, or where the page stands. */
  readonly stamps: readonly RegExp[]
  /** The items of a site's menu. Lower case. */
  readonly menu: ReadonlySet<string>
  /** Headings of lists of links. Lower case. */
  readonly linkHeadings: ReadonlySet<string>
  /** How other such headings begin. */
  readonly linkOpenings: readonly RegExp[]
  /** Invitations that stand below an article, in the words of the line alone. */
  readonly invitations: readonly RegExp[]
  /** Headings above who the author is. Lower case. */
  readonly authorHeadings: ReadonlySet<string>
  /** Headings of the readers' comments, which end a page. Lower case. */
  readonly commentHeadings: ReadonlySet<string>
  /** What ends in how long ago it was put on a site. */
  readonly ago: RegExp
  /** A date line without a space before the sentence it is glued to; a credit behind the full stop of one. */
  readonly gluedStamp: RegExp
  readonly gluedCredit: RegExp
  /** A heading that counts comments, in the words of the line alone; and what stands beside a comment. */
  readonly commentCounts: RegExp
  readonly commentMarks: RegExp
  /** Layers that ask for consent to cookies and the like, by their words. */
  readonly consent: ConsentData
  /** Lines after which a caption stands. Lower case. */
  readonly captionLabels: ReadonlySet<string>
  /** Agencies and services that pictures are credited to. Lower case. */
  readonly agencies: ReadonlySet<string>
  /** Lines that are nothing but a picture's credit. */
  readonly creditLines: readonly RegExp[]
  /** How captions with a credit begin, and how they end. */
  readonly captionOpenings: readonly RegExp[]
  readonly captionEndings: readonly RegExp[]
  /** A line that introduces the author, when it stands at the end. */
  readonly biographies: readonly RegExp[]
}

/**
 * What kind of thing answers a question. `thing` is anything a noun names ("which ship"); `other` is what no span
 * answers, such as yes or no.
 */
export type AnswerType =
  | 'date'
  | 'duration'
  | 'number'
  | 'money'
  | 'percentage'
  | 'person'
  | 'organisation'
  | 'place'
  | 'quotation'
  | 'reason'
  | 'thing'
  | 'other'

export interface QuestionData {
  /** Patterns of a question from the word that asks, the first that fits decides. Tested in lower case. */
  readonly types: readonly (readonly [RegExp, AnswerType])[]
  /** Verbs that say something right behind "who" alone. */
  readonly tellingVerbs: ReadonlySet<string>
  readonly ordinals: ReadonlySet<string>
  /** What a topic alone asks for, by how it begins: "death toll Norland". */
  readonly topics: readonly (readonly [RegExp, AnswerType])[]
  /** What is asked for by the noun behind the word that asks, or the one that "what is the …" asks to define. */
  readonly answerNouns: readonly (readonly [AnswerType, ReadonlySet<string>])[]
  /** Words that ask which of a kind: the noun behind them tells the kind. Lower case. */
  readonly defining: ReadonlySet<string>
  /** Words that ask who or what bears a name. */
  readonly identifying: ReadonlySet<string>
  /** Verbs by which a question asks what something is ("what is the …"). */
  readonly copulas: ReadonlySet<string>
  /** Words that begin a noun phrase ("the"). */
  readonly determiners: ReadonlySet<string>
  /** Words that end one ("the river OF"). */
  readonly phraseEnds: ReadonlySet<string>
  /** Prepositions that a question may strand, or lead with: "what did they agree on?" */
  readonly prepositions: ReadonlySet<string>
  /** Adjectives that ask for a measure ("how old"), with the words that stand beside its figure. */
  readonly measures: ReadonlyMap<string, ReadonlySet<string>>
  /** Words that ask wherever they stand ("in which year"); what they ask for follows. Lower case. */
  readonly questionWords: ReadonlySet<string>
  /** Words that ask, but inside a question that another word asks only join clauses ("when"). Lower case. */
  readonly placeOrTime: ReadonlySet<string>
  /** Nouns that leave open what is asked for: "what kind of ship" asks for a ship. Lower case. */
  readonly genericNouns: ReadonlySet<string>
  /** Those of them that ask for a kind, not for one of the kind. */
  readonly sortNouns: ReadonlySet<string>
  /** Verbs that help another: behind the word that asks they tell that an object is asked for. Lower case. */
  readonly auxiliaries: ReadonlySet<string>
  /** What is cut short behind a word that asks ("who'S"), with the verb that it stands for. */
  readonly contractions: ReadonlyMap<string, string>
  /** Adjectives of measure whose noun stands beside the answer: "how fast", "speed". */
  readonly tellingMeasures: ReadonlySet<string>
  /** What says nothing of the topic in a question: "right now", "altogether". */
  readonly fillers: RegExp
  /** What asks for what has happened. */
  readonly past: RegExp
  /** A question as print has it. */
  readonly careful: RegExp
  /** What asks how things stand now. */
  readonly current: RegExp
  /** Classes of roles that are of bodies and peoples, not of one person. */
  readonly bodies: ReadonlySet<string>
  /** Words written without their apostrophe ("whos"), with it. Lower case. */
  readonly unmarked: ReadonlyMap<string, string>
  /** Titles of people that mostly go before other nouns ("what MAJOR city"). */
  readonly ranks: ReadonlySet<string>
  /** A question for whoever is something; its group `office` is what. */
  /** A question who somebody is, by name. */
  readonly asksPerson: RegExp
  /** Titles that tell nobody who somebody is. */
  readonly saysNothing: ReadonlySet<string>
  readonly asksOffice: RegExp
  /** Questions for a name, and for what somebody does. */
  readonly asksName: RegExp
  readonly asksAct: RegExp
  /** Verbs that ask at the head of a question ("NAME a ship"). */
  readonly nobody: ReadonlySet<string>
  readonly commands: ReadonlySet<string>
  /** What says that something is not so. */
  readonly denials: RegExp
  /** The same, and what says that somebody says so. */
  readonly disavowals: RegExp
  /** Words that deny something, or say that it has ended or has not come about: words, or two of them. Lower case. */
  readonly refuting: ReadonlySet<string>
  /** What begins a clause about the noun before it. */
  readonly relatives: RegExp
  /** What the end of a duration begins with. */
  readonly limits: ReadonlySet<string>
  readonly meansCues: ReadonlySet<string>
  /** Numbers in words, and what multiplies a number ("million"). */
  readonly numberWords: ReadonlySet<string>
  /** A number that before "of" is none. */
  readonly pronoun: string
  /** Numbers that are counted themselves: "thousands". */
  readonly multiples: ReadonlySet<string>
  /** Abbreviated multiples, written behind a number with or without a space: "$1.9 bn". */
  readonly scales: ReadonlySet<string>
  /** What counts them roughly: "several" of "several thousand". */
  readonly quantifiers: ReadonlySet<string>
  /** What may stand behind a number and belongs to it ("percent", "km"). */
  readonly unitWords: ReadonlySet<string>
  /** Currencies, as words behind a number. */
  readonly currencies: ReadonlySet<string>
  /** Words that stand before an answer of a type ("in" before a place). Lower case. */
  readonly introductions: Readonly<Partial<Record<AnswerType, ReadonlySet<string>>>>
  /** Words that point to what was said before ("this", "they"). Lower case. */
  readonly backReferences: ReadonlySet<string>
}

/** What tells names from other capitalised words, and people from bodies and places. All lower case. */
export interface NameData {
  /** Stand before a surname and are no office ("Mr"). */
  readonly honorifics: ReadonlySet<string>
  /** First names of women and men alike. */
  readonly unisex: ReadonlySet<string>
  /** Words of offices and callings that may stand, capitalised, before a name. */
  readonly titles: ReadonlySet<string>
  /** Nouns that name a person by office, calling or tie ("adviser"), alone or as the last word of a role. */
  readonly headTitles: ReadonlySet<string>
  /** A name that holds one of these is an organisation's ("Council"). */
  readonly organisationWords: ReadonlySet<string>
  readonly organisations: ReadonlySet<string>
  /** A name that ends in one of these is a place's ("County"). */
  readonly placeWords: ReadonlySet<string>
  readonly places: ReadonlySet<string>
  /** The adjective of a country to the country. */
  readonly demonyms: ReadonlyMap<string, string>
  /** A seat of government, or another name of a country, to the country. */
  readonly capitals: ReadonlyMap<string, string>
  /** Capitalised words for members of a group; no names of anybody. */
  readonly groups: ReadonlySet<string>
  readonly calendar: ReadonlySet<string>
  /** Words in the middle of a person's name that are not capitalised ("van"). */
  readonly particles: ReadonlySet<string>
  /** What follows the hyphen of a word that only tells more of a name: "-based". */
  readonly modifiers: ReadonlySet<string>
  /** News agencies whose initials stand under pictures, and the zones that times are given in. */
  readonly agencies: ReadonlySet<string>
  /** What stands in small letters before a hyphen or an apostrophe within a name: "al-", "d'". */
  readonly prefixes: ReadonlySet<string>
  /** Words that may stand between two capitalised words of one name ("of"). */
  readonly joiners: ReadonlySet<string>
  readonly suffixes: ReadonlySet<string>
  readonly masculine: ReadonlySet<string>
  readonly feminine: ReadonlySet<string>
}

/**
 * Word classes, one letter each. Nouns: N singular, S plural, P proper. Verbs: V base or plain present, Z with -s,
 * D past, E past participle, G -ing form, M modal, B be, have and do. J adjective, R adverb, T determiner,
 * O possessive, H pronoun, I preposition or subordinator, C conjunction, t "to", W question word, # number.
 */
export type WordClass =
  | 'N'
  | 'S'
  | 'P'
  | 'V'
  | 'Z'
  | 'D'
  | 'E'
  | 'G'
  | 'M'
  | 'B'
  | 'J'
  | 'R'
  | 'T'
  | 'O'
  | 'H'
  | 'I'
  | 'C'
  | 't'
  | 'W'
  | '#'

/** How a language attributes words to their speaker. All lower case. */
export interface SpeechData {
  /** Every form of a verb that introduces or follows reported words, to the verb itself. */
  readonly speechVerbs: ReadonlyMap<string, string>
  /** Words that report by their grammar wherever a clause with "that" follows; as cue words. */
  readonly reporting: ReadonlySet<string>
  /** Verbs by which one passes on what another says ("quoted him as saying"); as cue words. */
  readonly quoting: ReadonlySet<string>
  /** Conjunctions that put a clause before the main one ("As the talks began, …"). */
  readonly subordinators: ReadonlySet<string>
  /** Conjunctions with which the reporter sets something of their own against what was said. */
  readonly asides: ReadonlySet<string>
  /** The adverb that stands where a subject would ("there is doubt"). */
  readonly expletive: string
  /** Verbs without a meaning of their own by which the tense of a clause is told. */
  readonly presentHelpers: ReadonlySet<string>
  readonly pastHelpers: ReadonlySet<string>
  /** Participles of those verbs ("was quoted as saying"). */
  readonly quoted: ReadonlySet<string>
  /** The word that begins "according to". */
  readonly according: string
  /** The preposition of whoever got hold of what is told, and the participles of having got it. */
  readonly by: string
  readonly of: string
  readonly obtained: ReadonlySet<string>
  /** The denial of a verb that follows, with its helper. */
  readonly denial: RegExp
  /** Verbs of what somebody knows or comes to know: a fact, and no statement; plain forms. */
  readonly factive: ReadonlySet<string>
  /** What is announced and given without saying what it is ("the news"); what is called, and not said ("a meeting"). */
  readonly notices: RegExp
  readonly gatherings: RegExp
  /** What opens a clause that tells whose the main one is ("*as* Berg said, …"). */
  readonly comparing: ReadonlySet<string>
  /** Nouns that attribute nothing, with what stands before them. */
  readonly nominal: RegExp
  /** The denial of a noun ("made *no* mention"). */
  readonly none: RegExp
  /** What somebody who speaks is said to be of what they tell about ("*familiar* with the talks"). */
  readonly knowing: ReadonlySet<string>
  /** What lies ahead, up to its infinitive: "are due in court to". */
  readonly due: RegExp
  /** What stands before "say" where it is a noun. */
  readonly nouns: RegExp
  /** The start of a question, up to its verb. */
  readonly asking: RegExp
  /** Whole names of outlets, and the cues under which what they report stands. */
  readonly outlets: RegExp
  readonly relaying: RegExp
  /** What never stands before a clause with "that". */
  readonly prepositions: ReadonlySet<string>
  /** The cue word that a colon stands for in a headline ("Berg: talks will fail"). */
  readonly colon: string
  /** Words by which an outlet labels an article before a colon ("Live: …"). */
  readonly labels: ReadonlySet<string>
  /** Verbs by which one puts something to others ("set out “two paths”"); as cue words. */
  readonly conveying: ReadonlySet<string>
  /** Verbs that leave the saying to their noun or adjective ("make clear", "give a warning"); plain forms. */
  readonly lightVerbs: ReadonlySet<string>
  /** Verbs whose first object is who is told ("told reporters"); plain forms. */
  readonly listenerVerbs: ReadonlySet<string>
  /** Prepositions that begin what is no more than when and where somebody was told. */
  readonly adjuncts: ReadonlySet<string>
  /** Words that begin what is no clause and can't stand without its verb ("of a breakdown"). */
  readonly phraseOpeners: ReadonlySet<string>
  /** Prepositions by which a noun phrase belongs to the one before it: "a spokeswoman *for* the premier". */
  readonly belonging: ReadonlySet<string>
  /** Prepositions for where somebody is. */
  readonly whereabouts: ReadonlySet<string>
  /** Nouns that a clause with "that" follows as what their possessor says, and the verb of "as he put it". */
  readonly claims: ReadonlySet<string>
  /** The definite article. */
  readonly the: string
  /** The object of that verb. */
  readonly it: string
  /** How lines of the page begin that are no text of an article: two words. */
  readonly furniture: ReadonlySet<string>
  /** Words between the names of a list of listeners. */
  readonly links: readonly string[]
  /** Verbs that before an infinitive tell what others say of somebody ("said to be"). */
  readonly toldOf: ReadonlySet<string>
  /** What stands before the name of a storm: it says nothing. */
  readonly storms: ReadonlySet<string>
  /** The preposition of a day ("on Friday"). */
  readonly onDay: string
  /** What tells the day by itself. */
  readonly days: ReadonlySet<string>
  /** A verb of refusing. */
  readonly refusing: RegExp
  /** What somebody refuses or declines where they say nothing: "to comment". */
  readonly silent: RegExp
  /** Verbs of what goes on in a mind, whose marked words may be the writer's. */
  readonly mental: ReadonlySet<string>
  /** Verbs whose object may be a thing instead of what it says. */
  readonly publishing: ReadonlySet<string>
  /** The verb of a clause that tells what somebody is going to do. */
  readonly planned: RegExp
  /** What stands right before a verb that is denied. */
  readonly denied: RegExp
  /** What stands before a verb of something that is yet to be said, or might be. */
  readonly ahead: RegExp
  /** What stands before a verb in the infinitive. */
  /** Verbs whose object is not what is said, but its opposite. */
  readonly denying: RegExp
  /** Verbs of those who listen, and who they may be: what a court has heard, others have said. */
  readonly heard: RegExp
  readonly hearings: RegExp
  /** Verbs that are not of speech by themselves, but are where they stand beside words in marks ("hailed the “new day”"). */
  readonly voicing: ReadonlySet<string>
  readonly infinitive: RegExp
  /** Verbs of speech that as often tell of something else ("continue"). Base forms. */
  readonly ambiguous: ReadonlySet<string>
  /** What begins a clause about words that were said, which is not said in them. */
  readonly relative: RegExp
  /** Common nouns for people that speak ("officials", "critics"). */
  readonly people: ReadonlySet<string>
  /** Common nouns for bodies that speak ("administration"). */
  readonly bodies: ReadonlySet<string>
  /** Common nouns for texts and findings that are quoted as sources ("report", "poll"); singular. */
  readonly records: ReadonlySet<string>
  /** Nouns of time, which never speak. */
  readonly times: ReadonlySet<string>
}

/** What a word can mean in an expression of time. One word may mean several things ("second", "may"). */
export interface DateWord {
  /** 1 to 12. */
  readonly month?: number
  /** 1 (Monday) to 7. */
  readonly weekday?: number
  /** A month or weekday that is also another word ("may", "Sat"): needs a day, a year or a preposition beside it. */
  readonly shy?: boolean
  /** `S` second, `TM` minute, `H` hour, `D` day, `WE` weekend, `W` week, `M` month, `Q` quarter, `HY` half-year, `Y` year, `E` decade, `C` century, `L` millennium. */
  readonly unit?: TimeUnit
  /** How many of `unit` the word stands for, when not one ("fortnight" is two weeks). */
  readonly of?: number
  readonly plural?: boolean
  /** Number words up to ninety-nine. */
  readonly cardinal?: number
  /** "hundred", "thousand". */
  readonly multiplier?: number
  readonly ordinal?: number
  /** "several", "a few": a count that is not told. */
  readonly vague?: boolean
  /** Spring 1 to winter 4. */
  readonly season?: number
  /** `MO`, `AF`, `EV`, `NI`, `MI` …, TIMEX3's parts of a day. */
  readonly dayPart?: string
  /** An hour that has a name: noon 12, midnight 24. */
  readonly hour?: number
  /** Days from today: "yesterday" is -1. */
  readonly days?: number
  /** "last" -1, "this" 0, "next" 1: of the unit that follows. */
  readonly relation?: -1 | 0 | 1
  /** The relation is to the date told of last, not to today ("the following week"). */
  readonly told?: boolean
  /** The relation makes a stretch, not a period: "the past year" is the twelve months up to now. */
  readonly span?: boolean
  /** The relation needs a plural: "recent days". */
  readonly only?: 'plural'
  /** "the last week of May": counted from the end. */
  readonly nth?: -1
  /** "before" -1, "after" 1, with a date or a clause behind. */
  readonly side?: -1 | 1
  /** "latest", "same": before "quarter" or "period". */
  readonly comparable?: 'latest' | 'same'
  /** After a duration: "ago", "earlier" -1; "later", "hence" 1. */
  readonly offset?: -1 | 1
  /** The part of a period: "early", "beginning"; "mid", "middle"; "late", "end"; "earlier this month" is within. */
  readonly edge?: 'start' | 'mid' | 'end' | 'within'
  /** The edge is a noun, which takes "of": "the end of March". */
  readonly noun?: boolean
  /** "every", "each". */
  readonly every?: boolean
  /** TIMEX3 value of a set in one word ("daily"). */
  readonly set?: string
  readonly decade?: number
  readonly zone?: boolean
  readonly preposition?: boolean
  /** Before a unit in the plural or after a count: "two more weeks", "five trading days". */
  readonly filler?: boolean
  /** The part that a small word plays in the grammar. */
  readonly role?: DateRole
  /** The word begins a phrase of several words. */
  readonly phrase?: boolean
}

/**
 * The small words of the grammar, by the English word for each: "the", "a"; "of", "in", "on", "at"; "and",
 * "or"; `to` between the ends of a range; "as"; "couple" and "number" ("a couple of"); "half", "part";
 * "old", "long"; "other" ("every other day"); "from now"; "fiscal"; `latter` ("latter half"); `q` ("Q3");
 * `prefix` ("post-1989"); "o'clock", `am`, `pm`; "time" and "local" ("Moscow time"); `times` ("twice a week").
 */
export type DateRole =
  | 'the'
  | 'a'
  | 'of'
  | 'in'
  | 'on'
  | 'at'
  | 'and'
  | 'or'
  | 'to'
  | 'from'
  | 'now'
  | 'couple'
  | 'number'
  | 'half'
  | 'part'
  | 'old'
  | 'long'
  | 'other'
  | 'fiscal'
  | 'period'
  | 'latter'
  | 'q'
  | 'prefix'
  | 'oclock'
  | 'am'
  | 'pm'
  | 'time'
  | 'local'
  | 'times'

export type DateReference = 'PRESENT_REF' | 'PAST_REF' | 'FUTURE_REF'

export type TimeUnit = 'S' | 'TM' | 'H' | 'D' | 'WE' | 'W' | 'M' | 'Q' | 'HY' | 'Y' | 'E' | 'C' | 'L'

/** A feast or day with a name: on a fixed day, the nth weekday of a month (last for -1)
 * and so many days after, or days from Easter. */
export type HolidayRule =
  /** A day of one year alone ("Black Monday"). */
  | { readonly year: number; readonly month: number; readonly day: number }
  | { readonly month: number; readonly day: number }
  | { readonly month: number; readonly weekday: number; readonly nth: number; readonly plus?: number }
  | { readonly easter: number }

export interface DateData {
  /** By lower-case word. */
  readonly words: ReadonlyMap<string, DateWord>
  /** Vague references to the present, past and future, by lower-case phrase; null for what only looks like one. */
  readonly references: ReadonlyMap<string, DateReference | null>
  readonly holidays: ReadonlyMap<string, HolidayRule>
  /** "about", "more than": what follows is not to be read exactly. True for those that go before dates too. */
  readonly approximations: ReadonlyMap<string, boolean>
  /** Words before a number that make it no year ("No.", "Route", "Boeing"). */
  readonly beforeCodes: ReadonlySet<string>
  /** Things that are counted or measured: a number before them is no year. */
  readonly counted: ReadonlySet<string>
  /** Last words of the names of streets: figures before such a name are no year. */
  readonly streets: ReadonlySet<string>
  /** Days by which a thing is known: before such a noun they are of its year. */
  readonly namedDays: readonly {
    readonly month: number
    readonly day: number
    readonly year: number
    readonly nouns: ReadonlySet<string>
  }[]
  /** Words before an expression that make it part of a noun's name ("the January talks"). */
  readonly determiners: ReadonlySet<string>
  /** Articles, prepositions, pronouns, conjunctions, auxiliaries: never the noun a number counts. */
  readonly functionWords: ReadonlySet<string>
  /** What stands between two expressions and joins them; `between` stands before the first of a range. */
  readonly links: ReadonlyMap<string, 'range' | 'list' | 'choice' | 'between'>
  /** Behind a list whose parts belong to the parts of another. */
  readonly respectively: RegExp
  /** After "the year": it need not be the calendar's ("the year ended March 31"). */
  readonly endings: ReadonlySet<string>
  readonly tense: TenseData
}

/** What tells a clause about the past from one about the future. Lower case. */
export interface TenseData {
  /** Verb forms of the past ("met"); forms in -ed need not be here. */
  readonly past: ReadonlySet<string>
  /** "will", "upcoming": the clause looks ahead. */
  readonly future: ReadonlySet<string>
  /** Before "due to": it was to come once. */
  readonly wasDue: ReadonlySet<string>
  /** "summoned": behind "has been" it looks ahead. */
  readonly arranged: ReadonlySet<string>
  readonly have: ReadonlySet<string>
  /** Before "for" and a day that is to come ("preparations"). */
  readonly preparing: ReadonlySet<string>
  /** "scheduled": before the expression it looks ahead, unless it "had been". */
  readonly planned: ReadonlySet<string>
  /** "due", "plans": it looks ahead when one of `afterPlanned`, or the expression, follows at once. */
  readonly plannedTo: ReadonlySet<string>
  readonly afterPlanned: ReadonlySet<string>
  /** "agreed": what somebody agreed "to" do lies ahead; what was agreed "on" a day is over. */
  readonly promised: ReadonlySet<string>
  /** "postponed": it looks ahead where one of `movedTo` follows at once. */
  readonly moved: ReadonlySet<string>
  readonly movedTo: ReadonlySet<string>
  /** Three words directly before an expression that looks ahead ("as early as"). */
  readonly soonest: ReadonlySet<string>
  /**
   * Verbs that tell, in the present tense, of what stands on a calendar ("meets", "takes place"): alone or with the
   * word that follows. Those of one subject, and those of several.
   */
  readonly schedule: { readonly one: ReadonlySet<string>; readonly several: ReadonlySet<string> }
  /** Subjects that take the verb of several and are no plural nouns ("they"). */
  readonly severalSubjects: ReadonlySet<string>
  readonly infinitive: ReadonlySet<string>
  readonly perfect: ReadonlySet<string>
  readonly be: ReadonlySet<string>
  readonly present: ReadonlySet<string>
  /** Directly before an expression: what lasts or is due until then need not be over. */
  readonly bounds: ReadonlySet<string>
  /** Verbs of speech in the past: they date the saying, not what is said. */
  readonly reporting: ReadonlySet<string>
  /** Before "be" and a participle these make it look ahead ("will be held"). */
  readonly ahead: ReadonlySet<string>
  /** What may open the object of a verb, and never follows a plural noun at once. */
  readonly articles: ReadonlySet<string>
  /** Words in -ed that are no verbs of the past. */
  readonly notPast: ReadonlySet<string>
}
/** Fitted weights: for each question the weight of each answer, in hundredths, parted by spaces. */
export type Weights = Readonly<Record<string, string>>
