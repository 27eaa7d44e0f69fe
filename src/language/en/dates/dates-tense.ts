import type { TenseData } from '../../language.js'

const set = (words: string) => new Set(words.trim().split(/\s+/))

export const tense: TenseData = {
  reporting: set(`said told added announced reported stated declared warned insisted argued noted quoted asked
    replied responded saying`),
  past: set(`died lied tied was were had did met began held went came took made gave got left won lost fell rose sent spoke
    wrote became broke brought bought built caught chose drew drove fought found flew forgot grew heard kept knew laid
    led lent meant paid ran saw sold shot showed sank sat slept spent stood stole struck swore taught thought
    threw understood woke wore beat bore bid blew dealt dug fed felt fled hid hung lit
    rang rode shook sang slid sprang stuck swam swept swung tore withdrew overthrew overtook
    undertook foresaw been since ago`),
  future:
    set(`will won't shall would may might should must expects expect tomorrow upcoming forthcoming effective
    payable ahead`),
  wasDue: set('was were been'),
  arranged: set('summoned invited called ordered told asked booked'),
  have: set('has have'),
  preparing: set(
    'preparations preparation preparing prepares prepare prepared plans bracing tickets ready due set scheduled',
  ),
  planned: set('scheduled expected slated planned planning intends hopes aims forecast'),
  plannedTo:
    set(`due set supposed poised bound going plans plan hope hoping intend intending intended wants want
    aim ready`),
  promised: set('agreed vowed promised pledged decided threatened'),
  moved: set('extended postponed delayed deferred adjourned rescheduled moved pushed suspended shut closed'),
  movedTo: set('to until till through'),
  soonest: new Set(['as early as', 'as soon as']),
  schedule: {
    one: new Set([
      ...set(`meets convenes reconvenes begins opens starts resumes ends concludes expires arrives departs gathers
        happens occurs holds goes travels flies closes`),
      ...['takes place', 'takes effect', 'takes office', 'gets under', 'comes into', 'kicks off', 'falls on'],
    ]),
    several: new Set([
      ...set(`meet convene reconvene begin open start resume end conclude expire arrive depart gather happen occur
        hold go travel fly vote`),
      ...['take place', 'take effect', 'take office', 'get under', 'come into', 'kick off', 'fall on'],
    ]),
  },
  severalSubjects: set('they we two three four five six seven eight nine ten both people'),
  infinitive: set('to'),
  perfect: new Set(['had', 'had been']),
  be: set('be'),
  present: set('is are'),
  bounds: set('until by before through till'),
  afterPlanned: set('to for on by at'),
  ahead: set('will to would may might should must'),
  articles: set('the a an its his her their our this these'),
  notPast: set(`need indeed hundred bleed shed sacred naked armed united limited related based so-called`),
}
