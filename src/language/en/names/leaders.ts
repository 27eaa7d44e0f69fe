const words = (list: string) => list.trim().split(/\s+/)

/** How questions ask who somebody or something is led by, and what those are called who do. */
export const leaders = {
  /** "Who runs the bank?", "who's in charge of the county?": what is led stands in `led`. */
  asks: /^who(?:['’]s| is| was| are| were| used to|)(?: (?:now|currently))? (?:runs?|leads?|heads?(?! of\b)|chairs?(?! of\b)|commands?|governs?|running|leading|heading|chairing|commanding|governing|in charge of|in command of|the boss of|boss of|(?:the )?head of) (?<led>.+?)(?: (?:now|currently|right now|today|these days|at the moment))?[?!.\s]*$/i,
  /** "Who is the bank's boss?" */
  asksBoss:
    /^who(?:['’]s| is| was)(?: (?:now|currently|the))* (?<led>.+?)(?:['’]s?)? (?:big )?(?:boss|head)(?: (?:now|currently|right now|today))?[?!.\s]*$/i,
  /** What whoever leads is called, as the last word of a role before "of" ("chief executive of"). */
  heads: new Set(
    words(`
      ceo chief executive head leader director director-general secretary-general administrator governor mayor boss
      commander chair chairman chairwoman chairperson president premier commissioner superintendent admiral
    `),
  ),
  /** Those are asked for who are no longer what they were. */
  asksFormer: /^who used to\b/i,
  /** Whoever was there before somebody else is asked for, and what tells of them. */
  asksBefore:
    /^who(?:['’]s| is| was| were) .{1,60} before (?:him|her|them|that|this|then)\b|^who .{0,30}\b(?:predecessor|preceded)\b/i,
  before:
    /\b(?:former|formerly|ex|previous|previously|predecessor|preceded|succeed(?:ed|s|ing)?|successor|replac(?:ed|es|ing)|took over from|then)\b/i,
  /** Words of questions that ask more than who is in a role. */
  not: new Set(
    words('before after until since previous previously that which whose who replaced replaces succeeded'),
  ),
  /** What is said of those who leave: right behind the name. */
  leaving:
    /^(?:[’']s)?,? (?:(?:is|was|has|had|will|would|to|who|be|been) ){0,3}(?:st(?:and|ood|anding) (?:down|aside)|step(?:ped|ping|s)? (?:down|aside)|resign\w*|quit\w*|leav(?:e|es|ing)|left|oust\w*|sack\w*|fired|retir\w*|departure|replaced)\b/i,
  /** Right before a role: "the then chairman". */
  formerly: /\b(?:then|ex|former|formerly|late|onetime|one-time)[\s-]$/i,
  /** What most of them are called. */
  usual: words('executive chief director president head leader administrator commissioner'),
  /** One of these before the last word, and it is a part that is led: "chief financial officer" leads no bank. */
  parts: new Set(
    words(`
      financial operating technology medical legal communications marketing product deputy vice assistant associate
      former ex regional local night news creative editorial unit division department branch campaign military
      political spiritual
    `),
  ),
  /** Where somebody is one of the first, one of the second does not run it. */
  runs: /\b(?:chief executive|ceo|managing director)\b/i,
  presides: /\bchair(?:man|woman|person)?\b/i,
  /** Each of two chambers has its own leaders. */
  chambers: new Set(words('house senate commons lords congress assembly')),
  /** What may follow a firm's name and be part of it. */
  firms: new Set(
    words('company co corp corporation inc ltd limited plc group holdings motor motors international and'),
  ),
  /** Those who lead whatever an article is about, where they are called nothing else: "Chief executive Ana Berg". */
  alone: new Set(words('ceo executive director-general secretary-general')),
  /** Nobody holds one of these who is called by another word: a leader in Norway is not Norway's president. */
  exact: new Set(
    words(
      'president chancellor premier king queen emperor sultan emir mayor governor minister pope secretary senator landlord captain',
    ),
  ),
}
