import type { QuestionData } from '../language.js'

const words = (list: string) => new Set(list.trim().split(/\s+/))

export const questions: QuestionData = {
  types: [
    [/^how (?:long|much time|many (?:days|weeks|months|years|hours|minutes|seconds|decades))\b/, 'duration'],
    [
      /^how much (?:money\b|.{0,60}\b(?:cost|pay|paid|spend|spent|earn|sell|sold|worth|raise|donate|invest)\b)/,
      'money',
    ],
    [/^(?:what|which) (?:\S{1,20} )?(?:price|cost|sum|fine|salary|budget)\b/, 'money'],
    [/^what (?:is|was|were|are) the (?:\S{1,20} )?(?:price|cost|budget|fine|revenue)\b/, 'money'],
    [/^(?:(?:what|which) (?:percentage|percent|proportion|share)|how many percent)\b/, 'percentage'],
    [/^what (?:is|was) the (?:percentage|proportion|share)\b/, 'percentage'],
    [
      /^how (?:many|much|big|large|high|far|old|tall|few|often|strong|fast|wide|deep|heavy|close|near)\b/,
      'number',
    ],
    [
      /^(?:what|which) (?:number|amount|age|score|temperature|distance|speed|length|height|size|population)\b/,
      'number',
    ],
    [
      /^what (?:is|was|were|are) the (?:\S{1,20} )?(?:number|amount|age|score|temperature|distance|speed|length|height|size|population|rate|ratio)\b/,
      'number',
    ],
    [/^when\b/, 'date'],
    [
      /^(?:what|which) (?:\S{1,20} )?(?:years?|days?|dates?|months?|time|century|centuries|decades?|season)\b/,
      'date',
    ],
    [/^what (?:is|was) the (?:date|year|day|month)\b/, 'date'],
    [/^where\b/, 'place'],
    [
      /^(?:what|which) (?:\S{1,20} )?(?:city|cities|country|countries|nations?|places?|towns?|villages?|states?|county|counties|regions?|provinces?|rivers?|streets?|continents?|islands?|capital|ports?|districts?|locations?|areas?)\b/,
      'place',
    ],
    [
      /^what (?:did|does|do|has|have|had) .{1,80} (?:say|said|tell|told|claim|warn|write|reply)\b/,
      'quotation',
    ],
    [/^(?:who|whom|whose)\b/, 'person'],
    [
      /^(?:what|which) (?:\S{1,20} )?(?:person|people|man|woman|leaders?|presidents?|ministers?|actors?|actress|singers?|players?|scientists?|authors?|officials?|generals?|kings?|queens?|candidates?|coach|company|companies|party|team|organisation|organization|agency|university|college|newspaper)\b/,
      'person',
    ],
    [/^(?:why|what caused|what (?:is|was) the (?:reason|cause))\b/, 'reason'],
    [/^(?:what|which|how)\b/, 'thing'],
  ],
  questionWords: words('what which who whom whose why how'),
  placeOrTime: words('when where'),
  auxiliaries: words(`
    did do does is are was were will would can could shall should may might must has have had`),
  namingCues: words(
    'called named dubbed titled entitled namely as like including termed nicknamed is was are were became',
  ),
  numberWords: words(`
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands
    million millions billion billions trillion trillions dozen dozens half third thirds quarter quarters fifth fifths once twice none`),
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
  introductions: {
    place: words('in at near outside inside to into across'),
    date: words('on in by since until for from before after during around about'),
    duration: words('for in within about almost nearly over lasted lasting took'),
    money: words('for at of worth cost'),
    person: words('by'),
  },
  backReferences: words('he she it they this these those that his her its their him them'),
  reasonCues: [
    'because',
    'due to',
    'owing to',
    'as a result of',
    'in order to',
    'so that',
    'since',
    'thanks to',
    'to',
  ],
}
