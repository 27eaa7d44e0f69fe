const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** What makes a line no label of an event on a timeline, and what stands before its sentence. */
export const timelineLabels = {
  /** A word that a line begins with which only the sentence before it explains. */
  pointingBack: words(
    `he she it they we i you his her its their our my your this that these those such there here who which what when where
    why how another other others both one some many most none each`,
  ),
  /** "The former", "the latter", "the new": what it is of was told before. */
  back: words('former latter same new other others latest'),
  /** Words that tie a sentence to the one before. */
  joining: words(
    `but and or so yet nor also however meanwhile still then thus instead moreover therefore besides nevertheless
    nonetheless though although while because since if unless whereas as after before until once including asked`,
  ),
  /** What no sentence ends with. */
  hanging: words(
    `a an the of in on at by for from to with and or but as than that which who whose when where while if is are was were be
    been being am has have had do does did will would could should may might must can said says told asked added possibly
    also already about into over under between its his her their our not`,
  ),
  /** Where a sentence may end, with no condition behind. */
  ends: /[,;] (?!(?:if|unless|until|except|rather|not|and|or|but)\b)| (?=(?:as|when|after|while|because|although|where|amid|following|killing|leaving|with|which|who|and (?:could|will|would|may|might|was|were|is|are|has|had)) )| [–—-] /g,
  saying: new Set(
    words(
      'say said tell told report announc warn insist argu note state confirm claim reveal declar disclos add write wrote acknowledg',
    ),
  ),
  furniture:
    /\b(?:GMT|BST|EDT|EST|Last updated|Page last|Photograph|Photo|Also known as|Read more|Read|Watch|cents|Editor['’]s note|This page|live updates?|hrs ago|Help|AFP|Getty|ENTERTAINMENT|Find out|Click|Subscribe)\b|\\?\/\p{Lu}|[|*∎•_]|\.\.\.|\?$|https?:|^On [^,]{3,20}, the day |,? (?:which|who|that|when|where) (?:was |were |had |has )?\p{L}{1,30}$|[–—-] an? \p{L}+$/u,
  /** What an article is about and not what happened: whoever writes or files it. */
  reports: words(
    `report reports memo memos document documents dossier study studies survey surveys article articles story stories
    statement transcript letter file files filing book chapter review editorial column reporter reporters correspondent
    correspondents`,
  ),
  /** What such a one tells, rather than does. */
  telling: new Set(
    words(
      'say said tell told wrote found report state note add write warn insist argu claim reveal show suggest find conclud describ detail focus mention cite list contain date mark',
    ),
  ),
  /** "Three hours later": seen from the sentence before. */
  seenFromBefore:
    /^(?:just |only |some |about |almost |nearly )?(?:\p{L}+|\d+) (?:minutes|hours|days|weeks|months|years) (?:later|earlier|before|afterwards?)\b/iu,
  /** Prepositions without whose phrase a verb says nothing ("announced AS the host", "based ON counts"). */
  completing: words('as on upon into to of from against'),
  /** The end of what stands before a day that something else happened on: "it began AFTER THE 3 May blast". */
  onOtherDay: /\b(?:after|before|since|following) (?:(?:the|last|this) )?$/iu,
  /** Prepositions by which a day only bounds what is told: without it "they have UNTIL Friday" says something else. */
  bounding: words('until till before after by since from through within than'),
  /** Two lines run together: "cases up by 95 The worker fell ill". */
  fused: /[\p{Ll}\p{N}’'] (?:The|An?|In|On|At|He|She|It|They|This|That|But|And|Speaking|Asked) /u,
  /** What stands before a sentence on its line. */
  leads: [
    /^[∎•*▪■–—-]\s{0,2}/u,
    // "Wednesday 19 October 2005 18.57 BST", "Fri May 1, 2009 7:32 pm EDT"
    /^(?:\p{Lu}\p{L}{2,8},? )?(?:\d{1,2} \p{Lu}\p{L}{2,8}|\p{Lu}\p{L}{2,8}\.? \d{1,2},?) \d{4},? \d{1,2}[.:]\d\d(?: [ap]m)? [A-Z]{2,4} /u,
    // "Page last updated at 10:39 GMT, Wednesday, 28 September 2011 11:39 UK"
    /^(?:Page )?last updated(?: at)?[\s,]{0,3}(?:\d{1,2}[:.]\d\d )?(?:(?:GMT|BST|UK|EDT|EST),? )?(?:\p{L}{3,6}day,? )?(?:\d{1,2} \p{L}{3,9} \d{4} )?(?:\d{1,2}[:.]\d\d )?(?:(?:GMT|BST|UK|EDT|EST) )?(?:Help )?/iu,
    // "8 October 2011 The doctor", "May 3: "
    /^(?:\d{1,2} \p{Lu}\p{L}{2,8}|\p{Lu}\p{L}{2,8}\.? \d{1,2},) \d{4}[\s:,–—-]{1,3}(?=\p{L})/u,
    /^(?:\p{Lu}\p{L}{2,8}\.? \d{1,2}|\d{1,2} \p{Lu}\p{L}{2,8}|\d{4})(?:, \d{4})? ?[:–—] ?(?=\p{L})/u,
    // "Photograph: Ann Hale/AP", "Ann Hale/Pool/Getty Images"
    /^(?:Photograph: )?\p{Lu}[\p{L}.'’-]{0,20}(?: \p{Lu}[\p{L}.'’-]{0,20}){0,3}(?:\\?\/\p{Lu}[\p{L}.]{0,20}(?: (?:Images|News|Pool))?){1,3} (?=[\p{Lu}“"])/u,
    // "Photograph: Reuters/Ann Hale"
    /^(?:Photograph: )?(?:Reuters|AP|AFP|Getty|EPA|PA|Rex)(?: Images)?\\?\/\p{Lu}[\p{L}.'’-]{0,20} \p{Lu}[\p{L}.'’-]{0,20} (?=\p{Lu})/u,
    /^(?:AP|AFP|Reuters|CNN|PA|ROME|WASHINGTON|LONDON|GENEVA)[:,]? (?=\p{Lu})/u,
    /^(?:But|And|So|Yet|Also|However|Meanwhile|Still|Then|Thus|Instead|Moreover|Now|Separately|In addition|Earlier|Later),? (?=\p{L})/u,
  ],
}
