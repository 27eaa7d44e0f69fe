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

/** What tells names from other capitalised words, and people from bodies and places. All lower case. */
export interface NameData {
  /** Stand before a surname and are no office ("Mr"). */
  readonly honorifics: ReadonlySet<string>
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
  /** Verbs that leave the saying to their noun or adjective ("make clear", "give a warning"); plain forms. */
  readonly lightVerbs: ReadonlySet<string>
  /** Verbs whose first object is who is told ("told reporters"); plain forms. */
  readonly listenerVerbs: ReadonlySet<string>
  /** Common nouns for people that speak ("officials", "critics"). */
  readonly people: ReadonlySet<string>
  /** Common nouns for bodies that speak ("administration"). */
  readonly bodies: ReadonlySet<string>
  /** Common nouns for texts and findings that are quoted as sources ("report", "poll"); singular. */
  readonly records: ReadonlySet<string>
  /** Nouns of time, which never speak. */
  readonly times: ReadonlySet<string>
}

/** Fitted weights: for each question the weight of each answer, in hundredths, parted by spaces. */
export type Weights = Readonly<Record<string, string>>
