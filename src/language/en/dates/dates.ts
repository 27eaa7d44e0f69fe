import type { DateData, DateReference, DateRole, DateWord, HolidayRule, TimeUnit } from '../../language.js'
import { tense } from './dates-tense.js'

const list = (words: string) => words.trim().split(/\s+/)
const set = (words: string) => new Set(list(words))

const words = new Map<string, DateWord>()
/** Adds a meaning to words; a word keeps the meanings it has. */
const mean = (names: string, meaning: DateWord) => {
  for (const name of list(names)) words.set(name, { ...words.get(name), ...meaning })
}
/** Numbers words from a first number on; `/` parts spellings. */
const count = (names: string, first: number, meaning: (n: number) => DateWord) =>
  list(names).forEach((spellings, i) => {
    mean(spellings.replaceAll('/', ' '), meaning(first + i))
  })

count('january february march april may june july august september october november december', 1, (n) => ({
  month: n,
}))
count('jan feb mar apr - jun jul aug sep/sept oct nov dec', 1, (n) => ({ month: n, shy: true }))
mean('may march', { shy: true })
count('monday tuesday wednesday thursday friday saturday sunday', 1, (n) => ({ weekday: n }))
count('mondays tuesdays wednesdays thursdays fridays saturdays sundays', 1, (n) => ({
  weekday: n,
  plural: true,
}))
count('mon tue/tues wed thu/thur/thurs fri sat sun', 1, (n) => ({ weekday: n, shy: true }))

const units: [string, string, TimeUnit, number?][] = [
  ['second', 'seconds', 'S'],
  ['minute', 'minutes', 'TM'],
  ['hour', 'hours', 'H'],
  ['day', 'days', 'D'],
  ['weekend', 'weekends', 'WE'],
  ['week', 'weeks', 'W'],
  ['fortnight', 'fortnights', 'W', 2],
  ['month', 'months', 'M'],
  ['quarter', 'quarters', 'Q'],
  ['year', 'years', 'Y'],
  ['decade', 'decades', 'E'],
  ['century', 'centuries', 'C'],
  ['millennium', 'millennia', 'L'],
]
for (const [one, many, unit, of = 1] of units) {
  mean(one, { unit, of })
  mean(many, { unit, of, plural: true })
}
mean('hr', { unit: 'H' })
mean('hrs', { unit: 'H', plural: true })
mean('mins', { unit: 'TM', plural: true })
mean('yrs', { unit: 'Y', plural: true })

count(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen',
  0,
  (n) => ({
    cardinal: n,
  }),
)
count('sixteen seventeen eighteen nineteen', 16, (n) => ({ cardinal: n }))
count('twenty thirty forty/fourty fifty sixty seventy eighty ninety', 2, (n) => ({ cardinal: n * 10 }))
mean('hundred', { multiplier: 100 })
mean('thousand', { multiplier: 1000 })
mean('million', { multiplier: 1_000_000 })
mean('dozen', { multiplier: 12 })
mean('a an', { cardinal: 1 })
count(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth',
  1,
  (n) => ({
    ordinal: n,
  }),
)
count('fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first', 14, (n) => ({
  ordinal: n,
}))
mean('several few many numerous some various', { vague: true })

count('spring summer autumn/fall winter', 1, (n) => ({ season: n }))
mean('springs summers autumns winters', { plural: true })
mean('morning', { dayPart: 'MO' })
mean('afternoon', { dayPart: 'AF' })
mean('evening', { dayPart: 'EV' })
mean('night', { dayPart: 'NI' })
mean('mornings', { dayPart: 'MO', plural: true })
mean('afternoons', { dayPart: 'AF', plural: true })
mean('evenings', { dayPart: 'EV', plural: true })
mean('nights', { dayPart: 'NI', plural: true })
mean('overnight', { dayPart: 'NI' })
mean('noon midday', { hour: 12 })
mean('midnight', { hour: 24 })

mean('today', { days: 0 })
mean('tonight', { days: 0, dayPart: 'NI' })
mean('yesterday', { days: -1 })
mean('tomorrow', { days: 1 })

mean('last', { relation: -1, nth: -1 })
mean('past', { relation: -1, span: true })
mean('recent', { relation: -1, span: true, only: 'plural' })
mean('final', { nth: -1 })
mean('this current', { relation: 0 })
mean('next upcoming', { relation: 1 })
mean('coming', { relation: 1, span: true })
mean('previous preceding prior', { relation: -1, told: true })
mean('same', { relation: 0, told: true })
mean('that', { relation: 0, told: true })
mean('latest', { comparable: 'latest' })
mean('same corresponding comparable like similar', { comparable: 'same' })
mean('following ensuing', { relation: 1, told: true })
mean('ago', { offset: -1 })
mean('earlier', { offset: -1, told: true, edge: 'within' })
mean('later', { offset: 1, told: true, edge: 'within' })
mean('afterwards afterward', { offset: 1, told: true })
mean('before', { side: -1 })
mean('after from', { side: 1 })
mean('hence', { offset: 1 })

mean('early', { edge: 'start' })
mean('beginning start', { edge: 'start', noun: true })
mean('mid', { edge: 'mid' })
mean('middle', { edge: 'mid', noun: true })
mean('late', { edge: 'end' })
mean('end close', { edge: 'end', noun: true })
mean('every each', { every: true })
mean('daily', { set: 'P1D' })
mean('nightly', { set: 'XXXX-XX-XXTNI' })
mean('hourly', { set: 'PT1H' })
mean('weekly', { set: 'P1W' })
mean('biweekly fortnightly', { set: 'P2W' })
mean('monthly', { set: 'P1M' })
mean('annually yearly', { set: 'P1Y' })

count('twenties thirties forties fifties sixties seventies eighties nineties', 2, (n) => ({ decade: n }))
const roles: [DateRole, string][] = [
  ['the', 'the'],
  ['a', 'a an'],
  ['of', 'of'],
  ['in', 'in'],
  ['on', 'on'],
  ['at', 'at'],
  ['and', 'and'],
  ['or', 'or'],
  ['to', 'to through until till thru'],
  ['from', 'from'],
  ['now', 'now'],
  ['couple', 'couple'],
  ['number', 'number'],
  ['half', 'half'],
  ['part', 'part'],
  ['old', 'old olds'],
  ['long', 'long'],
  ['other', 'other'],
  ['fiscal', 'fiscal'],
  ['period', 'period'],
  ['latter', 'latter'],
  ['q', 'q'],
  ['prefix', 'post pre since'],
  ['oclock', "o'clock"],
  ['am', 'am a.m. a.m'],
  ['pm', 'pm p.m. p.m'],
  ['time', 'time'],
  ['local', 'local'],
  ['times', 'times once twice thrice'],
]
for (const [role, names] of roles) mean(names, { role })
mean(
  `more additional consecutive straight full whole long solid successive trading working business calendar further
  extra single`,
  { filler: true },
)
mean('fall spring', { shy: true })
mean('gmt utc est edt cst cdt mst mdt pst pdt et ct mt pt bst cet cest eet msk ist jst z', { zone: true })
mean(
  'in of since by until till from during before after through to between on for throughout within late early',
  {
    preposition: true,
  },
)

const references = new Map<string, DateReference | null>()
const refer = (value: DateReference, phrases: string) => {
  for (const phrase of phrases.split(',')) references.set(phrase.trim(), value)
}
refer(
  'PRESENT_REF',
  'now, right now, just now, currently, current, presently, at present, nowadays, these days, at the moment',
)
refer(
  'PAST_REF',
  `recently, more recently, most recently, the past, the recent past, the distant past, not long ago, long ago,
  some time ago, at the time, lately`,
)
refer(
  'FUTURE_REF',
  `soon, the future, the near future, the foreseeable future, the near term, the short term, the coming period,
  as soon as possible, a later date`,
)

for (const phrase of ['soon after', 'soon as', 'soon afterward']) references.set(phrase, null)

const approximations = new Map<string, boolean>()
for (const phrase of list('about around nearly almost roughly approximately circa'))
  approximations.set(phrase, true)
for (const phrase of 'more than,less than,fewer than,no more than,no less than,at least,at most,up to,as little as,as much as,as many as,as long as,over,under,just over,just under,well over,only,just,another,a further,barely'.split(
  ',',
)) {
  approximations.set(phrase, false)
}

const holidays = new Map<string, HolidayRule>([
  ["new year's day", { month: 1, day: 1 }],
  ["new year's eve", { month: 12, day: 31 }],
  ["new year's", { month: 1, day: 1 }],
  ["valentine's day", { month: 2, day: 14 }],
  ["st. patrick's day", { month: 3, day: 17 }],
  ["april fool's day", { month: 4, day: 1 }],
  ['may day', { month: 5, day: 1 }],
  ['labor day', { month: 9, weekday: 1, nth: 1 }],
  ['memorial day', { month: 5, weekday: 1, nth: -1 }],
  ["mother's day", { month: 5, weekday: 7, nth: 2 }],
  ["father's day", { month: 6, weekday: 7, nth: 3 }],
  ['martin luther king day', { month: 1, weekday: 1, nth: 3 }],
  ["presidents' day", { month: 2, weekday: 1, nth: 3 }],
  ['election day', { month: 11, weekday: 1, nth: 1, plus: 1 }],
  ['columbus day', { month: 10, weekday: 1, nth: 2 }],
  ['independence day', { month: 7, day: 4 }],
  ['bastille day', { month: 7, day: 14 }],
  ['halloween', { month: 10, day: 31 }],
  ['veterans day', { month: 11, day: 11 }],
  ['armistice day', { month: 11, day: 11 }],
  ['thanksgiving day', { month: 11, weekday: 4, nth: 4 }],
  ['thanksgiving', { month: 11, weekday: 4, nth: 4 }],
  ['christmas eve', { month: 12, day: 24 }],
  ['christmas day', { month: 12, day: 25 }],
  ['christmas', { month: 12, day: 25 }],
  ['boxing day', { month: 12, day: 26 }],
  ['good friday', { easter: -2 }],
  ['easter sunday', { easter: 0 }],
  ['easter monday', { easter: 1 }],
  ['easter', { easter: 0 }],
  ['ash wednesday', { easter: -46 }],
  ['palm sunday', { easter: -7 }],
  ['black monday', { year: 1987, month: 10, day: 19 }],
  ['black tuesday', { year: 1929, month: 10, day: 29 }],
  ['black thursday', { year: 1929, month: 10, day: 24 }],
  ['black wednesday', { year: 1992, month: 9, day: 16 }],
  ['bloody sunday', { year: 1972, month: 1, day: 30 }],
])

export const dates: DateData = {
  words,
  references,
  holidays,
  approximations,
  beforeCodes:
    set(`no nos number numbers route routes highway flight flights boeing room rooms page pages article
    section sections chapter resolution channel bus train model unit apartment suite box code version extension size
    interstate protocol platoon`),
  counted:
    set(`people persons men women children soldiers troops reservists workers employees jobs homes houses
    families refugees civilians fighters militants police officers students members delegates votes voters seats
    points shares miles kilometers kilometres meters metres feet yards acres hectares tons tonnes pounds kilograms
    kg km m ft percent per dollars euros rubles roubles francs marks yen pesos cents barrels bpd gallons liters litres
    units copies cars vehicles aircraft planes tanks missiles warheads bombs rounds megawatts calories hours minutes
    seconds days weeks months years times victims casualties deaths dead wounded injured prisoners detainees hostages
    square cubic more other additional local foreign`),
  streets: set('street road avenue boulevard lane drive square place way court terrace highway'),
  namedDays: [
    {
      month: 9,
      day: 11,
      year: 2001,
      nouns: set('attack attacks hijackings hijackers terror terrorist atrocities'),
    },
    { month: 7, day: 7, year: 2005, nouns: set('bombings bombers attacks') },
  ],
  determiners: set('the a an its his her their our my your this these those'),
  functionWords:
    set(`the a an and but or nor he she it they we i you him her them us when where while why how as than
    to until till with without by that which who whom whose what this these those was were is are am be been being has
    have had do does did will would shall should may might can could must for from in into on onto at after before
    under over about of off up down out through during since because if though although its his their our my your not
    no so yet also again there here said says last next`),
  links: new Map([
    ...['-', '–', '—', 'to', 'through', 'until', 'till', 'thru'].map((link) => [link, 'range'] as const),
    ...['and', ',', ', and'].map((link) => [link, 'list'] as const),
    ['or', 'choice'],
    ['between', 'between'],
  ]),
  respectively: /^,? respectively\b/i,
  endings: set('ended ending ends'),
  tense,
}
