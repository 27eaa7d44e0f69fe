import type { QuestionData } from '../../language.js'

const words = (list: string) => new Set(list.trim().split(/\s+/))

const LENGTHS = words('km kilometres kilometers miles mile metres meters feet foot ft inches m cm mm')

export const questions: QuestionData = {
  types: [
    [
      /^how (?:long|often|much time|many (?:days|weeks|months|years|hours|minutes|seconds|decades))\b/,
      'duration',
    ],
    [
      /^how much (?:money\b|.{0,60}\b(?:cost|pay|paid|spend|spent|earn|sell|sold|worth|raise|donate|invest)\b)/,
      'money',
    ],
    [/^how many percent\b/, 'percentage'],
    [/^how come\b/, 'reason'],
    [
      /^how (?:many|much|big|large|high|low|far|old|young|tall|few|strong|fast|wide|deep|heavy|close|near|hot|cold|powerful)\b/,
      'number',
    ],
    [/^what(?:['’]?s| is| was| are| were) .{1,40}\bworth\b/, 'money'],
    [/^what (?:did|does|will) .{1,60}\b(?:come to|amount to|add up to)\b/, 'number'],
    [
      /^what (?:prison |jail |maximum |max )*(?:sentence|jail term|prison term)\b|^what(?:['’]s| is| was) the (?:max|maximum|longest|minimum) (?:sentence|penalty|term)\b/,
      'duration',
    ],
    [/^when\b/, 'date'],
    [/^where\b/, 'place'],
    [
      /^what (?:did|does|do|has|have|had) .{1,80} (?:say|said|tell|told|claim|warn|write|reply)\b/,
      'quotation',
    ],
    [/^(?:who|whom|whose)\b/, 'person'],
    [
      /^(?:why|what (?:caused|led to|sparked|triggered|prompted|provoked|started)|what(?:['’]?s| is| was) (?:behind|the (?:reason|cause|motive))|what (?:made|got) .{1,60} (?:so )?(?:sick|ill|angry|mad|upset|furious|worried|ticked off|annoyed|riled|hot under the collar))\b/,
      'reason',
    ],
    [
      /^what (?:is|are|was|were|did|does|has|have)\b.{1,60}\b(?:arrest|jail|fire|sack|suspend|charge|fine|sue|indict|criticis|criticiz|punish|sanction|impeach|investigat|convict|sentenc|protest|strik|apologis|apologiz|blam|ban|bann|canned|nicked|nabbed|done|banged up|locked up|in trouble|resign)\w* for\b/,
      'reason',
    ],
    [/^how\b/, 'thing'],
  ],
  topics: [
    [
      /^(?:the )?(?:final |latest |current |new )*(?:death toll|toll|body count|casualties|number|tally|total|magnitude)\b/i,
      'number',
    ],
    [/^(?:the )?(?:final |latest |total )*(?:cost|price|damage bill|bill)\b/i, 'money'],
    [/^(?:the )?names? of\b/i, 'person'],
    [/^(?:the )?(?:reason|cause|motive)s?\b/i, 'reason'],
  ],
  answerNouns: [
    ['money', words('price cost sum fine salary budget revenue')],
    ['percentage', words('percentage percent proportion share')],
    [
      'number',
      words('number amount age score temperature distance speed length height size population rate ratio'),
    ],
    ['date', words('year day date month time century decade season')],
    [
      'place',
      words(`
        city country nation place town village state county region province river street continent island capital port
        district location area borough suburb sea ocean`),
    ],
    [
      'person',
      words(`
        person people man woman leader president minister actor actress singer player scientist author official general
        king queen candidate coach cop officer detective judge justice lawyer attorney senator congressman congresswoman mp mps lawmaker
        lawmakers republican republicans democrat democrats tory tories doctor doc nurse driver guy bloke dude kid boy girl teenager
        mayor governor gov ambassador envoy spokesman spokeswoman reporter journalist sheriff celebrity star astronaut soldier
        marine gunman shooter killer suspect hacker host donor billionaire adviser advisor aide prosecutor witness hostage inmate
        pastor preacher priest imam bishop pope quarterback pilot poet writer artist musician composer painter inventor philosopher
        emperor heir successor ally enemy victim people men women heirs`),
    ],
    [
      'organisation',
      words(`
        company party team organisation organization agency university college newspaper outlet network bank firm
        ministry court union club school army airline channel broadcaster publisher government entity group gang militia charity lender insurer regulator watchdog
        committee panel retailer supplier maker carrier outfit`),
    ],
    ['reason', words('reason cause')],
  ],
  defining: words('what which'),
  identifying: words('who whom what'),
  copulas: words('is are was were'),
  determiners: words('the a an his her its their'),
  phraseEnds: words(`
    of for in on at to by from with that which who whose where given used called and or as than is are was were
    during between about after before against within without under over into through towards among`),
  prepositions: words(
    'in on at to by from with for of about against into through under over after during as',
  ),
  questionWords: words('what which who whom whose why how'),
  placeOrTime: words('when where'),
  auxiliaries: words(`
    did do does is are was were will would can could shall should may might must has have had`),
  contractions: new Map([
    ['s', 'is'],
    ['re', 'are'],
    ['d', 'did'],
    ['ll', 'will'],
    ['ve', 'have'],
  ]),
  fillers:
    /\b(?:actually|exactly|altogether|right now|these days|nowadays|at the moment|currently|over there|even|really|ever|already|in the end|at all|so far|in total|anyway|like|lol|pls|please|yet)\b/gi,
  current: /\b(?:right now|these days|nowadays|at the moment|currently|now|still|yet|today|is|are)\b/i,
  past: /\b(?:did|was|were|had|has|have|got|went|killed|died|won|shot|made|took|gave|said)\b|\b\p{L}{2,}ed\b/iu,
  careful: /^\p{Lu}.*\?$/su,
  bodies: words(
    'delegation government parliament army jury police intelligence opposition american british australian',
  ),
  unmarked: new Map([
    ['whos', "who's"],
    ['whats', "what's"],
    ['wheres', "where's"],
    ['whens', "when's"],
    ['whys', "why's"],
    ['hows', "how's"],
    ['thats', "that's"],
    ['theres', "there's"],
    ['didnt', "didn't"],
    ['doesnt', "doesn't"],
    ['dont', "don't"],
    ['isnt', "isn't"],
    ['arent', "aren't"],
    ['wasnt', "wasn't"],
    ['werent', "weren't"],
    ['hasnt', "hasn't"],
    ['havent', "haven't"],
    ['wont', "won't"],
    ['wouldnt', "wouldn't"],
    ['couldnt', "couldn't"],
    ['cant', "can't"],
  ]),
  ranks: words('major chief head chair fellow'),
  asksName:
    /\b(?:names?|called|named|known as|termed|dubbed|nicknamed?|titled?|entitled|terms? for|referred to)\b/i,
  asksPerson:
    /^who(?:['’]?s| is| was| are) (?<name>(?!(?:the|a|an|this|that|these|those|he|she|it|they|in|on|at|to|behind|going|not|also)\b)[\p{L}’'.-]+(?: [\p{L}’'.-]+){0,3}?)(?: again| exactly| btw| anyway)?[?!.\s]*$/iu,
  saysNothing: words('dr prof mr mrs ms miss sir dame lord lady mr. dr.'),
  asksOffice:
    /^who(?:['’]s| is| was| are| were| used to be) (?:(?:the|a|an|now|currently) )*(?<office>.+?)(?: (?:now|currently|right now|today))?[?!.\s]*$/i,
  asksAct:
    /^what\b.*?\bdo(?:ing|ne)?\s*(?:\?|$|\b(?:when|if|after|before|to|with|for|in|on|about|at|by|instead|during)\b)/i,
  /** They tell of nobody who he or she is. */
  nobody: words(`
    he she it they we you i who that which this these those them him her one ones somebody someone anybody anyone nobody
    everybody everyone people person persons man men woman women guy others other many some all most few both thing
    things what year years day days week weeks month months time times way part number report reports news move
    moves news story case cases decision statement`),
  commands: words('name list'),
  numberWords: words(`
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands
    million millions billion billions trillion trillions dozen dozens tens half third thirds quarter quarters fifth fifths once twice none`),
  pronoun: 'one',
  multiples: words(
    'hundred hundreds thousand thousands million millions billion billions trillion trillions dozen dozens tens',
  ),
  scales: words('bn mn tn mln bln'),
  quantifiers: words('several few many a'),
  unitWords: words(`
    percent per cent % km kilometres kilometers miles mile metres meters feet foot inches tons tonnes kg kilograms
    pounds litres liters gallons acres hectares degrees mph years days weeks months hours minutes seconds people
    square cubic`),
  currencies: words(`
    dollar dollars euro euros pound pounds cent cents yen yuan ruble rubles rouble roubles hryvnia franc francs peso
    pesos rupee rupees rand krona lira won`),
  genericNouns: words(
    'type types kind kinds sort sorts name names term terms form forms part parts example examples group groups',
  ),
  sortNouns: words('type types kind kinds sort sorts'),
  introductions: {
    place: words('in at near outside inside to into across'),
    date: words('on in by since until for from before after during around about'),
    duration: words('for in within about almost nearly over lasted lasting took'),
    money: words('for at of worth cost'),
    person: words('by'),
    organisation: words('by'),
  },
  measures: new Map([
    ['old', words('age aged old')],
    ['tall', LENGTHS],
    ['long', LENGTHS],
    ['high', LENGTHS],
    ['far', LENGTHS],
    ['wide', LENGTHS],
    ['deep', LENGTHS],
    ['near', LENGTHS],
    ['close', LENGTHS],
    ['strong', words('magnitude category richter scale mph')],
    ['fast', words('mph km/h kph knots')],
    ['heavy', words('tons tonnes kg kilograms pounds')],
    ['often', words('every once twice times')],
  ]),
  denials: /\b(?:never|not|neither|nor|without)\b|n['’]t\b/i,
  tellingVerbs: words('make makes made take takes took give gives gave keep keeps kept'),
  ordinals: words('first second third last new'),
  disavowals:
    /\b(?:never|not|cannot|neither|nor|no|den(?:y|ies|ied)|rul(?:es?|ed) out|refus(?:es?|ed))\b|n['’]t\b/i,
  refuting: new Set([
    ...words(`never not no none nobody nothing neither nor without cannot unlikely false hoax instead deny denies denied refuse
      refuses refused refusal fail fails failed failure decline declines declined reject rejects rejected avert averts averted
      averting prevent prevents prevented suspend suspends suspended suspension cancel cancels cancelled canceled
      cancellation postpone postpones postponed postponement halt halts halted scrap scraps scrapped drop drops dropped stop
      stops stopped block blocks blocked close closes closed closure delay delays delayed lack lacks lacked clear cleared
      acquitted acquittal spared survived survives remain remains remained still yet`),
    'rule out',
    'ruled out',
    'rules out',
    'called off',
    'call off',
    'decided against',
  ]),
  relatives: /\s(?:which|that|who|whom|whose|where|when)\b/i,
  limits: words('until till'),
  meansCues: words('by through via using with'),
  backReferences: words('he she it they this these those that his her its their him them'),
  tellingMeasures: words('fast'),
}
